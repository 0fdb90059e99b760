"""What is posted in a meeting's chat: who records, that nobody may any more, or that there is a break."""

from __future__ import annotations

from casework.doubled import short
from casework.meeting import telling
from casework.office import Bench
from store.tables import Occurrence
from texts import announcement as words
from texts import views


def purpose_of(occurrence: Occurrence, number: int, holds: telling.Holds) -> str:
    """What the card is known by that makes the ``number``-th telling of what holds."""
    return f"announce:{occurrence.id}:{number}:{short(holds.content)}"


def announcement(
    bench: Bench, recorder: str, holds: telling.Holds, *, late: bool = False
) -> views.Announcement:
    """Who records, sound only, in Danish and English; never why. Those who come late get less."""
    told = (words.late_joiner if late else words.announcement)(
        bench.office.profile_for(holds.requests), recorder, own_part=holds.own_part, both_record=holds.both,
        relation=holds.relation, video=holds.video,
    )  # fmt: skip
    first, rest = (told.da[0], told.da[1:]) if late else ("", told.da)
    return views.Announcement(
        recorder=recorder,
        late_joiner=first,
        paragraphs_da=rest,
        paragraphs_en=told.en,
        video=holds.video,
    )


def revocation(bench: Bench, holds: telling.Holds) -> views.Announcement:
    """What was told no longer holds, in Danish and English; names nobody."""
    profile = bench.office.profile_for(holds.requests)
    told = words.revoked(profile)
    return views.Announcement(
        recorder="", paragraphs_da=told.da, paragraphs_en=told.en, revoked=profile.leave
    )


def pause() -> views.Announcement:
    """A break has begun, in Danish and English; names nobody (C12)."""
    told = words.paused()
    return views.Announcement(
        recorder="", paragraphs_da=told.da, paragraphs_en=told.en, paused=True
    )
