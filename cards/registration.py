"""The form on which an employee registers a citizen's wish to record, or the notice of it.

In the order of a phone call: which meeting, who, how to answer, why. Filled by keyboard in under a
minute: what is usual is chosen beforehand, what is rare is behind a button.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from microsoft_teams.cards import Action, CardElement

from cards.fields import Form, choices_of
from cards.parts import buttons, card, heading, line, panel, press, say, unfold
from guidelines.rules import rule
from texts.views import Choice, Registration

_MOST = 15
_INTRO = 450
_KINDS = ("phone", "in_person", "home_visit", "virtual")
YES_NO = ("yes", "no", "unknown")
_ELSEWHERE = ("meeting_date", "meeting_time", "meeting_kind")


def registration_card(view: Registration) -> dict[str, Any]:
    """The form, empty or with what was typed and what is wrong with it."""
    language = view.language
    form = Form(language, view.values, view.problems)
    title = say("registration.title_tell" if view.tell_only else "registration.title", language)
    body: list[CardElement] = [
        heading(title),
        line(say("registration.only_you", language), subtle=True, spacing="Small"),
    ]
    if view.intro and not view.problems:
        body.append(line(view.intro, subtle=True, spacing="Small", limit=_INTRO))
    body += form.summary()
    if view.explained:
        body.append(panel([line(view.explained, limit=_INTRO)]))
    body += _refused(view, form)
    body += _meeting(view, form)
    body += _person(view, form)
    body += _reason(view, form)
    body += _practical(view, form)
    return card(language, title, body, _actions(view), wide=True)


def _refused(view: Registration, form: Form) -> list[CardElement]:
    """That a refusal stands for the meeting, and what has to be said before a new notice is taken."""
    if not view.refused:
        return []
    language = view.language
    known = "registration.refused" if view.refused.get("who") else "registration.refused_unnamed"
    whys = choices_of("registration.after", ("other_person", "new_facts"), language)
    told = line(say(known, language, **view.refused), limit=_INTRO)
    why = form.choice("after_refusal", say("registration.after_refusal", language), whys)
    facts = form.text(
        "new_facts", say("registration.new_facts", language), optional=True, lines=True
    )
    return [panel([told, *why, *facts])]


def _actions(view: Registration) -> list[Action]:
    language = view.language
    data = {} if view.wish_id is None else {"wish_id": view.wish_id}
    done = say("registration.submit_tell" if view.tell_only else "registration.submit", language)
    actions: list[Action] = [
        press(done, "register_submit", data, primary=True, inputs=True),
        press(say("registration.cancel", language), "menu", {}),
    ]
    if view.employees:
        actions.append(press(say("registration.own", language), "employee_open", {}))
    return actions


def _meeting(view: Registration, form: Form) -> list[CardElement]:
    language = view.language
    listed = [meeting for meeting in view.meetings if meeting.id != "other"][:_MOST]
    listed.append(Choice("other", say("registration.other_meeting", language)))
    alone = listed[0].id if len(listed) <= 2 else None
    shown = form.choice("meeting", say("registration.meeting", language), listed, default=alone)
    return [*shown, *elsewhere(form, view.values.get("meeting") or alone, view.kinds)]


def elsewhere(form: Form, chosen: str | None, covered: Sequence[str]) -> list[CardElement]:
    """What to fill in when the meeting is not in Teams; behind a button until that is chosen.

    ``covered``: the kinds of meeting the guideline knows."""
    language = form.language
    kinds = choices_of(
        "registration.kind", [kind for kind in _KINDS if kind in covered] or _KINDS, language
    )
    fields: list[CardElement] = [
        line(say("registration.elsewhere_hint", language)),
        *form.choice("meeting_kind", say("registration.meeting_kind", language), kinds),
        *form.day("meeting_date", say("registration.meeting_date", language)),
        *form.moment("meeting_time", say("registration.meeting_time", language)),
    ]
    if chosen == "other" or form.has_problem(*_ELSEWHERE):
        return [panel(fields)]
    button = unfold(say("registration.elsewhere", language), "elsewhere")
    return [buttons(button), panel(fields, hidden_as="elsewhere")]


def _person(view: Registration, form: Form) -> list[CardElement]:
    language = form.language
    several = len(view.roles) > 1
    role = say("registration.role", language)
    asked = form.choice("role", role, view.roles, default=view.roles[0].id) if several else []
    ways = choices_of("answer_by", ("email", "handed_over", "spoken"), language)
    tongues = choices_of("registration.tongue", ("da", "en"), language)
    return [
        *asked,
        *form.text("citizen_name", say("registration.citizen_name", language)),
        *form.choice("answer_by", say("registration.answer_by", language), ways, default="email"),
        *form.text("contact", say("registration.contact", language)),
        *form.choice(
            "answer_language", say("registration.answer_language", language), tongues, default="da"
        ),
    ]


def _reason(view: Registration, form: Form) -> list[CardElement]:
    language = view.language
    other = next((ground.label for ground in view.grounds if ground.id == "other"), "…")
    companions = choices_of("companion", YES_NO, language)
    others = choices_of("registration.others", YES_NO, language)
    ground = say("registration.ground", language)
    if view.ground == "no":
        ground = say("form.optional", language, label=ground)
    hint = [line(say("registration.hint", language), spacing="Large")]
    if view.ground == "expected":
        hint.append(line(say("registration.ground_expected", language), spacing="Small"))
    return [
        *hint,
        *form.choice("ground", ground, view.grounds),
        *form.text("ground_text", say("registration.ground_text", language, choice=other)),
        *form.choice(
            "companion", say("registration.companion", language), companions, default="unknown"
        ),
        *form.text("own_words", say("registration.own_words", language), optional=True, lines=True),
        *form.choice(
            "others_affairs", say("registration.others", language), others, default="unknown"
        ),
    ]


@rule("B5", "B17", surface="card")
def department_choice(form: Form, units: Sequence[Choice]) -> list[CardElement]:
    """Which department it is for, where there are several."""
    if not units:
        return []
    return form.choice("department", say("registration.department", form.language), units)


def _practical(view: Registration, form: Form) -> list[CardElement]:
    language = form.language
    label, tick = say("registration.video", language), say("registration.video_tick", language)
    sound = say("registration.sound_only", language)
    video = form.tick("wants_video", label, tick) if view.video else [line(sound)]
    who = choices_of("registration.caseworker", ("me", "department"), language)
    return [
        *form.choice("caseworker", say("registration.caseworker", language), who, default="me"),
        *department_choice(form, view.units),
        *form.tick(
            "phone_possible",
            say("registration.phone", language),
            say("registration.phone_tick", language),
        ),
        *video,
    ]
