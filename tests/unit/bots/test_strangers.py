"""Tokens that are not from Teams to us, over real HTTP: 401 or 403, and nothing happens."""

from __future__ import annotations

import asyncio
import base64
import json
import time
from typing import Any

import jwt
import pytest
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

APP = "11111111-2222-3333-4444-555555555555"
NOW = int(time.time())
DAY = 86_400
EMULATORS = [
    "https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/",
    "https://login.microsoftonline.com/d6d49420-f39b-4df7-a1dc-d59a935871db/v2.0",
    "https://sts.windows.net/f8cdef31-a31e-4b4a-93e4-5f571e91255a/",
    "https://login.microsoftonline.com/f8cdef31-a31e-4b4a-93e4-5f571e91255a/v2.0",
]


def emulator(issuer: str) -> dict[str, Any]:
    """What the SDK would have let in (teams-platform 14.1): for our app, by our app, no serviceurl."""
    version = "2.0" if issuer.endswith("v2.0") else "1.0"
    return {"iss": issuer, "appid": APP, "azp": APP, "ver": version, "serviceurl": None}


CLAIMS = {
    "expired": {"exp": NOW - DAY},
    "not yet valid": {"nbf": NOW + DAY},
    "for another app": {"aud": "00000000-0000-0000-0000-000000000000"},
    "for Graph": {"aud": "https://graph.microsoft.com"},
    "from another issuer": {"iss": "https://evil.example"},
    "from our own tenant": {"iss": "https://sts.windows.net/99999999-8888-7777-6666-555555555555/"},
    "without serviceurl": {"serviceurl": None},
    "for a serviceurl that is not ours": {"serviceurl": "https://evil.example/"},
    "for a metadata service": {"serviceurl": "https://169.254.169.254/"},
    **{f"from an emulator {n}": emulator(issuer) for n, issuer in enumerate(EMULATORS)},
}


@pytest.mark.parametrize("claims", CLAIMS.values(), ids=CLAIMS)
async def test_a_token_with_wrong_claims(door: Any, make: Any, claims: dict[str, Any]) -> None:
    """Even when it is signed with the right key."""
    token = door.signer.token(**claims)
    for raw in (make.envelope(), make.pressed("menu"), make.envelope(serviceUrl=None)):
        assert (await door.post(raw, token=token)).status == 401
    nothing_happened(door)


def encoded(part: Any) -> str:
    data = part if isinstance(part, bytes) else json.dumps(part).encode()
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def forgeries(door: Any, foreign: Any, unendorsed: Any) -> dict[str, str]:
    """Good claims, and no good signature."""
    good = door.signer.token()
    _, claims, signature = good.split(".")
    public = door.signer.private.public_key()
    pem = public.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    der = public.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)

    def hs256(secret: bytes) -> str:
        head = encoded({"alg": "HS256", "kid": "good", "typ": "JWT"})
        mac = jwt.algorithms.HMACAlgorithm(jwt.algorithms.HMACAlgorithm.SHA256)
        return f"{head}.{claims}.{encoded(mac.sign(f'{head}.{claims}'.encode(), secret))}"

    def head(**parts: Any) -> str:
        return encoded({"alg": "RS256", "kid": "good", **parts})

    return {
        "unsigned": f"{head(alg='none')}.{claims}.",
        "unsigned, spelled otherwise": f"{head(alg='nOnE')}.{claims}.{signature}",
        "signed with the public key as secret": hs256(pem),
        "signed with the public key's bytes": hs256(der),
        "signed with nothing": hs256(b""),
        "by an unknown key": foreign.token(),
        "by an unknown key under a known name": jwt.encode(
            jwt.decode(good, options={"verify_signature": False}),
            foreign.private, algorithm="RS256", headers={"kid": "good"},
        ),
        "by a key it brings along": f"{head(jwk=foreign.public)}.{claims}.{signature}",
        "by a key it points to": f"{head(jku='https://evil.example/keys')}.{claims}.{signature}",
        "by a key that may not sign for Teams": unendorsed.token(),
        "with claims of its own": f"{head()}.{encoded({'iss': 'x'})}.{signature}",
        "without a key's name": f"{encoded({'alg': 'RS256'})}.{claims}.{signature}",
        "with a path as key": f"{head(kid='../../etc/passwd')}.{claims}.{signature}",
        "cut off": good[:-40],
    }  # fmt: skip


