"""botbuilder's turn, without its HTTP: no client, token or key is made by it (speed 2 and 4)."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from botbuilder.core import BotAdapter, InvokeResponse, TurnContext
from botbuilder.schema import Activity, ActivityTypes, ConversationReference, ResourceResponse
from msrest.exceptions import DeserializationError
from msrest.serialization import Deserializer

from bots.body import RequestError
from bots.incoming import Incoming
from bots.messenger import Connector

INCOMING = "lydhoer.incoming"
INVOKE_ANSWER = "lydhoer.invoke_answer"
USED = (
    "type", "id", "name", "channelId", "serviceUrl", "from", "conversation", "recipient", "replyToId",
    "locale", "action", "text", "value", "channelData", "membersAdded", "membersRemoved",
)  # fmt: skip

_deserialize = Deserializer(Activity._infer_class_models())


def activity_of(raw: Mapping[str, Any]) -> Activity:
    """The model of the parts that are used; one shared deserialiser. Raises RequestError 400."""
    try:
        return _deserialize("Activity", {name: raw[name] for name in USED if name in raw})
    except (DeserializationError, ValueError, TypeError, AttributeError, KeyError):
        raise RequestError(400, "not_an_activity") from None


class Adapter(BotAdapter):
    """Runs a verified activity through the bot, and sends what it says through our connector."""

    def __init__(self, connector: Connector) -> None:
        super().__init__()
        self._connector = connector

    async def process_activity(
        self, incoming: Incoming, logic: Callable[[TurnContext], Awaitable[None]]
    ) -> InvokeResponse | None:
        """One turn. The answer to an invoke, or None. Errors of the bot pass through."""
        context = TurnContext(self, activity_of(incoming.raw))
        context.turn_state[INCOMING] = incoming
        await self.run_pipeline(context, logic)
        found: InvokeResponse | None = context.turn_state.get(INVOKE_ANSWER)
        return found

    async def send_activities(
        self, context: TurnContext, activities: list[Activity]
    ) -> list[ResourceResponse]:
        """Keep an invoke's answer for the door; send the rest to the chat of the turn."""
        sent = []
        for activity in activities:
            if activity.type == ActivityTypes.invoke_response:
                context.turn_state[INVOKE_ANSWER] = activity.value
                sent.append(ResourceResponse())
                continue
            incoming: Incoming = context.turn_state[INCOMING]
            found = await self._connector.send(
                incoming.service_url, incoming.conversation_id, activity.serialize()
            )
            sent.append(ResourceResponse(id=found))
        return sent

    async def update_activity(self, context: TurnContext, activity: Activity) -> ResourceResponse:
        """Replace an activity in the chat of the turn."""
        incoming: Incoming = context.turn_state[INCOMING]
        await self._connector.update(
            incoming.service_url, incoming.conversation_id, activity.id, activity.serialize()
        )
        return ResourceResponse(id=activity.id)

    async def delete_activity(self, context: TurnContext, reference: ConversationReference) -> None:
        """Nothing is deleted within a turn: a card that is no longer true is replaced."""
        raise NotImplementedError("replace the card instead")
