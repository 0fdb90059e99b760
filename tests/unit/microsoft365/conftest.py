from __future__ import annotations

import ssl
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import trustme

from microsoft365.bundle import Microsoft365
from microsoft365.egress import Egress
from microsoft365.http import Http
from tests.unit.microsoft365.fakes import FakeService, FakeSettings, Keys, Naps, serve_tokens


@pytest.fixture(scope="session")
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture(scope="session")
def ca_bundle(authority: trustme.CA, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("ca") / "ca.pem"
    authority.cert_pem.write_to_path(str(path))
    return path


@pytest.fixture(scope="session")
def server_tls(authority: trustme.CA) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1", "localhost").configure_cert(context)
    return context


@pytest.fixture(scope="session")
def session_keys() -> Keys:
    return Keys()


@pytest.fixture
async def service(server_tls: ssl.SSLContext) -> AsyncIterator[FakeService]:
    fake = FakeService()
    await fake.start(server_tls)
    yield fake
    await fake.stop()


@pytest.fixture
def stand_in(service: FakeService) -> Egress:
    """Loopback as named in the settings: the fake service's, and no other port."""
    return Egress([service.url.removeprefix("https://")])


@pytest.fixture
def naps() -> Naps:
    return Naps()


@pytest.fixture
async def http(ca_bundle: Path, naps: Naps, stand_in: Egress) -> AsyncIterator[Http]:
    client = Http(ca_bundle=ca_bundle, egress=stand_in, sleep=naps)
    yield client
    await client.close()


@pytest.fixture
def settings(service: FakeService, ca_bundle: Path) -> FakeSettings:
    return FakeSettings(
        entra_authority=service.url,
        graph_url=f"{service.url}/graph",
        bot_openid_metadata=f"{service.url}/metadata",
        service_url_hosts=(service.url.removeprefix("https://"),),
        ca_bundle=ca_bundle,
    )


@pytest.fixture
async def m365(service: FakeService, settings: FakeSettings) -> AsyncIterator[Microsoft365]:
    serve_tokens(service)
    everything = Microsoft365(settings)
    yield everything
    await everything.close()


@pytest.fixture
def service_url(service: FakeService) -> str:
    return f"{service.url}/emea/"
