"""``lydhor verify``: forgeries show up to the last root, what lies after it is said, cases are rebuilt."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from datetime import datetime, timedelta
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from casework import effects
from clock import ShiftedClock
from store.roots import file_name
from tests.scenario.stage import Stage, on_stage
from tests.system import played
from tests.system.forgeries import FORGERIES, START, World, attempt, relink
from tools.journal_dump import dump
from tools.verify import CLOCKS, REPLACING, hash_of, main, read_dump, read_roots, verify


@settings(max_examples=300, deadline=None)
@given(st.integers(0, 2**32))
def test_no_forgery_stays_hidden(seed: int) -> None:
    assert attempt(seed) is None


@pytest.mark.parametrize("forgery", FORGERIES, ids=lambda one: one.__name__)
def test_each_kind_of_forgery_shows_even_when_made_to_fit(forgery) -> None:
    for seed in range(20):
        rng = random.Random(seed)
        world = World(rng)
        if case := forgery(world, rng):
            relink(world.dump, case)
        assert verify(world.dump, world.roots).findings, seed


def test_what_came_after_the_last_root_is_said_and_not_vouched_for() -> None:
    world = World(random.Random(1))
    report = verify(world.dump, world.roots)
    assert report.findings == []
    assert sorted(report.after) == sorted(str(case) for case in world.cases[:2])
    case, (first, last) = next(iter(report.after.items()))
    assert first == last == len(world.dump.entries[case])
    world.dump.entries[case][-1]["actor"] = "somebody else"
    relink(world.dump, case)
    assert verify(world.dump, world.roots).findings == []  # the limit that the docs tell of


def test_without_roots_everything_is_after() -> None:
    world = World(random.Random(2))
    world.dump.roots.clear()
    report = verify(world.dump, [])
    assert report.findings == []
    assert set(report.after) == set(world.dump.entries)


def test_rows_from_before_the_course_was_told_are_counted_and_no_others() -> None:
    world = World(random.Random(3))
    old, young = world.cases[0], uuid4()
    for entry in world.dump.entries[
        str(old)
    ]:  # of a release that told what people read, and no more
        entry["kind"], entry["facts"] = "told", {}
    relink(world.dump, str(old))
    world.dump.roots.clear()
    report = verify(world.dump, [])
    assert (report.unbegun, report.findings) == (1, [])
    world.dump.rows["tasks", str(young)] = {
        "id": str(young), "request_id": None, "meeting_id": str(world.cases[1]),
    }  # fmt: skip
    (finding,) = verify(world.dump, []).findings
    assert finding == f"tasks {young}: it is stored, but the journal does not tell of it"


class Upgraded(World):
    """Its first case was begun by a release that told what people read, and no more."""

    def write(self, case: UUID) -> None:
        """As every release writes it, without the rows in the first case."""
        super().write(case)
        if case == self.cases[0]:
            entry = self.dump.entries[str(case)][-1]
            entry["kind"], entry["facts"] = "told", {}
            entry["hash"] = hash_of(entry)
            self.dump.heads[str(case)] = (entry["seq"], entry["hash"])


def put_in(world: World, at: datetime) -> str:
    """A wish past the product, with a chain that fits and says that it was begun then."""
    case = uuid4()
    world.write(case)
    (entry,) = world.dump.entries[str(case)]
    entry |= {"kind": "told", "facts": {}, "at": at.isoformat(timespec="microseconds")}
    relink(world.dump, str(case))
    return f"requests {case}: it is stored, but the journal does not tell of it"


@pytest.mark.parametrize("rooted", [True, False])
def test_a_case_put_in_without_its_course_is_found(rooted: bool) -> None:
    world = Upgraded(random.Random(4))
    if not rooted:
        world.roots.clear()
        world.dump.roots.clear()
    assert (verify(world.dump, world.roots).unbegun, verify(world.dump, world.roots).findings) == (
        1,
        [],
    )
    begun = datetime.fromisoformat(world.dump.entries[str(world.cases[1])][0]["at"])
    late = put_in(world, begun + REPLACING)
    assert untold(world) == [late]
    back = put_in(world, START)
    assert untold(world) == ([late, back] if rooted else [late])  # the limit that the docs tell of


def untold(world: World) -> list[str]:
    """The rows that no journal tells of; when a case says that it was begun is looked at apart."""
    return [f for f in verify(world.dump, world.roots).findings if f.startswith("requests ")]


def test_transactions_that_overlap_and_clocks_that_differ_a_little_hold() -> None:
    world = World(random.Random(5))
    for _ in range(2):
        world.at -= CLOCKS
        world.write(world.cases[0])
        world.at -= timedelta(minutes=1)
        world.draw()
    assert verify(world.dump, world.roots).findings == []


def test_an_entry_dated_back_is_found_by_its_chain_alone() -> None:
    world = World(random.Random(6))
    world.roots.clear()
    world.dump.roots.clear()
    world.at -= timedelta(hours=2)
    world.write(world.cases[0])
    found = f"case {world.cases[0]} entry {len(world.dump.entries[str(world.cases[0])])}"
    findings = [f"{found}: it is dated before the entry it follows"]
    assert verify(world.dump, []).findings == findings
    world.write(world.cases[0])  # and what follows the one dated back is no better for it
    assert len(verify(world.dump, []).findings) == 2


@pytest.mark.parametrize("rooted", [True, False])
def test_a_case_dated_back_is_found_by_the_roots_that_do_not_know_it(rooted: bool) -> None:
    world = World(random.Random(7))
    now, case = world.at, uuid4()
    world.at = START
    world.write(case)
    world.at = now
    if rooted:
        world.draw()
    findings = [f"case {case} entry 1: it is dated before a root that does not know it"]
    assert verify(world.dump, world.roots).findings == findings
    world.at = START + timedelta(minutes=20)  # a root that is dated back vouches for nothing either
    world.draw()
    found = verify(world.dump, world.roots).findings
    assert f"root {len(world.roots)}: it is dated before the root it follows" in found
    assert set(findings) <= set(found)


async def test_the_played_way_holds_and_every_case_can_be_rebuilt(
    database_url: str, clock: ShiftedClock, tmp_path: Path
) -> None:
    roots, file = tmp_path / "roots", tmp_path / "journal.jsonl"
    roots.mkdir()
    async with on_stage(database_url, clock, JOURNAL_EXPORT_DIR=str(roots)) as stage:
        await played.decide(stage)
        await draw_a_root(stage)
        await played.hold(stage)
        await draw_a_root(stage)
        names = [path.name for path in sorted(roots.iterdir())]
        assert len(names) >= 2
        assert names == [file_name(number) for number in range(1, len(names) + 1)]
        with file.open("w", encoding="utf-8") as out:
            dump(stage.database.url, out)
        told = await stage.rows("SELECT id, state, decided_by FROM requests")
        await forged_rows_show(stage, roots)
    lines = file.read_text(encoding="utf-8").splitlines()
    report = verify(read_dump(lines), read_roots(roots))
    assert report.findings == []
    assert (report.unbegun, report.after) == (0, {})
    assert report.cases >= 3
    assert {row["state"] for row in told} == {"granted", "not_granted"}
    of_offline_tool(file, roots)


async def draw_a_root(stage: Stage) -> None:
    """The hour is over."""
    async with stage.database.unit() as unit:
        await unit.effects.schedule(effects.ROOT, "hourly")
    await stage.settle()


async def forged_rows_show(stage: Stage, roots: Path) -> None:
    """Somebody changes a decision in the database and nothing in the journal."""
    async with stage.database.unit() as unit:
        await unit.session.execute(text("UPDATE requests SET state = 'granted', decided_by = 'x'"))
    copy = roots.parent / "forged.jsonl"
    with copy.open("w", encoding="utf-8") as out:
        dump(stage.database.url, out)
    with copy.open(encoding="utf-8") as lines:
        findings = verify(read_dump(lines), read_roots(roots)).findings
    assert {finding.split(": ")[1] for finding in findings} == {
        "state is not what the journal tells",
        "decided_by is not what the journal tells",
    }


def of_offline_tool(file: Path, roots: Path) -> None:
    """The tool alone, without anything of ours or anybody else's: Python's own library."""
    source = Path(__file__).resolve().parents[2] / "tools" / "verify.py"
    command = [sys.executable, "-I", "-S", str(source), str(file), "--roots", str(roots)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.endswith("all holds\n")
    broken = json.loads((roots / file_name(1)).read_text(encoding="utf-8"))
    broken["cases"] += 1
    (roots / file_name(1)).write_text(json.dumps(broken), encoding="utf-8")
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "DOES NOT HOLD  root 1" in done.stdout


def test_what_is_no_dump_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "journal.jsonl"
    for content in ("", "[]", '{"format": "else"}', "no json"):
        file.write_text(content, encoding="utf-8")
        monkeypatch.setattr(sys, "argv", ["verify", str(file)])
        assert main() == 2
        assert capsys.readouterr().err.startswith("cannot be read: ")
