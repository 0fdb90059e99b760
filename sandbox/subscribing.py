"""What Graph has been asked to tell: the subscriptions and the rules they are taken under (5.4)."""

from __future__ import annotations

import base64
import binascii
import re
import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any, Literal
from urllib.parse import quote

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey

from sandbox.answers import ApiError, bad_request
from sandbox.chats import Chat, stamp
from sandbox.meetings import Meeting
from sandbox.world import World

Kind = Literal["chat", "recordings", "call_events"]

NEEDED = frozenset({"changeType", "notificationUrl", "resource", "expirationDateTime"})
KNOWN = NEEDED | {
    "lifecycleNotificationUrl", "clientState", "includeResourceData", "encryptionCertificate",
    "encryptionCertificateId", "latestSupportedTlsVersion",
}  # fmt: skip
CHAT = re.compile(r"/?chats/([^/]+)/messages", re.IGNORECASE)
RECORDINGS = re.compile(r"/?communications/onlineMeetings/([^/(]+)/recordings", re.IGNORECASE)
CALLS = re.compile(
    r"/?communications/onlineMeetings\(joinWebUrl='([^']+)'\)/meetingCallEvents", re.IGNORECASE
)
WITHOUT_LIFECYCLE = timedelta(hours=1)
LONGEST_STATE = 128


@dataclass
class Subscription:
    """One subscription. ``certificate`` is None where no data is sent along."""

    id: str
    kind: Kind
    version: str
    meeting: Meeting
    chat: Chat
    body: dict[str, Any]
    expires: datetime
    certificate: RSAPublicKey | None
    unknown_members: bool
    created: datetime
    since_occurrence: int = 0
    stopped: bool = False
    sent: list[dict[str, Any]] = field(default_factory=list)

    def view(self) -> dict[str, Any]:
        """The resource as Graph shows it: the secret is never told again."""
        shown = {k: v for k, v in self.body.items() if k != "encryptionCertificate"}
        return {**shown, "id": self.id, "clientState": None, "applicationId": None,
                "expirationDateTime": stamp(self.expires)}  # fmt: skip


