"""No byte of ours goes to an address that is not public, however its name was dressed up."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator
from dataclasses import dataclass, field, replace
from ipaddress import ip_address
from pathlib import Path
from typing import Any

import pytest
from aiohttp.abc import AbstractResolver, ResolveResult

from microsoft365.config import BOT_SCOPE
from microsoft365.credentials import credential_for
from microsoft365.egress import (
    Egress,
    ForbiddenAddress,
    JudgingResolver,
    egress_for,
    host_and_port,
    is_public,
)
from microsoft365.errors import Unavailable
from microsoft365.http import Http
from microsoft365.tokens import TokenSource
from tests.unit.microsoft365.fakes import TENANT, FakeService, FakeSettings, Naps, ok, serve_tokens

NOT_PUBLIC = [
    "127.0.0.1", "127.8.9.1", "::1", "0.0.0.0", "::", "10.0.0.5", "172.16.0.1", "192.168.1.1",
    "169.254.169.254", "169.254.170.2", "168.63.129.16", "100.100.100.200", "100.64.0.1",
    "fd00:ec2::254", "fc00::1", "fe80::1", "fe80::1%eth0", "224.0.0.1", "ff02::1", "240.0.0.1",
    "255.255.255.255", "192.0.2.1", "198.18.0.1", "2001:db8::1",
    "::ffff:127.0.0.1", "::ffff:169.254.169.254", "::ffff:10.0.0.1", "::7f00:1",
    "64:ff9b::a9fe:a9fe", "64:ff9b::7f00:1", "2002:a9fe:a9fe::", "2002:7f00:1::",
    "2001:0:4136:e378:8000:63bf:80ff:fffe", "192.0.0.192", "192.88.99.1", "fec0::1", "3fff::1",
]  # fmt: skip
PUBLIC = ["52.113.194.132", "8.8.8.8", "2603:1063::1", "::ffff:8.8.8.8", "64:ff9b::808:808"]


@pytest.mark.parametrize("address", NOT_PUBLIC)
def test_an_address_that_is_not_public_is_refused_at_every_gate(address: str) -> None:
    assert not is_public(ip_address(address.partition("%")[0]))
    judge = Egress(["127.0.0.1:4443", "localhost:4443", "[::1]:4443"])
    with pytest.raises(ForbiddenAddress):
        judge.check("smba.trafficmanager.net", 443, address)
    with pytest.raises(ForbiddenAddress):
        judge.check_written(address, 443)
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    with pytest.raises(ForbiddenAddress):
        judge.open_socket((family, socket.SOCK_STREAM, 6, "", (address, 443)))


@pytest.mark.parametrize("address", PUBLIC)
def test_the_internet_is_open(address: str) -> None:
    judge = Egress()
    judge.check("smba.trafficmanager.net", 443, address)
    judge.check_written(address, 443)
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    judge.open_socket((family, socket.SOCK_STREAM, 6, "", (address, 443))).close()


def test_loopback_only_where_it_is_named_with_its_port() -> None:
    judge = Egress(["localhost:4443", "[::1]:4444", "10.0.0.5:4445"])
    judge.check("localhost", 4443, "127.0.0.1")
    judge.check("LOCALHOST", 4443, "::1")
    judge.check_written("::1", 4444)
    judge.open_socket((socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", 4443))).close()
    refused = [
        ("localhost", 4444, "127.0.0.1"),
        ("evil.example", 4443, "127.0.0.1"),
        ("localhost.", 4443, "127.0.0.1"),
        ("localhost", 4443, "169.254.169.254"),
        ("localhost", 4443, "192.168.1.1"),
        ("10.0.0.5", 4445, "10.0.0.5"),
        ("localhost", 4443, "no address"),
    ]
    for host, port, address in refused:
        with pytest.raises(ForbiddenAddress):
            judge.check(host, port, address)
    with pytest.raises(ForbiddenAddress):
        judge.open_socket((socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", 5432)))


@dataclass
class Rebinding(AbstractResolver):
    """A name server that answers differently each time."""

    answers: list[list[str]]
    asked: list[str] = field(default_factory=list)

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        self.asked.append(host)
        return [
            ResolveResult(hostname=host, host=a, port=port, family=family, proto=0, flags=0)
            for a in self.answers.pop(0)
        ]

    async def close(self) -> None:
        return None


async def test_a_name_that_turns_is_judged_at_every_look_up() -> None:
    turning = Rebinding([["8.8.8.8"], ["169.254.169.254"], ["8.8.8.8", "10.0.0.1"], ["fd00::1"]])
    resolver = JudgingResolver(Egress(), turning)
    assert [one["host"] for one in await resolver.resolve("teams.example", 443)] == ["8.8.8.8"]
    for _ in range(3):
        with pytest.raises(ForbiddenAddress):
            await resolver.resolve("teams.example", 443)
    await resolver.close()


@dataclass
class Listener:
    """Counts who knocks, and says nothing."""

    port: int = 0
    knocks: int = 0

    async def knock(self, _: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.knocks += 1
        writer.close()


@pytest.fixture
async def listener() -> AsyncIterator[Listener]:
    listening = Listener()
    server = await asyncio.start_server(listening.knock, "127.0.0.1", 0)
    listening.port = server.sockets[0].getsockname()[1]
    yield listening
    server.close()
    await server.wait_closed()


async def test_a_public_name_that_leads_to_this_machine_gets_no_connection(
    listener: Listener, monkeypatch: pytest.MonkeyPatch, naps: Naps
) -> None:
    """What an attacker's name server does: our token would go to whoever listens there."""
    turning = Rebinding([["127.0.0.1"]] * 2)
    monkeypatch.setattr("microsoft365.egress.DefaultResolver", lambda: turning)
    http = Http(egress=Egress(["localhost:4443"]), sleep=naps)
    for _ in range(2):
        with pytest.raises(Unavailable):
            await http.request(
                "POST", f"https://rebound.example:{listener.port}/v3/x",
                route="/v3/x", repeat_safe=False, token="secret", json={},
            )  # fmt: skip
    await http.close()
    assert turning.asked == ["rebound.example"] * 2
    assert (listener.knocks, naps.taken) == (0, [])


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::ffff:127.0.0.1]", "2130706433"])
async def test_loopback_that_is_not_named_gets_no_connection(
    listener: Listener, naps: Naps, host: str
) -> None:
    http = Http(egress=Egress(["localhost:1"]), sleep=naps)
    with pytest.raises(Unavailable):
        await http.request(
            "GET", f"https://{host}:{listener.port}/", route="/", repeat_safe=True, token="secret"
        )
    await http.close()
    assert listener.knocks == 0


