"""The catalogues as code uses them, and days and times in words."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from guidelines.problem import Problem
from texts import catalog
from texts.catalog import CatalogueError, catalogue, problem_text, read_catalogue, text, warm
from texts.dates import clock_time, long_date, long_moment, meeting_line, short_moment, weekday
from texts.views import MeetingLine

NOON = datetime(2026, 12, 1, 12, tzinfo=UTC)
SUMMER = datetime(2026, 7, 1, 22, 30, tzinfo=UTC)


def test_a_sentence_with_its_fields() -> None:
    assert text("toast.not_yours", "da", who="Jens Brandt").startswith("Det er Jens Brandt")
    assert "{x}" in text("toast.not_yours", "en", who="{x}")
    assert text("toast.taken") == text("toast.taken", "da")
    assert problem_text(Problem("need", "need_missing"), "en").startswith("Write what")


def test_what_is_unknown_or_missing_is_an_error() -> None:
    with pytest.raises(KeyError, match=r"toast\.nothing_like_it"):
        text("toast.nothing_like_it", "da")
    with pytest.raises(KeyError, match="who"):
        text("toast.not_yours", "da")


HEAD = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\n'


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (HEAD + 'msgid "a"\nmsgstr ""\n', "no sentence for a"),
        (HEAD + 'msgid "a"\nmsgid_plural "b"\nmsgstr[0] "x"\nmsgstr[1] "y"\n', "no sentence for"),
        (HEAD + "nonsense\n", "rest.po"),
    ],
)
def test_a_catalogue_with_a_fault_is_refused(tmp_path: Path, content: str, said: str) -> None:
    path = tmp_path / "rest.po"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(CatalogueError, match=said):
        read_catalogue(path, "da")


def test_a_missing_catalogue_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CatalogueError, match=r"rest\.po"):
        read_catalogue(tmp_path / "rest.po", "da")


def test_a_key_stands_in_one_catalogue_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("one.po", "two.po"):
        (tmp_path / "da").mkdir(exist_ok=True)
        (tmp_path / "da" / name).write_text(HEAD + 'msgid "a"\nmsgstr "b"\n', encoding="utf-8")
    monkeypatch.setattr(catalog, "HERE", tmp_path)
    with pytest.raises(CatalogueError, match=r"two\.po: the key a is there already"):
        catalogue.__wrapped__("da")


def test_everything_is_read_at_start() -> None:
    warm()
    assert catalogue("da").keys() == catalogue("en").keys()


def test_times_are_told_in_denmark() -> None:
    assert long_date(NOON) == "tirsdag den 1. december 2026"
    assert long_date(date(2026, 7, 2)) == "torsdag den 2. juli 2026"
    assert long_moment(NOON) == "tirsdag den 1. december 2026 kl. 13.00"
    assert long_moment(SUMMER) == "torsdag den 2. juli 2026 kl. 00.30"
    assert clock_time(NOON) == "kl. 13.00"
    assert short_moment(NOON) == "1. dec. kl. 13.00"
    assert long_moment(NOON, "en") == "Tuesday 1 December 2026 at 13:00"
    assert short_moment(NOON, "en") == "1 Dec at 13:00"
    assert (weekday(1), weekday(7, "en")) == ("mandag", "Sunday")


def test_a_time_without_a_zone_is_an_error() -> None:
    with pytest.raises(ValueError, match="zone"):
        long_moment(NOON.replace(tzinfo=None))


def test_a_meeting_in_one_line() -> None:
    hour = NOON + timedelta(hours=1)
    line = "Opfølgning, tirsdag den 1. december 2026 kl. 13.00–14.00"
    assert meeting_line(MeetingLine(" Opfølgning ", NOON, hour)) == line
    assert meeting_line(MeetingLine("", NOON)) == "tirsdag den 1. december 2026 kl. 13.00"
    assert meeting_line(MeetingLine("", None)) == "tidspunktet er ikke kendt"
    assert meeting_line(MeetingLine("A", NOON, hour), "en").endswith("at 13:00–14:00")
    over = meeting_line(MeetingLine("", NOON, NOON + timedelta(days=1)))
    assert over.endswith("kl. 13.00 – onsdag den 2. december 2026 kl. 13.00")
