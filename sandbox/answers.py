"""Errors as Microsoft words them, and the reading of request bodies."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from aiohttp import web

WHEN_UNHEARD: web.RequestKey[Callable[[], object]] = web.RequestKey("when_unheard")
"""In a request whose work is done: called when its answer is lost."""


class ApiError(Exception):
    """An error answer. ``problem`` names a breach of strictness that tests must not see."""

    def __init__(
        self,
        status: int,
        code: str,
        message: str,
        *,
        problem: str = "",
        headers: dict[str, str] | None = None,
    ) -> None:
        super().__init__(f"{status} {code}: {message}")
        self.status = status
        self.code = code
        self.message = message
        self.problem = problem
        self.headers = headers

    def response(self) -> web.Response:
        """The answer with the body ``{"error": {"code", "message"}}``."""
        body = {"error": {"code": self.code, "message": self.message}}
        return web.json_response(body, status=self.status, headers=self.headers)


def not_found(code: str, message: str) -> ApiError:
    """404; normal in life (expired, removed), so no breach."""
    return ApiError(404, code, message)


def bad_request(code: str, message: str, problem: str) -> ApiError:
    """400 that a correct client never causes."""
    return ApiError(400, code, message, problem=problem)


async def json_object(request: web.Request) -> dict[str, Any]:
    """The request body as a JSON object."""
    try:
        body = await request.json()
    except (json.JSONDecodeError, UnicodeDecodeError) as error:
        raise bad_request("BadSyntax", "The body is not JSON.", "invalid_json") from error
    if not isinstance(body, dict):
        raise bad_request("BadSyntax", "The body is not a JSON object.", "invalid_json")
    return body
