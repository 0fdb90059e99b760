"""Text that people typed, made safe to show on a card.

Two ways, by the element it goes into (teams-platform 8.2): :func:`clean` for elements that take text
as it is (``TextRun``, choices in a list, values of inputs), :func:`escape` for elements that read
Markdown (``TextBlock``, titles of expanded choices). Whatever the client does with the text
afterwards, mentions, control characters and direction marks are gone.
"""

from __future__ import annotations

import re
import unicodedata

LINE = 200
"""Length kept of a text that is shown on one line, unless the caller says otherwise."""

_MENTION = re.compile(r"<\s*/?\s*at\b[^<>]*>", re.IGNORECASE)
_FUNCTION = re.compile(r"\{(?=\{)")
_MARKDOWN = re.compile(r"([\\`*_{}\[\]()~#+\-.!<>&|:])")
_JOINERS = "\u200c\u200d"
_MOST_MARKS = 3


def clean(text: str, limit: int = LINE, *, lines: bool = False) -> str:
    """The text without control and direction characters and mentions, at most ``limit`` long.

    Length counts as clients count it, in UTF-16 units: a unit is never more than three bytes.
    ``{{`` is broken up, since text elements take ``{{DATE(…)}}`` for a date to be drawn. With
    ``lines`` line breaks stay, otherwise all white space becomes one space. A text that was cut
    ends in an ellipsis.
    """
    kept = _FUNCTION.sub("{ ", _without_mentions(_printable(text)))
    if lines:
        kept = "\n".join(" ".join(line.split()) for line in kept.split("\n")).strip()
    else:
        kept = " ".join(kept.split())
    return kept if _units(kept) <= limit else _cut(kept, limit - 1).rstrip() + "…"


def escape(text: str, limit: int = LINE) -> str:
    """The cleaned text on one line, with every character that Markdown or HTML reads escaped."""
    return _MARKDOWN.sub(r"\\\1", clean(text, limit))


def paragraphs(text: str, limit: int, most: int = 40) -> tuple[str, ...]:
    """The cleaned text cut at its line breaks, empty lines left out; the last holds the rest."""
    found = [line for line in clean(text, limit, lines=True).split("\n") if line]
    if len(found) <= most:
        return tuple(found)
    return (*found[: most - 1], " ".join(found[most - 1 :]))


def both_ends(text: str, limit: int) -> str:
    """The cleaned text on one line; a longer one loses its middle, since a date may stand last."""
    whole = clean(text, 10 * limit)
    if _units(whole) <= limit:
        return whole
    half = limit // 2 - 1
    return f"{_cut(whole, half).rstrip()} … {_cut(whole[::-1], half)[::-1].lstrip()}"


def cut_bytes(text: str, most: int) -> str:
    """The text if it takes at most this many bytes in a card; else its beginning and an ellipsis."""
    shorter = text
    while (heavy := weight(shorter)) > most - 3 * (shorter != text):
        shorter = shorter[: len(shorter) * (most - 3) // (heavy + 1)]
    return text if shorter == text else shorter + "…"


def shortened(text: str, limit: int, most: int) -> str:
    """The cleaned text with its lines, at most ``limit`` long and ``most`` bytes heavy: for cards that
    show many texts. No ordinary text in Danish or English is cut by the bytes before the length."""
    return cut_bytes(clean(text, limit, lines=True), most)


def weight(text: str) -> int:
    """How many bytes the text takes in a card."""
    return len(text.encode()) + sum(text.count(char) for char in '"\\\n')


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def _cut(text: str, units: int) -> str:
    return text.encode("utf-16-le")[: 2 * units].decode("utf-16-le", errors="ignore")


def _without_mentions(text: str) -> str:
    while (shorter := _MENTION.sub("", text)) != text:
        text = shorter
    return text


def _printable(text: str) -> str:
    kept: list[str] = []
    marks = 0
    for char in text.replace("\r\n", "\n"):
        category = unicodedata.category(char)
        marks = marks + 1 if category in ("Mn", "Me") else 0
        if char in "\n\r\u2028\u2029":
            kept.append("\n")
        elif char == "\t" or category in ("Zs", "Zl", "Zp"):
            kept.append(" ")
        elif char in _JOINERS or (category[0] != "C" and marks <= _MOST_MARKS):
            kept.append(char)
    return "".join(kept)
