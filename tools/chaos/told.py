"""What must hold of a meeting that was told: once in each call, noted in that call, and everybody entered."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import pairwise

from tools.chaos.lives import Call, Life
from tools.chaos.plans import TOLD
from tools.chaos.seen import Row, Seen, Verdict

JOINED = ("ParticipantJoin", "conversationUpdate")
ENDED_SOON = timedelta(seconds=15)
"""Until then a card nobody knows the end of need not have been looked for: somebody else takes it up within ten
seconds, and where it may be looked for Graph shows it after some more."""
ENTERED = timedelta(seconds=25)
"""Who was there when the meeting was told, or whose coming Teams told of, stands on the ledger by then, also
where a replica dies meanwhile."""
SLACK = timedelta(seconds=15)
"""What two looks may take longer than their pace; half of it is for a replica that dies between them."""


@dataclass(frozen=True)
class Alert:
    """One announcement in a chat. ``heard``: the product was told that it stands there."""

    id: str
    at: datetime
    heard: bool
    operation: str


def meeting(verdict: Verdict, seen: Seen, life: Life) -> None:
    """Judge the meeting of one life, call by call."""
    if not life.calls:
        return
    name = f"meeting of request {life.number}"
    row, told = seen.meetings.get(life.chat), seen.meeting(life)
    if row is None or told is None:
        verdict.fault(f"{name}: ran {len(life.calls)} times, and there is no such meeting")
        return
    verdict.counts["occurrences"] += told["occurrence"]
    if len(row["occurrences"]) > told["occurrence"]:
        noted = len(row["occurrences"])
        verdict.fault(f"{name}: ran {told['occurrence']} times, and {noted} are noted")
    if row["running"]:
        verdict.fault(f"{name}: is over, and counts as running")
    alerts = announcements(told)
    verdict.counts["announcements"] += len(alerts)
    _entered(verdict, seen, name, row, alerts)
    if life.course not in TOLD:
        if alerts:
            verdict.fault(f"{name}: was not to be recorded ({life.course}), and was told so")
        return
    each = by_call(life, alerts)
    if len(alerts) > sum(map(len, each)):
        verdict.fault(f"{name}: was told before it began")
    if missing := each.count([]):
        verdict.counts["announcements missing"] += missing
        verdict.fault(f"{name}: of {len(each)} calls {missing} were never told")
    for number, (call, posted) in enumerate(zip(life.calls, each, strict=True), 1):
        where = f"{name}, call {number}"
        _latecomer(verdict, seen, life, call, where)
        if posted:
            _doubles(verdict, seen, where, posted)
            _noted(verdict, seen, call, where, posted)
            seats = [seat for seat in told["seats"] if seat["call"] == number]
            _people(verdict, seen, life, where, seats, posted)


def announcements(told: Row) -> list[Alert]:
    """Those that say that somebody records; an end or a break of it is none."""
    return [
        Alert(a["id"], datetime.fromisoformat(a["at"]), a["heard"], a["operation"])
        for a in told["alerts"]
        if a["what"] == "told"
    ]


def by_call(life: Life, alerts: Sequence[Alert]) -> list[list[Alert]]:
    """The announcements of each call: those posted since it began, and before the next one did."""
    begun = [*(call.begun for call in life.calls), datetime.max.replace(tzinfo=UTC)]
    return [[one for one in alerts if first <= one.at < last] for first, last in pairwise(begun)]


# --- once ---------------------------------------------------------------------------------------


def _doubles(verdict: Verdict, seen: Seen, where: str, posted: Sequence[Alert]) -> None:
    """A second announcement is right when nobody could know of the one before it, and only then. Where it may
    be looked for there is always somebody who can, unless the clock jumped over the look."""
    for one, other in pairwise(posted):
        verdict.counts["announcements double"] += 1
        same = one.operation == other.operation and bool(one.operation)
        looked_for = seen.look and not seen.jumped(one.at, other.at)
        if same and unknown(seen, one) and not looked_for:
            verdict.counts["doubles after a lost answer or a kill"] += 1
            if one.operation not in seen.maybe_twice:
                verdict.fault(
                    f"{where}: was told twice, and it is not written down that it may be so"
                )
        else:
            again = f"told once more, by {'the same' if same else 'another'} message"
            verdict.fault(f"{where}: was {again} at {_time(other.at)}; {_why(seen, one)}")


def unknown(seen: Seen, alert: Alert) -> bool:
    """Whether the product could not know that it stands there, and did not come to know it."""
    noted = seen.cards.get(alert.operation, {}).get("activity") == alert.id
    return not noted and (not alert.heard or seen.cut_off(alert.at))


def _why(seen: Seen, one: Alert) -> str:
    """What is known of the announcement that was made before another."""
    heard = "heard" if one.heard else "not heard"
    blow = "a blow" if seen.cut_off(one.at) else "no blow"
    return f"the one of {_time(one.at)} was {heard}, with {blow} near it"


def _time(at: datetime) -> str:
    return f"{at:%H:%M:%S.%f}"[:-3]


# --- noted --------------------------------------------------------------------------------------


def occurrence_of(seen: Seen, alert: Alert) -> str:
    """The occurrence that an announcement was made for, by the name of its card; empty for none."""
    kind, _, rest = str(seen.cards.get(alert.operation, {}).get("purpose", "")).partition(":")
    return rest.partition(":")[0] if kind == "announce" else ""


def _entered(verdict: Verdict, seen: Seen, name: str, row: Row, alerts: Sequence[Alert]) -> None:
    """What is noted stands in the chat, and the journal says the same as the ledger."""
    for occurrence in row["occurrences"]:
        told = seen.tellings.get(occurrence, {"chat": 0, "all": 0})
        posted = len({a.operation for a in alerts if occurrence_of(seen, a) == occurrence})
        if told["chat"] > posted:
            verdict.fault(f"{name}: {told['chat']} tellings are noted, {posted} stand in the chat")
        if told["all"] != (said := seen.announced.get(occurrence, 0)):
            verdict.fault(f"{name}: was told {told['all']} times, the journal says {said} times")


def _noted(verdict: Verdict, seen: Seen, call: Call, where: str, posted: Sequence[Alert]) -> None:
    """Whatever stands in a call is noted of it once, unless it was over before anybody could look."""
    noted = sum(
        seen.tellings.get(occurrence, {"all": 0})["all"]
        for occurrence in {occurrence_of(seen, one) for one in posted}
    )
    last = posted[-1].at
    over = call.ended is not None and (
        call.ended - last < ENDED_SOON or seen.jumped(last, call.ended)
    )
    if noted == 0 and over and all(unknown(seen, one) for one in posted):
        verdict.counts["announcements not noted"] += 1
    elif noted != 1:
        verdict.fault(f"{where}: was told, and {noted} tellings are noted of it")


# --- everybody ----------------------------------------------------------------------------------


def _latecomer(verdict: Verdict, seen: Seen, life: Life, call: Call, where: str) -> None:
    """Whoever comes later is told within the wait; where nobody told of their coming, within two looks."""
    if call.late_at is None:
        return
    verdict.counts["latecomers"] += 1
    if call.late_told is not None:
        return
    verdict.counts["latecomers not told"] += 1
    until = call.ended or call.late_at
    if until - call.late_at > _looked(seen) or not _came_unseen(seen, life, call.late_at, until):
        waited = (until - call.late_at).total_seconds()
        verdict.fault(f"{where}: somebody came later, and was not told in {waited:.0f} s")


def _people(
    verdict: Verdict,
    seen: Seen,
    life: Life,
    where: str,
    seats: Iterable[Row],
    posted: Sequence[Alert],
) -> None:
    """Whoever sat in a call long enough to be seen there stands on its ledger."""
    rows = set[str]().union(*(seen.ledger.get(occurrence_of(seen, one), set()) for one in posted))
    for seat in seats:
        verdict.counts["people"] += 1
        came = datetime.fromisoformat(seat["since"])
        until = datetime.fromisoformat(seat["until"] or seat["since"])
        first = max(came, posted[0].at)
        if rows & {seat["oid"], seat["mri"]} or seen.jumped(first, until):
            continue
        verdict.counts["people not entered"] += 1
        unseen = seat["kind"] == "anonymous" or _came_unseen(seen, life, came, until)
        if until - first > (_looked(seen) if unseen else ENTERED):
            sat = (until - first).total_seconds()
            verdict.fault(f"{where}: {seat['person']} sat there for {sat:.0f} s and is not entered")


def _looked(seen: Seen) -> timedelta:
    """Within this everybody is found who is in a call, whatever Teams told of it."""
    return max(2 * seen.poll + SLACK, ENTERED)


def _came_unseen(seen: Seen, life: Life, came: datetime, until: datetime) -> bool:
    """Whether Teams' word that somebody came was lost."""
    return seen.missed(life, came - timedelta(seconds=1), until, *JOINED)
