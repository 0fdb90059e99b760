"""How often running meetings are looked at: as often as was set, and never faster than Graph allows."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid5

import pytest

from casework.meeting.cadence import CHATS_A_SECOND, LESS_OFTEN, next_look, watch_pace
from store.blocks import Watched

OFTEN = timedelta(seconds=4)
NOW = datetime(2026, 12, 1, 9, 0, 0, tzinfo=UTC)


def test_few_meetings_are_looked_at_as_often_as_was_set() -> None:
    most = int(CHATS_A_SECOND * OFTEN.total_seconds())
    assert watch_pace(OFTEN, Watched(most), seldom=False) == OFTEN
    assert watch_pace(OFTEN, Watched(most + 1), seldom=False) > OFTEN
    assert watch_pace(OFTEN, Watched(0, 5), seldom=True) == OFTEN * LESS_OFTEN


@pytest.mark.parametrize("watched", [Watched(800), Watched(0, 800), Watched(300, 5000)])
def test_all_looks_together_stay_within_what_graph_allows(watched: Watched) -> None:
    often, seldom = (watch_pace(OFTEN, watched, seldom=s).total_seconds() for s in (False, True))
    assert watched.often / often + watched.seldom / seldom <= CHATS_A_SECOND + 0.01


def test_meetings_that_begin_together_are_not_looked_at_together() -> None:
    watched = Watched(600)
    pace = watch_pace(OFTEN, watched, seldom=False)
    ids = [uuid5(UUID(int=0), str(number)) for number in range(600)]
    due = [next_look(NOW, pace, one, watched) for one in ids]
    assert all(NOW < at <= NOW + pace for at in due)
    by_second = Counter(int((at - NOW).total_seconds()) for at in due)
    assert max(by_second.values()) < 2 * CHATS_A_SECOND
    again = [next_look(at, pace, one, watched) for at, one in zip(due, ids, strict=True)]
    assert all(later - at == pace for at, later in zip(due, again, strict=True))


def test_a_few_meetings_need_no_places() -> None:
    assert next_look(NOW, OFTEN, UUID(int=5), Watched(CHATS_A_SECOND)) == NOW + OFTEN
