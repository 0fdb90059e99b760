"""A proposal can be taken back with one press; after a partial yes a full no takes the same two persons."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from clock import ShiftedClock
from tests.scenario.refusals import HISTORY, OTHERS, begin, decisions, propose
from tests.scenario.stage import verbs, words
from tests.scenario.wishing import Town, in_town


@pytest.fixture
async def town(database_url: str, clock: ShiftedClock) -> AsyncIterator[Town]:
    async with in_town("albertslund", database_url, clock) as made:
        yield made


async def state(town: Town) -> tuple[str, str, object]:
    row = await town.stage.request()
    return row["state"], row["scope"], row["proposed_by"]


def presses(town: Town, person: str) -> set[str]:
    chat = town.stage.personal(person)
    return set().union(*(verbs(m.card_for(person)) for m in town.stage.messages(chat)))


@pytest.mark.rule("C27")
async def test_one_press_takes_it_back_and_nobody_can_confirm_it(town: Town) -> None:
    stage = town.stage
    await town.ask("phone")
    await propose(town)
    assert "refuse_agree" in presses(town, "jens")
    shown = await stage.press("mette", "refuse_take_back")
    assert "Dit forslag er taget tilbage" in words(shown["value"])
    assert await state(town) == ("granted", "whole", None)
    assert "refuse_agree" not in presses(town, "jens")
    assert any(
        "ikke længere noget at svare på" in words(m.card)
        for m in stage.messages(stage.personal("jens"))
    )
    assert "refusal_taken_back" in await town.journal()
    assert await decisions(stage) == 0
    await stage.pass_time(minutes=50)
    assert "refuse_agree" not in presses(town, "lene")


@pytest.mark.rule("C27")
async def test_what_was_written_is_kept_and_can_be_proposed_again(town: Town) -> None:
    stage = town.stage
    await town.ask("phone")
    await propose(town)
    await stage.press("mette", "refuse_take_back")
    card = await begin(town, "history")
    assert HISTORY["part.history"] in words(card["value"])
    await stage.press("mette", "refuse_preview", **HISTORY)
    await stage.press("mette", "refuse_confirm")
    await stage.press("jens", "refuse_agree")
    assert (await state(town))[0] == "not_granted"


@pytest.mark.rule("C27")
async def test_nobody_else_takes_it_back_and_not_once_it_is_confirmed(town: Town) -> None:
    stage = town.stage
    await town.ask("phone")
    await propose(town)
    old = next(
        m for m in stage.messages(stage.personal("mette"))
        if "refuse_take_back" in verbs(m.card_for("mette"))
    )  # fmt: skip
    assert "refuse_take_back" not in presses(town, "jens")
    await stage.press("jens", "refuse_agree")
    assert (await state(town))[0] == "not_granted"
    assert "refuse_take_back" not in verbs(old.card_for("mette"))


async def partly(town: Town, kind: str = "phone") -> None:
    """Ole may record his own part only; Mette and Jens decided so."""
    await town.ask(kind)
    await propose(town, "others_affairs", **OTHERS, partial="true")
    await town.stage.press("jens", "refuse_agree")
    assert (await state(town))[:2] == ("granted", "own_part")


@pytest.mark.rule("C27", "C31")
async def test_after_a_partial_yes_a_full_no_takes_the_same_two(town: Town) -> None:
    stage = town.stage
    await partly(town, "virtual")
    await town.begin("virtual", "ole")
    await propose(town, "history")
    assert (await state(town))[:2] == ("granted", "own_part")  # as before until it is confirmed
    assert "refuse_agree" in presses(town, "jens")
    letters = len(stage.answers())
    await stage.press("jens", "refuse_agree")
    row = await stage.request()
    assert (row["state"], row["scope"], row["refusal_ground"]) == (
        "not_granted",
        "whole",
        "history",
    )
    assert row["confirmed_by"] == town.oid("jens")
    assert len(stage.answers()) == letters + 1
    assert HISTORY["part.conclusion"] in town.letter()
    assert "gælder ikke længere" in " ".join(words(m.card) for m in stage.messages(stage.chat))
    assert await decisions(stage) == 2


@pytest.mark.rule("C27", "C31")
async def test_a_leader_who_does_not_agree_leaves_the_partial_yes(town: Town) -> None:
    stage = town.stage
    await partly(town)
    confirmed = (await stage.request())["confirmed_by"]
    await propose(town, "history")
    await stage.press("jens", "refuse_disagree", why="Truslen er gammel. Lad delen stå.")
    row = await stage.request()
    assert (row["state"], row["scope"]) == ("granted", "own_part")
    assert row["confirmed_by"] == confirmed
    assert await decisions(stage) == 1
    shown = stage.card(stage.personal("mette"), having="Truslen er gammel")
    assert "refuse_open" in verbs(shown.card)


@pytest.mark.rule("C31")
async def test_a_part_of_a_part_is_no_new_answer(town: Town) -> None:
    stage = town.stage
    await partly(town)
    await begin(town, "others_affairs")
    again = {
        "part.interest": "Ole vil stadig høre delen om sig selv hjemme hos datteren.",
        "part.other_ways": "Referatet kommer samme dag, og datteren sidder ved siden af ham.",
        "part.others_interest": "Sønnen har igen sagt nej, også til at blive nævnt på båndet.",
        "part.conclusion": "Vi kan ikke holde de to dele adskilt i den her samtale alligevel.",
    }
    asked = await stage.press("mette", "refuse_preview", **again, partial="true")
    assert "allerede kun lov til en del" in words(asked["value"])
    await stage.press("mette", "refuse_preview", **again, partial="false")
    await stage.press("mette", "refuse_confirm")
    await stage.press("jens", "refuse_agree")
    assert (await state(town))[:2] == ("not_granted", "whole")
