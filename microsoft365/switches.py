"""The recording switches of one meeting in Graph (teams-platform 4). Read back, never assumed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from microsoft365.errors import Denied, Missing
from microsoft365.graph import Graph, access_policy_missing
from microsoft365.http import Answer
from microsoft365.payload import error_code, flag, has, member, moment, rows, text_or_none

ONLINE_MEETING: Final = "/users/{user}/onlineMeetings/{meeting}"
ONLINE_MEETINGS: Final = "/users/{user}/onlineMeetings"


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


async def read_switches(graph: Graph, organizer_oid: str, graph_id: str) -> Switches:
    """Read the switches; what stands in the way is the outcome."""
    refused, answer = await _try(graph, "GET", organizer_oid, graph_id, None)
    return refused or _read(answer.json)


async def switch_off(
    graph: Graph, organizer_oid: str, graph_id: str, *, keep_transcription: bool
) -> Switches:
    """Switch off, then read. The values are those of the reading, whatever was asked for.

    Automatic recording cannot be changed once the meeting runs (4.1); when Graph refuses all
    because of that, what can be changed is asked for alone.
    """
    wanted = {"allowRecording": False}
    if not keep_transcription:
        wanted["allowTranscription"] = False
    everything = {**wanted, "recordAutomatically": False}
    try:
        refused, _ = await _try(graph, "PATCH", organizer_oid, graph_id, everything)
    except Denied as error:
        if error.status != 400:
            raise
        refused, _ = await _try(graph, "PATCH", organizer_oid, graph_id, wanted)
    return refused or await read_switches(graph, organizer_oid, graph_id)


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


async def _try(
    graph: Graph, method: str, organizer_oid: str, graph_id: str, wanted: Any
) -> tuple[Switches | None, Answer]:
    ids = {"user": organizer_oid, "meeting": graph_id}
    try:
        answer = await graph.call(method, ONLINE_MEETING, ids, json=wanted, accept=(401, 403))
    except Missing:
        return Switches("meeting_unknown"), Answer(404, None)
    if answer.status not in (401, 403):
        return None, answer
    if access_policy_missing(answer):
        return Switches("access_policy_missing"), answer
    if answer.status == 403:
        return Switches("permission_missing"), answer
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
        dial_in=dial_in,
        starts_at=moment(member(data, "startDateTime")),
        ends_at=moment(member(data, "endDateTime")),
    )
