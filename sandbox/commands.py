"""What can be done in the sandbox, by name: the control API and the tests call the same."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from typing import Any

from sandbox.bot_calls import BotCall, BotCalls
from sandbox.chats import Chat
from sandbox.entra import Entra
from sandbox.meetings import Meeting
from sandbox.people import Person
from sandbox.presses import Presses
from sandbox.teams import NotAllowedError, Teams
from sandbox.world import World

Params = dict[str, Any]
Action = Callable[["Commands", Params], Awaitable[Any]]


class Commands:
    """Runs one named command after the other. Raises NotAllowedError, KeyError or ValueError."""

    def __init__(
        self, world: World, entra: Entra, teams: Teams, presses: Presses, bot_calls: BotCalls
    ) -> None:
        self.bot_calls = bot_calls
        self.world = world
        self.entra = entra
        self.teams = teams
        self.presses = presses

    async def do(self, name: str, params: Params) -> Any:
        """Carry one command out; the parameters are those of the control API."""
        action = ACTIONS.get(name)
        if action is None:
            raise ValueError(f"ukendt handling: {name}")
        result = await action(self, params)
        await self.world.let_follow()
        self.world.changed()
        return result

    # --- reading parameters -------------------------------------------------------------------

    def actor(self, params: Params, default: Person | None = None) -> Person:
        """The person who does it (``as``)."""
        key = params.get("as") or (default.id if default else "")
        return self._person(key)

    def _person(self, key: str) -> Person:
        if key not in self.world.people:
            raise NotAllowedError(f"Ukendt person: {key or 'ingen'}.")
        return self.world.people[key]

    def person(self, params: Params) -> Person:
        """The person it is about (``person``), else the one who does it."""
        return self._person(params.get("person") or params.get("as") or "")

    def meeting(self, params: Params) -> Meeting:
        """The meeting (``meeting``)."""
        meeting = self.world.meetings.get(str(params.get("meeting", "")))
        if meeting is None:
            raise NotAllowedError("Ukendt møde.")
        return meeting

    def chat(self, params: Params) -> Chat:
        """The chat (``chat``)."""
        chat = self.world.chat(str(params.get("chat", "")))
        if chat is None:
            raise NotAllowedError("Ukendt chat.")
        return chat

    # --- the commands -------------------------------------------------------------------------

    async def create_meeting(self, params: Params) -> Any:
        """New meeting; everybody of the cast who can be invited is, unless ``people`` says who."""
        organizer = self._person(params.get("organizer") or params.get("as") or "mette")
        if params.get("foreignOrganizer"):
            organizer = self.world.people["karla"]
        keys = params.get("people") or ["mette", "jens", "ole"]
        meeting = self.teams.create_meeting(
            str(params.get("title") or "Møde"),
            organizer,
            [self._person(key) for key in keys],
            starts_at=moment(params["startsAt"]) if params.get("startsAt") else None,
            minutes=int(params.get("minutes", 60)),
            dial_in=bool(params.get("dialIn", False)),
            recurring=bool(params.get("recurring", False)),
            kind=str(params.get("kind", "")),
        )
        if params.get("recordAutomatically"):
            meeting.options["recordAutomatically"] = True
        return {"id": meeting.id, "meeting": meeting.id, "chat": meeting.chat.id}

    async def install_app(self, params: Params) -> None:
        """Add the app to a meeting; by a member on its roster."""
        meeting = self.meeting(params)
        by = self.actor(params, meeting.organizer)
        if by.kind not in ("member", "foreign"):
            raise NotAllowedError(
                "Kun mødets arrangør og organisationens deltagere kan tilføje appen."
            )
        await self.teams.install(meeting.chat, by)

    async def remove_app(self, params: Params) -> None:
        """Take the app out of a meeting."""
        meeting = self.meeting(params)
        await self.teams.remove(meeting.chat, self.actor(params, meeting.organizer))

    async def install_personal(self, params: Params) -> None:
        """Install the app for a person."""
        await self.teams.install(self.world.personal_chat(self.person(params).id))

    async def remove_personal(self, params: Params) -> None:
        """Remove the app from a person."""
        await self.teams.remove(self.world.personal_chat(self.person(params).id))

    async def open_personal(self, params: Params) -> Any:
        """Open the personal chat; installs the app when it is not there yet."""
        person = self.person(params)
        if person.oid is None or not person.in_directory:
            raise NotAllowedError("Kun personer i organisationens katalog kan åbne appen.")
        chat = self.world.personal_chat(person.id)
        if not (chat.installed and chat.greeted):
            await self.teams.install(chat)
        return {"chat": chat.id}

    async def start(self, params: Params) -> None:
        """Begin the call."""
        meeting = self.meeting(params)
        await self.teams.start(meeting, self.actor(params, meeting.organizer))

    async def end(self, params: Params) -> None:
        """End the call for all."""
        await self.teams.end(self.meeting(params))

    async def join(self, params: Params) -> None:
        """Enter the call."""
        await self.teams.join(self.meeting(params), self.person(params))

    async def leave(self, params: Params) -> None:
        """Leave the call."""
        await self.teams.leave(self.meeting(params), self.person(params))

    async def leave_chat(self, params: Params) -> None:
        """Leave the meeting's chat, but not its call."""
        await self.teams.leave_chat(self.meeting(params).chat, self.person(params))

    async def admit(self, params: Params) -> None:
        """Let somebody in from the lobby."""
        await self.teams.admit(self.meeting(params), self.person(params))

    def bot_call(self, params: Params) -> BotCall:
        """The bot's leg in the meeting."""
        found = self.bot_calls.live(self.meeting(params))
        if not found:
            raise NotAllowedError("Lydhør er ikke i opkaldet.")
        return found[-1]

    async def admit_bot(self, params: Params) -> None:
        """Let the bot in from the lobby."""
        await self.bot_calls.admit(self.bot_call(params))

    async def remove_bot(self, params: Params) -> None:
        """Take the bot out of the call or its lobby."""
        await self.bot_calls.end(self.bot_call(params), 200, 5300)

    async def mute_bot(self, params: Params) -> None:
        """Mute the bot, or let it speak again (``muted``)."""
        await self.bot_calls.mute(self.bot_call(params), muted=bool(params.get("muted", True)))

    async def hold(self, params: Params) -> None:
        """Somebody is put on hold, or comes back (``held``)."""
        meeting, person = self.meeting(params), self.person(params)
        (meeting.on_hold.add if params.get("held", True) else meeting.on_hold.discard)(person.id)
        await self.world.roster_changed(meeting)

    async def sit(self, params: Params) -> None:
        """A seat of a kind that is no person of the cast: a room, or one nobody knows (``kind``)."""
        meeting, kind = self.meeting(params), str(params["kind"])
        identity = {kind: {"id": f"{kind}-1", "displayName": params.get("name")}}
        meeting.extra_seats[str(params.get("seat") or kind)] = identity
        await self.world.roster_changed(meeting)

    async def record(self, params: Params) -> Any:
        """Press *Record*."""
        meeting = self.meeting(params)
        by = self.actor(params, meeting.organizer)
        why = self.teams.record(meeting, by, force=bool(params.get("force")))
        return {"refused": bool(why), "why": why}

    async def stop_record(self, params: Params) -> None:
        """Stop the recording."""
        self.teams.stop_record(self.meeting(params))

    async def set_option(self, params: Params) -> None:
        """Change Meeting options by hand, as an organizer can."""
        meeting = self.meeting(params)
        options = {key: value for key, value in params.items() if key in meeting.options}
        meeting.options.update(options)

    async def message(self, params: Params) -> Any:
        """Write in a chat."""
        said = await self.teams.say(self.chat(params), self.actor(params), str(params["text"]))
        return {"message": said.id}

    async def press(self, params: Params) -> Any:
        """Press a button; ``card`` gives an older state of the card that is still on screen."""
        pressed = await self.presses.press(
            self.chat(params),
            self.actor(params),
            str(params["message"]),
            str(params["verb"]),
            dict(params.get("data") or {}),
            card=params.get("card"),
        )
        return pressed.view()

    async def refresh(self, params: Params) -> Any:
        """The card came into view."""
        chat, person = self.chat(params), self.actor(params)
        pressed = await self.presses.refresh(chat, person, str(params["message"]))
        return pressed.view() if pressed else None

    async def move(self, params: Params) -> None:
        """Move the meeting; the length stays when only the start is given."""
        meeting = self.meeting(params)
        starts = moment(params["startsAt"])
        length = meeting.ends_at - meeting.starts_at
        ends = moment(params["endsAt"]) if params.get("endsAt") else starts + length
        self.teams.move(meeting, starts, ends)

    async def cancel(self, params: Params) -> None:
        """Cancel the meeting."""
        self.teams.cancel(self.meeting(params))

    async def advance(self, params: Params) -> None:
        """Move the sandbox clock on."""
        self.world.clock.advance(timedelta(seconds=float(params["seconds"])))
        await self.teams.release_due()

    async def fault(self, params: Params) -> None:
        """Switch a fault on."""
        rest = {key: value for key, value in params.items() if key not in ("name", "as", "do")}
        self.world.faults.set(str(params["name"]), **rest)

    async def clear_faults(self, params: Params) -> None:
        """Switch all faults off, or those of one name."""
        self.world.faults.clear(params.get("name"))

    async def switch(self, params: Params) -> None:
        """Choose what is true of an unconfirmed fact."""
        name = str(params["name"])
        if name not in self.world.switches:
            raise ValueError(f"ukendt kontakt: {name}")
        self.world.switches[name] = params["value"]

    async def rotate_keys(self, params: Params) -> None:
        """New signing keys; ``dropOld`` unpublishes the earlier ones."""
        self.entra.rotate_keys(drop_old=bool(params.get("dropOld", False)))


def moment(text: str) -> datetime:
    """An ISO moment; without a zone it is UTC."""
    parsed = datetime.fromisoformat(str(text))
    return (parsed if parsed.tzinfo else parsed.replace(tzinfo=UTC)).astimezone(UTC)


NAMES = [
    "create_meeting",
    "install_app",
    "remove_app",
    "install_personal",
    "remove_personal",
    "open_personal",
    "start",
    "end",
    "join",
    "leave",
    "leave_chat",
    "admit",
    "admit_bot",
    "remove_bot",
    "mute_bot",
    "hold",
    "sit",
    "record",
    "stop_record",
    "set_option",
    "message",
    "press",
    "refresh",
    "move",
    "cancel",
    "advance",
    "fault",
    "clear_faults",
    "switch",
    "rotate_keys",
]
ACTIONS: dict[str, Action] = {name: getattr(Commands, name) for name in NAMES}
