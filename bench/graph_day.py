"""A day of Graph calls and subscriptions, on paper: ``python -m bench.graph_day [--seed 7]``.

Nothing is called. Every meeting of a sample is taken through its life with the product's own planning:
the paces of the sweep (casework/meeting/cadence.py), the watch (settings and casework/jobs/recording.py),
the window of the subscriptions (casework/meeting/subscribed.py), the budget of batches
(store/budget.py). In a steady state one meeting's whole life, times meetings a day, is one day's work.
What is assumed of the municipality stands in ``TOWN`` and is printed.
"""

from __future__ import annotations

import argparse
import math
import random
from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from casework.jobs import recording
from casework.jobs.sweeping import IN_A_BATCH
from casework.meeting import cadence, subscribed
from casework.office import Office
from store.budget import RATES

QUOTA = 10_000  # subscriptions of one kind in an organisation (teams-platform 5.4)
GRAPH_IN_10_S = 130_000  # per app (teams-platform 9)
PER_USER_AND_MONTH = 2_000  # "meeting information"; whether calls or meetings are meant is not said
WORKING_DAYS = 21
SAMPLE = 1_000
DAY = 24 * 60
SIZES = ((1_000, 500), (10_000, 5_000), (40_000, 20_000))


@dataclass(frozen=True)
class Town:
    """What is assumed: shares of meetings, minutes, days."""

    lengths: tuple[int, ...] = (30, 45, 60, 60, 90)
    mean_days_ahead: float = 7.0
    wishes: float = 0.02
    flips: float = 0.005
    kinds: tuple[str, ...] = ("chat", "recordings")


TOWN = Town()


@dataclass(frozen=True)
class Planned:
    """One meeting of the sample."""

    added: datetime
    starts: datetime
    ends: datetime
    wish: bool
    flipped: bool


@dataclass(frozen=True)
class Result:
    """One day. ``calls`` by what they are for; those of the sweep are parts of batches."""

    employees: int
    meetings: int
    subscribing: bool
    calls: dict[str, int]
    batches: int
    busiest_minute: int
    subscriptions: dict[str, int]
    without: int

    @property
    def requests(self) -> int:
        """HTTP requests to Graph."""
        return sum(n for what, n in self.calls.items() if what != "sweep") + self.batches

    @property
    def alone(self) -> int:
        """HTTP requests if the sweep asked for each meeting by itself, as hold_block did: two each."""
        return self.requests - self.batches + 2 * self.calls["sweep"]

    @property
    def per_organizer_and_month(self) -> float:
        """Reads of meetings an organizer's account sees in a month, an organizer being any employee."""
        reads = sum(n for what, n in self.calls.items() if what not in ("marks", "subscriptions"))
        return reads * WORKING_DAYS / self.employees

    @property
    def budget_used(self) -> float:
        """The share of the batches that the shared budget allows in a day."""
        return self.batches / (RATES["graph_batch"].per_second * DAY * 60)


def sample(seed: int) -> list[Planned]:
    """Meetings of one working day, each with the moment it was planned."""
    chance = random.Random(seed)
    day = datetime(2026, 12, 1, tzinfo=UTC)
    found = []
    for _ in range(SAMPLE):
        starts = day + timedelta(minutes=chance.choice(range(8 * 60, 15 * 60, 15)))
        ahead = timedelta(days=min(chance.expovariate(1 / TOWN.mean_days_ahead), 60))
        ends = starts + timedelta(minutes=chance.choice(TOWN.lengths))
        wish, flipped = chance.random() < TOWN.wishes, chance.random() < TOWN.flips
        found.append(Planned(starts - ahead, starts, ends, wish, flipped))
    return found


def sweep_of(meeting: Planned, watch: timedelta) -> list[int]:
    """The minutes of the day in which the sweep reads this meeting, over its whole life.

    While the meeting runs the watch reads the switches as well, which counts as asked.
    """
    minutes = []
    at = meeting.added
    over = meeting.ends + cadence.MAY_BE_MOVED
    while True:
        running = meeting.starts <= at < meeting.ends
        state = "coming" if at < meeting.ends else "past"
        at += cadence.pace(state, meeting.starts, at, ends_at=meeting.ends, running=running)
        if at >= over:
            return minutes
        watched = meeting.starts <= at < meeting.ends + recording.AFTERWARDS
        if not (watched and watch < cadence.RUNNING):
            minutes.append(at.hour * 60 + at.minute)


