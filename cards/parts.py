"""The pieces every card is made of.

Running text is always a ``RichTextBlock``: its ``TextRun`` is not read as Markdown, so a name can
never become a link. Only headings are ``TextBlock`` (screen readers find them), and they hold our
own words or escaped ones. State is a mark and words, never colour alone.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal

from microsoft_teams.cards import (
    Action,
    ActionSet,
    AdaptiveCard,
    CardElement,
    Container,
    ContainerStyle,
    ExecuteAction,
    OpenUrlAction,
    RichTextBlock,
    Spacing,
    TeamsCardProperties,
    TextBlock,
    TextColor,
    TextRun,
    TextSize,
    ToggleVisibilityAction,
)

from cards.safe import LINE, clean, cut_bytes, escape, paragraphs, weight
from guidelines.rules import rule
from texts.catalog import catalogue, text, text_to
from texts.views import Language, Route

MARK = {"done": "✓", "open": "○", "look": "⚠", "on": "●", "no": "✕", "closed": "■"}
"""What stands before a state: done, still open, look here, going on, not, closed."""

Mark = Literal["done", "open", "look", "on", "no", "closed"]
_LETTER_BYTES, _LETTER_PARTS, _BLOCK_BYTES = 9000, 60, 80
_WORDS_BYTES, _WORDS_PARTS = 3000, 12  # three for each unit of the longest text
_SPOKEN = str.maketrans("", "", "<>&")


def promised(kinds: Sequence[str], place: str, language: Language) -> list[str]:
    """What the guideline promises always, in the words of the card: minutes, a printout (A3, B5)."""
    known = catalogue(language)
    return [
        say(f"{place}.promise_{k}", language) for k in kinds if f"card.{place}.promise_{k}" in known
    ]


def say(key: str, language: Language, **values: str) -> str:
    """The sentence ``card.<key>``; values are cleaned, so it is plain text and no Markdown."""
    return text(f"card.{key}", language, **{name: clean(value) for name, value in values.items()})


def lawyers(route: Route, language: Language) -> str:
    """What those are called who help with questions and get reports of misuse, as the guideline does."""
    return text(f"office.{route}", language)


@rule("C14", surface="card")
def internal_guide(address: str, language: Language) -> list[Action]:
    """The button to the municipality's own guide for staff; none where the profile has no address (C14)."""
    if not address.startswith("https://"):
        return []
    return [OpenUrlAction(title=text("card.common.internal_guide", language), url=address)]


def say_to(relation: str, key: str, language: Language, **values: str) -> str:
    """The same, said of whoever records: a citizen or an employee (C2)."""
    cleaned = {name: clean(value) for name, value in values.items()}
    return text_to(relation, f"card.{key}", language, **cleaned)


def card(
    language: Language,
    summary: str,
    body: Sequence[CardElement],
    actions: Sequence[Action] = (),
    *,
    wide: bool = False,
) -> dict[str, Any]:
    """The finished card, version 1.5. ``summary`` is spoken, and shown where cards are not."""
    plain = clean(summary, 2 * LINE).translate(_SPOKEN)
    made = AdaptiveCard(
        version="1.5",
        lang=language,
        speak=plain,
        fallback_text=plain,
        body=list(body),
        actions=list(actions) or None,
        msteams=TeamsCardProperties(width="full") if wide else None,
    )
    dumped: dict[str, Any] = made.model_dump(by_alias=True, exclude_none=True)
    return {"$schema": "http://adaptivecards.io/schemas/adaptive-card.json", **dumped}


def heading(words: str, *, size: TextSize = "Large") -> TextBlock:
    """A heading in our own words."""
    return TextBlock(text=words, wrap=True, style="heading", size=size, weight="Bolder")


def heading_of(words: str, limit: int = LINE) -> TextBlock:
    """A small heading in words that came from outside; escaped."""
    return TextBlock(
        text=escape(words, limit),
        wrap=True,
        style="heading",
        size="Medium",
        weight="Bolder",
        spacing="Large",
    )


