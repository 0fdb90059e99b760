"""One incident: somebody records in Teams all the same. Each step with the time it took.

With ``SUBSCRIPTIONS`` Graph tells of it, and the clock would look too seldom to be in time.
"""

from __future__ import annotations

import os
import re
from datetime import UTC, datetime
from typing import Any

from tools.play import Play, StepError, Steps, indented, texts, words

LIMIT = 5.0
"""So many seconds may pass from Teams' signal in the chat to the warned organizer."""


async def hold(play: Play) -> str:
    """Mette's meeting runs with Lydhør in it: recording in Teams is off, read back."""
    await play.meets("jens", "ole")
    await play.sandbox.do("switch", name="recording_file_delay", value=0)
    await play.sees("ole", "optagelse i Teams er slået fra", chat=play.chat)
    await play.sandbox.do("start", as_="mette", meeting=play.meeting)
    await play.joins("ole", "noter")
    return "off, and watched; Ole is there, and something that joined by link"


async def ask_of_the_guest(play: Play) -> str:
    """Something called Oles Notetaker came in. Mette is asked, nobody is accused."""
    await play.sees("mette", "Er det et program, der tager noter?", verb="note_taker_out")
    said = await play.press("mette", "note_taker_out")
    if "bedt om at gå" not in said:
        raise StepError("the answer was not noted")
    return "one question to Mette; she answers that it was asked to leave"


async def record(play: Play) -> str:
    """Mette switches recording on again and records. She is warned at once."""
    began = datetime.now(UTC)
    answer = await play.sandbox.do("record", as_="mette", meeting=play.meeting, force=True)
    if answer["refused"]:
        raise StepError(f"Teams would not record: {answer['why']}")
    card = await play.sees("mette", "Teams optager mødet", verb="recording_stopped")
    took = (datetime.now(UTC) - began).total_seconds()
    if took > LIMIT:
        raise StepError(f"it took {took:.1f} s")
    if "Du kan sige" not in words(card["card"]):
        raise StepError("the card does not say what to say")
    how = (
        "Graph told of it" if "chat" in os.environ.get("SUBSCRIPTIONS", "") else "it was looked for"
    )
    return f"{took:.1f} s from the recording to the card in Mette's chat, with what to say ({how})"


async def put_back(play: Play) -> str:
    """The switch is put back and read; what runs can only be stopped in the meeting."""
    await play.sees("mette", "slået fra og læst efter")
    for person in ("jens", "birgit"):
        await play.sees(person, "Teams optager mødet")
    meeting = await play.the_meeting()
    if meeting["options"]["allowRecording"]:
        raise StepError("recording is still on")
    return "off again, read back; Jens and Birgit are told; it counts as running"


async def stop(play: Play) -> str:
    """Mette stops it and says so; then Teams tells that it has stopped, and that is worth more."""
    await play.press("mette", "recording_stopped")
    await play.sandbox.do("stop_record", as_="mette", meeting=play.meeting)
    await play.sees("mette", "Vi så, at den er stoppet")
    card = (await play.sees("mette", "Ole Madsen: var i mødet"))["card"]
    if "så vidt det kan ses" not in words(card):
        raise StepError("the list of the recorded claims to be complete")
    return "her word first, then the end itself; who was recorded, as far as can be seen"


async def decide(play: Play) -> str:
    """The file is found. Jens goes to it and decides; Lydhør deletes nothing, and keeps the receipt."""
    await play.sees("jens", "Hvad sker der med filen?", verb="file_decided")
    link = await play.press("jens", "file_open")
    if "/print/" not in link or "/Recordings/" in link:
        raise StepError("the way to the file is missing, or its address stands in the card")
    said = await play.press("jens", "file_decided", outcome="deleted")
    if "Filen er slettet" not in said:
        raise StepError("there is no receipt")
    card = (await play.sees("birgit", "Jens Brandt har sagt, at filen er slettet"))["card"]
    return f"the whole course, as Birgit reads it:\n{indented(_course(card))}"


def _course(card: Any) -> str:
    """The lines of the course: those that begin with a day and a time."""
    timed = re.compile(r"^\d{1,2}\. \S+ kl\. ")
    return "\n".join(line for line in texts(card) if timed.match(line))


STEPS: Steps = (hold, ask_of_the_guest, record, put_back, stop, decide)
