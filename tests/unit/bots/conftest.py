"""The door with a real token check in front of a fake bus, and a key service that is one of ours."""

from __future__ import annotations

import json
import ssl
import time
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

import jwt
import pytest
import trustme
from aiohttp import ClientResponse, web
from aiohttp.test_utils import TestClient, TestServer
from cryptography.hazmat.primitives.asymmetric import rsa

from bots.adapter import Adapter
from bots.endpoint import Door, MessagesEndpoint
from bots.incoming import Incoming
from bots.messenger import Posted
from bots.recording_bot import RecordingBot
from casework.commands import Command
from clock import SystemClock
from microsoft365.egress import Egress
from microsoft365.http import Http, Limits
from microsoft365.inbound import TokenValidator
from microsoft365.service_urls import ServiceUrls
from texts.views import View
from web.limits import AddressLimits
from web.metrics import Metrics
from web.pace import Pace
from web.routes import make_app

APP_ID = "11111111-2222-3333-4444-555555555555"
TENANT = "99999999-8888-7777-6666-555555555555"
SERVICE_URL = "https://smba.trafficmanager.net/emea/"
CHAT = "19:meeting_MDAwMDAw@thread.v2"
MEETING = "MCMxOTptZWV0aW5nX01EQXdNREF3QHRocmVhZC52MiMw"
OID = "aaaaaaaa-0000-0000-0000-000000000001"


@dataclass
class FakeBus:
    """Remembers the commands; answers or raises what the test says."""

    commands: list[Command] = field(default_factory=list)
    view: View | None = None
    error: Exception | None = None

    async def handle(self, command: Command) -> View | None:
        self.commands.append(command)
        if self.error is not None:
            raise self.error
        return self.view


@dataclass
class FakeMessenger:
    """Remembers what was posted."""

    posts: list[tuple[str, View]] = field(default_factory=list)
    error: Exception | None = None

    async def post(
        self,
        *,
        service_url: str,
        conversation_id: str,
        view: View,
        alert: bool = False,
        operation: str = "",
    ) -> Posted:
        if self.error is not None:
            raise self.error
        self.posts.append((conversation_id, view))
        return Posted(conversation_id, "1")

    async def update(
        self, *, service_url: str, conversation_id: str, activity_id: str, view: View
    ) -> bool:
        raise AssertionError("the door replaces no card")

    async def find(self, conversation_id: str, operation: str, since: datetime) -> str | None:
        raise AssertionError("the door looks for no card")

    async def open_chat(self, oid: str) -> tuple[str, str] | None:
        raise AssertionError("the door opens no chat")


@dataclass
class Seconds:
    """A monotonic clock in the test's hand."""

    now: float = 1000.0

    def __call__(self) -> float:
        return self.now


class Signer:
    """Signs tokens; ``public`` is what the key service publishes."""

    def __init__(self, kid: str, endorsements: tuple[str, ...] = ("msteams",)) -> None:
        self.kid = kid
        self.private = rsa.generate_private_key(public_exponent=65537, key_size=2048)
        shown = json.loads(jwt.algorithms.RSAAlgorithm.to_jwk(self.private.public_key()))
        self.public = {**shown, "kid": kid, "use": "sig", "endorsements": list(endorsements)}

    def token(self, **claims: Any) -> str:
        now = int(time.time())
        body = {
            "iss": "https://api.botframework.com",
            "aud": APP_ID,
            "serviceurl": SERVICE_URL,
            "nbf": now - 60,
            "exp": now + 600,
            **claims,
        }
        body = {name: value for name, value in body.items() if value is not None}
        return jwt.encode(body, self.private, algorithm="RS256", headers={"kid": self.kid})


@dataclass
class DoorUnderTest:
    """The running door and what stands behind it."""

    client: TestClient[web.Request, web.Application]
    bus: FakeBus
    messenger: FakeMessenger
    signer: Signer
    keys: list[dict[str, Any]]
    key_server: TestServer
    seconds: Seconds
    looks: list[str]
    busy: dict[str, float]

    async def post(self, body: Any, *, token: str | None = "", **headers: str) -> ClientResponse:
        """Post an activity (or raw bytes), signed well unless ``token`` says otherwise."""
        data = body if isinstance(body, bytes) else json.dumps(body).encode()
        sent = {"Content-Type": "application/json", **headers}
        if token is not None:
            sent["Authorization"] = f"Bearer {token or self.signer.token()}"
        return await self.client.post("/api/messages", data=data, headers=sent)


@pytest.fixture(scope="session")
def signers() -> tuple[Signer, Signer, Signer]:
    """One that is published, one that is not, one that is not endorsed for Teams."""
    return Signer("good"), Signer("foreign"), Signer("unendorsed", ("webchat",))


@pytest.fixture(scope="session")
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture
def ca_bundle(authority: trustme.CA, tmp_path: Path) -> Path:
    path = tmp_path / "ca.pem"
    authority.cert_pem.write_to_path(str(path))
    return path


@pytest.fixture
def looks() -> list[str]:
    """What the key service was asked for."""
    return []


