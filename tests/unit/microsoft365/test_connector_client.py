"""The Bot Connector client: exact shapes out, tolerant reading in."""

from __future__ import annotations

import asyncio

import pytest
from aiohttp import web

from microsoft365.connector import MOST_PAGES, conversation_budget, roster_budget
from microsoft365.errors import Ambiguous, Denied, Missing, Unavailable
from microsoft365.http import Answer
from microsoft365.notifications import notification, read_results
from tests.unit.microsoft365.fakes import APP_ID, METTE, TENANT, error, hang_up, ok

CHAT = "19:meeting_abc@thread.v2"
CHAT_PATH = f"/emea/v3/conversations/{CHAT}"
MEETING = "MCMxOTptZWV0aW5n=="
MEETING_PATH = f"/emea/v1/meetings/{MEETING}"
CARD = {"type": "message", "attachments": []}


async def test_send_returns_the_id(m365, service, service_url):
    service.on("POST", f"{CHAT_PATH}/activities", ok({"id": "1700"}, 201))
    assert await m365.connector.send(service_url, CHAT, CARD) == "1700"
    call = service.calls[-1]
    assert call.json == CARD
    assert call.headers["authorization"] == "Bearer token-1"


async def test_reply_update_and_delete(m365, service, service_url):
    path = f"{CHAT_PATH}/activities/1700"
    service.on("POST", path, ok({"id": "1701"}, 201))
    service.on("PUT", path, ok({"id": "1700"}))
    service.on("DELETE", path, ok())
    assert await m365.connector.reply(service_url, CHAT, "1700", CARD) == "1701"
    await m365.connector.update(service_url, CHAT, "1700", CARD)
    assert service.calls[-1].json == {**CARD, "id": "1700"}
    await m365.connector.delete(service_url, CHAT, "1700")
    service.on("PUT", path, error(404, "ActivityNotFoundInConversation"))
    with pytest.raises(Missing):
        await m365.connector.update(service_url, CHAT, "1700", CARD)


async def test_a_send_that_may_have_been_done_is_not_repeated(m365, service, service_url):
    path = f"{CHAT_PATH}/activities"
    for reply in (error(502), hang_up, ok(None, 201), ok({"id": 7}, 201)):
        service.calls.clear()
        service.on("POST", path, reply)
        with pytest.raises(Ambiguous):
            await m365.connector.send(service_url, CHAT, CARD)
        assert service.count("POST", path) == 1


async def test_a_blocked_bot_is_told_apart(m365, service, service_url):
    service.on("POST", f"{CHAT_PATH}/activities", error(403, "X", "MessageWritesBlocked by user"))
    with pytest.raises(Denied) as caught:
        await m365.connector.send(service_url, CHAT, CARD)
    assert caught.value.code == "MessageWritesBlocked"


@pytest.mark.parametrize("url", ["https://evil.example/", "http://127.0.0.1/", "", None])
async def test_no_token_leaves_for_a_foreign_service_url(m365, service, url):
    with pytest.raises(Denied) as caught:
        await m365.connector.send(url, CHAT, CARD)
    assert caught.value.code == "service_url_not_allowed"
    assert service.calls == []


@pytest.mark.parametrize("activity_id", ["", ".", ".."])
async def test_no_id_climbs_up_the_path(m365, service, service_url, activity_id):
    with pytest.raises(Missing):
        await m365.connector.update(service_url, CHAT, activity_id, CARD)
    assert service.calls == []


async def test_slashes_in_an_id_stay_in_the_id(m365, service, service_url):
    service.on("GET", "/emea/v1/meetings/a/b?c", ok({"details": {}}))
    await m365.connector.meeting(service_url, "a/b?c")
    assert service.calls[-1].query == {}


async def test_a_personal_chat_is_created_as_documented(m365, service, service_url):
    service.on("POST", "/emea/v3/conversations", ok({"id": "a:1"}, 201))
    assert await m365.connector.create_personal_chat(service_url, "29:mette") == "a:1"
    assert service.calls[-1].json == {
        "bot": {"id": f"28:{APP_ID}"},
        "members": [{"id": "29:mette"}],
        "tenantId": TENANT,
        "isGroup": False,
        "channelData": {"tenant": {"id": TENANT}},
    }


async def test_members_are_read_to_the_last_page(m365, service, service_url):
    path = f"{CHAT_PATH}/pagedmembers"
    service.on(
        "GET",
        path,
        ok({"members": [{"id": "29:a"}], "continuationToken": "n/2="}),
        ok({"Members": [{"id": "29:b"}, "junk"], "continuationToken": None}),
    )
    found = await m365.connector.members(service_url, CHAT)
    assert [row["id"] for row in found] == ["29:a", "29:b"]
    queries = [call.query for call in service.calls if call.path == path]
    assert queries == [{"pageSize": "500"}, {"pageSize": "500", "continuationToken": "n/2="}]


async def test_a_roster_without_end_is_no_roster(m365, service, service_url):
    path = f"{CHAT_PATH}/pagedmembers"
    service.on("GET", path, ok({"members": [], "continuationToken": "again"}))
    with pytest.raises(Unavailable):
        await m365.connector.members(service_url, CHAT)
    assert service.count("GET", path) == MOST_PAGES


