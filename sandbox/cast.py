"""The cast: fixed people with fixed ids, and the identifiers of the one tenant and the one app."""

from __future__ import annotations

import base64
import hashlib
import uuid
from typing import Any

from sandbox.people import Kind, Person

_NAMESPACE = uuid.UUID("6f1c3a52-6f0e-4b0a-9d38-2f4f6e1d7c10")


def _guid(name: str) -> str:
    return str(uuid.uuid5(_NAMESPACE, name))


TENANT_ID = _guid("tenant")
FOREIGN_TENANT_ID = _guid("foreign-tenant")
APP_ID = _guid("bot-app")
CATALOG_APP_ID = _guid("catalog-app")
MANIFEST_ID = _guid("manifest")
BOT_NAME = "Lydhør"
BOT_MRI = f"28:{APP_ID}"
DEPARTMENT_ID = "familie"
DEPARTMENT_NAME = "Familieafdelingen"
DEPARTMENT_PHONE = "12 34 56 70"


def mri_of(key: str) -> str:
    """Teams' id of a person for this bot: opaque, and not derivable from the directory id."""
    digest = hashlib.sha256(f"{APP_ID}/{key}".encode()).digest() * 2
    return "29:1" + base64.urlsafe_b64encode(digest).decode().rstrip("=")[:68]


def _person(key: str, name: str, role: str, kind: Kind, manager: str | None = None) -> Person:
    known = kind not in ("anonymous", "phone")
    foreign = kind == "foreign"
    ours = kind in ("member", "mailbox")
    host = "kommune.example" if ours else "borger.example"
    return Person(
        id=key,
        name=name,
        role=role,
        kind=kind,
        oid=_guid(f"person/{key}") if known else None,
        mri=mri_of(key),
        mail=f"{key}@{host}" if known else "",
        tenant=FOREIGN_TENANT_ID if foreign else TENANT_ID,
        manager=manager,
        department=DEPARTMENT_NAME if ours else "",
    )


CAST: tuple[Person, ...] = (
    _person("mette", "Mette Holm", "Sagsbehandler", "member", manager="jens"),
    _person("nadia", "Nadia Friis", "Sagsbehandler", "member", manager="jens"),
    _person("jens", "Jens Brandt", "Leder", "member"),
    _person("lene", "Lene Krogh", "HR/Jura, stedfortræder", "member"),
    _person("ahmed", "Ahmed Yilmaz", "IT", "member"),
    _person("birgit", "Birgit Toft", "Databeskyttelsesrådgiver", "member"),
    _person("ole", "Ole Madsen", "Borger (gæst)", "guest"),
    _person("amal", "Amal", "Deltager via link", "anonymous"),
    _person("bent", "Bent", "Deltager på telefon", "phone"),
    _person("noter", "Oles Notetaker", "Program, der tager noter", "anonymous"),
    _person("karla", "Karla Vind", "Arrangør i en anden organisation", "foreign"),
    _person("postkasse", "Familieafdelingens postkasse", "Postkasse", "mailbox"),
)
"""Everybody in the sandbox. ``karla`` organises meetings of another tenant, ``postkasse`` sends,
``noter`` is no person: it joins by link, and only its name gives it away."""

INSTALLED_FOR = ("mette", "nadia", "jens", "lene", "birgit")
"""Who has the app in personal scope from the beginning."""


def crowd(units: int) -> tuple[Person, ...]:
    """A caseworker and a leader each for so many more units: for whoever needs many at once."""
    people: list[Person] = []
    for number in range(1, units + 1):
        leader, caseworker = f"l{number}", f"c{number}"
        people.append(_person(leader, f"Leder {number}", "Leder", "member"))
        role = "Sagsbehandler"
        people.append(_person(caseworker, f"{role} {number}", role, "member", manager=leader))
    return tuple(people)


VISITORS = tuple(
    _person(f"visitor{number}", f"Besøgende {number}", "Deltager via link", "anonymous")
    for number in range(1, 13)
)
"""With a crowd: whoever joins by link and has another id in each call of a meeting (teams-platform 10)."""


def departments(units: int = 0) -> dict[str, Any]:
    """The ``DEPARTMENTS`` file of the one department (settings of the bot), and of the crowd's units."""
    everybody = CAST + crowd(units)
    oid = {person.id: person.oid for person in everybody}
    more = [
        {
            "id": f"enhed-{number}",
            "name": f"Enhed {number}",
            "approver_oid": oid[f"l{number}"],
            "deputy_oid": oid["lene"],
            "members": [oid[f"c{number}"]],
            "mail_sender_oid": oid["postkasse"],
        }
        for number in range(1, units + 1)
    ]
    return {
        "departments": [
            {
                "id": DEPARTMENT_ID,
                "name": DEPARTMENT_NAME,
                "approver_oid": oid["jens"],
                "deputy_oid": oid["lene"],
                "members": [oid["mette"], oid["nadia"]],
                "mail_sender_oid": oid["postkasse"],
                "phone": DEPARTMENT_PHONE,
            },
            *more,
        ],
        "default_department": DEPARTMENT_ID,
        "employees": [person.oid for person in everybody if person.kind == "member"],
        "hr_legal": [oid["lene"]],
        "dpo": [oid["birgit"]],
    }


def two_units() -> dict[str, Any]:
    """The same with a second unit, where Ahmed handles cases and Birgit leads: for what has to hold
    across the units of a municipality (C10, C11)."""
    oid = {person.id: person.oid for person in CAST}
    listed = departments()
    listed["departments"].append(
        {
            "id": "beskaeftigelse",
            "name": "Beskæftigelsesafdelingen",
            "approver_oid": oid["birgit"],
            "deputy_oid": oid["lene"],
            "members": [oid["ahmed"]],
            "mail_sender_oid": oid["postkasse"],
        }
    )
    return listed
