"""Who is in a call: Graph's participants, read tolerantly (teams-platform 6.3, 6.4)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal

from microsoft365.payload import flag, member, rows, text

Kind = Literal["user", "guest", "phone", "application", "device", "unknown"]
KINDS: Final[Mapping[str, Kind]] = {
    "user": "user",
    "guest": "guest",
    "phone": "phone",
    "application": "application",
    "applicationinstance": "device",
    "onpremises": "device",
    "device": "device",
    "azurecommunicationservicesuser": "guest",
}
"""Graph's keys of an identity. A key that is not here is *unknown*, and has to hear what is said."""
DEAF: Final = frozenset({"inactive", "sendonly"})
"""Directions of an audio stream in which nothing is heard, as of somebody on hold."""


@dataclass(frozen=True)
class Participant:
    """One row of the roster. ``person_id`` is the identity's own id: a directory id for ``user``.

    ``hears``: not in the lobby, and not on hold as far as the audio streams tell.
    """

    id: str
    kind: Kind
    person_id: str
    tenant_id: str
    name: str
    in_lobby: bool
    muted: bool
    hears: bool


def participant_of(data: Any) -> Participant | None:
    """One participant; None for somebody who has left, or for what is none."""
    found = text(data, "id")
    if not found or member(data, "removedState") is not None:
        return None
    key, identity = _identity(member(member(data, "info"), "identity"))
    in_lobby = flag(data, "isInLobby") is True
    return Participant(
        id=found,
        kind=KINDS.get(key.lower(), "unknown"),
        person_id=text(identity, "id"),
        tenant_id=text(identity, "tenantId"),
        name=text(identity, "displayName"),
        in_lobby=in_lobby,
        muted=flag(data, "isMuted") is True,
        hears=not in_lobby and not _on_hold(data),
    )


def _identity(data: Any) -> tuple[str, Any]:
    """The first identity that is filled: its key and itself."""
    if isinstance(data, Mapping):
        for key, value in data.items():
            if isinstance(value, Mapping) and not str(key).startswith("@"):
                return str(key), value
    return "", {}


def _on_hold(data: Any) -> bool:
    streams = [s for s in rows(data, "mediaStreams") if text(s, "mediaType").lower() == "audio"]
    return bool(streams) and all(text(s, "direction").lower() in DEAF for s in streams)
