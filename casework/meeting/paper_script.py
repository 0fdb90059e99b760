"""The script of a talk on paper: the same steps, with gaps where a person is named."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from casework import showing
from casework.meeting import telling
from casework.meeting.holds import Holds, aloud, words_of
from casework.office import Office
from guidelines.rules import rule
from store import find
from store.database import Unit
from store.tables import Meeting, Request
from texts.announcement import break_words, start_sentence
from texts.pages import PaperScript
from texts.script import Line, talk_lines, told_lines, unrecorded_lines
from texts.views import Language, MeetingLine

GAP = "………………………………"


@rule("A8", "B1", surface="page")
async def paper(office: Office, unit: Unit, meeting: Meeting, language: Language) -> PaperScript:
    """One sheet. No name, no title, no ground: whoever finds it learns nothing about anybody."""
    running = await find.running_occurrence(unit.session, meeting.id)
    at = running.started_at if running else unit.now
    holds = await telling.holding(office, unit, meeting, at)
    requests = await showing.concerning(unit, meeting)
    late = words_of(office, holds, GAP, late=True) if holds.what == "recorded" else None
    return PaperScript(
        language=language,
        municipality=office.profile_for(requests).municipality,
        kind=meeting.kind,
        recorded=bool(holds),
        meeting=MeetingLine("", meeting.starts_at, meeting.ends_at),
        numbers=tuple(request.number for request in requests),
        lines=_lines(office, meeting, holds, requests, language),
        late=(late.da if language == "da" else late.en) if late else (),
        pause=break_words("caucus", language) if holds else (),
    )


def _lines(
    office: Office,
    meeting: Meeting,
    holds: Holds,
    requests: Sequence[Request],
    language: Language,
) -> tuple[Line, ...]:
    """The lines of the card; of a no only that it is one, for the reasons may tell of somebody's health."""
    profile = office.profile_for(requests)
    if holds and meeting.chat_id is not None:
        phone = telling.phone_may_listen(meeting)
        unpaused = replace(holds, paused="")
        return told_lines(aloud(office, unpaused, GAP, phone=phone, language=language))
    if holds:
        return talk_lines(
            profile, kind=meeting.kind, employee=GAP, recorder=GAP, relation=holds.relation,
            own_part=holds.own_part, both_record=holds.both, video=holds.video, language=language,
        )  # fmt: skip
    if not requests:
        return ()
    last = requests[-1]
    start = start_sentence(
        office.profile_of(last), "refused" if last.state == "not_granted" else "undecided",
        relation=last.relation, language=language, answer=last.answer_state,
    )  # fmt: skip
    return unrecorded_lines(start, "", language=language)
