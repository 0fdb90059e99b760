"""The door's token check: what is accepted, what is refused and why, and how keys are renewed."""

from __future__ import annotations

import asyncio
import base64
import json
import time

import jwt
import pytest
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from hypothesis import HealthCheck, given
from hypothesis import settings as limits
from hypothesis import strategies as st

from clock import ShiftedClock
from microsoft365.errors import Unavailable
from microsoft365.inbound import Refused, TokenValidator
from microsoft365.signing_keys import KEEP_IN_TROUBLE_SECONDS, KEEP_SECONDS
from tests.unit.microsoft365.fakes import APP_ID, Keys, Seconds, error, ok


@pytest.fixture
def seconds() -> Seconds:
    return Seconds()


@pytest.fixture
def signer(session_keys: Keys) -> Keys:
    return session_keys


@pytest.fixture
def check(http, service, signer, seconds):
    validator = TokenValidator(http, signer.serve(service), APP_ID, seconds=seconds)

    async def checked(token: str):
        return await validator.check(f"Bearer {token}")

    return checked


async def reason(check, token: str) -> str:
    with pytest.raises(Refused) as caught:
        await check(token)
    return caught.value.reason


def b64(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def unsigned(header: object, claims: object, signature: str = "") -> str:
    return f"{b64(json.dumps(header).encode())}.{b64(json.dumps(claims).encode())}.{signature}"


async def test_a_good_token_tells_its_service_url(check, signer, service):
    claims = await check(signer.token())
    assert claims.service_url == "https://smba.trafficmanager.net/emea/"
    assert claims.app_id == APP_ID
    assert claims.expires_at.timestamp() > time.time()
    await check(signer.token())
    assert service.count("GET", "/keys") == 1


async def test_the_service_url_claim_is_found_in_any_case(check, signer):
    token = signer.token(serviceurl=None, serviceUrl="https://smba.trafficmanager.net/x")
    assert (await check(token)).service_url == "https://smba.trafficmanager.net/x"


async def test_forged_signatures(check, signer):
    forger = Keys()
    forger.kid = signer.kid
    assert await reason(check, forger.token()) == "bad_signature"
    header, claims, _ = signer.token().split(".")
    assert await reason(check, f"{header}.{claims}.AAAA") == "bad_signature"
    other = b64(json.dumps(signer.claims(aud="x")).encode())
    signature = signer.token().rpartition(".")[2]
    assert await reason(check, f"{header}.{other}.{signature}") == "bad_signature"


async def test_no_algorithm_and_the_public_key_as_secret(check, signer):
    header = {"alg": "none", "kid": signer.kid, "typ": "JWT"}
    assert await reason(check, unsigned(header, signer.claims())) == "wrong_algorithm"
    pem = signer.private.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    hs256 = jwt.api_jws.PyJWS(options={"verify_signature": False})
    hs256._algorithms["HS256"].prepare_key = lambda key: key  # the library guards against this
    forged = hs256.encode(
        json.dumps(signer.claims()).encode(), pem, algorithm="HS256", headers={"kid": signer.kid}
    )
    assert await reason(check, forged) == "wrong_algorithm"


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"iss": "https://api.botframework.com/"}, "wrong_issuer"),
        ({"iss": "https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/"}, "wrong_issuer"),
        ({"iss": None}, "wrong_issuer"),
        ({"aud": "somebody-else"}, "wrong_audience"),
        ({"aud": [APP_ID]}, "wrong_audience"),
        ({"aud": None}, "wrong_audience"),
        ({"exp": int(time.time()) - 301}, "expired"),
        ({"exp": None}, "no_expiry"),
        ({"exp": True}, "no_expiry"),
        ({"exp": 1e300}, "no_expiry"),
        ({"nbf": int(time.time()) + 86_400}, "not_yet_valid"),
        ({"serviceurl": None}, "no_service_url"),
        ({"serviceurl": ""}, "no_service_url"),
        ({"serviceurl": ["https://smba.trafficmanager.net/"]}, "no_service_url"),
    ],
)
async def test_wrong_claims(check, signer, changes, expected):
    assert await reason(check, signer.token(**changes)) == expected


