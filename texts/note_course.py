"""The part of the case note that tells what happened in the meeting, and what came after it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from guidelines.profile import Profile
from guidelines.rules import rule
from texts.catalog import catalogue, text
from texts.dates import clock_time, long_moment, plain_date
from texts.note_facts import IncidentFacts, MarkFacts, NoteFacts, OwnFacts
from texts.views import Language, LedgerLine


def course(profile: Profile, facts: NoteFacts) -> Iterator[str]:
    """Line by line: when it ran, what was said, who was told, what was noted, what was promised."""
    yield from _ran(profile, facts)
    yield from _guidance(profile, facts)
    yield from _marks(profile, facts)
    yield from _own_recording(profile, facts)
    yield from _told(facts)
    for incident in facts.incidents:
        yield _incident(incident, facts.language)
    yield from _tasks(facts)


def _ran(profile: Profile, facts: NoteFacts) -> Iterator[str]:
    language = facts.language
    if facts.cancelled and facts.refused and facts.started_at is None:
        yield text("note.cancelled", language)
    if facts.started_at is not None:
        start = clock_time(facts.started_at, language)
        if facts.ended_at is None:
            yield text("note.ran_open", language, start=start)
        else:
            yield text("note.ran", language, start=start, end=clock_time(facts.ended_at, language))
        yield from _announced(profile, facts)
        yield from _spoken(facts)
    if facts.read_aloud_at is not None:
        yield text("note.read_aloud", language, when=clock_time(facts.read_aloud_at, language))


@rule("A20", "B20", "C6", surface="note")
def _announced(profile: Profile, facts: NoteFacts) -> Iterator[str]:
    """Whether the meeting was told, and of what: sound only, or pictures too."""
    if facts.announced_at is not None:
        when = clock_time(facts.announced_at, facts.language)
        yield text("note.announced", facts.language, when=when, name=facts.citizen_name)
        if facts.video in ("accepted", "allowed") and facts.meeting_kind != "phone":
            yield text("note.announced_video", facts.language)
        elif profile.video != "allowed":
            yield text("note.announced_sound", facts.language)
    elif facts.state == "granted" and not facts.unasked:
        yield text("note.not_announced", facts.language)


@rule("B20", surface="note")
def _spoken(facts: NoteFacts) -> Iterator[str]:
    """That it was said aloud in the call, and who heard it; that a message may have come twice."""
    language = facts.language
    if facts.maybe_twice:
        yield text("note.maybe_twice", language)
    if facts.spoken_at is None:
        return
    when, names = clock_time(facts.spoken_at, language), _listed(facts.heard_by, language)
    key = "note.spoken" if names else "note.spoken_unnamed"
    yield text(key, language, when=when, names=names)


def _listed(names: Sequence[str], language: Language) -> str:
    """»A, B og C«."""
    if len(names) < 2:
        return "".join(names)
    return text("names.two", language, one=", ".join(names[:-1]), other=names[-1])


@rule("C20", "C21", "C22", surface="note")
def _guidance(profile: Profile, facts: NoteFacts) -> Iterator[str]:
    """That the talk was recorded and guidance was given, or that neither is noted."""
    language, required = facts.language, profile.criminal_guidance == "required"
    for mark in facts.marks:
        if mark.kind == "undisclosed":
            key = f"note.undisclosed.{profile.undisclosed_recording}"
            yield _mark(key, mark, facts)
    guided = [mark for mark in facts.marks if mark.kind == "guided"]
    if guided and not facts.unasked and not _nobody_recorded(facts):
        yield text("note.recorded", language, name=facts.citizen_name)
    for mark in guided:
        key = "note.guided_liability" if required else "note.guided_use"
        yield _mark(f"{key}_later" if _is_later(mark, facts) else key, mark, facts)
    skipped = [mark for mark in facts.marks if mark.kind == "not_guided"]
    for mark in skipped:
        yield _mark("note.not_guided", mark, facts)
    recorded = facts.state == "granted" or facts.unasked
    if required and recorded and facts.took_place and not guided and not skipped:
        yield text("note.missing.guidance", language)


@rule("C20", surface="note")
def _nobody_recorded(facts: NoteFacts) -> bool:
    """Whether a person said that nobody recorded. Guidance that was given claims nothing against that."""
    return any(mark.kind == "not_recorded" for mark in facts.marks)


def _is_later(mark: MarkFacts, facts: NoteFacts) -> bool:
    return facts.ended_at is not None and mark.at > facts.ended_at


@rule("C17", "C18", surface="note")
def _marks(profile: Profile, facts: NoteFacts) -> Iterator[str]:
    """What was noted besides, in the order it happened; unknown marks only with their words."""
    told_apart = {"undisclosed", "guided", "not_guided"}
    known = catalogue(facts.language)
    for mark in sorted(facts.marks, key=lambda one: one.at):
        key = f"note.mark.{mark.kind}"
        if mark.kind in told_apart:
            continue
        if key in known:
            yield _mark(key, mark, facts)
        elif mark.text.strip():
            yield _mark("note.mark.other", mark, facts)
    decided = any(mark.kind == "oral_decision" for mark in facts.marks)
    if profile.oral_decision_aid and facts.took_place and not decided:
        yield text("note.no_oral_decision", facts.language)


def _mark(key: str, mark: MarkFacts, facts: NoteFacts) -> str:
    when = clock_time(mark.at, facts.language)
    if _is_later(mark, facts):
        when = long_moment(mark.at, facts.language)
    by = mark.by or facts.written_by
    line = text(key, facts.language, when=when, by=by, name=facts.citizen_name)
    return f"{line} {mark.text.strip()}".rstrip()


@rule("A15", surface="note")
def _own_recording(profile: Profile, facts: NoteFacts) -> Iterator[str]:
    """The municipality's own recording: when, where it is kept, when it goes; or what is missing."""
    language, own = facts.language, facts.own
    if own is None:
        expected = profile.parallel_recording == "required" and facts.state == "granted"
        if expected and facts.took_place:
            yield text("note.missing.own", language)
    elif own.not_made:
        yield f"{text('note.own.not_made', language)} {own.necessity.strip()}".rstrip()
    else:
        yield from _own_steps(own, language)


