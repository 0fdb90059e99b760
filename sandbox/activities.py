"""Activities as Teams sends them to a bot: the shapes of teams-platform 1 and 8.1."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sandbox import cast
from sandbox.chats import Chat, Message, stamp
from sandbox.meetings import Meeting
from sandbox.people import Person
from sandbox.world import World

EVENT = "application/vnd.microsoft.meeting"
BOT_ACCOUNT = {"id": cast.BOT_MRI, "name": cast.BOT_NAME}


def envelope(world: World, kind: str, chat: Chat, sender: Person) -> dict[str, Any]:
    """What every activity carries."""
    now = stamp(world.now())
    conversation: dict[str, Any] = {"id": chat.id, "tenantId": world.tenant_id}
    channel_data: dict[str, Any] = {"tenant": {"id": world.tenant_id}}
    if chat.kind == "personal":
        conversation["conversationType"] = "personal"
    else:
        conversation |= {"conversationType": "groupChat", "isGroup": True}
    if (meeting := world.meeting_of(chat)) is not None:
        channel_data["meeting"] = {"id": meeting.teams_id}
    return {
        "type": kind,
        "id": f"f:{world.next_id()}",
        "timestamp": now,
        "channelId": "msteams",
        "serviceUrl": world.service_url,
        "from": _sender(world, kind, sender),
        "recipient": dict(BOT_ACCOUNT),
        "conversation": conversation,
        "channelData": channel_data,
    }


def _sender(world: World, kind: str, sender: Person) -> dict[str, Any]:
    """``from``: only what somebody wrote is sure to carry their name."""
    account = sender.account()
    if kind != "message" and not world.switches["names_in_from"]:
        del account["name"]
    return account


def _event(world: World, name: str, meeting: Meeting, sender: Person) -> dict[str, Any]:
    activity = envelope(world, "event", meeting.chat, sender)
    if not world.switches["event_ids"]:
        del activity["id"]
    activity["name"] = EVENT + name
    activity["channelData"]["source"] = None
    return activity


def start_or_end(world: World, meeting: Meeting, *, start: bool) -> dict[str, Any]:
    """``meetingStart`` or ``meetingEnd`` (1.1)."""
    activity = _event(world, "Start" if start else "End", meeting, meeting.organizer)
    value = {
        "MeetingType": "Recurring" if meeting.recurring else "Scheduled",
        "Title": meeting.title,
        "Id": meeting.graph_id,
        "JoinUrl": meeting.join_url,
        "StartTime" if start else "EndTime": activity["timestamp"],
    }
    if world.switches["lowercase_event_value"]:
        value = {key[0].lower() + key[1:]: text for key, text in value.items()}
    return activity | {"value": value}


def participant(world: World, meeting: Meeting, person: Person, *, joined: bool) -> dict[str, Any]:
    """``meetingParticipantJoin`` or ``meetingParticipantLeave`` (1.2)."""
    name = "ParticipantJoin" if joined else "ParticipantLeave"
    seat: dict[str, Any] = {"inMeeting": joined}
    if world.switches["participant_role"]:
        seat["role"] = role_in(meeting, person)
    activity = _event(world, name, meeting, person)
    return activity | {"value": {"members": [{"user": person.roster_account(), "meeting": seat}]}}


def role_in(meeting: Meeting, person: Person) -> str:
    """Organizer, Presenter or Attendee."""
    if person is meeting.organizer:
        return "Organizer"
    return "Presenter" if person.kind == "member" else "Attendee"


def members(
    world: World, chat: Chat, sender: Person, people: Sequence[Person | None], *, added: bool
) -> dict[str, Any]:
    """``conversationUpdate``; None stands for the bot itself (1.3)."""
    field = "membersAdded" if added else "membersRemoved"
    rows = []
    for person in people:
        row = {"id": cast.BOT_MRI} if person is None else person.account()
        if person is not None and person.kind == "anonymous":
            row |= {"userRole": "anonymous", "tenantId": world.tenant_id}
        rows.append(row)
    return envelope(world, "conversationUpdate", chat, sender) | {field: rows}


def installation(world: World, chat: Chat, sender: Person, *, added: bool) -> dict[str, Any]:
    """``installationUpdate`` (1.3)."""
    action = "add" if added else "remove"
    return envelope(world, "installationUpdate", chat, sender) | {"action": action}


def typed(world: World, chat: Chat, sender: Person, message: Message) -> dict[str, Any]:
    """A message a person wrote; in a meeting chat only with the bot mentioned."""
    name = f"<at>{cast.BOT_NAME}</at>"
    text = message.text.replace(f"@{cast.BOT_NAME}", name)
    activity = envelope(world, "message", chat, sender) | {
        "id": message.id,
        "text": text,
        "textFormat": "plain",
        "locale": "da-DK",
        "localTimestamp": stamp(world.now()),
        "attachments": [],
        "entities": [{"type": "clientInfo", "locale": "da-DK", "country": "DK", "platform": "Web"}],
    }
    if name in text:
        mention = {"type": "mention", "text": name, "mentioned": dict(BOT_ACCOUNT)}
        activity["entities"].insert(0, mention)
    return activity


def card_action(
    world: World, chat: Chat, sender: Person, message_id: str, action: dict[str, Any], trigger: str
) -> dict[str, Any]:
    """``adaptiveCard/action`` (8.1); ``action`` has verb and data."""
    activity = envelope(world, "invoke", chat, sender)
    return activity | {
        "name": "adaptiveCard/action",
        "replyToId": message_id,
        "locale": "da-DK",
        "localTimestamp": stamp(world.now()),
        "value": {"action": {"type": "Action.Execute", **action}, "trigger": trigger},
    }
