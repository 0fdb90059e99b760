"""What Graph tells of meetings: encrypted and signed as documented, and told again until it is taken."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import secrets
import ssl
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

import aiohttp
from cryptography.hazmat.primitives.asymmetric.padding import MGF1, OAEP
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import CBC
from cryptography.hazmat.primitives.hashes import SHA1
from cryptography.hazmat.primitives.padding import PKCS7

from sandbox.chats import Chat, Message, stamp
from sandbox.entra import Entra
from sandbox.keys import KeySet
from sandbox.meetings import Meeting, Recording
from sandbox.people import Person
from sandbox.subscribing import Book, Subscription
from sandbox.world import World

PUBLISHER = "0bf30f3b-4a52-48df-9a82-234910c4a086"
HANDSHAKE_SECONDS = 10.0
PATIENCE = timedelta(hours=4)
OF_DATA = ("token", "no_token", "signature")
AGAIN = timedelta(seconds=10)
VALIDATION = "Validation: Testing client application reachability for subscription Request-Id: "


@dataclass
class Pending:
    """One call that is to be made: a subscription's notifications, or what a test made of them."""

    row: Subscription
    url: str
    body: dict[str, Any]
    due: datetime
    until: datetime


@dataclass
class Notifier:
    """Tells what was subscribed to. ``flush`` makes the calls that are due."""

    world: World
    entra: Entra
    certificate_file: Callable[[], str]
    book: Book = field(init=False)
    pending: list[Pending] = field(default_factory=list)
    answers: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.book = Book(self.world)
        self.forger = KeySet()

    # --- asking the address first ---------------------------------------------------------------

    async def handshake(self, url: str) -> str:
        """Why the address does not answer as it must; empty when it does."""
        token = f"{VALIDATION}{secrets.token_hex(16)} æ+&<b>"
        limit = aiohttp.ClientTimeout(total=HANDSHAKE_SECONDS)
        try:
            async with (
                aiohttp.ClientSession(timeout=limit) as session,
                session.post(url, params={"validationToken": token}, ssl=self._tls()) as answer,
            ):
                text = await answer.text()
                kind = answer.content_type
        except (aiohttp.ClientError, OSError, TimeoutError, UnicodeDecodeError):
            return "The operation has timed out or the address cannot be reached."
        if answer.status != 200 or kind != "text/plain" or text != token:
            return "The token was not answered as plain text."
        return ""

    def _tls(self) -> ssl.SSLContext:
        return ssl.create_default_context(cafile=self.certificate_file())

    # --- what happened ----------------------------------------------------------------------------

    def hear(self, kind: str, chat: Chat, meeting: Meeting | None, facts: dict[str, Any]) -> None:
        """The world's listener: what happened becomes notifications to whoever asked for them."""
        if meeting is None:
            return
        if kind == "message":
            self.message(facts["message"], meeting, chat.id)
        elif kind == "stored":
            self.recording_stored(meeting, facts["recording"])
        elif kind == "recording":
            state = {"sequenceNumber": 1, "state": "active" if facts["active"] else "inactive"}
            self.call_event(meeting, "recordingStateUpdated", recordingState=state)
        elif kind == "rosterUpdated":
            seat = _seat(facts["person"], joined=facts["joined"])
            self.call_event(meeting, kind, **{"participants@delta": [seat]})
        else:
            self.call_event(meeting, kind)

    def message(self, message: Message, meeting: Meeting, thread: str) -> None:
        """Something was written in a chat, by Teams, the bot or a person."""
        for row in self._of("chat", meeting):
            resource = f"chats('{thread}')/messages('{message.id}')"
            data = {
                "@odata.type": "#Microsoft.Graph.chatMessage",
                "@odata.id": resource,
                "id": message.id,
            }
            self._tell(row, "created", resource, data, message.visible_at)

    def recording_stored(self, meeting: Meeting, recording: Recording) -> None:
        """The file of a recording has become available, or will have."""
        for row in self._of("recordings", meeting):
            of_it = f"recordings('{recording.id}')"
            resource = f"communications/onlineMeetings('{meeting.graph_id}')/{of_it}"
            data = {
                "@odata.type": "#Microsoft.Graph.callRecording",
                "@odata.id": resource,
                "id": recording.id,
            }
            self._tell(row, "created", resource, data, recording.listed_at)

    def call_event(self, meeting: Meeting, kind: str, **more: Any) -> None:
        """Something happened in the call; only calls that began after the subscription tell (5.1)."""
        for row in self._of("call_events", meeting):
            late = row.since_occurrence >= meeting.occurrence
            if late and not self.world.switches["call_events_of_running_calls"]:
                continue
            state = kind.endswith("StateUpdated")
            if state and not (row.unknown_members and self.world.switches["call_state_events"]):
                continue
            resource = f"communications/onlineMeetings('{meeting.graph_id}')/meetingCallEvents"
            name = "callEventType" if self.world.switches["call_event_type_name"] else "eventType"
            content = {
                "@odata.type": "#microsoft.graph.callEvent",
                "id": secrets.token_hex(8),
                name: kind,
                "eventDateTime": stamp(self.world.now()),
                **more,
            }
            data = {"@odata.type": "#microsoft.graph.callevent", "@odata.id": resource}
            self._tell(row, "updated", resource, data, None, content)

    def lifecycle(self, row: Subscription, event: str) -> None:
        """Graph tells of the subscription itself; one that is removed is gone."""
        if event == "subscriptionRemoved":
            self.book.rows.pop(row.id, None)
        if event == "reauthorizationRequired":
            row.stopped = True
        body = {
            "subscriptionId": row.id,
            "subscriptionExpirationDateTime": stamp(row.expires),
            "clientState": row.body.get("clientState"),
            "tenantId": self.world.tenant_id,
            "resource": row.body["resource"],
            "lifecycleEvent": event,
        }
        self._put(row, row.body["lifecycleNotificationUrl"], {"value": [body]}, None)

    def replay(self, row: Subscription, number: int = -1) -> None:
        """Send once more what was sent before."""
        self._put(row, row.body["notificationUrl"], row.sent[number], None)

    def _of(self, kind: str, meeting: Meeting) -> list[Subscription]:
        return [r for r in self.book.living() if r.kind == kind and r.meeting is meeting]

    def _tell(
        self,
        row: Subscription,
        change: str,
        resource: str,
        data: dict[str, Any],
        due: datetime | None,
        content: dict[str, Any] | None = None,
    ) -> None:
        if row.stopped:
            return
        one: dict[str, Any] = {
            "subscriptionId": row.id,
            "subscriptionExpirationDateTime": stamp(row.expires),
            "changeType": change,
            "resource": resource,
            "clientState": row.body.get("clientState"),
            "tenantId": self.world.tenant_id,
            "resourceData": data,
        }
        body: dict[str, Any] = {"value": [one], "validationTokens": None}
        if row.certificate is not None and content is not None:
            upper = self.world.switches["encrypted_content_upper"]
            name = "EncryptedContent" if upper else "encryptedContent"
            one[name] = self.encrypted(row.certificate, row, content)
            body["validationTokens"] = [self.validation_token()]
        row.sent.append(self._tampered(body))
        self._put(row, row.body["notificationUrl"], row.sent[-1], due)

    def encrypted(
        self, key: RSAPublicKey, row: Subscription, content: dict[str, Any]
    ) -> dict[str, Any]:
        """The content closed for the subscriber (5.4)."""
        secret = secrets.token_bytes(32)
        padder = PKCS7(128).padder()
        plain = padder.update(json.dumps(content).encode()) + padder.finalize()
        cipher = Cipher(AES(secret), CBC(secret[:16])).encryptor()
        closed = cipher.update(plain) + cipher.finalize()
        padding = OAEP(mgf=MGF1(SHA1()), algorithm=SHA1(), label=None)  # noqa: S303
        signature = hmac.new(secret, closed, hashlib.sha256).digest()
        return {
            "data": base64.b64encode(closed).decode(),
            "dataSignature": base64.b64encode(signature).decode(),
            "dataKey": base64.b64encode(key.encrypt(secret, padding)).decode(),
            "encryptionCertificateId": row.body["encryptionCertificateId"],
            "encryptionCertificateThumbprint": "",
        }

    def validation_token(self, keys: KeySet | None = None, **claims: Any) -> str:
        """A token of Entra's that vouches for a rich notification; ``claims`` overwrite."""
        base = {
            "iss": self.entra.issuer,
            "aud": self.world.app_id,
            "tid": self.world.tenant_id,
            "azp": PUBLISHER,
            "ver": "2.0",
        }
        if self.world.switches["validation_token_v1"]:
            base |= {"iss": f"https://sts.windows.net/{self.world.tenant_id}/", "ver": "1.0"}
            base["appid"] = base.pop("azp")
        return (keys or self.entra.tenant).sign({**base, **claims})

    def _tampered(self, body: dict[str, Any]) -> dict[str, Any]:
        """What somebody who is not Graph would send, when a fault says so."""
        made = json.loads(json.dumps(body))
        (one,) = made["value"]
        closed = one.get("encryptedContent") or one.get("EncryptedContent")
        planned = self.world.faults.view().get("forged_notification", {})
        if planned.get("what") in OF_DATA and closed is None:
            return body  # there is nothing to forge in one that brings no data
        fault = self.world.faults.take("forged_notification")
        if fault is None:
            return body
        what = fault["what"]
        if what == "client_state":
            one["clientState"] = "guessed"
        elif what == "tenant":
            one["tenantId"] = "00000000-0000-4000-8000-000000000009"
        elif what == "token":
            made["validationTokens"] = [self.validation_token(self.forger)]
        elif what == "no_token":
            made["validationTokens"] = None
        elif what == "signature":
            closed["dataSignature"] = base64.b64encode(secrets.token_bytes(32)).decode()
        return dict(made)

    # --- the calls --------------------------------------------------------------------------------

    def _put(self, row: Subscription, url: str, body: dict[str, Any], due: datetime | None) -> None:
        faults = self.world.faults
        if faults.take("lost_notification", kind=row.kind) is not None:
            return
        now = self.world.now()
        when = due or now
        if (late := faults.take("late_notification", kind=row.kind)) is not None:
            when = max(when, now + timedelta(seconds=float(late["seconds"])))
        times = [when, when] if faults.take("duplicate_notification") is not None else [when]
        if (again := faults.take("replayed_notification", kind=row.kind)) is not None:
            times.append(when + timedelta(seconds=float(again["seconds"])))
        for moment in times:
            self.pending.append(Pending(row, url, body, moment, now + PATIENCE))

    async def flush(self) -> None:
        """Make the calls that are due; those that are refused come again, for some hours."""
        now = self.world.now()
        due = [one for one in self.pending if one.due <= now]
        self.pending = [one for one in self.pending if one.due > now]
        if self.world.faults.take("reordered_notifications") is not None:
            due.reverse()
        for one in due:
            status = await self.send(one.url, one.body)
            if not 200 <= status < 300 and now < one.until:
                one.due = now + AGAIN
                self.pending.append(one)

    async def send(self, url: str, body: Any) -> int:
        """One POST; the status, 0 when there was no answer. A test may send anything."""
        limit = aiohttp.ClientTimeout(total=HANDSHAKE_SECONDS)
        try:
            async with (
                aiohttp.ClientSession(timeout=limit) as session,
                session.post(url, json=body, ssl=self._tls()) as answer,
            ):
                await answer.read()
                status = answer.status
        except (aiohttp.ClientError, OSError, TimeoutError):
            status = 0
        self.answers.append(status)
        return status


def _seat(person: Person, *, joined: bool) -> dict[str, Any]:
    """One participant of a roster event; whoever has left carries ``removedState`` (5.1)."""
    kind = {"phone": "phone", "anonymous": "guest"}.get(person.kind, "user")
    identity = {kind: {"id": person.oid or person.mri, "displayName": person.name}}
    seat: dict[str, Any] = {"id": person.id, "info": {"identity": identity}, "isInLobby": False}
    return seat if joined else {**seat, "removedState": {"reason": "removed"}}
