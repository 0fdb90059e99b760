"""The bot in a meeting's call: its leg, the roster it sees, what it plays, how it ends (6.2–6.5)."""

from __future__ import annotations

import io
import ssl
import uuid
import wave
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import aiohttp

from sandbox.answers import bad_request
from sandbox.entra import Entra
from sandbox.meetings import Meeting
from sandbox.people import Person
from sandbox.world import World

KEEP_ALIVE = timedelta(minutes=45)
FORM = (16_000, 1, 2)  # Hz, channels, bytes


@dataclass(eq=False)
class BotCall:
    """One leg of the bot. ``state`` establishing, established, terminated. ``seats``: person → the id
    of their seat; whoever leaves and comes back has another."""

    meeting: Meeting
    callback: str
    id: str = field(default_factory=lambda: str(uuid.uuid4()))
    participant_id: str = field(default_factory=lambda: str(uuid.uuid4()))
    state: str = "establishing"
    in_lobby: bool = False
    muted: bool = False
    seats: dict[str, str] = field(default_factory=dict)
    before: set[str] = field(default_factory=set)
    alive_at: datetime | None = None


@dataclass(eq=False)
class Play:
    """A prompt that is being played, and who has heard it from the beginning."""

    id: str
    context: str
    text: str
    seats: dict[str, str]
    silent: bool


