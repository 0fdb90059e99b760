"""By phone: a caller, a guest without a login and a latecomer; everybody is told, each with evidence."""

from __future__ import annotations

from typing import Any

from tools.demos.frederiksberg import block, decide
from tools.play import Card, Play, StepError, Steps, indented, texts, words


async def ask(play: Play) -> str:
    """Ole phones: he would like to record. Mette registers it."""
    await play.press("mette", "register_open")
    meeting = await play.choice("mette", "meeting", "Samtale om", verb="register_submit")
    await play.press(
        "mette", "register_submit", meeting=meeting, citizen_name="Ole Madsen", answer_by="email",
        contact="ole@borger.example", ground="remember", companion="no",
        own_words="Jeg glemmer let, hvad vi aftaler.", caseworker="me", phone_possible="true",
    )  # fmt: skip
    await play.sees("mette", "Venter på", verb="withdraw")
    return "registered, waiting for the leader"


async def start(play: Play) -> str:
    """The meeting starts. Bent has dialled in; Amal came by a link, without a login."""
    await play.sandbox.do("start", as_="mette", meeting=play.meeting)
    await play.joins("ole", "bent", "amal")
    await play.sees("ole", "Ole Madsen", chat=play.chat)
    if (await play.sandbox.world("bent"))["chats"]:
        raise StepError("a telephone sees a chat")
    return "the card is in the chat; Bent, on the phone, sees none of it"


async def knock(play: Play) -> str:
    """Lydhør calls in to say it aloud, and waits in the lobby. Mette lets it in."""
    await play.sees("mette", "Lydhør venter i lobbyen", verb="read_aloud")
    await play.sandbox.do("admit_bot", as_="mette", meeting=play.meeting)
    card = await play.sees("mette", "skal have det at høre", verb="read_aloud")
    return "on Mette's ledger: " + _line(card, "skal have det at høre")


async def speak(play: Play) -> str:
    """It is said aloud, in Danish and English. Only the end of it is evidence."""
    said = await play.sandbox.until(_speaking, as_="bent")
    card = await play.sees("mette", "siger det højt i opkaldet nu", verb="read_aloud")
    if "Telefon 1 – er oplyst" in words(card["card"]):
        raise StepError("Bent counts as told before he has heard it")
    await _goes_by(play)
    heard = (await play.sandbox.until(_heard, as_="bent"))[-1]["text"]
    if "Ole" in heard or heard != said["text"]:
        raise StepError("what was heard names somebody, or is not what was said")
    card = await play.sees("mette", "Telefon 1 – er oplyst")
    return f"Bent heard: {heard.splitlines()[0]}\n" + indented(_line(card, "Telefon 1 – er oplyst"))


async def late(play: Play) -> str:
    """Nadia comes late in Teams, and a meeting room with her. One replay, for whom nothing reaches."""
    before = (await play.sandbox.calls())["counts"]
    await play.joins("nadia")
    await play.sandbox.do("sit", as_="mette", meeting=play.meeting, kind="onPremises")
    await play.sees("mette", "Mødelokale 1 – skal have det at høre")
    await play.sandbox.until(_speaking, as_="bent")
    await _goes_by(play)
    await play.sees("mette", "Mødelokale 1 – er oplyst")
    after = (await play.sandbox.calls())["counts"]
    played = sum(after.get(k, 0) - before.get(k, 0) for k in after if k.endswith("playPrompt"))
    if played != 1:
        raise StepError(f"it was said {played} times")
    return "Nadia by the notification in her window, the room by one replay"


async def account(play: Play) -> str:
    """Everybody is told, and the ledger says by what."""
    card = await play.sees("mette", "Alle, vi kender til i mødet, er oplyst")
    lines = [line for line in texts(card["card"]) if "er oplyst" in line and "(" in line]
    if len(lines) < 6 or any("ikke oplyst" in line for line in lines):
        raise StepError(f"not everybody: {lines}")
    return "\n" + indented("\n".join(lines))


async def leave(play: Play) -> str:
    """The meeting ends, and Lydhør hangs up."""
    await play.sandbox.do("end", as_="mette", meeting=play.meeting)
    await play.sandbox.until(lambda world: world["meetings"][-1]["bot"] is None)
    return "Lydhør is out of the call; nothing was recorded by it"


def _speaking(world: dict[str, Any]) -> Any:
    return world["meetings"][-1]["speaking"]


def _heard(world: dict[str, Any]) -> Any:
    return world["meetings"][-1]["heard"]


async def _goes_by(play: Play) -> None:
    """The minute that a prompt takes goes by in the sandbox."""
    await play.sandbox.do("advance", seconds=60)


def _line(card: Card, wanted: str) -> str:
    return next(line for line in texts(card["card"]) if wanted in line)


STEPS: Steps = (block, ask, decide, start, knock, speak, late, account, leave)
