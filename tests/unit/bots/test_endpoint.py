"""The door: who is turned away and how (teams-platform 14)."""

from __future__ import annotations

import base64
import gzip
import hmac
import json
import time
from typing import Any

import pytest
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat


def encoded(part: bytes) -> str:
    return base64.urlsafe_b64encode(part).rstrip(b"=").decode()


def homemade(alg: str, secret: bytes = b"") -> str:
    """Good claims under a header of one's own; signed with a shared secret, or not at all."""
    claims = {
        "iss": "https://api.botframework.com",
        "aud": "11111111-2222-3333-4444-555555555555",
        "serviceurl": "https://smba.trafficmanager.net/emea/",
        "exp": int(time.time()) + 600,
    }
    head = json.dumps({"alg": alg, "kid": "good"}).encode()
    signed = f"{encoded(head)}.{encoded(json.dumps(claims).encode())}"
    mac = hmac.digest(secret, signed.encode(), "sha256") if secret else b""
    return f"{signed}.{encoded(mac)}"


async def test_no_token(door: Any, make: Any) -> None:
    answer = await door.post(make.envelope(), token=None)
    assert (answer.status, await answer.read()) == (401, b"")
    assert door.bus.commands == []


@pytest.mark.parametrize(
    "header", ["", "Bearer", "Bearer ", "Bearer a.b", "Bearer a.b.c", "Basic eDp5", "Bearer æ.ø.å"]
)
async def test_a_header_that_is_no_token(door: Any, make: Any, header: str) -> None:
    answer = await door.post(make.envelope(), token=None, Authorization=header)
    assert (answer.status, await answer.read()) == (401, b"")
    assert door.bus.commands == []


BAD_CLAIMS = {
    "expired": {"exp": 1_700_000_000},
    "no expiry": {"exp": None},
    "not yet": {"nbf": int(time.time()) + 86_400},
    "other issuer": {"iss": "https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/"},
    "no issuer": {"iss": None},
    "other audience": {"aud": "00000000-0000-0000-0000-000000000000"},
    "audience as a list": {"aud": ["11111111-2222-3333-4444-555555555555"]},
    "no service url": {"serviceurl": None},
    "service url of another type": {"serviceurl": ["https://smba.trafficmanager.net/emea/"]},
    "another service url": {"serviceurl": "https://smba.trafficmanager.net/amer/"},
    "a foreign service url": {"serviceurl": "https://example.org/"},
}


@pytest.mark.parametrize("claims", BAD_CLAIMS.values(), ids=BAD_CLAIMS)
async def test_claims_that_do_not_fit(door: Any, make: Any, claims: dict[str, Any]) -> None:
    answer = await door.post(make.envelope(), token=door.signer.token(**claims))
    assert (answer.status, await answer.read()) == (401, b"")
    assert door.bus.commands == []


async def test_tokens_of_others(door: Any, make: Any, signers: Any) -> None:
    _, foreign, unendorsed = signers
    good = door.signer.token()
    public_key = door.signer.private.public_key().public_bytes(
        Encoding.PEM, PublicFormat.SubjectPublicKeyInfo
    )
    head, _, signature = good.split(".")
    tokens = [
        foreign.token(),
        unendorsed.token(),
        homemade("none"),
        homemade("None"),
        homemade("RS256"),
        homemade("HS256", public_key),
        homemade("RS256", public_key),
        f"{head}.{door.signer.token(exp=2_000_000_000).split('.')[1]}.{signature}",
        good[:-6] + "AAAAAA",
    ]
    for token in tokens:
        answer = await door.post(make.envelope(), token=token)
        assert (answer.status, await answer.read()) == (401, b"")
    assert door.bus.commands == []


@pytest.mark.parametrize(
    "url",
    [
        None,
        "",
        "x",
        5,
        [],
        "http://smba.trafficmanager.net/emea/",
        "https://smba.trafficmanager.net/amer/",
        "https://smba.trafficmanager.net.example.org/emea/",
        "https://smba.trafficmanager.net@example.org/emea/",
        "https://127.0.0.1/emea/",
    ],
)
async def test_service_url_of_the_body(door: Any, make: Any, url: Any) -> None:
    answer = await door.post(make.envelope(serviceUrl=url))
    assert answer.status == 401
    assert door.bus.commands == []


async def test_claim_and_body_agree_on_a_host_that_is_not_named(door: Any, make: Any) -> None:
    url = "https://example.org/emea/"
    answer = await door.post(make.envelope(serviceUrl=url), token=door.signer.token(serviceurl=url))
    assert answer.status == 401
    assert door.bus.commands == []


@pytest.mark.parametrize("channel", [None, "", "webchat", "emulator", "MSTEAMS ", 1, ["msteams"]])
async def test_other_channels(door: Any, make: Any, channel: Any) -> None:
    answer = await door.post(make.envelope(channelId=channel))
    assert answer.status == 403
    assert door.bus.commands == []


FOREIGN = "12345678-0000-0000-0000-000000000000"


