"""What holds in a meeting: is recording in Teams blocked, may the citizen record, must it be said."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal, NamedTuple

from guidelines.profile import Profile
from guidelines.request import OPEN, State
from guidelines.rules import rule

BlockState = Literal["held", "unverifiable", "out_of_reach", "checking"]
RecordingState = Literal[
    "nobody_asked", "undecided", "permitted", "granted", "not_granted", "announced", "over",
]  # fmt: skip
"""``permitted``: sound may be recorded though nobody has asked, or nobody has decided (C6)."""
Pictures = Literal["", "sound_only", "recorded", "allowed", "ask"]
"""What is said of pictures. ``ask``: video takes the employee's yes."""

WITHOUT_SWITCHES: Mapping[str, str] = {
    "meetnow": "instant_meeting",
    "onetoonecall": "one_to_one_call",
    "groupcall": "group_call",
    "channelscheduled": "channel_meeting",
    "channelrecurring": "channel_meeting",
}
"""Kinds of Teams meeting whose switches cannot be relied on, with the reason that is told where
Graph does not know them (teams-platform 1.1 and 2)."""


class Block(NamedTuple):
    """Whether recording in Teams is held back, and the code of the reason if it is not."""

    state: BlockState
    reason: str


def without_switches(teams_type: str | None) -> str:
    """Why a meeting of this kind may have no switches in Graph; empty for an ordinary one."""
    return WITHOUT_SWITCHES.get((teams_type or "").lower(), "")


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
    known_before: bool = False,
    insisted: bool = False,
    running: bool = False,
) -> Block:
    """The block as it may be told: ``held`` only after every switch was read back as off (B29).

    ``outcome`` is what reading the switches led to (casework/ports.py Switches), ``no_answer`` when
    Microsoft did not answer, None while nothing has been read yet. ``known_before``: Graph has shown
    this meeting once. ``insisted``: the values were read after Graph accepted our change.
    """
    if not organizer_ours:
        return Block("out_of_reach", "foreign_organizer")
    if outcome in (None, "meeting_unknown") and (why := without_switches(teams_type)):
        return Block("out_of_reach", why)
    if outcome is None:
        return Block("checking", "")
    if outcome == "meeting_unknown" and known_before:
        return Block("unverifiable", "meeting_expired")
    if outcome != "read":
        return Block("unverifiable", outcome)
    may_start = [allow_recording] if keep_transcription else [allow_recording, allow_transcription]
    if None in (*may_start, record_automatically):
        return Block("unverifiable", "value_missing")
    if True in may_start:
        return Block("unverifiable", "unchanged" if insisted else "switched_on_again")
    if record_automatically:
        return Block("unverifiable", _automatic(insisted=insisted, running=running))
    return Block("held", "")


def _automatic(*, insisted: bool, running: bool) -> str:
    """Automatic recording alone stands on; while the meeting runs it cannot be changed (4.1)."""
    if running:
        return "automatic_while_running"
    return "unchanged" if insisted else "switched_on_again"


ON_AGAIN = frozenset({"switched_on_again", "automatic_while_running", "unchanged"})
"""Reasons that say a switch was read as on."""
ASKED_AFTER = 3
"""So many times a switch is put back before people are asked about it."""


def is_asked_about(times: int) -> bool:
    """Whether organizer and leader are asked now that a switch was put back this many times."""
    return times > 0 and times % ASKED_AFTER == 0


def cameras_off(profile: Profile, *, granted: bool) -> bool:
    """Whether attendees' cameras are switched off: where the profile chooses it, and a wish is
    granted."""
    return profile.attendee_cameras == "off_when_granted" and granted


@rule("A7", "C6", "C12", surface="card")
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
    if profile.undecided_at_start == "permitted":
        return "permitted"  # a no is for one person, who has it in their own letter (C6, C12, C22)
    if states & OPEN:
        return "undecided"
    return "not_granted" if "not_granted" in states else "nobody_asked"


@rule("A20", "B29", "C6", surface="card")
def pictures_said(profile: Profile, state: RecordingState, *, video: bool) -> Pictures:
    """What a meeting's status says of pictures; ``video``: somebody may take them in this meeting.

    Where the guideline allows video, a wish for sound alone is no word against pictures.
    """
    told = state in ("granted", "announced")
    if video and told:
        return "recorded"
    if profile.video == "prohibited":
        return "sound_only"
    if told:
        return "" if profile.video == "allowed" else "sound_only"
    return "allowed" if profile.video == "allowed" else "ask"


def may_record(state: RecordingState) -> bool:
    """Whether sound may be recorded in a meeting with this status."""
    return state in ("permitted", "granted", "announced")


RECORDING_STARTS = "initial"
RECORDING_ENDS = frozenset({"success", "failure"})
"""Marks of a Teams recording in the chat (teams-platform 5.2). A stored piece (``chunkFinished``)
ends nothing: until its end is seen, a recording runs."""
