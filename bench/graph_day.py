"""A day of Graph calls and subscriptions, on paper: ``python -m bench.graph_day [--seed 7]``.

Nothing is called. Every meeting of a sample is taken through its life with the product's own planning:
the paces of the sweep and of the watch (casework/meeting/cadence.py, casework/jobs/recording.py), the window of the subscriptions (casework/meeting/subscribed.py), the budget of batches
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
from store.blocks import Watched
from store.budget import RATES

QUOTA = 10_000  # subscriptions of one kind in an organisation (teams-platform 5.4)
GRAPH_IN_10_S = 130_000  # per app (teams-platform 9)
CHATS_IN_A_SECOND = 20  # per app and tenant ("Microsoft Graph service-specific throttling limits")
PER_USER_AND_MONTH = 2_000  # "meeting information"; whether calls or meetings are meant is not said
WORKING_DAYS = 21
HEAVY = 40  # meetings that one organizer has in a month, two on each working day
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
    messages: int = 12
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
    """One day. ``calls`` by what they are for; those of the sweep are parts of batches. ``slowest``: the
    longest time between two looks at a chat that Graph does not tell of, in seconds (0: there is none);
    ``slowest_told``: at one that it does. ``chats``: read in the busiest second because the clock says so."""

    employees: int
    meetings: int
    subscribing: bool
    calls: dict[str, int]
    batches: int
    busiest_hour: int
    busiest_minute: int
    subscriptions: dict[str, int]
    without: int
    slowest: float
    slowest_told: float
    chats: float
    reads_chats: bool = True

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
        return self.reads_per_meeting * self.meetings * WORKING_DAYS / self.employees

    @property
    def reads_per_meeting(self) -> float:
        """Reads and changes of one meeting over its whole life, in the name of its organizer."""
        others = ("chats by the clock", "chats told of", "subscriptions")
        return sum(n for what, n in self.calls.items() if what not in others) / self.meetings

    @property
    def meetings_within(self) -> int:
        """How many meetings a month an organizer may have before Graph's limit, read as calls, is passed."""
        return int(PER_USER_AND_MONTH / self.reads_per_meeting)

    @property
    def hour_used(self) -> float:
        """The share of the budget that the busiest hour's batches want; above 1 the sweep comes later."""
        return self.busiest_hour / (RATES["graph_batch"].per_second * 3600)

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


def sweep_of(meeting: Planned) -> list[int]:
    """The minutes of the day in which the sweep reads this meeting, over its whole life."""
    minutes = []
    at = meeting.added
    over = meeting.ends + cadence.MAY_BE_MOVED
    while True:
        running = meeting.starts <= at < meeting.ends
        state = "coming" if at < meeting.ends else "past"
        at += cadence.pace(state, meeting.starts, at, ends_at=meeting.ends, running=running)
        if at >= over:
            return minutes
        minutes.append(at.hour * 60 + at.minute)


