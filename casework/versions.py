"""Which version of the guideline counts in a meeting: the one its wish began under (A5)."""

from __future__ import annotations

from casework import showing
from casework.office import Office
from guidelines.profile import Profile
from guidelines.rules import rule
from store.database import Unit
from store.tables import Meeting


@rule("A5", surface="chat")
async def profile_here(office: Office, unit: Unit, meeting: Meeting) -> Profile:
    """The version of what is allowed in the meeting, else of the newest wish that counts in it; with
    no wish the one in force."""
    requests = await showing.concerning(unit, meeting)
    return office.profile_for([r for r in requests if r.state == "granted"] or requests)
