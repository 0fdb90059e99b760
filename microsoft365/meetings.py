"""Meetings as the Bot Connector and Graph show them. Fills ``casework.ports.Meetings``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Final

from microsoft365 import notifications, recordings, switches
from microsoft365.chat_marks import ChatMarks, chat_marks
from microsoft365.connector import Connector
from microsoft365.errors import Denied, Missing
from microsoft365.graph import Graph
from microsoft365.payload import flag, member, moment, text, text_or_none
from microsoft365.switches import Switches

CALLS: Final = frozenset({"onetoonecall", "groupcall"})
"""Kinds that have no meeting in Graph."""


@dataclass(frozen=True)
class MeetingDetails:
    """A meeting as the Bot Connector tells of it; times in UTC."""

    kind: str
    graph_id: str | None
    title: str
    join_url: str | None
    starts_at: datetime | None
    ends_at: datetime | None
    organizer_oid: str | None
    organizer_mri: str | None
    organizer_tenant: str | None


@dataclass(frozen=True)
class Member:
    """One row of the chat roster. ``kind``: member, guest, foreign, anonymous."""

    mri: str
    oid: str | None
    name: str
    kind: str


class Meetings:
    """One tenant's meetings."""

    def __init__(
        self, connector: Connector, graph: Graph, tenant_id: str, *, reads_chats: bool = True
    ) -> None:
        self._connector = connector
        self._reads_chats = reads_chats
        self._graph = graph
        self._tenant_id = tenant_id.lower()

    async def details(self, service_url: str, teams_meeting_id: str) -> MeetingDetails | None:
        """The meeting, or None when it is expired, unknown or closed to us (404, 403)."""
        try:
            data = await self._connector.meeting(service_url, teams_meeting_id)
        except Missing:
            return None
        except Denied as error:
            if error.status == 403:
                return None
            raise
        found = _details(data)
        if found.graph_id is None and (graph_id := await self._graph_id(found)):
            return replace(found, graph_id=graph_id)
        return found

    async def switches(self, organizer_oid: str, graph_id: str) -> Switches:
        """Read the recording switches."""
        return await switches.read_switches(self._graph, organizer_oid, graph_id)

    async def switches_of(self, meetings: Sequence[tuple[str, str]]) -> Sequence[Switches]:
        """Read the switches of many (organizer, Graph id), in batches; each with its own outcome."""
        return await switches.read_many(self._graph, meetings)

    async def switch_off(
        self,
        organizer_oid: str,
        graph_id: str,
        *,
        keep_transcription: bool = False,
        attendee_cameras: bool | None = None,
    ) -> Switches:
        """Switch recording, transcription and automatic recording off, then read them back;
        ``attendee_cameras`` is set too unless it is None."""
        return await switches.switch_off(
            self._graph,
            organizer_oid,
            graph_id,
            keep_transcription=keep_transcription,
            attendee_cameras=attendee_cameras,
        )

    async def lets_us_in(self, oids: Sequence[str]) -> Sequence[str]:
        """Whether Graph lets us look at these organizers' meetings, in their order."""
        return await switches.lets_us_in(self._graph, oids)

    async def roster(self, service_url: str, chat_id: str) -> Sequence[Member]:
        """Everybody on the chat roster except bots; being there is not being in the call."""
        rows = await self._connector.members(service_url, chat_id)
        return [self._member(row) for row in rows if not text(row, "id").startswith("28:")]

    async def in_meeting(self, service_url: str, teams_meeting_id: str, oid: str) -> bool | None:
        """Whether the person is in the call now; None when Teams cannot tell (404, 403)."""
        try:
            data = await self._connector.participant(service_url, teams_meeting_id, oid)
        except Missing:
            return None
        except Denied as error:
            if error.status == 403:
                return None
            raise
        return flag(member(data, "meeting"), "inMeeting")

    async def notify(
        self, service_url: str, teams_meeting_id: str, mris: Sequence[str], *, title: str, page: str
    ) -> Mapping[str, str | None]:
        """Targeted in-meeting notification; per person None (accepted) or the failure's code."""
        return await notifications.notify(
            self._connector, service_url, teams_meeting_id, mris, title=title, page=page
        )

    async def chat_marks(self, chat_id: str, since: datetime) -> ChatMarks | None:
        """What Teams told in the chat since ``since``; None when the chat may not be read."""
        return await chat_marks(self._graph, chat_id, since) if self._reads_chats else None

    async def recordings(self, organizer_oid: str, graph_id: str) -> recordings.Recordings:
        """The meeting's stored recordings, oldest first, or why they cannot be read."""
        return await recordings.read_recordings(self._graph, organizer_oid, graph_id)

    async def _graph_id(self, found: MeetingDetails) -> str | None:
        """The Graph id by the join address, for meetings of ours that came without one (4.2)."""
        ours = (found.organizer_tenant or self._tenant_id).lower() == self._tenant_id
        if found.kind.lower() in CALLS or not ours:
            return None
        if not found.join_url or not found.organizer_oid:
            return None
        return await switches.find_by_join_url(self._graph, found.organizer_oid, found.join_url)

    def _member(self, row: Mapping[str, Any]) -> Member:
        oid = text_or_none(row, "aadObjectId", "objectId")
        return Member(
            mri=text(row, "id"), oid=oid, name=text(row, "name"), kind=self._kind(row, oid)
        )

    def _kind(self, row: Mapping[str, Any], oid: str | None) -> str:
        role = text(row, "userRole").lower()
        if role == "anonymous" or oid is None:
            return "anonymous"
        if role == "guest" or "#ext#" in text(row, "userPrincipalName").lower():
            return "guest"
        if text(row, "tenantId").lower() not in ("", self._tenant_id):
            return "foreign"
        return "member"


def _details(data: Any) -> MeetingDetails:
    details, organizer = member(data, "details"), member(data, "organizer")
    return MeetingDetails(
        kind=text(details, "type"),
        graph_id=text_or_none(details, "msGraphResourceId"),
        title=text(details, "title"),
        join_url=text_or_none(details, "joinUrl"),
        starts_at=moment(member(details, "scheduledStartTime")),
        ends_at=moment(member(details, "scheduledEndTime")),
        organizer_oid=text_or_none(organizer, "aadObjectId", "objectId"),
        organizer_mri=text_or_none(organizer, "id"),
        organizer_tenant=text_or_none(organizer, "tenantId"),
    )
