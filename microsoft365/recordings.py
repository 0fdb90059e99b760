"""The recordings of one meeting in Graph (teams-platform 5): whether there is a file, never what is in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from microsoft365.errors import Denied, Missing
from microsoft365.graph import Graph, access_policy_missing
from microsoft365.payload import error_code, member, moment, rows, text

RECORDINGS: Final = "/users/{user}/onlineMeetings/{meeting}/recordings"


@dataclass(frozen=True)
class RecordingFile:
    """One recording. ``created_at`` is when it began, ``ended_at`` None when Graph does not tell."""

    file_id: str
    created_at: datetime
    ended_at: datetime | None


@dataclass(frozen=True)
class Recordings:
    """What Graph showed. ``files`` is empty unless ``outcome`` is ``read``."""

    outcome: str
    files: Sequence[RecordingFile] = ()


async def read_recordings(graph: Graph, organizer_oid: str, graph_id: str) -> Recordings:
    """The meeting's recordings, oldest first; what stands in the way is the outcome.

    Only the first page is read: a meeting has a handful. Raises ``Denied`` for a refused token.
    """
    ids = {"user": organizer_oid, "meeting": graph_id}
    try:
        answer = await graph.call("GET", RECORDINGS, ids, accept=(401, 403))
    except Missing:
        return Recordings("meeting_unknown")
    if access_policy_missing(answer):
        return Recordings("access_policy_missing")
    if answer.status == 403:
        return Recordings("permission_missing")
    if answer.status == 401:
        raise Denied("GET", RECORDINGS, 401, error_code(answer.json))
    found = [file for row in rows(answer.json, "value") if (file := _file(row))]
    return Recordings("read", sorted(found, key=lambda file: file.created_at))


def _file(row: Mapping[str, Any]) -> RecordingFile | None:
    created = moment(member(row, "createdDateTime"))
    name = text(row, "id")
    if created is None or not name:
        return None
    return RecordingFile(name[:400], created, moment(member(row, "endDateTime")))
