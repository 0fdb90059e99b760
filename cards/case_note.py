"""The note for the case: to read, and to copy from one field with the keyboard."""

from __future__ import annotations

from typing import Any

from microsoft_teams.cards import Action, CardElement, TextInput

from cards.parts import card, heading, line, panel, press, say, state
from cards.safe import clean, cut_bytes, paragraphs, weight
from texts.views import CaseNote

_LONGEST = 18_000
_MOST_BYTES = 20_000
_SHOWN_TWICE = 7000


def case_note_card(view: CaseNote) -> dict[str, Any]:
    """The note as text and in a field to copy from; a very long one only in the field."""
    language = view.language
    title = say("note.title", language, number=view.number)
    body: list[CardElement] = [heading(title)]
    data = {"request_id": view.request_id}
    actions: list[Action] = []
    if view.copied:
        body.append(state("done", say("note.copied", language)))
    else:
        actions.append(press(say("note.done", language), "note_copied", data, primary=True))
    note = cut_bytes(clean(view.text, _LONGEST, lines=True), _MOST_BYTES)
    if weight(note) <= _SHOWN_TWICE:
        body.append(panel([line(part, limit=_LONGEST) for part in paragraphs(note, _LONGEST)]))
    if not view.copied or weight(note) > _SHOWN_TWICE:
        label = say("note.field", language)
        body.append(line(say("note.how", language), spacing="Medium"))
        body.append(TextInput(id="note_text", label=label, value=note, is_multiline=True))
    actions.append(press(say("note.back", language), "case", data))
    return card(language, title, body, actions, wide=True)
