"""The note for the case: to read, and to copy from one field with the keyboard."""

from __future__ import annotations

from typing import Any

from microsoft_teams.cards import Action, CardElement, TextInput

from cards.closed import closed_lines
from cards.fields import Form
from cards.parts import buttons, card, heading, line, panel, press, say, state, unfold
from cards.safe import clean, cut_bytes, paragraphs, weight
from guidelines.rules import rule
from texts.views import CaseNote

GUIDANCE, TERMS = "guidance", "terms"
_LONGEST = 18_000
_MOST_BYTES = 20_000
_SHOWN_TWICE = 7000


@rule("C19", "C20", "C29", surface="card")
def case_note_card(view: CaseNote) -> dict[str, Any]:
    """The note as text and in a field to copy from; a very long one only in the field. What is missing
    stands first; without the guidance it cannot be called copied (C19)."""
    language = view.language
    title = say("note.title", language, number=view.number)
    body: list[CardElement] = [heading(title), *closed_lines(view.closed, language)]
    data = {"request_id": view.request_id}
    actions: list[Action] = []
    body += _missing(view)
    to_copy = (not view.copied or view.changed) and GUIDANCE not in view.missing
    if view.copied:
        key = "note.differs" if view.changed else "note.copied"
        body.append(state("look" if view.changed else "done", say(key, language)))
    if to_copy:
        shown = {**data, "shown": view.shown} if view.shown else data
        actions.append(press(say("note.done", language), "note_copied", shown, primary=True))
    if GUIDANCE in view.missing or TERMS in view.missing:
        body += _guidance(view, first=not to_copy)
    if GUIDANCE in view.missing and view.meeting_id is not None:
        guide = {"meeting_id": view.meeting_id}
        actions.append(press(say("note.guide", language), "guide", guide))
    note = cut_bytes(clean(view.text, _LONGEST, lines=True), _MOST_BYTES)
    if weight(note) <= _SHOWN_TWICE:
        body.append(panel([line(part, limit=_LONGEST) for part in paragraphs(note, _LONGEST)]))
    if to_copy or weight(note) > _SHOWN_TWICE:
        label = say("note.field", language)
        body.append(line(say("note.how", language), spacing="Medium"))
        body.append(TextInput(id="note_text", label=label, value=note, is_multiline=True))
    actions.append(press(say("note.back", language), "case", data))
    return card(language, title, body, actions, wide=True)


@rule("C19", "C20", surface="card")
def _guidance(view: CaseNote, *, first: bool) -> list[CardElement]:
    """What can be said of the guidance once the talk is over; it counts for this wish. ``first``: it is
    what the card asks for, since there is nothing to copy yet."""
    language, form = view.language, Form(view.language, view.values, view.problems)

    def tick(key: str, said: str, *, primary: bool = False, inputs: bool = False) -> Action:
        data = {"request_id": view.request_id, "guidance": said}
        verb = "note_not_guided" if inputs else "note_guidance"
        return press(say(key, language), verb, data, primary=primary, inputs=inputs)

    asked = form.has_problem("not_guided_why")
    row: list[Action] = [
        tick("note.was_guided", "guided", primary=first),
        tick("situation.not_recorded", "not_recorded"),
    ]
    if not asked:
        row.append(unfold(say("note.was_not_guided", language), "skipping"))
    why = form.text("not_guided_why", say("guide.why", language), lines=True)
    skip = buttons(tick("guide.skip", "not_guided", inputs=True))
    hidden = None if asked else "skipping"
    return [buttons(*row), panel([*form.summary(), *why, skip], hidden_as=hidden)]


def _missing(view: CaseNote) -> list[CardElement]:
    """What keeps the note from being whole, and what to do about it."""
    language = view.language
    if not view.missing:
        return []
    shown: list[CardElement] = [state("look", say("note.missing", language))]
    shown += [line(say(f"note.missing_{c}", language), spacing="Small") for c in view.missing]
    return [panel(shown)]
