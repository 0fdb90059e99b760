"""No tracked file holds a secret; and what looks for them finds one that is put there.

``tools/secrets_scan.py`` (``make check``) looks with detect-secrets, which lives in an environment of its
own. This is the short form that every test run has: the shapes that say by themselves what they are.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.system.test_tracked_files import written

SHAPES = {
    "private key": re.compile(r"-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----\s*\n?[A-Za-z0-9+/=]{40}"),
    "AWS": re.compile(r"\bAKIA[0-9A-Z]{16}\b"),
    "GitHub": re.compile(r"\b(?:ghp|gho|ghs|ghr|github_pat)_[A-Za-z0-9_]{36,}"),
    "GitLab": re.compile(r"\bglpat-[A-Za-z0-9_-]{20,}"),
    "Slack": re.compile(r"\bxox[abprs]-[A-Za-z0-9-]{20,}"),
    "Azure storage": re.compile(r"AccountKey=[A-Za-z0-9+/=]{80,}"),
    "Entra secret": re.compile(r"\b[A-Za-z0-9_]{3}8Q~[A-Za-z0-9_.~-]{34}"),
    "JWT": re.compile(r"\beyJ[A-Za-z0-9_-]{20,}\.eyJ[A-Za-z0-9_-]{20,}\.[A-Za-z0-9_-]{20,}"),
}
MADE_UP = {
    "private key": "-----BEGIN " + "RSA PRIVATE KEY-----\n" + "A" * 64,
    "AWS": "AKIA" + "A" * 16,
    "GitHub": "ghp_" + "a" * 36,
    "GitLab": "glpat-" + "a" * 20,
    "Slack": "xoxb-" + "1" * 24,
    "Azure storage": "AccountKey=" + "a" * 86 + "==",
    "Entra secret": "abc" + "8Q~" + "a" * 34,
    "JWT": ".".join(("eyJ" + "a" * 24, "eyJ" + "b" * 24, "c" * 24)),
}


def secrets_in(words: str) -> set[str]:
    return {name for name, shape in SHAPES.items() if shape.search(words)}


@pytest.mark.parametrize("kind", SHAPES)
def test_a_secret_that_is_put_there_is_found(kind: str, tmp_path: Path) -> None:
    seeded = tmp_path / "settings.env"
    seeded.write_text(f"NAME=x\nVALUE={MADE_UP[kind]}\n", encoding="utf-8")
    assert kind in secrets_in(seeded.read_text(encoding="utf-8"))


def test_no_tracked_file_holds_one() -> None:
    found = {str(path): secrets_in(words) for path, words in written().items()}
    assert {path: kinds for path, kinds in found.items() if kinds} == {}
