"""Errors as people and programmes may see them: calm words, no internals."""

from __future__ import annotations

from typing import Final

import structlog
from aiohttp import web
from aiohttp.typedefs import Handler

from store.database import DatabaseAway
from texts.catalog import text
from web.logs import where
from web.page import Part, page

KNOWN: Final = {404: "not_found", 405: "not_allowed"}
RETRY_AFTER: Final = "5"
"""Seconds."""
log = structlog.get_logger()


@web.middleware
async def errors(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Answer whatever goes wrong without telling how the programme is built."""
    try:
        return await handler(request)
    except web.HTTPException as error:
        if error.status < 400:
            raise
        answer = sorry(request, error.status)
        if "Allow" in error.headers:
            answer.headers["Allow"] = error.headers["Allow"]
        return answer
    except DatabaseAway as error:
        log.warning("request_put_off", error=type(error).__name__)
        answer = sorry(request, 503)
        answer.headers["Retry-After"] = RETRY_AFTER
        return answer
    except Exception as error:
        log.error("request_failed", error=type(error).__name__, where=where(error))
        return sorry(request, 500)


def sorry(request: web.Request, status: int) -> web.Response:
    """JSON for programmes, a page for people."""
    code = KNOWN.get(status, "failed" if status >= 500 else "refused")
    if request.path.startswith("/api/") or "text/html" not in request.headers.get("Accept", ""):
        return web.json_response({"error": code}, status=status)
    parts = (Part(text(f"error_page.{code}", "da")), Part(text(f"error_page.{code}", "en"), "en"))
    return page(text("error_page.title", "da"), parts, status=status)