class BotCalls:
    """All legs of the bot. What happens is reported to the bot on the sandbox's clock."""

    def __init__(self, world: World, entra: Entra, ca_file: Path) -> None:
        self.world = world
        self.entra = entra
        self.ca_file = ca_file
        self.calls: dict[str, BotCall] = {}
        self.media: dict[str, tuple[float, str]] = {}  # resource id → seconds, what is said
        self._session: aiohttp.ClientSession | None = None
        world.roster_watchers.append(self.roster_changed)

    async def close(self) -> None:
        """Give the connections back."""
        if self._session is not None:
            await self._session.close()

    def session(self) -> aiohttp.ClientSession:
        """Out to the bot: https, and only its own authority is trusted."""
        if self._session is None:
            trust = ssl.create_default_context(cafile=str(self.ca_file))
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(ssl=trust), timeout=aiohttp.ClientTimeout(total=15)
            )
        return self._session

    def live(self, meeting: Meeting) -> list[BotCall]:
        """The legs in this meeting."""
        return [c for c in self.calls.values() if c.meeting is meeting and c.state != "terminated"]

    # --- the leg ------------------------------------------------------------------------------

    def ring(self, call: BotCall) -> None:
        """The call was created; the rest happens after the answer."""
        self.calls[call.id] = call
        call.alive_at = self.world.now()
        call.before = set(call.meeting.in_call)
        self._show(call)
        self._soon(lambda: self._arrive(call))
        self._watch_life(call)

    def _show(self, call: BotCall) -> None:
        """The page sees the bot's leg."""
        there = {"inLobby": call.in_lobby, "muted": call.muted, "state": call.state}
        call.meeting.bot_view = None if call.state == "terminated" else there
        self.world.changed()

    async def _arrive(self, call: BotCall) -> None:
        if call.meeting.state != "running":
            await self.end(call, 200, 5013)
        elif self.world.switches["bot_lobby"]:
            call.in_lobby = True
            self._show(call)
            await self._tell_state(call, "establishing")
            await self._tell_roster(call)
            wait = timedelta(seconds=float(self.world.switches["bot_lobby_seconds"]))
            self._later(wait, lambda: self._lobby_ends(call))
        else:
            await self._tell_state(call, "establishing")
            await self.admit(call)

    async def _lobby_ends(self, call: BotCall) -> None:
        if call.in_lobby and call.state != "terminated":
            await self.end(call, 200, 5855)

    async def admit(self, call: BotCall) -> None:
        """Into the call."""
        if call.state == "terminated":
            return
        call.in_lobby, call.state = False, "established"
        self._show(call)
        await self._tell_state(call, "established")
        if self.world.switches["call_reports_disordered"]:
            await self._tell_state(call, "establishing")
        await self._tell_roster(call)

    async def mute(self, call: BotCall, *, muted: bool) -> None:
        """Somebody mutes the bot, or lets it speak again."""
        call.muted = muted
        self._show(call)
        await self._tell_roster(call)

    async def end(self, call: BotCall, code: int, subcode: int, *, report: bool = True) -> None:
        """The leg is over."""
        if call.state == "terminated":
            return
        call.state, call.in_lobby = "terminated", False
        self._show(call)
        if report:
            result = {"code": code, "subcode": subcode, "message": ""}
            await self._tell_state(call, "terminated", resultInfo=result)

    def _watch_life(self, call: BotCall) -> None:
        async def look() -> None:
            if call.state == "terminated" or call.alive_at is None:
                return
            if self.world.now() - call.alive_at >= KEEP_ALIVE:
                await self.end(call, 408, 8537)
            else:
                self._watch_life(call)

        left = KEEP_ALIVE - (self.world.now() - (call.alive_at or self.world.now()))
        self._later(left, look)

    # --- the roster ---------------------------------------------------------------------------

    def roster(self, call: BotCall, *, reported: bool = False) -> list[dict[str, Any]]:
        """Everybody in the call or its lobby. A report may leave out who was there before the bot."""
        self._seat(call)
        found = [self._own_seat(call)]
        if call.in_lobby:
            return found
        hidden = (
            call.before if reported and not self.world.switches["roster_reports_all"] else set()
        )
        for person_id, lobby in call.meeting.in_call.items():
            if person_id not in hidden:
                found.append(self._seat_of(call, self.world.people[person_id], in_lobby=lobby))
        for key, identity in call.meeting.extra_seats.items():
            seat = call.seats[key]
            found.append(_participant(seat, identity, in_lobby=False))
        return found

    def _seat(self, call: BotCall) -> None:
        here = {*call.meeting.in_call, *call.meeting.extra_seats}
        for gone in call.seats.keys() - here:
            del call.seats[gone]
            call.before.discard(gone)
        for person in here - call.seats.keys():
            call.seats[person] = str(uuid.uuid4())

    def _own_seat(self, call: BotCall) -> dict[str, Any]:
        identity = {"application": {"id": self.world.app_id, "displayName": "Lydhør"}}
        return _participant(call.participant_id, identity, in_lobby=call.in_lobby, muted=call.muted)

    def _seat_of(self, call: BotCall, person: Person, *, in_lobby: bool) -> dict[str, Any]:
        held = person.id in call.meeting.on_hold
        return _participant(
            call.seats[person.id], self._identity(person), in_lobby=in_lobby, held=held
        )

    def _identity(self, person: Person) -> dict[str, Any]:
        if person.kind == "phone":
            digits = str(uuid.uuid5(uuid.NAMESPACE_OID, person.id).int)[:8]
            masked = self.world.switches["phone_numbers_masked"]
            number = f"4:+45{digits[:2]}******" if masked else f"4:+45{digits}"
            return {"user": None, "phone": {"id": number, "displayName": None}}
        if person.kind == "anonymous":
            guest = str(uuid.uuid5(uuid.NAMESPACE_OID, f"guest/{person.id}"))
            return {"guest": {"id": guest, "displayName": person.name}}
        user = {"id": person.oid, "displayName": person.name, "tenantId": person.tenant}
        return {"user": user}

    async def roster_changed(self, meeting: Meeting) -> None:
        """Somebody came, left, was let in; with nobody left the bot's leg ends too."""
        for call in self.live(meeting):
            self._seat(call)
            if meeting.state != "running":
                await self.end(call, 200, 5002)
            elif not any(lobby is False for lobby in meeting.in_call.values()):
                await self.end(call, 200, 5010)
            else:
                await self._tell_roster(call)

    # --- playing ------------------------------------------------------------------------------

    async def fetch(self, url: str, resource_id: str) -> None:
        """Fetch a sound as Microsoft does: once per resource id, public https, no token."""
        if resource_id in self.media:
            return
        if not url.startswith("https://"):
            raise bad_request("BadRequest", "The media must be https.", "media_not_https")
        self.media[resource_id] = await self._sound(url)

    async def _sound(self, url: str) -> tuple[float, str]:
        """Length and words; 0 seconds for what cannot be played."""
        try:
            async with self.session().get(url, allow_redirects=False) as answer:
                body, status = await answer.read(), answer.status
            with wave.open(io.BytesIO(body)) as file:
                form = (file.getframerate(), file.getnchannels(), file.getsampwidth())
                seconds = file.getnframes() / file.getframerate()
            if status != 200 or form != FORM:
                raise ValueError(f"status {status}, form {form}")
            async with self.session().get(url.removesuffix(".wav") + ".txt") as answer:
                return seconds, await answer.text() if answer.status == 200 else ""
        except (
            aiohttp.ClientError,
            OSError,
            TimeoutError,
            wave.Error,
            EOFError,
            ValueError,
        ) as why:
            self.world.problem("bad_media", "playPrompt", f"{type(why).__name__}: {why}")
            return 0.0, ""

    def play(self, call: BotCall, context: str, sounds: list[str]) -> str:
        """Begin to play; the operation's end is reported when it has been played."""
        found = [self.media[name] for name in sounds]
        text = "\n".join(words for _, words in found)
        here = {p: s for p, s in call.seats.items() if self._hears(call.meeting, p)}
        silent = call.muted and bool(self.world.switches["muted_prompt_silent"])
        play = Play(str(uuid.uuid4()), context, text, here, silent)
        fails = self.world.faults.take("prompt_fails") is not None or not all(s for s, _ in found)
        seconds = 0.0 if fails else sum(length for length, _ in found)
        if not fails and not silent:
            until = self.world.now() + timedelta(seconds=seconds)
            call.meeting.speaking = {"text": text, "until": until.isoformat(), "to": list(here)}
        self.world.changed()
        ended = "failed" if fails else "completed"
        self._later(timedelta(seconds=seconds), lambda: self._played(call, play, ended))
        return play.id

    async def _played(self, call: BotCall, play: Play, ended: str) -> None:
        call.meeting.speaking = None
        silent = play.silent or (call.muted and self.world.switches["muted_prompt_silent"])
        if ended == "completed" and not silent and call.state != "terminated":
            for person, seat in play.seats.items():
                if call.seats.get(person) == seat and self._hears(call.meeting, person):
                    heard = {"person": person, "at": self.world.now().isoformat()}
                    call.meeting.heard.append({**heard, "text": play.text})
        self.world.changed()
        if call.state == "terminated":
            return
        code = {"code": 200 if ended == "completed" else 500, "subcode": 0, "message": ""}
        data = {
            "@odata.type": "#microsoft.graph.playPromptOperation", "id": play.id,
            "clientContext": play.context, "status": ended, "resultInfo": code,
        }  # fmt: skip
        await self._report(call, "deleted", f"/operations/{play.id}", data, ended)

    def _hears(self, meeting: Meeting, person: str) -> bool:
        seated = meeting.in_call.get(person) is False or person in meeting.extra_seats
        return seated and person not in meeting.on_hold

    # --- reports ------------------------------------------------------------------------------

    async def _tell_state(self, call: BotCall, state: str, **more: Any) -> None:
        data = {"@odata.type": "#microsoft.graph.call", "id": call.id, "state": state, **more}
        kind = "deleted" if state == "terminated" else "updated"
        await self._report(call, kind, "", data, state)

    async def _tell_roster(self, call: BotCall) -> None:
        rows = self.roster(call, reported=True)
        await self._report(call, "updated", "/participants", rows, "roster")

    async def _report(self, call: BotCall, change: str, part: str, data: Any, name: str) -> None:
        """One signed report. What the reference leaves open differs: names, casing, shapes (6.3)."""
        if self.world.faults.take("lost_call_report", name=name) is not None:
            return
        path = f"/communications/calls/{call.id}{part}"
        row = {
            "@odata.type": "#microsoft.graph.commsNotification",
            "changeType": change, "resourceUrl": path, "resourceData": data,
        }  # fmt: skip
        if self.world.switches["call_reports_odd"]:
            odd = f"/app/calls/{call.id.upper()}{part}"
            row = {"ChangeType": change.capitalize(), "resource": odd, "resourceData": data}
            if isinstance(data, dict) and not part:
                row["resourceData"] = [data]
        body = {"@odata.type": "#microsoft.graph.commsNotifications", "value": [row]}
        for _ in range(2 if self.world.faults.take("duplicate_call_report") else 1):
            await self.post(call.callback, body)

    async def post(self, url: str, body: Any, token: str | None = None) -> int:
        """Deliver a report; with ``token`` a test sends what Microsoft never would."""
        claims = {"iss": self.world.switches["call_issuer"], "aud": self.world.app_id}
        bearer = token or self.entra.calls.sign({**claims, "tid": self.world.tenant_id})
        headers = {"Authorization": f"Bearer {bearer}"}
        try:
            async with self.session().post(url, json=body, headers=headers) as answer:
                status = answer.status
        except (aiohttp.ClientError, OSError, TimeoutError):
            status = 0
        self.world.deliveries.append({"type": "call", "name": "", "status": status})
        return status

    def _soon(self, what: Callable[[], Awaitable[object]]) -> None:
        self._later(timedelta(), what)

    def _later(self, wait: timedelta, what: Callable[[], Awaitable[object]]) -> None:
        self.world.later.append((self.world.now() + wait, what))


def _participant(
    seat: str,
    identity: dict[str, Any],
    *,
    in_lobby: bool,
    muted: bool = False,
    held: bool = False,
) -> dict[str, Any]:
    direction = "inactive" if held else "sendReceive"
    return {
        "@odata.type": "#microsoft.graph.participant",
        "id": seat,
        "isInLobby": in_lobby,
        "isMuted": muted,
        "info": {"identity": identity, "languageId": None},
        "mediaStreams": [{"mediaType": "audio", "direction": direction, "sourceId": "1"}],
    }