def simulate(employees: int, meetings: int, *, subscribing: bool, seed: int = 7) -> Result:
    """One working day of a municipality."""
    planned = sample(seed)
    scale = meetings / len(planned)
    at_once = _at_once(planned, scale)
    ceiling = Office.__dataclass_fields__["subscription_ceiling"].default
    share = min(1.0, ceiling / at_once) if subscribing else 0.0
    often = Office.__dataclass_fields__["watch_poll"].default
    calls: Counter[str] = Counter()
    by_minute: Counter[int] = Counter()
    for number, meeting in enumerate(planned):
        told = number < share * len(planned)
        watch = often * subscribed.LESS_OFTEN if told else often
        by_minute.update(sweep_of(meeting, watch))
        looks = (meeting.ends - meeting.starts + recording.AFTERWARDS) // watch
        calls["marks"] += looks
        calls["switches while running"] += looks
        calls["install"] += 3  # read, change, read back
        calls["before and start"] += 2
        calls["decision"] += meeting.wish
        calls["put back"] += 3 * meeting.flipped
        if told:
            life = meeting.ends + subscribed.AFTER - (meeting.starts - subscribed.REACH)
            renewals = life // (subscribed.LIFETIME - subscribed.MARGIN)
            calls["subscriptions"] += (2 + renewals) * len(TOWN.kinds)  # made, renewed, removed
    calls["sweep"] = sum(by_minute.values())
    scaled = {what: round(number * scale) for what, number in calls.items()}
    scaled.setdefault("subscriptions", 0)
    held = {kind: min(ceiling, at_once) if subscribing else 0 for kind in TOWN.kinds}
    return Result(
        employees=employees,
        meetings=meetings,
        subscribing=subscribing,
        calls=scaled,
        batches=sum(math.ceil(n * scale / IN_A_BATCH) for n in by_minute.values()),
        busiest_minute=round(max(by_minute.values()) * scale),
        subscriptions=held,
        without=max(0, at_once - ceiling) if subscribing else at_once,
    )


def _at_once(planned: list[Planned], scale: float) -> int:
    """The most meetings that Graph is to tell of at one time: those of more than one day overlap."""
    begins, ends = subscribed.REACH, subscribed.AFTER
    counts: Counter[int] = Counter()
    for meeting in planned:
        first = int((meeting.starts - begins).timestamp() // 900)
        last = int((meeting.ends + ends).timestamp() // 900)
        counts.update(quarter % 96 for quarter in range(first, last + 1))
    return round(max(counts.values()) * scale)


def table(results: list[Result]) -> str:
    """One column for each size, with and without subscriptions."""
    rows: list[tuple[str, list[str]]] = [
        ("employees", [f"{r.employees:,}" for r in results]),
        ("meetings a day", [f"{r.meetings:,}" for r in results]),
        ("Graph tells by itself", ["yes" if r.subscribing else "no" for r in results]),
        ("", ["" for _ in results]),
    ]
    for what in results[0].calls:
        name = f"{what} (parts of batches)" if what == "sweep" else what
        rows.append((f"  {name}", [f"{r.calls[what]:,}" for r in results]))
    rows += [
        ("batches of the sweep", [f"{r.batches:,}" for r in results]),
        ("HTTP requests to Graph", [f"{r.requests:,}" for r in results]),
        ("  without batches", [f"{r.alone:,}" for r in results]),
        ("share of the batch budget", [f"{r.budget_used:.1%}" for r in results]),
        ("parts in the busiest minute", [f"{r.busiest_minute:,}" for r in results]),
        (f"  share of {GRAPH_IN_10_S:,} in 10 s", [_share(r) for r in results]),
        ("reads per organizer and month", [f"{r.per_organizer_and_month:,.0f}" for r in results]),
        ("", ["" for _ in results]),
    ]
    for kind in TOWN.kinds:
        rows.append((f"subscriptions, {kind}", [f"{r.subscriptions[kind]:,}" for r in results]))
    rows += [
        (f"  of {QUOTA:,}", [f"{max(r.subscriptions.values()) / QUOTA:.0%}" for r in results]),
        ("meetings looked at instead", [f"{r.without:,}" for r in results]),
    ]
    return "\n".join(f"{name:34}" + "".join(f"{v:>13}" for v in values) for name, values in rows)


def _share(result: Result) -> str:
    """Of Graph's limit, if the busiest minute's parts came at the budget's own pace."""
    in_10_s = min(
        result.busiest_minute,
        (RATES["graph_batch"].per_second * 10 + RATES["graph_batch"].burst) * IN_A_BATCH,
    )
    return f"{in_10_s / GRAPH_IN_10_S:.2%}"


NOTES = f"""
Assumed: meetings are planned {TOWN.mean_days_ahead:.0f} days ahead on average, {TOWN.wishes:.0%} have a wish, \
in {TOWN.flips:.1%} a switch is put back.
Above the ceiling the meetings that need it least are looked at every few seconds instead, and more often.
Reads per organizer and month: Graph names {PER_USER_AND_MONTH:,} "meeting information" per user and month without
saying whether meetings or calls are meant. Meant as calls it would be passed; then raise WATCH_POLL_SECONDS
and let Graph tell by itself. A 429 is obeyed and told as "no answer", never as held."""


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=7)
    seed = parser.parse_args().seed
    results = [
        simulate(employees, meetings, subscribing=subscribing, seed=seed)
        for employees, meetings in SIZES
        for subscribing in (False, True)
    ]
    print(table(results))
    print(NOTES)


if __name__ == "__main__":
    main()
