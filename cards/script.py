"""The script card: one sentence at a time, large, with a tick; and who has heard it. Staff only.

Made to be used with one hand while talking: the sentence to say now and its button come first, whatever
is seldom is behind a button.
"""

from __future__ import annotations

from typing import Any

from microsoft_teams.cards import Action, CardElement, TextSize

from cards.fields import Form
from cards.listeners import add_form, drop_form, listener_rows
from cards.parts import Mark, buttons, card, heading, letter, line, panel, press, say, state, unfold
from cards.safe import clean
from cards.when import meeting_caption
from texts.dates import clock_time
from texts.views import Script, ScriptLine

_SENTENCE, _MOST_LINES, _MOST_SAID = 400, 40, 12
_NAME = 40
_LARGE: TextSize = "ExtraLarge"


def script_card(view: Script) -> dict[str, Any]:
    """The next sentence first; then the list of who hears it, and what was said."""
    language = view.language
    form = Form(language, view.values, view.problems)
    words = _state_words(view)
    body: list[CardElement] = [
        heading(say("script.title", language)),
        meeting_caption(view.meeting, language),
        *([state("look", say("ledger.changed", language))] if view.changed else []),
        *form.summary(),
        *_now(view, form, words),
        *_people(view, form),
        *_said(view),
    ]
    return card(language, words, body, _actions(view), wide=True)


def _next(view: Script) -> ScriptLine | None:
    return next((one for one in view.lines if one.said_at is None), None)


def _state_words(view: Script) -> str:
    language = view.language
    if view.ended_at is not None and view.outside:
        return say("script.ended", language, time=clock_time(view.ended_at, language))
    if view.paused_at is not None:
        return say("script.paused", language, time=clock_time(view.paused_at, language))
    if not view.lines:
        return say("script.nothing", language)
    if not view.begun:
        return say("script.before" if view.outside else "script.before_teams", language)
    if not view.recorded:
        return say("script.not_recorded", language)
    return say("script.complete" if view.complete else "script.incomplete", language)


def _now(view: Script, form: Form, words: str) -> list[CardElement]:
    """What is to be done now."""
    if view.ended_at is not None and view.outside:
        return [state("closed", words)]
    if view.paused_at is not None:
        return _pause(view, words)
    if not view.begun or not view.lines:
        return _before(view, words)
    mark: Mark = "done" if view.complete else "on" if view.recorded else "closed"
    shown: list[CardElement] = [state(mark, words)]
    if view.late:
        return [*shown, *_late(view)]
    sentence = _next(view)
    if sentence is None:
        return [*shown, line(say("script.all_said", view.language)), *_end(view)]
    return [*shown, *_sentence(view, sentence, form)]


def _before(view: Script, words: str) -> list[CardElement]:
    shown: list[CardElement] = [state("open", words)]
    if view.outside and view.lines and not view.begun:
        start = press(say("script.start", view.language), "script_start", _of(view), primary=True)
        shown.append(buttons(start))
    if view.lines:
        shown.append(letter([one.say for one in view.lines[:_MOST_LINES]]))
    return shown


def _pause(view: Script, words: str) -> list[CardElement]:
    language = view.language
    over = press(say("script.go_on", language), "break_over", _of(view), primary=True)
    return [state("look", words), line(say("script.paused_more", language)), buttons(over)]


def _late(view: Script) -> list[CardElement]:
    """Somebody came later: the same in few words."""
    language = view.language
    seen: dict[str, object] = {"seen": view.seen.isoformat()} if view.seen else {}
    shown = {**_of(view), "round": view.round, **seen}
    told = press(say("script.late_told", language), "script_late", shown, primary=True)
    return [
        line(say("script.late", language), bold=True),
        *(line(one, size=_LARGE, limit=_SENTENCE) for one in view.late),
        buttons(told),
        *_english(view, view.late_en),
    ]


