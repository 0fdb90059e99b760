"""Both sides of the wire agree: the clients against the strict sandbox."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from microsoft365.bundle import Microsoft365
from microsoft365.errors import Ambiguous, Unavailable
from microsoft365.inbound import Refused
from microsoft365.meetings import Meetings
from sandbox.server import Sandbox
from tests.unit.microsoft365.fakes import FakeSettings

CARD = "application/vnd.microsoft.card.adaptive"


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    async with Sandbox.start(bot_url="http://127.0.0.1:1/nobody-listens") as running:
        yield running


@pytest.fixture
async def outside(sandbox: Sandbox) -> AsyncIterator[Microsoft365]:
    env = sandbox.env
    everything = Microsoft365(
        FakeSettings(
            entra_authority=env["ENTRA_AUTHORITY"],
            graph_url=env["GRAPH_URL"],
            bot_openid_metadata=env["BOT_OPENID_METADATA"],
            service_url_hosts=tuple(env["SERVICE_URL_HOSTS"].split(",")),
            ca_bundle=sandbox.data / "ca.pem",
            app_id=env["MicrosoftAppId"],
            app_password=env["MicrosoftAppPassword"],
            tenant_id=env["MicrosoftAppTenantId"],
            teams_app_id=env["MicrosoftAppId"],
        )
    )
    yield everything
    await everything.close()


@pytest.fixture
async def meeting(sandbox: Sandbox):
    made = await sandbox.do("create_meeting", as_="mette", title="Samtale", people=["mette", "ole"])
    key = made["meeting"]
    await sandbox.do("install_app", as_="mette", meeting=key)
    return sandbox.world.meetings[key]


async def test_the_directory(sandbox, outside):
    mette = sandbox.world.people["mette"]
    found = await outside.directory.person(mette.oid)
    manager = await outside.directory.manager_of(mette.oid)
    assert (found.name, manager.name) == ("Mette Holm", "Jens Brandt")
    await sandbox.do("fault", name="no_manager")
    assert await outside.directory.manager_of(mette.oid) is None
    assert not sandbox.world.problems


async def test_a_meeting_from_details_to_marks(sandbox, outside, meeting):
    where = sandbox.world.service_url
    details = await outside.meetings.details(where, meeting.teams_id)
    assert (details.graph_id, details.title) == (meeting.graph_id, "Samtale")
    organizer, graph_id = details.organizer_oid, details.graph_id
    before = await outside.meetings.switches(organizer, graph_id)
    after = await outside.meetings.switch_off(organizer, graph_id)
    assert (before.allow_recording, after.allow_recording) == (True, False)
    roster = await outside.meetings.roster(where, meeting.chat.id)
    kinds = {member.name: member.kind for member in roster}
    assert kinds["Mette Holm"] == "member"
    assert kinds["Ole Madsen"] == "guest"
    await sandbox.do("start", as_="mette", meeting=meeting.id)
    assert await outside.meetings.in_meeting(where, meeting.teams_id, organizer) is True
    told = await outside.meetings.notify(
        where, meeting.teams_id, [m.mri for m in roster], title="T", page="https://app.example.dk/n"
    )
    assert told[details.organizer_mri] is None
    since = sandbox.world.now() - timedelta(minutes=1)
    await sandbox.do("record", as_="mette", meeting=meeting.id, force=True)
    marks = await outside.meetings.chat_marks(meeting.chat.id, since)
    assert [(mark.status, mark.initiator_oid) for mark in marks.recordings] == [
        ("initial", organizer)
    ]
    assert not sandbox.world.problems


async def test_what_stands_in_the_way_is_told_apart(sandbox, outside, meeting):
    organizer = sandbox.world.people["mette"].oid
    await sandbox.do("fault", name="missing_access_policy")
    for status in (401, 403):
        await sandbox.do("switch", name="missing_access_policy_status", value=status)
        found = await outside.meetings.switch_off(organizer, meeting.graph_id)
        assert found.outcome == "access_policy_missing"
    await sandbox.do("clear_faults")
    await sandbox.do("fault", name="missing_permission")
    assert (await outside.meetings.switches(organizer, meeting.graph_id)).outcome == (
        "permission_missing"
    )
    await sandbox.do("clear_faults")
    assert (await outside.meetings.switches(organizer, "unknown")).outcome == "meeting_unknown"
    await sandbox.do("fault", name="missing_chat_rsc")
    assert await outside.meetings.chat_marks(meeting.chat.id, sandbox.world.now()) is None


async def test_mail_and_the_personal_chat(sandbox, outside):
    mette, ahmed = sandbox.world.people["mette"], sandbox.world.people["ahmed"]
    sent = await outside.mail.send(
        sender_oid=mette.oid, to="ole@example.dk", subject="Svar", html="<p>Hej</p>", key="k-1"
    )
    assert sent == "accepted"
    assert sandbox.world.mailbox[-1]["headers"] == {"x-lydhoer-key": "k-1"}
    for person in (mette, ahmed):
        chat_id = await outside.installs.open_chat(person.oid)
        card = {"type": "message", "text": "Hej"}
        assert await outside.connector.send(sandbox.world.service_url, chat_id, card)
    assert not sandbox.world.problems


async def test_tokens_both_ways(sandbox, outside):
    oid = sandbox.world.people["mette"].oid
    await outside.directory.person(oid)
    await sandbox.do("fault", name="expired_tokens", count=1)
    assert (await outside.directory.person(oid)).name == "Mette Holm"
    good = await outside.validator.check(f"Bearer {sandbox.entra.activity_token()}")
    assert outside.service_urls.agree(good.service_url, sandbox.world.service_url)
    with pytest.raises(Refused):
        await outside.validator.check(f"Bearer {sandbox.entra.app_token()}")


async def test_whether_a_message_of_ours_stands_in_a_chat(sandbox, outside, meeting):
    """Of everything that is written there only the mark of our own is looked for."""
    world, chat = sandbox.world, meeting.chat
    since = world.now() - timedelta(minutes=1)
    world.switches["graph_message_delay"] = 0
    card = {
        "type": "AdaptiveCard",
        "version": "1.5",
        "body": [{"type": "TextBlock", "text": "Hej"}],
    }
    card["body"][0]["id"] = "op-0123456789abcdef"
    message = {"type": "message", "attachments": [{"contentType": CARD, "content": card}]}
    posted = await outside.connector.send(world.service_url, chat.id, message)
    world.post(chat, "ole", "op-feedfeedfeedfeed")
    find = outside.own_posts.find
    assert await find(chat.id, "0123456789abcdef", since) == ""  # it need not be given back
    world.switches["bot_cards_in_graph"] = True
    assert await find(chat.id, "0123456789abcdef", since) == posted
    assert await find(chat.id, "feedfeedfeedfeed", since) == ""  # nobody else's words count
    world.switches["graph_message_delay"] = 30
    assert await find(chat.id, "0123456789abcdef", since) == ""
    world.switches["graph_message_delay"] = 0
    await outside.connector.delete(world.service_url, chat.id, posted)
    assert await find(chat.id, "0123456789abcdef", since) == ""
    await sandbox.do("fault", name="missing_chat_rsc")
    assert await find(chat.id, "0123456789abcdef", since) is None
    assert not world.problems


async def test_a_look_that_graph_does_not_answer_is_none(sandbox, outside, meeting):
    await sandbox.do("fault", name="fail", count=99, route="/messages", status=503)
    since = sandbox.world.now()
    with pytest.raises(Unavailable):
        await outside.own_posts.find(meeting.chat.id, "0123456789abcdef", since)


async def test_a_chat_that_is_not_to_be_read_is_not_asked_for(sandbox, outside, meeting):
    closed = Meetings(outside.connector, outside.graph, sandbox.world.tenant_id, reads_chats=False)
    before = sandbox.world.count("GET", "/messages")
    assert await closed.chat_marks(meeting.chat.id, sandbox.world.now()) is None
    assert sandbox.world.count("GET", "/messages") == before


async def test_an_answer_that_is_cut_off_is_no_answer(sandbox, outside, meeting):
    await sandbox.do("fault", name="lost_answer", route="POST /connector")
    with pytest.raises(Ambiguous):
        await outside.connector.send(
            sandbox.world.service_url, meeting.chat.id, {"type": "message", "text": "Hej"}
        )
    assert [m.text for m in meeting.chat.messages if m.sender == "bot"] == ["Hej"]
