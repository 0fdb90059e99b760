"""Tokens: msal gets one as teams-platform 14.2 says, and what Teams sends verifies (14.1)."""

from __future__ import annotations

import asyncio
import ssl
from typing import Any

import aiohttp
import jwt
import msal
import pytest
import requests

from sandbox import Sandbox


def _msal_token(sandbox: Sandbox, secret: str, scope: str) -> dict[str, Any]:
    with requests.Session() as session:
        session.trust_env = False
        session.verify = sandbox.env["CA_BUNDLE"]
        app = msal.ConfidentialClientApplication(
            sandbox.env["MicrosoftAppId"],
            client_credential=secret,
            authority=f"{sandbox.env['ENTRA_AUTHORITY']}/{sandbox.env['MicrosoftAppTenantId']}",
            instance_discovery=False,
            http_client=session,
        )
        return app.acquire_token_for_client([scope])


@pytest.mark.parametrize(
    "audience", ["https://api.botframework.com", "https://graph.microsoft.com"]
)
async def test_msal_gets_a_token(sandbox: Sandbox, audience: str) -> None:
    secret = sandbox.env["MicrosoftAppPassword"]
    got = await asyncio.to_thread(_msal_token, sandbox, secret, f"{audience}/.default")
    claims = sandbox.entra.tenant.verify(got["access_token"])
    assert claims["aud"] == audience
    assert claims["tid"] == sandbox.world.tenant_id


@pytest.mark.parametrize(
    ("secret", "scope", "error"),
    [
        ("wrong", "https://graph.microsoft.com/.default", "invalid_client"),
        (None, "https://elsewhere.example/.default", "invalid_scope"),
    ],
)
async def test_token_endpoint_refuses(
    sandbox: Sandbox, secret: str | None, scope: str, error: str
) -> None:
    used = secret or sandbox.env["MicrosoftAppPassword"]
    got = await asyncio.to_thread(_msal_token, sandbox, used, scope)
    assert got["error"] == error
    assert sandbox.world.problems


async def _published_key(sandbox: Sandbox, token: str) -> dict[str, Any] | None:
    context = ssl.create_default_context(cafile=sandbox.env["CA_BUNDLE"])
    async with aiohttp.ClientSession() as session:
        url = sandbox.env["BOT_OPENID_METADATA"]
        async with session.get(url, ssl=context) as answer:
            metadata = await answer.json()
        async with session.get(metadata["jwks_uri"], ssl=context) as answer:
            keys = (await answer.json())["keys"]
    kid = jwt.get_unverified_header(token)["kid"]
    return next((key for key in keys if key["kid"] == kid), None)


async def test_activity_is_signed_for_the_bot(sandbox: Sandbox, bot: Any, meeting: Any) -> None:
    token = bot.tokens[-1]
    key = await _published_key(sandbox, token)
    assert key is not None
    assert "msteams" in key["endorsements"]
    claims = jwt.decode(
        token,
        jwt.PyJWK(key).key,
        algorithms=["RS256"],
        audience=sandbox.env["MicrosoftAppId"],
        issuer="https://api.botframework.com",
    )
    assert claims["serviceurl"] == bot.activities[-1]["serviceUrl"]
    assert bot.activities[-1]["serviceUrl"].startswith("https://localhost:")


async def test_keys_rotate(sandbox: Sandbox) -> None:
    old = sandbox.entra.activity_token()
    await sandbox.do("rotate_keys")
    assert await _published_key(sandbox, old) is not None
    assert await _published_key(sandbox, sandbox.entra.activity_token()) is not None
    await sandbox.do("rotate_keys", dropOld=True)
    assert await _published_key(sandbox, old) is None


@pytest.mark.parametrize("token", ["", "nonsense"])
async def test_calls_need_a_token(call: Any, meeting: Any, token: str) -> None:
    status, body = await call("GET", f"/connector/v1/meetings/{meeting.teams_id}", token=token)
    assert (status, body["error"]["code"]) == (401, "InvalidAuthenticationToken")


async def test_calls_need_the_right_audience(sandbox: Sandbox, call: Any, meeting: Any) -> None:
    status, _ = await call(
        "GET", f"/connector/v1/meetings/{meeting.teams_id}", token=sandbox.entra.app_token()
    )
    assert status == 401
    assert sandbox.world.problems[-1]["code"] == "bad_token"


async def test_a_token_that_ran_out_stays_out(sandbox: Sandbox, call: Any, meeting: Any) -> None:
    path = f"/connector/v1/meetings/{meeting.teams_id}"
    token = sandbox.entra.app_token("https://api.botframework.com")
    await sandbox.do("fault", name="expired_tokens")
    assert (await call("GET", path, token=token))[0] == 401
    assert (await call("GET", path, token=token))[0] == 401
    assert (await call("GET", path))[0] == 200
    assert not sandbox.world.problems
