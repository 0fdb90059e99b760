"""Nyborg (the general guideline): a need, the employee's own assessment, both record, minutes."""

from __future__ import annotations

from datetime import datetime, timedelta

from clock import COPENHAGEN
from tools.play import Play, StepError, Steps, indented, texts, words

ASSESSMENT = (
    "Ole har fortalt, at han glemmer aftaler samme dag. Han kan ikke skrive, mens vi taler."
)


async def block(play: Play) -> str:
    """Mette adds Lydhør to her meeting. Nobody has asked: recording is not permitted."""
    await play.meets("jens", "ole")
    status = words(
        (await play.sees("ole", "optagelse i Teams er slået fra", chat=play.chat))["card"]
    )
    if "Der må optages lyd" in status:
        raise StepError("the meeting says that recording is fine")
    return "Teams' own recording off, read back; nobody may record yet"


async def ask(play: Play) -> str:
    """Ole phones: he has difficulty remembering. Mette registers it; it is hers to assess."""
    await play.press("mette", "register_open")
    meeting = await play.choice("mette", "meeting", "Samtale om", verb="register_submit")
    await play.press(
        "mette", "register_submit", meeting=meeting, citizen_name="Ole Madsen", answer_by="email",
        contact="ole@borger.example", ground="memory", companion="yes",
        own_words="Jeg glemmer let, hvad vi aftaler.", caseworker="me", phone_possible="false",
    )  # fmt: skip
    await play.sees("mette", "note.need", verb="grant")
    return "no leader is asked: the assessment is in Mette's own chat"


async def assess(play: Play) -> str:
    """Mette assesses the need. Without a written assessment there is neither a yes nor a no."""
    for button in ("grant", "refuse_open"):
        stopped = await play.press("mette", button, **{"verdict.need": "for", "note.need": ""})
        if " grant " not in f" {stopped} ":
            raise StepError(f"{button} went through without a word")
    await play.press("mette", "grant", **{"verdict.need": "for", "note.need": ASSESSMENT})
    await play.sees("mette", "Imødekommet", verb="handover_open")
    letters = await play.sandbox.until(lambda world: world["mailbox"][1:])
    letter = str(letters[-1])
    for said in ("til dit eget brug", "optager også lyden", "referat"):
        if said not in letter:
            raise StepError(f"the letter does not say {said!r}")
    return "granted by Mette Holm; the letter says: own use and helpers, both record, minutes"


async def tell(play: Play) -> str:
    """The meeting starts: everybody is told that both record, sound only, never why."""
    await play.sandbox.do("start", as_="mette", meeting=play.meeting)
    await play.joins("ole")
    card = words((await play.sees("ole", "Kommunen optager også lyden", chat=play.chat))["card"])
    if "glemmer" in card or "video" not in card:
        raise StepError("the announcement says too much or too little")
    return "the card in the chat says who records, and that the municipality does too"


async def record(play: Play) -> str:
    """Mette records with her own device: why, started, stopped, where it is kept, when deleted."""
    silent = await play.press("mette", "own_started", necessity="")
    if "own_stopped" in silent:
        raise StepError("started without saying why it is needed")
    why = "Ole og kommunen skal kunne høre det samme bagefter."
    await play.press("mette", "own_started", necessity=why)
    await play.press("mette", "own_stopped")
    gone = datetime.now(COPENHAGEN).date() + timedelta(days=30)
    said = await play.press("mette", "own_save", place="Mappen til sagen", delete_on=f"{gone}")
    if "own_deleted" not in said:
        raise StepError("the steps were not kept")
    return f"five steps kept, to be deleted on {gone}; the file itself is never taken in"


async def close(play: Play) -> str:
    """The meeting ends: minutes are a task that is closed with a date, the note is ready."""
    await play.sandbox.do("end", as_="mette", meeting=play.meeting)
    await play.sees("mette", "referat", verb="task_done")
    undated = await play.press("mette", "task_done", wanted="referat", done_on="")
    if " task_done " not in f" {undated} ":
        raise StepError("the task was closed without a date")
    done = await play.press(
        "mette", "task_done", wanted="referat", done_on=f"{datetime.now(COPENHAGEN).date()}"
    )
    if " task_done " in f" {done} ":
        raise StepError("the task is still open")
    card = (await play.sees("mette", "Referat: klaret", verb="note_copied"))["card"]
    return f"minutes sent; case note ready to copy:\n{indented(max(texts(card), key=len))}"


STEPS: Steps = (block, ask, assess, tell, record, close)
