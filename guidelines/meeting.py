"""What holds in a meeting: is recording in Teams blocked, may the citizen record, must it be said."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import timedelta
from typing import Literal, NamedTuple

from guidelines.profile import Profile
from guidelines.request import OPEN, State

BlockState = Literal["held", "unverifiable", "out_of_reach", "checking"]
RecordingState = Literal["nobody_asked", "undecided", "granted", "not_granted", "announced", "over"]

LATEST_ANNOUNCEMENT = timedelta(seconds=60)
"""A granted recording is announced this soon after the meeting is seen running (B20)."""

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


def may_record(profile: Profile, state: RecordingState) -> bool:
    """Whether the citizen may record sound now. Silence is no agreement in B (B11)."""
    if state in ("granted", "announced"):
        return True
    if state == "undecided":
        return profile.undecided_at_start == "permitted"
    return state == "nobody_asked" and profile.default_stance == "allow_unless_ground"


def must_announce(state: RecordingState, *, running: bool) -> bool:
    """Whether the meeting is to be told now (B20): granted, running, not yet told.

    When nobody asked, nothing is announced.
    """
    return running and state == "granted"


def teams_recording_runs(marks: Sequence[str]) -> bool:
    """Whether a Teams recording counts as running, from the chat's marks, oldest first.

    ``initial`` starts it, ``success`` and ``failure`` end it (teams-platform 5.2). A stored piece
    (``chunkFinished``) ends nothing: until the end is seen, it runs.
    """
    running = False
    for mark in marks:
        if mark == "initial":
            running = True
        elif mark in ("success", "failure"):
            running = False
    return running
