"""The municipality's own sound recording, as steps to tick (A15). No file is ever taken in."""

from __future__ import annotations

from typing import Any

from microsoft_teams.cards import Action, CardElement

from cards.closed import closed_lines
from cards.fields import Form
from cards.parts import Mark, buttons, card, heading, line, panel, press, row, say, state, unfold
from cards.when import meeting_caption
from texts.dates import clock_time, plain_date
from texts.views import OwnRecordingSteps


def own_recording_card(view: OwnRecordingSteps) -> dict[str, Any]:
    """What is to be done next, and what has been done."""
    language = view.language
    form = Form(language, view.values, view.problems)
    mark, words = _state(view)
    body: list[CardElement] = [
        heading(say("own.title", language)),
        meeting_caption(view.meeting, language),
        *form.summary(),
        *closed_lines(view.closed, language),
        state(mark, words),
        row(say("common.citizen", language), view.citizen_name, 120),
    ]
    if view.not_made:
        body.append(line(view.values.get("not_made_why", ""), limit=600))
    else:
        body += [line(say("own.sound_only", language)), *_steps(view, form)]
    data = {"request_id": view.request_id}
    actions: list[Action] = [press(say("own.back", language), "case", data)]
    return card(language, words, body, actions)


def _state(view: OwnRecordingSteps) -> tuple[Mark, str]:
    language = view.language
    if view.not_made:
        return "closed", say("own.not_made", language)
    if view.deleted_at is not None:
        return "done", say("own.deleted", language)
    if view.stopped_at is not None:
        key = "own.kept" if view.kept else "own.stopped"
        return "done" if view.kept else "look", say(key, language)
    if view.started_at is not None:
        return "on", say("own.running", language)
    return "open", say("own.required" if view.required else "own.optional", language)


def _steps(view: OwnRecordingSteps, form: Form) -> list[CardElement]:
    language, shown = view.language, list[CardElement]()
    data = {"request_id": view.request_id, "version": view.version}
    if view.started_at is None:
        if view.documented:
            shown += form.text("necessity", say("own.necessity", language), lines=True)
        start = press(say("own.start", language), "own_started", data, primary=True, inputs=True)
        row_: list[Action] = [start]
        if not form.has_problem("not_made_why"):
            row_.append(unfold(say("own.none", language), "not_making"))
        shown.append(buttons(*row_))
        shown.append(_not_made(view, form))
        return shown
    shown += _ticked(view)
    if view.stopped_at is None:
        stop = press(say("own.stop", language), "own_stopped", data, primary=True, inputs=True)
        shown.append(buttons(stop))
    if view.deleted_at is None:
        shown += form.text("place", say("own.place", language))
        shown += form.day("delete_on", say("own.delete_on", language))
        save = press(say("own.save", language), "own_save", data, inputs=True)
        shown.append(buttons(save))
    if view.stopped_at is not None and view.deleted_at is None:
        gone = press(say("own.gone", language), "own_deleted", data)
        shown.append(buttons(gone))
    return shown


def _ticked(view: OwnRecordingSteps) -> list[CardElement]:
    language, shown = view.language, list[CardElement]()
    for key, moment in (("started_at", view.started_at), ("stopped_at", view.stopped_at)):
        if moment is not None:
            words = say(f"own.{key}", language, time=clock_time(moment, language))
            shown.append(state("done", words, spacing="Small"))
    if view.kept and view.delete_on is not None:
        words = say("own.until", language, day=plain_date(view.delete_on, language))
        shown.append(state("done", words, spacing="Small"))
    return shown


def _not_made(view: OwnRecordingSteps, form: Form) -> CardElement:
    """The municipality does not record after all, and why."""
    language = view.language
    data = {"request_id": view.request_id, "version": view.version}
    write = press(say("own.none_save", language), "own_not_made", data, inputs=True)
    why = form.text("not_made_why", say("own.none_why", language), lines=True)
    shown = form.has_problem("not_made_why")
    return panel([*why, buttons(write)], hidden_as="not_making" if not shown else None)
