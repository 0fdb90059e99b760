"""What must hold after a run, asked from outside: of the database, and of what the sandbox has counted."""

from __future__ import annotations

import io
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from typing import Any
from uuid import UUID

from store.database import Database
from store.encryption import KeyRing
from tools.chaos.blows import Damage
from tools.chaos.house import House
from tools.chaos.lives import TOLD, Life
from tools.journal_dump import dump
from tools.verify import read_dump, read_roots, verify

OPEN = ("received", "under_assessment", "awaiting_information", "awaiting_leader")
RECEIPT = "Vi har modtaget"
#: Between Teams' answer and our note of it lies a commit; a starved machine may take its time for it.
NEAR = timedelta(seconds=5)
ENDS: Mapping[str, tuple[str, ...]] = {
    "grant": ("granted",),
    "keep": ("granted",),
    "refuse": ("not_granted",),
    "propose": ("not_granted",),
    "withdraw": ("withdrawn",),
}


@dataclass
class Verdict:
    """``faults`` must be empty. ``counts`` is what people read."""

    faults: list[str] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    recovery: list[float] = field(default_factory=list)

    def fault(self, what: str) -> None:
        """Something does not hold."""
        self.faults.append(what)


@dataclass
class Seen:
    """Everything a verdict is built on."""

    lives: Sequence[Life]
    damage: Damage
    audit: Mapping[str, Any]
    requests: Mapping[str, list[Mapping[str, Any]]]
    decided: Mapping[UUID, int]
    tasks: Mapping[UUID, set[str]]
    meetings: Mapping[str, Mapping[str, Any]]
    overdue: Sequence[str]
    journal: Sequence[str]
    subscribed: frozenset[str]
    unproven: int


async def judge(house: House, lives: Sequence[Life], damage: Damage) -> Verdict:
    """Look at everything once the run is over and quiet."""
    seen = await look(house, lives, damage)
    verdict = Verdict(recovery=list(damage.recoveries))
    mails = Counter(_same(mail) for mail in seen.audit["mails"])
    for life in lives:
        verdict.counts["requests"] += 1
        verdict.counts["notes due"] += life.plan in TOLD and any(c.ended for c in life.calls)
        _request(verdict, seen, life, mails)
        _meeting(verdict, seen, life)
    _mails(verdict, seen, mails)
    for left in seen.overdue:
        verdict.fault(f"due and not done: {left}")
    for finding in seen.journal:
        verdict.fault(f"journal: {finding}")
    if seen.unproven:
        verdict.fault(f"{seen.unproven} people are told without evidence")
    _orphans(verdict, seen)
    for problem in seen.audit["problems"]:
        verdict.fault(f"Microsoft would have objected: {problem['code']} at {problem['where']}")
    return verdict


# --- one life -----------------------------------------------------------------------------------


def _request(verdict: Verdict, seen: Seen, life: Life, mails: Mapping[Any, int]) -> None:
    name = f"request {life.number}"
    rows = seen.requests.get(life.contact, [])
    verdict.counts["acknowledged"] += life.acknowledged
    if life.acknowledged and not rows:
        verdict.fault(f"{name}: was acknowledged and is not there")
    if len(rows) > 1:
        verdict.fault(f"{name}: is there {len(rows)} times")
    for row in rows:
        if row["state"] in OPEN:
            verdict.fault(f"{name}: has not ended, it is {row['state']}")
        if row["answer_state"] == "ready" and row["state"] != "withdrawn":
            verdict.fault(f"{name}: its answer never left")
        decisions = seen.decided.get(row["id"], 0)
        verdict.counts["decisions"] += decisions
        if decisions > 1:
            verdict.fault(f"{name}: was decided {decisions} times")
        if life.decided and row["state"] not in ENDS[life.plan]:
            verdict.fault(f"{name}: {life.plan} was acknowledged, and it is {row['state']}")
        verdict.counts["notes copied"] += row["note_copied"]
        if life.noted and not row["note_copied"]:
            verdict.fault(f"{name}: its note was acknowledged as copied, and is not")
        if row["state"] == "not_granted":
            _refusal(verdict, seen, life, row, mails)
    if life.trouble:
        verdict.fault(f"{name}: {life.plan} got stuck: {life.trouble}")


