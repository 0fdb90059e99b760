"""From a view to what Teams shows: the card, the sentence, and the line of the notification."""

from __future__ import annotations

from typing import Any, Final
from urllib.parse import quote

import structlog

from bots.actions import OPERATION
from cards import CARDS
from texts import views
from texts.catalog import text
from texts.views import Language, View

CARD: Final = "application/vnd.microsoft.card.adaptive"
LOCALES: Final = {"da": "da-DK", "en": "en-GB"}
MEETING_VIEWS: Final = (
    views.MeetingStatus, views.Announcement, views.Toast, views.TryAgain,
)  # fmt: skip
"""What everybody in a meeting chat may see; anything else is shown to one person at a time."""

log = structlog.get_logger()


def card(view: View) -> dict[str, Any]:
    """The Adaptive Card of a view. KeyError when the view has none (a toast)."""
    drawn: dict[str, Any] = CARDS[type(view)](view)
    return drawn


def sentence(toast: views.Toast) -> str:
    """The sentence of a toast; an unknown code is logged and answered in general words."""
    try:
        return text(f"toast.{toast.code}", toast.language, **toast.values)
    except KeyError:
        log.error("toast_without_words", code=toast.code)
        return text("toast.recorded", toast.language)


def message(view: View, *, alert_url: str | None = None, operation: str = "") -> dict[str, Any]:
    """A chat message. Its summary is neutral: it may light up on a locked screen.

    ``alert_url``: show the page inside the running meeting too (teams-platform 3.2). ``operation``:
    what the message is known by when the answer to posting it is lost.
    """
    if isinstance(view, views.Toast):
        return {"type": "message", "textFormat": "plain", "text": sentence(view)}
    activity: dict[str, Any] = {
        "type": "message",
        "locale": LOCALES[view.language],
        "summary": summary(view),
        "attachments": [{"contentType": CARD, "content": _marked(card(view), operation)}],
    }
    if alert_url:
        activity["channelData"] = {
            "notification": {"alertInMeeting": True, "externalResourceUrl": alert_url}
        }
    return activity


def _marked(drawn: dict[str, Any], operation: str) -> dict[str, Any]:
    """The card with its operation: as an id in its body, which Graph gives back, and in what its
    buttons send, so that a press tells which posting it came from."""
    if not operation:
        return drawn
    marked: dict[str, Any] = _pressed_with(drawn, operation)
    plain = [part for part in marked["body"] if "id" not in part]
    (plain or marked["body"])[0].setdefault("id", f"op-{operation}")
    return marked


def _pressed_with(part: Any, operation: str) -> Any:
    if isinstance(part, list):
        return [_pressed_with(one, operation) for one in part]
    if not isinstance(part, dict):
        return part
    copied = {name: _pressed_with(value, operation) for name, value in part.items()}
    if copied.get("type") == "Action.Execute":
        copied["data"] = {**(copied.get("data") or {}), OPERATION: operation}
    return copied


def summary(view: View) -> str:
    """The notification's line: what kind of card it is, never whom or what it is about."""
    if isinstance(view, views.Announcement) and view.revoked:
        return text("summary.revoked", view.language)
    if isinstance(view, views.Announcement) and view.paused:
        return text("summary.paused", view.language)
    if isinstance(view, views.LegalQuestion | views.Misuse):
        key = "legal" if isinstance(view, views.LegalQuestion) else "errand"
        office = text(f"office.{view.route}", view.language)
        return text(f"summary.{key}", view.language, office=office)
    for kind, key in SUMMARIES.items():
        if isinstance(view, kind):
            return text(f"summary.{key}", view.language)
    return text("summary.card", view.language)


SUMMARIES: Final[dict[type[View], str]] = {
    views.MeetingStatus: "meeting",
    views.Announcement: "announcement",
    views.Assessment: "assessment",
    views.RecordingWarning: "warning",
    views.RecordingFile: "file",
    views.NoteTakerQuestion: "note_taker",
    views.TaskCard: "task",
    views.CaseNote: "note",
    views.Ledger: "ledger",
    views.ContactWish: "wish",
    views.Reminder: "reminder",
    views.ErrandReminder: "reminder",
    views.Printout: "printout",
    views.Guide: "guide",
    views.Situation: "guide",
    views.Preparation: "prepare",
    views.Script: "guide",
}


def alert_page(teams_app_id: str, bot_id: str, page: str, title: str) -> str:
    """The address Teams opens as a bubble in the running meeting (teams-platform 3.2)."""
    return (
        f"https://teams.microsoft.com/l/bubble/{quote(teams_app_id, safe='')}"
        f"?url={quote(page, safe='')}&height=200&width=400"
        f"&title={quote(title, safe='')}&completionBotId={quote(bot_id, safe='')}"
    )


def alert_title(language: Language) -> str:
    """The title over the bubble."""
    return text("notice_page.title", language)
