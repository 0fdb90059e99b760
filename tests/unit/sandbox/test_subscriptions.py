"""The sandbox's Graph takes a subscription only as documented, and tells like the real one."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from urllib.parse import quote

import pytest

from sandbox.chats import stamp

ROUTE = "/graph/v1.0/subscriptions"


def wanted(sandbox: Any, meeting: Any, **changes: Any) -> dict[str, Any]:
    body = {
        "changeType": "created",
        "notificationUrl": f"{sandbox.tunnel_url}/api/graph/notifications",
        "lifecycleNotificationUrl": f"{sandbox.tunnel_url}/api/graph/lifecycle",
        "resource": f"/chats/{meeting.chat.id}/messages",
        "expirationDateTime": stamp(sandbox.world.now() + timedelta(hours=48)),
        "clientState": "s",
    }
    return {k: v for k, v in {**body, **changes}.items() if v is not None}


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"color": "red"}, "unknown_property"),
        ({"resource": None}, "missing_property"),
        ({"resource": "/users/x/messages"}, "unknown_resource"),
        ({"notificationUrl": "http://localhost/x"}, "not_https"),
        ({"lifecycleNotificationUrl": None}, "no_lifecycle_url"),
        ({"clientState": "x" * 129}, "long_client_state"),
        ({"expirationDateTime": "tomorrow"}, "bad_expiry"),
        ({"expirationDateTime": "2020-01-01T00:00:00Z"}, "bad_expiry"),
        ({"includeResourceData": True}, "bad_certificate"),
        (
            {
                "includeResourceData": True,
                "encryptionCertificateId": "k",
                "encryptionCertificate": "AAAA",
            },
            "bad_certificate",
        ),
    ],
)
async def test_what_graph_would_not_take(sandbox, call, meeting, changes, problem):
    status, _ = await call("POST", ROUTE, wanted(sandbox, meeting, **changes))
    assert status == 400
    assert [p["code"] for p in sandbox.world.problems] == [problem]


async def test_three_days_are_the_longest(sandbox, call, meeting):
    far = stamp(sandbox.world.now() + timedelta(minutes=4300))
    assert (await call("POST", ROUTE, wanted(sandbox, meeting, expirationDateTime=far)))[0] == 400


async def test_an_address_that_does_not_answer_the_handshake_is_not_taken(sandbox, call, meeting):
    status, body = await call("POST", ROUTE, wanted(sandbox, meeting))
    assert status == 400
    assert body["error"]["code"] == "ValidationError"
    assert sandbox.world.problems == []


async def test_call_events_exist_in_beta_alone(sandbox, call, meeting):
    link = quote(meeting.join_url, safe="")
    resource = f"/communications/onlineMeetings(joinWebUrl='{link}')/meetingCallEvents"
    assert (await call("POST", ROUTE, wanted(sandbox, meeting, resource=resource)))[0] == 400
    assert sandbox.world.problems.pop()["code"] == "not_in_v1"
    beta = ROUTE.replace("v1.0", "beta")
    assert (await call("POST", beta, wanted(sandbox, meeting, resource=resource)))[0] == 400
    assert sandbox.world.problems.pop()["code"] == "no_resource_data"
    once = resource.replace(link, meeting.join_url.replace("'", ""))
    status, _ = await call("POST", beta, wanted(sandbox, meeting, resource=once))
    assert status == 404  # the join link has to be encoded once more


async def test_without_consent_nothing_is_told(sandbox, call, meeting):
    sandbox.world.faults.set("missing_chat_rsc")
    assert (await call("POST", ROUTE, wanted(sandbox, meeting)))[0] == 403
    sandbox.world.permissions.discard("OnlineMeetingRecording.Read.All")
    resource = f"communications/onlineMeetings/{meeting.graph_id}/recordings"
    assert (await call("POST", ROUTE, wanted(sandbox, meeting, resource=resource)))[0] == 403