def _refusal(
    verdict: Verdict, seen: Seen, life: Life, row: Mapping[str, Any], mails: Mapping[Any, int]
) -> None:
    """A refusal reaches the citizen, or a person knows that it did not."""
    verdict.counts["refusals"] += 1
    if _letters(life, mails):
        verdict.counts["refusals delivered"] += 1
    elif seen.tasks.get(row["id"], set()) & {"answer_failed", "answer_uncertain"}:
        verdict.counts["refusals left to a person"] += 1
    else:
        verdict.fault(f"request {life.number}: refused, and nobody told the citizen")


def _letters(life: Life, mails: Mapping[Any, int]) -> list[str]:
    """The subjects of the letters that answer this wish."""
    return [s for to, s, _ in mails if to == life.contact and not s.startswith(RECEIPT)]


# --- one meeting --------------------------------------------------------------------------------


def _meeting(verdict: Verdict, seen: Seen, life: Life) -> None:
    row, told = seen.meetings.get(life.chat), _of(seen.audit["meetings"], life.meeting)
    if row is None or told is None:
        return
    name = f"meeting of request {life.number}"
    verdict.counts["occurrences"] += told["occurrence"]
    if row["occurrences"] > told["occurrence"]:
        verdict.fault(f"{name}: ran {told['occurrence']} times, and {row['occurrences']} are noted")
    if row["running"]:
        verdict.fault(f"{name}: is over, and counts as running")
    posted, entered = len(told["alerts"]), row["tellings"]
    verdict.counts["announcements"] += posted
    if posted < entered:
        verdict.fault(f"{name}: {entered} tellings are noted, {posted} stand in the chat")
    if entered and not row["announced_in_journal"]:
        verdict.fault(f"{name}: was told, and the journal does not say so")
    each = [len(alerts) for alerts in by_call(life, told["alerts"])]
    missing = each.count(0) if life.plan in TOLD and life.decided else 0
    if missing:
        verdict.counts["announcements missing"] += missing
        verdict.fault(f"{name}: of {len(each)} calls {missing} were never told")
    extra = posted - sum(count > 0 for count in each)
    if extra or posted > entered:
        _doubles(verdict, seen, life, told, extra, posted - entered)


def by_call(life: Life, alerts: Sequence[Mapping[str, Any]]) -> list[list[datetime]]:
    """The announcements of each call: those posted since it began, and before the next one did."""
    times = [datetime.fromisoformat(alert["at"]) for alert in alerts]
    begun = [*(call.begun for call in life.calls), datetime.max.replace(tzinfo=UTC)]
    return [[at for at in times if first <= at < last] for first, last in pairwise(begun)]


def _doubles(
    verdict: Verdict, seen: Seen, life: Life, told: Mapping[str, Any], extra: int, unnoted: int
) -> None:
    """A second announcement is right when nobody could know of the first, and only then; the same holds
    for one that is not noted: its call was over before it could be looked for."""
    lost = sum(
        count
        for call, count in seen.audit["unheard"].items()
        if told["chat"] in call and call.startswith("POST ")
    )
    cut = sum(_near(alert["at"], seen.damage.moments) for alert in told["alerts"])
    verdict.counts["announcements double"] += extra
    verdict.counts["doubles after a lost answer or a kill"] += min(extra, lost + cut)
    verdict.counts["announcements not noted"] += max(0, unnoted - extra)
    if max(extra, unnoted) > lost + cut:
        verdict.fault(
            f"meeting of request {life.number}: {extra} announcements too many, {unnoted} not noted,"
            f" {lost} answers were lost, {cut} blows fell near them"
        )


def _near(at: str, moments: Iterable[datetime]) -> bool:
    posted = datetime.fromisoformat(at)
    return any(-timedelta(seconds=1) < moment - posted < NEAR for moment in moments)


def _of(meetings: Iterable[Mapping[str, Any]], wanted: str) -> Mapping[str, Any] | None:
    return next((meeting for meeting in meetings if meeting["id"] == wanted), None)


# --- the rest -----------------------------------------------------------------------------------


def _same(mail: Mapping[str, str]) -> tuple[str, str, str]:
    """Two mails with the same are one that was sent twice. A letter and one that corrects it share their subject."""
    return mail["to"], mail["subject"], mail["content"]


def _mails(verdict: Verdict, seen: Seen, mails: Mapping[Any, int]) -> None:
    verdict.counts["mails"] = sum(mails.values())
    extra = sum(count - 1 for count in mails.values())
    verdict.counts["mails double"] = extra
    lost = sum(n for call, n in seen.audit["unheard"].items() if "sendMail" in call)
    repeated = {key for key, count in mails.items() if count > 1}
    cut = sum(
        _near(mail["at"].replace("Z", "+00:00"), seen.damage.moments)
        for mail in seen.audit["mails"]
        if _same(mail) in repeated
    )
    if extra > lost + cut:
        verdict.fault(f"{extra} mails too many; {lost} answers were lost, {cut} blows fell near")


