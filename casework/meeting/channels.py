"""The ways to tell people, each with its own evidence and what that is worth (B20).

The ledger takes evidence from here and from nowhere else. Another way to tell people is another row in
``CHANNELS``, and the place that sends.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, cast
from uuid import uuid4

from casework.asking.companions import BY_VOICE
from guidelines.announcement import Grade, better, is_informed
from guidelines.profile import Profile
from guidelines.rules import rule
from store.database import Unit
from store.tables import Evidence, Informed

BY: Final = "by:"
LONGEST: Final = 400


@dataclass(frozen=True)
class Channel:
    """One way to tell people.

    ``name`` stands on the ledger; ``sends`` is what goes out. ``proof`` is how the evidence is written,
    ``{}`` what came back. ``grade`` is what it is worth: None where nothing that comes back says that
    somebody was told. ``written`` reaches nobody who only hears.
    """

    name: str
    sends: str
    proof: str = ""
    grade: Grade | None = None
    written: bool = False

    def reaches(self, kind: str) -> bool:
        """Whether somebody of this kind can be told this way."""
        return not (self.written and kind in BY_VOICE)


CHAT: Final = Channel(
    "chat", "a card in the meeting's chat that also shows in the meeting",
    proof="post:{}", grade="posted", written=True,
)  # fmt: skip
IN_MEETING: Final = Channel(
    "in_meeting", "a notification to each person in the call; Teams answers 202, or 207 for each",
    proof="{}", grade="accepted", written=True,
)  # fmt: skip
STATUS: Final = Channel("status", "the meeting's status card is drawn anew", written=True)
SPOKEN: Final = Channel(
    "spoken", "Lydhør says it in the call; the prompt was completed with the person in the call",
    proof="prompt:{}", grade="prompt_completed",
)  # fmt: skip
READ_ALOUD: Final = Channel(
    "read_aloud", "an employee reads the text and confirms it by name",
    proof=BY + "{}", grade="confirmed",
)  # fmt: skip
PERHAPS: Final = Channel(
    "unseen", "the same, for a guest of whom nobody can say whether they were there to hear it",
    proof=BY + "{}", grade="confirmed",
)  # fmt: skip
TYPED: Final = Channel("typed", "the employee enters who listens; they are told aloud")

CHANNELS: Final = (CHAT, IN_MEETING, STATUS, SPOKEN, READ_ALOUD, PERHAPS, TYPED)
"""All of them, the least evidence first."""


@rule("B20", surface="card")
def enter(profile: Profile, unit: Unit, row: Informed, channel: Channel, came_back: str) -> None:
    """Enter evidence for one person; a stronger grade is never replaced by a weaker one. A channel that
    proves nothing, or does not reach such a person, changes nothing."""
    grade = channel.grade
    if grade is None or not channel.reaches(row.kind):
        return
    if better(grade, cast(Grade, row.grade)) == row.grade:
        return
    proof = channel.proof.format(came_back)[:LONGEST]
    row.grade, row.channel, row.evidence = grade, channel.name, proof
    entry = Evidence(
        id=uuid4(), occurrence_id=row.occurrence_id, informed_id=row.id, kind=row.kind,
        grade=grade, channel=channel.name, evidence=proof, at=unit.now,
    )  # fmt: skip
    unit.session.add(entry)
    if is_informed(profile, grade):
        row.informed_at = unit.now  # the moment of the evidence that is shown beside it


def teller(evidence: str) -> str | None:
    """Who said it, where a person did."""
    return evidence.removeprefix(BY) if evidence.startswith(BY) else None


def proof_of(evidence: str) -> tuple[str, str]:
    """What somebody can look up who was not there, and its id: ``post`` a message in the chat, ``prompt``
    what was played into the call, ``answer`` what Teams answered. Both empty where a person said it."""
    kind, _, known_as = evidence.partition(":")
    if kind in ("post", "prompt"):
        return kind, known_as
    return ("answer", evidence) if evidence.isdecimal() else ("", "")
