"""*Under mødet*: the employee's calm card while a talk is held. Staff only, never in the meeting chat."""

from __future__ import annotations

from typing import Any

from microsoft_teams.cards import Action, CardElement

from cards.fields import Form
from cards.parts import (
    buttons,
    card,
    heading,
    internal_guide,
    letter,
    line,
    panel,
    press,
    say,
    say_to,
    state,
    unfold,
)
from cards.when import meeting_caption
from guidelines.rules import rule
from texts.dates import clock_time
from texts.views import Guide

_IN_A_ROW = 4
_MOST_MARKS = 12
_TEXT = 300


def guide_card(view: Guide) -> dict[str, Any]:
    """What to say first, then the switch, what may happen, and what has been noted."""
    language = view.language
    form = Form(language, view.values, view.problems)
    words = _state_words(view)
    body: list[CardElement] = [
        heading(say("guide.title", language)),
        meeting_caption(view.meeting, language),
        *form.summary(),
        *_not_allowed(view),
        *_own_part(view),
        *_start(view),
        *_preparation(view),
        *_guidance(view, form),
        *_turns(view, form),
        *_situations(view),
        *_marks(view),
    ]
    actions: list[Action] = []
    if view.request_id is not None:
        data = {"request_id": view.request_id}
        if view.own_recording:
            actions.append(press(say("guide.own", language), "own_open", data))
        actions.append(press(say("guide.back", language), "case", data))
    elif not view.recorded:
        actions.append(press(say("guide.register", language), "register_open", {}))
    actions += internal_guide(view.internal_guide, language)
    return card(language, words, body, actions, wide=True)


def _state_words(view: Guide) -> str:
    if _guidance_waits(view):
        return say("guide.say_guidance", view.language)
    return say("guide.recorded" if view.recorded else "guide.not_recorded", view.language)


@rule("A7", surface="card")
def _not_allowed(view: Guide) -> list[CardElement]:
    """That nobody has asked, so that nothing may be recorded: calmly, and to staff alone (A7)."""
    if not view.not_allowed:
        return []
    return [state("open", say("guide.not_allowed", view.language))]


@rule("C31", surface="card")
def _own_part(view: Guide) -> list[CardElement]:
    """That only a part may be recorded, where a no was given to the rest."""
    if not view.own_part:
        return []
    return [state("on", say_to(view.relation, "prepare.own_part", view.language))]


def _guidance_waits(view: Guide) -> bool:
    return view.guidance_required and view.guidance_at is None


def _start(view: Guide) -> list[CardElement]:
    """What is said at the start; outside Teams the talk is led by the script, line by line. In a break
    first of all how it ends."""
    language, shown = view.language, list[CardElement]()
    data = {"meeting_id": view.meeting_id}
    if view.paused_at is not None:
        time = clock_time(view.paused_at, language)
        over = press(say("script.go_on", language), "break_over", data, primary=True)
        shown += [state("look", say("script.paused", language, time=time)), buttons(over)]
    if view.start_say:
        shown += [line(say("guide.start", language), bold=True), letter((view.start_say,))]
    if not view.outside:
        return shown
    if view.script_at is not None:
        time = clock_time(view.script_at, language)
        shown.append(state("done", say("guide.script_done", language, time=time)))
    return [*shown, buttons(press(say("guide.script", language), "script", data))]


def _preparation(view: Guide) -> list[CardElement]:
    if not view.preparation:
        return []
    points: list[CardElement] = [
        line(f"– {part}", spacing="Small", limit=_TEXT) for part in view.preparation[:8]
    ]
    return [panel([line(say("guide.preparation", view.language), bold=True), *points])]


def _guidance(view: Guide, form: Form) -> list[CardElement]:
    """The guidance to say (C19); ticked, or why it was not said."""
    language = view.language
    if not view.guidance:
        return []
    if view.guidance_at is not None:
        key = "guide.skipped" if view.guidance_skipped else "guide.guided"
        words = say(key, language, time=clock_time(view.guidance_at, language))
        return [state("closed" if view.guidance_skipped else "done", words)]
    data = {"meeting_id": view.meeting_id}
    said = press(say("guide.said", language), "guided", data, primary=view.paused_at is None)
    skip = press(say("guide.skip", language), "not_guided", data, inputs=True)
    why = panel(
        [*form.text("not_guided_why", say("guide.why", language), lines=True), buttons(skip)],
        hidden_as=None if form.has_problem("not_guided_why") else "skipping",
    )
    row: list[Action] = [said]
    if not form.has_problem("not_guided_why"):
        row.append(unfold(say("guide.not_said", language), "skipping"))
    return [
        state("look" if view.guidance_required else "open", say("guide.say_guidance", language)),
        letter(view.guidance, size="Large"),
        buttons(*row),
        why,
    ]


def _turns(view: Guide, form: Form) -> list[CardElement]:
    """*Vejledning* or *Afgørelse*, the sentence to say, and an oral decision in a few words (C17)."""
    language, data = view.language, {"meeting_id": view.meeting_id}
    if not view.turns:
        return []
    now = say(f"guide.turn_{view.turn}" if view.turn else "guide.turn_none", language)
    shown: list[CardElement] = [line(say("guide.turn", language), bold=True), state("on", now)]
    if view.turn_say:
        shown.append(letter((view.turn_say,)))
    turns = [
        press(say(f"guide.to_{turn}", language), "guide_turn", {**data, "turn": turn})
        for turn in ("guiding", "deciding")
        if turn != view.turn
    ]
    open_ = view.turn == "deciding" or form.has_problem("decision_text")
    row: list[Action] = [*turns]
    if not open_:
        row.append(unfold(say("guide.decided", language), "deciding"))
    write = press(say("guide.write_decision", language), "oral_decision", data, inputs=True)
    words = form.text("decision_text", say("guide.decision_text", language), lines=True)
    written = panel([*words, buttons(write)], hidden_as=None if open_ else "deciding")
    return [*shown, buttons(*row), written]


def _situations(view: Guide) -> list[CardElement]:
    """A button for each thing that may happen."""
    if not view.situations:
        return []
    language = view.language
    shown: list[CardElement] = [line(say("guide.happens", language), bold=True)]
    presses = [
        press(
            say(f"situation.{code}", language),
            "guide_situation",
            {"meeting_id": view.meeting_id, "situation": code},
        )
        for code in view.situations
    ]
    starts = range(0, len(presses), _IN_A_ROW)
    return shown + [buttons(*presses[start : start + _IN_A_ROW]) for start in starts]


def _marks(view: Guide) -> list[CardElement]:
    """What has been noted, with its time; the newest ones when there are many."""
    if not view.marks:
        return []
    language = view.language
    shown: list[CardElement] = [line(say("guide.noted", language), bold=True)]
    for mark in view.marks[-_MOST_MARKS:]:
        time = clock_time(mark.at, language)
        words = say("guide.mark", language, time=time, what=say(f"mark.{mark.kind}", language))
        typed = f" {mark.text}" if mark.text.strip() else ""
        shown.append(line(f"{words}{typed}", spacing="Small", limit=_TEXT))
    return shown