async def test_in_meeting(m365, service, service_url):
    path = f"{MEETING_PATH}/participants/{METTE}"
    service.on("GET", path, ok({"meeting": {"InMeeting": True}}), ok({"meeting": {}}))
    assert await m365.meetings.in_meeting(service_url, MEETING, METTE) is True
    assert service.calls[-1].query == {"tenantId": TENANT}
    assert await m365.meetings.in_meeting(service_url, MEETING, METTE) is None
    for status in (404, 403):
        service.on("GET", path, error(status))
        assert await m365.meetings.in_meeting(service_url, MEETING, METTE) is None


def test_budget_keys_name_the_conversation_and_the_tenant():
    assert conversation_budget(CHAT) == (f"conversation:{CHAT}", f"hour:{CHAT}", "tenant")
    assert roster_budget(CHAT) == (f"roster:{CHAT}", f"roster_hour:{CHAT}", "tenant")


# --- targeted notifications -------------------------------------------------------------------


def mris(count: int) -> list[str]:
    return [f"29:p{number}" for number in range(count)]


async def notify(m365, service_url, people):
    return await m365.meetings.notify(
        service_url, MEETING, people, title="Optagelse", page="https://app.example.dk/notice"
    )


async def test_notifications_go_out_in_tens(m365, service, service_url):
    path = f"{MEETING_PATH}/notification"
    service.on("POST", path, ok(None, 202))
    results = await notify(m365, service_url, [*mris(23), "29:p0"])
    assert results == dict.fromkeys(mris(23))
    sizes = [len(c.json["value"]["recipients"]) for c in service.calls if c.path == path]
    assert sizes == [10, 10, 3]


async def test_nobody_to_tell_is_no_call(m365, service, service_url):
    assert await notify(m365, service_url, []) == {}
    assert service.calls == []


def test_the_notification_is_a_page_never_a_card():
    assert notification(["29:a"], "Optagelse", "https://app.example.dk/notice") == {
        "type": "targetedMeetingNotification",
        "value": {
            "recipients": ["29:a"],
            "surfaces": [
                {
                    "surface": "meetingStage",
                    "contentType": "task",
                    "content": {
                        "type": "continue",
                        "value": {
                            "title": "Optagelse",
                            "height": "200",
                            "width": "400",
                            "url": "https://app.example.dk/notice",
                        },
                    },
                }
            ],
        },
    }


def failed(*people: object) -> dict[str, object]:
    return {
        "recipientsFailureInfo": [
            {"recipientMri": mri, "errorCode": "MemberNotFound", "failureReason": "Ole is away"}
            for mri in people
        ]
    }


@pytest.mark.parametrize(
    ("status", "body", "expected"),
    [
        (202, None, {"29:a": None, "29:b": None}),
        (207, failed("29:b"), {"29:a": None, "29:b": "MemberNotFound"}),
        (207, failed("29:B"), {"29:a": None, "29:b": "MemberNotFound"}),
        (
            207,
            {"RecipientsFailureInfo": [{"recipientmri": "29:a"}]},
            {"29:a": "failed", "29:b": None},
        ),
        (207, None, {"29:a": "unclear_answer", "29:b": "unclear_answer"}),
        (207, {"recipientsFailureInfo": []}, {"29:a": "unclear_answer", "29:b": "unclear_answer"}),
        (207, failed("29:a", "29:x"), {"29:a": "MemberNotFound", "29:b": "unclear_answer"}),
        (207, failed(7), {"29:a": "unclear_answer", "29:b": "unclear_answer"}),
        (200, None, {"29:a": "unclear_answer", "29:b": "unclear_answer"}),
    ],
)
def test_only_what_is_said_counts_as_told(status, body, expected):
    assert read_results(["29:a", "29:b"], Answer(status, body)) == expected


@pytest.mark.parametrize(
    ("reply", "code"),
    [
        (error(403, "BotNotInConversationRoster"), "BotNotInConversationRoster"),
        (error(400), "http_400"),
        (error(404, "MeetingNotFound"), "not_found"),
        (error(502), "answer_lost"),
        (hang_up, "answer_lost"),
        (error(429, Retry_After="900"), "unavailable"),
    ],
)
async def test_a_failed_batch_does_not_undo_the_one_before(m365, service, service_url, reply, code):
    service.on("POST", f"{MEETING_PATH}/notification", ok(None, 202), reply)
    results = await notify(m365, service_url, mris(12))
    assert [results[mri] for mri in mris(12)] == [None] * 10 + [code] * 2


@pytest.mark.parametrize("lost", [error(502), hang_up])
async def test_a_batch_whose_answer_was_lost_is_sent_once_more(m365, service, service_url, lost):
    service.on("POST", f"{MEETING_PATH}/notification", lost, ok(None, 202))
    assert await notify(m365, service_url, mris(3)) == dict.fromkeys(mris(3))
    assert service.count("POST", f"{MEETING_PATH}/notification") == 2


async def test_when_nobody_was_told_it_is_tried_again_later(m365, service, service_url):
    service.on("POST", f"{MEETING_PATH}/notification", error(429, Retry_After="900"))
    with pytest.raises(Unavailable):
        await notify(m365, service_url, mris(12))


async def test_many_sends_share_one_token(m365, service, service_url):
    async def reply(_: web.Request) -> web.StreamResponse:
        return web.json_response({"id": "1"}, status=201)

    service.on("POST", f"{CHAT_PATH}/activities", reply)
    await asyncio.gather(*(m365.connector.send(service_url, CHAT, CARD) for _ in range(12)))
    assert service.count("POST", f"/{TENANT}/oauth2/v2.0/token") == 1
