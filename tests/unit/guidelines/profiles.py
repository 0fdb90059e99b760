"""The profiles that come with the product and those of the test folder, and changed copies of them."""

from __future__ import annotations

import json
from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from guidelines.profile import (
    HERE,
    Guideline,
    Profile,
    ProfileError,
    load_guideline,
    load_profile,
    read_profile,
)

OWN = ("albertslund", "frederiksberg", "nyborg")
ELSEWHERE = Path(__file__).resolve().parents[2] / "profiles"
FURTHER = tuple(sorted(path.stem for path in ELSEWHERE.glob("*.yaml") if "-v" not in path.stem))
ALL = (*OWN, *FURTHER)


def guideline_of(profile_id: str) -> Guideline:
    """The product's guideline of that id, or the one in ``tests/profiles/``."""
    if profile_id in OWN:
        return load_guideline(profile_id)
    return load_guideline(str(ELSEWHERE / f"{profile_id}.yaml"))


def profile_of(profile_id: str) -> Profile:
    return load_profile(profile_id) if profile_id in OWN else guideline_of(profile_id).versions[-1]


def raw_of(profile_id: str) -> dict[str, Any]:
    """The parameters as the file has them, to be changed at will."""
    return deepcopy(_parsed(profile_id))


def write(folder: Path, raw: dict[str, Any], name: str = "") -> Path:
    """Write a profile; YAML reads JSON too, and JSON is written faster."""
    path = folder / f"{name or raw['id']}.yaml"
    path.write_text(json.dumps(raw, ensure_ascii=False, indent=1), encoding="utf-8")
    return path


@cache
def _parsed(profile_id: str) -> dict[str, Any]:
    folder = HERE if profile_id in OWN else ELSEWHERE
    written = (folder / f"{profile_id}.yaml").read_text(encoding="utf-8")
    loaded = yaml.load(written, Loader=yaml.CSafeLoader)
    assert isinstance(loaded, dict)
    return loaded


def changed(folder: Path, profile_id: str, **parameters: Any) -> Profile:
    """The profile with other parameters, read back through the loader."""
    return read_profile(write(folder, {**raw_of(profile_id), **parameters}))


def refused(folder: Path, profile_id: str, **parameters: Any) -> str:
    """What the loader says of the profile with these parameters."""
    with pytest.raises(ProfileError) as caught:
        changed(folder, profile_id, **parameters)
    return str(caught.value)
