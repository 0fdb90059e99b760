"""Which rule of the source texts lives where: a marker on the function that carries it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal, TypeVar

Surface = Literal["card", "letter", "chat", "note", "script", "page", "profile check", "none"]
Carrier = TypeVar("Carrier", bound=Callable[..., Any])


def rule(*ids: str, surface: Surface = "none", later: str = "") -> Callable[[Carrier], Carrier]:
    """Mark a function as the place where these rules are carried out.

    ``ids`` as in the source texts' tables (A1, B12, C24). ``surface``: where people meet the rule now;
    ``later``: where they will meet it too. The function itself is returned unchanged; the table of all
    rules is read from the marks (``make rules``).
    """

    def mark(carrier: Carrier) -> Carrier:
        carrier.__rules__ = (ids, surface, later)  # type: ignore[attr-defined]
        return carrier

    return mark
