"""What may be a program that takes notes: a sign that leads to a question, never to a conclusion.

It would record and pass on to a company (domain 3.7); a person may also just be called so.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Final, Literal

from guidelines.rules import rule

Sign = Literal["kind", "name"]
PROGRAMS: Final = frozenset({"application", "applicationInstance", "unknown"})
"""Kinds of participant that are no person Teams knows (teams-platform 6.4)."""
OUTSIDERS: Final = frozenset({"anonymous", "guest", "foreign"})
"""Only these are looked at by name: a colleague from the directory is a colleague."""
SHIPPED: Final = Path(__file__).with_name("note_takers.txt")


@cache
def shipped_names() -> tuple[str, ...]:
    """The names the product comes with."""
    lines = (line.strip() for line in SHIPPED.read_text(encoding="utf-8").splitlines())
    return tuple(line for line in lines if line and not line.startswith("#"))


def names_with(extra: Iterable[str]) -> tuple[str, ...]:
    """The shipped names and the municipality's own; one with a minus in front is taken out."""
    own = [name.strip().casefold() for name in extra if name.strip()]
    out = {name[1:].strip() for name in own if name.startswith("-")}
    found = dict.fromkeys([*shipped_names(), *(name for name in own if not name.startswith("-"))])
    return tuple(name for name in found if name not in out)


@rule("A20", surface="card")
def sign_of(kind: str, name: str, names: Iterable[str]) -> Sign | None:
    """Why somebody in the meeting may be a program that takes notes; None when nothing says so."""
    if kind in PROGRAMS:
        return "kind"
    if kind not in OUTSIDERS:
        return None
    said = re.sub(r"[\s_]+", " ", name.casefold())
    return "name" if any(_stands_in(wanted, said) for wanted in names) else None


def _stands_in(wanted: str, said: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(wanted)}(?!\w)", said) is not None
