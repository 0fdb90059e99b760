"""The list of who hears a meeting, and the small form that puts somebody on it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from microsoft_teams.cards import CardElement

from cards.fields import Form, choices_of
from cards.parts import MARK, buttons, line, press, say
from cards.safe import clean
from texts.dates import clock_time
from texts.views import Choice, Language, ListenerLine

KINDS = ("companion", "interpreter", "representative", "other")
_MOST, _NAME = 20, 40


def listener_rows(people: Sequence[ListenerLine], language: Language) -> list[CardElement]:
    """Each person: who, and whether they have heard it; those who have not come first."""
    if not people:
        return [line(say("listener.nobody", language), spacing="Small")]
    ordered = sorted(people, key=lambda one: one.informed)
    shown: list[CardElement] = [
        line(f"{MARK['done' if one.informed else 'open']} {_words(one, language)}", spacing="Small")
        for one in ordered[:_MOST]
    ]
    rest = len(ordered) - _MOST
    if rest > 0:
        shown.append(line(say("ledger.more", language, count=str(rest)), spacing="Small"))
    return shown


def named(name: str, kind: str, language: Language) -> str:
    """The name with what the person is there as; without a name, that alone."""
    known = clean(name, _NAME)
    if kind not in (*KINDS, "recorder"):
        unnamed = "ledger.unnamed_phone" if kind == "phone" else "ledger.unnamed_person"
        return known or say(unnamed, language)
    role = say(f"listener.kind.{kind}", language)
    if not known:
        return say("listener.unnamed", language, role=role)
    return say("listener.named", language, name=known, role=role)


def _words(one: ListenerLine, language: Language) -> str:
    name = named(one.name, one.kind, language)
    if not one.informed:
        return say("listener.must_hear", language, name=name)
    if one.maybe:
        return say("listener.maybe_heard", language, name=name)
    if one.at is None or not one.by.strip():
        return say("listener.heard", language, name=name)
    time = clock_time(one.at, language)
    return say("listener.heard_by", language, name=name, by=clean(one.by, _NAME), time=time)


def add_form(form: Form, data: Mapping[str, object], back: str) -> list[CardElement]:
    """Two fields: the name, which may be kept back, and what the person is there as."""
    language = form.language
    kinds = choices_of("listener.kind", KINDS, language)
    add = press(say("listener.add", language), "listener_add", {**data, "back": back}, inputs=True)
    return [
        *form.text("listener_name", say("listener.name", language), optional=True),
        *form.choice("listener_kind", say("listener.as", language), kinds, default="companion"),
        buttons(add),
    ]


def drop_form(
    form: Form, people: Sequence[ListenerLine], data: Mapping[str, object], back: str
) -> list[CardElement]:
    """Takes somebody off the list who is not there; nothing while nobody can be taken off."""
    language = form.language
    those = [one for one in people if one.may_drop]
    if not those:
        return []
    choices = [Choice(str(one.id), named(one.name, one.kind, language)) for one in those]
    drop = press(
        say("listener.drop", language), "listener_drop", {**data, "back": back}, inputs=True
    )
    return [*form.choice("listener", say("listener.who", language), choices), buttons(drop)]
