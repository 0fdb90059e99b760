"""What Teams refuses in a card (teams-platform 8): size, version, unknown parts, wrong ids."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from sandbox.answers import ApiError, bad_request

CARD_TYPE = "application/vnd.microsoft.card.adaptive"
TYPES = frozenset(
    {"AdaptiveCard", "TextBlock", "Image", "RichTextBlock", "TextRun", "Container", "ColumnSet"}
    | {"Column", "FactSet", "ImageSet", "ActionSet", "Table", "TableRow", "TableCell", "Fact"}
    | {"TableColumnDefinition", "Input.Text", "Input.Number", "Input.Date", "Input.Time"}
    | {"Input.Toggle", "Input.ChoiceSet", "Input.Choice", "Data.Query", "BackgroundImage"}
    | {"Action.OpenUrl", "Action.Submit", "Action.ShowCard", "Action.ToggleVisibility"}
    | {"Action.Execute", "Refresh", "Authentication", "TokenExchangeResource"}
)
CHILDREN = ("body", "items", "columns", "rows", "cells", "actions", "inlines", "images")
SINGLE = ("selectAction", "inlineAction", "card", "fallback", "refresh", "action")
MOST_REFRESHERS = 60


def parts(node: Any) -> Iterator[dict[str, Any]]:
    """The card and every element and action in it."""
    if isinstance(node, list):
        for child in node:
            yield from parts(child)
    elif isinstance(node, dict):
        yield node
        for name in (*CHILDREN, *SINGLE):
            if isinstance(node.get(name), list | dict):
                yield from parts(node[name])


def size_of(value: Any) -> int:
    """The size as Teams counts it: JSON in UTF-16."""
    return len(json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-16-le"))


def bytes_of(value: Any) -> int:
    """The size of the JSON in UTF-8."""
    return len(json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode())


def check_card(card: Any, limit: int) -> None:
    """Raises ApiError for a card Teams would not take; ``limit`` in bytes."""
    if not isinstance(card, dict) or card.get("type") != "AdaptiveCard":
        raise bad_request("BadSyntax", "The attachment is no AdaptiveCard.", "bad_card")
    if bytes_of(card) > limit:
        text = "Message size too large."
        raise ApiError(413, "MessageSizeTooBig", text, problem="card_too_big")
    version = str(card.get("version", ""))
    if version not in ("1.0", "1.1", "1.2", "1.3", "1.4", "1.5"):
        raise bad_request("BadSyntax", f"Card version {version!r}.", "card_version")
    for part in parts(card):
        _check_part(part)
    ids = [part["id"] for part in parts(card) if str(part.get("type")).startswith("Input.")]
    if len(ids) != len(set(ids)):
        raise bad_request("BadSyntax", "Two inputs have the same id.", "card_duplicate_input")
    _check_people(card)


def _check_part(part: dict[str, Any]) -> None:
    kind = part.get("type")
    if kind is not None and kind not in TYPES:
        raise bad_request("BadSyntax", f"Unknown element {kind!r}.", "card_unknown_element")
    needed = {
        "TextBlock": "text",
        "Action.Execute": "verb",
        "Image": "url",
        "Action.OpenUrl": "url",
    }
    field = "id" if str(kind).startswith("Input.") else needed.get(str(kind))
    if field is not None and not isinstance(part.get(field), str):
        raise bad_request("BadSyntax", f"{kind} lacks {field}.", "card_missing_property")


def _check_people(card: dict[str, Any]) -> None:
    refreshers = (card.get("refresh") or {}).get("userIds") or []
    if len(refreshers) > MOST_REFRESHERS:
        raise bad_request("BadSyntax", "More than 60 userIds.", "card_too_many_users")
    if any(not str(mri).startswith("29:") for mri in refreshers):
        raise bad_request("BadSyntax", "userIds must be MRIs.", "directory_id_for_mri")


def find_action(card: dict[str, Any] | None, verb: str, data: dict[str, Any]) -> dict[str, Any]:
    """The Execute action pressed: same verb, and its own data (as far as given) the same.

    Raises LookupError when the card has none.
    """
    actions = [part for part in parts(card or {}) if part.get("verb") == verb]
    for action in actions:
        own = action.get("data") or {}
        if all(data.get(key, value) == value for key, value in own.items()):
            return action
    raise LookupError(f"kortet har ingen knap {verb}")


def input_values(card: dict[str, Any]) -> dict[str, str]:
    """What the inputs of a card hold before anybody types; empty ones are left out."""
    found: dict[str, str] = {}
    for part in parts(card):
        kind = str(part.get("type"))
        value = part.get("value")
        if kind == "Input.Toggle":
            value = value if value is not None else part.get("valueOff", "false")
        if kind.startswith("Input.") and value not in (None, ""):
            found[part["id"]] = str(value)
    return found
