"""Figures as people read them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from tools.chaos.run import Result

SHOWN_FAULTS = 200


def share(values: Sequence[float], percent: float) -> float:
    """The value that ``percent`` of them do not exceed (nearest rank); nan of none."""
    ordered = sorted(values)
    if not ordered:
        return float("nan")
    return ordered[min(len(ordered) - 1, max(0, round(len(ordered) * percent / 100) - 1))]


def spread(values: Sequence[float], unit: str = "s") -> str:
    """Median, 95 and 99 percent, and the largest."""
    if not values:
        return "none"
    parts = [f"p{p} {share(values, p):.2f}" for p in (50, 95, 99)]
    return f"{', '.join(parts)}, most {max(values):.2f} {unit} ({len(values)})"


def told_after(result: Result) -> list[float]:
    """Seconds from the start of a meeting to its announcement in the chat; not of those during which
    the run's clock jumped."""
    return [
        (call.told - call.begun).total_seconds()
        for call in (call for life in result.lives for call in life.calls)
        if call.told and not any(call.begun < jump < call.told for jump in result.damage.jumps)
    ]


def lines(result: Result) -> list[str]:
    """One run."""
    counts, damage = result.verdict.counts, result.damage
    faults = ", ".join(f"{n} {kind}" for kind, n in sorted(result.microsoft.items())) or "nothing"
    night = f", the {result.wanted.night} night" if result.wanted.night else ""
    head = f"{result.wanted.profile}{night}: seed {result.wanted.seed}, {result.seconds:.0f} s"
    struck = ", ".join(f"{n} {kind}" for kind, n in sorted(damage.counts.items())) or "nothing"
    recovered = f"{spread(result.verdict.recovery)}; {damage.held} jobs taken over"
    return [
        head,
        f"  struck          {struck}; the disk: {result.disk}",
        f"  failed          {faults}",
        f"  points died at  {_points(damage.points)}",
        f"  requests        {counts['requests']}, acknowledged {counts['acknowledged']},"
        f" decisions {counts['decisions']}, by two at once {counts['contests']}",
        f"  calls           {sum(len(life.calls) for life in result.lives)}",
        f"  refusals        {counts['refusals']}: delivered {counts['refusals delivered']},"
        f" left to a person {counts['refusals left to a person']}",
        f"  announcements   {counts['announcements']}: missing {counts['announcements missing']},"
        f" double {counts['announcements double']} (after a lost answer or a blow"
        f" {counts['doubles after a lost answer or a kill']}), not noted {counts['announcements not noted']}",
        f"  told after      {spread(told_after(result))}",
        f"  mails           {counts['mails']}, double {counts['mails double']}",
        f"  notes copied    {counts['notes copied']} of {counts['notes due']} talks that could be recorded",
        f"  taken over in   {recovered}",
        f"  subscriptions   {result.subscriptions_left} of ended meetings left",
        f"  logged errors   {dict(result.errors) or 'none'}",
        f"  complaints      {dict(result.complaints) or 'nothing'}",
        *_faults(result),
    ]


def _points(points: Counter[str]) -> str:
    return ", ".join(f"{name} {n}" for name, n in sorted(points.items())) or "none"


def _faults(result: Result) -> list[str]:
    found = result.verdict.faults
    shown = [f"  DOES NOT HOLD   {fault}" for fault in found[:SHOWN_FAULTS]]
    more = len(found) - len(shown)
    return [*shown, *([f"  … and {more} more"] if more else [])] or ["  everything holds"]