def _own_steps(own: OwnFacts, language: Language) -> Iterator[str]:
    for step, moment in (("started", own.started_at), ("stopped", own.stopped_at)):
        if moment is None:
            yield text(f"note.missing.own_{step}", language)
        else:
            yield text(f"note.own.{step}", language, when=clock_time(moment, language))
    if own.necessity.strip():
        yield text("note.own.necessity", language, text=own.necessity.strip())
    if own.place.strip():
        yield text("note.own.place", language, place=own.place.strip())
    else:
        yield text("note.missing.own_place", language)
    if own.delete_on is None:
        yield text("note.missing.own_delete", language)
    else:
        yield text("note.own.delete", language, day=plain_date(own.delete_on, language))


def _told(facts: NoteFacts) -> Iterator[str]:
    language = facts.language
    if not facts.ledger:
        return
    count, told = len(facts.ledger), sum(one.informed and not _maybe(one) for one in facts.ledger)
    key = "note.all_told" if told == count else "note.some_told"
    yield text(key, language, count=str(count), told=str(told))
    for line in facts.ledger:
        name = text("ledger.phone", language) if line.kind == "phone" else line.name
        if line.informed and line.at is not None:
            channel = text(f"note.channel.{line.channel}", language)
            when = clock_time(line.at, language)
            key = "note.maybe_told" if _maybe(line) else "note.told"
            yield text(key, language, name=name, when=when, channel=channel)
        else:
            yield text("note.untold", language, name=name)


def _maybe(line: LedgerLine) -> bool:
    """Whether nobody can say that they were there when it was read aloud (B20)."""
    return line.channel == "unseen"


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


@rule("A3", "B5", surface="note")
def _tasks(facts: NoteFacts) -> Iterator[str]:
    """What was promised, and the day it was done; tasks that are no promise are left out."""
    for task in facts.tasks:
        key = f"note.task.{task.kind}"
        if key not in catalogue(facts.language):
            continue
        what = text(key, facts.language)
        if task.done_on is None:
            yield text("note.task_open", facts.language, what=what)
        else:
            day = plain_date(task.done_on, facts.language)
            yield text("note.task_done", facts.language, what=what, day=day)
