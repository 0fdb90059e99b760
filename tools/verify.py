"""Does the journal hold? Reads files only: no database, no key, nothing but Python's own library.

    python -m tools.verify journal.jsonl --roots FOLDER

``journal.jsonl`` is what ``python -m tools.journal_dump`` wrote, FOLDER holds the root files that were
handed out meanwhile (docs/journal.md). Every entry is hashed anew, every chain followed to its head, every
root recomputed and looked for in the chains, and every case rebuilt from its entries and compared with
the rows as stored. Exit code 0: all holds. 1: something does not, and it is named. 2: cannot be read.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

CASE_OF = {"occurrences": "meeting_id", "incidents": "meeting_id"}
"""The column that names a row's case; of a task it is the wish, or else the meeting, of others the row itself."""
REPLACING = timedelta(hours=1)
"""How long replicas of an earlier release may go on writing beside a newer one (docs/upgrades.md)."""
CLOCKS = timedelta(minutes=10)
"""How far an entry may be dated out of its order: transactions overlap, and machines' clocks differ a little."""
CHAIN, ROOT, DUMP = "lydhoer journal 1", "lydhoer journal root 1", "lydhoer journal dump 1"


@dataclass
class Dump:
    """What was read of the database: entries by case, heads, the roots it knows, the stored rows."""

    entries: dict[str, list[dict[str, Any]]] = field(default_factory=lambda: defaultdict(list))
    heads: dict[str, tuple[int, str]] = field(default_factory=dict)
    roots: dict[int, str] = field(default_factory=dict)
    rows: dict[tuple[str, str], dict[str, Any]] = field(default_factory=dict)


@dataclass
class Report:
    """What was found. ``after``: case → first and last entry that no root vouches for yet.

    ``unbegun``: rows from before the journal told their course; they cannot be rebuilt.
    """

    cases: int = 0
    entries: int = 0
    roots: int = 0
    findings: list[str] = field(default_factory=list)
    after: dict[str, tuple[int, int]] = field(default_factory=dict)
    unbegun: int = 0


def verify(dump: Dump, roots: Iterable[Mapping[str, Any]]) -> Report:
    """Everything that can be said of a dump and the roots that were handed out."""
    report = Report(cases=len(dump.entries), entries=sum(map(len, dump.entries.values())))
    for case in sorted({*dump.entries, *dump.heads}):
        report.findings += chain_faults(case, dump.entries.get(case, []), dump.heads.get(case))
    roots = list(roots)
    vouched = _check_roots(dump, roots, report)
    for case, entries in dump.entries.items():
        last = max((int(entry["seq"]) for entry in entries), default=0)
        if last > vouched.get(case, 0):
            report.after[case] = (vouched.get(case, 0) + 1, last)
    _check_rows(dump, report, cases_from_before(dump, roots, vouched))
    return report


# --- one chain ----------------------------------------------------------------------------------


def chain_faults(
    case: str, entries: list[dict[str, Any]], head: tuple[int, str] | None
) -> Iterator[str]:
    """Entries that are missing, changed, out of place or dated back, and an end that is not the head's."""
    previous = hashlib.sha256(CHAIN.encode() + UUID(case).bytes).hexdigest()
    latest: datetime | None = None
    for expected, entry in enumerate(entries, 1):
        at = f"case {case} entry {entry['seq']}"
        if entry["seq"] != expected:
            yield f"{at}: number {expected} is missing, or the order is another"
        if entry["previous"] != previous:
            yield f"{at}: does not follow the entry before it"
        if hash_of(entry) != entry["hash"]:
            yield f"{at}: its content is not what was hashed"
        if latest and _moment(entry) < latest - CLOCKS:
            yield f"{at}: it is dated before the entry it follows"
        previous, latest = entry["hash"], max(latest or _moment(entry), _moment(entry))
    if head != (len(entries), previous):
        yield f"case {case}: the chain does not end where its head says"


