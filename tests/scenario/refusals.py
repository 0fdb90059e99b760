"""The way to a refusal, for the scenarios that need one: the reasons and the presses."""

from __future__ import annotations

from typing import Any

from tests.scenario.stage import Stage, words
from tests.scenario.wishing import Town

NEED = (
    "Ole har fortalt, at han glemmer aftaler. Vi skriver dem ned, mens vi taler, og gennemgår dem."
)
WEIGHING = (
    "På mødet fortæller hans søn om sin egen gæld, og sønnen har bedt om ikke at blive optaget."
)
ASSESSED = {"verdict.need": "neutral", "note.need": "Jeg har talt med Ole om, hvad han kan huske."}
REASONS = {"part.need": NEED, "part.weighing": WEIGHING}
HISTORY = {
    "part.history": "Den 3. marts lagde Ole en optagelse af Mette på nettet. Det står i sagen.",
    "part.this_meeting": "I går skrev han til os, at dagens samtale også ender på Facebook.",
    "part.our_interest": "Mette skal kunne tale frit med Ole uden at blive hængt ud bagefter.",
    "part.their_need": "Han siger, at han vil huske tallene. Dem får han på skrift samme dag.",
    "part.conclusion": "Truslen vejer tungest her. Uden den havde han fået lov som alle andre.",
}
OTHERS = {
    "part.interest": "Ole vil høre samtalen igen sammen med sin datter derhjemme.",
    "part.other_ways": "Datteren kan komme med som bisidder, og der kommer et referat dagen efter.",
    "part.others_interest": "Hans søn taler om sin gæld og har bedt os om, at det ikke bliver optaget.",
    "part.conclusion": "Delen om Ole selv kan godt optages. Delen om sønnen bør ikke gemmes.",
}
DIFFERENT = "Her er der truet med at lægge det på nettet, og det var der ikke i de andre sager."


async def begin(town: Town, ground: str, person: str = "mette", having: str = "") -> Any:
    """From the case card to the parts of one ground."""
    await town.stage.press(person, "refuse_open", having=having)
    return await town.stage.press(person, "refuse_ground", ground=ground)


async def propose(town: Town, ground: str = "history", **parts: str) -> Any:
    """A refusal written, seen as a letter, and put to the second person."""
    await begin(town, ground)
    written = parts or (HISTORY if ground == "history" else OTHERS)
    preview = await town.stage.press("mette", "refuse_preview", **written)
    assert "refuse_confirm" in words(preview["value"]), words(preview["value"])
    return await town.stage.press("mette", "refuse_confirm")


async def decisions(stage: Stage) -> int:
    return len(await stage.rows("SELECT 1 FROM journal WHERE kind = 'decided'"))
