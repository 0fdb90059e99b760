"""Whether pictures are recorded besides the sound: never by itself (A20, C6)."""

from __future__ import annotations

from collections.abc import Sequence

from casework import closed
from casework.office import Office
from guidelines.conduct import may_video
from guidelines.rules import rule
from store.database import Unit
from store.tables import Meeting, Request


@rule("A20", "C6", surface="chat")
async def taken(office: Office, unit: Unit, meeting: Meeting, granted: Sequence[Request]) -> bool:
    """Whether somebody may take pictures in this meeting; on the telephone there are none."""
    found = [await takes_pictures(office, unit, request) for request in granted]
    return any(found) and meeting.kind != "phone"


async def takes_pictures(office: Office, unit: Unit, request: Request) -> bool:
    """Whether video was wished for and may be recorded: the guideline allows it, or leaves it to the
    employee, who said yes. A yes to sound is never one to pictures, nor is one that does not open."""
    said = (await closed.opened(unit, request)).get("video", "")
    if said not in ("accepted", "allowed"):
        return False
    return may_video(office.profile_of(request), accepted=said == "accepted")
