"""What is wrong: with something a person typed or pressed, or with a profile."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Problem:
    """One fault at one field.

    ``field`` is the input's id on the card, or ``""`` when the fault belongs to the whole form;
    ``code`` names the sentence in the catalogues (``problem.<code>``); ``values`` fill it.
    """

    field: str
    code: str
    values: Mapping[str, str] = dataclasses.field(default_factory=dict)


class ProfileError(Exception):
    """A profile cannot be used. ``lines`` has one line per fault."""

    def __init__(self, lines: tuple[str, ...]) -> None:
        super().__init__("\n".join(lines))
        self.lines = lines
