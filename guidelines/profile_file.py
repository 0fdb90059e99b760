"""Reading a profile's YAML strictly: no key twice, dates as written, nothing but plain data."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from guidelines.profile_check import ProfileError


class _Strict(yaml.SafeLoader):
    """YAML's safe loader that refuses a key given twice and leaves dates as text."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        keys = [self.construct_object(key, deep=True) for key, _ in node.value]
        twice = sorted({str(key) for key in keys if keys.count(key) > 1})
        if twice:
            line = node.start_mark.line + 1
            raise yaml.YAMLError(f"given twice near line {line}: {', '.join(twice)}")
        return super().construct_mapping(node, deep=deep)


_Strict.yaml_implicit_resolvers = {
    first: [pair for pair in pairs if pair[0] != "tag:yaml.org,2002:timestamp"]
    for first, pairs in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def read(path: Path) -> dict[str, Any]:
    """The parameters in the file. Raises ``ProfileError`` when it is missing or no YAML mapping."""
    try:
        raw = yaml.load(path.read_text(encoding="utf-8"), Loader=_Strict)  # noqa: S506
    except OSError as error:
        raise ProfileError((f"{path.name}: the file cannot be read ({error.strerror})",)) from error
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        what = " ".join(str(error).split())
        raise ProfileError((f"{path.name}: this is not valid YAML: {what}",)) from error
    if not isinstance(raw, dict):
        raise ProfileError((f"{path.name}: the file holds no parameters",))
    return raw
