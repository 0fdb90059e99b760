"""What can go wrong with a call to Microsoft.

The texts hold the method, the route's template and the status, and nothing else: no address, no
body, no name. ``maybe_done`` says whether the work may have been done all the same; ``passing``
whether trying again later can help.
"""

from __future__ import annotations


class MicrosoftError(Exception):
    """Common to all. ``status`` is 0 when there was no answer."""

    passing = False
    maybe_done = False

    def __init__(self, method: str, route: str, status: int) -> None:
        super().__init__(f"{method} {route}: {status or 'no answer'}")
        self.method = method
        self.route = route
        self.status = status


class Unavailable(MicrosoftError):
    """Nothing was done, or repeating is harmless; try again later.

    ``retry_after_seconds`` is what the service asked for, or None.
    """

    passing = True

    def __init__(
        self, method: str, route: str, status: int = 0, retry_after_seconds: float | None = None
    ) -> None:
        super().__init__(method, route, status)
        self.retry_after_seconds = retry_after_seconds


class Ambiguous(MicrosoftError):
    """The answer was lost, or the service failed underway: the work may have been done."""

    passing = True
    maybe_done = True


class Denied(MicrosoftError):
    """Refused for good. ``code`` is the service's error code, or ``""``."""

    def __init__(self, method: str, route: str, status: int, code: str = "") -> None:
        super().__init__(method, route, status)
        self.code = code


class Missing(MicrosoftError):
    """What was asked for does not exist (404, 410)."""
