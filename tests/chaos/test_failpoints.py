"""Every way out of the product has a point where a replica can die, before and after."""

from __future__ import annotations

import importlib
import re
from fnmatch import fnmatchcase
from pathlib import Path

import microsoft365
from tools.chaos.failpoints import NAMES, NOT_PLAYED

CALL = re.compile(
    r'"(GET|POST|PUT|PATCH|DELETE)",\s*(?:service_url,\s*)?([A-Z][A-Z_]*)( \+ "([^"]*)")?'
)
HERE = Path(microsoft365.__file__).parent


def ways_out() -> set[str]:
    """Method and route of every call that is made, as the source names them."""
    found = set()
    for path in HERE.glob("*.py"):
        module = importlib.import_module(f"microsoft365.{path.stem}")
        for method, name, _, more in CALL.findall(path.read_text(encoding="utf-8")):
            route = getattr(module, name, None)
            if isinstance(route, str) and route.startswith("/"):
                found.add(f"{method} {route}{more}")
    return found


def test_they_are_found() -> None:
    assert {
        "POST /v3/conversations/{conversation}/activities",
        "DELETE /subscriptions/{subscription}",
        "POST /$batch",
        "POST /communications/calls/{call}/playPrompt",
    } <= ways_out()


def test_each_has_a_point_before_and_after_it() -> None:
    for way in ways_out() - set(NOT_PLAYED):
        for when in ("before", "after"):
            point = f"call.{when} {way}"
            assert any(fnmatchcase(point, name) for name in NAMES), point


def test_what_is_not_played_is_a_way_out() -> None:
    assert set(NOT_PLAYED) <= ways_out()
