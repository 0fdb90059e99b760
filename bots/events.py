"""What Teams tells becomes commands. Pure functions over the verified activity (teams-platform 1).

botbuilder's own meeting and member models lose most of these fields (1.4), so nothing of it is used.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta

from bots.incoming import Incoming, moment, part_key, person, pick, pick_text, program, rows
from casework.commands import (
    Actor,
    BotAddedToMeeting,
    BotAddedToPerson,
    BotRemovedFromMeeting,
    BotRemovedFromPerson,
    Command,
    MeetingEnded,
    MeetingStarted,
    PeopleJoined,
    PeopleLeft,
)

MOST_PEOPLE = 350
OLDEST_START = timedelta(hours=24)
CLOCK_SKEW = timedelta(minutes=5)


def event_commands(incoming: Incoming) -> tuple[Command, ...]:
    """``type: event``: a meeting started or ended, people joined or left the call."""
    build = EVENTS.get(incoming.name.casefold())
    return build(incoming) if build else ()


def conversation_commands(incoming: Incoming) -> tuple[Command, ...]:
    """``conversationUpdate``: the bot, or people, were added to or removed from a chat."""
    bot = pick_text(incoming.raw, "recipient", "id")
    added, removed = (
        incoming.raw.get("membersAdded") or (),
        incoming.raw.get("membersRemoved") or (),
    )
    found: list[Command] = []
    if bot and any(pick_text(row, "id") == bot for row in added):
        found += bot_added(incoming)
    if bot and any(pick_text(row, "id") == bot for row in removed):
        found += bot_removed(incoming)
    people = _people(incoming, list(added))
    if people and incoming.chat_id:
        found.append(
            PeopleJoined(
                chat_id=incoming.chat_id,
                people=people,
                in_call=False,
                at=incoming.at,
                inbound_key=part_key(incoming.key, len(found)),
            )
        )
    return tuple(found)


def installation_commands(incoming: Incoming) -> tuple[Command, ...]:
    """``installationUpdate``: may come before or after the conversationUpdate of the same install."""
    action = pick_text(incoming.raw, "action").casefold()
    if action.startswith("add"):
        return bot_added(incoming)
    return bot_removed(incoming) if action.startswith("remove") else ()


def bot_added(incoming: Incoming) -> tuple[Command, ...]:
    """The app was installed in a meeting chat or for a person; other chats are not ours."""
    if incoming.chat_id:
        added = BotAddedToMeeting(
            chat_id=incoming.chat_id,
            teams_meeting_id=incoming.teams_meeting_id,
            service_url=incoming.service_url,
            inbound_key=incoming.key,
        )
        return (added,)
    actor = incoming.actor
    if not incoming.is_personal or actor is None or actor.oid is None:
        return ()
    return (
        BotAddedToPerson(
            actor=actor,
            conversation_id=incoming.conversation_id,
            service_url=incoming.service_url,
            inbound_key=incoming.key,
        ),
    )


def bot_removed(incoming: Incoming) -> tuple[Command, ...]:
    """The app was removed from a meeting chat or by a person."""
    if incoming.chat_id:
        return (BotRemovedFromMeeting(chat_id=incoming.chat_id, inbound_key=incoming.key),)
    actor = incoming.actor
    if not incoming.is_personal or actor is None or actor.oid is None:
        return ()
    return (BotRemovedFromPerson(actor=actor, inbound_key=incoming.key),)


def meeting_started(incoming: Incoming) -> tuple[Command, ...]:
    """``meetingStart``: the call began, perhaps some time ago."""
    said = _said(incoming, "startTime")
    return (
        MeetingStarted(
            chat_id=incoming.conversation_id,
            teams_meeting_id=incoming.teams_meeting_id,
            service_url=incoming.service_url,
            at=said or incoming.at,
            told=said is not None,
            inbound_key=incoming.key,
        ),
    )


def meeting_ended(incoming: Incoming) -> tuple[Command, ...]:
    """``meetingEnd``: the call ended."""
    at = _said(incoming, "endTime") or incoming.at
    return (MeetingEnded(chat_id=incoming.conversation_id, at=at, inbound_key=incoming.key),)


def people_joined(incoming: Incoming) -> tuple[Command, ...]:
    """``meetingParticipantJoin``: people with a Teams identity entered the call; programs too, where
    Teams tells of them."""
    people = (*_participants(incoming, in_meeting=True), *_programs(incoming))
    if not people:
        return ()
    return (
        PeopleJoined(
            chat_id=incoming.conversation_id,
            people=people,
            in_call=True,
            at=incoming.at,
            inbound_key=incoming.key,
        ),
    )


def people_left(incoming: Incoming) -> tuple[Command, ...]:
    """``meetingParticipantLeave``: they left it."""
    people = _participants(incoming, in_meeting=False)
    if not people:
        return ()
    return (
        PeopleLeft(
            chat_id=incoming.conversation_id,
            people=people,
            at=incoming.at,
            inbound_key=incoming.key,
        ),
    )


PREFIX = "application/vnd.microsoft.meeting"
EVENTS: Mapping[str, Callable[[Incoming], tuple[Command, ...]]] = {
    f"{PREFIX}start": meeting_started,
    f"{PREFIX}end": meeting_ended,
    f"{PREFIX}participantjoin": people_joined,
    f"{PREFIX}participantleave": people_left,
}


def _said(incoming: Incoming, field: str) -> datetime | None:
    """The event's own time; None where it tells none, or one that lies ahead or more than a day back."""
    said = moment(pick(incoming.raw, "value", field))
    if said is None or not incoming.at - OLDEST_START <= said <= incoming.at + CLOCK_SKEW:
        return None
    return said


def _participants(incoming: Incoming, *, in_meeting: bool) -> tuple[Actor, ...]:
    """Those of the event who really are (or are no longer) in the call; a missing mark counts."""
    fitting = [
        pick(row, "user")
        for row in rows(incoming.raw, "members")
        if pick(row, "meeting", "inMeeting") in (None, in_meeting)
    ]
    return _people(incoming, fitting)


def _programs(incoming: Incoming) -> tuple[Actor, ...]:
    """Applications that entered the call, other than the bot itself."""
    bot = pick_text(incoming.raw, "recipient", "id")
    members = rows(incoming.raw, "members")[:MOST_PEOPLE]
    found = (program(pick(row, "user")) for row in members)
    return tuple(actor for actor in found if actor is not None and actor.mri != bot)


def _people(incoming: Incoming, accounts: list[object]) -> tuple[Actor, ...]:
    found = (person(account, incoming.tenant_id) for account in accounts[:MOST_PEOPLE])
    return tuple({actor.mri: actor for actor in found if actor is not None}.values())
