"""How the units decide, in numbers: for HR/Jura, without persons and without small numbers (C11)."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from microsoft_teams.cards import CardElement

from cards.parts import card, heading, heading_of, line, press, say, state
from texts.views import Language, Practice, PracticeRow

_MOST = 90
_OUTCOMES = ("granted", "own_part", "not_granted")


def practice_card(view: Practice) -> dict[str, Any]:
    """One line for each unit and ground; no totals, so that nothing left out can be worked out."""
    language = view.language
    title = say("practice.title", language)
    least = str(view.least)
    body: list[CardElement] = [heading(title), line(say("practice.how", language, least=least))]
    if not view.rows:
        body.append(state("closed", say("practice.none", language)))
    left = _MOST
    for unit, of_unit in groupby(view.rows, key=lambda one: one.unit):
        lines = [
            _line(ground, relation, list(cells), view)
            for (relation, ground), cells in groupby(of_unit, key=lambda r: (r.relation, r.ground))
        ]
        if left <= 0:
            break
        body.append(heading_of(unit, 90))
        body += [line(words, spacing="Small", limit=300) for words in lines[:left]]
        left -= len(lines) + 1
    if left <= 0:
        body.append(line(say("practice.more", language)))
    return card(language, title, body, [press(say("queue.back", language), "menu", {})], wide=True)


def _line(ground: str, relation: str, cells: list[PracticeRow], view: Practice) -> str:
    language = view.language
    name = ground or say("practice.no_ground", language)
    if relation == "employee":
        name = say("practice.employee", language, ground=name)
    numbers = ", ".join(_cell(one, view, language) for one in cells)
    return say("practice.line", language, ground=name, numbers=numbers)


def _cell(row: PracticeRow, view: Practice, language: Language) -> str:
    outcome = row.outcome if row.outcome in _OUTCOMES else "other"
    words = say(f"practice.{outcome}", language)
    count = (
        say("practice.few", language, least=str(view.least))
        if row.count is None
        else str(row.count)
    )
    return f"{words} {count}"
