"""``make rules`` believes the last whole test run as long as it was about these very files."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tools import rules
from tools.rule_run import Run, last_run, state

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A small tree of its own, as git sees it: one file handed in, one new, one ignored."""
    tree = tmp_path / "tree"
    tree.mkdir()
    (tree / "rule.py").write_text("HOLDS = True\n")
    (tree / ".gitignore").write_text("build/\n")
    git = ["git", "-c", "user.name=x", "-c", "user.email=x@example.org", "-C", str(tree)]
    for arguments in (["init", "-q"], ["add", "."], ["commit", "-q", "-m", "first"]):
        subprocess.run([*git, *arguments], check=True)
    (tree / "new.py").write_text("NEW = 1\n")
    (tree / "build").mkdir()
    (tree / "build" / "some.json").write_text("{}")
    (tree / "link").symlink_to("rule.py")
    return tree


def test_the_state_is_of_every_file_that_is_not_ignored(tree: Path) -> None:
    before = state(tree)
    assert len(before) == 64
    (tree / "build" / "some.json").write_text("[]")
    assert state(tree) == before
    seen = {before}
    for name, content in (("rule.py", "HOLDS = False\n"), ("new.py", "NEW = 2\n"), ("more.py", "")):
        (tree / name).write_text(content)
        seen.add(state(tree))
    (tree / "rule.py").unlink()
    seen.add(state(tree))
    (tree / "link").unlink()
    (tree / "link").symlink_to("new.py")
    seen.add(state(tree))
    assert len(seen) == 6


def test_what_is_handed_in_unchanged_is_the_same_state(tree: Path) -> None:
    before = state(tree)
    subprocess.run(["git", "-C", str(tree), "add", "."], check=True)
    assert state(tree) == before


def test_without_git_there_is_no_state(tmp_path: Path) -> None:
    assert state(tmp_path) == ""
    report = written(tmp_path, state="", state_at_end="")
    assert "other files" in last_run(report, tmp_path).unusable


def written(folder: Path, **changed: Any) -> Path:
    """A run's report as the plugin leaves it."""
    report = folder / "test-run.json"
    content = {"ended": "2026-11-29 12:00:00", "finished": True, "state": "", "state_at_end": ""}
    report.write_text(json.dumps({**content, "results": {"t::one": True}, **changed}))
    return report


def test_a_run_of_these_files_is_used(tree: Path, tmp_path: Path) -> None:
    now = state(tree)
    report = written(tmp_path, state=now, state_at_end=now)
    assert last_run(report, tree) == Run({"t::one": True}, "2026-11-29 12:00:00")
    (tree / "rule.py").write_text("HOLDS = False\n")
    assert last_run(report, tree).unusable == (
        "the test run of 2026-11-29 12:00:00 was made with other files than these"
    )


def test_a_run_that_is_not_whole_is_not_used(tree: Path, tmp_path: Path) -> None:
    now = state(tree)
    assert "make test" in last_run(tmp_path / "none.json", tree).unusable
    cut = written(tmp_path, state=now, state_at_end=now, finished=False)
    assert "did not come to its end" in last_run(cut, tree).unusable
    changed = written(tmp_path, state="before", state_at_end=now)
    assert "changed during" in last_run(changed, tree).unusable
    for content in ("{", "[]", '{"results": {}}', '{"results": 1, "ended": ""}'):
        cut.write_text(content)
        assert last_run(cut, tree).unusable == "test-run.json cannot be read"


# --- the plugin, in a run of its own --------------------------------------------------------------

HELD = """
import pytest

@pytest.mark.rule("A1")
@pytest.mark.parametrize("x", [1, 2])
def test_held(x): ...

@pytest.mark.rule("A2")
@pytest.mark.parametrize("x", [1, 2])
def test_broken(x): assert x == 1

@pytest.mark.rule("A3")
def test_passed_over(): pytest.skip()

def test_of_no_rule(): ...
"""


def run(folder: Path, *extra: str, before: str = "") -> dict[str, Any]:
    """A whole run of the tests in ``folder``, with the plugin; what it wrote."""
    (folder / "pytest.ini").write_text("[pytest]\nmarkers = rule(*ids): a rule\n")
    report = folder / "report.json"
    report.write_text("old")
    subprocess.run(
        [
            sys.executable,
            "-m",
            "pytest",
            "-q",
            "-p",
            "tests.system.rule_report",
            *extra,
            str(folder),
        ],
        cwd=folder,
        env={
            **os.environ,
            "RULE_REPORT": str(report),
            "RULE_REPORT_BEFORE": before,
            "PYTHONPATH": str(ROOT),
        },
        capture_output=True,
        check=False,
    )
    read: dict[str, Any] = json.loads(report.read_text(encoding="utf-8"))
    return read


