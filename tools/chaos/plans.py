"""What becomes of the wishes of a run, in which shares, and the states they end in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

Plan = Literal["grant", "refuse", "keep", "propose", "withdraw", "contest"]
PLANS: dict[str, tuple[Plan, ...]] = {
    "frederiksberg": ("grant", "grant", "grant", "refuse", "withdraw", "contest"),
    "nyborg": ("grant", "grant", "grant", "refuse", "withdraw", "contest"),
    "albertslund": ("keep", "keep", "keep", "propose", "withdraw", "contest"),
}
"""What becomes of the wishes, in these shares. ``keep``: nobody had to grant it, and nobody refuses. ``contest``:
two decide it differently at the same moment, and it goes on as what stands."""
TOLD: frozenset[Plan] = frozenset({"grant", "keep"})
ENDS: Mapping[Plan, tuple[str, ...]] = {
    "grant": ("granted",),
    "keep": ("granted",),
    "refuse": ("not_granted",),
    "propose": ("not_granted",),
    "withdraw": ("withdrawn",),
    "contest": ("granted", "not_granted", "withdrawn"),
}
DECIDED: frozenset[Plan] = frozenset({"grant", "refuse", "propose", "contest"})
"""Of these a person decides, once; of the others nobody does. Of a contest, until it is known what stands, one may."""
