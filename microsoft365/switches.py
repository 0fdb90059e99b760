"""The recording switches of one meeting in Graph (teams-platform 4). Read back, never assumed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from microsoft365.batch import Part, batch
from microsoft365.errors import Denied, Missing
from microsoft365.graph import Graph, access_policy_missing
from microsoft365.http import Answer
from microsoft365.pauses import retry_after_seconds
from microsoft365.payload import error_code, flag, has, member, moment, rows, text_or_none

ONLINE_MEETING: Final = "/users/{user}/onlineMeetings/{meeting}"
ONLINE_MEETINGS: Final = "/users/{user}/onlineMeetings"
NO_MEETING: Final = "https://teams.microsoft.com/l/meetup-join/none/0"
REFUSALS: Final = (401, 403, 404, 410)


@dataclass(frozen=True)
class Switches:
    """What Graph showed. The values are None unless ``outcome`` is ``read``, or when left out."""

    outcome: str
    allow_recording: bool | None = None
    allow_transcription: bool | None = None
    record_automatically: bool | None = None
    dial_in: bool | None = None
    starts_at: datetime | None = None
    ends_at: datetime | None = None
    retry_after_seconds: float | None = None
    attendee_cameras: bool | None = None


async def read_switches(graph: Graph, organizer_oid: str, graph_id: str) -> Switches:
    """Read the switches; what stands in the way is the outcome."""
    return judged(await _ask(graph, "GET", organizer_oid, graph_id, None), "GET")


async def read_many(graph: Graph, meetings: Sequence[tuple[str, str]]) -> list[Switches]:
    """As ``read_switches`` for many (organizer, Graph id), in batches and in their order.

    Each is answered by itself: one that Graph did not answer now has the outcome ``no_answer``, and
    the seconds it asks to wait. Raises as any call does when a whole batch fails.
    """
    parts = [
        Part("GET", ONLINE_MEETING, {"user": user, "meeting": graph_id})
        for user, graph_id in meetings
    ]
    return [_of_many(answer) for answer in await batch(graph, parts)]


def _of_many(answer: Answer) -> Switches:
    if 200 <= answer.status < 300:
        return _read(answer.json)
    if answer.status in REFUSALS and (answer.status != 401 or access_policy_missing(answer)):
        return judged(answer)
    wait = retry_after_seconds(answer.headers.get("Retry-After"))
    return Switches("no_answer", retry_after_seconds=wait)


async def switch_off(
    graph: Graph,
    organizer_oid: str,
    graph_id: str,
    *,
    keep_transcription: bool,
    attendee_cameras: bool | None = None,
) -> Switches:
    """Switch off, then read. The values are those of the reading, whatever was asked for.

    Automatic recording cannot be changed once the meeting runs (4.1); when Graph refuses all
    because of that, what can be changed is asked for alone. ``attendee_cameras`` is set too unless
    it is None.
    """
    wanted = {"allowRecording": False}
    if not keep_transcription:
        wanted["allowTranscription"] = False
    if attendee_cameras is not None:
        wanted["allowAttendeeToEnableCamera"] = attendee_cameras
    everything = {**wanted, "recordAutomatically": False}
    try:
        answer = await _ask(graph, "PATCH", organizer_oid, graph_id, everything)
    except Denied as error:
        if error.status != 400:
            raise
        answer = await _ask(graph, "PATCH", organizer_oid, graph_id, wanted)
    asked = judged(answer, "PATCH")
    if asked.outcome != "read":
        return asked
    return await read_switches(graph, organizer_oid, graph_id)


async def lets_us_in(graph: Graph, organizers: Sequence[str]) -> list[str]:
    """For each organizer what becomes of looking for a meeting that does not exist: ``open`` when
    Graph looks, otherwise what stands in the way. Raises as any call does when a batch fails."""
    query = {"$filter": f"JoinWebUrl eq '{NO_MEETING}'"}
    parts = [Part("GET", ONLINE_MEETINGS, {"user": user}, query) for user in organizers]
    return [_let_in(answer) for answer in await batch(graph, parts)]


def _let_in(answer: Answer) -> str:
    if 200 <= answer.status < 300:
        return "open"
    if access_policy_missing(answer):
        return "access_policy_missing"
    if answer.status == 403:
        return "permission_missing"
    if answer.status in (404, 410):
        return "person_unknown" if error_code(answer.json).startswith("Request_") else "open"
    return "no_answer"


async def find_by_join_url(graph: Graph, organizer_oid: str, join_url: str) -> str | None:
    """The Graph id of a meeting of this organizer, or None when it cannot be found or read."""
    literal = join_url.replace("'", "''")
    try:
        answer = await graph.call(
            "GET",
            ONLINE_MEETINGS,
            {"user": organizer_oid},
            query={"$filter": f"JoinWebUrl eq '{literal}'"},
        )
    except (Missing, Denied):
        return None
    return next((text_or_none(row, "id") for row in rows(answer.json, "value")), None)


async def _ask(graph: Graph, method: str, organizer_oid: str, graph_id: str, wanted: Any) -> Answer:
    ids = {"user": organizer_oid, "meeting": graph_id}
    return await graph.call(method, ONLINE_MEETING, ids, json=wanted, accept=REFUSALS)


def judged(answer: Answer, method: str = "GET") -> Switches:
    """What an answer says of the switches. Raises Denied on a refused token.

    A missing access policy is known by its message, whatever the status: it is not confirmed (4.3).
    """
    if answer.status not in REFUSALS:
        return _read(answer.json)
    if access_policy_missing(answer):
        return Switches("access_policy_missing")
    if answer.status in (404, 410):
        return Switches("meeting_unknown")
    if answer.status == 403:
        return Switches("permission_missing")
    raise Denied(method, ONLINE_MEETING, 401, error_code(answer.json))


def _read(data: Any) -> Switches:
    dial_in = None
    if has(data, "audioConferencing"):
        dial_in = member(data, "audioConferencing") is not None
    return Switches(
        outcome="read",
        allow_recording=flag(data, "allowRecording"),
        allow_transcription=flag(data, "allowTranscription"),
        record_automatically=flag(data, "recordAutomatically"),
        attendee_cameras=flag(data, "allowAttendeeToEnableCamera"),
        dial_in=dial_in,
        starts_at=moment(member(data, "startDateTime")),
        ends_at=moment(member(data, "endDateTime")),
    )
