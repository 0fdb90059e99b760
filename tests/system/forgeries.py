"""Somebody who may write the whole database forges the journal; up to the last root it must show.

``python -m tests.system.forgeries 100000`` tries that many at random (SEED=7 chooses which).
"""

from __future__ import annotations

import copy
import os
import random
import sys
from collections import defaultdict
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from store.journal import Entry, first_link, link
from store.roots import FIRST, Head, digest_of
from tools.verify import Dump, hash_of, verify

Root = dict[str, Any]
START = datetime(2026, 3, 2, 8, tzinfo=UTC)
STATES = ("received", "under_assessment", "granted", "not_granted", "withdrawn")


class World:
    """A small journal as the product writes it: cases, chains, rows, roots."""

    def __init__(self, rng: random.Random, cases: int = 5, rounds: int = 3) -> None:
        self.rng, self.dump, self.roots = rng, Dump(), list[Root]()
        self.cases = [UUID(int=rng.getrandbits(128), version=4) for _ in range(cases)]
        self.at = START
        for _ in range(rounds):
            for case in self.cases:
                for _ in range(rng.randint(1, 3)):
                    self.write(case)
            self.draw()
        for case in self.cases[:2]:  # what came after the last root
            self.write(case)

    def write(self, case: UUID) -> None:
        """One entry of a case, telling a new state of its row."""
        self.at += timedelta(seconds=self.rng.randint(1, 900), microseconds=self.rng.randint(0, 9))
        entries = self.dump.entries[str(case)]
        row = {"table": "requests", "id": str(case), "set": {"state": self.rng.choice(STATES)}}
        if not entries:
            row["set"] |= {"id": str(case)}
        facts = {"rows": [row]}
        promise = {f"{case}/letter": f"{self.rng.getrandbits(256):064x}"}
        entry = Entry(case, len(entries) + 1, self.at, "course", "jens", facts, promise)
        previous = bytes.fromhex(entries[-1]["hash"]) if entries else first_link(case)
        entries.append(
            {
                "case": str(case), "seq": entry.seq,
                "at": self.at.isoformat(timespec="microseconds"), "kind": entry.kind,
                "actor": entry.actor, "facts": facts, "commitments": promise,
                "previous": previous.hex(), "hash": link(previous, entry).hex(),
            }
        )  # fmt: skip
        self.dump.heads[str(case)] = (entry.seq, entries[-1]["hash"])
        self.dump.rows.setdefault(("requests", str(case)), {}).update(row["set"])

    def draw(self) -> None:
        """A root over all heads, as store/roots.py draws it."""
        known = {case: (seq, end) for root in self.roots for case, seq, end in root["changed"]}
        heads = [
            Head(UUID(c), s, bytes.fromhex(e)) for c, (s, e) in sorted(self.dump.heads.items())
        ]
        changed = [
            [str(head.case_id), head.seq, head.hash.hex()]
            for head in heads
            if known.get(str(head.case_id)) != (head.seq, head.hash.hex())
        ]
        number = len(self.roots) + 1
        previous = bytes.fromhex(self.roots[-1]["hash"]) if self.roots else FIRST
        digest = digest_of(heads, previous, number, self.at).hex()
        self.roots.append(
            {
                "number": number, "at": self.at.isoformat(timespec="microseconds"),
                "cases": len(heads), "previous": previous.hex(), "hash": digest, "changed": changed,
            }
        )  # fmt: skip
        self.dump.roots[number] = digest


def relink(dump: Dump, case: str) -> None:
    """What a forger does who knows how the chain is made: numbers, hashes and the head are made to fit."""
    previous = first_link(UUID(case)).hex()
    for number, entry in enumerate(dump.entries[case], 1):
        entry["seq"], entry["case"], entry["previous"] = number, case, previous
        previous = entry["hash"] = hash_of(entry)
    dump.heads[case] = (len(dump.entries[case]), previous)


# --- forgeries: each changes something that a root vouches for -----------------------------------


def _case(world: World, rng: random.Random) -> tuple[str, list[dict[str, Any]], int]:
    """A case, its entries, and how many of them the last root vouches for."""
    vouched = {case: seq for root in world.roots for case, seq, _ in root["changed"]}
    case = rng.choice(sorted(vouched))
    return case, world.dump.entries[case], vouched[case]


def edit(world: World, rng: random.Random) -> str:
    case, entries, vouched = _case(world, rng)
    entry = entries[rng.randrange(vouched)]
    name = rng.choice(("kind", "actor", "at", "facts", "commitments", "hash", "previous", "seq"))
    if name == "at":
        moved = datetime.fromisoformat(entry["at"]) + timedelta(microseconds=rng.randint(1, 10**9))
        entry["at"] = moved.isoformat(timespec="microseconds")
    elif name == "facts":
        entry["facts"]["rows"][0]["set"]["state"] += "x"
    elif name == "commitments":
        entry["commitments"] = {
            key: value[::-1] + "0" for key, value in entry["commitments"].items()
        }
    elif name == "seq":
        entry["seq"] += rng.randint(1, 5)
    elif name in ("hash", "previous"):
        entry[name] = f"{rng.getrandbits(256):064x}"
    else:
        entry[name] += "x"
    return case if name not in ("hash", "previous", "seq") else ""


def remove(world: World, rng: random.Random) -> str:
    case, entries, vouched = _case(world, rng)
    del entries[rng.randrange(vouched)]
    return case


def truncate(world: World, rng: random.Random) -> str:
    case, entries, vouched = _case(world, rng)
    del entries[rng.randrange(vouched) :]
    return case


