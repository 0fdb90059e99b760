"""The answer to whoever wishes to record: a yes, a receipt of notice, or a no with its reasons.

A letter is a subject and paragraphs. A paragraph that ends in a colon is a heading, one that begins
with a dash is a point of a list; so the same letter can be read in a card, aloud, and as a mail. The
subject is neutral: it says neither the answer nor the ground, for it shows in notifications. What is
the municipality's own to say comes from the profile; what is the same everywhere, from the catalogues.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from guidelines.profile import Contact, Hours, Profile, RefusalPart
from guidelines.rules import rule
from guidelines.wording import fill
from texts.catalog import text
from texts.dates import long_moment, plain_date, weekday
from texts.views import Language

POINT = "– "
SPOKEN_WORDS = 60
NOT_IN_A_NO = "afgørelse"  # a no never is one, so what speaks of it stands in a yes alone (C25)
# Not after an abbreviation, and only before what can begin a sentence: "kl. 13" is one.
_SENTENCE_END = re.compile(
    r"(?<=[.!?])(?<!\b[a-zæøåA-ZÆØÅ]\.)(?<!\bkl\.)(?<!\bnr\.)(?<!\bca\.)(?<!\bjf\.)(?<!\bfx\.)"
    r"(?<!eks\.)(?<!\bevt\.)(?<!\bpga\.)(?<!\bdvs\.)(?<!\bDr\.)(?<!\bMr\.)(?<!\bMrs\.)"
    r"\s+(?=[\W_]*[A-ZÆØÅ])"
)


@dataclass(frozen=True, kw_only=True)
class GrantFacts:
    """What a yes is made of. Names as people read them; an empty caseworker leaves the line out.

    ``relation`` citizen or employee: an employee's talk is with the leader, who then is
    ``caseworker``. ``notice``: nobody granted anything, the letter is a receipt (C6).
    ``own_recording_delete_on``: the day the municipality's own recording is deleted, if it is known.
    ``department`` and its ``phone``: where to ring; without a number the line is left out.
    """

    citizen_name: str
    meeting_at: datetime | None
    caseworker: str
    number: str
    language: Language = "da"
    relation: str = "citizen"
    notice: bool = False
    own_recording_delete_on: date | None = None
    department: str = ""
    phone: str = ""


@dataclass(frozen=True, kw_only=True)
class RefusalFacts(GrantFacts):
    """What a no is made of: ``parts`` are the decider's own words, by the id of the part.

    ``decided_by`` and ``confirmed_by`` are names; the second is empty where one person decides.
    ``ground`` is the code of the citizen's ground: the letter only says that it was looked at, for a
    letter may go by ordinary mail. ``refusal_ground`` is the profile's, an unknown one counts as the
    first. ``partial``: the part about the citizen alone may be recorded (C31).
    """

    decided_by: str
    ground: str
    refusal_ground: str = ""
    parts: Mapping[str, str] = field(default_factory=dict)
    confirmed_by: str = ""
    partial: bool = False
    devices_out: bool = False
    devices_place: str = ""


@dataclass(frozen=True)
class Letter:
    """An answer ready to be shown, read aloud or sent. ``links``: addresses that may be links."""

    subject: str
    paragraphs: tuple[str, ...]
    links: tuple[str, ...] = ()


@rule("A3", "A4", "A19", "A20", "B4", "B5", "B11", "B20", "B21", "B22", "B23", "B24", "B25", "B26",
      "B29", "C1", "C2", "C4", "C6", "C7", "C12", "C16", "C17", "C20", "C35", "C36", "C37", "C38",
      surface="letter", later="page")  # fmt: skip
def granted_letter(profile: Profile, facts: GrantFacts) -> Letter:
    """The yes, or the receipt of a notice: what holds, and what to know when recording."""
    language = facts.language
    paragraphs = [
        text("letter.hello", language, name=facts.citizen_name),
        _sentence(profile, "granted_answer", facts),
        *_terms(profile, facts),
        *(POINT + line for line in _own_recording(profile, facts)),
        *_ending(profile, facts, "letter.talk_notice" if facts.notice else "letter.talk"),
    ]
    return _letter(profile, facts, paragraphs)


def _terms(profile: Profile, facts: GrantFacts, without: str = "") -> tuple[str, ...]:
    """What to know when recording, be it the whole talk or a part of it (C6, C12, C35–C38). ``without``:
    not the sentences whose Danish has this word, in either language."""
    danish = {name: profile.words(name, facts.relation)["da"] for name in profile.granted_terms}
    names = [one for one, said in danish.items() if not without or without not in said.casefold()]
    points = (POINT + _sentence(profile, name, facts) for name in names)
    return (text("letter.terms", facts.language), *points)


@rule(
    "A3", "A4", "A13", "A16", "A18", "B4", "B5", "B19", "C2", "C25", "C28", "C31", surface="letter"
)
def refused_letter(profile: Profile, facts: RefusalFacts) -> Letter:
    """The no: it shows the assessment, and what it rests on part by part (B8, B11, C23, C26, C31).

    Other ways to remember the meeting follow, and the way back with something new (A3, A4, B3–B5).
    """
    language = facts.language
    talk = "letter.explain" if profile.oral_explanation == "required" else "letter.talk"
    paragraphs = [
        text("letter.hello", language, name=facts.citizen_name),
        _sentence(profile, "refused_part" if facts.partial else "refused_answer", facts),
        _decided_by(profile, facts),
        text("letter.reasons", language),
        *([] if language == "da" else [text("letter.reasons_in_danish", language)]),
        *_reasons(profile, facts),
        text("letter.guideline", language, address=profile.source_url),
        *_devices(profile, facts),
        *(_terms(profile, facts, without=NOT_IN_A_NO) if facts.partial else ()),
        text("letter.instead", language),
        *(POINT + alternative.label[language] for alternative in profile.alternatives),
        text("letter.new_facts", language),
        *([profile.review_text[language]] if profile.review_text else []),
        *_noted(profile, facts),
        *_ending(profile, facts, talk),
    ]
    return _letter(profile, facts, paragraphs)


@rule("A12", "B17", surface="letter", later="page")
def receipt_letter(profile: Profile, facts: GrantFacts) -> Letter:
    """That the wish was received, and what holds until there is an answer. No ground, and no answer."""
    language = facts.language
    paragraphs = [
        text("letter.hello", language, name=facts.citizen_name),
        text("letter.receipt", language, when=_when(facts)),
        text("letter.receipt_next", language),
        text(f"letter.receipt_{profile.undecided_at_start}", language),
        text("letter.receipt_companion", language),
        *_ending(profile, facts, "letter.talk_notice"),
    ]
    subject = text("letter.receipt_subject", language, when=_when(facts))
    return Letter(subject, tuple(paragraphs), letter_links(profile))


@rule("A16", "B19", surface="letter")
def unanswered_letter(profile: Profile, facts: GrantFacts) -> Letter:
    """Nobody decided before the meeting was over: no yes, no no, what helps anyway, and how to ask
    again. Time alone is never an answer."""
    language = facts.language
    paragraphs = [
        text("letter.hello", language, name=facts.citizen_name),
        text("letter.unanswered", language, when=_when(facts)),
        text("letter.unanswered_no_decision", language),
        text("letter.instead", language),
        *(POINT + alternative.label[language] for alternative in profile.alternatives),
        text("letter.ask_again", language),
        *_ending(profile, facts, "letter.talk_unanswered"),
    ]
    return _letter(profile, facts, paragraphs)


def letter_parts(profile: Profile, facts: RefusalFacts) -> tuple[tuple[RefusalPart, str], ...]:
    """The parts of the reasons that stand in the letter, each with what was written."""
    ground = profile.refusal_ground(facts.refusal_ground) or profile.refusal_grounds[0]
    written = ((part, facts.parts.get(part.id, "").strip()) for part in ground.parts)
    return tuple((part, words) for part, words in written if part.in_letter and words)


@rule("A18", surface="script", later="panel")
def spoken_explanation(profile: Profile, facts: RefusalFacts) -> str:
    """The reasons of the letter, short enough to be said: 60 words at most, the decider's own words.

    It is shortened between sentences only, never inside one. The first sentence of every part comes
    before the second of any, and that of the last part, which concludes, before all; the last line
    says that there is more in writing.
    """
    language = facts.language
    opening = [text("spoken.part" if facts.partial else "spoken.no", language)]
    closing = [text("spoken.together", language)] if facts.confirmed_by else []
    rest, ask = text("spoken.rest", language), text("spoken.ask", language)
    room = SPOKEN_WORDS - _count(*opening, *closing, rest)
    parts = [spoken_sentences(words) for _, words in letter_parts(profile, facts)]
    chosen = _fitting(parts, room)
    said = [parts[part][place] for part, place in sorted(chosen)]
    if not said:
        return " ".join((*opening, text("spoken.read", language), *closing))
    if len(chosen) < sum(map(len, parts)):
        closing.append(rest)
    elif _count(*opening, *said, *closing, ask) <= SPOKEN_WORDS:
        closing.append(ask)
    return " ".join((*opening, *said, *closing))


def spoken_sentences(words: str) -> tuple[str, ...]:
    """What somebody wrote, sentence by sentence, each with an end one can hear."""
    lines = (" ".join(line.split()) for line in words.splitlines())
    found = (one for line in lines if line for one in _SENTENCE_END.split(line))
    return tuple(one if one[-1] in ".!?" else f"{one.rstrip(',;:')}." for one in found)


def _fitting(parts: Sequence[Sequence[str]], room: int) -> list[tuple[int, int]]:
    """Which sentences (part, place) fit in ``room`` words: firsts first, no gap inside a part."""
    chosen: list[tuple[int, int]] = []
    open_parts = [*range(len(parts))[-1:], *range(len(parts))[:-1]]
    for place in range(max(map(len, parts), default=0)):
        for part in list(open_parts):
            fits = place < len(parts[part]) and _count(parts[part][place]) <= room
            if fits:
                room -= _count(parts[part][place])
                chosen.append((part, place))
            else:
                open_parts.remove(part)
    return chosen


def _count(*sentences: str) -> int:
    return sum(len(sentence.split()) for sentence in sentences)


def _reasons(profile: Profile, facts: RefusalFacts) -> Iterator[str]:
    ground = profile.refusal_ground(facts.refusal_ground) or profile.refusal_grounds[0]
    yield _sentence(profile, ground.intro, facts)
    for part, words in letter_parts(profile, facts):
        yield part.heading[facts.language]
        if part.answers_need:
            told = "given" if _ground_given(profile, facts) else "kept"
            yield text(f"letter.ground_{told}", facts.language)
        yield words


@rule("C27", surface="letter")
def _decided_by(profile: Profile, facts: RefusalFacts) -> str:
    """Who decided, and with whom where it takes two."""
    if not facts.confirmed_by:
        return text("letter.decided_by", facts.language, name=facts.decided_by)
    first = text("letter.considered_by", facts.language, name=facts.decided_by)
    return f"{first} {_sentence(profile, 'decided_with', facts, leder=facts.confirmed_by)}"


@rule("A15", surface="letter")
def _own_recording(profile: Profile, facts: GrantFacts) -> Iterator[str]:
    """That the municipality records too, and when its recording goes (A15)."""
    if profile.parallel_recording == "none":
        return
    if facts.own_recording_delete_on is None:
        yield _sentence(profile, "own_recording", facts)
    else:
        day = plain_date(facts.own_recording_delete_on, facts.language)
        yield _sentence(profile, "own_recording_deleted", facts, sletdato=day)


@rule("C24", surface="letter")
def _devices(profile: Profile, facts: RefusalFacts) -> Iterator[str]:
    """What is asked to stay outside the room, where it can be kept, and what may come in."""
    if facts.devices_out:
        place = facts.devices_place.strip() or text("letter.some_place", facts.language)
        yield text("letter.devices", facts.language)
        yield _sentence(profile, "devices_out", facts, sted=place)


@rule("C29", surface="letter")
def _noted(profile: Profile, facts: RefusalFacts) -> Iterator[str]:
    """That the no and its reasons are written down in the case, or in the personnel file."""
    if profile.says("noted_refusal"):
        yield _sentence(profile, "noted_refusal", facts)


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


def _sentence(profile: Profile, name: str, facts: GrantFacts, **values: str) -> str:
    words = profile.words(name, facts.relation)[facts.language]
    return fill(words, {**profile.links, "tid": _when(facts), **values})


def _when(facts: GrantFacts) -> str:
    if facts.meeting_at is None:
        return text("letter.no_time", facts.language)
    return long_moment(facts.meeting_at, facts.language)


def _ground_given(profile: Profile, facts: RefusalFacts) -> bool:
    """Whether the citizen gave a ground; keeping it to oneself is no reason for a no (B9)."""
    ground = profile.ground(facts.ground)
    return ground is not None and not ground.undisclosed


@rule("B27", surface="letter", later="page")
def _ending(profile: Profile, facts: GrantFacts, talk: str) -> Iterator[str]:
    """Whom to talk to (``talk`` is the sentence), the number, and the contacts."""
    if facts.caseworker:
        yield text(talk, facts.language, name=facts.caseworker)
    if facts.phone:
        yield text("letter.ring", facts.language, department=facts.department, phone=facts.phone)
    yield text("letter.number", facts.language, number=facts.number)
    if profile.contacts:
        yield text("letter.contact", facts.language)
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
