"""Before a talk that may be recorded: what to say, and who has to be told how (C13). Staff only."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from microsoft_teams.cards import Action, CardElement

from cards.parts import (
    Mark,
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
from texts.dates import long_moment
from texts.views import Preparation

_TEXT, _MOST = 300, 8


def preparation_card(view: Preparation) -> dict[str, Any]:
    """Who records first, then the words to say, then who hears of it in which way."""
    language = view.language
    title = say(f"prepare.title_{view.occasion}", language)
    body: list[CardElement] = [heading(title), meeting_caption(view.meeting, language)]
    if view.over:
        over = say(f"prepare.over_{view.over}", language)
        return card(language, over, [*body, state("closed", over)])
    body += [*_when(view), *_who(view)]
    if view.occasion == "soon":
        body += _say(view)
    body += _ways(view)
    body += _list("prepare.points", view.points, view)
    body += _list("prepare.guidance", view.guidance, view)
    folded = []
    if view.occasion != "soon" and view.script:
        body.append(letter(view.script, hidden_as="words"))
        folded.append(unfold(say("prepare.see_words", language), "words"))
    actions: list[Action] = [
        *folded,
        press(say("prepare.guide", language), "guide", {"meeting_id": view.meeting_id}),
    ]
    if view.request_id is not None:
        back = press(say("guide.back", language), "case", {"request_id": view.request_id})
        actions.append(back)
    actions += internal_guide(view.internal_guide, language)
    return card(language, title, body, actions, wide=True)


def _when(view: Preparation) -> list[CardElement]:
    """Of a series: that nobody here knows the next time, and what it usually is."""
    language = view.language
    if view.occasion == "usual" and view.usual_at is not None:
        moment = long_moment(view.usual_at, language)
        return [state("look", say("prepare.usual", language, when=moment))]
    if view.occasion == "next":
        return [state("look", say("prepare.next", language))]
    return []


def _who(view: Preparation) -> list[CardElement]:
    """Who may record, which part, and whether the employee records too."""
    language, known = view.language, bool(view.recorder.strip())
    key = "prepare.recorder" if known else "prepare.somebody"
    shown: list[CardElement] = [
        state("on", say_to(view.relation, key, language, name=view.recorder))
    ]
    if view.own_part:
        shown.append(line(say_to(view.relation, "prepare.own_part", language), spacing="Small"))
    if view.video:
        shown.append(line(say("prepare.video", language), spacing="Small"))
    if view.both:
        shown.append(line(say("prepare.both", language), spacing="Small"))
    return shown


def _say(view: Preparation) -> list[CardElement]:
    if not view.script:
        return []
    return [
        line(say("prepare.say", view.language), bold=True),
        letter(view.script, size="Large"),
    ]


def _ways(view: Preparation) -> list[CardElement]:
    """In three lists: who hears of it anyhow, who from the employee, and what nobody here can see."""
    language = view.language
    voice = [say_to(view.relation, f"prepare.{code}", language) for code in view.by_voice]
    for name in view.companions:
        named = name != "yes"
        key = "prepare.companion_named" if named else "prepare.companion"
        voice.append(say(key, language, name=name))
    itself = [say(f"prepare.{code}", language) for code in view.by_itself]
    beyond = [say(f"prepare.{code}", language) for code in view.out_of_reach]
    return [
        *_marked("prepare.by_itself", itself, "done", view),
        *_marked("prepare.by_voice", voice, "open", view),
        *_marked("prepare.out_of_reach", beyond, "closed", view),
    ]


def _marked(key: str, lines: Sequence[str], mark: Mark, view: Preparation) -> list[CardElement]:
    if not lines:
        return []
    points: list[CardElement] = [line(f"– {one}", spacing="Small", limit=_TEXT) for one in lines]
    return [state(mark, say(key, view.language)), *points]


def _list(key: str, sentences: Sequence[str], view: Preparation) -> list[CardElement]:
    """The municipality's own sentences, set apart."""
    if not sentences:
        return []
    points: list[CardElement] = [
        line(f"– {one}", spacing="Small", limit=_TEXT) for one in sentences[:_MOST]
    ]
    return [panel([line(say(key, view.language), bold=True), *points])]
