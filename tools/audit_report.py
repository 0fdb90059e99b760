"""What pip-audit found, in a line or two. Runs in ``.data/supply-env``, after ``tools/audit.sh``."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any


def verdict(text: str) -> tuple[int, list[str]]:
    """Exit code and lines for pip-audit's JSON; an empty report means that it could not ask."""
    try:
        packages: list[dict[str, Any]] = json.loads(text)["dependencies"]
    except (ValueError, KeyError):
        packages = []
    asked = [one for one in packages if "skip_reason" not in one]
    if not asked:
        return 0, ["audit: left out, the database of known faults cannot be reached from here"]
    faults = [
        f"audit: {one['name']} {one['version']}: {fault['id']} (mended in {', '.join(fault['fix_versions']) or '-'})"
        for one in asked
        for fault in one["vulns"]
    ]
    unknown = len(packages) - len(asked)
    told = f"audit: {len(asked)} packages, {len(faults)} known faults"
    return bool(faults), [
        *faults,
        told + (f", {unknown} unknown to the database" if unknown else ""),
    ]


def main() -> int:
    """0 unless a known fault is there."""
    path = Path(sys.argv[1])
    code, lines = verdict(path.read_text(encoding="utf-8") if path.is_file() else "")
    print("\n".join(lines))
    return code


if __name__ == "__main__":
    sys.exit(main())
