"""What Teams tells, in the shapes of teams-platform 1, becomes commands."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from bots.events import conversation_commands, event_commands, installation_commands
from casework import commands
from casework.commands import Actor

START = "application/vnd.microsoft.meetingStart"
END = "application/vnd.microsoft.meetingEnd"
JOIN = "application/vnd.microsoft.meetingParticipantJoin"
LEAVE = "application/vnd.microsoft.meetingParticipantLeave"
PASCAL = {
    "MeetingType": "Scheduled",
    "Title": "Samtale",
    "Id": "not-this-one",
    "JoinUrl": "https://teams.microsoft.com/l/meetup-join/x",
    "StartTime": "2026-11-22T09:00:01Z",
}
CAMEL = {"meetingType": "Scheduled", "id": "not-this-one", "startTime": "2026-11-22T09:00:01Z"}


@pytest.mark.parametrize("value", [PASCAL, CAMEL], ids=["sdk casing", "docs casing"])
def test_meeting_start(make: Any, value: dict[str, str]) -> None:
    raw = make.envelope(type="event", name=START, id=None, text=None, value=value)
    (command,) = event_commands(make.incoming(raw))
    assert isinstance(command, commands.MeetingStarted)
    assert command.chat_id == make.chat
    assert command.teams_meeting_id == make.meeting
    assert command.service_url == make.service_url.rstrip("/")
    assert command.at == datetime(2026, 11, 22, 9, 0, 1, tzinfo=UTC)
    assert command.inbound_key


@pytest.mark.parametrize("value", [None, {}, [], "x", {"StartTime": "0001-01-01T00:00:00Z"}])
def test_a_start_without_a_usable_time_happened_when_it_was_sent(make: Any, value: Any) -> None:
    raw = make.envelope(type="event", name=START, value=value)
    (command,) = event_commands(make.incoming(raw))
    assert isinstance(command, commands.MeetingStarted)
    assert command.at == datetime(2026, 11, 22, 9, 0, 1, 123456, tzinfo=UTC)


def test_meeting_end(make: Any) -> None:
    value = {"EndTime": "2026-11-22T08:59:00Z"}
    raw = make.envelope(type="event", name=END, id=None, value=value)
    (command,) = event_commands(make.incoming(raw))
    assert command == commands.MeetingEnded(
        chat_id=make.chat,
        at=datetime(2026, 11, 22, 8, 59, tzinfo=UTC),
        inbound_key=make.incoming(raw).key,
    )


def member(user: dict[str, Any], *, inside: bool | None = True) -> dict[str, Any]:
    meeting = {"role": "Attendee"} if inside is None else {"inMeeting": inside, "role": "Attendee"}
    return {"user": user, "meeting": meeting}


def test_people_join_with_their_kinds(make: Any) -> None:
    rows = [
        member({"id": "29:a", "aadObjectId": "OID-A", "name": "Ane", "tenantId": make.tenant}),
        member({"id": "29:g", "aadObjectId": "g", "name": "Ole", "userRole": "guest"}, inside=None),
        member({"id": "29:u", "aadObjectId": "u", "userPrincipalName": "o_x.dk#EXT#@k.dk"}),
        member({"id": "29:f", "aadObjectId": "f", "name": "Fie", "tenantId": "other"}),
        member({"id": "29:n", "name": "Amal", "userRole": "anonymous", "tenantId": make.tenant}),
        member({"id": "29:out", "aadObjectId": "x", "name": "Ude"}, inside=False),
        member({"name": "uden id"}),
        {"user": None},
        "x",
    ]
    raw = make.envelope(type="event", name=JOIN, value={"members": rows})
    (command,) = event_commands(make.incoming(raw))
    assert isinstance(command, commands.PeopleJoined)
    assert command.in_call
    assert command.people == (
        Actor("29:a", "oid-a", "Ane", "member"),
        Actor("29:g", "g", "Ole", "guest"),
        Actor("29:u", "u", "", "guest"),
        Actor("29:f", "f", "Fie", "foreign"),
        Actor("29:n", None, "Amal", "anonymous"),
    )


def test_people_leave(make: Any) -> None:
    rows = [member({"id": "29:a", "aadObjectId": "a", "name": "Ane"}, inside=False)]
    raw = make.envelope(type="event", name=LEAVE, value={"Members": rows})
    (command,) = event_commands(make.incoming(raw))
    assert isinstance(command, commands.PeopleLeft)
    assert [person.mri for person in command.people] == ["29:a"]


@pytest.mark.parametrize("value", [None, {}, {"members": None}, {"members": ["x", 1, {}]}])
@pytest.mark.parametrize("name", [JOIN, LEAVE])
def test_nobody_joined_or_left(make: Any, name: str, value: Any) -> None:
    raw = make.envelope(type="event", name=name, value=value)
    assert event_commands(make.incoming(raw)) == ()


def test_other_events_mean_nothing(make: Any) -> None:
    raw = make.envelope(type="event", name="application/vnd.microsoft.readReceipt", value={})
    assert event_commands(make.incoming(raw)) == ()


def test_bot_added_to_a_meeting_together_with_people(make: Any) -> None:
    raw = make.envelope(
        type="conversationUpdate",
        membersAdded=[
            {"id": f"28:{make.app_id}"},
            {"id": "29:amal", "name": "Amal", "userRole": "anonymous"},
        ],
    )
    added, people = conversation_commands(make.incoming(raw))
    assert isinstance(added, commands.BotAddedToMeeting)
    assert (added.chat_id, added.teams_meeting_id) == (make.chat, make.meeting)
    assert isinstance(people, commands.PeopleJoined)
    assert not people.in_call
    assert people.people == (Actor("29:amal", None, "Amal", "anonymous"),)
    assert added.inbound_key != people.inbound_key


def test_bot_removed_from_a_meeting(make: Any) -> None:
    raw = make.envelope(type="conversationUpdate", membersRemoved=[{"id": f"28:{make.app_id}"}])
    (command,) = conversation_commands(make.incoming(raw))
    assert isinstance(command, commands.BotRemovedFromMeeting)


@pytest.mark.parametrize("action", ["add", "add-upgrade"])
def test_installed_in_a_meeting(make: Any, action: str) -> None:
    raw = make.envelope(type="installationUpdate", action=action)
    (command,) = installation_commands(make.incoming(raw))
    assert isinstance(command, commands.BotAddedToMeeting)


def test_installed_for_and_removed_by_a_person(make: Any) -> None:
    added = installation_commands(
        make.incoming(make.personal(type="installationUpdate", action="add"))
    )
    removed = installation_commands(
        make.incoming(make.personal(type="installationUpdate", action="remove-upgrade"))
    )
    assert isinstance(added[0], commands.BotAddedToPerson)
    assert (added[0].actor.oid, added[0].conversation_id) == (make.oid, "a:mette")
    assert isinstance(removed[0], commands.BotRemovedFromPerson)


def test_a_team_or_a_group_without_a_meeting_is_not_ours(make: Any) -> None:
    elsewhere = {"conversationType": "channel", "id": "19:x@thread.tacv2", "tenantId": make.tenant}
    raw = make.envelope(
        type="installationUpdate",
        action="add",
        conversation=elsewhere,
        channelData={"tenant": {"id": make.tenant}},
    )
    assert installation_commands(make.incoming(raw)) == ()
    unknown = make.envelope(type="installationUpdate", action="move")
    assert installation_commands(make.incoming(unknown)) == ()


def test_the_same_delivery_has_the_same_key_and_another_has_not(make: Any) -> None:
    def key(**parts: Any) -> str | None:
        return make.incoming(make.envelope(type="event", name=START, **parts)).key

    assert key() == key(timestamp="2026-11-22T10:00:00Z")
    assert key() != key(id="2")
    assert key(id=None) == key(id=None) is not None
    assert key(id=None) != key(id=None, timestamp="2026-11-29T09:00:01Z")
    assert key(id=None, timestamp=None) is None
    assert key(id=None, timestamp=None, value=PASCAL) is not None
