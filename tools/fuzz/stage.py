"""The product as it is, in front of a database of its own, and the sandbox on the other side."""

from __future__ import annotations

import base64
import contextlib
import hmac
import io
import json
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import urlsplit

import jwt
from aiohttp import web
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from sqlalchemy import text

import app as front_door
from clock import ShiftedClock
from sandbox import Sandbox
from settings import Settings
from store.database import Database
from store.encryption import KeyRing
from tools.fuzz.bodies import corpus
from tools.fuzz.cases import Route, Tokens, routes_of
from tools.fuzz.met import Looking, Met, counted, marks
from tools.fuzz.outward import Outward, recorded
from tools.fuzz.played import CROWD, PUBLIC, Played, play
from web.logs import configure
from web.server import Runner

KEY_SERVICES: Final = ("/botframework/", "/calls/v1/.well-known", "/{tenant}/")
UNLIMITED: Final = {
    "ADDRESS_REQUESTS_PER_SECOND": "100000",
    "ADDRESS_REQUESTS_AT_ONCE": "100000",
    "TENANT_REQUESTS_PER_SECOND": "100000",
}


class Log(io.TextIOBase):
    """Every line the product logs, until it is taken."""

    def __init__(self) -> None:
        self._lines: list[str] = []

    def write(self, text: str, /) -> int:
        """Keep it."""
        self._lines.append(text)
        return len(text)

    def take(self) -> str:
        """What was logged since the last time."""
        taken, self._lines = "".join(self._lines), []
        return taken


@dataclass
class Stage:
    """What a run works with."""

    runner: Runner
    port: int
    sandbox: Sandbox
    database: Database
    log: Log
    routes: list[Route]
    tokens: Tokens
    secrets: tuple[str, ...]
    seeds: list[Any]
    played: Played
    met: Met
    looking: Looking
    outward: Outward

    async def traces(self) -> dict[str, tuple[int, int]]:
        """Rows and newest writer of every table: any insert, change or removal shows."""
        found: dict[str, tuple[int, int]] = {}
        async with self.database.unit() as unit:
            names = await unit.session.scalars(
                text("SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1")
            )
            for name in names.all():
                row = await unit.session.execute(
                    text(f'SELECT count(*), coalesce(max(xmin::text::bigint), 0) FROM "{name}"')  # noqa: S608
                )
                count, newest = row.one()
                found[name] = (int(count), int(newest))
        return found

    def calls(self) -> int:
        """Calls of the product to Microsoft, other than for signing keys."""
        counts = self.sandbox.world.counts.items()
        return sum(n for name, n in counts if not name.split(" ")[1].startswith(KEY_SERVICES))


@contextlib.asynccontextmanager
async def on_stage(
    database_url: str, add: Callable[[Any], None] | None = None, **settings: str
) -> AsyncIterator[Stage]:
    """Product and sandbox, for the length of the block, after something was played; ``add`` may change the
    application. Raises PlayError."""
    async with contextlib.AsyncExitStack() as ends:
        sandbox = await ends.enter_async_context(Sandbox.start(crowd=CROWD))
        sandbox.world.switches["rate_limits"] = False  # what is sent is counted, and not put off
        key = KeyRing.new_entry()
        env = {
            **sandbox.env,
            "DATABASE_URL": database_url,
            "PUBLIC_URL": PUBLIC,
            "SUBSCRIPTIONS": "chat,recordings,call_events",
            "VOICE": "0",
            "ENCRYPTION_KEYS": key,
            "SANDBOX": "1",
            **UNLIMITED,
            **settings,
        }
        clock = ShiftedClock()
        application = await front_door.build(Settings.from_env(env), clock, work=False)
        if add is not None:
            add(application)
        runner = Runner(application, shutdown_timeout=1.0, most_from_one=100_000)
        await runner.setup()
        ends.push_async_callback(runner.cleanup)
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        port = runner.addresses[0][1]
        sandbox.bot_url = f"http://127.0.0.1:{port}/api/messages"
        log = Log()
        configure("INFO", log)  # type: ignore[arg-type]
        database = application[front_door.DATABASE]
        played = await play(sandbox, database, application[front_door.ENGINE], clock)
        log.take()
        sandbox.world.forget_calls()
        met, ports = Met(), {port, *(_port(url) for url in (sandbox.https_url, sandbox.tunnel_url))}
        ends.enter_context(counted(met))
        outward = ends.enter_context(recorded(ports))
        yield Stage(
            runner=runner, port=port, sandbox=sandbox, database=database, log=log,
            routes=routes_of(application), tokens=tokens_of(sandbox), seeds=_seeds(played),
            secrets=_secrets(played, key, database_url), played=played, met=met,
            looking=await _looking(database, played), outward=outward,
        )  # fmt: skip


