"""What holds in a meeting: is recording in Teams blocked, may the citizen record, must it be said."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple

from guidelines.request import OPEN, State

BlockState = Literal["held", "unverifiable", "out_of_reach", "checking"]
RecordingState = Literal["nobody_asked", "undecided", "granted", "not_granted", "announced", "over"]

WITHOUT_SWITCHES = frozenset({"MeetNow", "OneToOneCall", "GroupCall"})
"""Kinds of Teams meeting whose switches cannot be relied on (teams-platform 1.1 and 2)."""


class Block(NamedTuple):
    """Whether recording in Teams is held back, and the code of the reason if it is not."""

    state: BlockState
    reason: str


def block_state(
    *,
    outcome: str | None,
    allow_recording: bool | None = None,
    allow_transcription: bool | None = None,
    record_automatically: bool | None = None,
    organizer_ours: bool = True,
    teams_type: str = "Scheduled",
    keep_transcription: bool = False,
) -> Block:
    """The block as it may be told: ``held`` only after every switch was read back as off (B29).

    ``outcome`` is what reading the switches led to (casework/ports.py Switches), ``no_answer`` when
    Microsoft did not answer, None while nothing has been read yet.
    """
    if not organizer_ours:
        return Block("out_of_reach", "foreign_organizer")
    if teams_type in WITHOUT_SWITCHES and outcome in (None, "meeting_unknown"):
        return Block("out_of_reach", "instant_meeting")
    if outcome is None:
        return Block("checking", "")
    if outcome != "read":
        return Block("unverifiable", outcome)
    switches = [allow_recording, record_automatically]
    if not keep_transcription:
        switches.append(allow_transcription)
    if None in switches:
        return Block("unverifiable", "no_answer")
    if True in switches:
        return Block("unverifiable", "switched_on_again")
    return Block("held", "")


def recording_state(
    requests: Iterable[State], *, announced: bool = False, over: bool = False
) -> RecordingState:
    """What a meeting's status says, from all its requests. One granted wish is enough."""
    states = set(requests)
    if over:
        return "over"
    if "granted" in states:
        return "announced" if announced else "granted"
    if states & OPEN:
        return "undecided"
    return "not_granted" if "not_granted" in states else "nobody_asked"


RECORDING_STARTS = "initial"
RECORDING_ENDS = frozenset({"success", "failure"})
"""Marks of a Teams recording in the chat (teams-platform 5.2). A stored piece (``chunkFinished``)
ends nothing: until its end is seen, a recording runs."""