async def test_five_minutes_of_skew_are_allowed(check, signer):
    now = int(time.time())
    await check(signer.token(exp=now - 280, nbf=now + 280))


async def test_claims_of_another_type_are_refused(check, signer):
    assert await reason(check, signer.token(exp="soon")) == "no_expiry"
    assert await reason(check, signer.token(nbf="soon")) == "not_yet_valid"


async def test_the_clock_decides_what_has_expired(http, service, signer):
    clock = ShiftedClock()
    validator = TokenValidator(http, signer.serve(service), APP_ID, clock=clock)
    token = f"Bearer {signer.token()}"
    await validator.check(token)
    clock.offset += clock.offset.resolution * 4_000_000_000
    with pytest.raises(Refused):
        await validator.check(token)


@pytest.mark.parametrize("payload", [b"[]", b"7", b"null", b"{", b"\xff", b""])
async def test_a_signed_payload_that_holds_no_claims(check, signer, payload):
    token = jwt.api_jws.encode(payload, signer.private, "RS256", headers={"kid": signer.kid})
    assert await reason(check, token) == "malformed"


@pytest.mark.parametrize("kid", [None, "", 7, ["x"]])
async def test_a_missing_key_id(check, signer, kid):
    header = {"alg": "RS256", "typ": "JWT"} | ({} if kid is None else {"kid": kid})
    token = unsigned(header, signer.claims(), "AAAA")
    assert await reason(check, token) in ("no_key_id", "malformed")


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        (None, "no_token"),
        ("", "no_token"),
        ("Basic YTpi", "not_bearer"),
        ("Bearer", "not_bearer"),
        ("Bearer x", "not_bearer"),
        ("Bearer a.b.c", "malformed"),
        ("Bearer ..", "malformed"),
        ("Bearer æ.ø.å", "malformed"),
        (f"Bearer {b64(b'[1]')}.e30.x", "malformed"),
        (f"Bearer {b64(b'{}')}.e30.x", "malformed"),
        ("Bearer " + "a" * 20000 + ".b.c", "too_long"),
    ],
)
async def test_headers_that_hold_no_token(http, service, signer, header, expected):
    validator = TokenValidator(http, signer.serve(service), APP_ID)
    with pytest.raises(Refused) as caught:
        await validator.check(header)
    assert caught.value.reason == expected
    assert service.calls == []


