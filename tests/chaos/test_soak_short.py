"""The short form of ``make soak``: each call is told once, and turns leave nothing behind."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tools.chaos import soak
from tools.chaos.run import play
from tools.chaos.turns import run_turns

pytestmark = pytest.mark.chaos

SEED, AT_ONCE = 5, 4


async def test_each_call_of_a_meeting_is_told_once() -> None:
    """Two replicas, one of which is killed meanwhile; three calls to each of eight meetings."""
    result = await play(replace(soak.occurrences(24, SEED, AT_ONCE, times=3), kill_every=6.0))
    assert result.verdict.faults == []
    counts = result.verdict.counts
    assert counts["occurrences"] == 24
    assert counts["announcements"] - counts["announcements double"] == 24
    assert counts["announcements double"] == counts["doubles after a lost answer or a kill"]
    assert result.damage.kills >= 1


async def test_turns_leave_nothing_open() -> None:
    """Memory and the loop are judged over many more (``make soak``)."""
    measured = await run_turns(120, SEED, AT_ONCE)
    assert measured.turns >= 60  # after the warm-up
    assert measured.failed == 0
    assert not measured.complaints
    assert not measured.errors
    assert [one for one in measured.faults() if not one.startswith(("memory", "the loop"))] == []