def swap(world: World, rng: random.Random) -> str:
    case, entries, vouched = _case(world, rng)
    if vouched < 2:
        return edit(world, rng)
    one, other = rng.sample(range(vouched), 2)
    entries[one], entries[other] = entries[other], entries[one]
    return case


def insert(world: World, rng: random.Random) -> str:
    case, entries, vouched = _case(world, rng)
    false = copy.deepcopy(rng.choice(entries))
    false["actor"], false["facts"]["rows"][0]["set"]["state"] = "lise", "granted"
    entries.insert(rng.randrange(vouched), false)
    return case


def remove_case(world: World, rng: random.Random) -> str:
    case, _, _ = _case(world, rng)
    del world.dump.entries[case], world.dump.heads[case], world.dump.rows["requests", case]
    return ""


def edit_row(world: World, rng: random.Random) -> str:
    row = world.dump.rows[rng.choice(sorted(world.dump.rows))]
    row["state"] += "x"
    return ""


def insert_row(world: World, rng: random.Random) -> str:
    """A wish that never was, or a task or a meeting's time that nobody entered."""
    case = rng.choice(world.cases)
    fresh = str(UUID(int=rng.getrandbits(128), version=4))
    values = rng.choice(
        (
            ("requests", {"id": fresh, "state": "granted"}),
            ("tasks", {"id": fresh, "request_id": str(case), "meeting_id": None}),
            ("occurrences", {"id": fresh, "meeting_id": str(case)}),
        )
    )
    world.dump.rows[values[0], fresh] = dict(values[1])
    return ""


def tell_anothers_row(world: World, rng: random.Random) -> str:
    """A row is changed and its own chain left alone: a case made up for it tells the row as it is now, and
    is the first or the last that is read."""
    key = rng.choice(sorted(world.dump.rows))
    row = world.dump.rows[key]
    row["state"] += "x"
    case = UUID(int=rng.choice((1, 2**128 - 1)))
    world.write(case)
    if rng.random() < 0.5:  # it may have no row of its own
        del world.dump.rows["requests", str(case)]
        world.dump.entries[str(case)][-1]["facts"]["rows"].clear()
    told = {"table": key[0], "id": key[1], "set": dict(row)}
    world.dump.entries[str(case)][-1]["facts"]["rows"].append(told)
    world.dump.entries = defaultdict(list, sorted(world.dump.entries.items()))
    return str(case)


def backdate(world: World, rng: random.Random) -> str:
    """Somebody adds what is said to have been before: before the entry that it follows, or, in a case
    begun for it, before a root that does not know it. A root may come after, and be dated back too."""
    case = (
        rng.choice(world.cases) if rng.random() < 0.5 else UUID(int=rng.getrandbits(128), version=4)
    )
    now, back = world.at, timedelta(seconds=rng.randint(2 * 3600, 10**7))
    world.at -= back
    world.write(case)
    if rng.random() < 0.7:
        world.at = now + timedelta(hours=1) if rng.random() < 0.5 else world.at
        world.draw()
        relink(world.dump, str(case))
    return str(case)


def postdate(world: World, rng: random.Random) -> str:
    """Somebody adds what is said to be later than the root that then vouches for it."""
    case, now = rng.choice(world.cases), world.at
    world.at += timedelta(seconds=rng.randint(2 * 3600, 10**7))
    world.write(case)
    world.at = now + timedelta(hours=1)
    world.draw()
    return str(case)


def edit_root(world: World, rng: random.Random) -> str:
    root = rng.choice(world.roots)
    name = rng.choice(("hash", "previous", "at", "cases", "changed", "number"))
    if name in ("hash", "previous"):
        root[name] = f"{rng.getrandbits(256):064x}"
    elif name in ("cases", "number"):
        root[name] += 1
    elif name == "at":
        root["at"] = START.isoformat(timespec="microseconds")
    else:
        root["changed"][0][1] += 1
    return ""


def lose_root(world: World, rng: random.Random) -> str:
    del world.roots[rng.randrange(len(world.roots))]
    return ""


def forget_root(world: World, rng: random.Random) -> str:
    del world.dump.roots[rng.choice(sorted(world.dump.roots))]
    return ""


FORGERIES: tuple[Callable[[World, random.Random], str], ...] = (
    edit, remove, truncate, swap, insert, remove_case, edit_row, insert_row, tell_anothers_row, backdate, postdate,
    edit_root, lose_root, forget_root,
)  # fmt: skip


def forge(world: World, rng: random.Random) -> str:
    """One forgery; half of those in a chain are made to fit. What was done."""
    chosen = rng.choice(FORGERIES)
    case = chosen(world, rng)
    if case and rng.random() < 0.5:
        relink(world.dump, case)
        return f"{chosen.__name__}, made to fit"
    return chosen.__name__


def attempt(seed: int) -> str | None:
    """Make a world, forge it once; what was done when it does not show, otherwise nothing."""
    rng = random.Random(seed)
    world = World(rng)
    if verify(world.dump, world.roots).findings:
        return "found where nothing was forged"
    done = forge(world, rng)
    return None if verify(world.dump, world.roots).findings else done


def main() -> int:
    count, seed = int(sys.argv[1]), int(os.environ.get("SEED", "7"))
    missed = {one: done for one in range(seed, seed + count) if (done := attempt(one))}
    print(f"{count - len(missed)} of {count} forgeries found (seeds {seed} to {seed + count - 1})")
    for one, done in missed.items():
        print(f"  seed {one}: {done}")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
