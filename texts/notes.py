"""The case note: the course of one wish in plain facts, ready to copy into the case (T8R, T8N)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from guidelines.profile import Profile
from texts.catalog import text
from texts.dates import clock_time, long_moment, meeting_line
from texts.views import AnswerState, Language, LedgerLine, MeetingLine, RequestState


@dataclass(frozen=True)
class IncidentFacts:
    """Teams recording was started; ``ended_at`` None while its end has not been seen.

    ``certain`` False: recording stood switched on, and nobody could see whether it was used.
    ``seen_by`` person: the end is the organizer's word; ``who`` is their name, if it is known.
    """

    noticed_at: datetime
    ended_at: datetime | None
    certain: bool = True
    seen_by: str = "chat_message"
    who: str = ""


@dataclass(frozen=True, kw_only=True)
class NoteFacts:
    """What the note tells. ``meeting_kind``: virtual, phone, in_person.

    ``verdicts`` and ``notes`` are by criterion id. ``ledger`` holds one line per person, and the
    phone row if there is one. ``answer_how`` and ``answer_given_by`` are what was recorded at
    delivery; ``answer_at`` is when it was delivered, or sent while that is all that is known.
    """

    number: str
    meeting: MeetingLine
    meeting_kind: str
    citizen_name: str
    asked_at: datetime
    registered_by: str
    written_by: str
    written_at: datetime
    state: RequestState
    late: bool = False
    decided_by: str = ""
    decided_at: datetime | None = None
    verdicts: Mapping[str, str] = field(default_factory=dict)
    notes: Mapping[str, str] = field(default_factory=dict)
    need: str = ""
    weighing: str = ""
    answer: AnswerState = "none"
    answer_at: datetime | None = None
    answer_how: str = ""
    answer_given_by: str = ""
    started_at: datetime | None = None
    ended_at: datetime | None = None
    announced_at: datetime | None = None
    read_aloud_at: datetime | None = None
    ledger: Sequence[LedgerLine] = ()
    incidents: Sequence[IncidentFacts] = ()
    language: Language = "da"


def case_note(profile: Profile, facts: NoteFacts) -> str:
    """The note as plain text, one fact per line. It claims nothing that was not recorded."""
    language = facts.language
    lines = [
        text("note.title", language, number=facts.number),
        text("note.meeting", language, meeting=meeting_line(facts.meeting, language)),
        text(f"note.kind.{facts.meeting_kind}", language),
        text("note.asked", language, name=facts.citizen_name, by=facts.registered_by,
             when=long_moment(facts.asked_at, language)),
    ]  # fmt: skip
    if facts.late:
        lines.append(text("note.asked_late", language))
    lines.append(_outcome(facts))
    lines.extend(_assessment(profile, facts))
    lines.extend(_answer(profile, facts))
    lines.extend(_course(facts))
    lines.append(text("note.unseen", language))
    lines.append(text("note.profile", language, municipality=profile.municipality,
                      version=str(profile.version)))  # fmt: skip
    when = long_moment(facts.written_at, language)
    lines.append(text("note.signed", language, by=facts.written_by, when=when))
    return "\n".join(lines)


def _outcome(facts: NoteFacts) -> str:
    state: str = facts.state
    if state not in ("granted", "not_granted", "withdrawn", "lapsed"):
        return text("note.state.open", facts.language)
    if facts.decided_at is None:
        return text(f"note.state.{state}", facts.language, by=facts.decided_by, when="–")
    if state == "lapsed":
        state = "lapsed_granted"
    when = long_moment(facts.decided_at, facts.language)
    return text(f"note.state.{state}", facts.language, by=facts.decided_by, when=when)


def _assessment(profile: Profile, facts: NoteFacts) -> Iterator[str]:
    """Every criterion considered, with its note (B12–B16), and the two reasons of a refusal."""
    if facts.verdicts:
        yield text("note.assessment", facts.language)
    for criterion in profile.criteria:
        verdict = facts.verdicts.get(criterion.id)
        if verdict:
            label = criterion.label[facts.language]
            line = text(f"note.verdict.{verdict}", facts.language, criterion=label)
            yield f"- {line} {facts.notes.get(criterion.id, '').strip()}".rstrip()
    if facts.state == "not_granted":
        yield text("note.need", facts.language, text=facts.need.strip())
        yield text("note.weighing", facts.language, text=facts.weighing.strip())


def _answer(profile: Profile, facts: NoteFacts) -> Iterator[str]:
    """How the answer reached the citizen, and what was offered (B19, B4, B5)."""
    if facts.answer != "none":
        yield _answer_line(facts)
    if facts.state == "granted" and facts.answer in ("sent", "delivered"):
        yield text("note.guided", facts.language)
    if facts.state == "not_granted":
        offered = ", ".join(item.label[facts.language] for item in profile.alternatives)
        yield text("note.offered", facts.language, list=offered)


def _answer_line(facts: NoteFacts) -> str:
    when = "–" if facts.answer_at is None else long_moment(facts.answer_at, facts.language)
    if facts.answer != "delivered":
        return text(f"note.answer.{facts.answer}", facts.language, when=when)
    key = "delivered_reasons" if facts.state == "not_granted" else "delivered"
    how = text(f"note.how.{facts.answer_how}", facts.language)
    given_by = facts.answer_given_by
    return text(f"note.answer.{key}", facts.language, when=when, how=how, by=given_by)


def _course(facts: NoteFacts) -> Iterator[str]:
    """What happened in the meeting: told, read aloud, and who has not been confirmed (B20)."""
    language = facts.language
    if facts.started_at is not None:
        start = clock_time(facts.started_at, language)
        if facts.ended_at is None:
            yield text("note.ran_open", language, start=start)
        else:
            yield text("note.ran", language, start=start, end=clock_time(facts.ended_at, language))
        if facts.announced_at is not None:
            when = clock_time(facts.announced_at, language)
            yield text("note.announced", language, when=when, name=facts.citizen_name)
        elif facts.state == "granted":
            yield text("note.not_announced", language)
    if facts.read_aloud_at is not None:
        yield text("note.read_aloud", language, when=clock_time(facts.read_aloud_at, language))
    yield from _told(facts)
    for incident in facts.incidents:
        yield _incident(incident, language)


def _incident(incident: IncidentFacts, language: Language) -> str:
    what = "incident" if incident.certain else "maybe"
    noticed = clock_time(incident.noticed_at, language)
    if incident.ended_at is None:
        return text(f"note.{what}_open", language, noticed=noticed)
    times = {"noticed": noticed, "ended": clock_time(incident.ended_at, language)}
    if incident.seen_by != "person":
        return text(f"note.{what}", language, **times)
    if not incident.who:
        return text(f"note.{what}_said", language, **times)
    return text(f"note.{what}_said_by", language, who=incident.who, **times)


def _told(facts: NoteFacts) -> Iterator[str]:
    language = facts.language
    if not facts.ledger:
        return
    count, told = len(facts.ledger), sum(line.informed for line in facts.ledger)
    key = "note.all_told" if told == count else "note.some_told"
    yield text(key, language, count=str(count), told=str(told))
    for line in facts.ledger:
        name = text("ledger.phone", language) if line.kind == "phone" else line.name
        if line.informed and line.at is not None:
            channel = text(f"note.channel.{line.channel}", language)
            when = clock_time(line.at, language)
            yield text("note.told", language, name=name, when=when, channel=channel)
        else:
            yield text("note.untold", language, name=name)
