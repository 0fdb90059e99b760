"""Whether the block can be held for each organizer: asked of Graph, not of a list of settings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from typing import Literal

from sqlalchemy import select

from casework import showing
from casework.meeting import course
from casework.office import Office
from casework.ports import Meetings, Switches, is_outside
from clock import COPENHAGEN
from guidelines.meeting import block_state
from guidelines.profile_review import Due, dates_due
from store import blocks
from store.database import Database
from store.tables import Meeting

Verdict = Literal["held", "open", "not_held", "unknown"]
"""``held``: shown on a real meeting. ``open``: Graph lets us in, but there is no meeting to show it on.
``not_held``: something has to be mended. ``unknown``: Graph did not answer."""
IN_A_BATCH = 20
PASSING = ("no_answer",)


@dataclass(frozen=True)
class Line:
    """One organizer. ``access_policy`` and ``permission`` None: not known. ``read_back``: the switches
    of a coming meeting were written and read back as off; None: there was no meeting to try it on."""

    oid: str
    name: str
    unit: str
    coming: int
    verdict: Verdict
    reason: str
    access_policy: bool | None
    permission: bool | None
    read_back: bool | None


@dataclass(frozen=True)
class Readiness:
    """Everybody, how the coming meetings stand by the state of their block, which dates of the guideline
    its owner has to look at, how many recordings nobody has been told of (``untold``), and about how many
    nobody could be asked what happens to the file (``unasked``)."""

    lines: tuple[Line, ...]
    meetings: Mapping[str, int]
    dates: tuple[Due, ...] = ()
    untold: int = 0
    unasked: int = 0

    @property
    def nothing_to_mend(self) -> bool:
        """Whether nothing that was found has to be mended, nothing is unknown, no recording is left
        without anybody, and the guideline's days are not over. Says nothing of whom the block was not shown for."""
        over = any(date.passed for date in self.dates)
        left = over or self.untold or self.unasked
        return not left and all(line.verdict in ("held", "open") for line in self.lines)

    @property
    def all_ready(self) -> bool:
        """Whether the block was read back as held for everybody: who is only let in is not ready."""
        shown = all(line.verdict == "held" for line in self.lines)
        return bool(self.lines) and shown and self.nothing_to_mend


@dataclass(frozen=True)
class Asking:
    """What is needed to ask: without a database only the list of employees is gone through."""

    office: Office
    meetings: Meetings
    database: Database | None


async def readiness(asking: Asking) -> Readiness:
    """Ask Graph for every organizer of a coming meeting and every employee on the list.

    With a coming meeting the block is held on it (which it has to be anyway) and read back; without
    one it is asked whether Graph lets us in.
    """
    coming: dict[str, list[Meeting]] = {}
    counts: Mapping[str, int] = {}
    if asking.database:
        coming, counts = await _coming(asking.database, asking.office.tenant_id)
    without = [oid for oid in asking.office.departments.everybody() if oid not in coming]
    lines = [await _shown_on(asking, oid, meetings) for oid, meetings in coming.items()]
    for begin in range(0, len(without), IN_A_BATCH):
        some = without[begin : begin + IN_A_BATCH]
        answers = await _asked(asking, some)
        lines += [_line(asking, oid, answer) for oid, answer in zip(some, answers, strict=True)]
    named = await _named(asking.database, lines) if asking.database else lines
    order = {"not_held": 0, "unknown": 1, "open": 2, "held": 3}
    named.sort(key=lambda line: (order[line.verdict], line.unit, line.name, line.oid))
    office = asking.office
    today = office.clock.now().astimezone(COPENHAGEN).date()
    untold, unasked = await _left_alone(asking.database) if asking.database else (0, 0)
    dates = dates_due(office.guideline, today)
    return Readiness(tuple(named), counts, dates, untold, unasked)


async def _left_alone(database: Database) -> tuple[int, int]:
    async with database.unit() as unit:
        return await course.nobody_told(unit), await course.nobody_asked(unit)


