"""Where each text of a profile is used, and which fields can be filled there.

A text may stand in several places: it may hold only what every one of them can fill, so that whatever
loads can be said. Links are those the profile has.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from guidelines.profile_file import Source
from guidelines.profile_parts import INTERNAL_GUIDE
from guidelines.wording import fields_of

Raw = Mapping[str, Any]
LINKS = "*links"
"""Stands for every link of the profile but the one to its guide for staff, which is a button (C14)."""
LETTER, MEETING, ANSWER, NOTHING = ("tid", LINKS), ("navn",), (LINKS,), ()
LISTS: Mapping[str, Sequence[str]] = {
    "granted_terms": LETTER,
    "announcement": MEETING,
    "phone_lines": MEETING,
    "preparation": ANSWER,
    "guidance": ANSWER,
    "undisclosed_steps": ANSWER,
    "refuser_notes": ANSWER,
}
NAMED: Mapping[str, Sequence[str]] = {
    "granted_answer": LETTER,
    "refused_answer": LETTER,
    "refused_part": LETTER,
    "own_recording": LETTER,
    "own_recording_deleted": ("sletdato", *LETTER),
    "devices_out": ("sted", *LETTER),
    "decided_with": ("leder", *LETTER),
    "noted_refusal": LETTER,
    "how_to_record": ANSWER,
    "may_i_share": ANSWER,
    "no_special_right": ANSWER,
    "circumstances": ANSWER,
    "script_opening": MEETING,
    "script_closing": MEETING,
    "says_late": MEETING,
    "says_both": MEETING,
    "says_own_part": MEETING,
    "says_video": MEETING,
    "says_aloud": MEETING,
    "says_sound": MEETING,
    "says_guidance": NOTHING,
    "says_decision": NOTHING,
    "employee_sentence_permitted": NOTHING,
    "employee_sentence_refused": NOTHING,
    "employee_sentence_undecided": NOTHING,
    "encouragement": NOTHING,
    "municipality_records": NOTHING,
    "phone_terms": NOTHING,
    "talk_not_covered": NOTHING,
    "video_answer": NOTHING,
}
"""The texts the product uses by their name."""
ANY = ("navn", "leder", "sted", "sletdato", *LETTER)
"""For a text that stands nowhere, and so is never said."""


def bad_fields(source: Source) -> Iterator[str]:
    """A line for each sentence with a field that one of its places cannot fill, or with none of the
    words that a place needs."""
    raw = source.raw
    for name, words in raw["texts"].items():
        allowed = fields_allowed(raw, name)
        for language, sentence in words.items():
            where = f"texts.{name}.{language}"
            said = f"{source.at(where)}: {where}"
            may = _braced(allowed) or "ingen felter"
            try:
                unknown = fields_of(sentence) - set(allowed)
            except ValueError:
                yield f"{said}: en klamme hører ikke til et felt; tilladt: {may}"
                continue
            if unknown:
                used = ", ".join(_used_in(raw, base_of(name)))
                here = f"i {used}" if used else "her"
                yield (
                    f"{said}: {_braced(sorted(unknown))} kan ikke fyldes ud {here}; tilladt: {may}"
                )
    for where, words in _outside_texts(raw):
        for language, sentence in words.items():
            if "{" in sentence or "}" in sentence:
                at = f"{where}.{language}"
                yield f"{source.at(at)}: {at}: en klamme kan ikke stå her; tilladt: ingen felter"


def _braced(fields: Sequence[str]) -> str:
    return ", ".join(f"{{{field}}}" for field in fields)


def fields_allowed(raw: Raw, name: str) -> tuple[str, ...]:
    """The fields every place of the text can fill, in the order of the first of them."""
    base = base_of(name)
    places = [_here(raw, place) for place in _places(raw, base)]
    first, *others = places or [_here(raw, ANY)]
    return tuple(field for field in first if all(field in place for place in others))


def base_of(name: str) -> str:
    """The name by which a text is used; towards employees the one with the ending takes its place."""
    return name.removesuffix("_employee")


def _places(raw: Raw, name: str) -> Iterator[Sequence[str]]:
    if name in NAMED:
        yield NAMED[name]
    for place in _used_in(raw, name):
        yield LISTS.get(place, LETTER)


def _used_in(raw: Raw, name: str) -> list[str]:
    """The lists the text stands in, and ``intro`` where a refusal begins with it."""
    lists = [one for one in LISTS if name in raw[one]]
    intro = any(ground["intro"] == name for ground in raw["refusal_grounds"])
    return [*lists, "intro"] if intro else lists


def _here(raw: Raw, place: Sequence[str]) -> tuple[str, ...]:
    fields: list[str] = []
    for field in place:
        fields += (
            [one for one in raw["links"] if one != INTERNAL_GUIDE] if field == LINKS else [field]
        )
    return tuple(fields)


def _outside_texts(value: Any, where: str = "") -> Iterator[tuple[str, Mapping[str, str]]]:
    """Every label, help and heading: words that are shown as they stand."""
    if isinstance(value, dict):
        if set(value) == {"da", "en"}:
            yield where, value
            return
        for name, inner in value.items():
            if where or name not in ("texts", "demands"):
                yield from _outside_texts(inner, f"{where}.{name}" if where else name)
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _outside_texts(inner, f"{where}[{index}]")
