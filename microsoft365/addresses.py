"""Addresses made from a route's template, so that errors and logs can name the template alone."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import quote

from microsoft365.errors import Missing


def address(
    base: str, route: str, ids: Mapping[str, str], query: Mapping[str, str] | None = None
) -> str:
    """The address of ``route`` under ``base`` with every id quoted.

    Raises Missing for an empty id or one that would climb up the path: nothing is called so.
    """
    for value in ids.values():
        if value.strip(".") == "":
            raise Missing("-", route, 0)
    path = route.format_map({name: quote(value, safe="") for name, value in ids.items()})
    if not query:
        return base + path
    pairs = (f"{name}={quote(value, safe='')}" for name, value in query.items())
    return f"{base}{path}?{'&'.join(pairs)}"


def odata_text(value: str) -> str:
    """A text literal for ``$filter``."""
    return "'" + value.replace("'", "''") + "'"