def _orphans(verdict: Verdict, seen: Seen) -> None:
    living = {row["id"] for row in seen.audit["subscriptions"]}
    verdict.counts["subscriptions left"] = len(living)
    for lost in sorted(living - seen.subscribed):
        verdict.fault(f"subscription {lost}: Graph tells it to nobody")
    for meeting in seen.audit["meetings"]:
        if meeting["bot"] and meeting["state"] != "running":
            verdict.fault(f"meeting {meeting['id']}: a call is left over")


async def look(house: House, lives: Sequence[Life], damage: Damage) -> Seen:
    """Ask the database and the sandbox."""
    rows = house.postgres.rows
    by_chat = {
        row[0]: dict(zip(("occurrences", "running", "tellings", "announced_in_journal"), row[1:], strict=True))
        for row in rows(MEETINGS)
    }  # fmt: skip
    tasks: defaultdict[UUID, set[str]] = defaultdict(set)
    for request, kind in rows("SELECT request_id, kind FROM tasks WHERE request_id IS NOT NULL"):
        tasks[request].add(kind)
    return Seen(
        lives=lives,
        damage=damage,
        audit=await house.sandbox.audit(),
        requests=await _by_contact(house),
        decided=dict(
            rows("SELECT case_id, count(*) FROM journal WHERE kind = 'decided' GROUP BY 1")
        ),
        tasks=tasks,
        meetings=by_chat,
        overdue=[f"{kind} ({outcome})" for kind, outcome in rows(OVERDUE, [house.now()])],
        journal=journal_findings(house),
        subscribed=frozenset(
            row[0] for row in rows("SELECT graph_id FROM subscriptions WHERE graph_id IS NOT NULL")
        ),
        unproven=int(rows(UNPROVEN)[0][0]),
    )


MEETINGS = """
    SELECT meeting.chat_id,
        (SELECT count(*) FROM occurrences o WHERE o.meeting_id = meeting.id),
        (SELECT count(*) FROM occurrences o WHERE o.meeting_id = meeting.id AND o.ended_at IS NULL),
        (SELECT count(*) FROM tellings t JOIN occurrences o ON o.id = t.occurrence_id
            WHERE o.meeting_id = meeting.id AND t.how = 'chat'),
        (SELECT count(*) FROM journal j WHERE j.kind IN ('announced', 'announcement_revoked')
            AND j.case_id IN (SELECT meeting.id UNION SELECT r.id FROM requests r WHERE r.meeting_id = meeting.id))
    FROM meetings meeting WHERE meeting.chat_id IS NOT NULL
"""
OVERDUE = """
    SELECT kind, coalesce(outcome, '') FROM effects
    WHERE done_at IS NULL AND due_at < %s - interval '60 seconds'
"""
UNPROVEN = """
    SELECT count(*) FROM informed WHERE informed_at IS NOT NULL
    AND NOT EXISTS (SELECT FROM evidence e WHERE e.informed_id = informed.id)
"""


async def _by_contact(house: House) -> dict[str, list[Mapping[str, Any]]]:
    """The wishes by where their letters go, which is sealed: opened with the run's own key."""
    found: dict[str, list[Mapping[str, Any]]] = {}
    stored = house.postgres.rows(
        "SELECT id, state, answer_state, note_copied_at IS NOT NULL FROM requests"
    )
    keys = KeyRing.parse(house.keys)
    database = await Database.open(house.postgres.url, clock=house.clock, keys=keys)
    try:
        async with database.unit() as unit:
            sealed = await unit.personal.get_many([row[0] for row in stored])
    finally:
        await database.close()
    for row in stored:
        contact = sealed[row[0]].get("contact", "")
        values = dict(zip(("id", "state", "answer_state", "note_copied"), row, strict=True))
        found.setdefault(contact, []).append(values)
    return found


def journal_findings(house: House) -> list[str]:
    """What ``tools/verify.py`` finds in the journal, the roots that were handed out included."""
    out = io.StringIO()
    dump(house.postgres.url, out)
    roots = house.folder / "roots"
    report = verify(read_dump(out.getvalue().splitlines()), read_roots(roots))
    return report.findings