@pytest.mark.parametrize("extra", [(), ("-n", "2")], ids=["alone", "shared out"])
def test_the_run_tells_what_came_of_marked_tests(tmp_path: Path, extra: tuple[str, ...]) -> None:
    (tmp_path / "test_some.py").write_text(HELD)
    told = run(tmp_path, *extra)
    results = {name.split("::")[1]: passed for name, passed in told["results"].items()}
    assert results == {"test_held": True, "test_broken": False, "test_passed_over": False}
    assert told["finished"] is True
    assert told["state"] == told["state_at_end"] != ""


def test_a_run_that_cannot_read_a_file_is_not_whole(tmp_path: Path) -> None:
    (tmp_path / "test_some.py").write_text(HELD)
    (tmp_path / "test_unreadable.py").write_text("import nowhere_at_all\n")
    told = run(tmp_path)
    assert told["finished"] is False
    assert told["results"]["test_unreadable.py"] is False


@pytest.mark.parametrize(
    ("changed", "finished", "same"),
    [({}, True, True), ({"finished": False}, False, True), ({"state": "x"}, True, False)],
    ids=["whole", "the first was cut", "files changed between"],
)
def test_two_runs_that_belong_together_count_as_one(
    tmp_path: Path, changed: dict[str, Any], finished: bool, same: bool
) -> None:
    (tmp_path / "test_some.py").write_text(HELD)
    (tmp_path / "gate").mkdir()
    gate = written(
        tmp_path / "gate", **{"state": state(), "results": {"gate::one": True}, **changed}
    )
    told = run(tmp_path, before=str(gate))
    assert told["results"]["gate::one"] is True
    assert len(told["results"]) == 4
    assert told["finished"] is finished
    assert (told["state"] == told["state_at_end"]) is same


# --- what the command makes of it -----------------------------------------------------------------


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """The command line with nothing else said, writing elsewhere."""
    monkeypatch.setattr(sys, "argv", ["rules"])
    monkeypatch.setattr(rules, "WRITTEN", tmp_path / "rules.json")
    return tmp_path


def all_passed() -> dict[str, bool]:
    return {test: True for row in rules.table() for test in row.tests}


def use(monkeypatch: pytest.MonkeyPatch, run: Run, now: dict[str, bool] | None = None) -> list[str]:
    """Let ``run`` be the last whole run, and ``now`` what running the tests would show; who was asked."""
    asked: list[str] = []

    def run_now(*_: object, **__: object) -> dict[str, bool]:
        asked.append("run now")
        return now or {}

    monkeypatch.setattr(rules, "last_run", lambda: run)
    monkeypatch.setattr(rules, "run_marked", run_now)
    return asked


def test_the_table_is_made_of_the_last_run(
    asked: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    ran = use(monkeypatch, Run(all_passed(), "2026-11-29 12:00:00"))
    assert rules.main() == 0
    said = capsys.readouterr().out
    assert ran == []
    assert said.rstrip().endswith("in the whole test run of 2026-11-29 12:00:00.")
    rows = [line for line in said.splitlines() if line.rstrip().endswith("  yes")]
    assert len(rows) == 87
    assert len(json.loads((asked / "rules.json").read_text(encoding="utf-8"))) == 87


def test_one_failing_or_missing_test_is_told_and_counts(
    asked: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    results = all_passed()
    failing, missing = sorted(results)[:2]
    results[failing] = False
    use(monkeypatch, Run(results, "now"))
    assert rules.main() == 1
    assert f"  fails, or was not run: {failing}" in capsys.readouterr().out
    del results[missing]
    results[failing] = True
    use(monkeypatch, Run(results, "now"))
    assert rules.main() == 1
    assert f"  fails, or was not run: {missing}" in capsys.readouterr().out


def test_without_a_run_that_can_be_used_the_tests_are_run_and_that_is_said(
    asked: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    ran = use(monkeypatch, Run(unusable="the files are others"), all_passed())
    assert rules.main() == 0
    said = capsys.readouterr().out
    assert ran == ["run now"]
    assert said.startswith("the files are others: the marked tests are run now")
    assert said.rstrip().endswith("were run now.")
