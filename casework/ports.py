"""What casework needs of the outside. Filled by ``bots/`` and ``microsoft365/`` in ``app.py``.

The data types are Protocols too, so that ``microsoft365/`` fills them with its own dataclasses
and imports nothing from here. What can go wrong and matters to a case is an ``outcome`` in the
answer; passing trouble (time-out, 429, 5xx) is raised, and the job runs again.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Literal, Protocol

from texts.views import View


class Person(Protocol):
    """A person in the directory. ``mail`` may be empty."""

    @property
    def oid(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def mail(self) -> str: ...
    @property
    def enabled(self) -> bool: ...


class Directory(Protocol):
    """Graph users (``User.Read.All``)."""

    async def person(self, oid: str) -> Person | None:
        """The person, or None when the directory does not know them."""
        ...

    async def manager_of(self, oid: str) -> Person | None:
        """The manager, or None when there is none (404)."""
        ...


class MeetingDetails(Protocol):
    """Bot Connector ``GET /v1/meetings/{id}`` (teams-platform 2)."""

    @property
    def kind(self) -> str: ...  # Scheduled, Recurring, MeetNow, OneToOneCall, GroupCall, Channel…
    @property
    def graph_id(self) -> str | None: ...
    @property
    def title(self) -> str: ...
    @property
    def join_url(self) -> str | None: ...
    @property
    def starts_at(self) -> datetime | None: ...
    @property
    def ends_at(self) -> datetime | None: ...
    @property
    def organizer_oid(self) -> str | None: ...
    @property
    def organizer_mri(self) -> str | None: ...
    @property
    def organizer_tenant(self) -> str | None: ...


class Switches(Protocol):
    """What Graph says of one meeting's recording switches, read back.

    ``outcome``: ``read`` (the values below were read), ``access_policy_missing``,
    ``permission_missing``, ``meeting_unknown``; of many read together also ``no_answer``, perhaps
    with the seconds Graph asks to wait.
    """

    @property
    def outcome(self) -> str: ...
    @property
    def allow_recording(self) -> bool | None: ...
    @property
    def allow_transcription(self) -> bool | None: ...
    @property
    def record_automatically(self) -> bool | None: ...
    @property
    def attendee_cameras(self) -> bool | None: ...
    @property
    def dial_in(self) -> bool | None: ...
    @property
    def starts_at(self) -> datetime | None: ...
    @property
    def ends_at(self) -> datetime | None: ...
    @property
    def retry_after_seconds(self) -> float | None: ...


class Member(Protocol):
    """One row of the chat roster. ``kind``: member, guest, foreign, anonymous."""

    @property
    def mri(self) -> str: ...
    @property
    def oid(self) -> str | None: ...
    @property
    def name(self) -> str: ...
    @property
    def kind(self) -> str: ...


class RecordingMark(Protocol):
    """A recording system message in the chat (teams-platform 5.2).

    ``status``: ``initial`` (started), ``success``/``failure``/``chunkFinished`` (ended or stored).
    """

    @property
    def message_id(self) -> str: ...
    @property
    def status(self) -> str: ...
    @property
    def at(self) -> datetime: ...
    @property
    def initiator_oid(self) -> str | None: ...
    @property
    def file_url(self) -> str: ...  # where the file was stored; empty until it was


class CallMark(Protocol):
    """Teams' own message in the chat that a call began or ended (teams-platform 5.2)."""

    @property
    def what(self) -> Literal["started", "ended"]: ...
    @property
    def at(self) -> datetime: ...
    @property
    def call_id(self) -> str: ...  # empty where nobody says which call


class ChatMarks(Protocol):
    """What Teams itself told in a chat, each kind oldest first."""

    @property
    def recordings(self) -> Sequence[RecordingMark]: ...
    @property
    def calls(self) -> Sequence[CallMark]: ...


class RecordingFile(Protocol):
    """A stored recording of a meeting (teams-platform 5); ``created_at`` is when it began."""

    @property
    def file_id(self) -> str: ...
    @property
    def created_at(self) -> datetime: ...
    @property
    def ended_at(self) -> datetime | None: ...


class Recordings(Protocol):
    """A meeting's stored recordings. ``outcome``: ``read``, or as of ``Switches``."""

    @property
    def outcome(self) -> str: ...
    @property
    def files(self) -> Sequence[RecordingFile]: ...