@pytest.mark.parametrize(
    ("in_data", "in_conversation", "status"),
    [
        ("ours", "ours", 200),
        ("ours", None, 200),
        (None, "ours", 200),
        ("OURS", "ours", 200),
        (None, None, 403),
        (FOREIGN, "ours", 403),
        ("ours", FOREIGN, 403),
        (FOREIGN, FOREIGN, 403),
        (["ours"], None, 403),
    ],
)
async def test_tenants(
    door: Any, make: Any, in_data: Any, in_conversation: Any, status: int
) -> None:
    known = {"ours": make.tenant, "OURS": make.tenant.upper()}
    tenant = known.get(in_data, in_data) if isinstance(in_data, str) else in_data
    other = known.get(in_conversation, in_conversation)
    raw = make.personal(
        channelData={"tenant": {"id": tenant}},
        conversation={"conversationType": "personal", "id": "a:mette", "tenantId": other},
        text="hej",
    )
    answer = await door.post(raw)
    assert answer.status == status
    assert len(door.bus.commands) == (1 if status == 200 else 0)


def nested(depth: int) -> bytes:
    return b'{"type":' + b"[" * depth + b"]" * depth + b"}"


BAD_BODIES = {
    "empty": b"",
    "no JSON": b"hej",
    "a list": b"[]",
    "a text": b'"x"',
    "null": b"null",
    "cut off": b'{"type":"message"',
    "NaN": b'{"type":"message","value":NaN}',
    "infinite": b'{"type":"message","value":-Infinity}',
    "too large a number": b'{"type":"message","value":1e999}',
    "too many digits": b'{"type":"message","value":' + b"9" * 5000 + b"}",
    "a key twice": b'{"type":"message","type":"invoke"}',
    "a deep key twice": b'{"value":{"a":1,"a":2}}',
    "nested 50": nested(50),
    "nested 100000": nested(100_000),
    "not UTF-8": '{"type":"besked æ"}'.encode("latin-1"),
    "NUL": b'{"type":"a\\u0000"}',
    "NUL in a key": b'{"a\\u0000":1}',
    "half a character": b'{"type":"\\ud800"}',
}


@pytest.mark.parametrize("body", BAD_BODIES.values(), ids=BAD_BODIES)
async def test_bodies_that_are_no_object(door: Any, body: bytes) -> None:
    answer = await door.post(body)
    assert answer.status == 400
    assert door.bus.commands == []


async def test_size(door: Any, make: Any) -> None:
    answer = await door.post(make.envelope(text="x" * 300_000))
    assert answer.status == 413
    packed = gzip.compress(json.dumps(make.envelope(text="x" * 50_000_000)).encode())
    assert len(packed) < 256 * 1024
    bomb = await door.post(packed, **{"Content-Encoding": "gzip"})
    assert bomb.status == 413
    broken = await door.post(b"no gzip at all", **{"Content-Encoding": "gzip"})
    assert broken.status == 400
    assert door.bus.commands == []


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", "text/json"])
async def test_content_types(door: Any, make: Any, kind: str) -> None:
    answer = await door.post(make.envelope(), **{"Content-Type": kind})
    assert answer.status == 415
    utf8 = {"Content-Type": "application/json; charset=utf-8"}
    assert (await door.post(make.envelope(), **utf8)).status == 200


WRONG = {
    "type": [None, "", 5, ["message"], {}],
    "id": [5, [], {}, "x" * 401],
    "timestamp": ["x", "2026-13-41T00:00:00Z", 5, [], "0001-01-01T00:00:00+14:00"],
    "from": ["x", [], 5],
    "conversation": [None, "x", [], {}, {"id": ""}, {"id": 5}, {"id": "x" * 401}],
    "recipient": ["x", 5],
    "channelData": ["x", []],
    "membersAdded": ["x", {}, [1], ["x"], [None]],
    "entities": ["x", {}, [1]],
    "name": [5, []],
    "text": [5, []],
    "action": [5],
    "locale": [5],
    "replyToId": [5],
}


@pytest.mark.parametrize(
    ("field", "value"), [(name, value) for name, values in WRONG.items() for value in values]
)
async def test_envelopes_of_the_wrong_shape(door: Any, make: Any, field: str, value: Any) -> None:
    raw = make.envelope()
    raw[field] = value
    answer = await door.post(raw)
    assert answer.status in (400, 403)
    assert door.bus.commands == []


async def test_keys_that_are_withdrawn_are_no_longer_accepted(door: Any, make: Any) -> None:
    del door.keys[0]
    assert (await door.post(make.envelope())).status == 401


async def test_with_the_key_service_away(door: Any, make: Any) -> None:
    await door.key_server.close()
    answer = await door.post(make.envelope())
    assert (answer.status, answer.headers["Retry-After"]) == (503, "5")
    assert (await door.post(make.envelope(), token=None)).status == 401
    assert door.bus.commands == []


async def test_the_same_delivery_has_the_same_key(door: Any, make: Any) -> None:
    raw = make.pressed("queue_take", {"request_id": FOREIGN})
    await door.post(raw)
    await door.post(raw)
    await door.post({**raw, "id": "another"})
    first, second, third = (command.inbound_key for command in door.bus.commands)
    assert first == second != third
    assert len(first) == 64


async def test_other_methods(door: Any) -> None:
    for method in ("GET", "PUT", "DELETE"):
        answer = await door.client.request(method, "/api/messages")
        assert answer.status == 405


async def test_the_door_counts_without_ids(door: Any, make: Any) -> None:
    await door.post(make.personal(text="hej"))
    await door.post(make.envelope(), token=None)
    await door.post(make.personal(type="Ole Madsen"))
    shown = await (await door.client.get("/metrics")).text()
    assert 'lydhoer_door_answers_total{kind="message",status="200"} 1.0' in shown
    assert 'lydhoer_door_answers_total{kind="refused",status="401"} 1.0' in shown
    assert "Madsen" not in shown
