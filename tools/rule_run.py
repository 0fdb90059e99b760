"""What the last whole test run (``make test``) said of the marked tests, and whether that still holds.

The run leaves ``build/test-run.json`` (``tests/system/rule_report.py``). It belongs to one state of the
tree: every file that git does not ignore, by name and content.
"""

from __future__ import annotations

import hashlib
import json
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from tools.rules_found import ROOT

REPORT = ROOT / "build" / "test-run.json"


@dataclass(frozen=True)
class Run:
    """A test run that can be used, or why there is none (``unusable``, in words).

    ``results``: pytest's id without parameters → whether the test passed. ``ended``: when, as written.
    """

    results: Mapping[str, bool] = field(default_factory=dict)
    ended: str = ""
    unusable: str = ""


def state(root: Path = ROOT) -> str:
    """The state of the tree, as a digest. Empty where git cannot tell which files belong to it."""
    try:
        listed = subprocess.run(
            ["git", "ls-files", "-co", "--exclude-standard", "-z"],
            cwd=root, check=True, capture_output=True,
        ).stdout  # fmt: skip
    except (OSError, subprocess.CalledProcessError):
        return ""
    whole = hashlib.sha256()
    for name in sorted({one for one in listed.decode().split("\0") if one}):
        whole.update(f"{name}\0{_content(root / name)}\n".encode())
    return whole.hexdigest()


def _content(path: Path) -> str:
    if path.is_symlink():
        return f"-> {path.readlink()}"
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else "gone"


def last_run(report: Path = REPORT, root: Path = ROOT) -> Run:
    """The last whole run, if it was one and the tree is still as it was then."""
    try:
        read = json.loads(report.read_text(encoding="utf-8"))
        results, ended = dict(read["results"]), str(read["ended"])
        began_with, ended_with, finished = read["state"], read["state_at_end"], read["finished"]
    except FileNotFoundError:
        return Run(unusable="no whole test run has been made here (make test)")
    except (OSError, ValueError, KeyError, TypeError):
        return Run(unusable=f"{report.name} cannot be read")
    if not finished:
        return Run(unusable=f"the test run of {ended} did not come to its end")
    if began_with != ended_with:
        return Run(unusable=f"files were changed during the test run of {ended}")
    if not began_with or began_with != state(root):
        return Run(unusable=f"the test run of {ended} was made with other files than these")
    return Run(results, ended)
