"""``make demo``: one whole meeting, played by itself; exit code 0 only if every step held."""

from __future__ import annotations

import asyncio
import os
import re
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from sandbox.client import RefusedError, SandboxClient
from tools.processes import StackError, until_told
from tools.stack import Ports, local_stack

CRITERIA = ("communication", "remember", "cooperation", "companion", "purpose")
#: A person in a browser does not notice ten seconds; a demo of thirty does.
PACE = {"START_POLL_SECONDS": "1", "WATCH_POLL_SECONDS": "1"}

Card = dict[str, Any]


class StepError(Exception):
    """A step did not hold; the text says what was seen instead."""


class Play:
    """The cast, acting through the sandbox's control API; what they see is the evidence."""

    def __init__(self, sandbox: SandboxClient) -> None:
        self.sandbox = sandbox
        self.meeting = ""
        self.chat = ""

    async def sees(self, person: str, wanted: str, *, chat: str = "", verb: str = "") -> Card:
        """The newest card that says ``wanted`` (and has the button) as soon as the person sees it."""

        def look(world: dict[str, Any]) -> Any:
            return next((m for m in self._messages(world, chat) if fits(m, wanted, verb)), None)

        try:
            found: Card = await self.sandbox.until(look, as_=person)
        except TimeoutError:
            raise StepError(f"{person} never saw {wanted or verb!r}") from None
        return found

    def _messages(self, world: dict[str, Any], chat: str) -> list[dict[str, Any]]:
        chats = [
            c for c in world["chats"] if (c["id"] == chat if chat else c["kind"] == "personal")
        ]
        return [{**m, "chat": c["id"]} for c in chats for m in reversed(c["messages"])]

    async def press(
        self, person: str, verb: str, *, wanted: str = "", chat: str = "", **data: str
    ) -> str:
        """Press a button; everything the answer says."""
        message = await self.sees(person, wanted, chat=chat, verb=verb)
        answer = await self.sandbox.do(
            "press", as_=person, chat=message["chat"], message=message["id"], verb=verb, data=data
        )
        if answer["kind"] == "error":
            raise StepError(f"{person} pressed {verb} and got: {answer['value']}")
        return words(answer["value"])

    async def the_meeting(self) -> dict[str, Any]:
        """The meeting as Teams shows it."""
        world = await self.sandbox.world()
        return next(m for m in world["meetings"] if m["id"] == self.meeting)


def texts(card: Any) -> list[str]:
    """Every text of a card."""
    if isinstance(card, dict):
        return [found for value in card.values() for found in texts(value)]
    if isinstance(card, list):
        return [found for value in card for found in texts(value)]
    return [card] if isinstance(card, str) else []


def words(card: Any) -> str:
    """Everything a card says."""
    return " ".join(texts(card))


def indented(text: str) -> str:
    """A text of several lines, under its step."""
    return "\n".join(f"           | {line}" for line in text.splitlines())


def fits(message: dict[str, Any], wanted: str, verb: str) -> bool:
    """Whether the message has a card that says it and can do it."""
    said = words(message.get("card")) + " " + (message.get("text") or "")
    return wanted in said and (not verb or f" {verb} " in f" {said} ")


# --- the steps --------------------------------------------------------------------------------


async def block(play: Play) -> str:
    """Mette adds Lydhør to her meeting: recording in Teams is switched off and read back."""
    starts = datetime.now(UTC) + timedelta(minutes=30)
    made = await play.sandbox.do(
        "create_meeting", as_="mette", title="Samtale om hverdagen", organizer="mette",
        people=["mette", "jens", "ole"], dialIn=True, startsAt=starts.isoformat(),
    )  # fmt: skip
    play.meeting, play.chat = made["meeting"], made["chat"]
    await play.sandbox.do("install_app", as_="mette", meeting=play.meeting)
    await play.sees("ole", "Optagelse i Teams er slået fra", chat=play.chat)
    options = (await play.the_meeting())["options"]
    off = {k: options[k] for k in ("allowRecording", "allowTranscription", "recordAutomatically")}
    if any(off.values()):
        raise StepError(f"still on: {off}")
    return "read back: " + ", ".join(f"{name}=false" for name in off)


