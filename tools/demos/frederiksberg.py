"""Frederiksberg: a wish, five criteria weighed by the leader, an agreement, everybody told."""

from __future__ import annotations

import re

from tools.play import Play, StepError, Steps, indented, texts, words

CRITERIA = ("communication", "remember", "cooperation", "companion", "purpose")


async def block(play: Play) -> str:
    """Mette adds Lydhør to her meeting: recording in Teams is switched off and read back."""
    await play.meets("jens", "ole")
    await play.sees("ole", "optagelse i Teams er slået fra", chat=play.chat)
    options = (await play.the_meeting())["options"]
    off = {k: options[k] for k in ("allowRecording", "allowTranscription", "recordAutomatically")}
    if any(off.values()):
        raise StepError(f"still on: {off}")
    return "read back: " + ", ".join(f"{name}=false" for name in off)


async def register(play: Play) -> str:
    """Ole phones. Mette registers his wish from the card in her chat."""
    form = await play.press("mette", "register_open")
    if "register_submit" not in form:
        raise StepError("no form")
    meeting = await play.choice("mette", "meeting", "Samtale om", verb="register_submit")
    await play.press(
        "mette", "register_submit", meeting=meeting, citizen_name="Ole Madsen", answer_by="email",
        contact="ole@borger.example", ground="remember", companion="yes",
        own_words="Jeg glemmer let, hvad vi aftaler.", caseworker="me", phone_possible="true",
    )  # fmt: skip
    card = await play.sees("mette", "Venter på", verb="withdraw")
    number = re.search(r"L-[0-9A-Z]{7}", words(card["card"]))
    return f"case {number[0] if number else '?'}, waiting for the leader"


async def decide(play: Play) -> str:
    """Jens weighs the five criteria. Before all are considered, nothing can be decided."""
    half = await play.press("jens", "grant", **{"verdict.remember": "for"})
    if " grant " not in f" {half} ":
        raise StepError("granted with four criteria left out")
    await play.press("jens", "grant", **{f"verdict.{c}": "for" for c in CRITERIA})
    await play.sees("mette", "Imødekommet")
    return "granted by Jens Brandt, seen on Mette's card"


async def answer(play: Play) -> str:
    """Ole gets the answer by mail. Sent is not delivered: Mette phones and enters it."""
    letters = await play.sandbox.until(lambda world: world["mailbox"][1:])
    if "ole@borger.example" not in letters[-1]["to"]:
        raise StepError("the letter went elsewhere")
    await play.press("mette", "handover_open")
    said = await play.press("mette", "handover_save", how="spoken", told_terms="true")
    if "Borgeren har fået svaret" not in said:
        raise StepError("the delivery was not entered")
    return "mail accepted (sendt), then given by phone (overbragt)"


async def tell(play: Play) -> str:
    """The meeting starts: everybody in it is told who records, never why."""
    await play.sandbox.do("start", as_="mette", meeting=play.meeting)
    await play.joins("ole")
    card = await play.sees("ole", "Ole Madsen", chat=play.chat)
    if "glemmer" in words(card["card"]):
        raise StepError("the ground was told to the meeting")
    ledger = await play.sees("mette", "Ole Madsen", verb="read_aloud")
    told = words(ledger["card"]).count("er oplyst")
    return f"card in the chat with alert; {told} entries on Mette's ledger"


async def tell_late(play: Play) -> str:
    """Amal joins late by link, Bent by phone. Mette reads aloud and confirms."""
    await play.joins("amal", "bent")
    await play.sees("mette", "Amal", verb="read_aloud")
    await play.press("mette", "read_aloud")
    ledger = words((await play.sees("mette", "Amal", verb="ledger"))["card"])
    if "ikke oplyst" in ledger:
        raise StepError("somebody has not been told")
    return "everybody is told, the phone too, confirmed by Mette Holm"


async def record(play: Play) -> str:
    """Somebody presses Record: it is off. Somebody forces it: it is put back and people are warned."""
    pressed = await play.sandbox.do("record", as_="jens", meeting=play.meeting)
    if not pressed["refused"]:
        raise StepError("Teams began to record")
    await play.sandbox.do("record", as_="mette", meeting=play.meeting, force=True)
    await play.sees("mette", "", verb="recording_stopped")
    await play.sees("jens", "Optagelse")
    options = (await play.the_meeting())["options"]
    if options["allowRecording"]:
        raise StepError("the switch is still on")
    await play.sandbox.do("stop_record", as_="mette", meeting=play.meeting)
    return "refused; then forced, put back off, read back, organizer and leader warned"


async def close(play: Play) -> str:
    """The meeting ends: the case note is ready to copy, the printout is a task."""
    await play.sandbox.do("end", as_="mette", meeting=play.meeting)
    card = (await play.sees("mette", "Ole Madsen", verb="note_copied"))["card"]
    note = max(texts(card), key=len)
    await play.sees("mette", "", verb="task_done")
    return f"task for the printout; case note ready to copy:\n{indented(note)}"


STEPS: Steps = (
    block, register, decide, answer, tell, tell_late, record, close,
)  # fmt: skip