async def test_no_content_of_a_token_raises_anything_else(check, signer):
    await check(signer.token())
    pieces = signer.token().split(".")
    loop = asyncio.get_running_loop()

    @given(st.data())
    @limits(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
    def fuzz(data):
        parts = list(pieces)
        if data.draw(st.booleans()):
            junk = data.draw(st.binary(max_size=60) | st.just(b"[" * 3000))
            parts[data.draw(st.integers(0, 2))] = b64(junk)
        else:
            header = {"alg": "RS256", "kid": signer.kid, **data.draw(json_objects)}
            parts[0] = b64(json.dumps(header).encode())
        broken = ".".join(parts)
        if broken != ".".join(pieces):
            found.append(broken)

    found: list[str] = []
    await loop.run_in_executor(None, fuzz)
    for token in found:
        with pytest.raises(Refused):
            await check(token)


json_objects = st.dictionaries(
    st.sampled_from(["alg", "kid", "crit", "b64", "typ", "jwk", "x5c", "zip", "other"]),
    st.none() | st.booleans() | st.integers() | st.text(max_size=5) | st.lists(st.text(max_size=3)),
    min_size=1,
)


@pytest.mark.parametrize("channels", [["webchat"], [], None, "msteams"])
async def test_the_key_must_be_endorsed_for_teams(http, service, channels):
    other = Keys()
    other.published[0]["endorsements"] = channels
    validator = TokenValidator(http, other.serve(service), APP_ID)
    with pytest.raises(Refused) as caught:
        await validator.check(f"Bearer {other.token()}")
    assert caught.value.reason == "not_endorsed"


async def test_useless_published_keys_are_passed_over(http, service, signer):
    metadata = signer.serve(service)
    good = signer.published[0]
    junk = [{"kty": "EC", "kid": "e"}, {"kty": "RSA", "kid": "r"}, {**good, "use": "enc"}, 7]
    weak = {**good, "kid": "weak", "n": "AQAB"}
    service.on("GET", "/keys", ok({"keys": [*junk, weak, {**good, "kid": None}, good]}))
    validator = TokenValidator(http, metadata, APP_ID)
    await validator.check(f"Bearer {signer.token()}")
    with pytest.raises(Refused):
        await validator.check(f"Bearer {signer.token(headers={'kid': 'weak'})}")


async def test_an_unknown_key_leads_to_one_look(check, signer, service, seconds):
    await check(signer.token())
    seconds.now += 11
    stranger = Keys()
    answers = await asyncio.gather(
        *(check(stranger.token()) for _ in range(6)), return_exceptions=True
    )
    assert {answer.reason for answer in answers} == {"unknown_key"}
    assert service.count("GET", "/keys") == 2
    await check(signer.token())


async def test_looks_are_rate_limited(check, signer, service, seconds):
    await check(signer.token())
    for _ in range(30):
        assert (
            await reason(check, signer.token(headers={"kid": f"k{seconds.now}"})) == "unknown_key"
        )
        seconds.now += 1
    assert service.count("GET", "/keys") <= 4


async def test_a_rotation_is_followed_in_seconds(http, service, seconds):
    signer = Keys()
    validator = TokenValidator(http, signer.serve(service), APP_ID, seconds=seconds)
    await validator.check(f"Bearer {signer.token()}")
    seconds.now += 5
    with pytest.raises(Refused):
        await validator.check(f"Bearer {signer.token(headers={'kid': 'forged'})}")
    signer.rotate()
    waited = 0
    while waited < 60:
        try:
            await validator.check(f"Bearer {signer.token()}")
            break
        except Refused:
            seconds.now += 1
            waited += 1
    assert waited <= 10


async def test_keys_are_read_anew_after_a_day(check, signer, service, seconds):
    await check(signer.token())
    seconds.now += KEEP_SECONDS - 1
    await check(signer.token())
    assert service.count("GET", "/keys") == 1
    seconds.now += 1
    await check(signer.token())
    assert service.count("GET", "/keys") == 2


async def test_nobody_is_let_in_while_no_key_was_ever_read(check, signer, service, seconds):
    signer.serve(service)
    service.on("GET", "/metadata", error(503))
    with pytest.raises(Unavailable):
        await check(signer.token())
    with pytest.raises(Unavailable):
        await check(signer.token())
    assert service.count("GET", "/metadata") == 2
    signer.serve(service)
    seconds.now += 10
    await check(signer.token())


async def test_known_keys_serve_a_while_when_the_key_service_is_away(
    check, signer, service, seconds
):
    await check(signer.token())
    service.on("GET", "/metadata", error(503))
    seconds.now += KEEP_SECONDS
    await check(signer.token())
    with pytest.raises(Unavailable):
        await check(signer.token(headers={"kid": "perhaps-new"}))
    seconds.now += KEEP_IN_TROUBLE_SECONDS - KEEP_SECONDS
    with pytest.raises(Unavailable):
        await check(signer.token())


@pytest.mark.parametrize("body", [None, [], {"keys": "x"}, {"keys": []}])
async def test_an_empty_key_document_is_trouble_not_truth(check, signer, service, seconds, body):
    await check(signer.token())
    service.on("GET", "/keys", ok(body))
    seconds.now += KEEP_SECONDS
    await check(signer.token())


@pytest.mark.parametrize("address", ["http://127.0.0.1/keys", "", None, 7])
async def test_keys_are_only_read_over_https(http, service, signer, address):
    service.on("GET", "/metadata", ok({"jwks_uri": address}))
    validator = TokenValidator(http, f"{service.url}/metadata", APP_ID)
    with pytest.raises(Unavailable):
        await validator.check(f"Bearer {signer.token()}")
