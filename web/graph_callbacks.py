"""What Graph calls: ``/api/graph/notifications`` and ``/api/graph/lifecycle`` (teams-platform 5.4).

A notification is believed when it comes with the secret of a subscription that we know, for our own
tenant; a rich one also when Entra's tokens vouch for it and its data is signed. What is believed is
stored, then answered with 202; the work comes later. With the database or Entra's keys away the answer
is 503, so that Graph tells it again. What is not believed is counted and changes nothing.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final, Protocol
from uuid import UUID

import structlog
from aiohttp import web
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey

from casework import commands
from casework.bus import Bus
from casework.meeting import subscribed
from microsoft365 import change_notifications as graph
from microsoft365.encryption_certificates import private_key
from microsoft365.errors import MicrosoftError
from microsoft365.token_checks import Refused
from store import notification_keys
from store.database import Database, DatabaseAway
from store.encryption import SealBroken
from web.body import BodyError, read_json
from web.clients import Clients
from web.in_hand import Held, InHand

MAX_BYTES: Final = 4 * 1024 * 1024  # change_notifications.MOST_NOTIFICATIONS, each far below 20 KB
LONGEST_TOKEN: Final = 4096
SECONDS: Final = 8.0  # Graph waits ten
PATHS: Final = ("/api/graph/notifications", "/api/graph/lifecycle")
RETRY_AFTER: Final = {"Retry-After": "5"}
LIFECYCLE: Final = frozenset({"reauthorizationrequired", "subscriptionremoved", "missed"})
NO_KEY: Final = "unknown_certificate"
BASIC: Final = {"chat": "message", "recordings": "file"}
log = structlog.get_logger()

Observe = Callable[[str, str], None]
"""Told of every notification: its kind, and ``taken`` or why it was not believed."""


class ChecksTokens(Protocol):
    """``microsoft365.notification_tokens.NotificationTokens``."""

    async def check(self, tokens: Sequence[str]) -> None:
        """Refused unless there are tokens and all are good; Unavailable without Entra's keys."""
        ...


@dataclass(frozen=True)
class Known:
    """A notification with the subscription that it belongs to."""

    notification: graph.Notification
    subscription: UUID
    kind: str


