"""The municipality's units, read from the file that the setting DEPARTMENTS names.

Who decides and who works where is data of the deployment, not of the municipality's profile. A file:

    default_department: borger          # optional; otherwise the first one
    employees: ["<oid>"]                # optional: employed, but listed in no unit
    hr_legal: ["<oid>"]                 # optional: HR/Jura, best first: advice, misuse, practice
    dpo: ["<oid>"]                      # optional: data protection officers, best first
    departments:
      - id: borger
        name: Borgerservice
        approver_oid: "<oid>"
        deputy_oid: "<oid>"
        members: ["<oid>", "<oid>"]
        mail_sender_oid: "<oid>"
        phone: "12 34 56 78"            # optional: stands in the letters

``<oid>`` is an object id of Entra. They are compared as Teams' and Graph's are: in lower case. What is no
such id, the zeros of the example and a line with another name are refused, because nobody would be found
by them and nothing else would say so.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from typing import Any, Final
from uuid import UUID

import yaml

# Three digits or more (114 is a number too), as people write them.
PHONE: Final = re.compile(r"\+?\d(?: ?\d){2,14}")
LINES: Final = frozenset({"default_department", "departments", "dpo", "employees", "hr_legal"})


@dataclass(frozen=True)
class Department:
    """One unit of the municipality: who decides there, who works there, who sends its mail, and the phone
    number its letters name."""

    id: str
    name: str
    approver_oid: str | None = None
    deputy_oid: str | None = None
    members: tuple[str, ...] = ()
    mail_sender_oid: str | None = None
    phone: str = ""

    def knows(self, oid: str) -> bool:
        """Whether the person works or decides here."""
        return oid in self.members or oid in (self.approver_oid, self.deputy_oid)


@dataclass(frozen=True)
class Departments:
    """All units. The default unit takes employees who are listed in no other.

    ``hr_legal`` is asked for advice and gets what is reported as misuse (C32, C34), and confirms where
    no leader can (C27); ``dpo`` answers for the municipality's own recordings (A15). Both best first;
    both count as employed.
    """

    units: tuple[Department, ...]
    default_id: str
    employees: frozenset[str] = frozenset()
    hr_legal: tuple[str, ...] = ()
    dpo: tuple[str, ...] = ()

    @property
    def default(self) -> Department:
        """The unit for whatever belongs to no other."""
        return next(unit for unit in self.units if unit.id == self.default_id)

    def by_id(self, department_id: str) -> Department | None:
        """The unit with this id, or None."""
        return next((unit for unit in self.units if unit.id == department_id), None)

    def department_of(self, oid: str | None) -> Department | None:
        """The unit a person belongs to: as member first, then as approver or deputy."""
        if not oid:
            return None
        found = self.unit_of(oid)
        listed = oid in self.employees or oid in self.hr_legal or oid in self.dpo
        return self.default if found is None and listed else found

    def unit_of(self, oid: str | None) -> Department | None:
        """The unit the person works or decides in; None for who is employed but listed in none."""
        if not oid:
            return None
        as_member = next((unit for unit in self.units if oid in unit.members), None)
        return as_member or next((unit for unit in self.units if unit.knows(oid)), None)

    def is_employee(self, oid: str | None) -> bool:
        """Whether the person is listed as employed; guests and anonymous people never are."""
        return self.department_of(oid) is not None

    def everybody(self) -> tuple[str, ...]:
        """Everybody who is listed as employed, in the order of the file; nobody twice."""
        listed = [oid for unit in self.units for oid in (unit.approver_oid, unit.deputy_oid) if oid]
        members = [oid for unit in self.units for oid in unit.members]
        rest = (*self.hr_legal, *self.dpo, *sorted(self.employees))
        return tuple(dict.fromkeys((*listed, *members, *rest)))

    def leaders(self) -> tuple[tuple[Department, str], ...]:
        """Every unit with its approver, in the order of the file; nobody twice."""
        found = {unit.approver_oid: unit for unit in reversed(self.units) if unit.approver_oid}
        return tuple((found[oid], oid) for oid in reversed(found))

    def approver(self, department_id: str) -> str | None:
        """The configured approver of a unit, or None (then the directory's manager is asked)."""
        unit = self.by_id(department_id)
        return unit.approver_oid if unit else None

    def deputy(self, department_id: str) -> str | None:
        """The configured deputy of a unit, or None."""
        unit = self.by_id(department_id)
        return unit.deputy_oid if unit else None


NO_DEPARTMENTS: Final = Departments((), "")


def parse_departments(text: str) -> Departments:
    """Read the DEPARTMENTS file. Raises ValueError with one Danish sentence on the first fault."""
    try:
        data = yaml.safe_load(text) or {}
    except yaml.YAMLError:
        raise ValueError("filen er ikke gyldig YAML") from None
    if not isinstance(data, dict) or not isinstance(data.get("departments"), list):
        raise ValueError("der mangler en liste under departments")
    if unknown := sorted(str(name) for name in set(data) - LINES):
        raise ValueError(f"{unknown[0]} kendes ikke: brug {', '.join(sorted(LINES))}")
    if not data["departments"]:
        raise ValueError("der skal være mindst én afdeling")
    units = tuple(_department(row) for row in data["departments"])
    ids = [unit.id for unit in units]
    if len(set(ids)) != len(ids):
        raise ValueError("to afdelinger har samme id")
    default = data.get("default_department", ids[0])
    if default not in ids:
        raise ValueError("default_department er ikke en af afdelingerne")
    return Departments(
        units,
        default,
        employees=frozenset(_oids(data.get("employees", []), "employees")),
        hr_legal=_oids(data.get("hr_legal", []), "hr_legal"),
        dpo=_oids(data.get("dpo", []), "dpo"),
    )


def _department(row: Any) -> Department:
    allowed = {item.name for item in fields(Department)}
    if not isinstance(row, dict) or set(row) - allowed:
        raise ValueError(f"en afdeling har andre felter end {', '.join(sorted(allowed))}")
    for name in ("id", "name"):
        if not isinstance(row.get(name), str) or not row[name]:
            raise ValueError(f"en afdeling mangler {name}")
    where = f"afdelingen {row['id']}: "
    one = {
        name: _oid(row[name], where + name)
        for name in ("approver_oid", "deputy_oid", "mail_sender_oid")
        if row.get(name) is not None
    }
    members = _oids(row.get("members", []), where + "members")
    return Department(id=row["id"], name=row["name"], members=members, phone=_phone(row), **one)


def _phone(row: dict[str, Any]) -> str:
    """The number as it is to be read; empty when there is none."""
    number = row.get("phone")
    if number is None:
        return ""
    if not isinstance(number, str) or not PHONE.fullmatch(number):
        raise ValueError(
            f'afdelingen {row["id"]}: phone skal være et nummer i anførselstegn, fx "12 34 56 78"'
        )
    return number


def _oids(value: Any, what: str) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise ValueError(f"{what} skal være en liste af objekt-id'er")
    return tuple(_oid(one, f"{what}, nummer {at}") for at, one in enumerate(value, 1))


def _oid(value: Any, what: str) -> str:
    """The id as everybody else writes it. Names the place and not the value: it may be somebody's mail."""
    try:
        found = UUID(value) if isinstance(value, str) else None
    except ValueError:
        found = None
    if found is None:
        raise ValueError(f"{what} skal være det objekt-id, Entra viser under Brugere")
    if not found.int:
        raise ValueError(f"{what} er kun nuller: skriv objekt-id'et fra Entra, eller tag det ud")
    return str(found)
