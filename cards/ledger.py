"""The employee's card while a recorded meeting runs: what to read aloud, and who has been told."""

from __future__ import annotations

from typing import Any

from microsoft_teams.cards import Action, CardElement

from cards.fields import Form
from cards.listeners import KINDS, add_form, named
from cards.parts import (
    MARK,
    buttons,
    card,
    heading,
    letter,
    line,
    panel,
    press,
    say,
    state,
    unfold,
)
from cards.when import meeting_caption
from texts.dates import clock_time
from texts.views import Language, Ledger, LedgerLine

_MOST = 40
MUST_HEAR = (*KINDS, "phone", "caller", "device", "unknown")
"""Whom nothing that is written reaches."""
VOICES = (
    "joining", "lobby", "established", "reconciled", "playing", "spoken", "muted", "denied",
    "lobby_timeout", "removed", "keepalive_lost", "lost", "failed", "no_sound",
    "given_up",
)  # fmt: skip
"""States of the call that the employee is told of."""


def ledger_card(view: Ledger) -> dict[str, Any]:
    """While somebody is missing the text comes first; when all are told it is behind a button."""
    language = view.language
    missing = sum(not person.informed for person in view.lines)
    words = _state_words(view, missing)
    done, voice = view.complete, _voice(view)
    form = Form(language, view.values, view.problems)
    body: list[CardElement] = [
        heading(say("ledger.title", language)),
        meeting_caption(view.meeting, language),
        state("done" if done and view.paused_at is None else "look", words),
        *([line(voice)] if voice else []),
        *([state("look", say("ledger.stop_unsaid", language))] if view.stop_unsaid else []),
        *([state("look", say("ledger.changed", language))] if view.changed else []),
        *([state("look", say("ledger.blind", language))] if view.blind else []),
        *_unsure(view),
    ]
    if view.paused_at is not None:
        over = press(say("script.go_on", language), "break_over", {"meeting_id": view.meeting_id})
        body.append(buttons(over))
    body += form.summary()
    if not done:
        body += [line(say("ledger.read", language)), letter(view.script, size="Large")]
    body += [line(say("ledger.who", language), bold=True), *_rows(view)]
    if done:
        body.append(letter(view.script, size="Large", hidden_as="script"))
    body += _adding(view, form)
    return card(language, words, body, _actions(view), wide=True)


def ledger_words(person: LedgerLine, language: Language) -> str:
    """One row as words: who, whether told, when, and on what evidence."""
    name = named(person.name, person.kind, language)
    evidence = say(f"grade.{person.grade}", language)
    if person.grade == "confirmed" and person.channel in ("spoken", "read_aloud", "unseen"):
        how = "spoken" if person.channel == "spoken" else "read_aloud"
        evidence = say(f"grade.confirmed_{how}", language)
        if person.by.strip():
            evidence = say("grade.read_aloud_by", language, name=person.by)
    if person.channel == "unseen":
        return _perhaps(person, name, evidence, language)
    if not person.informed and person.kind in MUST_HEAR:
        return say("ledger.must_hear", language, name=name, evidence=evidence)
    if not person.informed:
        return say("ledger.missing", language, name=name, evidence=evidence)
    if person.kind == "phone" and person.channel == "spoken" and person.at:
        time = clock_time(person.at, language)
        return say("ledger.nobody_else", language, time=time, evidence=evidence)
    if person.at is None:
        return say("ledger.informed_untimed", language, name=name, evidence=evidence)
    time = clock_time(person.at, language)
    return say("ledger.informed", language, name=name, time=time, evidence=evidence)


def _perhaps(person: LedgerLine, name: str, evidence: str, language: Language) -> str:
    """Nobody knows whether they are there; when they are, they heard what was read aloud."""
    if not person.informed:
        return say("ledger.maybe_there", language, name=name)
    if person.at is None:
        return say("ledger.maybe_heard_untimed", language, name=name, evidence=evidence)
    time = clock_time(person.at, language)
    return say("ledger.maybe_heard", language, name=name, time=time, evidence=evidence)


def _voice(view: Ledger) -> str:
    """Where Lydhør's own call into the meeting stands; nothing when there is no need to know."""
    return say(f"ledger.voice_{view.voice}", view.language) if view.voice in VOICES else ""


def _unsure(view: Ledger) -> list[CardElement]:
    """What nobody knows of the message in the chat."""
    if view.given_up:
        return [state("look", say("ledger.given_up", view.language))]
    return [line(say("ledger.maybe_twice", view.language))] if view.maybe_twice else []


def _adding(view: Ledger, form: Form) -> list[CardElement]:
    """Somebody who is there and stands for nobody in Teams: typed in by the employee."""
    data = {"meeting_id": view.meeting_id}
    fields = add_form(form, data, "ledger")
    if form.has_problem("listener_name", "listener_kind"):
        return [panel(fields)]
    button = unfold(say("script.more_people", view.language), "adding")
    return [buttons(button), panel(fields, hidden_as="adding")]


def _state_words(view: Ledger, missing: int) -> str:
    if view.paused_at is not None:
        time = clock_time(view.paused_at, view.language)
        return say("script.paused", view.language, time=time)
    if view.complete:
        return say("ledger.complete", view.language)
    if missing == 0:
        return say("ledger.incomplete", view.language)
    key = "ledger.one_missing" if missing == 1 else "ledger.many_missing"
    return say(key, view.language, count=str(missing), total=str(len(view.lines)))


def _rows(view: Ledger) -> list[CardElement]:
    ordered = sorted(view.lines, key=lambda person: person.informed)
    shown: list[CardElement] = [
        line(
            f"{MARK['done' if person.informed else 'open']} {ledger_words(person, view.language)}",
            spacing="Small",
        )
        for person in ordered[:_MOST]
    ]
    rest = len(ordered) - _MOST
    if rest > 0:
        shown.append(line(say("ledger.more", view.language, count=str(rest)), spacing="Small"))
    return shown


def _shown(view: Ledger) -> dict[str, object]:
    """What stands on the card: a press confirms this text, for those who are on it."""
    seen: dict[str, object] = {"seen": view.seen.isoformat()} if view.seen else {}
    return {"round": view.round, **seen}


def _actions(view: Ledger) -> list[Action]:
    language = view.language
    occurrence: dict[str, object] = {"occurrence_id": view.occurrence_id}
    meeting = {"meeting_id": view.meeting_id}
    actions: list[Action] = []
    if view.complete:
        actions.append(unfold(say("ledger.show_script", language), "script"))
    else:
        actions.append(
            press(
                say("ledger.read_done", language),
                "read_aloud",
                occurrence | _shown(view),
                primary=True,
            )
        )
    actions.append(press(say("ledger.line_by_line", language), "script", meeting))
    if view.phone_said:
        actions.append(press(say("ledger.phone_no", language), "phone_impossible", meeting))
    elif not view.phone_possible:
        actions.append(press(say("ledger.phone_yes", language), "phone_possible", meeting))
    actions.append(press(say("ledger.again", language), "ledger", occurrence))
    actions.append(press(say("script.export", language), "ledger_export", occurrence))
    return actions
