"""The short form of ``make chaos``, and proof that it sees what should not be."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tools.chaos import schedule
from tools.chaos.broken import VARIANTS
from tools.chaos.failpoints import NAMES
from tools.chaos.run import Wanted, play

pytestmark = pytest.mark.chaos

SHORT = Wanted(
    profile="frederiksberg",
    seed=7,
    requests=8,
    kills=2,
    restarts=1,
    cuts=1,
    jumps=1,
    night="spring",
    at_once=4,
    settings={"START_POLL_SECONDS": "2", "SUBSCRIPTIONS": "chat"},
)
QUIET = replace(
    SHORT, requests=4, kills=0, restarts=0, cuts=0, jumps=0, night="", at_once=4, replicas=1,
    lost=0, doubled=0, late=0, throttled=0, ambiguous=0, patience=30.0,
)  # fmt: skip
FOUND = {
    "skip_announcements": "were never told",
    "announce_without_key": "told once more, by another message",
    "announce_although_noted": "told once more, by the same message",
    "announce_what_was_refused": "was not to be recorded (refuse), and was told so",
    "enter_nobody": "and is not entered",
    "give_up_at_once": "could not be done: ledger_card (gave_up)",
    "decide_twice": "was decided 2 times",
    "rescue_nobody": "were not taken over",
    "forget_letters": "nobody told the citizen",
    "change_behind_the_journal": "late is not what the journal tells",
}
"""What is wrong on purpose, and what the judge says of it."""
NEEDS_A_KILL = "rescue_nobody"
"""And a minute's wait: ``test_takeover.py`` shows it with one worker killed."""


async def test_nothing_is_lost_while_replicas_and_database_die() -> None:
    result = await play(SHORT)
    assert result.verdict.faults == []
    counts, damage = result.verdict.counts, result.damage
    # A fault that struck once and was gone would prove nothing, as it did not for a long time.
    assert result.microsoft["throttle"] >= 2
    assert sum(result.microsoft[name] for name in result.microsoft if "activity" in name) >= 2
    assert counts["requests"] == counts["acknowledged"] == 8
    assert counts["announcements"] >= 5
    assert damage.kills >= 2
    assert damage.counts["restart"] == damage.counts["cut"] == damage.counts["jump"] == 1


@pytest.mark.parametrize(
    "variants",
    [["skip_announcements"], sorted(set(VARIANTS) - {"skip_announcements", NEEDS_A_KILL})],
)
async def test_what_is_broken_on_purpose_is_found(variants: list[str]) -> None:
    """The judge found nothing in the product as it is (above), and names each of these faults."""
    alone = len(variants) == 1  # nobody is told: one who waits in vain is enough
    wishes = 1 if alone else QUIET.requests
    wrong = replace(QUIET, requests=wishes, at_once=wishes, broken=",".join(variants))
    result = await play(wrong)
    found = " ".join(result.verdict.faults)
    assert FOUND.keys() == VARIANTS.keys()
    assert [variant for variant in VARIANTS if FOUND[variant] in found] == [
        variant for variant in VARIANTS if variant in variants
    ]


def test_a_seed_gives_the_same_schedule_and_every_point_is_chosen() -> None:
    wanted = {"kills": 200, "restarts": 4, "cuts": 4, "jumps": 1, "disk": 1}
    blows = schedule.drawn(7, **wanted)
    assert blows == schedule.drawn(7, **wanted)
    assert blows != schedule.drawn(8, **wanted)
    assert blows == sorted(blows)
    assert {blow.plan.partition(" ")[2] for blow in blows if blow.plan} == set(NAMES)
    counts = schedule.counted(blows)
    assert counts["kill"] + counts["failpoint"] + counts["both"] == 200
    assert min(counts.values()) >= 1
