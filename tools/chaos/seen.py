"""What a verdict is built on: the rows of the database, and what the sandbox has counted."""

from __future__ import annotations

import io
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from store.database import Database
from store.encryption import KeyRing
from tools.chaos.blows import Damage
from tools.chaos.house import House
from tools.chaos.lives import Life
from tools.journal_dump import dump
from tools.verify import read_dump, read_roots, verify

Row = Mapping[str, Any]
AFTER = timedelta(seconds=1)
"""Between Teams' answer and our note of it lies a commit."""
BEFORE = timedelta(seconds=1)
"""What a dead process had sent may arrive after it; a database that was stopped is away for a moment."""
TRIES = 3


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
    """Everything a verdict is built on.

    ``cards`` by what a message is known by, ``purposes`` of all that stand somewhere. ``tellings`` how often
    each occurrence was told of a recording, in the ``chat`` and in ``all`` ways; ``announced`` how often the
    journal says so; ``ledger`` whom it has rows of, by Teams' ids. ``maybe_twice``: what may have come twice,
    as the product says. ``look``: what was posted may be looked for. ``poll``: how often it is looked who is there.
    """

    lives: Sequence[Life]
    damage: Damage
    audit: Row
    requests: Mapping[str, list[Row]] = field(default_factory=dict)
    decided: Mapping[UUID, int] = field(default_factory=dict)
    tasks: Mapping[UUID, set[str]] = field(default_factory=dict)
    meetings: Mapping[str, Row] = field(default_factory=dict)
    cards: Mapping[str, Row] = field(default_factory=dict)
    tellings: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    announced: Mapping[str, int] = field(default_factory=dict)
    ledger: Mapping[str, set[str]] = field(default_factory=dict)
    purposes: frozenset[str] = frozenset()
    maybe_twice: frozenset[str] = frozenset()
    overdue: Sequence[str] = ()
    given_up: Sequence[str] = ()
    journal: Sequence[str] = ()
    subscribed: frozenset[str] = frozenset()
    unproven: int = 0
    look: bool = False
    poll: timedelta = timedelta(seconds=20)

    def meeting(self, life: Life) -> Row | None:
        """A life's meeting, as the sandbox knows it."""
        return next((m for m in self.audit["meetings"] if m["id"] == life.meeting), None)

    def cut_off(self, at: datetime) -> bool:
        """Whether a blow fell so near that what was sent then need not have been noted."""
        return any(-BEFORE < moment - at < AFTER for moment in self.damage.moments)

    def jumped(self, first: datetime, last: datetime) -> bool:
        """Whether the run's clock jumped meanwhile, so that times say nothing."""
        return any(first < jump < last for jump in self.damage.jumps)

    def missed(self, life: Life, first: datetime, last: datetime, *names: str) -> bool:
        """Whether one of these events of a life's meeting never came to the product."""
        return any(
            event["chat"] == life.chat
            and event["name"].endswith(names)
            and first <= datetime.fromisoformat(event["at"]) <= last
            for event in self.audit["missed"]
        )


MEETINGS = """
    SELECT meeting.chat_id,
        ARRAY(SELECT o.id::text FROM occurrences o WHERE o.meeting_id = meeting.id ORDER BY o.started_at),
        (SELECT count(*) FROM occurrences o WHERE o.meeting_id = meeting.id AND o.ended_at IS NULL)
    FROM meetings meeting WHERE meeting.chat_id IS NOT NULL
"""
TELLINGS = """
    SELECT occurrence_id::text, count(*) FILTER (WHERE how = 'chat'), count(*) FROM tellings
    WHERE how <> 'late' AND what = 'recorded' GROUP BY 1
"""
ANNOUNCED = """
    SELECT facts ->> 'occurrence', count(*) FROM journal WHERE kind = 'announced' GROUP BY 1
"""
CARDS = "SELECT operation, purpose, activity_id FROM cards WHERE operation IS NOT NULL"
LEDGER = "SELECT occurrence_id::text, oid, mri FROM informed"
OVERDUE = """
    SELECT kind, coalesce(outcome, '') FROM effects
    WHERE done_at IS NULL AND due_at < %s - interval '60 seconds'
"""
GIVEN_UP = """
    SELECT kind, coalesce(outcome, ''), claims FROM effects
    WHERE outcome = 'gave_up' OR (done_at IS NULL AND claims >= %s)
    UNION ALL
    SELECT facts ->> 'kind', 'gave_up, as the journal says', 0 FROM journal WHERE kind = 'gave_up'
        AND NOT EXISTS (SELECT FROM effects e WHERE e.kind = facts ->> 'kind' AND e.outcome = 'gave_up')
"""
UNPROVEN = """
    SELECT count(*) FROM informed WHERE informed_at IS NOT NULL
    AND NOT EXISTS (SELECT FROM evidence e WHERE e.informed_id = informed.id)
"""


async def look(house: House, lives: Sequence[Life], damage: Damage) -> Seen:
    """Ask the database and the sandbox."""
    rows = house.postgres.rows
    tasks: defaultdict[UUID, set[str]] = defaultdict(set)
    for request, kind in rows("SELECT request_id, kind FROM tasks WHERE request_id IS NOT NULL"):
        tasks[request].add(kind)
    ledger: defaultdict[str, set[str]] = defaultdict(set)
    for occurrence, *ids in rows(LEDGER):
        ledger[occurrence].update(one for one in ids if one)
    settings = house.choice.settings
    return Seen(
        lives=lives,
        damage=damage,
        audit=await house.sandbox.audit(),
        requests=await _by_contact(house),
        decided=dict(
            rows("SELECT case_id, count(*) FROM journal WHERE kind = 'decided' GROUP BY 1")
        ),
        tasks=tasks,
        meetings={r[0]: {"occurrences": r[1], "running": r[2]} for r in rows(MEETINGS)},
        cards={r[0]: {"purpose": r[1], "activity": r[2]} for r in rows(CARDS)},
        purposes=frozenset(
            row[0] for row in rows("SELECT purpose FROM cards WHERE activity_id IS NOT NULL")
        ),
        tellings={r[0]: {"chat": r[1], "all": r[2]} for r in rows(TELLINGS)},
        announced=dict(rows(ANNOUNCED)),
        ledger=ledger,
        maybe_twice=frozenset(
            row[0] for row in rows("SELECT operation FROM unsure_posts WHERE outcome <> 'found'")
        ),
        overdue=[f"{kind} ({outcome})" for kind, outcome in rows(OVERDUE, [house.now()])],
        given_up=[f"{kind} ({why}), tried {n} times" for kind, why, n in rows(GIVEN_UP, [TRIES])],
        journal=journal_findings(house),
        subscribed=frozenset(
            row[0] for row in rows("SELECT graph_id FROM subscriptions WHERE graph_id IS NOT NULL")
        ),
        unproven=int(rows(UNPROVEN)[0][0]),
        look=settings.get("CHAT_READING") == "own",
        poll=timedelta(seconds=float(settings.get("START_POLL_SECONDS", "20"))),
    )


async def _by_contact(house: House) -> dict[str, list[Row]]:
    """The wishes by where their letters go, which is sealed: opened with the run's own key."""
    found: dict[str, list[Row]] = {}
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
