"""Graph's notifications: read in any dress, opened only when nothing in them was changed."""

from __future__ import annotations

import base64
import contextlib
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import rsa
from hypothesis import given
from hypothesis import settings as limits
from hypothesis import strategies as st

from microsoft365.change_notifications import (
    Encrypted,
    call_event,
    open_content,
    parse,
    same_change,
)
from microsoft365.encryption_certificates import new_key_pair, private_key
from microsoft365.token_checks import Refused
from tests.unit.microsoft365.notifications import EVENT, b64, closed, notification

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
PAIR = new_key_pair(NOW)
KEY = private_key(PAIR.private)
GOOD = closed(KEY.public_key())


def encrypted(parts: dict[str, str]) -> Encrypted:
    (one,) = parse({"value": [notification(encryptedContent=parts)]}).notifications
    assert one.encrypted is not None
    return one.encrypted


def reason(happening: Any) -> str:
    with pytest.raises(Refused) as caught:
        happening()
    return caught.value.reason


# --- reading ------------------------------------------------------------------------------------


def test_members_are_read_in_any_case_and_unknown_ones_left_alone() -> None:
    row = {k.upper(): v for k, v in notification(changeType="CREATED", extra={"x": 1}).items()}
    batch = parse({"VALUE": [row], "ValidationTokens": ["a.b.c"], "more": 1})
    (one,) = batch.notifications
    assert one.subscription_id.startswith("7b3f")
    assert (one.client_state, one.change, one.mark) == ("secret", "created", 'W/"1"')
    assert one.lifecycle == ""
    assert one.encrypted is None
    assert batch.tokens == ("a.b.c",)


@pytest.mark.parametrize("name", ["encryptedContent", "EncryptedContent"])
def test_encrypted_content_under_either_name(name: str) -> None:
    (one,) = parse({"value": [notification(**{name: GOOD})]}).notifications
    assert one.encrypted is not None
    assert one.encrypted.certificate_id == "the-key"


def test_a_lifecycle_event() -> None:
    row = notification(lifecycleEvent="subscriptionRemoved", resourceData=None, changeType=None)
    (one,) = parse({"value": [row], "validationTokens": None}).notifications
    assert (one.lifecycle, one.change) == ("subscriptionremoved", "")


@pytest.mark.parametrize(
    "body",
    [None, 1, "x", [], {}, {"value": None}, {"value": {}}, {"value": ["x"]}, {"value": [[]]},
     {"value": [], "validationTokens": "x"}, {"value": [], "validationTokens": [1]}],
)  # fmt: skip
def test_what_is_no_batch_is_refused(body: Any) -> None:
    assert reason(lambda: parse(body)) == "not_notifications"


def test_too_many_are_refused() -> None:
    assert len(parse({"value": [{}] * 200}).notifications) == 200
    assert reason(lambda: parse({"value": [{}] * 201})) == "too_many"
    assert reason(lambda: parse({"value": [], "validationTokens": ["x"] * 51})) == "too_many"


JUNK = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=12), inner, max_size=4),
    max_leaves=12,
)  # fmt: skip
NAMES = ("subscriptionId", "clientState", "tenantId", "changeType", "resource", "resourceData",
         "lifecycleEvent", "encryptedContent", "id")  # fmt: skip


@given(st.lists(st.dictionaries(st.sampled_from(NAMES), JUNK, max_size=9), max_size=4))
def test_no_notification_surprises_the_reading(rows: list[dict[str, Any]]) -> None:
    batch = parse({"value": rows})
    assert len(batch.notifications) == len(rows)
    for one in batch.notifications:
        same_change(one)


@given(JUNK)
def test_no_body_surprises_the_reading(body: Any) -> None:
    with contextlib.suppress(Refused):
        parse(body)


# --- the same change ----------------------------------------------------------------------------


def key_of(**changes: Any) -> str | None:
    (one,) = parse({"value": [notification(**changes)]}).notifications
    return same_change(one)


def test_the_same_change_has_the_same_key_and_another_has_another() -> None:
    assert key_of() == key_of()
    assert len(key_of() or "") == 64
    others = {
        key_of(resource="chats('19:x')/messages('2')"),
        key_of(subscriptionId="another"),
        key_of(changeType="updated"),
        key_of(resourceData={"@odata.etag": 'W/"2"'}),
    }
    assert len(others | {key_of()}) == 5


def test_what_cannot_be_told_from_a_later_change_has_no_key() -> None:
    assert key_of(changeType="updated", resourceData={}) is None
    assert key_of(changeType="created", resourceData={}) is not None
    first = closed(KEY.public_key())
    rich = {"changeType": "updated", "resourceData": {}}
    assert key_of(**rich, encryptedContent=first) == key_of(**rich, encryptedContent=first)
    assert key_of(**rich, encryptedContent=first) != key_of(
        **rich, encryptedContent=closed(KEY.public_key())
    )


