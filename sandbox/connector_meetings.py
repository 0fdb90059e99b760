"""The Bot Connector's meeting routes (teams-platform 2 and 3.1)."""

from __future__ import annotations

from typing import Any

from aiohttp import web

from sandbox.activities import role_in
from sandbox.answers import ApiError, bad_request, json_object, not_found
from sandbox.chats import stamp
from sandbox.meetings import Meeting
from sandbox.world import World

ONE = "/connector/v1/meetings/{meeting}"
SURFACES = ("meetingStage", "meetingTabIcon")


class ConnectorMeetings:
    """Meeting details, one participant, and the targeted notification."""

    def __init__(self, world: World) -> None:
        self.world = world

    def routes(self) -> list[web.RouteDef]:
        """The routes under the https address."""
        return [
            web.get(ONE, self.details),
            web.get(ONE + "/participants/{participant}", self.participant),
            web.post(ONE + "/notification", self.notify),
        ]

    def _meeting(self, request: web.Request) -> Meeting:
        wanted = request.match_info["meeting"]
        for meeting in self.world.meetings.values():
            if meeting.teams_id == wanted and meeting.state != "cancelled":
                if meeting.expired(self.world.now()):
                    break
                if not meeting.chat.installed:
                    text = "The bot is not part of the conversation roster."
                    raise ApiError(403, "BotNotInConversationRoster", text)
                return meeting
        if self.world.chat(wanted) is not None or any(
            meeting.graph_id == wanted for meeting in self.world.meetings.values()
        ):
            raise bad_request("BadArgument", "Not a meeting id.", "wrong_kind_of_id")
        raise not_found("MeetingNotFound", "Meeting not found.")

    async def details(self, request: web.Request) -> web.Response:
        """The meeting's details and organizer."""
        return web.json_response(self._meeting(request).details())

    async def participant(self, request: web.Request) -> web.Response:
        """One participant by directory id, with ``inMeeting``."""
        meeting = self._meeting(request)
        key = request.match_info["participant"]
        if key.startswith("29:"):
            raise bad_request("BadArgument", "Needs an aadObjectId.", "mri_for_directory_id")
        if request.query.get("tenantId") != self.world.tenant_id:
            raise bad_request("BadArgument", "tenantId is missing or unknown.", "wrong_tenant")
        person = self.world.by_oid(key)
        if person is None or person.id not in meeting.chat.members:
            raise not_found("MemberNotFoundInConversation", "Participant not found.")
        seat = {"role": role_in(meeting, person), "inMeeting": meeting.present(person.id)}
        return web.json_response(
            {
                "user": person.roster_account(),
                "meeting": seat,
                "conversation": meeting.conversation(),
            }
        )

    async def notify(self, request: web.Request) -> web.Response:
        """Show a page inside the meeting to named people: 202, or 207 with those who failed."""
        meeting = self._meeting(request)
        body = await json_object(request)
        value = body.get("value")
        if body.get("type") != "targetedMeetingNotification" or not isinstance(value, dict):
            raise bad_request("BadArgument", "Unknown notification.", "bad_notification")
        recipients, surfaces = value.get("recipients") or [], value.get("surfaces") or []
        if not 0 < len(recipients) <= self.world.switches["notification_max_recipients"]:
            raise bad_request("BadArgument", "Bad number of recipients.", "bad_notification")
        page = _stage_page(surfaces)
        failures = [f for mri in recipients if (f := self._show(meeting, str(mri), page))]
        self.world.changed()
        if not failures:
            return web.Response(status=202)
        return web.json_response({"recipientsFailureInfo": failures}, status=207)

    def _show(self, meeting: Meeting, mri: str, page: dict[str, Any]) -> dict[str, str] | None:
        person = self.world.by_mri(mri)
        if person is None and self.world.switches["notification_by_directory_id"]:
            person = self.world.by_oid(mri)
        if person is None and not mri.startswith("29:"):
            raise bad_request("BadArgument", "Recipients must be MRIs.", "directory_id_for_mri")
        shown = person is not None and meeting.present(person.id)
        if person is not None and person.kind in ("anonymous", "foreign"):
            shown = shown and bool(self.world.switches["notify_anonymous"])
        if person is None or not shown:
            reason = "Recipient is not in the meeting or cannot be shown the content."
            return {"recipientMri": mri, "errorCode": "MemberNotFound", "failureReason": reason}
        moment = stamp(self.world.now())
        meeting.notices.append({"person": person.id, "at": moment, **page})
        return None


def _stage_page(surfaces: list[Any]) -> dict[str, Any]:
    names = [surface.get("surface") for surface in surfaces if isinstance(surface, dict)]
    if not names or len(set(names)) != len(surfaces) or set(names) - set(SURFACES):
        raise bad_request("BadArgument", "Bad surfaces.", "bad_notification")
    for surface in surfaces:
        if surface["surface"] != "meetingStage":
            continue
        value = (surface.get("content") or {}).get("value") or {}
        if surface.get("contentType") != "task" or not value.get("url"):
            raise bad_request("BadArgument", "Content is a page, no card.", "bad_notification")
        return {"title": value.get("title", ""), "url": value["url"]}
    return {"title": "", "url": ""}
