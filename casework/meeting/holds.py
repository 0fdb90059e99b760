"""What holds in a meeting now, and what it was told of it last (B20, docs/decisions 0006)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal
from uuid import uuid4

from casework import doubled, showing
from casework.doubled import short
from casework.meeting import breaks, pictures
from casework.meeting.own_recording import records_too
from casework.office import Office
from store import find
from store.database import Unit
from store.tables import Informed, Meeting, Occurrence, Request, Telling
from texts.announcement import (
    Told,
    announcement,
    late_joiner,
    paused,
    read_aloud_script,
    revoked,
)
from texts.views import Language

OWN_PART, BOTH, VIDEO = "own_part", "both", "video"
PAUSE, AFTER = "pause", "after"
GAP = "{navn}"
"""Stands for the name of whoever records in the words that are kept."""
GONE = "gone"
"""The channel of who has left and was not there when it was told anew."""
UNSEEN = "unseen"
"""The channel of a guest without an id whom the chat still names from an earlier call: nobody can say whether
they are there, so a card in the chat tells them nothing that could be counted."""
AWAY = (GONE, UNSEEN)
UNTOLD = ("none", "posted")
"""Grades that do not say that the person was told: a card in the chat is seen or not."""
How = Literal["chat", "voice", "late", "in_meeting", "spoken"]


@dataclass(frozen=True)
class Holds:
    """What holds in a meeting now: the granted wishes, and whether the municipality and pictures are
    recorded too.

    ``paused``: the id of the break that is on, empty when there is none; ``resumed``: of what the last
    break ended with.
    """

    requests: tuple[Request, ...]
    both: bool = False
    video: bool = False
    paused: str = ""
    resumed: str = ""

    def __bool__(self) -> bool:
        return bool(self.requests)

    @property
    def own_part(self) -> bool:
        """Whether somebody may record only what is about them (C31)."""
        return any(request.scope == OWN_PART for request in self.requests)

    @property
    def relation(self) -> str:
        """Towards whom: employee where only employees record (C1), else citizen."""
        return "employee" if {r.relation for r in self.requests} == {"employee"} else "citizen"

    @property
    def what(self) -> str:
        """What there is to tell: recorded, paused or revoked."""
        if not self.requests:
            return "revoked"
        return "paused" if self.paused else "recorded"

    @property
    def content(self) -> list[str]:
        """What a telling is of: the ids of the wishes, and whatever more is said with them. A break is
        told on its own, and after it everything is told anew (C12)."""
        if self.requests and self.paused:
            return [f"{PAUSE}:{self.paused}"]
        more = [f"{OWN_PART}:{r.id}" for r in self.requests if r.scope == OWN_PART]
        after = [f"{AFTER}:{self.resumed}"] if self.requests and self.resumed else []
        besides = [*sorted(more), *[BOTH] * self.both, *[VIDEO] * self.video, *after]
        return sorted(str(r.id) for r in self.requests) + besides


def round_of(content: Sequence[str]) -> str:
    """Stands for what holds, so that a change of it begins a new round."""
    return f"r{short(content)}"


async def now_holding(
    office: Office, unit: Unit, meeting: Meeting, occurrence: Occurrence
) -> Holds:
    """What holds in this occurrence; where it is over, what held when it ended."""
    return await holding(office, unit, meeting, occurrence.started_at, end_of(occurrence))


def end_of(occurrence: Occurrence) -> datetime | None:
    """Until when what happened belongs to this call; None while it runs. What was told after the end that
    Teams tells of in the end was told in it all the same."""
    ended, told = occurrence.ended_at, occurrence.announced_at
    return ended if ended is None or told is None else max(ended, told)


async def holding(
    office: Office, unit: Unit, meeting: Meeting, at: datetime, until: datetime | None = None
) -> Holds:
    """What holds in the meeting at this time; breaks count from it on, and ``until`` a call's end."""
    requests = await find.requests_of(unit.session, meeting.id, "granted")
    holds = showing.applying(meeting, requests, at, until)
    both = [await records_too(office, unit, request) for request in holds]
    stands = await breaks.state_of(unit, meeting, at, until)
    return Holds(
        tuple(holds),
        any(both),
        await pictures.taken(office, unit, meeting, holds),
        paused=str(stands.on.id) if stands.on else "",
        resumed=str(stands.ended.id) if stands.ended else "",
    )


def tells_what_holds(occurrence: Occurrence, holds: Holds) -> bool:
    """Whether the meeting was last told what holds now."""
    return holds.content == (occurrence.announced_for or [])


async def is_told(unit: Unit, occurrence: Occurrence, holds: Holds) -> bool:
    """As ``tells_what_holds``, and no message stands against it that Teams perhaps posted since."""
    return tells_what_holds(occurrence, holds) and not await doubled.left_open(unit, occurrence)


async def may_have_heard(unit: Unit, occurrence: Occurrence) -> bool:
    """Whether the meeting was told something, or may have been, so that it has to hear of an end."""
    return occurrence.announced_for is not None or bool(await doubled.left_open(unit, occurrence))


