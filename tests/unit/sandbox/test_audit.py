"""What the audit tells a judge: what was told, whose answer was lost, who sat in which call, what was missed."""

from __future__ import annotations

from typing import Any

import aiohttp
import pytest

from bots.presenter import message
from cards.announcement import announcement_card
from sandbox import Sandbox
from sandbox.audit import what_it_tells
from sandbox.client import SandboxClient
from tests.unit.sandbox.conftest import card_message
from texts.views import Announcement

SENT = "/connector/v3/conversations/{}/activities"


def announced(**more: Any) -> Announcement:
    words = {"paragraphs_da": ("Der optages lyd.",), "paragraphs_en": ("Sound is recorded.",)}
    return Announcement(**{"recorder": "Ole Pause", **words, **more})


async def audit(sandbox: Sandbox) -> Any:
    async with SandboxClient(sandbox.page_url) as client:
        return await client.audit()


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize(
    ("more", "what"),
    [
        ({}, "told"),
        ({"video": True}, "told"),
        ({"paused": True}, "paused"),
        ({"revoked": "agreement"}, "revoked"),
        ({"revoked": "permission"}, "revoked"),
        ({"revoked": "notice"}, "revoked"),
    ],
)
def test_a_card_shows_what_it_tells(more: dict[str, Any], what: str, language: Any) -> None:
    assert what_it_tells(announcement_card(announced(**more, language=language))) == what  # fmt: skip
    assert what_it_tells({"body": []}) == "other"


async def test_an_alert_is_told_apart_and_known_by_its_operation(
    sandbox: Sandbox, call: Any, meeting: Any
) -> None:
    view = announced()
    activity = message(view, alert_url="https://bot.example/notice", operation="0123456789abcdef")
    path = SENT.format(meeting.chat.id)
    sandbox.world.faults.set("fail_after_work", count=1, route="activities", status=502)
    assert (await call("POST", path, activity))[0] == 502
    assert (await call("POST", path, activity))[0] == 201
    assert (await call("POST", path, card_message()))[0] == 201
    (told,) = (await audit(sandbox))["meetings"]
    assert [
        (one["what"], one["heard"], one["operation"]) for one in told["alerts"]
    ] == [("told", False, "0123456789abcdef"), ("told", True, "0123456789abcdef")]  # fmt: skip


async def test_a_mail_knows_whether_its_own_answer_was_heard(sandbox: Sandbox, call: Any) -> None:
    box = sandbox.world.people["postkasse"]
    letter = {
        "subject": "Svar",
        "body": {"contentType": "HTML", "content": "<h2 style='x'>A &amp; B:</h2><p>Ja</p>"},
        "toRecipients": [{"emailAddress": {"address": "ole@borger.example"}}],
    }
    path = f"/graph/v1.0/users/{box.oid}/sendMail"
    sandbox.world.faults.set("fail_after_work", count=1, route="sendMail", status=502)
    assert (await call("POST", path, {"message": letter}))[0] == 502
    assert (await call("POST", path, {"message": letter}))[0] == 202
    mails = (await audit(sandbox))["mails"]
    assert [mail["heard"] for mail in mails] == [False, True]
    assert [mail["headings"] for mail in mails] == [["A & B:"], ["A & B:"]]


async def test_an_answer_that_is_cut_off_was_not_heard(
    sandbox: Sandbox, call: Any, meeting: Any
) -> None:
    sandbox.world.faults.set("lost_answer", count=1, route="activities")
    alert = {"channelData": {"notification": {"alertInMeeting": True}}}
    with pytest.raises(aiohttp.ClientError):
        await call("POST", SENT.format(meeting.chat.id), card_message() | alert)
    (told,) = (await audit(sandbox))["meetings"]
    assert [(one["heard"], one["what"]) for one in told["alerts"]] == [(False, "other")]


async def test_who_sat_in_which_call(sandbox: Sandbox, meeting: Any) -> None:
    for _ in range(2):
        await sandbox.do("start", as_="mette", meeting=meeting.id)
        await sandbox.do("join", as_="amal", meeting=meeting.id, person="amal")
        await sandbox.do("join", as_="ole", meeting=meeting.id, person="ole")
        await sandbox.do("leave", as_="ole", meeting=meeting.id, person="ole")
        (told,) = (await audit(sandbox))["meetings"]
        assert told["seats"][-1]["until"] is not None
        await sandbox.do("end", as_="mette", meeting=meeting.id)
    await sandbox.do("start", as_="mette", meeting=meeting.id)
    (told,) = (await audit(sandbox))["meetings"]
    assert [(seat["person"], seat["call"], seat["until"] is None) for seat in told["seats"]] == [
        ("mette", 1, False), ("ole", 1, False), ("mette", 2, False), ("ole", 2, False), ("mette", 3, True),
    ]  # fmt: skip
    assert all(seat["since"] <= (seat["until"] or "9") for seat in told["seats"])
    await sandbox.do("join", as_="amal", meeting=meeting.id, person="amal")
    await sandbox.do("admit", as_="mette", meeting=meeting.id, person="amal")
    (told,) = (await audit(sandbox))["meetings"]
    assert [(told["seats"][-1][name]) for name in ("person", "kind", "oid")] == ["amal", "anonymous", None]  # fmt: skip


async def test_what_the_bot_never_took_is_written_down(
    sandbox: Sandbox, bot: Any, meeting: Any
) -> None:
    sandbox.world.faults.set("lost_activity", count=1, activity="event")
    await sandbox.do("start", as_="mette", meeting=meeting.id)
    sandbox.world.faults.set("late_activity", count=1, activity="event", seconds=2)
    await sandbox.do("end", as_="mette", meeting=meeting.id)
    assert [one["name"][-12:] for one in (await audit(sandbox))["missed"]] == ["meetingStart"]
    bot.status = 503
    await sandbox.do("advance", seconds=3)
    sandbox.world.faults.set("duplicate_delivery", count=1, together=True)
    await sandbox.do("start", as_="mette", meeting=meeting.id)
    missed = (await audit(sandbox))["missed"]
    assert [one["name"].rpartition(".")[2] for one in missed] == [
        "meetingStart", "meetingEnd", "meetingStart", "meetingParticipantJoin",
    ]  # fmt: skip
    assert {one["chat"] for one in missed} == {meeting.chat.id}
