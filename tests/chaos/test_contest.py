"""Two who decide the same wish at the same moment: that they press at once, and what they are told."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import Any, cast

import pytest

from cards.case import case_card
from cards.decided import decided_card
from sandbox.client import RefusedError, SandboxClient
from tests.unit.cards.deciding_samples import deciding
from tests.unit.cards.samples import plain
from texts.views import Case, Decided
from tools.chaos.contest import at_once, may_press, rivals, said, stands
from tools.chaos.hands import GoneError, Hands, StuckError

DECIDED = cast(Decided, deciding({"language": "da"}, "da")["decided"])
CASE = cast(Case, plain("da")["case-granted-sent"])
OPEN = {"actions": [{"verb": verb} for verb in ("grant", "refuse_confirm")]}


def end(state: Any, *, by_you: bool) -> dict[str, Any]:
    return decided_card(replace(DECIDED, state=state, by_you=by_you))


class Chats:
    """A leader and a deputy with a card each. Nobody is answered before both have pressed; whoever pressed first
    decides. ``changed``: the card of the other was drawn over by the time the press came."""

    def __init__(self, *missing: str, changed: bool = False) -> None:
        self.changed = changed
        self.cards = {one: OPEN for one in ("l1", "lene") if one not in missing}
        self.pressed: list[tuple[str, str]] = []
        self.both = asyncio.Event()

    async def find(self, person: str, **wanted: str) -> dict[str, Any] | None:
        card = self.cards.get(person)
        offered = card is not None and (card is OPEN or not wanted.get("verb"))
        return {"chat": "19:chat", "message": "1", "card": card} if offered else None

    async def do(self, _: str, *, as_: str, verb: str, **__: Any) -> dict[str, Any]:
        self.pressed.append((as_, verb))
        first, won = self.pressed[0]
        if len(self.pressed) == 2:
            self.both.set()
        await asyncio.wait_for(self.both.wait(), 1)
        state = "granted" if won == "grant" else "not_granted"
        self.cards[as_] = end(state, by_you=as_ == first)
        if self.changed and as_ != first:
            raise RefusedError("there is no such button")
        return {"kind": "card", "value": self.cards[as_]}


def hands(chats: Chats, patience: float = 2.0) -> Hands:
    return Hands(cast("SandboxClient", chats), patience)


async def test_both_press_before_either_is_answered_and_both_read_what_stands() -> None:
    chats, pair = Chats(), rivals("frederiksberg", "c1", "l1", "Borger")
    await at_once(hands(chats), pair)
    assert sorted(chats.pressed) == [("l1", "refuse_confirm"), ("lene", "grant")]
    assert {(one.answered, one.told) for one in pair} == {("not_granted", "not_granted")}
    assert [one.claims for one in pair] == [True, False]
    assert stands(pair) == "refuse"


async def test_whose_card_changed_under_the_finger_reads_it_on_the_card() -> None:
    chats, pair = Chats(changed=True), rivals("frederiksberg", "c1", "l1", "Borger")
    await at_once(hands(chats), pair)
    assert [one.answered for one in pair] == ["not_granted", ""]
    assert [one.told for one in pair] == ["not_granted", "not_granted"]


async def test_a_letter_that_is_no_longer_shown_is_written_again() -> None:
    chats, pair = Chats("l1"), rivals("frederiksberg", "c1", "l1", "Borger")
    with pytest.raises(GoneError):
        await at_once(hands(chats), pair)
    assert chats.pressed == []


async def test_a_deputy_who_is_not_asked_is_not_waited_for_for_ever() -> None:
    _, deputy = rivals("frederiksberg", "c1", "l1", "Borger")
    assert await may_press(hands(Chats()), deputy)
    assert not await may_press(hands(Chats("lene"), 0.1), deputy)


def test_an_end_that_neither_had_in_mind_is_none() -> None:
    pair = rivals("albertslund", "c1", "l1", "Borger")
    with pytest.raises(StuckError, match="was told withdrawn"):
        stands([replace(one, told="withdrawn") for one in pair])


@pytest.mark.parametrize(
    ("card", "state"),
    [
        (end("granted", by_you=True), "granted"),
        (end("not_granted", by_you=False), "not_granted"),
        (end("withdrawn", by_you=False), "withdrawn"),
        (decided_card(replace(DECIDED, is_notice=True)), "granted"),
        (case_card(CASE), "granted"),
        (case_card(replace(CASE, told_only=True)), "granted"),
        (case_card(replace(CASE, state="awaiting_leader")), ""),
    ],
)
def test_a_card_names_the_end(card: dict[str, Any], state: str) -> None:
    assert said(card) == state


@pytest.mark.parametrize("profile", ["frederiksberg", "albertslund", "nyborg"])
def test_no_two_rivals_want_the_same(profile: str) -> None:
    first, second = rivals(profile, "c1", "l1", "Borger")
    assert first.state == "not_granted" != second.state