def forget(row: Informed, *, back: bool = False) -> None:
    """What the person was told no longer answers to what holds now. Its evidence stays (``evidence``).
    Who has left is gone, and who was not seen stays unseen, unless they are ``back``."""
    if row.channel == GONE and not back:
        return
    away = GONE if row.left_at is not None else UNSEEN if row.channel == UNSEEN else ""
    row.grade, row.channel = "none", "" if back else away
    row.evidence, row.informed_at = "", None


def come_back(unit: Unit, row: Informed) -> None:
    """Somebody who had left is there again, from now on: what was said meanwhile they have not heard."""
    forget(row, back=True)
    row.created_at, row.left_at = unit.now, None


def leave(row: Informed, now: datetime) -> bool:
    """As ``leave_untold``. Of somebody without an id it is kept that they left, told or not, for nobody can
    ask later whether they are there."""
    if row.oid is None:
        row.left_at = row.left_at or now
    return leave_untold(row)


def leave_untold(row: Informed) -> bool:
    """Somebody left before they were told: what is read aloud from now on they do not hear, and they are
    told when they come back. False for who has been told, and stays so."""
    if row.channel == GONE or row.grade not in UNTOLD:
        return False
    row.grade, row.channel, row.evidence = "none", GONE, ""
    return True


async def enter_telling(
    office: Office,
    unit: Unit,
    occurrence: Occurrence,
    holds: Holds,
    how: How = "chat",
    said: Sequence[str] | Told = (),
    *,
    at: datetime | None = None,
) -> None:
    """The meeting has been told what holds now. What people had been told before no longer counts:
    somebody else records too, or nobody does. ``said``: the sentences as they were, where they were
    not those of the card. ``at``: when, where that was not now."""
    at = at or unit.now
    occurrence.announced_for = holds.content
    occurrence.tellings += 1
    occurrence.announced_at = at
    for row in await find.ledger(unit.session, occurrence.id, lock=True):
        forget(row)
    await keep_words(office, unit, occurrence, holds, how, said, at=at)
    facts = {"occurrence": str(occurrence.id), "telling": occurrence.tellings}
    if holds and not holds.paused:
        for request in holds.requests:
            request.announced_at = request.announced_at or at
            request.used_at = request.used_at or occurrence.started_at
            await unit.session.flush()
            await unit.journal.write(request.id, "announced", actor="system", facts=facts)
    else:
        kind = "recording_paused" if holds else "announcement_revoked"
        await unit.journal.write(occurrence.meeting_id, kind, actor="system", facts=facts)
    await unit.session.flush()


async def keep_words(
    office: Office,
    unit: Unit,
    occurrence: Occurrence,
    holds: Holds,
    how: How,
    said: Sequence[str] | Told = (),
    *,
    at: datetime | None = None,
) -> None:
    """What was told, word for word and under which version of the guideline. For the name of whoever
    records there is a gap, so that the name goes when it is deleted; ``content`` says whose it is."""
    profile = office.profile_for(holds.requests)
    row = Telling(
        id=uuid4(),
        occurrence_id=occurrence.id,
        number=occurrence.tellings,
        what=holds.what,
        how=how,
        content=holds.content,
        profile_id=profile.id,
        profile_version=profile.version,
        at=at or unit.now,
    )
    unit.session.add(row)
    await unit.session.flush()
    told = said if isinstance(said, Told) else Told(da=tuple(said), en=())
    if not told.da:
        told = words_of(office, holds, GAP, late=how == "late")
    words = {"words_da": "\n".join(told.da), "words_en": "\n".join(told.en)}
    await unit.personal.put(row.id, occurrence.meeting_id, {k: v for k, v in words.items() if v})


def words_of(office: Office, holds: Holds, recorder: str, *, late: bool = False) -> Told:
    """What the meeting's chat is told now, in both languages; who comes ``late`` gets less."""
    if holds.what == "revoked":
        return revoked(office.profile_for(holds.requests))
    if holds.what == "paused":
        return paused()
    return (late_joiner if late else announcement)(
        office.profile_for(holds.requests), recorder, own_part=holds.own_part,
        both_record=holds.both, relation=holds.relation, video=holds.video,
    )  # fmt: skip


async def recorder_of(
    unit: Unit, holds: Holds, *, named: bool = True, language: Language = "da"
) -> str:
    """Who records, by name, for whoever reads it aloud; or the gap that stands for the name in what is
    kept."""
    return await showing.recorders_shown(unit, holds.requests, language) if named else GAP


def aloud(
    office: Office, holds: Holds, recorder: str, *, phone: bool, language: Language = "da"
) -> tuple[str, ...]:
    """What the employee reads aloud to say the same, sentence by sentence."""
    if holds.what != "recorded":
        told = words_of(office, holds, recorder)
        return told.da if language == "da" else told.en
    return read_aloud_script(
        office.profile_for(holds.requests), recorder, phone=phone, language=language,
        own_part=holds.own_part, both_record=holds.both, relation=holds.relation, video=holds.video,
    )  # fmt: skip
