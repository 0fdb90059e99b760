"""botbuilder's turn over our own connector: what the bot says goes where the activity came from."""

from __future__ import annotations

from typing import Any

import pytest
from botbuilder.core import TurnContext
from botbuilder.schema import Activity

from bots.adapter import Adapter, activity_of
from bots.body import RequestError


class FakeConnector:
    def __init__(self) -> None:
        self.calls: list[tuple[Any, ...]] = []

    async def send(self, service_url: str, conversation_id: str, activity: Any) -> str:
        self.calls.append((service_url, conversation_id, activity["text"]))
        return "42"

    async def update(
        self, service_url: str, conversation_id: str, activity_id: str, activity: Any
    ) -> None:
        self.calls.append((service_url, conversation_id, activity_id, activity["text"]))


async def test_a_turn_sends_and_replaces_through_the_connector(make: Any) -> None:
    connector = FakeConnector()

    async def logic(context: TurnContext) -> None:
        sent = await context.send_activity(Activity(type="message", text="hej"))
        await context.update_activity(Activity(type="message", id=sent.id, text="hej igen"))

    answer = await Adapter(connector).process_activity(make.incoming(make.envelope()), logic)
    assert answer is None
    url = make.service_url.rstrip("/")
    assert connector.calls == [(url, make.chat, "hej"), (url, make.chat, "42", "hej igen")]


async def test_nothing_is_deleted(make: Any) -> None:
    async def logic(context: TurnContext) -> None:
        await context.delete_activity("42")

    with pytest.raises(NotImplementedError):
        await Adapter(FakeConnector()).process_activity(make.incoming(make.envelope()), logic)


def test_what_the_model_cannot_read_is_refused() -> None:
    with pytest.raises(RequestError) as refused:
        activity_of({"type": "message", "membersAdded": "x"})
    assert refused.value.status == 400