class GraphCallbacks:
    """Handles both paths; each may get what is meant for the other."""

    def __init__(
        self,
        bus: Bus,
        database: Database,
        tokens: ChecksTokens,
        *,
        tenant_id: str,
        observe: Observe,
        clients: Clients | None = None,
        in_hand: InHand | None = None,
    ) -> None:
        self._bus = bus
        self._database = database
        self._tokens = tokens
        self._tenant_id = tenant_id.casefold()
        self._observe = observe
        self._clients = clients or Clients()
        self._in_hand = in_hand or InHand()
        self._keys: dict[str, RSAPrivateKey] = {}

    async def handle(self, request: web.Request) -> web.Response:
        """Answer one call."""
        if "validationToken" in request.query:
            return handshake(request.query["validationToken"])
        with self._in_hand.of(self._clients.of(request)) as held:
            return await self._answer(request, held)

    async def _answer(self, request: web.Request, held: Held) -> web.Response:
        try:
            batch = graph.parse(await read_json(request, MAX_BYTES, held))
            async with asyncio.timeout(SECONDS):
                await self._take(batch)
        except BodyError as error:
            return self._refused(error.status, error.reason)
        except Refused as error:
            return self._refused(400, error.reason)
        except (DatabaseAway, MicrosoftError, TimeoutError) as error:
            log.warning("graph_notification_put_off", error=type(error).__name__)
            return web.Response(status=503, headers=RETRY_AFTER)
        return web.Response(status=202)

    def _refused(self, status: int, reason: str) -> web.Response:
        self._observe("unknown", reason)
        return web.Response(status=status, headers=RETRY_AFTER if status == 429 else {})

    async def _take(self, batch: graph.Batch) -> None:
        """Store what is to be done because of the batch; raises when it cannot be stored now."""
        vouched: str | None = None
        for known in await self._recognise(batch):
            try:
                rich = known.notification.encrypted is not None
                if rich and vouched is None:
                    vouched = await self._vouched(batch)
                if rich and vouched:
                    raise Refused(vouched)
                await self._bus.handle(await self._command(known))
            except Refused as refused:
                self._note(known.kind, refused.reason)
                if refused.reason == NO_KEY:  # after Entra vouched for it: it is Graph's, and lost
                    await self._ask_anew(known)
            else:
                self._observe(known.kind, "taken")

    async def _recognise(self, batch: graph.Batch) -> list[Known]:
        """Those of our tenant that know the secret of the subscription they name."""
        told = batch.notifications
        ours = [one for one in told if one.tenant_id.casefold() == self._tenant_id]
        self._note("unknown", "other_tenant", len(told) - len(ours))
        if not ours:
            return []
        found = []
        async with self._database.unit() as unit:
            rows = await subscribed.recognised(
                unit, [(one.subscription_id, one.client_state) for one in ours]
            )
            for one, row in zip(ours, rows, strict=True):
                if row is not None:
                    found.append(Known(one, row.id, row.kind))
        self._note("unknown", "not_recognised", len(ours) - len(found))
        return found

    async def _vouched(self, batch: graph.Batch) -> str:
        """Why the batch's rich notifications are not believed; empty when they are."""
        try:
            await self._tokens.check(batch.tokens)
        except Refused as refused:
            return refused.reason
        return ""

    async def _ask_anew(self, known: Known) -> None:
        graph_id = known.notification.subscription_id
        await self._bus.handle(
            commands.GraphUnreadable(subscription_id=known.subscription, graph_id=graph_id)
        )

    async def _command(self, known: Known) -> commands.Command:
        one = known.notification
        if one.lifecycle:
            if one.lifecycle not in LIFECYCLE:
                raise Refused("unknown_lifecycle_event")
            return commands.GraphLifecycle(
                subscription_id=known.subscription,
                graph_id=one.subscription_id,
                event=one.lifecycle,
            )
        event = await self._event(known)
        return commands.GraphTold(
            inbound_key=graph.same_change(one),
            subscription_id=known.subscription,
            graph_id=one.subscription_id,
            what=event.what,
            at=event.at,
        )

    async def _event(self, known: Known) -> graph.CallEvent:
        """What a notification tells; of a rich kind only what it brings encrypted counts."""
        if known.kind in BASIC:
            return graph.CallEvent(BASIC[known.kind], None)
        closed = known.notification.encrypted
        if closed is None:
            raise Refused("no_encrypted_content")
        key = await self._key(closed.certificate_id)
        return graph.call_event(graph.open_content(closed, key))

    async def _key(self, certificate_id: str) -> RSAPrivateKey:
        """The private key that the data is encrypted for. Raises Refused."""
        try:
            async with self._database.unit() as unit:
                pem = await notification_keys.private(unit, UUID(certificate_id))
        except (ValueError, SealBroken):
            pem = None
        if pem is None:  # a key that was removed opens nothing, be it known from before
            self._keys.pop(certificate_id, None)
            raise Refused(NO_KEY)
        if certificate_id not in self._keys:
            self._keys[certificate_id] = private_key(pem)
        return self._keys[certificate_id]

    def _note(self, kind: str, reason: str, number: int = 1) -> None:
        """One line, however many: whoever posts what is not believed must not fill the log."""
        if number:
            log.info("graph_notification_refused", kind=kind, reason=reason, number=number)
        for _ in range(number):
            self._observe(kind, reason)


def handshake(token: str) -> web.Response:
    """Prove that the address is ours: the token back as plain text, and nothing a browser runs."""
    if not token or len(token) > LONGEST_TOKEN:
        return web.Response(status=400)
    headers = {"X-Content-Type-Options": "nosniff"}
    return web.Response(text=token, content_type="text/plain", headers=headers)