def _seeds(played: Played) -> list[Any]:
    """The corpus, about what was played and by whom."""
    world = played.sandbox.world
    mette, ole = world.people["mette"], world.people["ole"]
    return corpus(
        tenant=world.tenant_id, app=world.app_id, serviceUrl=world.service_url,
        mri=mette.mri, oid=mette.oid or "", guestMri=ole.mri, guestOid=ole.oid or "",
        personal=world.personal_chat("mette").id, chat=played.chat,
        teamsMeeting=played.teams_meeting, request=played.ids["request_id"][0],
        meeting=played.ids["meeting_id"][0], subscription=played.subscriptions[0].id,
    )  # fmt: skip


def _secrets(played: Played, key: str, database_url: str) -> tuple[str, ...]:
    """What neither an answer nor a log may tell."""
    told = [str(row.body["clientState"]) for row in played.subscriptions]
    links = [link.rsplit("/", 1)[1] for link in played.links]
    return (played.sandbox.world.app_secret, key.partition(":")[2], database_url, *told, *links)


async def _looking(database: Database, played: Played) -> Looking:
    """Every set of names that a case may have to leave alone, as its rows are now."""
    looking = Looking()
    async with database.unit() as unit:
        for apart in (played.apart, (*played.apart, *played.ids["request_id"])):
            looking.before[apart] = await marks(unit, apart)
    return looking


def _port(url: str) -> int:
    return urlsplit(url).port or 443


def tokens_of(sandbox: Sandbox) -> Tokens:
    """Good tokens of every issuer there is, and everything that only looks like one."""
    entra, world = sandbox.entra, sandbox.world
    good = entra.activity_token()
    call = entra.calls.sign(
        {"iss": "https://api.botframework.com", "aud": world.app_id, "tid": world.tenant_id}
    )
    head, claims, signature = good.split(".")
    forger = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    public = forger.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    told = jwt.decode(good, options={"verify_signature": False})
    kid = jwt.get_unverified_header(good)["kid"]
    emulator = "https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/"
    bad = [
        "", "x", "a.b.c", "..", head, f"{head}.{claims}.", good[:-9], f"{good}x",
        f"{_part({'alg': 'none', 'kid': kid})}.{claims}.", f"{head}.{_part({'iss': 'x'})}.{signature}",
        f"{_part({'alg': 'RS256', 'kid': 'x' * 300})}.{claims}.{signature}",
        f"{_part([1])}.{claims}.{signature}", f"{_part({'alg': 'RS256', 'kid': [1]})}.{claims}.{signature}",
        jwt.encode(told, forger, algorithm="RS256", headers={"kid": kid}),
        jwt.encode(told, forger, algorithm="RS256", headers={"kid": "new"}),
        _hs256(kid, claims, public),
        entra.activity_token(exp=1), entra.activity_token(nbf=4_000_000_000),
        entra.activity_token(aud="x"), entra.activity_token(iss="https://evil.example"),
        entra.activity_token(iss=emulator, appid=world.app_id), entra.activity_token(aud=[world.app_id]),
        entra.tenant.sign({"iss": emulator, "aud": world.app_id}), entra.app_token(),
    ]  # fmt: skip
    return Tokens(good, call, bad)


def _hs256(kid: str, claims: str, secret: bytes) -> str:
    """Signed with the public key as if it were a secret; pyjwt will not do it."""
    signed = f"{_part({'alg': 'HS256', 'kid': kid})}.{claims}"
    mac = base64.urlsafe_b64encode(hmac.digest(secret, signed.encode(), "sha256"))
    return f"{signed}.{mac.rstrip(b'=').decode()}"


def _part(value: Any) -> str:
    return base64.urlsafe_b64encode(json.dumps(value).encode()).rstrip(b"=").decode()
