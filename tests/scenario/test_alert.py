"""What opens over the meeting with the card in its chat says the same as the card (B20, C12)."""

from __future__ import annotations

from collections.abc import AsyncIterator
from html import unescape
from urllib.parse import parse_qs, urlsplit

import aiohttp
import pytest

from clock import ShiftedClock
from tests.scenario.stage import Stage, words
from tests.scenario.test_breaks import pause, recorded
from tests.scenario.wishing import Town, in_town
from texts.catalog import text


@pytest.fixture
async def town(database_url: str, clock: ShiftedClock) -> AsyncIterator[Town]:
    async with in_town("albertslund", database_url, clock) as made:
        yield made


async def alerts(stage: Stage) -> list[tuple[str, str]]:
    """What the cards told all in the meeting, each with the page that opened for it: its path, and the
    key of the sentence that stands there."""
    found = []
    async with aiohttp.ClientSession() as web:
        for message in stage.messages(stage.chat):
            if not message.alert:
                continue
            opened = urlsplit(parse_qs(urlsplit(message.alert_url).query)["url"][0])
            async with web.get(f"{stage.base}{opened.path}") as answer:
                assert answer.status == 200
                found.append((opened.path, _said(unescape(await answer.text()))))
    return found


def _said(page: str) -> str:
    """The one sentence of the page, in both languages."""
    keys = [
        key
        for key in ("words", "revoked", "paused")
        if all(text(f"notice_page.{key}", lang) in page for lang in ("da", "en"))
    ]
    assert len(keys) == 1
    return keys[0]


@pytest.mark.rule("B20", "C12")
async def test_what_opens_in_the_meeting_says_what_the_chat_says(town: Town) -> None:
    """It is recorded, there is a break, it is recorded again, and in the end it no longer holds."""
    stage = town.stage
    await recorded(town)
    assert await alerts(stage) == [("/notice", "words")]
    await pause(town)
    assert (await alerts(stage))[1:] == [("/notice/paused", "paused")]
    await stage.press("mette", "break_over")
    assert (await alerts(stage))[2:] == [("/notice", "words")]
    await stage.press("mette", "withdraw")
    assert "gælder ikke længere" in words(stage.messages(stage.chat)[-1].card)
    assert (await alerts(stage))[3:] == [("/notice/revoked", "revoked")]
