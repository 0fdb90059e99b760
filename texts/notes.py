"""The case note: the course of one wish in plain facts, ready to copy into the case (T8R, T8N, T8U).

What a profile wants noted and nobody has noted is said as missing, never invented.
"""

from __future__ import annotations

from collections.abc import Iterator

from guidelines.profile import Profile
from guidelines.rules import rule
from texts.catalog import text
from texts.dates import long_moment, meeting_line
from texts.note_course import course
from texts.note_facts import IncidentFacts, MarkFacts, NoteFacts, OwnFacts, TaskFacts

__all__ = ["IncidentFacts", "MarkFacts", "NoteFacts", "OwnFacts", "TaskFacts", "case_note"]


def case_note(profile: Profile, facts: NoteFacts) -> str:
    """The note as plain text, one fact per line. It claims nothing that was not recorded."""
    language = facts.language
    lines = [
        text("note.title", language, number=facts.number),
        text("note.meeting", language, meeting=meeting_line(facts.meeting, language)),
        text(f"note.kind.{facts.meeting_kind}", language),
        *_employee(profile, facts),
        *_asked(facts),
        *_outcome(profile, facts),
        *_assessment(profile, facts),
        *_refusal(profile, facts),
        *_answer(profile, facts),
        *course(profile, facts),
        text("note.unseen", language),
        text("note.profile", language, municipality=profile.municipality,
             version=str(profile.version)),
        text("note.signed", language, by=facts.written_by,
             when=long_moment(facts.written_at, language)),
    ]  # fmt: skip
    return "\n".join(lines)


def _who(facts: NoteFacts) -> str:
    return text(f"note.who.{facts.relation}", facts.language)


@rule("C1", "C2", "C29", surface="note")
def _employee(profile: Profile, facts: NoteFacts) -> Iterator[str]:
    """Of an employee's talk: which kind, and that the note belongs in the personnel file."""
    if facts.relation == "employee":
        kind = profile.employee_meeting(facts.employee_type)
        if kind is not None:
            yield text("note.employee_type", facts.language, kind=kind.label[facts.language])
        yield text("note.personnel_file", facts.language)


def _asked(facts: NoteFacts) -> Iterator[str]:
    if facts.notice and facts.unasked:
        return  # nobody told beforehand; the line on the recording says so
    key = "note.noticed" if facts.notice else "note.asked"
    when = long_moment(facts.asked_at, facts.language)
    name, by = facts.citizen_name, facts.registered_by
    yield text(key, facts.language, name=name, by=by, when=when)
    if facts.video in ("accepted", "declined", "allowed"):
        yield text(f"note.video_{facts.video}", facts.language)
    if facts.new_facts:
        yield text("note.new_facts", facts.language, words=facts.new_facts)
    if facts.late and not facts.notice:
        yield text("note.asked_late", facts.language)


def _outcome(profile: Profile, facts: NoteFacts) -> Iterator[str]:
    yield _state_line(profile, facts)
    if facts.refused:
        yield from _decided_with(profile, facts)


@rule("C6", "C25", "C31", surface="note")
def _state_line(profile: Profile, facts: NoteFacts) -> str:
    """How the wish ended: met, met in part, not met as this guideline calls it (C25), or never decided."""
    state: str = facts.state
    if facts.partial and state in ("granted", "lapsed"):
        state = "part"
    elif state == "granted" and facts.notice:
        return text("note.state.notice", facts.language)
    elif state not in ("granted", "not_granted", "withdrawn", "lapsed", "unanswered"):
        return text("note.state.open", facts.language)
    when = "–"
    if facts.decided_at is not None:
        when = long_moment(facts.decided_at, facts.language)
        state = "lapsed_granted" if state == "lapsed" else state
    if state == "not_granted":
        state = f"not_granted_{profile.legal_label}"
    return text(f"note.state.{state}", facts.language, who=_who(facts), name=facts.citizen_name,
                by=facts.decided_by, when=when)  # fmt: skip


@rule("C27", surface="note")
def _decided_with(profile: Profile, facts: NoteFacts) -> Iterator[str]:
    """With whom it was decided, where it takes two."""
    if facts.confirmed_by:
        yield text("note.decided_with", facts.language, leader=facts.confirmed_by)
    elif profile.two_persons:
        yield text("note.missing.decided_with", facts.language)


@rule("A14", "B12", "B13", "B14", "B15", "B16", surface="note")
def _assessment(profile: Profile, facts: NoteFacts) -> Iterator[str]:
    """Every criterion considered, with its note."""
    if facts.verdicts:
        yield text("note.assessment", facts.language)
    for criterion in profile.criteria:
        verdict = facts.verdicts.get(criterion.id)
        if verdict:
            label = criterion.label[facts.language]
            line = text(f"note.verdict.{verdict}", facts.language, criterion=label)
            words = facts.notes.get(criterion.id, "").strip()
            if words and criterion.id in facts.withheld:
                words = text("note.withheld", facts.language)
            yield f"- {line} {words}".rstrip()
    others = facts.notes.get("others", "").strip()
    if others:
        yield text("note.others", facts.language, text=others)


@rule("A16", "B19", "C23", "C26", "C29", "C31", surface="note")
def _refusal(profile: Profile, facts: NoteFacts) -> Iterator[str]:
    """Why the wish was not met: the ground, and every part of it as it was written."""
    if not facts.refused:
        return
    language = facts.language
    ground = profile.refusal_ground(facts.refusal_ground) or profile.refusal_grounds[0]
    if len(profile.refusal_grounds) > 1:
        yield text("note.ground", language, ground=ground.label[language])
    for part in ground.parts:
        label, words = part.label[language], facts.parts.get(part.id, "").strip()
        if words:
            yield text("note.part", language, label=label, text=words)
        else:
            yield text("note.missing.part", language, label=label)
    if facts.deviation.strip():
        yield text("note.deviation", language, text=facts.deviation.strip())
    if facts.devices_out:
        place = facts.devices_place.strip() or text("letter.some_place", language)
        yield text("note.devices", language, place=place)


@rule("A19", "B24", surface="note")
def _told_terms(facts: NoteFacts) -> Iterator[str]:
    """That what to know when recording was gone through, by whom (A19)."""
    if facts.told_terms:
        yield text("note.told_terms", facts.language, by=facts.answer_given_by)


@rule("A16", "B19", "C28", surface="note")
def _answer(profile: Profile, facts: NoteFacts) -> Iterator[str]:
    """How the answer reached the person, and what was offered (A16, B19, A3, A4, B4, B5)."""
    if facts.answer != "none":
        yield _answer_line(facts)
    elif facts.refused:
        yield text("note.missing.reasons", facts.language)
    if facts.state == "granted" and facts.answer in ("sent", "delivered"):
        yield text("note.guided", facts.language)
    yield from _told_terms(facts)
    if facts.refused or (facts.state == "unanswered" and facts.answer in ("sent", "delivered")):
        offered = ", ".join(item.label[facts.language] for item in profile.alternatives)
        yield text("note.offered", facts.language, list=offered)


def _answer_line(facts: NoteFacts) -> str:
    when = "–" if facts.answer_at is None else long_moment(facts.answer_at, facts.language)
    if facts.answer != "delivered":
        name = facts.citizen_name
        return text(f"note.answer.{facts.answer}", facts.language, when=when, name=name)
    key = "delivered_reasons" if facts.refused else "delivered"
    how = text(f"note.how.{facts.answer_how}", facts.language)
    who, by = _who(facts), facts.answer_given_by
    return text(f"note.answer.{key}", facts.language, when=when, how=how, by=by, who=who)
