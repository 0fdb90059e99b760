"""What somebody typed and the server took comes back whole, in every alphabet, on a card Teams takes."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from cards import CARDS
from guidelines.decision import LONGEST_OF_MANY, LONGEST_REASON, longest_reason
from guidelines.wording import length
from tests.unit.cards.samples import plain
from texts import views
from texts.limits import MAX_LENGTH, too_long

FILLS = ("Blåbærgrød på Ærø er sød. ", "😀", "漢", 'Han sagde "nej" \\ ')


def filled(fill: str, most: int) -> str:
    """As much of it as a field takes."""
    return (fill * most).encode("utf-16-le")[: 2 * most].decode("utf-16-le", "ignore").strip()


def inputs(card: Any) -> dict[str, str]:
    """The values of the text fields by their names."""
    if isinstance(card, dict):
        own = {card["id"]: card.get("value", "")} if card.get("type") == "Input.Text" else {}
        return own | {k: v for part in card.values() for k, v in inputs(part).items()}
    return (
        {k: v for part in card for k, v in inputs(part).items()} if isinstance(card, list) else {}
    )


def sized(card: Any) -> int:
    return len(json.dumps(card, ensure_ascii=False).encode())


@pytest.mark.parametrize("fill", FILLS)
@pytest.mark.parametrize("name", ["refusal-history", "refusal-others", "refusal"])
def test_every_reason_comes_back_whole(name: str, fill: str) -> None:
    view = plain("da")[name]
    assert isinstance(view, views.Refusal)
    words = filled(fill, longest_reason(len(view.parts)))
    why = filled(fill, LONGEST_OF_MANY)
    parts = tuple(replace(part, value=words) for part in view.parts)
    card = CARDS[views.Refusal](
        replace(view, parts=parts, asks_deviation=True, deviation=why, why_not=why)
    )
    shown = inputs(card)
    assert all(shown[f"part.{part.id}"] == words for part in parts)
    assert shown["deviation"] == why
    assert sized(card) < 28 * 1024


@pytest.mark.parametrize("fill", FILLS)
def test_who_confirms_reads_all_of_it(fill: str) -> None:
    view = plain("da")["confirmation"]
    assert isinstance(view, views.Confirmation)
    words = filled(fill, longest_reason(len(view.parts)))
    why = filled(fill, LONGEST_OF_MANY)
    parts = tuple(replace(part, value=words) for part in view.parts)
    card = CARDS[views.Confirmation](replace(view, parts=parts, deviation=why, why=why))
    said = json.dumps(card, ensure_ascii=False)
    assert said.count(json.dumps(words, ensure_ascii=False)[1:-1]) >= len(parts)
    assert inputs(card)["why"] == why
    assert sized(card) < 28 * 1024


def test_a_field_and_the_server_count_alike() -> None:
    assert (length("å"), length("😀"), length("漢")) == (1, 2, 1)
    most = MAX_LENGTH["decision_text"]
    assert too_long({"decision_text": "😀" * (most // 2)}, "decision_text") == ()
    assert too_long({"decision_text": "😀" * (most // 2) + "x"}, "decision_text") != ()


def test_few_reasons_may_be_longer() -> None:
    assert [longest_reason(parts) for parts in (1, 2, 3, 5)] == [
        LONGEST_REASON, LONGEST_REASON, LONGEST_OF_MANY, LONGEST_OF_MANY,
    ]  # fmt: skip


def test_the_field_says_how_much() -> None:
    card = CARDS[views.Refusal](plain("da")["refusal-history"])
    assert f"Højst {LONGEST_OF_MANY} tegn" in json.dumps(card, ensure_ascii=False)
