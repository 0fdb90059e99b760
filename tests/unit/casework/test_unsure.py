"""A posting whose answer was lost, while Graph does not answer the look for it either."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from typing import Any, cast

import pytest

from casework.jobs import unsure
from casework.office import Bench
from microsoft365.errors import Unavailable
from store.jobs import Again
from store.tables import Card

AT = datetime(2026, 11, 30, 12, tzinfo=UTC)


class Away:
    """A messenger whose Graph is away."""

    async def find(self, conversation_id: str, operation: str, since: datetime) -> str | None:
        raise Unavailable("GET", "/chats/{chat}/messages")


class Standing:
    """A clock that stands still."""

    def __init__(self, at: datetime) -> None:
        self.at = at

    def now(self) -> datetime:
        return self.at


def bench_at(after: timedelta) -> Bench:
    outside = SimpleNamespace(messenger=Away())
    made: Any = SimpleNamespace(outside=outside, clock=Standing(AT + after))
    return cast(Bench, made)


def card() -> Card:
    return Card(
        purpose="announce:x", service_url="", conversation_id="19:x", uncertain=1, operation="op",
        claimed_at=AT,
    )  # fmt: skip


@pytest.mark.parametrize("after", [timedelta(0), unsure.LOOK_FOR, timedelta(seconds=19)])
async def test_it_is_looked_for_again_for_longer_than_a_message_takes(after: timedelta) -> None:
    with pytest.raises(Again):
        await unsure.taken_over(bench_at(after), card())


async def test_then_nobody_can_say_and_it_is_sent_again() -> None:
    assert await unsure.taken_over(bench_at(unsure.UNANSWERED_FOR), card()) is None
    assert await unsure.may_look(bench_at(timedelta(0)), card())