def line(
    words: str,
    *,
    bold: bool = False,
    subtle: bool = False,
    size: TextSize | None = None,
    color: TextColor | None = None,
    spacing: Spacing | None = None,
    limit: int = 2 * LINE,
) -> RichTextBlock:
    """One line of running text; line breaks in it become spaces."""
    run: CardElement = TextRun(
        text=clean(words, limit),
        weight="Bolder" if bold else None,
        is_subtle=subtle or None,
        color=color,
        size=size,
    )
    return RichTextBlock(inlines=[run], spacing=spacing)


def state(mark: Mark, words: str, *, spacing: Spacing | None = None) -> RichTextBlock:
    """A state: its mark and its words in bold."""
    return line(f"{MARK[mark]} {words}", bold=True, spacing=spacing)


def row(label: str, value: str, limit: int = LINE) -> RichTextBlock:
    """A fact: the label in bold, then the value as it was written."""
    runs: list[CardElement] = [
        TextRun(text=f"{label}: ", weight="Bolder"),
        TextRun(text=clean(value, limit)),
    ]
    return RichTextBlock(inlines=runs, spacing="Small")


def words_of(
    label: str, value: str, limit: int, *, spacing: Spacing = "Small"
) -> list[CardElement]:
    """Longer words of a person under their label, line by line; nothing when there are none."""
    parts = paragraphs(
        cut_bytes(clean(value, limit, lines=True), _WORDS_BYTES), limit, _WORDS_PARTS
    )
    if not parts:
        return []
    first = line(label, bold=True, spacing=spacing)
    return [first, *(line(part, spacing="Small", limit=limit) for part in parts)]


def panel(
    items: Sequence[CardElement],
    *,
    style: ContainerStyle | None = "emphasis",
    hidden_as: str | None = None,
) -> Container:
    """A group set apart from the rest; ``hidden_as`` hides it under that id (:func:`unfold`)."""
    return Container(
        id=hidden_as, items=list(items), style=style, is_visible=False if hidden_as else None
    )


def letter(
    parts: Sequence[str], *, size: TextSize | None = None, hidden_as: str | None = None
) -> Container:
    """A text to read, one block for each line; what is over nine kilobytes is cut."""
    shown: list[CardElement] = []
    left = _LETTER_BYTES
    for text_line, spacing in _lines_of(parts)[:_LETTER_PARTS]:
        words = cut_bytes(text_line, left)
        left -= weight(words) + _BLOCK_BYTES
        bold = words.endswith(":")
        shown.append(line(words, bold=bold, size=size, spacing=spacing, limit=_LETTER_BYTES))
        if left <= 0:
            break
    return panel(shown, hidden_as=hidden_as)


def _lines_of(parts: Sequence[str]) -> list[tuple[str, Spacing | None]]:
    """The lines of each paragraph, an address for example, and points of a list close together."""
    return [
        (words, "None" if place else "Small" if words.startswith("–") else None)
        for part in parts
        for place, words in enumerate(paragraphs(part, _LETTER_BYTES))
    ]


def press(
    title: str,
    verb: str,
    data: Mapping[str, object],
    *,
    primary: bool = False,
    inputs: bool = False,
) -> ExecuteAction:
    """A button. Only with ``inputs`` it sends what is typed on the card."""
    return ExecuteAction(
        title=clean(title),
        verb=verb,
        data={name: _carried(value) for name, value in data.items()},
        style="positive" if primary else None,
        associated_inputs=None if inputs else "none",
    )


def _carried(value: object) -> object:
    """Numbers as they are, all else as text that every JSON reader takes (no lone surrogates)."""
    return value if isinstance(value, int) else str(value).encode(errors="ignore").decode()


def unfold(title: str, target: str) -> ToggleVisibilityAction:
    """A button that shows or hides a part of the card; nothing is sent."""
    return ToggleVisibilityAction(title=title, target_elements=[target])


def buttons(*actions: Action) -> ActionSet:
    """Buttons inside the card, next to what they are about."""
    return ActionSet(actions=list(actions))
