"""What the sample views are made of: one citizen, one meeting, one letter."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import UUID

from guidelines.profile import load_profile
from texts import views
from texts.views import Choice, CriterionLine, Language, LedgerLine, MeetingLine, QueueItem

ID = UUID("11111111-1111-4111-8111-111111111111")
OTHER_ID = UUID("22222222-2222-4222-8222-222222222222")
START = datetime(2026, 12, 1, 12, 0, tzinfo=UTC)
MEETING = MeetingLine("Samtale om din plan", START, START + timedelta(hours=1))
UNTITLED = MeetingLine("", START)
UNKNOWN = MeetingLine("", None)
GROUND_WORDS = "CANARY-grund: svært ved at huske efter en hjerneskade"
OWN_WORDS = "Jeg glemmer det meste.\nMin datter kan høre det bagefter."
NEED = "Ole har svært ved at huske. Vi sender et skriftligt referat samme dag og gennemgår det."
WEIGHING = "På mødet taler vi også om hans søns forhold, som sønnen ikke ønsker optaget."
LETTER = (
    "Kære Ole Madsen",
    "Du har spurgt, om du må optage mødet tirsdag den 1. december 2026 kl. 13.00. "
    "Det kan vi ikke imødekomme.",
    NEED,
    WEIGHING,
    "I stedet kan du tage en bisidder med, og du kan få en udskrift af notater eller referat.",
    "Ring til os, hvis du vil tale om det.",
    "Venlig hilsen\nJens Brandt",
)
SCRIPT = (
    "Velkommen.",
    "Først en kort oplysning til alle.",
    "Vi har aftalt, at Ole Madsen optager lyden fra mødet.",
    "Kommunen optager ikke.",
    "En stemme er en personoplysning, og optagelsen er til privat brug.",
    "Sig til, hvis du har spørgsmål.",
)
SCRIPT_EN = (
    "Welcome.",
    "We have agreed that Ole Madsen records the sound of this meeting.",
    "The municipality does not record.",
    "A voice is personal data, and the recording is for private use.",
)
NOTE = (
    "Møde tirsdag den 1. december 2026 kl. 13.00–14.00 i Teams.\n\n"
    "Ole Madsen spurgte den 24. november 2026, om han måtte optage lyden. Ønsket er imødekommet.\n"
    "Jens Brandt tog stilling den 25. november 2026.\n\n"
    "Alle i mødet er oplyst om optagelsen: Ole Madsen kl. 13.02 (bekræftet), "
    "Mette Holm kl. 13.01.\n\nNoteret af Mette Holm."
)


def ledger_lines() -> tuple[LedgerLine, ...]:
    at = START + timedelta(minutes=2)
    return (
        LedgerLine("Ole Madsen", "guest", True, "confirmed", "in_meeting", at),
        LedgerLine("Mette Holm", "member", True, "accepted", "in_meeting", at),
        LedgerLine("Amal", "anonymous", False, "posted", "chat", None),
        LedgerLine("", "phone", False, "none", "chat", None),
    )


def queued(request: UUID, number: str, meeting: MeetingLine, name: str, *, late: bool) -> QueueItem:
    return QueueItem(
        request_id=request,
        number=number,
        meeting=meeting,
        citizen_name=name,
        received_at=START - timedelta(days=7),
        late=late,
    )


def criteria(language: Language, *, filled: bool) -> tuple[CriterionLine, ...]:
    verdicts: list[views.Verdict] = ["for", "for", "neutral", "", "against"]
    notes = ["", "Kan ikke holde fast i aftaler uden støtte.", "", "", ""]
    profile = load_profile("frederiksberg")
    return tuple(
        CriterionLine(
            c.id,
            c.label[language],
            c.help[language],
            verdict if filled else "",
            note if filled else "",
        )
        for c, verdict, note in zip(profile.criteria, verdicts, notes, strict=True)
    )


def grounds(language: Language) -> tuple[Choice, ...]:
    profile = load_profile("frederiksberg")
    return tuple(Choice(ground.id, ground.label[language]) for ground in profile.grounds)