async def test_forged_tokens(door: Any, make: Any, signers: Any) -> None:
    _, foreign, unendorsed = signers
    for name, token in forgeries(door, foreign, unendorsed).items():
        answer = await door.post(make.pressed("menu"), token=token)
        assert (answer.status, await answer.read()) == (401, b""), name
    nothing_happened(door)


async def test_a_foreign_tenant_with_a_good_token(door: Any, make: Any) -> None:
    foreign = "12345678-0000-0000-0000-000000000000"
    for raw in (
        make.envelope(channelData={"tenant": {"id": foreign}}),
        make.personal(conversation={"id": "a:1", "tenantId": foreign}),
        make.personal(channelData={}, conversation={"id": "a:1"}),
    ):
        assert (await door.post(raw)).status == 403
    nothing_happened(door)


def nothing_happened(door: Any) -> None:
    assert door.bus.commands == []
    assert door.messenger.posts == []


async def test_strangers_cannot_hammer_the_key_service(door: Any, make: Any, signers: Any) -> None:
    assert (await door.post(make.personal(text="hej"))).status == 200
    door.looks.clear()
    door.seconds.now += 60
    head = door.signer.token().partition(".")[2]
    for number in range(60):
        made_up = f"{encoded({'alg': 'RS256', 'kid': f'k{number}'})}.{head}"
        assert (await door.post(make.envelope(), token=made_up)).status == 401
        door.seconds.now += 0.5
    assert len(door.looks) <= 2 * 3  # metadata and keys, once in ten seconds
    assert len(door.bus.commands) == 1


async def test_a_new_key_is_known_within_a_minute_even_under_attack(
    door: Any, make: Any, signers: Any
) -> None:
    """Microsoft rotates; strangers with made-up keys use up every look they can."""
    _, foreign, _ = signers
    assert (await door.post(make.personal(text="hej"))).status == 200
    door.keys[:] = [foreign.public]
    head = foreign.token().partition(".")[2]
    waited = 0
    while (await door.post(make.personal(text="hej"), token=foreign.token())).status != 200:
        waited += 1
        door.seconds.now += 1
        assert waited <= 60
        made_up = f"{encoded({'alg': 'RS256', 'kid': f'k{waited}'})}.{head}"
        assert (await door.post(make.envelope(), token=made_up)).status == 401
    assert waited <= 60
    assert (await door.post(make.envelope())).status == 401  # the old key is gone


async def test_nobodys_body_is_read_before_the_token_holds(door: Any, make: Any) -> None:
    reader, writer = await connected(door)
    head = "POST /api/messages HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
    writer.write(f"{head}Content-Length: 200000\r\n\r\n{{".encode())
    assert (await reader.readline()).startswith(b"HTTP/1.1 401")
    writer.close()
    nothing_happened(door)


async def test_a_body_that_never_ends_is_given_up(
    door: Any, make: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bots.body.READ_SECONDS", 0.05)
    reader, writer = await connected(door)
    head = "POST /api/messages HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
    token = door.signer.token()
    writer.write(f"{head}Authorization: Bearer {token}\r\nContent-Length: 99\r\n\r\n{{".encode())
    assert (await reader.readline()).startswith(b"HTTP/1.1 408")
    writer.close()
    nothing_happened(door)


async def connected(door: Any) -> Any:
    return await asyncio.open_connection("127.0.0.1", door.client.port)


async def test_a_tenant_that_asks_too_much_waits(door: Any, make: Any) -> None:
    door.busy[make.tenant] = 2.4
    for raw in (make.personal(text="hej"), make.pressed("menu")):
        answer = await door.post(raw)
        assert (answer.status, answer.headers["Retry-After"]) == (429, "3")
    nothing_happened(door)
    door.busy[make.tenant] = 0.0
    assert (await door.post(make.personal(text="hej"))).status == 200
