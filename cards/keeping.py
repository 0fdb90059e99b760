"""Data protection: what may not be deleted, what was deleted, and who has looked at grounds."""

from __future__ import annotations

from typing import Any

from microsoft_teams.cards import Action, CardElement, OpenUrlAction

from cards.fields import Form
from cards.parts import card, heading, line, panel, press, row, say, state
from texts.catalog import catalogue
from texts.dates import clock_time, plain_date, short_moment
from texts.views import AskPerson, Keeping, Language, Looks, PersonReady

_NUMBER, _WHY = "case_number", "held_why"
_SHOWN = 10


def keeping_card(view: Keeping) -> dict[str, Any]:
    """What is held, the form to hold a case or to let it go, and the last receipts."""
    language = view.language
    form = Form(language, view.values, view.problems)
    title = say("keeping.title", language)
    body: list[CardElement] = [heading(title)]
    if view.notice:
        body.append(panel([state("done", say(f"keeping.{view.notice}", language))]))
    body += [
        line(say("keeping.text", language)),
        *form.summary(),
        *form.text(_NUMBER, say("keeping.number", language)),
        *form.text(_WHY, say("keeping.why", language), lines=True),
        heading(say("keeping.standing", language), size="Medium"),
        *_held(view),
        heading(say("keeping.deleted", language), size="Medium"),
        *_receipts(view),
    ]
    actions: list[Action] = [
        press(say("keeping.hold", language), "hold_set", {}, primary=True, inputs=True),
        press(say("keeping.lift", language), "hold_lift", {}, inputs=True),
    ]
    if view.is_dpo:
        actions.append(press(say("keeping.looks", language), "looks", {}, inputs=True))
        actions.append(press(say("keeping.person", language), "person_export", {}, inputs=True))
    actions.append(press(say("queue.back", language), "menu", {}))
    return card(language, title, body, actions, wide=True)


def _held(view: Keeping) -> list[CardElement]:
    language = view.language
    if not view.held:
        return [line(say("keeping.none_held", language), spacing="Small")]
    shown: list[CardElement] = []
    for one in view.held[:_SHOWN]:
        when = short_moment(one.since, language)
        by = "keeping.since_by" if one.by.strip() else "keeping.since"
        shown.append(row(one.number, say(by, language, when=when, name=one.by)))
        if one.why:
            shown.append(line(one.why, spacing="None", subtle=True))
    if len(view.held) > _SHOWN:
        more = str(len(view.held) - _SHOWN)
        shown.append(line(say("keeping.more_held", language, count=more), spacing="Small"))
    return shown


def _receipts(view: Keeping) -> list[CardElement]:
    language = view.language
    if not view.receipts:
        return [line(say("keeping.none_deleted", language), spacing="Small")]
    return [
        row(
            plain_date(one.day, language),
            say("keeping.receipt", language, what=_purpose(one.purpose, language),
                count=str(one.cases)),
        )
        for one in view.receipts
    ]  # fmt: skip


def _purpose(purpose: str, language: Language) -> str:
    """The purpose in words; one that came later than this card in general ones."""
    known = f"card.purpose.{purpose}" in catalogue(language)
    return say(f"purpose.{purpose}" if known else "purpose.other", language)


def looks_card(view: Looks) -> dict[str, Any]:
    """Who has looked at grounds, newest first, of all cases or of one."""
    language = view.language
    form = Form(language, view.values, view.problems)
    title = say("looks.title", language)
    body: list[CardElement] = [
        heading(title),
        line(say("looks.text", language)),
        *form.summary(),
        *form.text(_NUMBER, say("looks.number", language), optional=True),
    ]
    if not view.lines:
        body.append(state("closed", say("looks.none", language)))
    for one in view.lines:
        who = one.who.strip() or say("looks.unnamed", language)
        body.append(row(f"{short_moment(one.at, language)}", f"{who}, {one.number}"))
    if view.more:
        body.append(line(say("looks.more", language), spacing="Small"))
    actions: list[Action] = [
        press(say("looks.find", language), "looks", {}, primary=True, inputs=True),
        press(say("looks.back", language), "keeping", {}),
    ]
    return card(language, title, body, actions, wide=True)


def ask_person_card(view: AskPerson) -> dict[str, Any]:
    """One field: whom to search for."""
    language = view.language
    form = Form(language, view.values, view.problems)
    title = say("person.title", language)
    body: list[CardElement] = [
        heading(title),
        line(say("person.text", language)),
        *form.summary(),
        *form.text("person", say("person.who", language)),
    ]
    actions: list[Action] = [
        press(say("person.find", language), "person_export", {}, primary=True, inputs=True),
        press(say("looks.back", language), "keeping", {}),
    ]
    return card(language, title, body, actions)


def person_ready_card(view: PersonReady) -> dict[str, Any]:
    """The link, how long it works, and what is behind it; whom it is about stands nowhere."""
    language = view.language
    title = say("person.ready", language)
    until = say("person.until", language, time=clock_time(view.expires_at, language))
    body: list[CardElement] = [
        heading(title),
        line(say("person.own", language, count=str(view.own))),
        line(say("person.named", language, count=str(view.named)), spacing="Small"),
        line(say("person.acted", language, count=str(view.acted)), spacing="Small"),
        line(until, spacing="Small"),
        line(say("person.check", language), spacing="Small"),
    ]
    actions: list[Action] = [
        OpenUrlAction(title=say("person.open", language), url=view.url),
        press(say("looks.back", language), "keeping", {}),
    ]
    return card(language, title, body, actions)
