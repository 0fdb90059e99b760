"""The door: who is turned away and how, and what the others get (teams-platform 14)."""

from __future__ import annotations

import base64
import gzip
import hmac
import json
import time
from typing import Any

import pytest
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from casework import commands
from store.database import DatabaseAway
from texts.catalog import text
from texts.views import GroundShown, NotYours, Toast, Welcome

CARD = "application/vnd.microsoft.card.adaptive"
MESSAGE = "application/vnd.microsoft.activity.message"


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


async def test_a_message_to_the_bot_is_carried_out(door: Any, make: Any) -> None:
    answer = await door.post(make.personal(text=" <at>Lydhør</at>  Hvordan?  "))
    assert (answer.status, await answer.read()) == (200, b"")
    (command,) = door.bus.commands
    assert isinstance(command, commands.ShowMenu)
    assert (command.text, command.chat_id) == ("Hvordan?", None)
    assert door.messenger.posts == []


async def test_in_a_meeting_chat_the_bot_listens_when_it_is_spoken_to(door: Any, make: Any) -> None:
    await door.post(make.envelope(text="Jeg har det ikke godt"))
    assert door.bus.commands == []
    door.bus.view = Toast(code="recorded")
    bot = f"28:{make.app_id}"
    other = [{"type": "mention", "mentioned": {"id": "29:x"}, "text": "<at>Ane</at>"}]
    ours = [{"type": "mention", "mentioned": {"id": bot}, "text": "<at>Lydhør</at>"}]
    await door.post(make.envelope(text="<at>Ane</at> hej", entities=other))
    assert door.bus.commands == []
    await door.post(make.envelope(text="<at>Lydhør</at> hej", entities=ours))
    (command,) = door.bus.commands
    assert (command.chat_id, command.text) == (make.chat, "hej")
    assert door.messenger.posts == [(make.chat, door.bus.view)]


async def test_what_is_for_one_person_is_not_posted_to_a_meeting(door: Any, make: Any) -> None:
    door.bus.view = NotYours(who="Jens Brandt")
    await door.post(make.envelope(value={"verb": "case", "request_id": FOREIGN}))
    assert len(door.bus.commands) == 1
    assert door.messenger.posts == []


async def test_a_button_of_an_old_client(door: Any, make: Any) -> None:
    door.bus.view = Toast(code="recorded")
    await door.post(make.personal(value={"verb": "withdraw", "request_id": FOREIGN, "version": 1}))
    await door.post(make.personal(value={"verb": "what"}))
    (command,) = door.bus.commands
    assert isinstance(command, commands.WithdrawRequest)
    assert [view.code for _, view in door.messenger.posts] == ["recorded", "unknown_action"]


async def test_an_answer_that_cannot_be_posted_changes_nothing(door: Any, make: Any) -> None:
    door.bus.view = Toast(code="recorded")
    door.messenger.error = OSError("away")
    answer = await door.post(make.personal(value={"verb": "queue"}))
    assert answer.status == 200


async def test_a_pressed_button_is_answered_with_a_card(door: Any, make: Any) -> None:
    door.bus.view = Welcome(name="Mette", has_queue=False, route="legal")
    answer = await door.post(make.pressed("menu"))
    assert answer.status == 200
    body = await answer.json()
    assert (body["statusCode"], body["type"]) == (200, CARD)
    assert body["value"]["type"] == "AdaptiveCard"


@pytest.mark.parametrize("view", [Toast(code="taken"), None])
async def test_a_pressed_button_is_answered_with_a_sentence(
    door: Any, make: Any, view: Toast | None
) -> None:
    door.bus.view = view
    answer = await door.post(make.pressed("queue_take", {"request_id": FOREIGN}))
    words = text("toast.taken" if view else "toast.recorded")
    assert await answer.json() == {"statusCode": 200, "type": MESSAGE, "value": words}


@pytest.mark.parametrize(
    "value",
    [
        None,
        "x",
        5,
        [],
        {},
        {"action": None},
        {"action": "x"},
        {"action": {"verb": 5}},
        {"action": {"verb": "nothing"}},
        {"action": {"verb": "grant"}},
        {"action": {"verb": "grant", "data": "x"}},
        {"action": {"verb": "grant", "data": {"request_id": "x"}}},
    ],
)
async def test_a_press_that_means_nothing(door: Any, make: Any, value: Any) -> None:
    answer = await door.post(make.pressed("x", value=value, locale="en-GB"))
    words = text("toast.unknown_action", "en")
    assert (answer.status, await answer.json()) == (
        200,
        {"statusCode": 200, "type": MESSAGE, "value": words},
    )
    assert door.bus.commands == []


async def test_a_press_by_nobody(door: Any, make: Any) -> None:
    raw = make.pressed("menu", **{"from": {"name": "?"}})
    assert (await (await door.post(raw)).json())["value"] == text("toast.unknown_action")
    assert door.bus.commands == []


@pytest.mark.parametrize(
    "name", ["task/fetch", "composeExtension/query", "signin/verifyState", "config/fetch", "", None]
)
async def test_unknown_invokes(door: Any, make: Any, name: str | None) -> None:
    answer = await door.post(make.pressed("menu", name=name))
    assert (answer.status, await answer.json()) == (404, {})
    assert door.bus.commands == []


@pytest.mark.parametrize("kind", ["typing", "messageReaction", "messageUpdate", "trace", "handoff"])
async def test_other_activities_are_taken_and_mean_nothing(door: Any, make: Any, kind: str) -> None:
    raw = make.envelope(type=kind, channelData={"tenant": {"id": make.tenant}, "channel": "x"})
    assert (await door.post(raw)).status == 200
    assert door.bus.commands == []


async def test_with_the_database_away(door: Any, make: Any) -> None:
    door.bus.error = DatabaseAway("away")
    event = make.envelope(type="event", name="application/vnd.microsoft.meetingStart")
    for raw in (event, make.personal(text="hej")):
        answer = await door.post(raw)
        assert (answer.status, answer.headers["Retry-After"]) == (503, "5")
    answer = await door.post(make.pressed("queue_take", {"request_id": FOREIGN}))
    body = await answer.json()
    assert (answer.status, body["type"]) == (200, CARD)
    assert "prøv" in json.dumps(body["value"], ensure_ascii=False).casefold()


async def test_a_fault_of_ours_is_no_success(door: Any, make: Any) -> None:
    door.bus.error = ValueError("Ole Madsen")
    answer = await door.post(make.personal(text="hej"))
    assert (answer.status, await answer.read()) == (500, b"")
    answer = await door.post(make.pressed("queue_take", {"request_id": FOREIGN}))
    assert (answer.status, (await answer.json())["type"]) == (200, CARD)


async def test_a_card_that_cannot_be_drawn_is_still_answered(door: Any, make: Any) -> None:
    door.bus.view = GroundShown(
        request_id=None, number=None, ground=[], ground_text=5, own_words=5, companion=5
    )
    answer = await door.post(make.pressed("ground", {"request_id": FOREIGN}))
    assert (answer.status, (await answer.json())["type"]) == (200, MESSAGE)


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
