"""The elements and properties of schema 1.5 that our cards use; anything else is a mistake.

``microsoft-teams-cards`` takes unknown properties and newer elements without a word, so this list is
the guard. ``msteams`` is Teams' own addition beside the schema.
"""

from __future__ import annotations

from typing import Any

_ELEMENT = {"type", "id", "spacing", "isVisible"}
_INPUT = {"type", "id", "label", "value"}
_ACTION = {"type", "title", "style"}
ALLOWED: dict[str, set[str]] = {
    "AdaptiveCard": {
        "$schema", "type", "version", "lang", "speak", "fallbackText", "body", "actions", "msteams",
    },
    "TextBlock": _ELEMENT | {"text", "wrap", "style", "size", "weight"},
    "RichTextBlock": _ELEMENT | {"inlines"},
    "TextRun": {"type", "text", "weight", "isSubtle", "size", "color"},
    "Container": _ELEMENT | {"items", "style"},
    "ActionSet": _ELEMENT | {"actions"},
    "Input.Text": _INPUT | {"isMultiline", "maxLength", "placeholder"},
    "Input.ChoiceSet": _INPUT | {"choices", "style", "placeholder", "wrap"},
    "Input.Date": _INPUT,
    "Input.Time": _INPUT,
    "Input.Toggle": _INPUT | {"title", "valueOn", "valueOff", "wrap"},
    "Action.Execute": _ACTION | {"verb", "data", "associatedInputs"},
    "Action.OpenUrl": _ACTION | {"url"},
    "Action.ToggleVisibility": _ACTION | {"targetElements"},
}  # fmt: skip
_INSIDE = {"body", "items", "actions", "inlines"}


def walk(part: dict[str, Any]) -> list[dict[str, Any]]:
    """The card and every element and action in it."""
    found = [part]
    for name in _INSIDE & part.keys():
        for child in part[name]:
            found += walk(child)
    return found


def unknown(card: dict[str, Any]) -> list[str]:
    """What is on the card and not on the list."""
    faults = []
    for part in walk(card):
        allowed = ALLOWED.get(part.get("type", ""))
        if allowed is None:
            faults.append(f"element {part.get('type')}")
        else:
            faults += [f"{part['type']}.{name}" for name in part.keys() - allowed]
    for choices in (part["choices"] for part in walk(card) if "choices" in part):
        faults += ["choice" for choice in choices if choice.keys() != {"title", "value"}]
    return faults
