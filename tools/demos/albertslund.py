"""Albertslund: nobody has to ask, guidance is given and noted, two persons refuse."""

from __future__ import annotations

from datetime import datetime, timedelta

from clock import COPENHAGEN
from tools.play import Play, StepError, Steps, indented, texts, words

HISTORY = {
    "part.history": "Den 3. marts lagde Kurt en optagelse af Mette på nettet. Det står i sagen.",
    "part.this_meeting": "I går skrev han til os, at dagens samtale også ender på Facebook.",
    "part.our_interest": "Mette skal kunne tale frit med Kurt uden at blive hængt ud bagefter.",
    "part.their_need": "Han siger, at han vil huske tallene. Dem får han på skrift samme dag.",
    "part.conclusion": "Truslen vejer tungest her. Uden den havde han fået lov som alle andre.",
}


async def silent(play: Play) -> str:
    """Mette holds a meeting and nobody asks: sound may be recorded, and nothing is announced."""
    await play.meets("jens", "ole")
    await play.sees("ole", "Der må optages lyd", chat=play.chat)
    await play.sandbox.do("start", as_="mette", meeting=play.meeting)
    await play.joins("ole")
    cards = [m for m in await play.messages("ole", play.chat) if m.get("card")]
    if len(cards) != 1:
        raise StepError(f"{len(cards)} cards in the meeting's chat")
    return "the status card says so; no request, no task, no announcement"


async def notice(play: Play) -> str:
    """Ole says aloud that he records. Mette gives notice: it holds at once, the others are told."""
    await play.press("mette", "register_open")
    meeting = await play.choice("mette", "meeting", "Samtale om", verb="register_submit")
    await play.press(
        "mette", "register_submit", meeting=meeting, citizen_name="Ole Madsen", answer_by="email",
        contact="ole@borger.example", caseworker="me",
    )  # fmt: skip
    told = words((await play.sees("ole", "Ole Madsen", chat=play.chat))["card"])
    if "strafbart" not in told:
        raise StepError("nobody was told that passing on can be punishable")
    letter = str((await play.sandbox.until(lambda world: world["mailbox"]))[0])
    if "sociale medier" not in letter:
        raise StepError("the receipt does not name social media")
    return "nobody had to grant it; card in the chat, receipt by mail"


async def guide(play: Play) -> str:
    """Mette says the guidance on passing on and ticks it; she says when she decides, and when not."""
    await play.press("mette", "guide_turn", turn="guiding")
    await play.press("mette", "guide_turn", turn="deciding")
    said = await play.press("mette", "guided")
    if " guided " in f" {said} ":
        raise StepError("the guidance was not ticked")
    return "guided, with the time; Vejledning / Afgørelse with their times"


async def close(play: Play) -> str:
    """The meeting ends: the note says that it was recorded, and that guidance was given."""
    await play.sandbox.do("end", as_="mette", meeting=play.meeting)
    card = (await play.sees("mette", "Ole Madsen", verb="note_copied"))["card"]
    note = max(texts(card), key=len)
    if "vejled" not in note.casefold():
        raise StepError("the note says nothing of the guidance")
    await play.press("mette", "note_copied")
    return f"case note copied:\n{indented(note)}"


async def propose(play: Play) -> str:
    """Kurt tells of another meeting. Mette wants to refuse: a history alone is not enough."""
    soon = datetime.now(COPENHAGEN) + timedelta(days=2)
    await play.press("mette", "register_open")
    await play.press(
        "mette", "register_submit", meeting="other", meeting_kind="in_person",
        meeting_date=f"{soon:%Y-%m-%d}", meeting_time="10:00", citizen_name="Kurt Bech",
        answer_by="email", contact="kurt@borger.example", caseworker="me",
    )  # fmt: skip
    await play.press("mette", "refuse_open", wanted="Kurt Bech")
    await play.press("mette", "refuse_ground", ground="history")
    half = await play.press("mette", "refuse_preview", **{**HISTORY, "part.this_meeting": ""})
    if "refuse_confirm" in half:
        raise StepError("half a ground was enough")
    devices = {"devices_out": "true", "devices_place": "Skabet ved receptionen"}
    shown = await play.press("mette", "refuse_preview", **HISTORY, **devices)
    if "høreapparat" not in shown:
        raise StepError("the letter makes no exception for aids")
    await play.press("mette", "refuse_confirm")
    await play.sees("jens", "Kurt Bech", verb="refuse_agree")
    letters = (await play.sandbox.until(lambda world: world["mailbox"][1:]))[1:]
    if letters:  # the receipts of Ole and Kurt, and nothing else
        raise StepError("a letter went out before the leader confirmed")
    return (
        "both parts, both sides, devices outside with exceptions; still allowed until Jens confirms"
    )


async def confirm(play: Play) -> str:
    """Jens, the nearest leader, confirms with an identity of his own. The letter goes out."""
    await play.press("jens", "refuse_agree")
    mails = await play.sandbox.until(lambda world: world["mailbox"][2:])
    letter = str(mails[0])
    if "sammen med Jens Brandt" not in letter:
        raise StepError("the letter does not say who decided")
    if "klagefrist" in letter.casefold() or "klagevejledning" in letter.casefold():
        raise StepError("the letter speaks as if it were a formal decision")
    await play.sees("mette", "Kurt Bech", verb="handover_open")
    return "decided by Mette Holm together with Jens Brandt; reasons in the letter"


async def misuse(play: Play) -> str:
    """A recording is misused. The report goes to HR/Jura alone; the police is a person's step."""
    before = len(await play.messages("jens"))
    await play.press("mette", "misuse_open")
    await play.press("mette", "misuse_submit", happened="Optagelsen ligger klippet på nettet.")
    await play.sees("lene", "klippet på nettet", verb="misuse_close")
    if len(await play.messages("jens")) != before:
        raise StepError("the leader was told")
    return "with Lene in HR/Jura, being assessed; nothing is sent anywhere else"


STEPS: Steps = (silent, notice, guide, close, propose, confirm, misuse)