async def register(play: Play) -> str:
    """Ole phones. Mette registers his wish from the card in her chat."""
    form = await play.press("mette", "register_open")
    meeting = await _choice(play)
    if "register_submit" not in form:
        raise StepError("no form")
    await play.press(
        "mette", "register_submit", meeting=meeting, citizen_name="Ole Madsen", answer_by="email",
        contact="ole@borger.example", ground="remember", companion="yes",
        own_words="Jeg glemmer let, hvad vi aftaler.", caseworker="me", phone_possible="true",
    )  # fmt: skip
    card = await play.sees("mette", "Venter på", verb="withdraw")
    number = re.search(r"L-[0-9A-Z]{7}", words(card["card"]))
    return f"case {number[0] if number else '?'}, waiting for the leader"


async def _choice(play: Play) -> str:
    message = await play.sees("mette", "Samtale om hverdagen", verb="register_submit")
    return next(
        c["value"] for c in _choices(message["card"]) if c["title"].startswith("Samtale om")
    )


def _choices(card: Any) -> list[dict[str, str]]:
    if isinstance(card, dict):
        own = card["choices"] if card.get("id") == "meeting" else []
        return own + [c for v in card.values() for c in _choices(v)]
    return [c for v in card for c in _choices(v)] if isinstance(card, list) else []


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
    letters = await play.sandbox.until(lambda world: world["mailbox"])
    if "ole@borger.example" not in letters[0]["to"]:
        raise StepError("the letter went elsewhere")
    await play.press("mette", "handover_open")
    said = await play.press("mette", "handover_save", how="spoken")
    if "Borgeren har fået svaret" not in said:
        raise StepError("the delivery was not entered")
    return "mail accepted (sendt), then given by phone (overbragt)"


async def tell(play: Play) -> str:
    """The meeting starts: everybody in it is told who records, never why."""
    await play.sandbox.do("start", as_="mette", meeting=play.meeting)
    await _join(play, "ole")
    card = await play.sees("ole", "Ole Madsen", chat=play.chat)
    if "glemmer" in words(card["card"]):
        raise StepError("the ground was told to the meeting")
    ledger = await play.sees("mette", "Ole Madsen", verb="read_aloud")
    told = words(ledger["card"]).count("er oplyst")
    return f"card in the chat with alert; {told} entries on Mette's ledger"


async def _join(play: Play, person: str) -> None:
    await play.sandbox.do("join", as_=person, meeting=play.meeting, person=person)
    call = {seat["person"]: seat for seat in (await play.the_meeting())["inCall"]}
    if call.get(person, {}).get("inLobby"):
        await play.sandbox.do("admit", as_="mette", meeting=play.meeting, person=person)


async def tell_late(play: Play) -> str:
    """Amal joins late by link, Bent by phone. Mette reads aloud and confirms."""
    await _join(play, "amal")
    await _join(play, "bent")
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


STEPS: tuple[Callable[[Play], Awaitable[str]], ...] = (
    block, register, decide, answer, tell, tell_late, record, close,
)  # fmt: skip


async def perform(data: Path) -> int:
    """Start everything, play the steps, say what held."""
    began = time.monotonic()
    os.environ.update(PACE)
    async with local_stack(data, Ports.any_free(), echo=False) as stack:
        print(f"\n  Lydhør, one meeting. Started in {time.monotonic() - began:.1f} s.\n")
        async with SandboxClient(stack.page) as sandbox:
            play = Play(sandbox)
            for number, step in enumerate(STEPS, start=1):
                if not await _step(number, step, play):
                    return 1
            problems = await sandbox.problems()
    if problems:
        print(f"  ✗ Microsoft would have objected: {problems}")
        return 1
    print(f"\n  All {len(STEPS)} steps held, in {time.monotonic() - began:.1f} s.\n")
    return 0


async def _step(number: int, step: Callable[[Play], Awaitable[str]], play: Play) -> bool:
    title = (step.__doc__ or "").strip()
    try:
        evidence = await step(play)
    except (StepError, RefusedError, TimeoutError) as problem:
        shown, mark = str(problem) or "it did not happen in time", "✗"
    else:
        shown, mark = evidence, "✓"
    print(f"  {mark} {number}/{len(STEPS)}  {title}\n         {shown}", flush=True)
    return mark == "✓"


def main() -> int:
    """The command line; the exit code."""
    try:
        with tempfile.TemporaryDirectory(prefix="lydhoer-demo-") as folder:
            return asyncio.run(until_told(perform(Path(folder))))
    except StackError as problem:
        print(f"\n{problem}", file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main())
