"""Hand-written stand-ins: an https service that counts, keys that sign, a clock that is moved."""

from __future__ import annotations

import asyncio
import ssl
import time
import uuid
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import jwt
import orjson
from aiohttp import web
from cryptography.hazmat.primitives.asymmetric import rsa
from jwt.algorithms import RSAAlgorithm

APP_ID = "11111111-1111-4111-8111-111111111111"
TENANT = "22222222-2222-4222-8222-222222222222"
SECRET = "s3cret-of-a-test"
OLE = "33333333-3333-4333-8333-333333333333"
METTE = "44444444-4444-4444-8444-444444444444"

Reply = Callable[[web.Request], Awaitable[web.StreamResponse]]


@dataclass
class Seen:
    """One call that arrived."""

    method: str
    path: str
    query: dict[str, str]
    headers: dict[str, str]
    json: Any


def ok(body: Any = None, status: int = 200, **headers: str) -> Reply:
    """Answer with JSON, or with nothing."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}

    async def reply(_: web.Request) -> web.StreamResponse:
        if body is None:
            return web.Response(status=status, headers=named)
        return web.json_response(body, status=status, headers=named)

    return reply


def error(status: int, code: str = "", message: str = "", **headers: str) -> Reply:
    """Answer with an error as Microsoft words it."""
    return ok({"error": {"code": code, "message": message}}, status, **headers)


async def hang_up(request: web.Request) -> web.StreamResponse:
    """Take the request and close the connection without an answer."""
    assert request.transport is not None
    request.transport.close()
    await asyncio.sleep(0)
    return web.Response()


class FakeService:
    """Https on loopback. ``on`` queues replies per method and path; the last one stays."""

    def __init__(self) -> None:
        self.url = ""
        self.calls: list[Seen] = []
        self._replies: dict[tuple[str, str], list[Reply]] = {}
        self._runner: web.AppRunner | None = None

    def on(self, method: str, path: str, *replies: Reply) -> None:
        self._replies[method, path] = list(replies)

    def count(self, method: str, path: str) -> int:
        return sum(1 for call in self.calls if (call.method, call.path) == (method, path))

    async def start(self, tls: ssl.SSLContext) -> None:
        app = web.Application()
        app.router.add_route("*", "/{tail:.*}", self._answer)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0, ssl_context=tls)
        await site.start()
        port = self._runner.addresses[0][1]
        self.url = f"https://127.0.0.1:{port}"

    async def stop(self) -> None:
        assert self._runner is not None
        await self._runner.cleanup()

    async def _answer(self, request: web.Request) -> web.StreamResponse:
        body = await request.read()
        is_json = request.content_type == "application/json" and body
        self.calls.append(
            Seen(
                request.method,
                request.path,
                dict(request.query),
                {name.lower(): value for name, value in request.headers.items()},
                orjson.loads(body) if is_json else None,
            )
        )
        replies = self._replies.get((request.method, request.path))
        if not replies:
            return web.json_response({"error": {"code": "UnknownRoute"}}, status=418)
        reply = replies.pop(0) if len(replies) > 1 else replies[0]
        return await reply(request)


class Keys:
    """Signs Bot Framework tokens and publishes the keys."""

    def __init__(self, *channels: str) -> None:
        self.channels = list(channels or ("msteams",))
        self.kid = ""
        self.private: rsa.RSAPrivateKey
        self.published: list[dict[str, Any]] = []
        self.rotate()

    def rotate(self) -> None:
        self.kid = uuid.uuid4().hex
        self.private = rsa.generate_private_key(public_exponent=65537, key_size=2048)
        public = RSAAlgorithm.to_jwk(self.private.public_key(), as_dict=True)
        entry = {"kty": "RSA", "use": "sig", "kid": self.kid, "n": public["n"], "e": public["e"]}
        self.published = [{**entry, "endorsements": self.channels}]

    def claims(self, **changes: Any) -> dict[str, Any]:
        now = int(time.time())
        base = {
            "iss": "https://api.botframework.com",
            "aud": APP_ID,
            "serviceurl": "https://smba.trafficmanager.net/emea/",
            "iat": now,
            "nbf": now - 5,
            "exp": now + 3600,
        }
        merged = {**base, **changes}
        return {name: value for name, value in merged.items() if value is not None}

    def token(self, *, headers: dict[str, Any] | None = None, **changes: Any) -> str:
        named = {"kid": self.kid} if headers is None else headers
        return jwt.encode(self.claims(**changes), self.private, algorithm="RS256", headers=named)

    def serve(self, service: FakeService) -> str:
        """Publish on the service; returns the metadata's address."""

        async def keys(_: web.Request) -> web.StreamResponse:
            return web.json_response({"keys": self.published})

        service.on("GET", "/metadata", ok({"jwks_uri": f"{service.url}/keys"}))
        service.on("GET", "/keys", keys)
        return f"{service.url}/metadata"


@dataclass
class Seconds:
    """A monotonic clock in the test's hand."""

    now: float = 1000.0

    def __call__(self) -> float:
        return self.now


@dataclass
class Naps:
    """Sleeps that take no time and are written down."""

    taken: list[float] = field(default_factory=list)

    async def __call__(self, seconds: float) -> None:
        self.taken.append(seconds)
        await asyncio.sleep(0)


@dataclass
class FakeSettings:
    """What the room reads of the settings."""

    entra_authority: str
    graph_url: str
    bot_openid_metadata: str
    service_url_hosts: tuple[str, ...]
    ca_bundle: Path | None
    app_id: str = APP_ID
    app_password: str = SECRET
    app_type: str = "SingleTenant"
    tenant_id: str = TENANT
    teams_app_id: str = "manifest-id"
    calls_openid_metadata: str = "https://localhost:1/calls"
    callback_url: str = "https://lydhoer.example"


def serve_tokens(service: FakeService, *replies: Reply) -> str:
    """Entra's metadata and token endpoint; returns the token endpoint's path."""
    base = f"{service.url}/{TENANT}"
    document = {
        "issuer": f"{base}/v2.0",
        "authorization_endpoint": f"{base}/oauth2/v2.0/authorize",
        "token_endpoint": f"{base}/oauth2/v2.0/token",
        "jwks_uri": f"{base}/keys",
    }
    service.on("GET", f"/{TENANT}/v2.0/.well-known/openid-configuration", ok(document))
    path = f"/{TENANT}/oauth2/v2.0/token"
    service.on("POST", path, *(replies or (fresh_tokens(),)))
    return path


def fresh_tokens(expires_in: int = 3600, delay: float = 0.0) -> Reply:
    """A new token at every call: token-1, token-2, …"""
    given = 0

    async def reply(_: web.Request) -> web.StreamResponse:
        nonlocal given
        given += 1
        number = given
        await asyncio.sleep(delay)
        return web.json_response(
            {
                "token_type": "Bearer",
                "expires_in": expires_in,
                "access_token": f"token-{number}",
            }
        )

    return reply
