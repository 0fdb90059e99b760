"""Logs: one JSON line per event, with ids and codes and never a text somebody wrote.

Records of other people's libraries may hold bodies, addresses and names, in their messages and in
their exceptions. So of those only logger, level, place and the class of the error are written, and
below WARNING nothing at all, whatever LOG_LEVEL says.
"""

from __future__ import annotations

import logging
import sys
import time
import traceback
from collections.abc import MutableMapping
from pathlib import Path
from typing import Any, TextIO

import structlog
from aiohttp import web
from aiohttp.typedefs import Handler

QUIET_PATHS = frozenset({"/healthz", "/readyz", "/metrics"})
FRAMES = 6
log = structlog.get_logger()


def configure(level: str = "INFO", stream: TextIO | None = None) -> None:
    """Set up structlog and put every other logger under the filter. May be called again."""
    target = stream or sys.stdout
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            without_exception_text,
            structlog.processors.JSONRenderer(ensure_ascii=False),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.getLevelNamesMapping()[level]),
        logger_factory=structlog.PrintLoggerFactory(target),
        cache_logger_on_first_use=False,
    )
    root = logging.getLogger()
    root.handlers = [Foreign()]
    root.setLevel(logging.WARNING)


def without_exception_text(
    _logger: Any, _method: str, event: MutableMapping[str, Any]
) -> MutableMapping[str, Any]:
    """An exception becomes its class and where it came from; its text may hold anything."""
    error = event.pop("exc_info", None)
    if error is True:
        error = sys.exc_info()[1]
    elif isinstance(error, tuple):
        error = error[1]
    if isinstance(error, BaseException):
        event["error"], event["where"] = type(error).__name__, where(error)
    return event


def where(error: BaseException) -> list[str]:
    """The innermost places an error passed through, as ``file:line function``."""
    frames = traceback.extract_tb(error.__traceback__)[-FRAMES:]
    return [f"{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames]


class Foreign(logging.Handler):
    """Writes records of the standard library's loggers without their text."""

    def emit(self, record: logging.LogRecord) -> None:
        """One line with logger, level and place; nothing below WARNING."""
        if record.levelno < logging.WARNING:
            return
        error = record.exc_info[1] if record.exc_info else None
        facts: dict[str, Any] = {"logger": record.name, "place": f"{record.module}:{record.lineno}"}
        if error is not None:
            facts |= {"error": type(error).__name__, "where": where(error)}
        write = log.error if record.levelno >= logging.ERROR else log.warning
        write("library_log", **facts)


@web.middleware
async def access(request: web.Request, handler: Handler) -> web.StreamResponse:
    """One line per request: method, route template, status, milliseconds. No address, no query."""
    started = time.perf_counter()
    status = 500
    try:
        response = await handler(request)
        status = response.status
        return response
    finally:
        resource = request.match_info.route.resource
        route = resource.canonical if resource else "-"
        write = log.debug if route in QUIET_PATHS else log.info
        spent = round((time.perf_counter() - started) * 1000)
        write("request", method=_method(request), route=route, status=status, ms=spent)


def _method(request: web.Request) -> str:
    known = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")
    return request.method if request.method in known else "other"