# --- opening ------------------------------------------------------------------------------------


def test_what_was_closed_for_us_opens() -> None:
    assert open_content(encrypted(GOOD), KEY) == EVENT


@pytest.mark.parametrize("part", ["data", "dataSignature", "dataKey"])
@given(data=st.data())
@limits(max_examples=60, deadline=None)
def test_a_change_in_any_byte_is_refused(part: str, data: st.DataObject) -> None:
    raw = bytearray(base64.b64decode(GOOD[part]))
    place = data.draw(st.integers(0, len(raw) - 1))
    raw[place] ^= data.draw(st.integers(1, 255))
    forged = encrypted({**GOOD, part: b64(bytes(raw))})
    assert reason(lambda: open_content(forged, KEY)) in ("bad_data_signature", "bad_data_key")


@pytest.mark.parametrize("part", ["data", "dataSignature", "dataKey"])
@given(raw=st.binary(max_size=300))
@limits(max_examples=30, deadline=None)
def test_anything_else_in_its_place_is_refused(part: str, raw: bytes) -> None:
    forged = encrypted({**GOOD, part: b64(raw)})
    assert reason(lambda: open_content(forged, KEY)).startswith("bad_data")


def test_parts_of_two_notifications_do_not_go_together() -> None:
    other = closed(KEY.public_key(), {"eventType": "callEnded"})
    for part in ("data", "dataSignature", "dataKey"):
        mixed = encrypted({**GOOD, part: other[part]})
        assert reason(lambda mixed=mixed: open_content(mixed, KEY)) == "bad_data_signature"


def test_what_was_closed_for_another_key_is_refused() -> None:
    stranger = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    theirs = encrypted(closed(stranger.public_key()))
    assert reason(lambda: open_content(theirs, KEY)) == "bad_data_key"


@pytest.mark.parametrize("raw", [b"", b"[]", b"1", b"{", b"\xff\xfe", b"null"])
def test_signed_but_no_object_is_refused(raw: bytes) -> None:
    wrong = encrypted(closed(KEY.public_key(), raw=raw))
    assert reason(lambda: open_content(wrong, KEY)) == "bad_data"


@pytest.mark.parametrize("part", ["data", "dataSignature", "dataKey"])
def test_what_is_no_base64_is_refused(part: str) -> None:
    wrong = encrypted({**GOOD, part: "æøå!"})
    assert reason(lambda: open_content(wrong, KEY)) in ("not_base64", "bad_data_key")


def test_no_fault_tells_what_stood_in_it() -> None:
    secret = encrypted({**GOOD, "data": b64(b"Ole Madsen og hans sygdom")})
    with pytest.raises(Refused) as caught:
        open_content(secret, KEY)
    shown = f"{caught.value!r} {caught.value.args} {caught.value.__cause__}"
    assert "Ole" not in shown
    assert caught.value.__cause__ is None


# --- what happened ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "what"),
    [
        ({"eventType": "callStarted"}, "call_started"),
        ({"callEventType": "CallEnded"}, "call_ended"),
        ({"EVENTTYPE": "rosterUpdated", "participants@delta": [{"info": None}]}, "roster"),
        ({"eventType": "recordingStateUpdated", "recordingState": {"state": "active"}}, "recording_on"),
        ({"eventType": "recordingStateUpdated", "recordingState": {"state": "Inactive"}}, "recording_off"),
        ({"eventType": "recordingStateUpdated", "recordingState": None}, "other"),
        ({"eventType": "transcriptionStateUpdated", "transcriptionState": {"state": "active"}},
         "transcription_on"),
        ({"eventType": "somethingNew"}, "other"),
        ({"eventType": 7}, "other"),
        ({}, "other"),
    ],
)  # fmt: skip
def test_call_events(content: dict[str, Any], what: str) -> None:
    found = call_event({**content, "eventDateTime": "2026-03-02T09:00:00Z"})
    assert (found.what, found.at) == (what, NOW)
    assert call_event(content).at is None


# --- the key pair -------------------------------------------------------------------------------


def test_the_certificate_is_one_that_graph_takes() -> None:
    certificate = x509.load_der_x509_certificate(base64.b64decode(PAIR.certificate))
    public: Any = certificate.public_key()
    assert public.key_size == 2048
    assert public.public_numbers() == KEY.public_key().public_numbers()
    assert certificate.not_valid_before_utc < NOW < certificate.not_valid_after_utc
    assert certificate.not_valid_after_utc > NOW + timedelta(days=365)
    assert "BEGIN PRIVATE KEY" in PAIR.private
    with pytest.raises(ValueError):
        private_key("no key at all")
