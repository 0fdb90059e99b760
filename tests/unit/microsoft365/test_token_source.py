"""Tokens: kept, fetched once for all, renewed early, forgotten when refused, never blocking."""

from __future__ import annotations

import asyncio
import os
import time
from types import SimpleNamespace

import pytest

from microsoft365.authorized import AuthorizedClient
from microsoft365.config import BOT_SCOPE, authority, graph_base, graph_scope
from microsoft365.credentials import ManagedIdentity, credential_for
from microsoft365.errors import Denied, Unavailable
from microsoft365.tokens import TokenSource
from tests.unit.microsoft365.fakes import (
    APP_ID,
    FakeService,
    FakeSettings,
    Seconds,
    error,
    fresh_tokens,
    ok,
    serve_tokens,
)

GRAPH = "https://graph.microsoft.com/.default"


@pytest.fixture
def seconds() -> Seconds:
    return Seconds()


@pytest.fixture
async def tokens(settings: FakeSettings, seconds: Seconds):
    source = TokenSource(credential_for(settings), seconds=seconds)
    yield source
    await source.close()


async def settled(tokens: TokenSource) -> None:
    await asyncio.gather(*tokens._flights.values(), return_exceptions=True)
    await asyncio.sleep(0)


async def test_one_flight_for_all_who_wait_and_then_the_kept_token(service, tokens):
    path = serve_tokens(service, fresh_tokens(delay=0.05))
    first = await asyncio.gather(*(tokens.token(BOT_SCOPE) for _ in range(20)))
    assert set(first) == {"token-1"}
    assert await tokens.token(BOT_SCOPE) == "token-1"
    assert service.count("POST", path) == 1


async def test_every_scope_has_its_own_token(service, tokens):
    path = serve_tokens(service)
    both = await asyncio.gather(tokens.token(BOT_SCOPE), tokens.token(GRAPH))
    assert len(set(both)) == 2
    assert service.count("POST", path) == 2


async def test_renewed_before_expiry_while_the_old_one_serves(service, tokens, seconds):
    path = serve_tokens(service, fresh_tokens(3600))
    await tokens.token(BOT_SCOPE)
    seconds.now += 3299
    assert await tokens.token(BOT_SCOPE) == "token-1"
    assert service.count("POST", path) == 1
    seconds.now += 2
    assert await tokens.token(BOT_SCOPE) == "token-1"
    await settled(tokens)
    assert await tokens.token(BOT_SCOPE) == "token-2"
    assert service.count("POST", path) == 2


async def test_trouble_at_renewal_is_not_felt_while_the_old_one_is_valid(service, tokens, seconds):
    path = serve_tokens(service, fresh_tokens(3600))
    await tokens.token(BOT_SCOPE)
    service.on("POST", path, ok({"error": "temporarily_unavailable"}, 400))
    seconds.now += 3400
    for _ in range(3):
        assert await tokens.token(BOT_SCOPE) == "token-1"
        await settled(tokens)
    assert service.count("POST", path) == 2
    seconds.now += 201
    with pytest.raises(Unavailable):
        await tokens.token(BOT_SCOPE)


async def test_a_caller_who_leaves_does_not_take_the_flight_along(service, tokens):
    path = serve_tokens(service, fresh_tokens(delay=0.05))
    impatient = asyncio.create_task(tokens.token(BOT_SCOPE))
    patient = asyncio.create_task(tokens.token(BOT_SCOPE))
    await asyncio.sleep(0)
    impatient.cancel()
    assert await patient == "token-1"
    assert service.count("POST", path) == 1


async def test_wrong_credentials_are_denied_without_their_text(service, tokens):
    serve_tokens(service, ok({"error": "invalid_client", "error_description": "secret x"}, 401))
    with pytest.raises(Denied) as caught:
        await tokens.token(BOT_SCOPE)
    assert caught.value.code == "invalid_client"
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize(
    "said",
    [error(429, "TooManyRequests", Retry_After="0"), ok({"error": "busy"}, 400), ok(None, 429)],
)
async def test_what_is_no_refusal_passes_and_the_next_token_comes(service, tokens, said):
    """An error that is no text once made every later request of msal's client fail."""
    path = serve_tokens(service, said)
    with pytest.raises(Unavailable):
        await tokens.token(BOT_SCOPE)
    service.on("POST", path, fresh_tokens())
    assert await tokens.token(GRAPH) == "token-1"


async def test_a_client_that_failed_is_made_anew(service, settings):
    serve_tokens(service)
    credential = credential_for(settings)
    credential._app = SimpleNamespace(remove_tokens_for_client=lambda: {}["gone"])
    source = TokenSource(credential)
    with pytest.raises(Unavailable):
        await source.token(BOT_SCOPE)
    assert await source.token(BOT_SCOPE) == "token-1"
    await source.close()


