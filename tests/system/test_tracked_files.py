"""What is committed names no package registry, no path of a machine, and no lock with addresses."""

from __future__ import annotations

import importlib.metadata
import json
import re
from collections.abc import Iterator
from pathlib import Path

from tools.data_files import faults, own_files

ROOT = Path(__file__).resolve().parents[2]
PICTURES = {".png", ".ico", ".pdf", ".woff2", ".wav"}
LOCKS_WITH_ADDRESSES = {"uv.lock", "poetry.lock", "pdm.lock", "pylock.toml", "Pipfile.lock"}
ADDRESS = re.compile(
    r"https?://[^ \"]+\.(whl|tgz|tar\.gz)\b"
    r"|(registry|index-url|resolved)\"? *[=: ] *\"?https?://"
    r"|https?://[^ \"]*/simple/?(\"|$| )",
    re.MULTILINE,
)


def written() -> dict[Path, str]:
    """The text files that are, or would be, committed."""
    return {
        path: path.read_text(encoding="utf-8")
        for path in own_files()
        if path.suffix not in PICTURES
    }


def test_no_address_of_a_registry() -> None:
    found = [
        str(path.relative_to(ROOT)) for path, text in written().items() if ADDRESS.search(text)
    ]
    assert found == []
    assert not {path.name for path in own_files()} & LOCKS_WITH_ADDRESSES


def test_no_path_of_this_machine() -> None:
    here = [f"{place}/" for place in (ROOT, ROOT.parent, Path.home()) if len(place.parts) > 1]
    found = [
        str(path.relative_to(ROOT))
        for path, text in written().items()
        if any(place in text for place in here)
    ]
    assert found == []


def test_locks_carry_hashes() -> None:
    packages = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    fetched = [entry for name, entry in packages.items() if name]
    assert all("integrity" in entry and "resolved" not in entry for entry in fetched)
    for lock in (ROOT / "requirements").glob("*.txt"):
        text = lock.read_text(encoding="utf-8")
        pins = re.findall(r"^[a-z0-9][\w.\-\[\], ]*==", text, re.MULTILINE)
        assert pins
        assert len(re.findall(r"==\S+(?: ;.*)? \\\n    --hash=", text)) == len(pins), lock.name


def test_every_wanted_package_is_locked() -> None:
    for wanted in (ROOT / "requirements").glob("*.in"):
        locked = wanted.with_suffix(".txt").read_text(encoding="utf-8").lower()
        for line in wanted.read_text(encoding="utf-8").splitlines():
            if name := re.match(r"[A-Za-z][\w.-]*", line):
                plain = re.sub(r"[-_.]+", "-", name[0]).lower()
                assert f"\n{plain}==" in f"\n{locked}".replace("[", "=="), (wanted.name, plain)


def test_extras_are_pinned_by_name() -> None:
    """pip's hash mode takes `coverage[toml]` for unpinned beside `coverage==…` once a newer one is out."""
    dependencies = importlib.metadata.distribution("pytest-cov").requires or []
    assert any(one.startswith("coverage[toml]") for one in dependencies)
    locked = (ROOT / "requirements" / "dev.txt").read_text(encoding="utf-8")
    assert re.search(r"^coverage\[toml\]==", locked, re.MULTILINE)
    for lock in (ROOT / "requirements").glob("*.txt"):
        for name, extras in wanted_extras(lock):
            pinned = re.search(
                rf"^{name}\[([^\]]+)\]==", lock.read_text(encoding="utf-8"), re.MULTILINE
            )
            assert pinned, (lock.name, name)
            assert extras <= set(pinned[1].split(", ")), (lock.name, name)


def wanted_extras(lock: Path) -> Iterator[tuple[str, set[str]]]:
    """The extras that the lock's own wishes name: package and extras."""
    for line in lock.with_suffix(".in").read_text(encoding="utf-8").splitlines():
        if named := re.match(r"([\w.-]+)\[([^\]]+)\]", line):
            yield named[1].lower(), {one.strip() for one in named[2].split(",")}


def test_data_files_can_be_read() -> None:
    assert faults() == []
