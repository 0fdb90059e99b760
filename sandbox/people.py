"""A person as Teams and the directory show them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

Kind = Literal["member", "guest", "foreign", "anonymous", "phone", "mailbox"]


@dataclass(eq=False)
class Person:
    """One of the cast. ``oid`` is None for people without a directory object here.

    ``mri`` is Teams' id as the bot sees it (``29:…``), the same for as long as the bot exists.
    """

    id: str
    name: str
    role: str
    kind: Kind
    oid: str | None
    mri: str
    mail: str
    tenant: str
    manager: str | None = None
    department: str = ""
    enabled: bool = True

    @property
    def in_directory(self) -> bool:
        """Whether this tenant's Graph knows the person."""
        return self.oid is not None and self.kind in ("member", "guest", "mailbox")

    @property
    def in_chats(self) -> bool:
        """Whether the person can be on a chat roster at all (a telephone cannot)."""
        return self.kind not in ("phone", "mailbox")

    def account(self) -> dict[str, Any]:
        """``from`` of an activity: id and name, the directory id only where there is one."""
        account: dict[str, Any] = {"id": self.mri, "name": self.name}
        if self.oid is not None:
            account["aadObjectId"] = self.oid
        return account

    @property
    def upn(self) -> str:
        """The user principal name; a guest's is made from the mail address (B2B)."""
        if self.kind != "guest":
            return self.mail
        return self.mail.replace("@", "_") + "#EXT#@kommune.example"

    def roster_account(self, id_field: str = "aadObjectId") -> dict[str, Any]:
        """A row of the chat roster (teams-platform 1.3, 2, 10)."""
        if self.kind == "anonymous":
            return {
                "id": self.mri,
                "name": self.name,
                "tenantId": self.tenant,
                "userRole": "anonymous",
            }
        first, _, last = self.name.partition(" ")
        return {
            "id": self.mri,
            id_field: self.oid,
            "name": self.name,
            "givenName": first,
            "surname": last,
            "email": self.mail,
            "userPrincipalName": self.upn,
            "tenantId": self.tenant,
            "userRole": "user",
        }

    def graph_user(self) -> dict[str, Any]:
        """The Graph ``user`` resource, the properties served here."""
        first, _, last = self.name.partition(" ")
        return {
            "id": self.oid,
            "displayName": self.name,
            "givenName": first,
            "surname": last,
            "mail": self.mail or None,
            "userPrincipalName": self.upn,
            "accountEnabled": self.enabled,
            "userType": "Guest" if self.kind == "guest" else "Member",
            "jobTitle": self.role,
            "department": self.department or None,
        }
