"""The periodic root over all chains: what the journal was at a moment, to be kept outside.

A chain shows what was changed inside it; whoever may write the whole database could write a whole chain
anew. So the heads of all cases are drawn together in a *root*, one after the other, and each root is
handed out as a file that the database's owner cannot take back (``docs/journal.md``). Drawing one
locks no head: no case waits for it.
"""

from __future__ import annotations

import errno
import hashlib
import json
import os
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

from sqlalchemy import select, text, update

from store.database import Unit
from store.tables import JournalRoot

FORMAT = "lydhoer journal root 1"
FIRST = hashlib.sha256(FORMAT.encode()).digest()
KNOWS_NO_SYNC = frozenset({errno.EINVAL, errno.ENOTSUP})
"""What some network shares answer of a folder: they keep names by a way of their own."""
CHANGED = text("""
    SELECT head.case_id, head.seq, head.hash FROM journal_heads head
    LEFT JOIN journal_rooted rooted USING (case_id)
    WHERE rooted.hash IS DISTINCT FROM head.hash ORDER BY head.case_id
""")
KEEP = text("""
    INSERT INTO journal_rooted (case_id, seq, hash) VALUES (:case_id, :seq, :hash)
    ON CONFLICT (case_id) DO UPDATE SET seq = excluded.seq, hash = excluded.hash
""")
ALL = text("SELECT case_id, seq, hash FROM journal_rooted ORDER BY case_id")


@dataclass(frozen=True)
class Head:
    """Where one case's chain ended."""

    case_id: UUID
    seq: int
    hash: bytes


def digest_of(heads: Sequence[Head], previous: bytes, number: int, at: datetime) -> bytes:
    """The root's own hash: over the root before it and every case's head, in order of case."""
    told = hashlib.sha256(previous)
    told.update(f"{number} {at.astimezone(UTC).isoformat(timespec='microseconds')}\n".encode())
    for head in heads:
        told.update(f"{head.case_id} {head.seq} {head.hash.hex()}\n".encode())
    return told.digest()


async def draw(unit: Unit) -> JournalRoot | None:
    """Draw the next root, if any chain has grown since the last one. One at a time."""
    await unit.session.execute(text("LOCK TABLE journal_roots IN SHARE ROW EXCLUSIVE MODE"))
    changed = [Head(*row) for row in await unit.session.execute(CHANGED)]
    if not changed:
        return None
    await unit.session.execute(KEEP, [vars(head) for head in changed])
    everything = [Head(*row) for row in await unit.session.execute(ALL)]
    last = await unit.session.scalar(select(JournalRoot).order_by(JournalRoot.number.desc()))
    number, previous = (last.number + 1, last.hash) if last else (1, FIRST)
    root = JournalRoot(
        number=number,
        at=unit.now,
        cases=len(everything),
        previous=previous,
        hash=digest_of(everything, previous, number, unit.now),
        heads=[[str(head.case_id), head.seq, head.hash.hex()] for head in changed],
    )
    unit.session.add(root)
    await unit.session.flush()
    return root


async def not_exported(unit: Unit) -> list[JournalRoot]:
    """The roots that no file has been made of yet, oldest first."""
    query = select(JournalRoot).where(JournalRoot.exported_at.is_(None))
    return list(await unit.session.scalars(query.order_by(JournalRoot.number)))


async def mark_exported(unit: Unit, number: int) -> None:
    """The root's file lies outside."""
    this = update(JournalRoot).where(JournalRoot.number == number)
    await unit.session.execute(this.values(exported_at=unit.now))


def file_name(number: int) -> str:
    """The name of a root's file."""
    return f"root-{number:08d}.json"


def hand_out(root: JournalRoot, folder: Path) -> Path:
    """Write the root's file. A file that is there already is never written over. It is on the disk, and so is
    its name, when this returns: what is noted in the database afterwards outlives a power cut too.

    Raises OSError when the folder cannot be written to, and FileExistsError when another content
    stands under the root's name.
    """
    content = json.dumps(
        {
            "format": FORMAT,
            "number": root.number,
            "at": root.at.astimezone(UTC).isoformat(timespec="microseconds"),
            "cases": root.cases,
            "previous": root.previous.hex(),
            "hash": root.hash.hex(),
            "changed": root.heads,
        },
        indent=1,
    )
    target = folder / file_name(root.number)
    if target.exists():
        if target.read_text(encoding="utf-8") != content:
            raise FileExistsError(f"{target.name} holds something else")
        _keep(target)  # whoever wrote it may have been cut off before it was on the disk
    else:
        draft = target.with_suffix(".part")
        with draft.open("w", encoding="utf-8") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(target)
    _keep(folder)
    return target


def _keep(path: Path) -> None:
    """Bring what stands in a file, or which names a folder holds, to the disk. Raises OSError."""
    if os.name == "nt":
        return  # Windows opens no folder, and of files only those that may be written to
    opened = os.open(path, os.O_RDONLY)
    try:
        os.fsync(opened)
    except OSError as error:
        if error.errno not in KNOWS_NO_SYNC:
            raise
    finally:
        os.close(opened)
