"""A meeting: its options as Graph shows them, and who is in the call."""

from __future__ import annotations

import base64
import uuid
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Literal
from urllib.parse import quote

from sandbox.chats import Chat, stamp
from sandbox.people import Person

PATCHABLE: dict[str, type | tuple[type, ...]] = {
    "allowRecording": bool,
    "allowTranscription": bool,
    "recordAutomatically": bool,
    "allowAttendeeToEnableCamera": bool,
    "allowAttendeeToEnableMic": bool,
    "allowedPresenters": str,
    "allowCopyingAndSharingMeetingContent": bool,
    "allowMeetingChat": str,
    "allowedLobbyAdmitters": str,
    "lobbyBypassSettings": dict,
    "isEntryExitAnnounced": bool,
    "watermarkProtection": dict,
    "allowBreakoutRooms": bool,
    "allowLiveShare": str,
    "allowPowerPointSharing": bool,
    "allowWhiteboard": bool,
    "subject": str,
    "startDateTime": str,
    "endDateTime": str,
    "participants": dict,
}
"""What PATCH may change (teams-platform 4.1) and the JSON type it must have."""

NOT_WHILE_RUNNING = frozenset(
    {"recordAutomatically", "watermarkProtection", "allowBreakoutRooms", "allowLiveShare"}
    | {"allowPowerPointSharing", "allowWhiteboard", "subject", "startDateTime", "endDateTime"}
    | {"participants"}
)

KEPT = timedelta(days=60)
_CALL = ("msGraphResourceId", "scheduledStartTime", "scheduledEndTime", "title")
LACKING = {"GroupCall": _CALL, "OneToOneCall": (*_CALL, "joinUrl")}
"""What the connector does not tell of a call (teams-platform 2)."""


def _options() -> dict[str, Any]:
    return {
        "allowRecording": True,
        "allowTranscription": True,
        "recordAutomatically": False,
        "allowAttendeeToEnableCamera": True,
        "allowAttendeeToEnableMic": True,
        "allowedPresenters": "everyone",
        "allowCopyingAndSharingMeetingContent": True,
        "allowMeetingChat": "enabled",
        "allowedLobbyAdmitters": "organizerAndCoOrganizersAndPresenters",
        "lobbyBypassSettings": {"scope": "organization", "isDialInBypassEnabled": False},
        "isEntryExitAnnounced": False,
        "watermarkProtection": {"isEnabledForContentSharing": False, "isEnabledForVideo": False},
        "allowBreakoutRooms": True,
        "allowLiveShare": "enabled",
        "allowPowerPointSharing": True,
        "allowWhiteboard": True,
    }


@dataclass(frozen=True)
class Recording:
    """A stored recording; Graph lists it from ``listed_at`` on."""

    id: str
    begun_at: datetime
    ended_at: datetime
    listed_at: datetime


@dataclass
class Seat:
    """Somebody in a call, past the lobby; ``call`` as ``Meeting.occurrence`` counts them. ``until`` None: still."""

    person: str
    call: int
    since: datetime
    until: datetime | None = None


