"""Why it is this person who is asked to confirm a refusal: said on the card that asks (C27)."""

from __future__ import annotations

from casework.office import Office
from guidelines.rules import rule
from store.tables import Request
from texts.views import WhyAsked


def is_second(request: Request, reader: str) -> bool:
    """Whether the reader is asked because the first is silent; so already while the card is put up,
    before it is entered that they were asked."""
    return reader == request.deputy_oid or request.confirmer_oid not in (None, reader)


@rule("C27", surface="card")
def why_asked(office: Office, request: Request, reader: str) -> WhyAsked:
    """Which of the cases it is that the reader was asked; ``leader`` where it is the nearest one."""
    unit = office.department(request.department)
    employee = request.relation == "employee"
    is_hr = reader in office.departments.hr_legal
    if is_second(request, reader):
        if reader == unit.deputy_oid and not employee:
            return "deputy"
        return "hr_second" if is_hr else "second"
    if not employee and reader == unit.approver_oid:
        return "leader"
    talks = (request.proposed_by, request.caseworker_oid, request.requester_oid)
    if employee or (unit.approver_oid and unit.approver_oid in talks):
        return "hr_party" if is_hr else "next_party"
    if unit.approver_oid and unit.approver_oid == request.registered_by:
        return "hr_registered" if is_hr else "next_registered"
    if is_hr:
        return "hr_unreached"
    return "next_unreached" if unit.approver_oid else "leader"
