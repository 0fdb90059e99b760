"""Tokens that reports of calls come with: signed by the calls' keys, for us, in our tenant (6.3)."""

from __future__ import annotations

import pytest

from microsoft365.inbound import CallTokenValidator, Refused
from tests.unit.microsoft365.fakes import APP_ID, Keys

TENANT = "11111111-2222-3333-4444-555555555555"
GOOD = {"iss": "https://api.botframework.com", "aud": APP_ID, "tid": TENANT}


@pytest.fixture
def check(http, service, session_keys: Keys):
    validator = CallTokenValidator(http, session_keys.serve(service), APP_ID, TENANT)

    async def checked(**changed: object) -> str:
        claims = {key: value for key, value in {**GOOD, **changed}.items() if value is not None}
        try:
            await validator.check_call(f"Bearer {session_keys.token(**claims)}")
        except Refused as refused:
            return refused.reason
        return ""

    return checked


@pytest.mark.parametrize("issuer", ["https://api.botframework.com", "https://graph.microsoft.com"])
async def test_a_good_token_of_either_issuer(check, issuer: str) -> None:
    assert await check(iss=issuer) == ""
    assert await check(tid=TENANT.upper()) == ""


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"iss": "https://sts.windows.net/x/"}, "wrong_issuer"),
        ({"aud": "somebody-else"}, "wrong_audience"),
        ({"tid": "99999999-2222-3333-4444-555555555555"}, "other_tenant"),
        ({"tid": None}, "other_tenant"),
        ({"exp": 1}, "expired"),
    ],
)
async def test_every_other_token_is_refused(check, changed: dict[str, object], reason: str) -> None:
    assert await check(**changed) == reason
