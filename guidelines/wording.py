"""Sentences with fields: which fields a sentence has, and how they are filled.

A field is a name in braces, ``{navn}``. Nothing else has a meaning, so that what a person typed can
stand in a field whatever it holds: values are put in once and are never read for fields again.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

_FIELD = re.compile(r"\{([a-z][a-z0-9_]*)\}")


def length(text: str) -> int:
    """How long a text is, as a field's greatest length counts on every client: in UTF-16 units."""
    return len(text.encode("utf-16-le", errors="surrogatepass")) // 2


def fields_of(sentence: str) -> frozenset[str]:
    """The names of the fields in ``sentence``.

    Raises ``ValueError`` when a brace stands alone or holds something that is no field name.
    """
    if re.search(r"[{}]", _FIELD.sub("", sentence)):
        raise ValueError("a brace in the sentence is not part of a field such as {navn}")
    return frozenset(_FIELD.findall(sentence))


def fill(sentence: str, values: Mapping[str, str]) -> str:
    """``sentence`` with its fields filled, as plain text.

    Raises ``KeyError`` with the field's name when a value is missing, and ``ValueError`` as
    ``fields_of`` does. Values that the sentence has no use for are left out.
    """
    fields_of(sentence)
    return _FIELD.sub(lambda match: values[match[1]], sentence)
