"""Whether Teams' own recording is off, in words that claim no more than was read back."""

from __future__ import annotations

from datetime import datetime

from microsoft_teams.cards import CardElement

from cards.parts import Mark, line, say, state
from texts.dates import short_moment
from texts.views import BlockState, Language, RecordingNow

_MARKS: dict[BlockState, Mark] = {
    "held": "done",
    "unverifiable": "open",
    "out_of_reach": "look",
    "checking": "open",
}
REASONS = frozenset(
    {
        "foreign_organizer",
        "access_policy_missing",
        "permission_missing",
        "meeting_unknown",
        "meeting_expired",
        "instant_meeting",
        "one_to_one_call",
        "group_call",
        "channel_meeting",
        "no_answer",
        "switched_on_again",
        "unchanged",
        "automatic_while_running",
        "value_missing",
        "app_removed",
        "not_in_teams",
    }
)
"""The reasons that have a sentence; any other is left unsaid."""


def block_lines(
    block: BlockState, reason: str, read_at: datetime | None, language: Language
) -> list[CardElement]:
    """The state, then why it is so and what can be done, or when it was last read."""
    shown: list[CardElement] = [
        state(_MARKS[block], block_words(block, language), spacing="Medium")
    ]
    if reason in REASONS:
        shown.append(line(say(f"block.why_{reason}", language), spacing="Small"))
        shown.append(line(say(f"block.do_{reason}", language), spacing="Small"))
    if block == "held" and read_at is not None:
        when = say("block.read_at", language, time=short_moment(read_at, language))
        shown.append(line(when, spacing="Small", subtle=True))
    return shown


def recording_lines(
    recording: RecordingNow,
    block: BlockState,
    reason: str,
    read_at: datetime | None,
    language: Language,
) -> list[CardElement]:
    """Teams records, or may: that comes first. What was read of the switch says of a new one only."""
    shown: list[CardElement] = [
        state(
            "on" if recording == "runs" else "look",
            recording_words(recording, language),
            spacing="Medium",
        ),
        line(say(f"recording.{recording}_more", language), spacing="Small"),
    ]
    if block != "held":
        return shown + block_lines(block, reason, read_at, language)
    shown.append(line(say("recording.no_new_one", language), spacing="Small"))
    if read_at is not None:
        when = say("block.read_at", language, time=short_moment(read_at, language))
        shown.append(line(when, spacing="Small", subtle=True))
    return shown


def recording_words(recording: RecordingNow, language: Language) -> str:
    """That Teams records, or may, in one sentence."""
    return say(f"recording.{recording}", language)


def camera_lines(cameras: str, language: Language) -> list[CardElement]:
    """What is known of the attendees' cameras; nothing while nobody touched them."""
    if cameras not in ("off", "unverifiable"):
        return []
    return [line(say(f"cameras.{cameras}", language), spacing="Small")]


def block_words(block: BlockState, language: Language) -> str:
    """The state in one sentence."""
    return say(f"block.{block}", language)
