"""As ``test_canary``: every field that takes words is written in, and who has read it is counted.

What was typed into each field stands in no log, metric, notification, title, address, job or table in
clear, and has been shown to those who are named here and to nobody else.
"""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field

import pytest

from clock import ShiftedClock
from tests.scenario.graph_tells import ALL
from tests.scenario.stage import Stage
from tests.scenario.wishing import Town, in_town
from tests.scenario.without_chat import voice_of
from tests.system import field_plays, odd_choices
from tests.system.played import CPR
from tests.system.test_canary import silent
from tests.system.typed_fields import STEM, canary, pressed, readers, text_fields
from tests.system.watching import Ear, found_in, listening

LOOKED_FOR = frozenset({STEM, CPR})


@dataclass(frozen=True)
class Play:
    """One way; ``read``: each field it writes in -> who has been shown that, ever."""

    town: str
    plays: Callable[[Town], Awaitable[None]]
    read: Mapping[str, str]
    settings: Mapping[str, str] = field(default_factory=dict)


PLAYS = {
    "weighed": Play(
        "frederiksberg",
        field_plays.weighed,
        {
            "citizen_name": "jens letter meeting mette",  # the meeting is told who records
            "companion_name": "jens mette", "contact": "mette", "deviation": "mette",
            "ground_text": "jens mette", "listener_name": "mette",
            "note.communication": "jens mette", "note.companion": "jens mette",
            "note.cooperation": "jens mette", "note.purpose": "jens",  # B16: for who decides alone
            "note.remember": "jens mette", "note_text": "", "own_words": "jens mette",
            "part.need": "jens letter mette", "part.weighing": "jens letter mette",
            "what": "mette", "who": "mette",
        },
    ),
    "errands": Play(
        "frederiksberg",
        field_plays.errands,
        {
            "about": "mette nadia", "case_number": "birgit", "citizen_name": "mette nadia",
            "contact": "mette nadia", "evidence": "lene mette", "happened": "lene",
            "held_why": "birgit", "legal_answer": "lene mette", "number": "birgit jens",
            "others": "lene mette", "person": "birgit", "question": "lene mette",
            "reasons": "lene", "shared": "lene mette", "where_when": "lene mette",
        },
    ),
    "own_recording": Play(
        "nyborg",
        field_plays.own_recording,
        {
            "citizen_name": "letter mette", "contact": "", "ground_text": "mette",
            "necessity": "mette", "not_made_why": "mette", "note.need": "mette",
            "own_words": "mette", "part.need": "letter mette", "part.weighing": "letter mette",
            "place": "mette",
        },
    ),
    "refused": Play(
        "albertslund",
        field_plays.refused,
        {
            "citizen_name": "jens letter mette", "contact": "", "deviation": "jens",
            "devices_place": "jens letter mette", "new_facts": "mette",
            "part.conclusion": "jens letter mette", "part.history": "jens letter mette",
            "part.interest": "jens letter mette", "part.other_ways": "jens letter mette",
            "part.others_interest": "jens",  # C31: never in the letter
            "part.our_interest": "jens letter mette", "part.reason": "jens letter mette",
            "part.their_need": "jens letter mette", "part.this_meeting": "jens letter mette",
            "why": "mette",
        },
    ),
    "talk": Play(
        "albertslund",
        field_plays.talk,
        {
            "citizen_name": "mette", "decision_text": "mette", "listener_name": "mette",
            "not_guided_why": "mette", "note_text": "", "what": "mette",
        },
    ),
    "untold": Play(
        "albertslund",
        field_plays.untold,
        {
            "not_guided_why": "mette", "note_text": "", "what": "mette",
            "who": "meeting mette",  # who records is told to the meeting
            "why": "mette",
        },
    ),
    "employee": Play(
        "albertslund",
        field_plays.employee,
        {
            "ground_text": "jens lene",  # both who refuse
            "new_facts": "jens", "part.conclusion": "jens lene nadia",
            "part.history": "jens lene nadia", "part.our_interest": "jens lene nadia",
            "part.their_need": "jens lene nadia", "part.this_meeting": "jens lene nadia",
        },
    ),
    "kept": Play(
        "frederiksberg",
        field_plays.kept,
        {"kept_why": "jens", "stays_why": ""},
        {"SUBSCRIPTIONS": ALL},
    ),
    "voiced": Play(
        "frederiksberg",
        field_plays.voiced,
        {
            "citizen_name": "jens letter meeting mette", "companion_name": "mette",
            "contact": "", "ground_text": "jens", "own_words": "jens",
        },
    ),
}  # fmt: skip


ODD = ("errands", "own_recording", "untold")
"""Afterwards words are sent there where a card has a choice, a day or a tick: one play in each town."""


def test_every_field_for_words_is_written_in_somewhere() -> None:
    """A new field without a text of its own fails here; so does one that is on no card any more."""
    written = set().union(*(play.read for play in PLAYS.values()))
    assert written == text_fields()
    canaries = [canary(one) for one in written]
    assert not [(a, b) for a in canaries for b in canaries if a != b and a in b]


@pytest.mark.parametrize("name", [name for name in PLAYS if name != "voiced"])
async def test_what_is_typed_is_read_by_those_it_is_for(
    name: str, database_url: str, clock: ShiftedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    play = PLAYS[name]
    async with in_town(play.town, database_url, clock, **play.settings) as town:
        await judged(name, town, monkeypatch)


@pytest.fixture(scope="module")
def speech() -> dict[str, str]:
    return voice_of("frederiksberg")


async def test_nothing_of_it_is_said_aloud(
    database_url: str,
    clock: ShiftedClock,
    monkeypatch: pytest.MonkeyPatch,
    speech: dict[str, str],
) -> None:
    async with in_town("frederiksberg", database_url, clock, **speech) as town:
        await judged("voiced", town, monkeypatch)


async def judged(name: str, town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    """Play it, and compare who has read what with who may."""
    play = PLAYS[name]
    with listening(town.stage, monkeypatch) as ear:
        await play.plays(town)
        read = readers(town.stage, ear, text_fields())
        shown = {one: " ".join(sorted(read[one])) for one in sorted(pressed(ear))}
        if name in ODD:
            assert await odd_choices.sent(town.stage) > 20
        await silent(town.stage, ear, frozenset({STEM}))
        unseen(town.stage, ear)
    assert shown == play.read


def unseen(stage: Stage, ear: Ear) -> None:
    """Lines on a locked screen, subjects, headers, bubbles and what Graph is asked: none of it anywhere."""
    posted = [json.loads(call.body) for call in ear.out("/activities") if call.method != "GET"]
    lines = [json.dumps({k: v for k, v in a.items() if k != "attachments"}) for a in posted]
    assert lines
    assert found_in(LOOKED_FOR, *lines) == set()
    for mail in stage.sandbox.world.mailbox:
        assert found_in(LOOKED_FOR, str(mail["subject"]), str(mail["headers"])) == set()
    for meeting in stage.sandbox.world.meetings.values():
        assert found_in(LOOKED_FOR, json.dumps(meeting.notices), str(meeting.heard)) == set()
    others = [call for call in ear.calls if not call.to_bot and "/activities" not in call.url]
    assert found_in(LOOKED_FOR, *(call.headers for call in ear.calls if not call.to_bot)) == set()
    assert found_in(LOOKED_FOR, *(c.body for c in others if "sendMail" not in c.url)) == set()
