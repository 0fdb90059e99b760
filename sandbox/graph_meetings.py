"""Graph onlineMeetings: reading, finding and switching (teams-platform 4)."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from aiohttp import web

from sandbox.answers import ApiError, bad_request, json_object, not_found
from sandbox.chats import stamp
from sandbox.graph import USER, GraphBase
from sandbox.meetings import NOT_WHILE_RUNNING, PATCHABLE, Meeting, Recording
from sandbox.people import Person
from sandbox.world import World

READ = ("OnlineMeetings.ReadWrite.All", "OnlineMeetings.Read.All")
BY_LINK = re.compile(r"JoinWebUrl eq '(?P<url>(?:[^']|'')+)'", re.IGNORECASE)

IN_GRAPH = {
    "OneToOneCall": "",
    "GroupCall": "",
    "MeetNow": "instant_meetings_in_graph",
    "ChannelScheduled": "channel_meetings_in_graph",
    "ChannelRecurring": "channel_meetings_in_graph",
}
"""Which switch says whether Graph knows a meeting of this kind; empty: it never does."""


class GraphMeetings(GraphBase):
    """The recording switches live here."""

    def __init__(self, world: World, stop_recording: Callable[[Meeting], None]) -> None:
        super().__init__(world)
        self.stop_recording = stop_recording

    def routes(self) -> list[web.RouteDef]:
        """The routes under the https address."""
        one = USER + "/onlineMeetings/{meeting}"
        return [
            web.get(USER + "/onlineMeetings", self.find),
            web.get(one, self.read),
            web.patch(one, self.patch),
            web.get(one + "/recordings", self.recordings),
        ]

    def _organizer(self, request: web.Request, *permissions: str) -> Person:
        self.require(*permissions)
        key = request.match_info["user"]
        person = self.person(key)
        if self.world.faults.take("missing_access_policy") is not None:
            status = int(self.world.switches["missing_access_policy_status"])
            text = (
                f"App {self.world.app_id} is not authorized to access online meetings"
                f" on behalf of user {key}"
            )
            raise ApiError(status, "Unauthorized", text)
        return person

    def _meeting(self, request: web.Request, person: Person) -> Meeting:
        wanted = request.match_info["meeting"]
        for meeting in self.world.meetings.values():
            if meeting.teams_id == wanted:
                raise bad_request("BadRequest", "Not an onlineMeeting id.", "wrong_kind_of_id")
            if meeting.graph_id == wanted and self._reachable(meeting, person):
                return meeting
        raise not_found("NotFound", "Meeting not found.")

    def _reachable(self, meeting: Meeting, person: Person) -> bool:
        invited = person is meeting.organizer or person.id in meeting.chat.members
        switch = IN_GRAPH.get(meeting.kind)
        known = switch is None or bool(switch and self.world.switches[switch])
        gone = meeting.state == "cancelled" or meeting.expired(self.world.now())
        return invited and known and not gone

    async def find(self, request: web.Request) -> web.Response:
        """By join link: a collection of one, or an empty one."""
        person = self._organizer(request, *READ)
        options = self.options(request, ["$filter"])
        match = BY_LINK.fullmatch(options.get("$filter", ""))
        if match is None:
            raise bad_request("BadRequest", "$filter by JoinWebUrl is needed.", "bad_filter")
        url = match["url"].replace("''", "'")
        found = [
            meeting.online_meeting()
            for meeting in self.world.meetings.values()
            if meeting.join_url == url and self._reachable(meeting, person)
        ]
        return web.json_response({"value": found})

    async def read(self, request: web.Request) -> web.Response:
        """The meeting; an invited attendee's id in the path is fine too."""
        person = self._organizer(request, *READ)
        options = self.options(request, ["$select"])
        meeting = self._meeting(request, person)
        return web.json_response(self.selected(meeting.online_meeting(), options))

    async def recordings(self, request: web.Request) -> web.Response:
        """The stored recordings (5): v1.0, only what is ready by now."""
        person = self._organizer(request, "OnlineMeetingRecording.Read.All")
        self.options(request, ["$top", "$skiptoken"])
        meeting = self._meeting(request, person)
        ready = [one for one in meeting.recordings if one.listed_at <= self.world.now()]
        rows = [_recording(meeting, one) for one in ready]
        return web.json_response({"@odata.count": len(rows), "value": rows})

    async def patch(self, request: web.Request) -> web.Response:
        """Change the patchable properties, and nothing else."""
        person = self._organizer(request, READ[0])
        meeting = self._meeting(request, person)
        if person is not meeting.organizer:
            raise ApiError(403, "Forbidden", "Not the organizer.", problem="not_organizer")
        body = await json_object(request)
        self._check(body, meeting)
        for name, value in body.items():
            if self._stays(name, meeting):
                continue
            self._apply(meeting, name, value)
        stops = self.world.switches["recording_stops_on_block"]
        if stops and meeting.recording and not meeting.options["allowRecording"]:
            self.stop_recording(meeting)
        self.world.changed()
        return web.json_response(meeting.online_meeting())

    def _check(self, body: dict[str, Any], meeting: Meeting) -> None:
        for name, value in body.items():
            kind = PATCHABLE.get(name)
            if kind is None:
                text = f"The property {name!r} cannot be updated."
                raise bad_request("BadRequest", text, "forbidden_property")
            if not isinstance(value, kind):
                text = f"The value of {name!r} has the wrong type."
                raise bad_request("BadRequest", text, "bad_property_value")
        if ("startDateTime" in body) != ("endDateTime" in body):
            text = "startDateTime and endDateTime are set together."
            raise bad_request("BadRequest", text, "bad_property_value")
        refused = self.world.switches["running_patch"] == "refused"
        if meeting.state == "running" and refused and (late := NOT_WHILE_RUNNING & set(body)):
            text = f"{sorted(late)[0]} cannot be updated while the meeting is running."
            raise ApiError(400, "BadRequest", text)

    def _stays(self, name: str, meeting: Meeting) -> bool:
        if meeting.state == "running" and name in NOT_WHILE_RUNNING:
            return True
        return self.world.faults.take("ignored_patch", property=name) is not None

    def _apply(self, meeting: Meeting, name: str, value: Any) -> None:
        if name == "subject":
            meeting.title = value
        elif name == "startDateTime":
            meeting.starts_at = _moment(value)
        elif name == "endDateTime":
            meeting.ends_at = _moment(value)
        elif name != "participants":
            meeting.options[name] = value


def _recording(meeting: Meeting, one: Recording) -> dict[str, Any]:
    own = f"users/{meeting.organizer.oid}/onlineMeetings/{meeting.graph_id}/recordings/{one.id}"
    user = {"id": meeting.organizer.oid, "displayName": None, "userIdentityType": "aadUser"}
    return {
        "id": one.id,
        "meetingId": meeting.graph_id,
        "callId": f"{meeting.id}-{meeting.occurrence}",
        "contentCorrelationId": one.id,
        "createdDateTime": stamp(one.begun_at),
        "endDateTime": stamp(one.ended_at),
        "recordingContentUrl": f"https://graph.microsoft.com/v1.0/{own}/content",
        "meetingOrganizer": {"application": None, "device": None, "user": user},
    }


def _moment(value: str) -> datetime:
    try:
        moment = datetime.fromisoformat(value)
    except ValueError as error:
        raise bad_request("BadRequest", "Bad date and time.", "bad_property_value") from error
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
