"""What the product is made of: licences told and fitting, locks audited, versions that can be named."""

from __future__ import annotations

import json

import pytest

from tools import licences
from tools.audit_report import verdict
from tools.licences import Package


def packages() -> list[Package]:
    known = licences.on_page()
    return [*licences.of_python(known), *licences.of_npm()]


def test_the_page_names_every_locked_package() -> None:
    """When this fails: make licences."""
    assert licences.PAGE.read_text(encoding="utf-8") == licences.page(packages())


def test_every_licence_fits_its_use() -> None:
    found = packages()
    assert len(found) > 200
    assert [one for one in found if not one.fits] == []


def test_what_is_installed_says_the_same() -> None:
    told = licences.clear(licences.installed())
    written = licences.on_page()
    assert len(told) > 80
    assert {
        n: (told[n], written[n]) for n in told.keys() & written.keys() if told[n] != written[n]
    } == {}


@pytest.mark.parametrize(
    ("licence", "use", "good"),
    [
        ("MIT", "product", True),
        ("LGPL-3.0-only", "product", True),
        ("GPL-3.0-only", "product", False),
        ("GPL-3.0-only", "tools", True),
        ("AGPL-3.0-only", "tools", False),
        ("MIT OR GPL-3.0-only", "product", True),
        ("MIT AND GPL-3.0-only", "product", False),
        ("MPL-2.0 AND (Apache-2.0 OR MIT)", "product", True),
        ("GPL-2.0-only AND (Apache-2.0 OR MIT)", "product", False),
        ("Apache-2.0 WITH LLVM-exception", "product", True),
        ("?", "tools", False),
        ("", "tools", False),
        ("SSPL-1.0", "cards", False),
    ],
)
def test_what_fits(licence: str, use: str, good: bool) -> None:
    assert Package("x", use, licence).fits is good


def test_the_audit_says_what_it_could_not_do() -> None:
    left_out = json.dumps({"dependencies": [{"name": "a", "skip_reason": "not found"}]})
    for report in ("", "{", "{}", left_out):
        code, lines = verdict(report)
        assert code == 0
        assert "left out" in lines[0]
    fault = {"id": "X-1", "fix_versions": ["2"]}
    bad = {"name": "a", "version": "1", "vulns": [fault]}
    code, lines = verdict(json.dumps({"dependencies": [bad, {"name": "b", "skip_reason": "?"}]}))
    assert code == 1
    assert lines == [
        "audit: a 1: X-1 (mended in 2)",
        "audit: 1 packages, 1 known faults, 1 unknown to the database",
    ]
    good = {"name": "a", "version": "1", "vulns": []}
    assert verdict(json.dumps({"dependencies": [good]}))[0] == 0
