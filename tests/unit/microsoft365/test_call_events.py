"""What Graph reports of calls: either form, any casing, and nothing it holds can hurt."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from microsoft365.call_events import CallEvent, call_events, is_legacy
from microsoft365.participants import participant_of

CALL = "57DAB8B1-894C-409A-B240-BD8BEAE78896"


def told(path: str, data: Any, change: str = "updated", **more: Any) -> dict[str, Any]:
    return {"value": [{"changeType": change, "resourceUrl": path, "resourceData": data, **more}]}


def test_the_documented_form() -> None:
    body = {
        "@odata.type": "#microsoft.graph.commsNotifications",
        "value": [
            *told(f"/communications/calls/{CALL}", {"state": "established", "id": CALL})["value"],
            *told(f"/communications/calls/{CALL}/participants", [{"id": "p"}])["value"],
            *told(
                f"/communications/calls/{CALL}/operations/op1",
                {"clientContext": "ours", "status": "completed", "resultInfo": {"code": 200}},
                "deleted",
            )["value"],
        ],
    }
    assert call_events(body) == (
        CallEvent("call", CALL, "established"),
        CallEvent("roster", CALL),
        CallEvent("operation", CALL, "completed", "op1", "ours", 200, 0),
    )


def test_old_names_odd_casing_and_a_list_for_an_object() -> None:
    row = {
        "ChangeType": "Deleted",
        "Resource": f"/app/calls/{CALL}",
        "ResourceData": [{"State": "Terminated", "ResultInfo": {"Code": 200, "SubCode": 5300}}],
    }
    assert call_events({"Value": [row]}) == (
        CallEvent("call", CALL, "terminated", code=200, subcode=5300),
    )


def test_a_deleted_call_is_over_whatever_its_state_says() -> None:
    body = told(f"/communications/calls/{CALL}", {"state": "established"}, "deleted")
    assert call_events(body)[0].state == "terminated"


def test_the_form_from_before_graph() -> None:
    assert is_legacy({"call": {}, "links": {}})
    assert not is_legacy({"Value": []})


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=20),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from(
                    ["value", "resourceUrl", "resourceData", "state", "id", "info", "x"]
                ),
                inner,
                max_size=4,
            )
        ),
    )
)
def test_nothing_that_comes_breaks_it(data: Any) -> None:
    body = data if isinstance(data, dict) else {"value": data}
    assert isinstance(call_events(body), tuple)
    participant_of(data)


def someone(identity: Any, **more: Any) -> Any:
    return {"id": "p", "info": {"identity": identity}, **more}


@pytest.mark.parametrize(
    ("key", "kind"),
    [
        ("user", "user"),
        ("guest", "guest"),
        ("phone", "phone"),
        ("application", "application"),
        ("applicationInstance", "device"),
        ("onPremises", "device"),
        ("azureCommunicationServicesUser", "guest"),
        ("encrypted", "unknown"),
        ("hologram", "unknown"),
    ],
)
def test_the_key_of_the_identity_tells_the_kind(key: str, kind: str) -> None:
    found = participant_of(someone({"@odata.type": "x", "user": None, key: {"id": "1"}}))
    assert found is not None
    assert found.kind == kind


def test_who_has_no_identity_at_all_must_hear_it_too() -> None:
    found = participant_of({"id": "p"})
    assert found is not None
    assert (found.kind, found.hears) == ("unknown", True)


def test_who_has_left_is_not_there() -> None:
    assert participant_of(someone({"user": {"id": "1"}}, removedState={"reason": "x"})) is None


@pytest.mark.parametrize(
    ("direction", "hears"),
    [("sendReceive", True), ("receiveOnly", True), ("inactive", False), ("sendOnly", False)],
)
def test_on_hold_nothing_is_heard(direction: str, *, hears: bool) -> None:
    streams = [{"mediaType": "Audio", "direction": direction}, {"mediaType": "video"}]
    found = participant_of(someone({"user": {"id": "1"}}, mediaStreams=streams))
    assert found is not None
    assert found.hears is hears


def test_in_the_lobby_nothing_is_heard() -> None:
    found = participant_of(someone({"guest": {"id": "1"}}, isInLobby=True))
    assert found is not None
    assert not found.hears
