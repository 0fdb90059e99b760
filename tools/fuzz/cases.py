"""One case: a request as bytes. Routes come from the application itself, so new ones are covered."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import quote

from aiohttp import web

from tools.fuzz.bodies import CANARY, CPR, TEXTS, body
from tools.fuzz.source import Source, chance, pick

Route = tuple[str, str]
SIGNED_OFFSET: Final = 1_000_000_000
"""Case numbers from here on are insiders': with a good token, or what else makes them believed."""
METHODS: Final = (
    "GET",
    "POST",
    "PUT",
    "PATCH",
    "DELETE",
    "HEAD",
    "OPTIONS",
    "TRACE",
    "CONNECT",
    "X",
)
LOOKING: Final = ("GET", "HEAD")
TYPES: Final = (
    "application/json", "application/json; charset=utf-8", "application/json; charset=utf-16",
    "application/json; charset=x", "text/plain", "multipart/form-data; boundary=x", "", "/", CANARY,
    "application/x-www-form-urlencoded", "application/json" + "x" * 300,
)  # fmt: skip
ODD_HEADERS: Final = (
    ("Transfer-Encoding", "chunked"), ("Transfer-Encoding", "identity"), ("Content-Length", "0"),
    ("Content-Length", "-1"), ("Content-Length", "99999999999"), ("Content-Encoding", "gzip"),
    ("Content-Encoding", "deflate"), ("Content-Encoding", "br"), ("Content-Encoding", CANARY),
    ("Expect", "100-continue"), ("Expect", CANARY), ("Upgrade", "websocket"), ("Connection", "upgrade"),
    ("Connection", "keep-alive"), ("X-Forwarded-For", "1.2.3.4, " * 40), ("X-Forwarded-For", CANARY),
    ("X-Forwarded-Host", "evil.example"), ("Forwarded", "for=127.0.0.1"), ("Cookie", f"a={CANARY}"),
    ("Accept", "text/html"), ("Accept", "*/*;q=x"), ("Accept-Language", CANARY * 20), ("Range", "bytes=0-"),
    ("If-Modified-Since", "yesterday"), ("Authorization", f"Basic {CANARY}"), ("Host", f"{CANARY}.example"),
    ("X-HTTP-Method-Override", "DELETE"), ("Content-Type", "application/json"), ("X" * 200, CANARY),
    ("Origin", "https://evil.example"), ("Referer", f"https://x/{CPR}"), ("Big", CANARY * 700),
)  # fmt: skip
PLACE: Final = re.compile(r"\{[^}]*\}")


@dataclass(frozen=True)
class Tokens:
    """What may stand behind ``Bearer``: ``good`` is signed by Microsoft for us, as is ``call``, which is
    good for what Graph reports of calls and for nothing else."""

    good: str
    call: str
    bad: Sequence[str]


@dataclass(frozen=True)
class Case:
    """A request. ``whole``: an answer is owed; otherwise the sender leaves in the middle.

    ``apart``: no row that names one of these may change by it. ``hidden``: words that the answer may not
    tell whoever sends it.
    """

    number: int
    raw: bytes
    signed: bool
    whole: bool
    apart: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()


def routes_of(app: web.Application) -> list[Route]:
    """Method and path template of everything that is served."""
    found = {
        (route.method, route.resource.canonical)
        for route in app.router.routes()
        if route.resource is not None
    }
    return sorted(found)


@dataclass(frozen=True)
class Grammar:
    """Makes cases."""

    routes: Sequence[Route]
    tokens: Tokens
    seeds: list[Any]

    def case(self, source: Source, number: int, *, signed: bool) -> Case:
        """The next case; ``signed`` ones carry a good token, all others no good one."""
        method, template = pick(source, self._weighed())
        if chance(source, 8 if not signed else 1):
            method = pick(source, METHODS)
        sends = method not in LOOKING or chance(source, 10)
        content = body(source, self.seeds) if sends else b""
        headers, whole = self._headers(
            source, content, self._good(source, template) if signed else ""
        )
        lines = [f"{method} {self._target(source, template, signed)} {_version(source, signed)}"]
        lines += [f"{name}: {value}" for name, value in headers]
        head = "\r\n".join(lines).encode("utf-8", "surrogatepass") + b"\r\n\r\n"
        if not signed and chance(source, 3):
            place = source.below(len(head))
            head = head[:place] + source.some_bytes(3) + head[place + source.below(3) :]
            whole = False
        raw = head + content
        if not signed and chance(source, 2):
            raw, whole = raw[: source.below(len(raw) + 1)], False
        return Case(number, raw, signed, whole)

    def _weighed(self) -> Sequence[Route]:
        """Where something can be brought in is tried six times as often as where nothing can."""
        return [
            *self.routes,
            *(one for one in self.routes if one[0] not in LOOKING for _ in range(5)),
        ]

    def _target(self, source: Source, template: str, signed: bool) -> str:
        path = PLACE.sub(lambda _: _written(pick(source, TEXTS)), template)
        if chance(source, 10) and not signed:
            path = pick(
                source,
                (f"/{CANARY}", f"{path}/", f"/{path}", f"{path}/../x", f"{path}%00", "*", "/%zz",
                 f"http://evil.example{path}", f"{path};{CPR}", path.upper(), "/" + "a" * 9000),
            )  # fmt: skip
        if chance(source, 20):
            name = pick(source, ("validationToken", "q", "name", CANARY))
            path += f"?{name}={_written(pick(source, TEXTS))}"
        return path

    def _good(self, source: Source, template: str) -> str:
        """The token that is right for the route; sometimes the other one."""
        right, wrong = self.tokens.good, self.tokens.call
        if template.startswith("/api/calls"):
            right, wrong = wrong, right
        return wrong if chance(source, 5) else right

    def _headers(
        self, source: Source, content: bytes, signed: str
    ) -> tuple[list[tuple[str, str]], bool]:
        kind = TYPES[0] if signed or chance(source, 70) else pick(source, TYPES)
        headers = [("Host", "lydhoer.example"), ("Connection", "close"), ("Content-Type", kind)]
        whole = True
        if content or chance(source, 50):
            headers.append(("Content-Length", str(len(content))))
        if signed:
            headers.append(("Authorization", f"Bearer {signed}"))
            return headers, whole
        if chance(source, 75):
            headers.append(("Authorization", f"Bearer {pick(source, self.tokens.bad)}"))
        while chance(source, 25):
            headers.insert(source.below(len(headers) + 1), pick(source, ODD_HEADERS))
            whole = False
        return headers, whole


def _version(source: Source, signed: bool) -> str:
    if signed or chance(source, 96):
        return "HTTP/1.1"
    return pick(source, ("HTTP/1.0", "HTTP/0.9", "HTTP/2.0", "HTTP/1.1 x", ""))


def _written(text: str) -> str:
    """In a path or query, as a client writes it."""
    return quote(text, safe="/:'{}$", errors="surrogatepass")