@pytest.fixture
async def key_service(
    authority: trustme.CA, signers: Any, looks: list[str]
) -> AsyncIterator[tuple[TestServer, list[Any]]]:
    """An https key service; what it publishes can be changed by the test."""
    keys = [signers[0].public, signers[2].public]

    async def metadata(request: web.Request) -> web.Response:
        looks.append("metadata")
        host = f"https://127.0.0.1:{request.url.port}"
        found = {"issuer": "https://api.botframework.com", "jwks_uri": f"{host}/keys"}
        return web.json_response(found)

    async def published(_request: web.Request) -> web.Response:
        looks.append("keys")
        return web.json_response({"keys": keys})

    app = web.Application()
    app.router.add_get("/openid", metadata)
    app.router.add_get("/keys", published)
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1").configure_cert(tls)
    server = TestServer(app, scheme="https", host="127.0.0.1")
    await server.start_server(ssl=tls)
    yield server, keys
    await server.close()


@pytest.fixture
async def door(
    key_service: tuple[TestServer, list[Any]], ca_bundle: Path, signers: Any, looks: list[str]
) -> AsyncIterator[DoorUnderTest]:
    key_server, keys = key_service
    seconds, busy = Seconds(), {TENANT: 0.0}
    url = f"https://127.0.0.1:{key_server.port}/openid"
    http = Http(
        ca_bundle=ca_bundle,
        egress=Egress([f"127.0.0.1:{key_server.port}"]),
        limits=Limits(connect=30, total=60, attempts=1),  # a busy machine is no key service away
    )
    validator = TokenValidator(http, url, APP_ID, seconds=seconds)
    bus, messenger = FakeBus(), FakeMessenger()
    metrics = Metrics()
    endpoint = MessagesEndpoint(
        Door(
            validator,
            ServiceUrls(["smba.trafficmanager.net"]),
            TENANT,
            SystemClock(),
            lambda tenant: busy[tenant],
        ),
        Adapter(NoConnector()),
        RecordingBot(bus, messenger),
        metrics.door,
    )
    limits = AddressLimits(Pace(1e6, seconds=seconds))
    app = make_app(endpoint.handle, metrics_of=metrics, metrics_here=True, checks={}, limits=limits)
    async with TestClient(TestServer(app)) as client:
        yield DoorUnderTest(
            client, bus, messenger, signers[0], keys, key_server, seconds, looks, busy
        )
    await http.close()


class NoConnector:
    """Nothing is sent by the adapter itself."""

    async def send(self, *_: Any) -> str:
        raise AssertionError("the adapter sends nothing by itself")

    async def update(self, *_: Any) -> None:
        raise AssertionError("the adapter updates nothing by itself")


def envelope(**parts: Any) -> dict[str, Any]:
    """An activity from the meeting chat as Teams sends it; ``None`` leaves a part out."""
    made = {
        "type": "message",
        "id": "1700000000000",
        "timestamp": "2026-11-22T09:00:01.1234567Z",
        "channelId": "msteams",
        "serviceUrl": SERVICE_URL,
        "locale": "da-DK",
        "from": {"id": "29:mette", "name": "Mette Holm", "aadObjectId": OID},
        "recipient": {"id": f"28:{APP_ID}", "name": "Lydhør"},
        "conversation": {
            "isGroup": True,
            "conversationType": "groupChat",
            "id": CHAT,
            "tenantId": TENANT,
        },
        "channelData": {"tenant": {"id": TENANT}, "meeting": {"id": MEETING}, "source": None},
        **parts,
    }
    return {name: value for name, value in made.items() if value is not None}


def personal(**parts: Any) -> dict[str, Any]:
    """An activity from Mette's own chat with the bot."""
    conversation = {"conversationType": "personal", "id": "a:mette", "tenantId": TENANT}
    data = {"tenant": {"id": TENANT}}
    return envelope(**{"conversation": conversation, "channelData": data, **parts})


def pressed(
    verb: Any, data: Any = None, *, trigger: str = "manual", **parts: Any
) -> dict[str, Any]:
    """A pressed button in the personal chat."""
    action = {"type": "Action.Execute", "verb": verb, "data": data or {}}
    return personal(
        **{
            "type": "invoke",
            "name": "adaptiveCard/action",
            "replyToId": "1600000000000",
            "value": {"action": action, "trigger": trigger},
            **parts,
        }
    )


def incoming_of(raw: dict[str, Any]) -> Incoming:
    """As the door hands it on."""
    return Incoming(raw, SERVICE_URL.rstrip("/"), TENANT, SystemClock().now())


@pytest.fixture
def make() -> type[Make]:
    return Make


class Make:
    """The builders above, for test modules (which cannot import a conftest)."""

    envelope: Callable[..., dict[str, Any]] = staticmethod(envelope)
    personal: Callable[..., dict[str, Any]] = staticmethod(personal)
    pressed: Callable[..., dict[str, Any]] = staticmethod(pressed)
    incoming: Callable[[dict[str, Any]], Incoming] = staticmethod(incoming_of)
    chat = CHAT
    meeting = MEETING
    oid = OID
    tenant = TENANT
    app_id = APP_ID
    service_url = SERVICE_URL
