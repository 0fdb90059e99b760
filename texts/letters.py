"""The answer to the citizen: granted (B11, B20–B26) or not granted (B8, B19, B27).

A letter is a subject and paragraphs. A paragraph that ends in a colon is a heading, one that begins
with a dash is a point of a list; so the same letter can be read in a card, aloud, and as a mail. The
subject is neutral: it says neither the answer nor the ground, for it shows in notifications.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Literal

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from guidelines.profile import Contact, Hours, Profile
from guidelines.wording import fill
from texts.catalog import text
from texts.dates import long_moment, weekday
from texts.views import Language

POINT = "– "
_LONGEST_HEADING = 60


@dataclass(frozen=True, kw_only=True)
class GrantFacts:
    """What a yes is made of. Names as people read them; an empty caseworker leaves the line out."""

    citizen_name: str
    meeting_at: datetime | None
    caseworker: str
    number: str
    language: Language = "da"


@dataclass(frozen=True, kw_only=True)
class RefusalFacts(GrantFacts):
    """What a no is made of: ``need`` and ``weighing`` are the decider's own words.

    ``decided_by`` is the decider's name. ``ground`` is the code of the citizen's ground: the letter
    only says that it was looked at, for a letter may go by ordinary mail.
    """

    decided_by: str
    ground: str
    need: str
    weighing: str


@dataclass(frozen=True)
class Letter:
    """An answer ready to be shown, read aloud or sent. ``links``: addresses that may be links."""

    subject: str
    paragraphs: tuple[str, ...]
    links: tuple[str, ...] = ()


def granted_letter(profile: Profile, facts: GrantFacts) -> Letter:
    """The yes: what was agreed, and what to know when recording (B4, B5, B20–B26)."""
    language = facts.language
    paragraphs = [
        text("letter.hello", language, name=facts.citizen_name),
        _sentence(profile, "granted_answer", facts),
        text("letter.terms", language),
        *(POINT + _sentence(profile, name, facts) for name in profile.granted_terms),
        *_ending(profile, facts),
    ]
    return _letter(profile, facts, paragraphs)


def refused_letter(profile: Profile, facts: RefusalFacts) -> Letter:
    """The no: it shows the assessment, the need answered and what weighs against (B8, B11, B19).

    Other ways to remember the meeting follow, and the way back with something new (B3–B5, B27).
    """
    language = facts.language
    paragraphs = [
        text("letter.hello", language, name=facts.citizen_name),
        _sentence(profile, "refused_answer", facts),
        text("letter.decided_by", language, name=facts.decided_by),
        text("letter.reasons", language),
        _sentence(profile, "assessed", facts),
        text("letter.need", language),
        text(f"letter.ground_{'given' if _ground_given(profile, facts) else 'kept'}", language),
        facts.need.strip(),
        text("letter.weighing", language),
        facts.weighing.strip(),
        text("letter.guideline", language, address=profile.source_url),
        text("letter.instead", language),
        *(POINT + alternative.label[language] for alternative in profile.alternatives),
        text("letter.new_facts", language),
        *_ending(profile, facts),
    ]
    return _letter(profile, facts, paragraphs)


def contact_lines(contact: Contact, language: Language) -> tuple[str, ...]:
    """The contact block (B27); parts the municipality has not filled in are left out."""
    lines = [contact.name[language], *contact.address]
    if contact.phone:
        lines.append(text("letter.phone", language, phone=contact.phone))
    lines.extend(
        text("letter.hours", language, days=_days(hours, language), opens=_clock(hours.opens, language),
             closes=_clock(hours.closes, language))
        for hours in contact.hours
    )  # fmt: skip
    posts = {"citizens": contact.secure_post_citizens, "businesses": contact.secure_post_businesses}
    lines.extend(
        text(f"letter.secure_{who}", language, address=address)
        for who, address in posts.items()
        if address
    )
    return tuple(lines)


def letter_html(letter: Letter, language: Language) -> str:
    """The letter as a small, complete HTML page for a mail; every text in it is escaped."""
    parts = [
        (kind, [_linked(line.removeprefix(POINT), letter.links) for line in lines])
        for kind, lines in groupby(letter.paragraphs, key=_kind)
    ]
    template = _templates().get_template("letter.html")
    return template.render(subject=letter.subject, parts=parts, language=language)


def _letter(profile: Profile, facts: GrantFacts, paragraphs: list[str]) -> Letter:
    subject = text("letter.subject_no_time", facts.language)
    if facts.meeting_at is not None:
        when = long_moment(facts.meeting_at, facts.language)
        subject = text("letter.subject", facts.language, when=when)
    return Letter(subject, tuple(paragraphs), letter_links(profile))


def letter_links(profile: Profile) -> tuple[str, ...]:
    """The addresses that may be links in a letter under the profile; nothing else becomes one."""
    posts = [
        address
        for contact in profile.contacts
        for address in (contact.secure_post_citizens, contact.secure_post_businesses)
        if address
    ]
    return (profile.source_url, *profile.links.values(), *posts)


def _sentence(profile: Profile, name: str, facts: GrantFacts) -> str:
    when = text("letter.no_time", facts.language)
    if facts.meeting_at is not None:
        when = long_moment(facts.meeting_at, facts.language)
    return fill(profile.texts[name][facts.language], {**profile.links, "tid": when})


def _ground_given(profile: Profile, facts: RefusalFacts) -> bool:
    """Whether the citizen gave a ground; keeping it to oneself is no reason for a no (B9)."""
    ground = profile.ground(facts.ground)
    return ground is not None and not ground.undisclosed


def _ending(profile: Profile, facts: GrantFacts) -> Iterator[str]:
    if facts.caseworker:
        yield text("letter.talk", facts.language, name=facts.caseworker)
    yield text("letter.contact", facts.language)
    yield text("letter.number", facts.language, number=facts.number)
    for contact in profile.contacts:
        yield "\n".join(contact_lines(contact, facts.language))
    yield text("letter.regards", facts.language)
    yield profile.municipality


def _days(hours: Hours, language: Language) -> str:
    first = weekday(hours.first_day, language)
    if hours.first_day == hours.last_day:
        return first
    return text("letter.day_to_day", language, first=first, last=weekday(hours.last_day, language))


def _clock(time: str, language: Language) -> str:
    return time.replace(":", ".") if language == "da" else time


def _kind(line: str) -> Literal["point", "heading", "paragraph"]:
    if line.startswith(POINT):
        return "point"
    if line.endswith(":") and len(line) <= _LONGEST_HEADING and "\n" not in line:
        return "heading"
    return "paragraph"


def _linked(line: str, links: tuple[str, ...]) -> Markup:
    """``line`` escaped, a known address at the end of one of its lines made a link."""
    shown = []
    for part in line.split("\n"):
        address = next((link for link in links if part.endswith(f" {link}")), "")
        before = escape(part.removesuffix(address) if address else part)
        shown.append(
            before + Markup('<a href="{0}">{0}</a>').format(address) if address else before
        )
    return Markup("<br>\n").join(shown)


@cache
def _templates() -> Environment:
    folder = Path(__file__).parent / "templates"
    return Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