@dataclass
class Meeting:
    """One Teams meeting (a series shares one chat; ``occurrence`` counts its calls)."""

    id: str
    title: str
    organizer: Person
    starts_at: datetime
    ends_at: datetime
    chat: Chat
    dial_in: bool = False
    recurring: bool = False
    kind: str = ""  # MeetNow, OneToOneCall, GroupCall, ChannelScheduled, ChannelRecurring
    state: Literal["coming", "running", "ended", "cancelled"] = "coming"
    in_call: dict[str, bool] = field(default_factory=dict)  # person → still in the lobby
    recording: bool = False
    recording_since: datetime | None = None
    started_at: datetime | None = None
    last_end: datetime | None = None
    occurrence: int = 0
    seats: list[Seat] = field(default_factory=list)
    options: dict[str, Any] = field(default_factory=_options)
    notices: list[dict[str, Any]] = field(default_factory=list)
    recordings: list[Recording] = field(default_factory=list)
    on_hold: set[str] = field(default_factory=set)
    extra_seats: dict[str, dict[str, Any]] = field(default_factory=dict)  # rooms and the like
    heard: list[dict[str, Any]] = field(default_factory=list)
    speaking: dict[str, Any] | None = None
    bot_view: dict[str, Any] | None = None  # the bot's leg, for the page

    @property
    def teams_id(self) -> str:
        """``channelData.meeting.id``: opaque to a bot."""
        return base64.b64encode(f"0#{self.chat.id}#0".encode()).decode()

    @property
    def graph_id(self) -> str:
        """The id of the Graph onlineMeeting (``msGraphResourceId``)."""
        raw = f"1*{self.organizer.oid}*0**{self.chat.id}"
        return base64.b64encode(raw.encode()).decode()

    @property
    def join_url(self) -> str:
        """The join link, encoded the way Teams writes it."""
        context = f'{{"Tid":"{self.organizer.tenant}","Oid":"{self.organizer.oid}"}}'
        thread, query = quote(self.chat.id, safe=""), quote(context, safe="")
        return f"https://teams.microsoft.com/l/meetup-join/{thread}/0?context={query}"

    def expired(self, now: datetime) -> bool:
        """Whether Microsoft has forgotten it: some time after its end, extended on use (4.2)."""
        return now - max(self.ends_at, self.last_end or self.ends_at) > KEPT

    def present(self, person_id: str) -> bool:
        """Whether the person is in the call and past the lobby."""
        return self.in_call.get(person_id) is False

    def seat(self, person_id: str, now: datetime) -> None:
        """The person is in the call from now on."""
        self.seats.append(Seat(person_id, self.occurrence, now))

    def rise(self, person_id: str | None, now: datetime) -> None:
        """The person, or everybody, is out of the call."""
        for seat in self.seats:
            if seat.until is None and person_id in (None, seat.person):
                seat.until = now

    def details(self) -> dict[str, Any]:
        """Bot Connector ``GET /v1/meetings/{id}`` (teams-platform 2)."""
        organizer = {
            "id": self.organizer.mri,
            "aadObjectId": self.organizer.oid,
            "objectId": self.organizer.oid,
            "tenantId": self.organizer.tenant,
        }
        details = {
            "id": self.teams_id,
            "msGraphResourceId": self.graph_id,
            "scheduledStartTime": stamp(self.starts_at),
            "scheduledEndTime": stamp(self.ends_at),
            "joinUrl": self.join_url,
            "title": self.title,
            "type": self.kind or ("Recurring" if self.recurring else "Scheduled"),
        }
        for name in LACKING.get(self.kind, ()):
            del details[name]
        return {"details": details, "conversation": self.conversation(), "organizer": organizer}

    def conversation(self) -> dict[str, Any]:
        """The meeting chat as the connector names it."""
        return {"isGroup": True, "conversationType": "groupChat", "id": self.chat.id}

    def online_meeting(self) -> dict[str, Any]:
        """The Graph ``onlineMeeting`` resource (teams-platform 4.1)."""
        identity = {"id": self.organizer.oid, "displayName": self.organizer.name}
        audio = {
            "conferenceId": str(uuid.uuid5(uuid.NAMESPACE_OID, self.id).int)[:9],
            "tollNumber": "+4500000000",
            "tollFreeNumber": None,
            "dialinUrl": "https://dialin.teams.microsoft.com/sandkasse",
        }
        return {
            "id": self.graph_id,
            "subject": self.title,
            "startDateTime": stamp(self.starts_at),
            "endDateTime": stamp(self.ends_at),
            "joinWebUrl": self.join_url,
            "chatInfo": {"threadId": self.chat.id, "messageId": "0", "replyChainMessageId": None},
            "audioConferencing": audio if self.dial_in else None,
            "participants": {
                "organizer": {"identity": {"user": identity}, "upn": self.organizer.mail},
                "attendees": [],
            },
            **self.options,
        }
