"""What happened on another day than the one that is shown says its day: of a series the first is shown."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

from cards import CARDS
from tests.unit.cards.facts import START
from tests.unit.cards.incident_samples import NINE, incidents
from texts.views import CourseLine

DAYS = timedelta(days=7)
SHARED: dict[str, Any] = {"language": "da"}


def shown(view: Any) -> str:
    return str(CARDS[type(view)](view))


def test_of_a_series_the_warning_names_the_day_it_was_seen() -> None:
    warning: Any = incidents(SHARED)["incident"]
    assert warning.meeting.starts_at == START
    assert "Opdaget kl. 13.09." in shown(warning)
    assert "Opdaget 8. dec. kl. 13.09." in shown(replace(warning, noticed_at=NINE + DAYS))
    english = replace(warning, noticed_at=NINE + DAYS, language="en")
    assert "Noticed at 13:09 on 8 Dec. " in shown(english)


def test_what_ends_another_day_says_so() -> None:
    over: Any = incidents(SHARED)["incident-over"]
    assert "stoppet kl. 13.13" in shown(over)
    assert "stoppet 2. dec. kl. 13.09" in shown(
        replace(over, ended_at=NINE + timedelta(days=1), course=())
    )


def test_the_last_time_of_several_has_its_day() -> None:
    warning: Any = incidents(SHARED)["incident"]
    again = CourseLine("file_unasked", NINE, "", 3, NINE + timedelta(days=3))
    assert "(3 gange, senest 4. dec. kl. 13.09)" in shown(replace(warning, course=(again,)))
    soon = replace(again, last_at=NINE + timedelta(minutes=2))
    assert "(3 gange, senest kl. 13.11)" in shown(replace(warning, course=(soon,)))


def test_the_file_card_names_the_day_too_and_an_unknown_decider_within_the_sentence() -> None:
    file: Any = incidents(SHARED)["file"]
    assert "Teams optog fra kl. 13.09 til kl. 13.13." in shown(file)
    later = replace(file, begun_at=NINE + DAYS, ended_at=NINE + DAYS + timedelta(minutes=1))
    assert "Teams optog fra 8. dec. kl. 13.09 til kl. 13.10." in shown(later)
    assert "Sagt af en medarbejder 1. dec." in shown(incidents(SHARED)["file-none"])
