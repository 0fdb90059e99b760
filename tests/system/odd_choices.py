"""What a client that is none of Teams' may send: words where a card has a choice, a day, a time or a tick,
and where a button carries something of its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, Final

from bots.actions import NOT_INPUT, VERBS
from cards import CARDS
from tests.scenario.stage import Stage, verbs
from tests.scenario.test_conduct import stage_actions
from tests.scenario.test_notice import forge
from tests.system.typed_fields import text_fields, typed
from tests.unit.cards.extremes import everything
from tools.fuzz.forms import form, presser

THINGS: Final = {
    "request_id": "SELECT id FROM requests ORDER BY created_at DESC",
    "meeting_id": "SELECT id FROM meetings ORDER BY created_at DESC",
    "occurrence_id": "SELECT id FROM occurrences ORDER BY started_at DESC",
    "incident_id": "SELECT id FROM incidents ORDER BY noticed_at DESC",
    "task_id": "SELECT id FROM tasks WHERE done_at IS NULL ORDER BY created_at DESC",
}
"""What a button names, and where the newest is."""
ERRANDS: Final = {"legal": "legal_question", "misuse": "misuse", "errand": "printout"}
"""How the verbs about an errand begin, and its kind."""
ALIKE: Final = frozenset({"verdict.need", "verdict.remember"})
"""A verdict of Nyborg's and one of Frederiksberg's; the others are read by the same line."""
OPENED: Final = ("misuse_submit", "legal_ask", "printout_submit")


@cache
def choices() -> frozenset[tuple[str, str]]:
    """A button that brings a form, and a field of its card that is no words, or what it carries itself."""
    found = set[tuple[str, str]]()
    for name, view in everything().items():
        card = CARDS[type(view)](view) if name.startswith("da-") else {}
        pressed = [verb for verb in verbs(card) if VERBS[verb].form]
        found |= {(verb, one) for verb in pressed for one in _inputs(card)}
        for action in stage_actions(card):
            if action["verb"] in pressed:
                found |= {
                    (action["verb"], one) for one in action.get("data", {}).keys() - NOT_INPUT
                }
    every = {one for _, one in found if one.startswith("verdict.")} - ALIKE
    return frozenset((verb, one) for verb, one in found if one not in every)


def _inputs(part: Any) -> Iterator[str]:
    if isinstance(part, dict):
        kind = str(part.get("type", ""))
        if kind.startswith("Input.") and kind != "Input.Text":
            yield part["id"]
    for one in part.values() if isinstance(part, dict) else part if isinstance(part, list) else ():
        yield from _inputs(one)


async def sent(stage: Stage) -> int:
    """Every such field is sent with words in it, once with the rest of its form filled as it should be, and
    once with nothing else chosen, since one choice may forbid another; how many."""
    ids = {name: await _newest(stage, query) for name, query in THINGS.items()}
    for verb in OPENED:
        await forge(stage, presser("misuse_open"), verb, form(verb) | ids)
    errands = (
        "SELECT id FROM errands WHERE closed_at IS NULL AND kind = '{}' ORDER BY created_at DESC"
    )
    kinds = {begin: await _newest(stage, errands.format(kind)) for begin, kind in ERRANDS.items()}
    assert all(kinds.values())
    for verb, field in sorted(choices()):
        whole = form(verb) | {"meeting": ids["meeting_id"]}
        bare = {name: words for name, words in whole.items() if name in text_fields()}
        things = ids | {"errand_id": kinds.get(verb.split("_")[0], "")}
        for typed_in in (whole, bare):
            data = typed_in | things | typed(field)
            await forge(stage, presser(verb), verb, {k: v for k, v in data.items() if v})
    return len(choices())


async def _newest(stage: Stage, query: str) -> str:
    rows = await stage.rows(f"{query} LIMIT 1")
    return str(rows[0]["id"]) if rows else ""