def simulate(
    employees: int, meetings: int, *, subscribing: bool, reads_chats: bool = True, seed: int = 7
) -> Result:
    """One working day of a municipality. Without ``reads_chats`` (``CHAT_READING=none``) each look reads the
    meeting's switches, which then are the only sign there is."""
    planned = sample(seed)
    scale = meetings / len(planned)
    at_once = _at_once(planned, scale)
    ceiling = Office.__dataclass_fields__["subscription_ceiling"].default
    share = min(1.0, ceiling / at_once) if subscribing else 0.0
    calls: Counter[str] = Counter()
    by_minute: Counter[int] = Counter()
    for number, meeting in enumerate(planned):
        by_minute.update(sweep_of(meeting))
        calls["install"] += 3  # read, change, read back
        calls["before and start"] += 2
        calls["decision"] += meeting.wish
        calls["put back"] += 3 * meeting.flipped
        calls["switches after that"] += meeting.flipped * (cadence.WARY // cadence.CLOSELY)
        if subscribing:  # above the ceiling when it begins, for those that run come first
            calls["chats told of"] += TOWN.messages
            life = meeting.ends + subscribed.AFTER - (meeting.starts - subscribed.REACH)
            renewals = life // (subscribed.LIFETIME - subscribed.MARGIN)
            early = number < share * len(planned)
            calls["subscriptions"] += (2 + renewals * early) * len(TOWN.kinds)
    calls["sweep"] = sum(by_minute.values())
    batches = [math.ceil(by_minute[minute] * scale / IN_A_BATCH) for minute in range(DAY)]
    scaled = {what: round(number * scale) for what, number in calls.items()}
    watched = _watched(planned, ceiling if subscribing else 0, scale)
    watch = [_watch(minute) for minute in watched]
    clock = "chats" if reads_chats else "switches"
    scaled[f"{clock} by the clock"] = round(sum(60 * looks for looks, _ in watch))
    for name in ("chats by the clock", "chats told of", "subscriptions", "switches by the clock"):
        scaled.setdefault(name, 0)
    scaled = dict(sorted(scaled.items()))
    slowest = max((pace for w, (_, pace) in zip(watched, watch, strict=True) if w.often), default=0)
    told = max((pace for w, (_, pace) in zip(watched, watch, strict=True) if w.seldom), default=0)
    held = {kind: min(ceiling, at_once) if subscribing else 0 for kind in TOWN.kinds}
    return Result(
        employees=employees,
        meetings=meetings,
        subscribing=subscribing,
        calls=scaled,
        batches=sum(batches),
        busiest_hour=max(sum(batches[m : m + 60]) for m in range(DAY - 59)),
        busiest_minute=round(max(by_minute.values()) * scale),
        subscriptions=held,
        without=max(0, at_once - ceiling) if subscribing else at_once,
        slowest=slowest,
        slowest_told=told * cadence.LESS_OFTEN if subscribing else 0,
        chats=max(looks for looks, _ in watch) if reads_chats else 0.0,
        reads_chats=reads_chats,
    )


def _watched(planned: list[Planned], ceiling: int, scale: float) -> list[Watched]:
    """How many meetings are looked at in each minute of the day; those that run are told of first."""
    runs, over = [0] * DAY, [0] * DAY
    for meeting in planned:
        last = meeting.ends + recording.AFTERWARDS
        for minute in range((last - meeting.starts) // timedelta(minutes=1)):
            at = meeting.starts + timedelta(minutes=minute)
            (runs if at < meeting.ends else over)[at.hour * 60 + at.minute] += 1
    of_all = [(round(r * scale), round(o * scale)) for r, o in zip(runs, over, strict=True)]
    return [Watched(r - min(r, ceiling), min(r, ceiling) + o) for r, o in of_all]


def _watch(watched: Watched) -> tuple[float, float]:
    """Chats read in a second of such a minute, and the seconds between two looks at one of them."""
    often = Office.__dataclass_fields__["watch_poll"].default
    each = cadence.watch_pace(often, watched, seldom=False).total_seconds()
    seldom = cadence.watch_pace(often, watched, seldom=True).total_seconds()
    return watched.often / each + watched.seldom / seldom, each


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
        ("CHAT_READING", ["recordings" if r.reads_chats else "none" for r in results]),
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
        ("  in the busiest hour", [f"{r.hour_used:.0%}" for r in results]),
        ("parts in the busiest minute", [f"{r.busiest_minute:,}" for r in results]),
        (f"  share of {GRAPH_IN_10_S:,} in 10 s", [_share(r) for r in results]),
        ("chats in the busiest second", [f"{r.chats:.1f}" for r in results]),
        (f"  of {CHATS_IN_A_SECOND}", [f"{r.chats / CHATS_IN_A_SECOND:.0%}" for r in results]),
        ("slowest look at a chat, seconds", [_seconds(r.slowest) for r in results]),
        ("  where Graph tells as well", [_seconds(r.slowest_told) for r in results]),
        ("reads per organizer and month", [f"{r.per_organizer_and_month:,.0f}" for r in results]),
        ("reads of one meeting", [f"{r.reads_per_meeting:,.0f}" for r in results]),
        (
            f"  of one with {HEAVY} a month",
            [f"{HEAVY * r.reads_per_meeting:,.0f}" for r in results],
        ),
        (
            f"  meetings until {PER_USER_AND_MONTH:,} reads",
            [str(r.meetings_within) for r in results],
        ),
        ("", ["" for _ in results]),
    ]
    for kind in TOWN.kinds:
        rows.append((f"subscriptions, {kind}", [f"{r.subscriptions[kind]:,}" for r in results]))
    rows += [
        (f"  of {QUOTA:,}", [f"{max(r.subscriptions.values()) / QUOTA:.0%}" for r in results]),
        ("meetings looked at instead", [f"{r.without:,}" for r in results]),
    ]
    return "\n".join(f"{name:34}" + "".join(f"{v:>13}" for v in values) for name, values in rows)


def _seconds(value: float) -> str:
    return f"{value:.0f}" if value else "–"


def on_paper(result: Result) -> str:
    """One row of the table in docs/blocking.md."""
    held = f"{result.subscriptions['chat']:,}" if result.subscribing else "–"
    cells = (
        f"{result.employees:,}", f"{result.meetings:,}", "yes" if result.subscribing else "no",
        f"{result.requests:,}", f"{result.chats:.1f}", _seconds(result.slowest), _seconds(result.slowest_told),
        f"{result.hour_used:.0%}", held,
    )  # fmt: skip
    return f"| {' | '.join(cells)} |"


def of_an_organizer(result: Result) -> str:
    """One row of the table of organizers in docs/blocking.md."""
    heavy = HEAVY * result.reads_per_meeting
    cells = (
        f"{result.employees:,}", "recordings" if result.reads_chats else "none",
        f"{result.reads_per_meeting:,.0f}", str(result.meetings_within), f"{heavy:,.0f}",
        f"{heavy / PER_USER_AND_MONTH:.0%}",
    )  # fmt: skip
    return f"| {' | '.join(cells)} |"


def _share(result: Result) -> str:
    """Of Graph's limit, if the busiest minute's parts came at the budget's own pace."""
    in_10_s = min(
        result.busiest_minute,
        (RATES["graph_batch"].per_second * 10 + RATES["graph_batch"].burst) * IN_A_BATCH,
    )
    return f"{in_10_s / GRAPH_IN_10_S:.2%}"


NOTES = f"""
Assumed: meetings are planned {TOWN.mean_days_ahead:.0f} days ahead on average, {TOWN.wishes:.0%} have a wish, \
in {TOWN.flips:.1%} a switch is put back,
{TOWN.messages} messages are written in the chat.
Slowest look: so long a recording may go unseen where Graph does not tell of it by itself, when most meetings run.
Graph lets an app read {CHATS_IN_A_SECOND} chats a second in a tenant; {cadence.CHATS_A_SECOND} are used, the rest is for what it tells of.
A share above 100% in the busiest hour: the sweep comes by so much later than its pace.
Above the ceiling the meetings that need it least are only looked at; those that run need it most.
Reads per organizer and month: Graph names {PER_USER_AND_MONTH:,} "meeting information" per user and month without
saying whether meetings or calls are meant. As meetings nobody passes it. As calls the average organizer does
not; whoever has more meetings than the last line says does, and with CHAT_READING=none nearly everybody. What
follows is a 429: it is obeyed, the block is told as "no answer" and never as held, and recording is still seen
in the chat where that is read."""


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
    results += [
        simulate(employees, meetings, subscribing=False, reads_chats=False, seed=seed)
        for employees, meetings in SIZES
    ]
    print(table(results))
    print(NOTES)


if __name__ == "__main__":
    main()