def turned_here(monkeypatch: pytest.MonkeyPatch, *names: str) -> list[str]:
    """A name server that leads these names to this machine; whom it was asked for."""
    asked: list[str] = []
    known = socket.getaddrinfo

    def look_up(host: str, port: int, *args: Any, **kwargs: Any) -> Any:
        asked.append(host)
        return known("127.0.0.1" if host in names else host, port, *args, **kwargs)

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    for name in ("https_proxy", "HTTPS_PROXY"):  # through one the proxy looks names up
        monkeypatch.delenv(name, raising=False)
    return asked


async def test_the_apps_secret_goes_nowhere_else_either(
    listener: Listener, settings: FakeSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Entra's name as the settings have it, turned by an attacker's name server."""
    asked = turned_here(monkeypatch, "rebound.example")
    turned = replace(settings, entra_authority=f"https://rebound.example:{listener.port}")
    source = TokenSource(credential_for(turned))
    with pytest.raises(Unavailable):
        await source.token(BOT_SCOPE)
    await source.close()
    assert "rebound.example" in asked
    assert listener.knocks == 0


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "rebound.example"])
async def test_the_apps_secret_goes_to_no_address_that_is_only_told(
    service: FakeService, listener: Listener, settings: FakeSettings,
    monkeypatch: pytest.MonkeyPatch, host: str,
) -> None:  # fmt: skip
    """Entra's own document says where the token is asked for: a stand-in's, or one that was changed."""
    turned_here(monkeypatch, "rebound.example")
    told = f"https://{host}:{listener.port}/token"
    base = f"{service.url}/{TENANT}"
    document = {
        "issuer": f"{base}/v2.0", "authorization_endpoint": f"{base}/authorize", "token_endpoint": told,
    }  # fmt: skip
    service.on("GET", f"/{TENANT}/v2.0/.well-known/openid-configuration", ok(document))
    source = TokenSource(credential_for(settings))
    with pytest.raises(Unavailable):
        await source.token(BOT_SCOPE)
    await source.close()
    assert service.count("GET", f"/{TENANT}/v2.0/.well-known/openid-configuration") == 1
    assert listener.knocks == 0


async def test_the_apps_secret_follows_no_redirect(
    service: FakeService, settings: FakeSettings
) -> None:
    path = serve_tokens(service, ok({}, 307, Location=f"{service.url}/elsewhere"))
    service.on("POST", "/elsewhere", ok({"access_token": "x", "expires_in": 60}))
    source = TokenSource(credential_for(settings))
    with pytest.raises(Exception, match="token"):
        await source.token(BOT_SCOPE)
    await source.close()
    assert service.count("POST", path) == 1
    assert service.count("POST", "/elsewhere") == 0


def test_the_settings_name_the_stand_ins() -> None:
    judge = egress_for(
        FakeSettings(
            entra_authority="https://localhost:4443",
            graph_url="https://127.0.0.1:4444/graph",
            bot_openid_metadata="https://[::1]:4445/openid",
            service_url_hosts=("LocalHost:4446", "smba.trafficmanager.net"),
            ca_bundle=Path("ca.pem"),
        )
    )
    for host, port, address in [
        ("localhost", 4443, "127.0.0.1"),
        ("127.0.0.1", 4444, "127.0.0.1"),
        ("::1", 4445, "::1"),
        ("localhost", 4446, "::1"),
    ]:
        judge.check(host, port, address)
    with pytest.raises(ForbiddenAddress):
        judge.check("smba.trafficmanager.net", 443, "127.0.0.1")
    assert host_and_port("https://Graph.Microsoft.com/v1.0") == "graph.microsoft.com:443"
