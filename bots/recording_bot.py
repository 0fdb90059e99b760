"""The bot: each verified activity becomes commands, and the view that answers goes back.

The Teams handlers of botbuilder that lose fields, call Teams or crash (teams-platform 1.4, 8.1) are
overridden here; everything else of its dispatch stays.
"""

from __future__ import annotations

import re
from typing import Any, Protocol

import structlog
from botbuilder.core import InvokeResponse, TurnContext
from botbuilder.core.teams import TeamsActivityHandler

from bots import actions, answers, events
from bots.actions import Press
from bots.adapter import INCOMING
from bots.incoming import Incoming, pick, pick_text
from bots.presenter import MEETING_VIEWS
from casework.commands import Command, ShowMenu
from casework.ports import Messenger
from texts.views import Toast, View

CARD_ACTION = "adaptiveCard/action"
LONGEST_QUESTION = 500
_MENTION = re.compile(r"<at\b[^>]*>.*?</at>", re.IGNORECASE | re.DOTALL)

log = structlog.get_logger()


class Handles(Protocol):
    """What carries commands out (``casework.bus.Bus``)."""

    async def handle(self, command: Command) -> View | None:
        """Carry out one command; DatabaseAway passes through."""
        ...


HEARD = frozenset({"message", "event", "invoke", "conversationUpdate", "installationUpdate"})


class RecordingBot(TeamsActivityHandler):
    """Turns activities into commands. What the bus raises passes through to the door."""

    def __init__(self, bus: Handles, messenger: Messenger) -> None:
        self._bus = bus
        self._messenger = messenger

    async def on_turn(self, turn_context: TurnContext) -> None:
        """Only the types that mean something here; reactions, typing and edits do not."""
        if _incoming(turn_context).type in HEARD:
            await super().on_turn(turn_context)

    async def on_event_activity(self, turn_context: TurnContext) -> None:
        """Meeting started, ended, people joined or left."""
        await self._carry_out(events.event_commands(_incoming(turn_context)))

    async def on_conversation_update_activity(self, turn_context: TurnContext) -> None:
        """The bot or people were added to or removed from a chat."""
        await self._carry_out(events.conversation_commands(_incoming(turn_context)))

    async def on_installation_update(self, turn_context: TurnContext) -> None:
        """The app was installed or removed."""
        await self._carry_out(events.installation_commands(_incoming(turn_context)))

    async def on_message_activity(self, turn_context: TurnContext) -> None:
        """Somebody wrote, or an old client sent a button as a message."""
        incoming = _incoming(turn_context)
        actor = incoming.actor
        if actor is None:
            return
        press = actions.press_of_message(incoming.raw.get("value"))
        if press is not None:
            command = actions.command_of(incoming, actor, press)
            view = await self._bus.handle(command) if command else None
            await self._say(incoming, view if command else _unknown(incoming))
        elif (incoming.is_personal or incoming.chat_id) and speaks_to_us(incoming):
            question = ShowMenu(
                actor=actor,
                chat_id=incoming.chat_id,
                text=words(incoming),
                inbound_key=incoming.key,
            )
            view = await self._bus.handle(question)
            if incoming.chat_id:  # in a personal chat a job of casework answers
                await self._say(incoming, view)

    async def on_invoke_activity(self, turn_context: TurnContext) -> InvokeResponse:
        """A pressed button. Unknown invokes are answered 404: never a 5xx, never a success."""
        incoming = _incoming(turn_context)
        if incoming.name != CARD_ACTION:
            log.info("unknown_invoke")
            return InvokeResponse(status=404, body={})
        return InvokeResponse(status=200, body=await self._pressed(incoming))

    async def _pressed(self, incoming: Incoming) -> dict[str, Any]:
        actor, press = incoming.actor, actions.press_of_invoke(incoming.raw.get("value"))
        command = actions.command_of(incoming, actor, press) if actor and press else None
        if command is None:
            log.info("unknown_action", verb=_known_verb(press))
            return answers.unknown_action(incoming.language)
        return answers.answer(await self._bus.handle(command), incoming.language)

    async def _carry_out(self, commands: tuple[Command, ...]) -> None:
        for command in commands:
            await self._bus.handle(command)

    async def _say(self, incoming: Incoming, view: View | None) -> None:
        """Answer in the chat. What is for one person is not shown to a whole meeting."""
        if view is None or not (incoming.is_personal or isinstance(view, MEETING_VIEWS)):
            return
        try:
            await self._messenger.post(
                service_url=incoming.service_url,
                conversation_id=incoming.conversation_id,
                view=view,
            )
        except Exception as error:  # what was carried out stays carried out
            log.warning("answer_not_posted", error=type(error).__name__)


def speaks_to_us(incoming: Incoming) -> bool:
    """In a personal chat always; in a meeting chat only when the bot is mentioned."""
    if incoming.is_personal:
        return True
    bot = pick_text(incoming.raw, "recipient", "id")
    return any(
        pick(row, "type") == "mention" and pick_text(row, "mentioned", "id") == bot != ""
        for row in incoming.raw.get("entities") or ()
    )


def words(incoming: Incoming) -> str:
    """What was written, without mentions."""
    said = _MENTION.sub(" ", pick_text(incoming.raw, "text")[: 4 * LONGEST_QUESTION])
    return actions.clean(" ".join(said.split()))[:LONGEST_QUESTION]


def _incoming(turn_context: TurnContext) -> Incoming:
    found: Incoming = turn_context.turn_state[INCOMING]
    return found


def _unknown(incoming: Incoming) -> Toast:
    return Toast(code="unknown_action", language=incoming.language)


def _known_verb(press: Press | None) -> str:
    return press.verb if press and press.verb in actions.VERBS else ""
