"""Recomputes the journal of a case and says what does not hold."""

from __future__ import annotations

import hmac
from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select

from store import salts
from store.database import Unit
from store.encryption import KeyRing, SealBroken
from store.journal import Entry, commitment, first_link, link
from store.tables import JournalEntry, JournalHead, Personal


@dataclass(frozen=True)
class Finding:
    """One thing that does not hold: at entry ``seq`` (0: the head itself), a code.

    gap (an entry is missing or out of order), changed (its content is not what was hashed), broken
    (it does not follow the entry before), head (the chain does not end where its head says),
    seal (a stored personal field cannot be opened).
    """

    seq: int
    code: str


@dataclass(frozen=True)
class ChainReport:
    """The result: how many entries, what does not hold, and the personal commitments by state.

    ``shown`` commitments fit the stored field; ``hidden`` ones stand for a value that was deleted or
    replaced since.
    """

    entries: int
    findings: tuple[Finding, ...]
    shown: int
    hidden: int

    @property
    def sound(self) -> bool:
        """Whether everything holds."""
        return not self.findings


async def verify_case(unit: Unit, case_id: UUID, keys: KeyRing) -> ChainReport:
    """Recompute the chain of ``case_id`` and open its commitments. Changes nothing."""
    query = select(JournalEntry).where(JournalEntry.case_id == case_id).order_by(JournalEntry.seq)
    rows = list(await unit.session.scalars(query.execution_options(populate_existing=True)))
    head = (
        await unit.session.execute(
            select(JournalHead.seq, JournalHead.hash).where(JournalHead.case_id == case_id)
        )
    ).one_or_none()
    findings: list[Finding] = []
    previous = first_link(case_id)
    for expected, row in enumerate(rows, 1):
        findings += _check(row, expected, previous)
        previous = row.hash
    ends = (head.seq, head.hash) if head else (0, first_link(case_id))
    if ends != (len(rows), previous):
        findings.append(Finding(0, "head"))
    fields = await _commitments_now(unit, case_id, keys, findings)
    promised = [item for row in rows for item in row.commitments.items()]
    shown = sum(hmac.compare_digest(fields.get(name, ""), value) for name, value in promised)
    return ChainReport(len(rows), tuple(findings), shown, len(promised) - shown)


def _check(row: JournalEntry, expected: int, previous: bytes) -> list[Finding]:
    codes = []
    if row.seq != expected:
        codes.append("gap")
    if row.previous != previous:
        codes.append("broken")
    told = Entry(row.case_id, row.seq, row.at, row.kind, row.actor, row.facts, row.commitments)
    if link(row.previous, told) != row.hash:
        codes.append("changed")
    return [Finding(row.seq, code) for code in codes]


async def _commitments_now(
    unit: Unit, case_id: UUID, keys: KeyRing, findings: list[Finding]
) -> Mapping[str, str]:
    query = select(Personal.owner_id, Personal.field, Personal.sealed, Personal.salt).where(
        Personal.case_id == case_id
    )
    fields = {}
    for row in await unit.session.execute(query):
        try:
            value = keys.open(row.owner_id, row.field, row.sealed)
            salt = salts.opened(keys, row.owner_id, row.field, row.salt)
        except SealBroken:
            findings.append(Finding(0, "seal"))
            continue
        name = f"{row.owner_id}/{row.field}"
        fields[name] = commitment(salt, row.owner_id, row.field, value)
    return fields