def _sentence(view: Script, sentence: ScriptLine, form: Form) -> list[CardElement]:
    language = view.language
    place = str(view.lines.index(sentence) + 1)
    said = {**_of(view), "line": sentence.key, "round": view.round}
    asks = sentence.part == "who"
    title = say("script.nobody_else" if asks else "script.said", language)
    count = say("script.count", language, number=place, total=str(len(view.lines)))
    shown: list[CardElement] = [
        line(count, subtle=True, spacing="Small"),
        line(say(f"script.part_{sentence.part}", language), bold=True),
        line(sentence.say, size=_LARGE, limit=_SENTENCE),
    ]
    if asks:
        shown += add_form(form, _of(view), "script")
    # A name that was typed and not put on the list yet goes along, so that it is not lost.
    row: list[Action] = [press(title, "script_said", said, primary=True, inputs=asks)]
    if sentence.part in ("begin", "end") and view.outside:
        row.append(press(say("script.end", language), "talk_end", _of(view)))
    return [*shown, buttons(*row), *_english(view, (sentence.say_en,))]


def _english(view: Script, sentences: tuple[str, ...]) -> list[CardElement]:
    """The same in English, for who understands no Danish."""
    known = [one for one in sentences if one]
    if not known:
        return []
    shown: list[CardElement] = [line(one, size="Large", limit=_SENTENCE) for one in known]
    button = unfold(say("script.english", view.language), "english")
    return [buttons(button), panel(shown, hidden_as="english")]


def _end(view: Script) -> list[CardElement]:
    if not view.outside:
        return []
    return [buttons(press(say("script.end", view.language), "talk_end", _of(view), primary=True))]


def _people(view: Script, form: Form) -> list[CardElement]:
    """Who hears the talk, and whether they have heard what they are to hear."""
    if not view.begun or not (view.recorded or view.listeners):
        return []
    language = view.language
    shown: list[CardElement] = [line(say("script.who", language), bold=True)]
    shown += listener_rows(view.listeners, language)
    sentence = _next(view)
    asked = sentence is not None and sentence.part == "who" and not view.late
    if view.ended_at is not None or not view.recorded or view.paused_at is not None:
        return shown
    row: list[Action] = []
    if not asked:
        hidden = None if form.has_problem("listener_name", "listener_kind") else "adding"
        if hidden:
            row.append(unfold(say("script.more_people", language), hidden))
        shown.append(panel(add_form(form, _of(view), "script"), hidden_as=hidden))
    dropping = drop_form(form, view.listeners, _of(view), "script")
    if dropping:
        row.append(unfold(say("script.not_there", language), "dropping"))
        shown.append(panel(dropping, hidden_as="dropping"))
    return [*shown, buttons(*row)] if row else shown


def _said(view: Script) -> list[CardElement]:
    """What was said last, by whom and when; behind a button. All of it stands in the list to print."""
    said = [one for one in view.lines if one.said_at is not None]
    if not said:
        return []
    language = view.language
    shown: list[CardElement] = []
    for one in said[-_MOST_SAID:]:
        time = clock_time(one.said_at, language) if one.said_at else ""
        name = clean(one.said_by, _NAME)
        words = say("script.said_line", language, time=time, name=name, words=one.say)
        shown.append(line(words, spacing="Small"))
    return [
        buttons(unfold(say("script.show_said", language, count=str(len(said))), "said")),
        panel(shown, hidden_as="said"),
    ]


def _actions(view: Script) -> list[Action]:
    language, of = view.language, _of(view)
    actions: list[Action] = []
    going = view.begun and view.ended_at is None and view.paused_at is None
    if going and view.recorded:
        pause = {**of, "situation": "caucus"}
        actions.append(press(say("script.pause", language), "guide_situation", pause))
    if going and view.recorded and view.kind == "phone":
        other = {**of, "situation": "handover"}
        actions.append(press(say("situation.handover", language), "guide_situation", other))
    if view.ended_at is not None and view.outside:
        actions.append(press(say("script.again", language), "script_start", of))
    actions.append(press(say("script.print", language), "script_print", of))
    if view.occurrence_id is not None and view.recorded:
        export = {"occurrence_id": view.occurrence_id}
        actions.append(press(say("script.export", language), "ledger_export", export))
    actions.append(press(say("script.guide", language), "guide", of))
    return actions


def _of(view: Script) -> dict[str, object]:
    return {"meeting_id": view.meeting_id}
