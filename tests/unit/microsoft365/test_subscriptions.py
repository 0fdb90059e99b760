"""Asking Graph to tell: what is asked for, and how every answer is read."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from microsoft365.config import graph_beta_base
from microsoft365.errors import Ambiguous, Unavailable
from microsoft365.subscriptions import resource_of
from tests.unit.microsoft365.fakes import error, hang_up, ok

UNTIL = datetime(2026, 3, 4, 9, tzinfo=UTC)
V1, BETA = "/graph/v1.0/subscriptions", "/graph/beta/subscriptions"
CREATED = {"id": "one", "expirationDateTime": "2026-03-04T08:00:00Z"}


async def create(m365, kind: str = "chat", **more: Any):
    return await m365.subscriptions.create(
        kind, "19:x@thread.v2", until=UNTIL, client_state="secret", **more
    )


async def test_what_is_asked_for(m365, service):
    service.on("POST", V1, ok(CREATED, 201))
    answer = await create(m365)
    assert (answer.outcome, answer.graph_id) == ("active", "one")
    assert answer.expires_at == datetime(2026, 3, 4, 8, tzinfo=UTC)
    call = service.calls[-1]
    assert call.headers["prefer"] == "include-unknown-enum-members"
    assert call.json == {
        "changeType": "created",
        "notificationUrl": "https://lydhoer.example/api/graph/notifications",
        "lifecycleNotificationUrl": "https://lydhoer.example/api/graph/lifecycle",
        "resource": "/chats/19:x@thread.v2/messages",
        "expirationDateTime": "2026-03-04T09:00:00Z",
        "clientState": "secret",
    }


async def test_call_events_are_asked_for_in_beta_with_a_key(m365, service):
    service.on("POST", BETA, ok(CREATED, 201))
    await create(m365, "call_events", certificate_id="key", certificate="AAAA")
    asked = service.calls[-1].json
    assert asked["changeType"] == "updated"
    assert asked["includeResourceData"] is True
    assert (asked["encryptionCertificateId"], asked["encryptionCertificate"]) == ("key", "AAAA")


def test_a_join_link_is_encoded_once_more():
    link = "https://teams.microsoft.com/l/meetup-join/19%3ax/0?context=%7b%22T'id%22%7d"
    resource = resource_of("call_events", link)
    assert "19%253ax" in resource
    assert "?" not in resource
    assert resource.count("'") == 2
    assert resource_of("recordings", "MSo1") == "communications/onlineMeetings/MSo1/recordings"


@pytest.mark.parametrize(
    ("url", "base"),
    [
        ("https://graph.microsoft.com", "https://graph.microsoft.com/beta"),
        ("https://graph.microsoft.com/v1.0/", "https://graph.microsoft.com/beta"),
        ("https://graph.microsoft.us/beta", "https://graph.microsoft.us/beta"),
    ],
)
def test_the_beta_version_of_the_same_graph(url, base):
    assert graph_beta_base(url) == base


@pytest.mark.parametrize(
    ("reply", "outcome"),
    [
        (error(403, "ExtensionError", "reached the maximum number of subscriptions"), "quota"),
        (error(403, "ExtensionError", "Reason: Forbidden"), "permission_missing"),
        (error(403, "Unauthorized", "not authorized to act on behalf of user x"),
         "access_policy_missing"),
        (error(409, "Conflict", ""), "exists"),
        (error(403, "ExtensionError", "A subscription already exists"), "exists"),
        (error(400, "ValidationError", "Subscription validation request failed."), "not_validated"),
        (error(400, "BadRequest", "Property x"), "refused"),
        (error(404, "ResourceNotFound", ""), "meeting_unknown"),
    ],
)  # fmt: skip
async def test_every_refusal_is_an_outcome(m365, service, reply, outcome):
    service.on("POST", V1, reply)
    assert (await create(m365)).outcome == outcome


async def test_trouble_on_the_way_is_raised_and_a_lost_answer_is_never_repeated(m365, service):
    service.on("POST", V1, hang_up)
    with pytest.raises(Ambiguous):
        await create(m365)
    assert service.count("POST", V1) == 1
    service.on("POST", V1, error(429, "TooMany", "", Retry_After="100"))
    with pytest.raises(Unavailable):
        await create(m365)


async def test_renewing_and_letting_go(m365, service):
    service.on("PATCH", f"{V1}/one", ok(CREATED))
    assert (await m365.subscriptions.renew("chat", "one", UNTIL)).outcome == "active"
    assert service.calls[-1].json == {"expirationDateTime": "2026-03-04T09:00:00Z"}
    service.on("PATCH", f"{V1}/one", error(404))
    assert (await m365.subscriptions.renew("chat", "one", UNTIL)).outcome == "gone"
    service.on("POST", f"{BETA}/one/reauthorize", ok(None, 204))
    answer = await m365.subscriptions.reauthorize("call_events", "one")
    assert (answer.outcome, answer.graph_id) == ("active", "one")
    service.on("DELETE", f"{V1}/one", ok(None, 204), error(404))
    await m365.subscriptions.remove("chat", "one")
    await m365.subscriptions.remove("chat", "one")


def row(name: str, resource: str, url: str = "https://LYDHOER.example/api/graph/notifications"):
    return {"id": name, "resource": resource, "notificationUrl": url}


async def test_only_our_own_are_listed_and_cleared(m365, service):
    chat = row("one", "chats/19:X@thread.v2/messages")
    other = row("two", "chats/19:x@thread.v2/messages", "https://elsewhere.example/api")
    recordings = row("three", "communications/onlineMeetings/MSo1/recordings")
    calls = row("four", "communications/onlineMeetings(joinWebUrl='x')/meetingCallEvents")
    service.on("GET", V1, ok({"value": [chat, other, recordings]}))
    service.on("GET", BETA, ok({"value": [chat, calls]}))
    listed = {(one.graph_id, one.kind) for one in await m365.subscriptions.mine()}
    assert listed == {("one", "chat"), ("three", "recordings"), ("four", "call_events")}
    service.on("DELETE", f"{V1}/one", ok(None, 204))
    assert await m365.subscriptions.clear("chat", "19:x@thread.v2") == 1
    assert [c.path for c in service.calls if c.method == "DELETE"] == [f"{V1}/one"]
