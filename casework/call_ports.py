"""What casework needs of a calling bot. Filled by ``microsoft365/calls.py`` in ``app.py``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal, Protocol


class Participant(Protocol):
    """One seat in a call. ``kind``: user, guest, phone, application, device, unknown.

    ``person_id`` is the identity's own id (a directory id for ``user``); ``hears`` is false in the
    lobby and on hold.
    """

    @property
    def id(self) -> str: ...
    @property
    def kind(self) -> str: ...
    @property
    def person_id(self) -> str: ...
    @property
    def tenant_id(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def in_lobby(self) -> bool: ...
    @property
    def muted(self) -> bool: ...
    @property
    def hears(self) -> bool: ...


class Joined(Protocol):
    """The answer to joining. ``refused`` is a code, ``""`` when the call was created."""

    @property
    def call_id(self) -> str: ...
    @property
    def participant_id(self) -> str | None: ...
    @property
    def refused(self) -> str: ...


class Calls(Protocol):
    """Calls into meetings (teams-platform 6). Sounds are pairs of address and resource id."""

    async def join(
        self, *, chat_id: str, organizer_oid: str, callback: str, sounds: Sequence[tuple[str, str]]
    ) -> Joined:
        """Ask to join; what comes of it is reported to ``callback``."""
        ...

    async def participants(self, call_id: str) -> Sequence[Any] | None:
        """Everybody in the call or its lobby as ``Participant``; None when the call is over."""
        ...

    def is_me(self, participant: Any, my_id: str | None) -> bool:
        """Whether the seat is our own."""
        ...

    async def play(
        self, call_id: str, *, context: str, sounds: Sequence[tuple[str, str]]
    ) -> str | None:
        """Play sounds; the operation's id, None when the call is over. Its end is reported."""
        ...

    async def keep_alive(self, call_id: str) -> bool:
        """Stay in the call; False when it is over."""
        ...

    async def hang_up(self, call_id: str) -> None:
        """Leave the call; harmless when it is over."""
        ...


@dataclass(frozen=True)
class CallEvent:
    """One thing Graph reported of a call. ``state`` of the call or the operation, in lower case."""

    what: Literal["call", "roster", "operation"]
    call_id: str
    state: str = ""
    operation_id: str = ""
    context: str = ""
    code: int = 0
    subcode: int = 0
