"""Told to everybody in the meeting, in Danish and English: who records, sound only, never why (B20)."""

from __future__ import annotations

from typing import Any

from microsoft_teams.cards import CardElement

from cards.parts import card, heading, line, panel, say, state
from texts.views import Announcement


def announcement_card(view: Announcement) -> dict[str, Any]:
    """The two languages one after the other; for late joiners under a heading of their own."""
    records = "announcement.state_video" if view.video else "announcement.state"
    summary = say(records, view.language, name=view.recorder)
    if view.revoked:
        summary = say(f"announcement.revoked_{view.revoked}", view.language)
    if view.paused:
        summary = say("announcement.paused", view.language)
    danish: list[CardElement] = [line(part, limit=600) for part in view.paragraphs_da[:12]]
    english: list[CardElement] = [line(part, limit=600) for part in view.paragraphs_en[:12]]
    body: list[CardElement] = [
        heading(say(f"announcement.title{'_late' if view.late_joiner else ''}", view.language)),
        state("closed" if view.revoked or view.paused else "on", summary),
    ]
    if view.late_joiner:
        body.append(line(view.late_joiner, limit=600))
    body += danish
    if english:
        body += [heading(say("announcement.english", view.language), size="Medium"), panel(english)]
    return card(view.language, summary, body)
