"""Days and times as people read them, in Denmark's time whatever zone they came in."""

from __future__ import annotations

from datetime import date, datetime

from babel.dates import format_date, format_time, get_day_names

from clock import COPENHAGEN
from texts.catalog import text
from texts.views import Language, MeetingLine

_LOCALE: dict[Language, str] = {"da": "da_DK", "en": "en_GB"}
_LONG: dict[Language, str] = {"da": "EEEE 'den' d. MMMM y", "en": "EEEE d MMMM y"}
_PLAIN: dict[Language, str] = {"da": "d. MMMM y", "en": "d MMMM y"}
_SHORT: dict[Language, str] = {"da": "d. MMM", "en": "d MMM"}
_SECONDS: dict[Language, str] = {"da": ".", "en": ":"}
_CLOCK: dict[Language, str] = {"da": "'kl.' HH.mm", "en": "HH:mm"}


def long_date(day: date | datetime, language: Language = "da") -> str:
    """``tirsdag den 1. december 2026``. Raises ``ValueError`` for a time without a zone."""
    local = _local(day) if isinstance(day, datetime) else day
    return format_date(local, _LONG[language], locale=_LOCALE[language])


def plain_date(day: date, language: Language = "da") -> str:
    """``1. december 2026``, in English ``1 December 2026``; a day without a time, for sentences."""
    return format_date(day, _PLAIN[language], locale=_LOCALE[language])


def clock_time(moment: datetime, language: Language = "da") -> str:
    """``kl. 13.00``, in English ``13:00``."""
    return format_time(
        _local(moment), _CLOCK[language], tzinfo=COPENHAGEN, locale=_LOCALE[language]
    )


def long_moment(moment: datetime, language: Language = "da") -> str:
    """``tirsdag den 1. december 2026 kl. 13.00``."""
    between = " at " if language == "en" else " "
    return f"{long_date(moment, language)}{between}{clock_time(moment, language)}"


def short_moment(moment: datetime, language: Language = "da") -> str:
    """``1. dec. kl. 13.04``, for lists."""
    day = format_date(_local(moment), _SHORT[language], locale=_LOCALE[language])
    between = " at " if language == "en" else " "
    return f"{day}{between}{clock_time(moment, language)}"


def time_after(moment: datetime, since: datetime | None, language: Language = "da") -> str:
    """``kl. 13.04``, and with the day when that is another one than that of ``since``, which is shown
    already; in English ``13:04 on 1 Dec``, to stand after ``at``."""
    if since is None or _local(moment).date() == _local(since).date():
        return clock_time(moment, language)
    if language == "da":
        return short_moment(moment, language)
    day = format_date(_local(moment), _SHORT[language], locale=_LOCALE[language])
    return f"{clock_time(moment, language)} on {day}"


def exact_moment(moment: datetime, language: Language = "da") -> str:
    """``1. dec. kl. 13.04.09``, where seconds count."""
    return f"{short_moment(moment, language)}{_SECONDS[language]}{_local(moment):%S}"


def meeting_line(meeting: MeetingLine, language: Language = "da") -> str:
    """Title, day and time of a meeting in one line; what is unknown is left out, and of a title that
    does not open it is said so."""
    when = text("meeting.next_unknown" if meeting.series else "meeting.time_unknown", language)
    if meeting.starts_at is not None:
        when = long_moment(meeting.starts_at, language)
        if meeting.ends_at is not None:
            when += _until(meeting.starts_at, meeting.ends_at, language)
    title = meeting.title.strip()
    if meeting.title_closed:
        title = text("meeting.title_closed", language)
    return f"{title}, {when}" if title else when


def _until(start: datetime, end: datetime, language: Language) -> str:
    if _local(start).date() != _local(end).date():
        return f" – {long_moment(end, language)}"
    return f"–{clock_time(end, language).removeprefix('kl. ')}"


def _local(moment: datetime) -> datetime:
    if moment.tzinfo is None:
        raise ValueError("a time without a zone")
    return moment.astimezone(COPENHAGEN)


def weekday(number: int, language: Language = "da") -> str:
    """The name of a weekday, 1 (Monday) to 7."""
    return str(get_day_names("wide", locale=_LOCALE[language])[number - 1])