class Meetings(Protocol):
    """Meetings as the Bot Connector and Graph show them."""

    async def details(self, service_url: str, teams_meeting_id: str) -> MeetingDetails | None:
        """The meeting, or None when it is expired or unknown (404, 403)."""
        ...

    async def switches(self, organizer_oid: str, graph_id: str) -> Switches:
        """Read the recording switches."""
        ...

    async def switches_of(self, meetings: Sequence[tuple[str, str]]) -> Sequence[Switches]:
        """Read the switches of many (organizer, Graph id), in batches and in their order."""
        ...

    async def switch_off(
        self,
        organizer_oid: str,
        graph_id: str,
        *,
        keep_transcription: bool = False,
        attendee_cameras: bool | None = None,
    ) -> Switches:
        """Switch recording, transcription and automatic recording off, then read them back;
        ``attendee_cameras`` is set too unless it is None."""
        ...

    async def lets_us_in(self, oids: Sequence[str]) -> Sequence[str]:
        """Whether Graph lets us look at these organizers' meetings, in their order: ``open``,
        ``access_policy_missing``, ``permission_missing``, ``person_unknown``, ``no_answer``."""
        ...

    async def roster(self, service_url: str, chat_id: str) -> Sequence[Member]:
        """Everybody on the chat roster; being there is not being in the call."""
        ...

    async def in_meeting(self, service_url: str, teams_meeting_id: str, oid: str) -> bool | None:
        """Whether the person is in the call now; None when Teams cannot tell (404)."""
        ...

    async def notify(
        self, service_url: str, teams_meeting_id: str, mris: Sequence[str], *, title: str, page: str
    ) -> Mapping[str, str | None]:
        """Targeted in-meeting notification; per person None (accepted) or the failure's code."""
        ...

    async def chat_marks(self, chat_id: str, since: datetime) -> ChatMarks | None:
        """Teams' own messages since ``since``; None when the chat may not be read."""
        ...

    async def recordings(self, organizer_oid: str, graph_id: str) -> Recordings:
        """The stored recordings, oldest first, or why they cannot be read."""
        ...


class Mail(Protocol):
    """Outgoing mail through Graph."""

    async def send(self, *, sender_oid: str, to: str, subject: str, html: str, key: str) -> str:
        """Send one message: ``accepted`` (which is not delivered) or ``refused`` for good.

        ``key`` goes into a header, so that a double can be recognised.
        """
        ...


class Posted(Protocol):
    """Where a card was posted."""

    @property
    def conversation_id(self) -> str: ...
    @property
    def activity_id(self) -> str: ...


class Messenger(Protocol):
    """Cards in chats. ``NotReachable`` is raised when the person or chat cannot be written to."""

    async def post(
        self,
        *,
        service_url: str,
        conversation_id: str,
        view: View,
        alert: bool = False,
        operation: str = "",
    ) -> Posted:
        """Post a new card; ``alert`` asks Teams to show it inside the running meeting too.

        ``operation`` is what the message is known by when the answer is lost."""
        ...

    async def find(self, conversation_id: str, operation: str, since: datetime) -> str | None:
        """The id of a message that was perhaps posted since then, ``""`` when it is not seen (yet),
        None when the chat may not be read. Trouble outside is raised: it is no look."""
        ...

    async def update(
        self, *, service_url: str, conversation_id: str, activity_id: str, view: View
    ) -> bool:
        """Replace a card for everybody; False when it no longer exists."""
        ...

    async def open_chat(self, oid: str) -> tuple[str, str] | None:
        """The chat of somebody whose chat is not known yet, the app installed for them if need be:
        (service_url, conversation_id). Not for who took the app off: that is theirs to decide."""
        ...


class Subscribed(Protocol):
    """How Graph answered to a wish to be told. ``outcome``: active, permission_missing,
    access_policy_missing, quota, exists, not_validated, meeting_unknown, refused, gone."""

    @property
    def outcome(self) -> str: ...
    @property
    def graph_id(self) -> str: ...
    @property
    def expires_at(self) -> datetime | None: ...


class Listed(Protocol):
    """One subscription that Graph has of this deployment."""

    @property
    def graph_id(self) -> str: ...
    @property
    def kind(self) -> str: ...


class KeyPair(Protocol):
    """A key pair for encrypted notifications: base64 of DER, and PEM."""

    @property
    def certificate(self) -> str: ...
    @property
    def private(self) -> str: ...


class Subscriptions(Protocol):
    """What Graph tells by itself (teams-platform 5.4). ``kind``: chat, recordings, call_events."""

    async def create(
        self,
        kind: str,
        target: str,
        *,
        until: datetime,
        client_state: str,
        certificate_id: str = "",
        certificate: str = "",
    ) -> Subscribed:
        """Ask to be told of a chat id, a Graph meeting id or a join link until then."""
        ...

    async def renew(self, kind: str, graph_id: str, until: datetime) -> Subscribed:
        """Be told until then."""
        ...

    async def reauthorize(self, kind: str, graph_id: str) -> Subscribed:
        """Say again that we may be told."""
        ...

    async def remove(self, kind: str, graph_id: str) -> None:
        """Not be told any more."""
        ...

    async def clear(self, kind: str, target: str) -> int:
        """Remove whatever there is of this target, known or not."""
        ...

    async def mine(self) -> Sequence[Listed]:
        """Everything Graph tells this deployment."""
        ...

    async def new_key_pair(self, now: datetime) -> KeyPair:
        """A key pair for encrypted notifications."""
        ...


class NotReachable(Exception):
    """The chat refuses the message for good (blocked, removed, not installed)."""


def is_outside(error: Exception) -> bool:
    """Whether it went wrong at Microsoft, not here: a job that looks again anyway notes it."""
    return hasattr(error, "passing")


class Uncertain(NotReachable):
    """Sent twice, and nobody knows whether it arrived: it is not sent a third time."""


def maybe_done(error: Exception) -> bool:
    """Whether the outside may have done the work all the same."""
    return getattr(error, "maybe_done", False) is True


def is_final(error: Exception) -> bool:
    """Whether trouble from outside will not pass: asked again, the answer would be the same."""
    return getattr(error, "passing", True) is False
