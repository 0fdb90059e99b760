"""Tries faults made by ``tools/mutants.py``: each in a forked process that has the libraries read already.

Reads from standard input what to try, and writes after each fault what came of it. The module with the
fault is given to the import system instead of the file, so nothing in the tree changes.
"""

from __future__ import annotations

import hashlib
import importlib
import json
import os
import resource
import signal
import sys
import tempfile
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parent.parent
OURS = ("guidelines", "tests", "texts", "tools", "clock", "cards", "casework", "store", "__main__")
PROCESSOR_SECONDS = 30  # of processor time: a busy machine ends nothing early
MEMORY = 4 * 1024**3
FAILED = (pytest.ExitCode.TESTS_FAILED, pytest.ExitCode.INTERRUPTED)
OPTIONS = (
    *("-x", "-q", "-p", "no:cacheprovider", "--confcutdir=tests/unit/guidelines"),
    *("-W", "ignore::pytest.PytestAssertRewriteWarning"),
)


class Broken(MetaPathFinder, Loader):
    """Gives one module with a fault in it."""

    def __init__(self, module: str, source: str) -> None:
        self.module, self.source = module, source

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """The module to be broken, read by this class; every other as always."""
        if fullname != self.module:
            return None
        spec = PathFinder.find_spec(fullname, path, target)
        if spec is not None:
            spec.loader = self
        return spec

    def exec_module(self, module: ModuleType) -> None:
        """Run the source with the fault."""
        exec(compile(self.source, str(module.__file__), "exec", dont_inherit=True), vars(module))  # noqa: S102


def main() -> int:
    """Try what is asked for; 1 when the tests fail without any fault."""
    asked = json.load(sys.stdin)
    to, tests = Path(asked["to"]), asked["tests"]
    state = _state([asked["module"].replace(".", "/") + ".py", *tests])
    came = _before(to, state)
    if not _read_libraries(tests):
        print("the tests fail without any fault", file=sys.stderr)
        return 1
    _keep(to, state, came)
    for fault in asked["faults"]:
        if fault["id"] not in came:
            broken = Broken(asked["module"], fault["source"])
            came[fault["id"]] = _outcome(_forked(partial(_tests, tests, broken)))
            _keep(to, state, came)
    return 0


def _state(names: Iterable[str]) -> str:
    whole = hashlib.sha256()
    for name in names:
        whole.update((ROOT / name).read_bytes())
    return whole.hexdigest()


def _before(to: Path, state: str) -> dict[str, str]:
    """What an earlier run with the same module and tests has found already."""
    try:
        read = json.loads(to.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return dict(read["came"]) if read["state"] == state else {}


def _keep(to: Path, state: str, came: dict[str, str]) -> None:
    """Written beside and then put in its place: a run broken off here loses nothing."""
    beside = to.with_suffix(".new")
    beside.write_text(json.dumps({"state": state, "came": came}, indent=1), encoding="utf-8")
    beside.replace(to)


def _read_libraries(tests: list[str]) -> bool:
    """Run the tests once with nothing broken, and read here what they read that is not ours."""
    with tempfile.NamedTemporaryFile("r", suffix=".json") as names:

        def run() -> int:
            code = _tests(tests, None)
            Path(names.name).write_text(json.dumps(sorted(sys.modules)), encoding="utf-8")
            return code

        if _forked(run) != os.EX_OK:
            return False
        for name in json.load(names):
            if name.split(".")[0] not in OURS:
                try:
                    importlib.import_module(name)
                except ImportError:
                    continue  # a name that only stands in the table of modules
    return True


def _tests(tests: list[str], broken: Broken | None) -> int:
    if broken is not None:
        sys.meta_path.insert(0, broken)
    return int(pytest.main([*OPTIONS, *tests]))


def _forked(run: Callable[[], int]) -> int:
    """What ``run`` returns in a process of its own; the signal that ended it, as a negative number."""
    child = os.fork()
    if child == 0:
        code = os.EX_SOFTWARE
        try:
            silent = os.open(os.devnull, os.O_WRONLY)
            os.dup2(silent, 1)
            os.dup2(silent, 2)
            resource.setrlimit(resource.RLIMIT_CPU, (PROCESSOR_SECONDS, PROCESSOR_SECONDS + 5))
            resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
            code = run()
        finally:
            os._exit(code)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def _outcome(code: int) -> str:
    if code in (-signal.SIGXCPU, -signal.SIGKILL):
        return "without end"
    if code == os.EX_OK:
        return "not noticed"
    return "noticed" if code in FAILED else f"pytest ended with {code}"


if __name__ == "__main__":
    sys.exit(main())