async def _coming(
    database: Database, tenant_id: str
) -> tuple[dict[str, list[Meeting]], Mapping[str, int]]:
    async with database.unit() as unit:
        query = (
            select(Meeting)
            .where(
                Meeting.state == "coming",
                Meeting.app_installed,
                Meeting.organizer_tenant == tenant_id,
                Meeting.organizer_oid.is_not(None),
            )
            .order_by(Meeting.starts_at.nulls_last(), Meeting.created_at)
        )
        found: dict[str, list[Meeting]] = {}
        for meeting in await unit.session.scalars(query):
            found.setdefault(meeting.organizer_oid or "", []).append(meeting)
        return found, await blocks.count(unit.session)


async def _shown_on(asking: Asking, oid: str, meetings: Sequence[Meeting]) -> Line:
    """Held and read back on the soonest meeting that Graph knows."""
    meeting = next((one for one in meetings if one.graph_id), None)
    if meeting is None:
        answers = await _asked(asking, [oid])
        return _line(asking, oid, answers[0], coming=len(meetings))
    keep = asking.office.profile.keep_transcription
    try:
        switches: Switches | None = await asking.meetings.switch_off(
            oid, meeting.graph_id or "", keep_transcription=keep
        )
    except Exception as error:
        if not is_outside(error):
            raise
        switches = None
    return _judged(asking, oid, switches, len(meetings), keep=keep)


def _judged(
    asking: Asking, oid: str, switches: Switches | None, coming: int, *, keep: bool
) -> Line:
    outcome = switches.outcome if switches else "no_answer"
    if switches is None or outcome != "read":
        return _line(asking, oid, outcome, coming=coming)
    block = block_state(
        outcome=outcome,
        allow_recording=switches.allow_recording,
        allow_transcription=switches.allow_transcription,
        record_automatically=switches.record_automatically,
        keep_transcription=keep,
        insisted=True,
    )
    held = block.state == "held"
    return Line(
        oid, "", _unit(asking, oid), coming, "held" if held else "not_held", block.reason,
        access_policy=True, permission=True, read_back=held,
    )  # fmt: skip


async def _asked(asking: Asking, oids: Sequence[str]) -> Sequence[str]:
    try:
        return await asking.meetings.lets_us_in(oids)
    except Exception as error:
        if not is_outside(error):
            raise
        return ["no_answer"] * len(oids)


def _line(asking: Asking, oid: str, outcome: str, *, coming: int = 0) -> Line:
    """What an outcome without a reading says. Who is let in is under the policy; that a change is
    allowed too is only shown on a meeting."""
    verdict: Verdict = "open" if outcome == "open" else "not_held"
    if outcome in PASSING:
        verdict = "unknown"
    policy = {"open": True, "access_policy_missing": False}.get(outcome)
    permission = {"permission_missing": False}.get(outcome)
    reason = "" if outcome == "open" else outcome
    return Line(
        oid, "", _unit(asking, oid), coming, verdict, reason,
        access_policy=policy, permission=permission, read_back=None,
    )  # fmt: skip


def _unit(asking: Asking, oid: str) -> str:
    found = asking.office.departments.unit_of(oid)
    return found.name if found else ""


async def _named(database: Database, lines: Sequence[Line]) -> list[Line]:
    """The names that Teams has told us; who is not known keeps only the id."""
    async with database.unit() as unit:
        return [replace(line, name=await showing.name_of(unit, line.oid)) for line in lines]


def at_a_glance(report: Readiness, now: datetime) -> dict[str, object]:
    """The report as plain data, for JSON."""
    verdicts = [line.verdict for line in report.lines]
    return {
        "at": now.isoformat(),
        "ready": report.all_ready,
        "nothing_to_mend": report.nothing_to_mend,
        "organizers": {verdict: verdicts.count(verdict) for verdict in sorted(set(verdicts))},
        "meetings": dict(report.meetings),
        "recordings": {"untold": report.untold, "unasked": report.unasked},
        "guideline": [
            {"parameter": due.parameter, "day": str(due.day), "passed": due.passed}
            for due in report.dates
        ],
        "lines": [asdict(line) for line in report.lines],
    }
