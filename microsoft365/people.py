"""People of the directory (Graph users, ``User.Read.All``)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from microsoft365.errors import Missing
from microsoft365.graph import Graph
from microsoft365.payload import flag, has, text

USER: Final = "/users/{user}"
MANAGER: Final = "/users/{user}/manager"
FIELDS: Final = {"$select": "id,displayName,mail,userPrincipalName,accountEnabled"}


@dataclass(frozen=True)
class Person:
    """A person in the directory. ``mail`` may be empty; ``enabled`` unless the directory says no."""

    oid: str
    name: str
    mail: str
    enabled: bool


class Directory:
    """Fills ``casework.ports.Directory``."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph

    async def person(self, oid: str) -> Person | None:
        """The person, or None when the directory does not know them."""
        try:
            answer = await self._graph.call("GET", USER, {"user": oid}, query=FIELDS)
        except Missing:
            return None
        return _person(answer.json)

    async def manager_of(self, oid: str) -> Person | None:
        """The manager, or None when there is none. Contacts and devices are no managers."""
        try:
            answer = await self._graph.call("GET", MANAGER, {"user": oid}, query=FIELDS)
        except Missing:
            return None
        kind = text(answer.json, "@odata.type").lower()
        manager = _person(answer.json)
        if manager is None or kind not in ("", "#microsoft.graph.user"):
            return None
        if has(answer.json, "accountEnabled"):
            return manager
        return await self.person(manager.oid)


def _person(data: Any) -> Person | None:
    oid = text(data, "id")
    if not oid:
        return None
    return Person(
        oid=oid,
        name=text(data, "displayName"),
        mail=text(data, "mail"),
        enabled=flag(data, "accountEnabled") is not False,
    )
