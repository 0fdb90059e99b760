"""Who is told of a recording in Teams, and who decides on its file: as the guideline says."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from casework.office import Bench
from casework.ports import is_outside
from guidelines.profile import Profile
from guidelines.rules import rule
from store import find
from store.tables import Meeting, Request

Note = Callable[[Exception], None]


@dataclass(frozen=True)
class Readers:
    """``first`` the organizer, or, of another organisation's meeting, the caseworkers; ``others`` who
    the guideline names besides, best first of each; ``decider`` who decides on the file, if anybody;
    ``deciders`` and ``spare`` who takes over when those cannot be reached, the next first."""

    first: tuple[str, ...]
    others: tuple[str, ...]
    decider: str | None
    deciders: tuple[str, ...] = ()
    spare: tuple[str, ...] = ()

    @property
    def everybody(self) -> tuple[str, ...]:
        """All of them, each once, in the order they are told."""
        found = (*self.first, *self.others, *((self.decider,) if self.decider else ()))
        return tuple(dict.fromkeys(found))


@rule("A20", "B29", "C4", surface="card")
async def readers(bench: Bench, meeting: Meeting, note: Note) -> Readers:
    """Who is told, by the newest guideline of the meeting; trouble with the directory goes to ``note``."""
    async with bench.database.unit() as unit:
        requests = await find.requests_of(unit.session, meeting.id)
    profile = bench.office.profile_for(requests)
    ours = meeting.organizer_tenant in (None, bench.office.tenant_id)
    organizer = meeting.organizer_oid if ours else None
    first = [organizer] if ours else [request.caseworker_oid for request in requests]
    units = bench.office.departments
    named = {
        "leader": await _leader(bench, organizer, requests, note),
        "dpo": next(iter(units.dpo), None),
        "hr_legal": next(iter(units.hr_legal), None),
    }
    others = [named[role] for role in profile.incident_tells if role != "organizer"]
    every = {
        "leader": (named["leader"],),
        "dpo": units.dpo,
        "hr_legal": units.hr_legal,
    }
    order = [profile.incident_file_decider, *profile.incident_tells, "leader", "dpo", "hr_legal"]
    line = [oid for role in order if role != "organizer" for oid in every[role]]
    caseworkers = (request.caseworker_oid for request in requests)
    return Readers(
        tuple(dict.fromkeys(oid for oid in first if oid)),
        tuple(dict.fromkeys(oid for oid in others if oid)),
        _decider(profile, named, organizer),
        tuple(dict.fromkeys(oid for oid in (*line, organizer) if oid)),
        tuple(dict.fromkeys(oid for oid in (*line, *caseworkers) if oid)),
    )


def _decider(profile: Profile, named: dict[str, str | None], organizer: str | None) -> str | None:
    """Who the guideline names; where there is nobody, the next who can, the organizer last."""
    order = (profile.incident_file_decider, "leader", "dpo", "hr_legal")
    others = (oid for role in order if (oid := named[role]) and oid != organizer)
    return next(others, organizer)


async def _leader(
    bench: Bench, organizer: str | None, requests: Sequence[Request], note: Note
) -> str | None:
    """The approver of the organizer's unit, else of the meeting's wishes, else the manager."""
    unit = bench.office.departments.department_of(organizer) if organizer else None
    named = [unit.approver_oid if unit else None, *(r.approver_oid for r in requests)]
    known = next((oid for oid in named if oid and oid != organizer), None)
    if known or not organizer:
        return known
    try:
        manager = await bench.outside.directory.manager_of(organizer)
    except Exception as error:
        if not is_outside(error):
            raise
        note(error)
        return None
    return manager.oid if manager and manager.enabled else None