def hash_of(entry: Mapping[str, Any]) -> str:
    """The hash an entry must have: over the hash before it and all that it tells."""
    names = ("case", "seq", "at", "kind", "actor", "facts", "commitments")
    told = {name: entry[name] for name in names}
    body = json.dumps(told, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(bytes.fromhex(entry["previous"]) + body.encode()).hexdigest()


# --- the roots ----------------------------------------------------------------------------------


def _check_roots(dump: Dump, roots: list[Mapping[str, Any]], report: Report) -> dict[str, int]:
    """Follow the roots; case → the last entry that a root vouches for."""
    report.roots = len(roots)
    heads: dict[str, tuple[int, str]] = {}
    previous, number = hashlib.sha256(ROOT.encode()).hexdigest(), 0
    latest: datetime | None = None
    for root in sorted(roots, key=lambda root: int(root["number"])):
        number += 1
        name = f"root {root['number']}"
        if root["number"] != number or root["previous"] != previous:
            report.findings.append(f"{name}: does not follow the root before it")
        if latest and _moment(root) < latest - CLOCKS:
            report.findings.append(f"{name}: it is dated before the root it follows")
        for case, seq, _ in root["changed"]:
            first, _ = heads.get(str(case), (0, ""))
            fresh = dump.entries.get(str(case), [])[first : int(seq)]
            report.findings += _dated_wrong(fresh, latest, _moment(root))
        latest = max(latest or _moment(root), _moment(root))
        heads |= {str(case): (int(seq), str(end)) for case, seq, end in root["changed"]}
        if root["hash"] != root_hash(root, heads) or root["cases"] != len(heads):
            report.findings.append(f"{name}: its content is not what was hashed")
        if dump.roots.get(root["number"]) != root["hash"]:
            report.findings.append(f"{name}: the database knows another one, or none")
        for case, seq, end in root["changed"]:
            if not _stands(dump, str(case), int(seq), str(end)):
                report.findings.append(
                    f"{name}: case {case} had another entry {seq} when it was drawn"
                )
        previous, number = str(root["hash"]), int(root["number"])
    for case, entries in sorted(dump.entries.items()):
        first, _ = heads.get(case, (0, ""))
        report.findings += _dated_wrong(entries[first:], latest, None)
    for missing in sorted(set(dump.roots) - {int(root["number"]) for root in roots}):
        report.findings.append(f"root {missing}: the database knows it, but its file is not here")
    return {case: seq for case, (seq, _) in heads.items()}


def _dated_wrong(
    entries: Iterable[Mapping[str, Any]], since: datetime | None, until: datetime | None
) -> Iterator[str]:
    """Entries dated before the root that does not vouch for them yet, or after the first that does."""
    for entry in entries:
        name = f"case {entry['case']} entry {entry['seq']}"
        if since and _moment(entry) < since - CLOCKS:
            yield f"{name}: it is dated before a root that does not know it"
        if until and _moment(entry) > until + CLOCKS:
            yield f"{name}: it is dated after the root that vouches for it"


def root_hash(root: Mapping[str, Any], heads: Mapping[str, tuple[int, str]]) -> str:
    """The hash a root must have: over the root before it and every head, in order of case."""
    lines = [f"{root['number']} {root['at']}\n"]
    lines += [f"{case} {seq} {end}\n" for case, (seq, end) in sorted(heads.items())]
    return hashlib.sha256(bytes.fromhex(root["previous"]) + "".join(lines).encode()).hexdigest()


def _stands(dump: Dump, case: str, seq: int, end: str) -> bool:
    entries = dump.entries.get(case, [])
    return 0 < seq <= len(entries) and bool(entries[seq - 1]["hash"] == end)


# --- the rows -----------------------------------------------------------------------------------


def rebuilt(entries: Iterable[Mapping[str, Any]]) -> dict[tuple[str, str], dict[str, Any]]:
    """The rows of a case as its entries tell them: the last value of every column."""
    rows: dict[tuple[str, str], dict[str, Any]] = {}
    for entry in entries:
        if entry["kind"] == "course":
            for row in entry["facts"]["rows"]:
                rows.setdefault((row["table"], row["id"]), {}).update(row["set"])
    return rows


def case_of(table: str, stored: Mapping[str, Any]) -> str:
    """The case whose journal has to tell of a row."""
    if table == "tasks":
        return str(stored.get("request_id") or stored.get("meeting_id"))
    return str(stored.get(CASE_OF.get(table, "id")))


def cases_from_before(
    dump: Dump, roots: Iterable[Mapping[str, Any]], vouched: Collection[str]
) -> set[str]:
    """The cases that began before the journal told the course: of these alone may a row be untold.

    Each has a chain that began by then, or while the earlier release was being replaced; and where a root
    was drawn well after that, it vouches for the chain, so that none can be written later and dated back.
    """
    every = [entry for entries in dump.entries.values() for entry in entries]
    begun = min((_moment(one) for one in every if one["kind"] == "course"), default=None)
    began = {case: _moment(entries[0]) for case, entries in dump.entries.items() if entries}
    if begun is None:
        return set(began)
    if not any(_moment(one) < begun for one in every):
        return set()  # it told the course from the first entry on
    found = {case for case, at in began.items() if at < begun + REPLACING}
    rooted = any(_moment(root) > begun + 2 * REPLACING for root in roots)
    return found & set(vouched) if rooted else found


def _moment(told: Mapping[str, Any]) -> datetime:
    return datetime.fromisoformat(str(told["at"]))


def _check_rows(dump: Dump, report: Report, old: Collection[str]) -> None:
    """Each row against what its own case tells of it; no other case may tell of it."""
    told = {case: rebuilt(entries) for case, entries in dump.entries.items()}
    for key, stored in dump.rows.items():
        name, case = f"{key[0]} {key[1]}", case_of(key[0], stored)
        rows = told.get(case, {})
        if "id" not in rows.get(key, {}):
            whole = any(row_id == case and "id" in values for (_, row_id), values in rows.items())
            if case in old and not whole:
                report.unbegun += 1
            else:
                report.findings.append(f"{name}: it is stored, but the journal does not tell of it")
            continue
        for column in sorted(stored):
            if rows[key].get(column) != stored[column]:
                report.findings.append(f"{name}: {column} is not what the journal tells")
    for case, rows in sorted(told.items()):
        for table, row_id in sorted(rows):
            stored = dump.rows.get((table, row_id), {})
            if not stored:
                finding = "the journal tells of it, but it is not stored"
            elif case_of(table, stored) != case:
                finding = f"case {case} tells of it, but it is another's"
            else:
                continue
            report.findings.append(f"{table} {row_id}: {finding}")


# --- reading and saying -------------------------------------------------------------------------


def read_dump(lines: Iterable[str]) -> Dump:
    """A dump, line by line. Raises ValueError or KeyError when it is none."""
    dump, rest = Dump(), iter(lines)
    first = json.loads(next(rest, "{}"))
    if not isinstance(first, dict) or first.get("format") != DUMP:
        raise ValueError("not a dump of the journal")
    for line in rest:
        what, value = next(iter(json.loads(line).items()))
        if what == "entry":
            dump.entries[value["case"]].append(value)
        elif what == "head":
            dump.heads[value["case"]] = (value["seq"], value["hash"])
        elif what == "root":
            dump.roots[value["number"]] = value["hash"]
        elif what == "row":
            dump.rows[value["table"], value["id"]] = value["values"]
    return dump


def read_roots(folder: Path | None) -> list[dict[str, Any]]:
    """The root files of a folder. Raises ValueError when one of them is none."""
    roots = []
    for path in sorted(folder.glob("root-*.json")) if folder else []:
        root = json.loads(path.read_text(encoding="utf-8"))
        if not isinstance(root, dict) or root.get("format") != ROOT:
            raise ValueError(f"{path.name} is no root")
        roots.append(root)
    return roots


def printed(report: Report) -> str:
    """What people read."""
    lines = [f"{report.entries} entries of {report.cases} cases, {report.roots} roots"]
    lines += [f"  DOES NOT HOLD  {finding}" for finding in report.findings]
    if report.after:
        later = sum(last - first + 1 for first, last in report.after.values())
        lines.append(
            f"  {later} entries of {len(report.after)} cases came after the last root: their chains were"
            " followed, but nothing outside the database vouches for them yet"
        )
    if report.unbegun:
        lines.append(
            f"  {report.unbegun} rows are older than what the journal tells of their course"
        )
    lines.append("does not hold" if report.findings else "all holds")
    return "\n".join(lines)


def main() -> int:
    """The command line; the exit code."""
    parser = argparse.ArgumentParser(prog="lydhor verify", description=__doc__.split("\n\n")[0])
    parser.add_argument("journal", type=Path, help="what tools.journal_dump wrote")
    parser.add_argument("--roots", type=Path, help="the folder with the root files")
    options = parser.parse_args()
    try:
        with options.journal.open(encoding="utf-8") as lines:
            dump = read_dump(lines)
        report = verify(dump, read_roots(options.roots))
    except (OSError, ValueError, KeyError, TypeError) as error:
        print(f"cannot be read: {error}", file=sys.stderr)
        return 2
    print(printed(report))
    return 1 if report.findings else 0


if __name__ == "__main__":
    sys.exit(main())
