"""Views become messages; a closed chat is told apart from passing trouble."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any
from urllib.parse import parse_qs, urlsplit
from uuid import UUID

import pytest

from bots import presenter
from bots.messenger import ChatMessenger, Posted
from cards import CARDS
from casework.ports import NotReachable
from microsoft365.errors import Ambiguous, Denied, Missing, Unavailable
from sandbox.card_checks import parts
from texts import views
from texts.catalog import catalogue, text

ID = UUID(int=1)
CHAT = {"service_url": "https://s", "conversation_id": "19:x"}
STATUS = views.MeetingStatus(
    meeting_id=ID,
    meeting=views.MeetingLine("Samtale med Ole Madsen", None),
    block="held",
    block_reason="",
    block_read_at=None,
    state="announced",
    recorder="Ole Madsen",
)
TOLD = views.Announcement(recorder="Ole Madsen", paragraphs_da=("Ole.",), paragraphs_en=("Ole.",))
REVOKED = views.Announcement(
    recorder="", paragraphs_da=("Ikke mere.",), paragraphs_en=("No more.",), revoked="agreement"
)
PAUSED = views.Announcement(
    recorder="", paragraphs_da=("Pause.",), paragraphs_en=("Break.",), paused=True
)


class FakeConnector:
    def __init__(self, error: Exception | None = None) -> None:
        self.error = error
        self.sent: list[tuple[str, str, Mapping[str, Any]]] = []

    async def send(
        self, service_url: str, conversation_id: str, activity: Mapping[str, Any]
    ) -> str:
        if self.error:
            raise self.error
        self.sent.append((service_url, conversation_id, activity))
        return "42"

    async def update(
        self,
        service_url: str,
        conversation_id: str,
        activity_id: str,
        activity: Mapping[str, Any],
    ) -> None:
        if self.error:
            raise self.error
        self.sent.append((conversation_id, activity_id, activity))


class FakeInstalls:
    def __init__(self, chat: str | None = "a:1", error: Exception | None = None) -> None:
        self.chat = chat
        self.error = error

    async def open_chat(self, oid: str) -> str | None:
        if self.error:
            raise self.error
        return self.chat


def messenger(
    connector: FakeConnector | None = None,
    installs: FakeInstalls | None = None,
    service_url: str | None = "https://s",
    posts: FakePosts | None = None,
) -> ChatMessenger:
    async def known() -> str | None:
        return service_url

    return ChatMessenger(
        connector or FakeConnector(),
        installs or FakeInstalls(),
        known,
        public_url="https://lydhoer.example.dk",
        app_id="bot",
        teams_app_id="app/æ",
        posts=posts,
    )


async def test_a_card_is_posted_with_a_summary_that_names_nobody() -> None:
    connector = FakeConnector()
    posted = await messenger(connector).post(**CHAT, view=STATUS)
    assert posted == Posted("19:x", "42")
    ((_, chat, activity),) = connector.sent
    assert chat == "19:x"
    assert activity["attachments"][0]["contentType"] == presenter.CARD
    assert activity["locale"] == "da-DK"
    assert "Ole" not in activity["summary"]
    assert "channelData" not in activity


@pytest.mark.parametrize(
    ("view", "path"),
    [(TOLD, "/notice"), (REVOKED, "/notice/revoked"), (PAUSED, "/notice/paused")],
    ids=["recorded", "revoked", "paused"],
)
async def test_an_alert_opens_the_notice_that_says_what_the_card_says(
    view: views.Announcement, path: str
) -> None:
    connector = FakeConnector()
    await messenger(connector).post(**CHAT, view=view, alert=True)
    notification = connector.sent[0][2]["channelData"]["notification"]
    assert notification["alertInMeeting"] is True
    page = urlsplit(notification["externalResourceUrl"])
    assert (page.netloc, page.path) == ("teams.microsoft.com", "/l/bubble/app%2F%C3%A6")
    query = parse_qs(page.query)
    assert query["url"] == [f"https://lydhoer.example.dk{path}"]
    assert query["completionBotId"] == ["bot"]
    assert "Ole" not in page.query


async def test_a_toast_is_a_sentence() -> None:
    connector = FakeConnector()
    await messenger(connector).post(**CHAT, view=views.Toast(code="taken", language="en"))
    assert connector.sent[0][2]["text"] == text("toast.taken", "en")


def test_a_toast_without_words_is_still_answered() -> None:
    assert presenter.sentence(views.Toast(code="nothing_like_it")) == text("toast.recorded")


@pytest.mark.parametrize(
    "error", [Denied("POST", "x", 403, "MessageWritesBlocked"), Missing("POST", "x", 404)]
)
async def test_a_closed_chat(error: Exception) -> None:
    with pytest.raises(NotReachable):
        await messenger(FakeConnector(error)).post(**CHAT, view=STATUS)


@pytest.mark.parametrize(
    "error",
    [Unavailable("POST", "x", 429), Ambiguous("POST", "x", 502), Denied("POST", "x", 413)],
)
async def test_other_trouble_passes_through(error: Exception) -> None:
    with pytest.raises(type(error)):
        await messenger(FakeConnector(error)).post(**CHAT, view=STATUS)


async def test_replacing_a_card() -> None:
    connector = FakeConnector()
    assert await messenger(connector).update(**CHAT, activity_id="7", view=STATUS)
    assert connector.sent[0][:2] == ("19:x", "7")
    gone = messenger(FakeConnector(Missing("PUT", "x", 404)))
    assert not await gone.update(**CHAT, activity_id="7", view=STATUS)
    closed = messenger(FakeConnector(Denied("PUT", "x", 403)))
    with pytest.raises(NotReachable):
        await closed.update(**CHAT, activity_id="7", view=STATUS)


async def test_opening_a_chat() -> None:
    assert await messenger().open_chat("oid") == ("https://s", "a:1")
    assert await messenger(service_url=None).open_chat("oid") is None
    assert await messenger(installs=FakeInstalls(None)).open_chat("oid") is None
    denied = FakeInstalls(error=Denied("POST", "x", 403))
    assert await messenger(installs=denied).open_chat("oid") is None


def test_every_view_has_a_card_or_a_sentence() -> None:
    kinds = {
        kind
        for kind in vars(views).values()
        if isinstance(kind, type) and issubclass(kind, views.View) and kind is not views.View
    }
    assert kinds - {views.Toast} <= set(CARDS)


def test_every_summary_has_words_in_both_languages() -> None:
    for language in ("da", "en"):
        words = catalogue(language)
        assert {f"summary.{key}" for key in presenter.SUMMARIES.values()} <= set(words)


OPERATION = "0123456789abcdef"


@pytest.mark.parametrize("view", [STATUS, TOLD])
async def test_a_card_carries_what_it_is_known_by(view: views.View) -> None:
    """In an id that Graph gives back, and in what each button sends; the drawn card is not changed."""
    connector = FakeConnector()
    plain = presenter.card(view)
    await messenger(connector).post(**CHAT, view=view, operation=OPERATION)
    sent = connector.sent[0][2]["attachments"][0]["content"]
    assert any(part.get("id") == f"op-{OPERATION}" for part in sent["body"])
    actions = [part for part in parts(sent) if part.get("type") == "Action.Execute"]
    assert all(action["data"]["operation"] == OPERATION for action in actions)
    assert presenter.card(view) == plain
    assert OPERATION not in str(presenter.message(view))


class FakePosts:
    def __init__(self) -> None:
        self.asked: list[str] = []

    async def find(self, chat_id: str, operation: str, since: datetime) -> str | None:
        self.asked.append(chat_id)
        return "42"


async def test_only_a_meetings_chat_is_looked_into_and_only_where_that_is_switched_on() -> None:
    posts, since = FakePosts(), datetime(2026, 12, 1, tzinfo=UTC)
    looking = messenger(posts=posts)
    assert await looking.find("19:meeting_x@thread.v2", OPERATION, since) == "42"
    assert await looking.find("a:1xyz", OPERATION, since) is None
    assert posts.asked == ["19:meeting_x@thread.v2"]
    assert await messenger().find("19:meeting_x@thread.v2", OPERATION, since) is None
