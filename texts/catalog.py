"""The catalogues: every sentence that is the same in all municipalities, by key.

``texts/<language>/*.po`` hold them; the msgid is the key (``toast.taken``), the msgstr the sentence.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from babel.messages.pofile import PoFileError, read_po

from guidelines.problem import Problem
from guidelines.rules import rule
from guidelines.wording import fill
from texts.views import Language

LANGUAGES: tuple[Language, ...] = ("da", "en")
HERE = Path(__file__).parent


class CatalogueError(Exception):
    """A catalogue cannot be used: not readable, a key twice, or a sentence missing."""


def text(key: str, language: Language = "da", /, **values: str) -> str:
    """The sentence ``key`` with its fields filled.

    Raises ``KeyError`` for an unknown key or a missing value. Values are plain text: whoever shows
    the sentence escapes it for the place where it stands.
    """
    return fill(catalogue(language)[key], values)


@rule("C2", surface="card")
def text_to(relation: str, key: str, language: Language = "da", /, **values: str) -> str:
    """The sentence about whoever records: of an employee's talk the one that says *den ansatte*
    (``<key>_employee``) where there is one, else the common one (C2)."""
    variant = f"{key}_{relation}"
    known = relation != "citizen" and variant in catalogue(language)
    return text(variant if known else key, language, **values)


def problem_text(problem: Problem, language: Language = "da", relation: str = "citizen") -> str:
    """What a person is told about one problem."""
    return text_to(relation, f"problem.{problem.code}", language, **problem.values)


@cache
def catalogue(language: Language) -> Mapping[str, str]:
    """All sentences of one language by key. Raises ``CatalogueError``."""
    sentences: dict[str, str] = {}
    for path in sorted((HERE / language).glob("*.po")):
        for key, sentence in read_catalogue(path, language).items():
            if key in sentences:
                raise CatalogueError(f"{language}/{path.name}: the key {key} is there already")
            sentences[key] = sentence
    return sentences


def read_catalogue(path: Path, language: Language) -> dict[str, str]:
    """The sentences of one file by key. Raises ``CatalogueError``."""
    sentences: dict[str, str] = {}
    try:
        with path.open("rb") as file:
            messages = read_po(file, locale=language, abort_invalid=True)
    except (OSError, ValueError, PoFileError) as error:
        raise CatalogueError(f"{language}/{path.name}: {error}") from error
    for message in messages:
        if message.id:
            if not isinstance(message.string, str) or not message.string.strip():
                raise CatalogueError(f"{language}/{path.name}: no sentence for {message.id}")
            sentences[str(message.id)] = message.string
    return sentences


def warm() -> None:
    """Read all catalogues now, so that a fault stops the start and not a conversation."""
    for language in LANGUAGES:
        catalogue(language)
