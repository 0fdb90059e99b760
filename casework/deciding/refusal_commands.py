"""What somebody does who chooses a ground of refusal, or confirms what another proposes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from casework.command_kinds import RequestCommand


@dataclass(frozen=True, kw_only=True)
class ChooseRefusalGround(RequestCommand):
    """A ground of refusal was chosen (``form``: ``ground``); its parts are asked for next."""

    form: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class AgreeRefusal(RequestCommand):
    """*Enig*: the second person confirms the refusal. ``form`` holds ``proposal``, its mark."""

    form: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class TakeBackRefusal(RequestCommand):
    """Whoever proposed the refusal takes it back before it is confirmed."""


@dataclass(frozen=True, kw_only=True)
class DisagreeRefusal(RequestCommand):
    """*Ikke enig*: the wish stays allowed. ``form`` holds ``proposal`` and ``why``."""

    form: Mapping[str, str] = field(default_factory=dict)
