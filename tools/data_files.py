"""Reads every tracked YAML, JSON and TOML file, so that a slip is found before something needs it."""

from __future__ import annotations

import json
import subprocess
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parent.parent
KINDS: dict[str, Callable[[str], object]] = {
    ".yaml": yaml.safe_load,
    ".yml": yaml.safe_load,
    ".json": json.loads,
    ".toml": tomllib.loads,
}


def own_files() -> list[Path]:
    """What git tracks or would track."""
    listed = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard", "-z"],
        cwd=ROOT,
        capture_output=True,
        check=True,
        text=True,
    )
    paths = (ROOT / name for name in listed.stdout.split("\0") if name)
    return [path for path in paths if path.is_file()]


def faults() -> list[str]:
    """One line per file that cannot be read as what its name says."""
    found = []
    for path in own_files():
        if read := KINDS.get(path.suffix):
            try:
                read(path.read_text(encoding="utf-8"))
            except (ValueError, yaml.YAMLError) as error:
                found.append(f"{path.relative_to(ROOT)}: {type(error).__name__}: {error}")
    return found


if __name__ == "__main__":
    lines = faults()
    print("\n".join(lines))
    sys.exit(1 if lines else 0)
