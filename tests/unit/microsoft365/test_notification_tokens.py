"""The tokens that vouch for rich notifications: every one is good, or nothing is believed."""

from __future__ import annotations

import time
from typing import Any

import jwt
import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as limits
from hypothesis import strategies as st

from microsoft365.errors import Unavailable
from microsoft365.notification_tokens import PUBLISHER, NotificationTokens
from microsoft365.token_checks import Refused
from tests.unit.microsoft365.fakes import APP_ID, TENANT, Keys, error, ok

OTHER = "99999999-9999-4999-8999-999999999999"


@pytest.fixture
def signer(session_keys: Keys) -> Keys:
    return session_keys


@pytest.fixture
def tokens(http, service, signer):
    async def keys(_):
        from aiohttp import web

        return web.json_response({"keys": signer.published})

    path = f"/{TENANT}/v2.0/.well-known/openid-configuration"
    service.on("GET", path, ok({"jwks_uri": f"{service.url}/entra-keys"}))
    service.on("GET", "/entra-keys", keys)
    return NotificationTokens(
        http, entra_authority=service.url, tenant_id=TENANT.upper(), app_id=APP_ID
    )


def token(keys: Keys, **changes: Any) -> str:
    now = int(time.time())
    base = {
        "iss": f"https://login.microsoftonline.com/{TENANT}/v2.0",
        "aud": APP_ID,
        "tid": TENANT,
        "azp": PUBLISHER,
        "iat": now,
        "nbf": now - 5,
        "exp": now + 3600,
    }
    claims = {k: v for k, v in {**base, **changes}.items() if v is not None}
    return jwt.encode(claims, keys.private, algorithm="RS256", headers={"kid": keys.kid})


async def reason(tokens: NotificationTokens, *given_tokens: str) -> str:
    with pytest.raises(Refused) as caught:
        await tokens.check(given_tokens)
    return caught.value.reason


async def test_good_tokens_of_both_versions(tokens, signer, service):
    v1 = {"iss": f"https://sts.windows.net/{TENANT}/", "azp": None, "appid": PUBLISHER}
    await tokens.check([token(signer), token(signer, **v1), token(signer, appid=PUBLISHER)])
    await tokens.check([token(signer, iss=f"{service.url}/{TENANT}/v2.0", tid=None)])
    assert service.count("GET", "/entra-keys") == 1


async def test_no_token_is_no_good(tokens):
    assert await reason(tokens) == "no_validation_token"


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"iss": f"https://login.microsoftonline.com/{OTHER}/v2.0"}, "wrong_issuer"),
        ({"iss": f"https://sts.windows.net/{TENANT}"}, "wrong_issuer"),
        ({"iss": "https://api.botframework.com"}, "wrong_issuer"),
        ({"iss": None}, "wrong_issuer"),
        ({"tid": OTHER}, "wrong_tenant"),
        ({"aud": OTHER}, "wrong_audience"),
        ({"aud": [APP_ID, OTHER]}, "wrong_audience"),
        ({"aud": None}, "wrong_audience"),
        ({"exp": int(time.time()) - 3600}, "expired"),
        ({"exp": None}, "no_expiry"),
        ({"nbf": int(time.time()) + 3600}, "not_yet_valid"),
        ({"azp": APP_ID}, "wrong_publisher"),
        ({"azp": None}, "wrong_publisher"),
        ({"appid": APP_ID}, "wrong_publisher"),
        ({"azp": 7}, "wrong_publisher"),
    ],
)
async def test_whatever_is_wrong_is_refused(tokens, signer, changes, why):
    assert await reason(tokens, token(signer, **changes)) == why
    assert await reason(tokens, token(signer), token(signer, **changes)) == why


async def test_forged_signatures(tokens, signer):
    forger = Keys()
    assert await reason(tokens, token(forger)) == "unknown_key"
    forger.kid = signer.kid
    assert await reason(tokens, token(forger)) == "bad_signature"
    assert await reason(tokens, "x" * 20_000) == "too_long"
    assert await reason(tokens, "no.token.atall") == "malformed"
    none = jwt.encode({"iss": "x"}, "", algorithm="none", headers={"kid": signer.kid})
    assert await reason(tokens, none) == "wrong_algorithm"


@given(data=st.data())
@limits(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
async def test_a_change_in_any_sign_is_refused(tokens, signer, data):
    good = token(signer)
    place = data.draw(st.integers(0, len(good) - 1))
    alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
    sign = data.draw(st.sampled_from([c for c in alphabet if c != good[place]]))
    forged = good[:place] + sign + good[place + 1 :]
    part = good.rpartition(".")
    # The last sign of a base64 part may carry bits that nobody reads; then nothing was changed.
    if place == len(good) - 1 and jwt.utils.base64url_decode(part[2]) == jwt.utils.base64url_decode(
        forged.rpartition(".")[2]
    ):
        return
    with pytest.raises(Refused):
        await tokens.check([forged])


async def test_without_keys_nobody_can_tell(tokens, signer, service):
    service.on("GET", "/entra-keys", error(503))
    with pytest.raises(Unavailable):
        await tokens.check([token(signer)])
