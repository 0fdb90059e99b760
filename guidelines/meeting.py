"""What holds in a meeting: is recording in Teams blocked, may the citizen record, must it be said."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple

from guidelines.profile import Profile
from guidelines.request import OPEN, State
from guidelines.rules import rule

BlockState = Literal["held", "unverifiable", "out_of_reach", "checking"]
RecordingState = Literal[
    "nobody_asked", "undecided", "permitted", "granted", "not_granted", "announced", "over",
]  # fmt: skip
"""``permitted``: sound may be recorded though nobody has asked, or nobody has decided (C6)."""

WITHOUT_SWITCHES = frozenset({"MeetNow", "OneToOneCall", "GroupCall"})
"""Kinds of Teams meeting whose switches cannot be relied on (teams-platform 1.1 and 2)."""


class Block(NamedTuple):
    """Whether recording in Teams is held back, and the code of the reason if it is not."""

    state: BlockState
    reason: str


@rule("A20", "B21", "B29", "C4", surface="card")
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


@rule("A7", "C6", surface="card")
def recording_state(
    profile: Profile, requests: Iterable[State], *, announced: bool = False, over: bool = False
) -> RecordingState:
    """What a meeting's status says, from all its requests. One granted wish is enough.

    While nobody has asked or nobody has decided, the profile's stance holds (A7, C6).
    """
    states = set(requests)
    if over:
        return "over"
    if "granted" in states:
        return "announced" if announced else "granted"
    waiting = bool(states & OPEN)
    if "not_granted" in states and not waiting:
        return "not_granted"
    if profile.undecided_at_start == "permitted":
        return "permitted"
    return "undecided" if waiting else "nobody_asked"


def may_record(state: RecordingState) -> bool:
    """Whether sound may be recorded in a meeting with this status."""
    return state in ("permitted", "granted", "announced")


RECORDING_STARTS = "initial"
RECORDING_ENDS = frozenset({"success", "failure"})
"""Marks of a Teams recording in the chat (teams-platform 5.2). A stored piece (``chunkFinished``)
ends nothing: until its end is seen, a recording runs."""
