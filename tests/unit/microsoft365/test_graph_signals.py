"""Graph: what a chat tells of recordings."""

from __future__ import annotations

from datetime import timedelta

import pytest

from microsoft365.errors import Unavailable
from tests.unit.microsoft365.fakes import METTE, error, ok
from tests.unit.microsoft365.test_graph_clients import CHAT, MESSAGES, NOON

# --- recording signals ------------------------------------------------------------------------


def signal(minute: int, status: str = "initial", **changes):
    base = {
        "id": str(minute),
        "messageType": "systemEventMessage",
        "createdDateTime": f"2026-12-01T12:{minute:02}:00.123Z",
        "lastModifiedDateTime": f"2026-12-01T12:{minute:02}:00.123Z",
        "eventDetail": {
            "@odata.type": "#microsoft.graph.callRecordingEventMessageDetail",
            "callRecordingStatus": status,
            "initiator": {"user": {"id": METTE}},
        },
    }
    return {**base, **changes}


def chatter(minute: int):
    return signal(minute, messageType="message", eventDetail=None)


async def marks(m365, since_minute: int = 0):
    found = await m365.meetings.chat_marks(CHAT, NOON + timedelta(minutes=since_minute))
    return found and found.recordings


async def test_signals_come_oldest_first(m365, service):
    odd = signal(8, "CHUNKFINISHED", messageType="unknownFutureValue")
    odd["eventDetail"]["@odata.type"] = "#Microsoft.Graph.CallRecordingEventMessageDetail"
    odd["EventDetail"] = odd.pop("eventDetail")
    nobody = signal(3, "failure")
    nobody["eventDetail"]["initiator"] = {"user": None, "application": {"id": "x"}}
    started = signal(5)
    started["eventDetail"]["@odata.type"] = "#microsoft.graph.callStartedEventMessageDetail"
    page = {"value": [odd, signal(7, "success"), chatter(6), started, nobody, signal(1), 7]}
    service.on("GET", MESSAGES, ok(page))
    found = await marks(m365)
    assert [(mark.message_id, mark.status, mark.initiator_oid) for mark in found] == [
        ("1", "initial", METTE),
        ("3", "failure", None),
        ("7", "success", METTE),
        ("8", "chunkFinished", METTE),
    ]
    assert found[0].at == NOON + timedelta(minutes=1, milliseconds=123)
    assert service.calls[-1].headers["prefer"] == "include-unknown-enum-members"
    assert service.calls[-1].query == {"$top": "50"}


async def test_calls_that_begin_and_end_and_no_shared_screen(m365, service):
    def call(minute, what, kind="meeting"):
        odata = f"#microsoft.graph.call{what}EventMessageDetail"
        detail = {"@odata.type": odata, "callId": "c", "callEventType": kind}
        return signal(minute, eventDetail=detail)

    page = {"value": [call(9, "Ended"), call(5, "Ended", "screenShare"), call(4, "Started", "ScreenShare"),
                      signal(3), call(2, "Started", "call")]}  # fmt: skip
    service.on("GET", MESSAGES, ok(page))
    found = await m365.meetings.chat_marks(CHAT, NOON)
    assert [(mark.what, mark.at.minute, mark.call_id) for mark in found.calls] == [
        ("started", 2, "c"),
        ("ended", 9, "c"),
    ]
    assert [mark.message_id for mark in found.recordings] == ["3"]


async def test_a_status_of_the_future_is_unknown(m365, service):
    service.on("GET", MESSAGES, ok({"value": [signal(1, "paused"), signal(2, None)]}))
    assert [mark.status for mark in await marks(m365)] == ["unknown", "unknown"]


async def test_pages_are_read_until_since(m365, service):
    def more(*messages):
        link = f"{service.url}{MESSAGES}?$top=50&$skiptoken=x"
        return ok({"value": list(messages), "@odata.nextLink": link})

    old_but_edited = signal(1, lastModifiedDateTime="2026-12-01T12:59:00Z")
    service.on(
        "GET",
        MESSAGES,
        more(signal(50), old_but_edited),
        more(signal(40), chatter(31)),
        more(signal(35), chatter(20)),
        more(signal(10)),
    )
    found = await marks(m365, 30)
    assert [mark.message_id for mark in found] == ["35", "40", "50"]
    assert service.count("GET", MESSAGES) == 3


async def test_a_link_to_another_host_is_not_followed(m365, service):
    page = {"value": [signal(50)], "@odata.nextLink": "https://evil.example/graph/v1.0/x"}
    service.on("GET", MESSAGES, ok(page))
    assert await marks(m365) is None
    assert service.count("GET", MESSAGES) == 1


@pytest.mark.parametrize("status", [403, 404])
async def test_a_chat_that_may_not_be_read_is_not_a_quiet_one(m365, service, status):
    service.on("GET", MESSAGES, error(status, "Forbidden"))
    assert await marks(m365) is None


async def test_a_chat_without_end_is_no_answer(m365, service):
    page = {"value": [signal(50)], "@odata.nextLink": f"{service.url}{MESSAGES}?$top=50"}
    service.on("GET", MESSAGES, ok(page))
    with pytest.raises(Unavailable):
        await marks(m365)
