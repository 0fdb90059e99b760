"""What people do when a card changes under their finger."""

from __future__ import annotations

from typing import Any, cast

import pytest

from sandbox.client import SandboxClient
from tools.chaos import hands
from tools.chaos.hands import GoneError, Hands, StuckError

LOST = {"kind": "error", "value": "changed"}


def card(*verbs: str) -> dict[str, Any]:
    return {"actions": [{"verb": verb} for verb in verbs]}


class Chat:
    """One card, and what is answered to each press; every answer may leave another card there."""

    def __init__(self, shown: list[str], *answers: tuple[dict[str, Any], list[str]]) -> None:
        self.shown = shown
        self.answers = list(answers)

    async def find(self, _: str, *, verb: str, **__: str) -> dict[str, str] | None:
        return {"chat": "19:chat", "message": "1"} if verb in self.shown else None

    async def do(self, *_: Any, **__: Any) -> dict[str, Any]:
        answer, self.shown = self.answers.pop(0)
        return answer


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hands, "PRESS_AGAIN", 0.0)


async def press(chat: Chat, gives: str = "confirm") -> dict[str, Any]:
    return await Hands(cast("SandboxClient", chat), 0.2).press("leder", "preview", gives=gives)


async def test_a_form_that_is_gone_before_it_was_taken_is_begun_again(quick: None) -> None:
    with pytest.raises(GoneError):
        await press(Chat(["preview"], (LOST, ["open"])))


async def test_a_press_that_was_taken_though_nobody_answered_goes_on(quick: None) -> None:
    assert await press(Chat(["preview"], (LOST, ["confirm"]))) == LOST
    answer = {"kind": "card", "value": card("confirm")}
    assert await press(Chat(["preview"], (LOST, ["preview"]), (answer, ["open"]))) == answer


async def test_what_was_drawn_over_is_not_waited_for(quick: None) -> None:
    with pytest.raises(GoneError, match="not offered"):
        await Hands(cast("SandboxClient", Chat([])), 5.0).press("leder", "preview", soon=0.1)


async def test_where_nothing_is_to_follow_the_card_s_end_is_the_answer(quick: None) -> None:
    assert await press(Chat(["preview"], (LOST, [])), gives="") == LOST
    with pytest.raises(StuckError, match="in vain"):
        await press(Chat([]))
