"""Where a case's choices come from: a seed and a number, so that every case can be made again."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import Protocol, TypeVar

T = TypeVar("T")


class Source(Protocol):
    """Choices; a seeded generator, or bytes that a coverage-guided fuzzer chose."""

    def below(self, limit: int) -> int:
        """A number from 0 and less than ``limit``."""
        ...

    def some_bytes(self, most: int) -> bytes:
        """Up to ``most`` bytes."""
        ...


class Seeded:
    """The choices of case ``number`` under ``seed``."""

    def __init__(self, seed: int, number: int) -> None:
        self._random = random.Random(f"{seed}:{number}")  # noqa: S311 it must come out the same again

    def below(self, limit: int) -> int:
        """A number from 0 and less than ``limit``."""
        return self._random.randrange(limit)

    def some_bytes(self, most: int) -> bytes:
        """Up to ``most`` bytes."""
        return self._random.randbytes(self._random.randrange(most + 1))


def pick(source: Source, choices: Sequence[T]) -> T:
    """One of them."""
    return choices[source.below(len(choices))]


def chance(source: Source, percent: int) -> bool:
    """True in so many of a hundred cases."""
    return source.below(100) < percent
