"""The way to the file of a recording in Teams: for whoever decides on it, and standing nowhere."""

from __future__ import annotations

from typing import Any

import aiohttp
import pytest

from tests.scenario.stage import Stage, verbs, words
from tests.scenario.test_incident import ended, oid
from tests.scenario.test_notice import forge
from tests.scenario.test_recording import incidents, journal, said


def link_of(card: Any) -> str:
    """Where the card's link leads, as far as this stage is concerned."""
    (action,) = [a for a in card["actions"] if a["type"] == "Action.OpenUrl"]
    return str(action["url"].removeprefix("http://localhost:3978"))


async def follow(stage: Stage, path: str, method: str = "POST") -> tuple[int, str]:
    async with (
        aiohttp.ClientSession() as web,
        web.request(method, stage.base + path, allow_redirects=False) as answer,
    ):
        return answer.status, answer.headers.get("Location", "")


def file_address(stage: Stage) -> str:
    return f"https://kommune.example/Recordings/{stage.meeting}.mp4"


async def test_the_decider_gets_to_the_file_and_the_address_stands_nowhere(stage: Stage) -> None:
    await ended(stage)
    answer = await stage.press("jens", "file_open", outcome="kept", kept_why="Ole vil klage")
    assert "Ole vil klage" in words(answer["value"])  # what was typed stays
    path = link_of(answer["value"])
    for _ in range(2):  # whoever looks at it by itself takes nothing away, and is led nowhere
        assert await follow(stage, path, "GET") == (200, "")
    assert await journal(stage, "file_opened") == []
    assert await follow(stage, path) == (303, file_address(stage))
    assert await follow(stage, path) == (410, "")  # once
    assert (await follow(stage, path, "GET"))[0] == 410
    assert (await journal(stage, "file_link_made"))[0]["incident"]
    (opened,) = await journal(stage, "file_opened")
    assert opened["incident"]
    for person in ("mette", "jens", "birgit"):
        assert "/Recordings/" not in said(stage, person)
    assert "/Recordings/" not in str([m.card for m in stage.messages(stage.chat)])
    for table in ("print_links", "journal", "effects", "incidents", "incident_steps", "cards"):
        stored = str(await stage.rows(f"SELECT * FROM {table}"))
        assert "/Recordings/" not in stored, table
        assert path.removeprefix("/print/") not in stored, table
    about = {"incident_id": str((await incidents(stage))[0]["id"])}
    late = link_of(
        (await forge(stage, "jens", "file_open", about, stage.personal("jens")))["value"]
    )
    await stage.pass_time(minutes=11)
    assert (await follow(stage, late))[0] == 410


async def test_nobody_else_gets_to_the_file(stage: Stage) -> None:
    await ended(stage)
    (incident,) = await incidents(stage)
    message = stage.card(stage.personal("jens"), having="file_open")
    chat = stage.personal("mette")
    other = stage.card(chat, having="Teams har optaget mødet")
    answer = await stage.sandbox.do(
        "press", as_="mette", chat=chat, message=other.id, verb="file_open",
        data={"incident_id": str(incident["id"])}, card=message.card,
    )  # fmt: skip
    assert "/print/" not in str(answer)
    assert await stage.rows("SELECT 1 FROM print_links") == []
    path = link_of((await stage.press("jens", "file_open"))["value"])
    await stage.rows("UPDATE incidents SET decider_oid = :o RETURNING id", o=oid(stage, "lene"))
    assert (await follow(stage, path))[0] == 410  # asked again when it is opened


async def test_without_an_address_there_is_no_way_that_leads_nowhere(stage: Stage) -> None:
    await ended(stage)
    await stage.rows("DELETE FROM personal WHERE field = 'file_url' RETURNING field")
    answer = await stage.press("jens", "file_open")
    assert "/print/" not in words(answer["value"])
    assert "file_open" not in verbs(answer["value"])


@pytest.mark.parametrize(("outcome", "still"), [("kept", True), ("deleted", False)])
async def test_a_file_that_is_gone_needs_no_way_there(
    stage: Stage, outcome: str, *, still: bool
) -> None:
    await ended(stage)
    answer = await stage.press("jens", "file_decided", outcome=outcome, kept_why="Ole vil klage")
    assert ("file_open" in verbs(answer["value"])) is still
