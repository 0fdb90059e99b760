"""Checks the catalogues of sentences: Danish and English say the same things, and code asks for no
sentence that is not there. ``make check`` runs it; ``tests/system`` asks the same function."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.pofile import read_po

ROOT = Path(__file__).resolve().parent.parent
LANGUAGES = ("da", "en")
ROOMS = ("bots", "cards", "casework", "texts", "web")
VALUE = re.compile(r"\{(\w+)\}")

Sentences = dict[str, str]


def sentences(language: str, texts: Path = ROOT / "texts") -> dict[str, Sentences]:
    """File name → key → sentence, of one language."""
    found: dict[str, Sentences] = {}
    for path in sorted((texts / language).glob("*.po")):
        with path.open("rb") as lines:
            entries = [entry for entry in read_po(lines, locale=language) if entry.id]
        found[path.name] = {str(entry.id): str(entry.string) for entry in entries}
    return found


def faults_between(danish: dict[str, Sentences], english: dict[str, Sentences]) -> list[str]:
    """Files, keys or values that only one language has, and sentences that are empty."""
    faults = [
        f"texts/*/{name}: only one language has it" for name in danish.keys() ^ english.keys()
    ]
    for name in sorted(danish.keys() & english.keys()):
        one, other = danish[name], english[name]
        faults += [
            f"{name}: only one language has {key}" for key in sorted(one.keys() ^ other.keys())
        ]
        for key in sorted(one.keys() & other.keys()):
            if not one[key] or not other[key]:
                faults.append(f"{name}: {key} is empty")
            elif set(VALUE.findall(one[key])) != set(VALUE.findall(other[key])):
                faults.append(f"{name}: {key} has other values in English than in Danish")
    return faults


def twice(catalogues: dict[str, Sentences]) -> list[str]:
    """Keys that two files of one language define."""
    seen: dict[str, str] = {}
    faults = []
    for name, keys in catalogues.items():
        faults += [f"{name}: {key} stands in {seen[key]} too" for key in keys if key in seen]
        seen.update(dict.fromkeys(keys, name))
    return faults


def keys_asked(path: Path) -> Iterator[tuple[str, bool, int]]:
    """Each key the file asks ``text(…)`` for: the key or its fixed start, whether whole, the line."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not (isinstance(node, ast.Call) and node.args):
            continue
        name = (
            node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        )
        if name not in ("text", "say"):
            continue
        room = "card." if name == "say" else ""  # cards.parts.say puts its room's name in front
        match node.args[0]:
            case ast.Constant(value=str(key)) if "." in key:
                yield room + key, True, node.lineno
            case ast.JoinedStr(values=[ast.Constant(value=str(start)), *_]) if "." in start:
                yield room + start, False, node.lineno


def missing_keys(known: set[str]) -> list[str]:
    """Keys that code asks for and no catalogue has."""
    faults = []
    for path in sorted(file for room in ROOMS for file in (ROOT / room).rglob("*.py")):
        for key, whole, line in keys_asked(path):
            if key not in known and (whole or not any(other.startswith(key) for other in known)):
                faults.append(f"{path.relative_to(ROOT)}:{line}: no sentence {key}")
    return faults


def faults() -> list[str]:
    """Everything that is wrong with the catalogues; empty when nothing is."""
    danish, english = (sentences(language) for language in LANGUAGES)
    known = {key for keys in danish.values() for key in keys}
    empty = [] if known else ["texts/da holds no sentences"]
    return empty + twice(danish) + faults_between(danish, english) + missing_keys(known)


if __name__ == "__main__":
    found = faults()
    print("\n".join(found))
    sys.exit(1 if found else 0)
