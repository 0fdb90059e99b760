"""How long to wait before a call is made again."""

from __future__ import annotations

import math
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

import structlog
from tenacity import RetryCallState
from tenacity.wait import wait_random, wait_random_exponential

from microsoft365.errors import Unavailable

log = structlog.get_logger()

_GROWING = wait_random_exponential(multiplier=0.5, max=8)
_A_LITTLE = wait_random(0, 0.5)


class Again(Exception):
    """Inside the client only: this attempt may be repeated; ``error`` is raised if it is not."""

    def __init__(self, error: Unavailable) -> None:
        super().__init__(str(error))
        self.error = error


def pause(state: RetryCallState) -> float:
    """Seconds to the next attempt: what the service asked for and a little more, or growing."""
    again = state.outcome.exception() if state.outcome else None
    if not isinstance(again, Again):
        return _GROWING(state)
    error = again.error
    asked = error.retry_after_seconds
    wait = _GROWING(state) if asked is None else asked + _A_LITTLE(state)
    log.info(
        "microsoft_call_failed",
        method=error.method,
        route=error.route,
        status=error.status,
        attempt=state.attempt_number,
        pause_seconds=round(wait, 1),
    )
    return wait


def retry_after_seconds(value: str | None) -> float | None:
    """The header as seconds from now, be it a number or a date; None when it says nothing."""
    if not value:
        return None
    try:
        seconds = float(value)
    except ValueError:
        return _until(value)
    return max(seconds, 0.0) if math.isfinite(seconds) else None


def _until(value: str) -> float | None:
    try:
        then = parsedate_to_datetime(value)
    except ValueError:
        return None
    then = then.replace(tzinfo=UTC) if then.tzinfo is None else then
    return max((then - datetime.now(UTC)).total_seconds(), 0.0)
