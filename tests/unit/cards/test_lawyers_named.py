"""Whom to ask is called what the guideline calls them: *HR og Jura*, or *Jura* alone (C32, C34)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any, get_args

import pytest

from bots.presenter import summary
from cards import CARDS
from tests.scenario.stage import words
from tests.unit.cards.extremes import everything
from tests.unit.cards.samples import plain
from tests.unit.guidelines.profiles import ALL, profile_of
from texts import views
from texts.catalog import LANGUAGES, catalogue
from texts.views import Language, Route, View, Weighing

HR = re.compile(r"\bHR\b")
ALONE = {
    "da": re.compile(r"(?<!HR og )(?<!HR/)\bJura\b"),
    "en": re.compile(r"(?<!HR/)\bLegal\b"),
}
"""The lawyers without HR before them."""
WHERE_IT_MATTERS = {
    "case", "task", "reminder", "legal", "misuse", "welcome", "refusal", "confirmation",
}  # fmt: skip


def following(view: View, route: Route) -> View:
    """The same view under a guideline with that route."""
    changed: dict[str, Any] = {}
    for field in fields(view):
        value = getattr(view, field.name)
        if field.name == "route":
            changed["route"] = route
        elif isinstance(value, Weighing):
            # its notes are the guideline's own sentences: see below
            changed[field.name] = replace(value, route=route, notes=())
    return replace(view, **changed) if is_dataclass(view) else view


def said(language: Language, route: Route) -> Iterator[tuple[str, str]]:
    """Every card, with the line of its notification, as it is drawn under a guideline with that route."""
    for name, view in plain(language).items():
        shown = following(view, route)
        if not isinstance(shown, views.Toast):
            yield name, f"{words(CARDS[type(shown)](shown))} {summary(shown)}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_only_one_sentence_names_the_lawyers_and_it_follows_the_guideline(
    language: Language,
) -> None:
    named = {
        key: sentence
        for key, sentence in catalogue(language).items()
        if HR.search(sentence) or re.search(r"\b(?:Jura|Legal)\b", sentence)
    }
    assert sorted(named) == ["office.hr_legal", "office.legal"]
    assert [key for key in named if HR.search(named[key])] == ["office.hr_legal"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_card_names_hr_where_the_guideline_names_the_lawyers_alone(language: Language) -> None:
    assert [name for name, text in said(language, "legal") if HR.search(text)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_card_names_hr_where_the_guideline_does(language: Language) -> None:
    both = dict(said(language, "hr_legal"))
    assert [name for name, text in both.items() if ALONE[language].search(text)] == []
    alone = dict(said(language, "legal"))
    naming = {name for name, text in alone.items() if ALONE[language].search(text)}
    assert naming == {name for name, text in both.items() if HR.search(text)}
    kinds = {name.split("-")[0] for name in naming}
    assert kinds >= WHERE_IT_MATTERS, WHERE_IT_MATTERS - kinds


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("profile_id", ALL)
def test_a_guidelines_own_sentences_name_them_as_its_route_does(
    profile_id: str, language: Language
) -> None:
    profile = profile_of(profile_id)
    own = [text[language] for text in profile.texts.values()]
    own += [one.text[language] for one in profile.assumptions]
    own += [part.help[language] for ground in profile.refusal_grounds for part in ground.parts]
    wrong = HR if profile.misuse_route == "legal" else ALONE[language]
    assert [text for text in own if wrong.search(text)] == []


def test_every_view_with_lawyers_on_it_must_be_told_the_route() -> None:
    """No default: a new card cannot forget it."""
    assert get_args(Route) == ("hr_legal", "legal")
    holding = {
        type(view)
        for view in everything().values()
        if any(field.name == "route" for field in fields(view))
    }
    assert {kind.__name__ for kind in holding} >= {"Case", "LegalForm", "Misuse", "TaskCard"}
    for kind in holding:
        with pytest.raises(TypeError, match="route"):
            kind(language="da")