class Book:
    """Every subscription, and what Graph lets an app have."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.rows: dict[str, Subscription] = {}

    def living(self) -> list[Subscription]:
        """Those that have not expired."""
        now = self.world.now()
        for row in [row for row in self.rows.values() if row.expires <= now]:
            del self.rows[row.id]
        return list(self.rows.values())

    def check(self, body: Mapping[str, Any], version: str, *, prefer: bool) -> Subscription:
        """The subscription that the body asks for. Raises ApiError for everything Graph refuses."""
        if unknown := set(body) - KNOWN:
            text = f"The property '{sorted(unknown)[0]}' does not exist."
            raise bad_request("BadRequest", text, "unknown_property")
        if missing := {name for name in NEEDED if not body.get(name)}:
            text = f"{sorted(missing)[0]} is required."
            raise bad_request("BadRequest", text, "missing_property")
        self._addresses(body)
        expires = self.expiry(body)
        kind, meeting, chat = self._target(str(body["resource"]), version)
        self._permitted(kind, chat)
        certificate = self._certificate(body, kind)
        self._room(kind, meeting, chat)
        return Subscription(
            id=str(uuid.uuid4()),
            kind=kind,
            version=version,
            meeting=meeting,
            chat=chat,
            body=dict(body),
            expires=expires,
            certificate=certificate,
            unknown_members=prefer,
            created=self.world.now(),
            since_occurrence=meeting.occurrence,
        )

    def _addresses(self, body: Mapping[str, Any]) -> None:
        for name in ("notificationUrl", "lifecycleNotificationUrl"):
            url = body.get(name)
            if url is not None and not str(url).startswith("https://"):
                raise bad_request("InvalidRequest", f"{name} must be https.", "not_https")
        if len(str(body.get("clientState") or "")) > LONGEST_STATE:
            text = f"clientState is limited to {LONGEST_STATE} characters."
            raise bad_request("InvalidRequest", text, "long_client_state")
        if not body.get("clientState"):
            self.world.problem("no_client_state", "subscriptions", "nothing to recognise it by")

    def expiry(self, body: Mapping[str, Any]) -> datetime:
        """Until when, if that is allowed."""
        try:
            expires = datetime.fromisoformat(str(body["expirationDateTime"])).astimezone(UTC)
        except ValueError as error:
            text = "expirationDateTime is not a date."
            raise bad_request("InvalidRequest", text, "bad_expiry") from error
        now = self.world.now()
        longest = timedelta(minutes=int(self.world.switches["subscription_minutes"]))
        # A clock that is a little ahead is forgiven.
        if not now < expires <= now + longest + timedelta(minutes=1):
            text = f"Subscription expiration can only be {longest} in the future."
            raise bad_request("InvalidRequest", text, "bad_expiry")
        lifecycle = body.get("lifecycleNotificationUrl")
        if expires - now > WITHOUT_LIFECYCLE and "resource" in body and not lifecycle:
            text = "lifecycleNotificationUrl is required when it expires after more than an hour."
            raise bad_request("InvalidRequest", text, "no_lifecycle_url")
        return expires

    def _target(self, resource: str, version: str) -> tuple[Kind, Meeting, Chat]:
        meetings = [m for m in self.world.meetings.values() if m.state != "cancelled"]
        ours = [m for m in meetings if m.organizer.tenant == self.world.tenant_id]
        if found := CHAT.fullmatch(resource):
            for meeting in ours:
                if meeting.chat.id == found[1]:
                    return "chat", meeting, meeting.chat
        elif found := RECORDINGS.fullmatch(resource):
            for meeting in ours:
                if meeting.graph_id == found[1]:
                    return "recordings", meeting, meeting.chat
        elif found := CALLS.fullmatch(resource):
            if version != "beta":
                raise bad_request("BadRequest", "Resource not found for segment.", "not_in_v1")
            for meeting in ours:
                if quote(meeting.join_url, safe="") == found[1]:
                    return "call_events", meeting, meeting.chat
        else:
            raise bad_request("BadRequest", "Resource not supported.", "unknown_resource")
        raise ApiError(404, "ResourceNotFound", "The resource does not exist.")

    def _permitted(self, kind: Kind, chat: Chat) -> None:
        granted = self.world.permissions
        faults = self.world.faults
        wanted = {
            "chat": "Chat.Read.All",
            "recordings": "OnlineMeetingRecording.Read.All",
            "call_events": "OnlineMeetings.Read.All",
        }[kind]
        allowed = wanted in granted
        if kind == "chat" and chat.installed and faults.take("missing_chat_rsc") is None:
            allowed = True  # resource-specific consent: ChatMessage.Read.Chat
        if kind == "call_events" and "OnlineMeetings.ReadWrite.All" in granted:
            allowed = True
        if not allowed or faults.take("missing_permission", permission=wanted) is not None:
            text = "Operation: Create; Exception: [Status Code: Forbidden; Reason: Forbidden]"
            raise ApiError(403, "ExtensionError", text)

    def _certificate(self, body: Mapping[str, Any], kind: Kind) -> RSAPublicKey | None:
        if not body.get("includeResourceData"):
            if kind == "call_events":
                text = "Basic notifications tell nothing of call events."
                raise bad_request("InvalidRequest", text, "no_resource_data")
            return None
        name = str(body.get("encryptionCertificateId") or "")
        if not 0 < len(name) <= LONGEST_STATE:
            raise bad_request("InvalidRequest", "encryptionCertificateId.", "bad_certificate")
        try:
            der = base64.b64decode(str(body.get("encryptionCertificate") or ""), validate=True)
            key = x509.load_der_x509_certificate(der).public_key()
        except (binascii.Error, ValueError) as error:
            text = "The encryption certificate cannot be read."
            raise bad_request("InvalidRequest", text, "bad_certificate") from error
        if not isinstance(key, RSAPublicKey) or not 2048 <= key.key_size <= 4096:
            text = "The encryption certificate must be RSA 2048 to 4096."
            raise bad_request("InvalidRequest", text, "bad_certificate")
        return key

    def _room(self, kind: Kind, meeting: Meeting, chat: Chat) -> None:
        alike = [row for row in self.living() if row.kind == kind]
        if any(row.meeting is meeting and row.chat is chat for row in alike):
            status = int(self.world.switches["second_subscription_status"])
            raise ApiError(status, "Conflict", "A subscription for this resource already exists.")
        if len(alike) >= int(self.world.switches["subscription_quota"]):
            text = "The organization has reached the maximum number of subscriptions."
            raise ApiError(403, "ExtensionError", text)
