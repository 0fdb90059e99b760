"""Samples of the cards of data protection."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

from guidelines.problem import Problem
from tests.unit.cards.facts import START
from texts import views
from texts.views import View

LATER = START + timedelta(minutes=3)
PURPOSES = (
    "ground", "request", "ledger", "contact_wish", "incident", "errand", "misuse", "meeting", "people",
    "access",
)  # fmt: skip


def keeping(shared: dict[str, Any]) -> dict[str, View]:
    """What is held and deleted, and who has looked."""
    why = "Borgeren har klaget til Ombudsmanden. Sagen skal blive, til han har svaret."
    held = views.HeldLine("L-ABC2345", LATER, "Birgit Dam", why)
    receipts = tuple(
        views.ReceiptLine((START - timedelta(days=n)).date(), purpose, n + 1)
        for n, purpose in enumerate(PURPOSES)
    )
    empty = views.Keeping(held=(), receipts=(), **shared)
    full = views.Keeping(
        held=(held, replace(held, number="U-ABC2345", by="")),
        receipts=receipts,
        is_dpo=True,
        **shared,
    )
    wrong = (Problem("case_number", "case_not_found"), Problem("held_why", "held_why_missing"))
    look = views.LookLine("L-ABC2345", "Mette Holm", LATER)
    looks = views.Looks(lines=(look, replace(look, who="")), **shared)
    ask = views.AskPerson(**shared)
    soon = views.GuidelineDate(
        parameter="valid_to", day=LATER.date(), passed=False, municipality="Nyborg Kommune",
        version=2, **shared,
    )  # fmt: skip
    return {
        "guideline-expires": soon,
        "guideline-expired": replace(soon, passed=True),
        "guideline-look-soon": replace(soon, parameter="evaluate_on"),
        "guideline-look-past": replace(soon, parameter="evaluate_on", passed=True),
        "person": ask,
        "person-none": replace(
            ask, values={"person": "Ole Madsen"}, problems=(Problem("person", "person_not_found"),)
        ),
        "person-ready": views.PersonReady(
            url="https://lydhoer.example/extract/abc", expires_at=LATER, own=2, named=1, **shared
        ),
        "keeping": full,
        "keeping-none": empty,
        "keeping-held": replace(full, notice="held"),
        "keeping-lifted": replace(empty, notice="lifted"),
        "keeping-many": replace(full, held=(held,) * 14),
        "keeping-errors": replace(empty, values={"case_number": "L-1"}, problems=wrong),
        "looks": looks,
        "looks-many": replace(looks, lines=(look,) * 25, more=True),
        "looks-none": replace(
            looks, lines=(), values={"case_number": "L-1"},
            problems=(Problem("case_number", "case_not_found"),),
        ),
    }  # fmt: skip
