"""Reading a profile's YAML strictly: no key twice, dates as written, nothing but plain data."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from guidelines.problem import ProfileError

READABLE = "en fil, der findes, og som programmet må læse"
NO_TEXT = "filen er ikke gemt som UTF-8; tilladt: en tekstfil i UTF-8"
NO_PARAMETERS = "filen har ingen parametre; tilladt: en linje for hver parameter"


@dataclass(frozen=True)
class Source:
    """A profile as its file has it: the parameters, and the line each of them stands on."""

    file: str
    raw: Mapping[str, Any]
    lines: Mapping[str, int]

    def at(self, path: str) -> str:
        """Where a parameter stands: »nyborg.yaml:12«; the nearest that encloses it."""
        while path and path not in self.lines:
            path = path[: max(path.rfind("."), path.rfind("["), 0)]
        line = self.lines.get(path)
        return f"{self.file}:{line}" if line else self.file


class _GivenTwice(yaml.YAMLError):
    """Names that stand again where they stood already: each with its line."""

    def __init__(self, again: list[tuple[int, str]]) -> None:
        super().__init__(again)
        self.again = again


class _Strict(yaml.CSafeLoader):
    """YAML's safe loader that refuses a key given twice and leaves dates as text."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        keys = [self.construct_object(key, deep=True) for key, _ in node.value]
        again = [
            (written.start_mark.line + 1, str(key))
            for at, (key, (written, _)) in enumerate(zip(keys, node.value, strict=True))
            if key in keys[:at]
        ]
        if again:
            raise _GivenTwice(again)
        return super().construct_mapping(node, deep=deep)


_Strict.yaml_implicit_resolvers = {
    first: [pair for pair in pairs if pair[0] != "tag:yaml.org,2002:timestamp"]
    for first, pairs in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def read(path: Path) -> Source:
    """The parameters in the file. Raises ``ProfileError`` when it is missing or no YAML mapping."""
    try:
        written = path.read_text(encoding="utf-8")
        raw = yaml.load(written, Loader=_Strict)  # noqa: S506
        lines = dict(_lines(yaml.compose(written, Loader=yaml.CSafeLoader)))
    except OSError as error:
        raise ProfileError((f"{path.name}: filen kan ikke læses; tilladt: {READABLE}",)) from error
    except UnicodeDecodeError as error:
        raise ProfileError((f"{path.name}: {NO_TEXT}",)) from error
    except _GivenTwice as error:
        raise ProfileError(
            tuple(
                f"{path.name}:{line}: {name}: står mere end én gang; tilladt: én gang"
                for line, name in error.again
            )
        ) from error
    except yaml.YAMLError as error:
        raise ProfileError((_unreadable(path.name, error),)) from error
    if not isinstance(raw, dict):
        raise ProfileError((f"{path.name}: {NO_PARAMETERS}",))
    return Source(path.name, raw, lines)


def _unreadable(file: str, error: yaml.YAMLError) -> str:
    """The parser's own words stay as they are: they say what sign it stopped at."""
    mark: yaml.Mark | None = getattr(error, "problem_mark", None)
    at = f"{file}:{mark.line + 1}" if mark else file
    here = ", her eller på linjen før" if mark else ""
    what = getattr(error, "problem", None) or " ".join(str(error).split())
    return f"{at}: filen kan ikke læses som YAML{here} ({what}); tilladt: gyldig YAML"


def _lines(node: yaml.Node | None, path: str = "") -> Iterator[tuple[str, int]]:
    """Every parameter with its line: ``grounds[1].label.da``."""
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            inner = f"{path}.{key.value}" if path else str(key.value)
            yield inner, key.start_mark.line + 1
            yield from _lines(value, inner)
    elif isinstance(node, yaml.SequenceNode):
        for index, item in enumerate(node.value):
            inner = f"{path}[{index}]"
            yield inner, item.start_mark.line + 1
            yield from _lines(item, inner)
