"""What every call of the bot passes: counting, faults, tokens, and the log of breaches."""

from __future__ import annotations

import asyncio

import jwt
from aiohttp import web
from aiohttp.typedefs import Handler

from sandbox.answers import WHEN_UNHEARD, ApiError
from sandbox.entra import CONNECTOR_AUDIENCE, GRAPH_AUDIENCE, Entra
from sandbox.limits import TENANT, Limits
from sandbox.world import World

OPEN_PREFIXES = ("/{tenant}/", "/botframework/", "/calls/")


class Guard:
    """The middleware of the https address."""

    def __init__(self, world: World, entra: Entra) -> None:
        self.world = world
        self.entra = entra
        self.limits = Limits(world)

    def middleware(self) -> object:
        """An aiohttp middleware."""

        @web.middleware
        async def guard(request: web.Request, handler: Handler) -> web.StreamResponse:
            resource = request.match_info.route.resource
            route = resource.canonical if resource else "(unknown)"
            try:
                answer = await self._through(request, handler, route)
            except ApiError as error:
                answer = self._refuse(error, f"{request.method} {route}")
            except (AttributeError, KeyError, TypeError, ValueError) as error:
                text = f"The request has another shape than documented ({type(error).__name__})."
                wrong = ApiError(400, "BadSyntax", text, problem="bad_shape")
                answer = self._refuse(wrong, f"{request.method} {route}")
            self.world.called(request.method, route, answer.status)
            if request.transport is None or request.transport.is_closing():
                self._unheard(request, f"{request.method} {route}")
            return answer

        return guard

    def _refuse(self, error: ApiError, where: str) -> web.Response:
        if error.problem:
            self.world.problem(error.problem, where, error.message)
        return error.response()

    async def _through(
        self, request: web.Request, handler: Handler, route: str
    ) -> web.StreamResponse:
        name = f"{request.method} {route}"
        if request.match_info.http_exception is not None:
            text = f"No such route: {request.method} {request.path}"
            raise ApiError(404, "ResourceNotFound", text, problem="unknown_route")
        if (fault := self.world.faults.take("slow", name)) is not None:
            await asyncio.sleep(float(fault["seconds"]))
        if (fault := self.world.faults.take("throttle", name)) is not None:
            retry = {"Retry-After": str(fault["retryAfter"])}
            raise ApiError(429, "TooManyRequests", "Too many requests.", headers=retry)
        chat = request.match_info.get("conversation", "")
        if (fault := self.world.faults.take("fail", name, chat=chat)) is not None:
            raise ApiError(int(fault["status"]), "ServiceUnavailable", "Try again later.")
        if not route.startswith(OPEN_PREFIXES):
            self._check_token(request, route)
        if route.startswith("/connector/"):
            self.limits.count("tenant", TENANT)
        answer = await handler(request)
        if (fault := self.world.faults.take("fail_after_work", name, chat=chat)) is not None:
            self._unheard(request, name)
            raise ApiError(int(fault["status"]), "BadGateway", "The answer was lost.")
        if self.world.faults.take("lost_answer", name) is not None and request.transport:
            request.transport.abort()  # the work is done; nobody will hear of it
        return answer

    def _unheard(self, request: web.Request, name: str) -> None:
        """Count a call whose work was done and whose caller cannot know it."""
        self.world.unheard[f"{name} {request.match_info.get('conversation', '')}".strip()] += 1
        if (note := request.get(WHEN_UNHEARD)) is not None:
            note()

    def _check_token(self, request: web.Request, route: str) -> None:
        scheme, _, token = request.headers.get("Authorization", "").partition(" ")
        if scheme != "Bearer" or not token:
            raise _unauthorized("Access token is empty.", "missing_token")
        if token in self.entra.revoked:
            raise _unauthorized("Lifetime validation failed, the token is expired.")
        if self.world.faults.take("expired_tokens") is not None:
            self.entra.revoked.add(token)
            raise _unauthorized("Lifetime validation failed, the token is expired.")
        try:
            claims = self.entra.tenant.verify(token)
        except jwt.PyJWTError as error:
            raise _unauthorized(f"Token refused: {type(error).__name__}", "bad_token") from error
        wanted = GRAPH_AUDIENCE if route.startswith("/graph/") else CONNECTOR_AUDIENCE
        if claims["aud"] != wanted or claims["iss"] != self.entra.issuer:
            raise _unauthorized("Access token validation failure. Invalid audience.", "bad_token")


def _unauthorized(message: str, problem: str = "") -> ApiError:
    return ApiError(401, "InvalidAuthenticationToken", message, problem=problem)
