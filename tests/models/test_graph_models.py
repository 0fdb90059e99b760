"""Microsoft's own Graph models read what the sandbox answers: no property invented, none misspelt,
every value of the type that the models expect."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

import pytest
from msgraph.generated.models.call_recording_event_message_detail import (
    CallRecordingEventMessageDetail,
)
from msgraph.generated.models.call_recording_status import CallRecordingStatus
from msgraph.generated.models.chat import Chat
from msgraph.generated.models.chat_message_collection_response import (
    ChatMessageCollectionResponse,
)
from msgraph.generated.models.chat_message_type import ChatMessageType
from msgraph.generated.models.conversation_member_collection_response import (
    ConversationMemberCollectionResponse,
)
from msgraph.generated.models.o_data_errors.o_data_error import ODataError
from msgraph.generated.models.online_meeting import OnlineMeeting
from msgraph.generated.models.online_meeting_collection_response import (
    OnlineMeetingCollectionResponse,
)
from msgraph.generated.models.online_meeting_presenters import OnlineMeetingPresenters
from msgraph.generated.models.teams_app_collection_response import TeamsAppCollectionResponse
from msgraph.generated.models.user import User
from msgraph.generated.models.user_scope_teams_app_installation_collection_response import (
    UserScopeTeamsAppInstallationCollectionResponse,
)

from sandbox import Sandbox, cast
from tests.models.conftest import lost, read

V1 = "/graph/v1.0"
PREFER = {"Prefer": "include-unknown-enum-members"}


async def test_users_and_managers(sandbox: Sandbox, call: Any) -> None:
    for key in ("mette", "ole", "postkasse"):
        _, body = await call("GET", f"{V1}/users/{sandbox.world.people[key].oid}")
        user = read(User, body)
        assert list(lost(body, user)) == []
        assert user.display_name == sandbox.world.people[key].name
        assert user.account_enabled is True
    _, body = await call("GET", f"{V1}/users/{sandbox.world.people['mette'].oid}/manager")
    manager = read(User, body)
    assert list(lost(body, manager)) == []
    assert manager.id == sandbox.world.people["jens"].oid


def one(meeting: Any) -> str:
    return f"{V1}/users/{meeting.organizer.oid}/onlineMeetings/{meeting.graph_id}"


@pytest.mark.parametrize("dial_in", [True, False])
async def test_an_online_meeting(call: Any, meeting: Any, dial_in: bool) -> None:
    meeting.dial_in = dial_in
    _, body = await call("GET", one(meeting))
    found = read(OnlineMeeting, body)
    assert list(lost(body, found)) == []
    assert (found.allow_recording, found.record_automatically) == (True, False)
    assert found.allowed_presenters is OnlineMeetingPresenters.Everyone
    assert (found.audio_conferencing is not None) is dial_in
    assert found.chat_info.thread_id == meeting.chat.id
    assert found.participants.organizer.identity.user.id == meeting.organizer.oid
    url = quote(meeting.join_url.replace("'", "''"), safe="")
    query = f"?$filter=JoinWebUrl%20eq%20'{url}'"
    _, body = await call("GET", one(meeting).rpartition("/")[0] + query)
    listed = read(OnlineMeetingCollectionResponse, body)
    assert list(lost(body, listed)) == []
    assert [row.join_web_url for row in listed.value] == [meeting.join_url]


async def test_a_patched_meeting_and_the_body_that_patches_it(call: Any, meeting: Any) -> None:
    off = {"allowRecording": False, "allowTranscription": False, "recordAutomatically": False}
    assert list(lost(off, read(OnlineMeeting, off))) == []
    _, body = await call("PATCH", one(meeting), off)
    found = read(OnlineMeeting, body)
    assert list(lost(body, found)) == []
    assert found.allow_recording is found.allow_transcription is False


async def test_what_may_be_patched_is_known_to_the_model() -> None:
    from sandbox.meetings import PATCHABLE
    from tests.models.conftest import attribute

    meeting = OnlineMeeting()
    assert [name for name in PATCHABLE if not hasattr(meeting, attribute(name))] == []


async def test_recording_messages(sandbox: Sandbox, call: Any, meeting: Any) -> None:
    await sandbox.do("start", meeting=meeting.id)
    await sandbox.do("join", meeting=meeting.id, person="ole")
    await sandbox.do("message", as_="ole", chat=meeting.chat.id, text="Goddag")
    sandbox.world.post(meeting.chat, "bot", "Hej")
    await sandbox.do("record", meeting=meeting.id)
    await sandbox.do("stop_record", meeting=meeting.id)
    _, body = await call("GET", f"{V1}/chats/{meeting.chat.id}/messages?$top=50", headers=PREFER)
    found = read(ChatMessageCollectionResponse, body)
    assert list(lost(body, found)) == []
    kinds = {row.message_type for row in found.value}
    assert kinds == {ChatMessageType.SystemEventMessage, ChatMessageType.Message}
    details = [row.event_detail for row in found.value if row.event_detail]
    recordings = [d for d in details if isinstance(d, CallRecordingEventMessageDetail)]
    assert [d.call_recording_status for d in recordings] == [
        CallRecordingStatus.Success,
        CallRecordingStatus.ChunkFinished,
        CallRecordingStatus.Initial,
    ]
    assert recordings[-1].initiator.user.id == meeting.organizer.oid


async def test_without_the_header_the_type_is_one_of_the_future(
    sandbox: Sandbox, call: Any, meeting: Any
) -> None:
    await sandbox.do("start", meeting=meeting.id)
    _, body = await call("GET", f"{V1}/chats/{meeting.chat.id}/messages?$top=50")
    found = read(ChatMessageCollectionResponse, body)
    assert {row.message_type for row in found.value} == {ChatMessageType.UnknownFutureValue}


async def test_members_of_a_chat(sandbox: Sandbox, call: Any, meeting: Any) -> None:
    await sandbox.do("start", meeting=meeting.id)
    await sandbox.do("join", meeting=meeting.id, person="amal")
    await sandbox.do("admit", meeting=meeting.id, person="amal")
    _, body = await call("GET", f"{V1}/chats/{meeting.chat.id}/members")
    found = read(ConversationMemberCollectionResponse, body)
    assert list(lost(body, found)) == []
    assert {type(row).__name__ for row in found.value} == {
        "AadUserConversationMember",
        "AnonymousGuestConversationMember",
    }


async def test_the_app_where_it_is_installed(sandbox: Sandbox, call: Any) -> None:
    query = f"?$filter=externalId%20eq%20'{cast.APP_ID}'"
    _, body = await call("GET", f"{V1}/appCatalogs/teamsApps{query}")
    catalog = read(TeamsAppCollectionResponse, body)
    assert list(lost(body, catalog)) == []
    assert [app.external_id for app in catalog.value] == [cast.APP_ID]
    apps = f"{V1}/users/{sandbox.world.people['mette'].oid}/teamwork/installedApps"
    _, body = await call("GET", f"{apps}?$expand=teamsApp")
    installed = read(UserScopeTeamsAppInstallationCollectionResponse, body)
    assert list(lost(body, installed)) == []
    assert installed.value[0].teams_app.id == cast.CATALOG_APP_ID
    _, body = await call("GET", f"{apps}/{installed.value[0].id}/chat")
    chat = read(Chat, body)
    assert list(lost(body, chat)) == []
    assert sandbox.world.chat(chat.id) is sandbox.world.personal_chat("mette")


@pytest.mark.parametrize("fault", ["missing_access_policy", "throttle", "no_manager", ""])
async def test_errors(sandbox: Sandbox, call: Any, meeting: Any, fault: str) -> None:
    path = one(meeting)
    if fault:
        await sandbox.do("fault", name=fault)
        path = path if fault != "no_manager" else path.partition("/onlineMeetings")[0] + "/manager"
    else:
        path += "x"
    status, body = await call("GET", path)
    assert status >= 400
    error = read(ODataError, body)
    assert error.error.code == body["error"]["code"]
    assert error.error.message == body["error"]["message"]
