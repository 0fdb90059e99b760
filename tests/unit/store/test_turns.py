"""Whose turn it is: limits are never passed, the most urgent goes first, and one chat stops no other."""

from __future__ import annotations

import heapq
import itertools
from dataclasses import dataclass, field

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casework.jobs import JOBS
from store.budget import RATES
from store.turns import PATIENCE, Bucket, Rate, take
from store.urgency import OF_KIND, Urgency, current, of_kind, urgency

LIMITS = {
    "conversation": ((1, 7), (2, 8), (30, 60), (3600, 1800)),
    "tenant": ((1, 50),),
}
"""What Teams lets through (teams-platform 9)."""


@dataclass
class World:
    """Callers that ask, and ask again when they were told to; time is a number here."""

    buckets: dict[str, Bucket]
    sent: list[tuple[float, Urgency, str]] = field(default_factory=list)
    waiting: dict[int, tuple[Urgency, str]] = field(default_factory=dict)
    overtaken: list[tuple[Urgency, Urgency]] = field(default_factory=list)

    def run(self, calls: list[tuple[float, Urgency, str]], late: float) -> None:
        events = [(at, number, level, chat) for number, (at, level, chat) in enumerate(calls)]
        heapq.heapify(events)
        while events:
            now, number, level, chat = heapq.heappop(events)
            turn = take(self.of(chat), level, now)
            if not turn.granted:
                self.waiting[number] = (level, chat)
                heapq.heappush(events, (now + turn.wait + late, number, level, chat))
                continue
            self.waiting.pop(number, None)
            self.sent.append((now, level, chat))
            self.overtaken += [
                (level, other) for other, place in self.waiting.values()
                if other < level and place == chat
            ]  # fmt: skip

    def of(self, chat: str) -> list[Bucket]:
        return [self.buckets[f"{kind}:{chat}"] for kind in ("conversation", "hour")] + [
            self.buckets["tenant"]
        ]


def world(chats: str) -> World:
    found = {"tenant": Bucket(RATES["tenant"], RATES["tenant"].burst, 0.0)}
    for kind, chat in itertools.product(("conversation", "hour"), chats):
        found[f"{kind}:{chat}"] = Bucket(RATES[kind], RATES[kind].burst, 0.0)
    return World(found)


def most_in(times: list[float], seconds: float) -> int:
    """The most calls in any window of so many seconds."""
    most = start = 0
    for end, moment in enumerate(times):
        while moment - times[start] >= seconds:
            start += 1
        most = max(most, end - start + 1)
    return most


calls = st.lists(
    st.tuples(
        st.floats(0, 60), st.sampled_from(list(Urgency)), st.sampled_from("abcdef")
    ),
    min_size=1,
    max_size=150,
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(calls, st.floats(0, 0.2))
def test_teams_limits_are_never_passed_and_everything_is_sent(
    made: list[tuple[float, Urgency, str]], late: float
) -> None:
    busy = world("abcdef")
    busy.run(made, late)
    assert len(busy.sent) == len(made)
    for seconds, most in LIMITS["tenant"]:
        assert most_in([at for at, _, _ in busy.sent], seconds) <= most
    for chat, (seconds, most) in itertools.product("abcdef", LIMITS["conversation"]):
        assert most_in([at for at, _, place in busy.sent if place == chat], seconds) <= most


@settings(max_examples=60, deadline=None)
@given(calls, st.floats(0, 0.2))
def test_nobody_is_overtaken_by_somebody_less_urgent_in_the_same_chat(
    made: list[tuple[float, Urgency, str]], late: float
) -> None:
    busy = world("abcdef")
    busy.run(made, late)
    assert busy.overtaken == []


def one_after_another(busy: World, chats: list[str], level: Urgency) -> list[float]:
    """When each call goes of somebody who makes them as fast as they may, one after the other."""
    now, times = 0.0, []
    for chat in chats:
        while not (turn := take(busy.of(chat), level, now)).granted:
            now += turn.wait
        times.append(now)
    return times


def test_an_hour_in_one_chat_stays_below_the_hours_limit() -> None:
    times = one_after_another(world("a"), ["a"] * 2600, Urgency.STATUS)
    assert most_in(times, 3600) <= 1800
    assert most_in(times, 3600) >= 1600  # and the limit is not left unused


def test_a_thousand_announcements_take_hardly_longer_than_teams_needs() -> None:
    """All in the same second: within 1.1 times what 50 in a second allow."""
    chats = [chr(0x4E00 + number) for number in range(1000)]
    times = one_after_another(world("".join(chats)), chats, Urgency.ANNOUNCE)
    assert times[-1] <= 1.1 * 1000 / 50


def test_what_is_pressing_goes_before_what_waited_longer() -> None:
    """Fifty look-ups and status cards wait; an announcement that comes last goes next."""
    chats = [chr(0x4E00 + number) for number in range(61)]
    low = [(0.0, Urgency.PRESENCE, chat) for chat in chats[:30]]
    low += [(0.0, Urgency.STATUS, chat) for chat in chats[30:50]]
    pressing = [(0.1, Urgency.ANNOUNCE, chat) for chat in chats[50:55]]
    pressing += [(0.1, Urgency.LATECOMER, chat) for chat in chats[55:58]]
    pressing += [(0.1, Urgency.WARN, chat) for chat in chats[58:61]]
    rush = world("".join(chats))
    rush.run([*low, *pressing], 0.005)
    after = [level for at, level, _ in rush.sent if at > 0.15]
    assert after == sorted(after)
    assert after[0] == Urgency.ANNOUNCE


def test_a_full_chat_stops_nobody_in_another() -> None:
    two = world("ab")
    two.run([(0.0, Urgency.ANNOUNCE, "a")] * 30 + [(1.0, Urgency.PRESENCE, "b")], 0.0)
    times = [at for at, _, chat in two.sent if chat == "b"]
    assert times[0] < 1.5
    assert max(at for at, _, chat in two.sent if chat == "a") > 10


def test_less_urgent_calls_go_away_sooner() -> None:
    """So that they do not keep the workers from what is pressing."""
    assert list(PATIENCE.values()) == sorted(PATIENCE.values(), reverse=True)


def test_time_that_runs_back_takes_nothing_away() -> None:
    bucket = Bucket(Rate(1, 2), 1.5, 100.0)
    bucket.fill(90.0)
    assert (bucket.tokens, bucket.at) == (1.5, 100.0)


def test_every_named_kind_is_a_kind_of_effect() -> None:
    assert OF_KIND.keys() <= JOBS.keys()
    levels = [of_kind(k) for k in ("announce", "warn", "tell_late", "status_card", "look_around")]
    assert levels == list(Urgency)


def test_a_part_of_the_work_may_be_less_urgent() -> None:
    assert current() == Urgency.STATUS
    with urgency(Urgency.ANNOUNCE):
        with urgency(Urgency.PRESENCE):
            assert current() == Urgency.PRESENCE
        assert current() == Urgency.ANNOUNCE
    assert current() == Urgency.STATUS


@pytest.mark.parametrize("kind", ["conversation", "hour", "roster", "roster_hour", "tenant"])
def test_every_rate_lets_something_through_at_once(kind: str) -> None:
    assert RATES[kind].burst >= 1
