"""``docs/who-may-what.md`` anew from the table that the product asks (``casework/rights/table.py``)."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from casework.rights.roles import Role, Stage
from casework.rights.table import TABLE, Row

PAGE: Final = Path(__file__).resolve().parents[1] / "docs" / "who-may-what.md"
HEAD: Final = """# Who may what

Made by `python -m tools.who_may_what` from `casework/rights/table.py`, the table the product itself asks before
anything is carried out; a test compares them. What stands on no line cannot be done.

Who somebody is to a thing is found out from what is stored and from the departments file, never from what a card
carries (`casework/rights/people.py`). Whoever has no such role is told whose it is; the right person at another stage
sees how it stands. In both cases nothing is changed. `tests/system/test_who_may_what.py` tries every role with
every action at every stage.

- **Nobody decides in a case of their own.** Who wishes to record has no line but her own receipt, whatever else she
  is; who typed a wish in or has it does not grant it, unless the guideline leaves it to the employee; who proposed a
  refusal never confirms it.
- **HR/Jura** sees practice in numbers, questions without names, reports of misuse, and which cases are held. No
  wish, no ground.
- **Whoever runs the servers** has no line at all.
"""
THINGS: Final = {
    "nothing": "Without any thing",
    "wish": "A wish to record",
    "meeting": "A meeting",
    "incident": "A recording in Teams",
    "note_taker": "A program that may take notes",
    "errand": "An errand: a printout, a question to HR/Jura, a report of misuse",
    "task": "A task",
}


def page() -> str:
    """The page."""
    parts = [HEAD, "## The roles\n", "| role | who that is |", "|---|---|"]
    parts += [f"| {_name(role)} | {role.value} |" for role in Role]
    parts += ["", "## The stages\n", "| stage | what that is |", "|---|---|"]
    parts += [f"| {_name(stage)} | {stage.value} |" for stage in Stage]
    for thing, title in THINGS.items():
        parts += ["", f"## {title}\n", "| action | who | when |", "|---|---|---|"]
        parts += [_line(kind.__name__, row) for kind, row in TABLE.items() if row.thing == thing]
    return "\n".join(parts) + "\n"


def _line(action: str, row: Row) -> str:
    words = re.sub(r"(?<!^)(?=[A-Z])", " ", action).lower()
    who = ", ".join(_name(role) for role in row.who)
    return f"| {words} | {who} | {', '.join(map(_name, row.when)) or 'always'} |"


def _name(one: Role | Stage) -> str:
    return one.name.lower().replace("_", " ")


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