async def test_the_token_service_out_of_reach_is_unavailable(service, tokens):
    with pytest.raises(Unavailable) as caught:
        await tokens.token(BOT_SCOPE)
    assert caught.value.__cause__ is None
    assert "127.0.0.1" not in str(caught.value)
    serve_tokens(service)
    assert await tokens.token(BOT_SCOPE) == "token-1"


async def test_the_environment_cannot_change_what_is_trusted(service, tokens, monkeypatch):
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", os.devnull)
    serve_tokens(service)
    assert await tokens.token(BOT_SCOPE) == "token-1"


async def test_a_refused_token_is_replaced_once(service, tokens, http):
    path = serve_tokens(service)
    service.on("POST", "/work", error(401, "InvalidAuthenticationToken"), ok({"done": True}))
    client = AuthorizedClient(http, tokens, BOT_SCOPE)
    answer = await client.call("POST", f"{service.url}/work", route="/work", json={})
    assert answer.json == {"done": True}
    assert service.count("POST", path) == 2
    used = [call.headers["authorization"] for call in service.calls if call.path == "/work"]
    assert used == ["Bearer token-1", "Bearer token-2"]


async def test_a_second_refusal_is_final(service, tokens, http):
    path = serve_tokens(service)
    service.on("GET", "/work", error(401, "InvalidAuthenticationToken"))
    client = AuthorizedClient(http, tokens, BOT_SCOPE)
    with pytest.raises(Denied) as caught:
        await client.call("GET", f"{service.url}/work", route="/work")
    assert caught.value.status == 401
    assert (service.count("GET", "/work"), service.count("POST", path)) == (2, 2)


async def test_many_refusals_of_one_token_lead_to_one_new_token(service, tokens, http):
    path = serve_tokens(service)

    async def only_new(request):
        good = request.headers["Authorization"] != "Bearer token-1"
        return await (ok({}) if good else error(401))(request)

    service.on("GET", "/work", only_new)
    client = AuthorizedClient(http, tokens, BOT_SCOPE)
    calls = (client.call("GET", f"{service.url}/work", route="/work") for _ in range(8))
    assert {answer.status for answer in await asyncio.gather(*calls)} == {200}
    assert service.count("POST", path) == 2


async def test_the_loop_goes_on_while_the_token_service_is_slow(service, tokens):
    serve_tokens(service, fresh_tokens(delay=0.3))
    beats: list[float] = []

    async def heart() -> None:
        while True:
            beats.append(time.monotonic())
            await asyncio.sleep(0.01)

    beating = asyncio.create_task(heart())
    await tokens.token(BOT_SCOPE)
    beating.cancel()
    # a blocked loop could neither beat nor run the in-process token service
    assert len(beats) >= 10


def test_a_managed_identity_is_asked_for_the_resource(settings, monkeypatch):
    asked = []

    body = '{"access_token": "mi", "expires_in": "3600", "resource": "r"}'
    host = SimpleNamespace(status_code=200, headers={}, text=body)

    settings.app_type = "UserAssignedMSI"
    credential = credential_for(settings)
    assert isinstance(credential, ManagedIdentity)
    monkeypatch.setattr(
        credential._session, "get", lambda url, **named: asked.append((url, named)) or host
    )
    for name in ("IDENTITY_ENDPOINT", "IDENTITY_HEADER", "IDENTITY_SERVER_THUMBPRINT"):
        monkeypatch.delenv(name, raising=False)
    answer = credential.acquire(BOT_SCOPE)
    credential.close()
    assert answer["access_token"] == "mi"
    assert asked[0][1]["params"]["resource"] == "https://api.botframework.com"
    assert asked[0][1]["params"]["client_id"] == APP_ID


async def test_closing_ends_a_flight(service, settings):
    serve_tokens(service, fresh_tokens(delay=0.05))
    source = TokenSource(credential_for(settings))
    waiting = asyncio.create_task(source.token(BOT_SCOPE))
    await asyncio.sleep(0)
    await source.close()
    with pytest.raises(asyncio.CancelledError):
        await waiting


def test_addresses_follow_the_settings(service: FakeService):
    assert (
        authority("https://login.microsoftonline.com/", "T")
        == "https://login.microsoftonline.com/T"
    )
    assert (
        authority("https://login.microsoftonline.com/t", "T")
        == "https://login.microsoftonline.com/t"
    )
    assert graph_base("https://graph.microsoft.com/") == "https://graph.microsoft.com/v1.0"
    assert graph_base("https://graph.microsoft.us/v1.0") == "https://graph.microsoft.us/v1.0"
    assert graph_scope("https://graph.microsoft.us/v1.0") == "https://graph.microsoft.us/.default"
    assert graph_scope("https://localhost:4443/graph") == GRAPH
