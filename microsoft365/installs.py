"""The app with a person: installed so that they can be written to (teams-platform 12)."""

from __future__ import annotations

from typing import Final

from microsoft365.addresses import odata_text
from microsoft365.errors import Ambiguous, Missing
from microsoft365.graph import Graph
from microsoft365.payload import rows, text_or_none

CATALOG: Final = "/appCatalogs/teamsApps"
INSTALLED: Final = "/users/{user}/teamwork/installedApps"
CHAT: Final = "/users/{user}/teamwork/installedApps/{installation}/chat"


class Installs:
    """Installs the app for a person and finds the chat. ``teams_app_id`` is the manifest's id.

    ``resource`` is the Graph origin that references name. The catalogue's own id differs from the
    manifest's; it is looked up once unless ``catalog_app_id`` is given.
    """

    def __init__(
        self,
        graph: Graph,
        *,
        resource: str,
        teams_app_id: str,
        catalog_app_id: str | None = None,
    ) -> None:
        self._graph = graph
        self._resource = resource
        self._teams_app_id = teams_app_id
        self._catalog_app_id = catalog_app_id

    async def open_chat(self, oid: str) -> str | None:
        """The conversation with the person, installing the app when it is not there yet.

        None when the person or the app is unknown. Raises Denied when installing is not allowed.
        """
        if (chat_id := await self.chat_of(oid)) is not None:
            return chat_id
        try:
            if not await self.install_for(oid):
                return None
        except Ambiguous:
            """The look-up below tells whether it was done."""
        return await self.chat_of(oid)

    async def install_for(self, oid: str) -> bool:
        """Install; an app that is there already (409) is as good. False: person or app unknown."""
        catalog_id = await self.catalog_id()
        if catalog_id is None:
            return False
        app = f"{self._resource}/v1.0/appCatalogs/teamsApps/{catalog_id}"
        try:
            await self._graph.call(
                "POST",
                INSTALLED,
                {"user": oid},
                json={"teamsApp@odata.bind": app},
                accept=(409,),
            )
        except Missing:
            return False
        return True

    async def chat_of(self, oid: str) -> str | None:
        """The conversation of an installation that exists, or None."""
        wanted = {
            "$expand": "teamsApp",
            "$filter": f"teamsApp/externalId eq {odata_text(self._teams_app_id)}",
        }
        try:
            answer = await self._graph.call("GET", INSTALLED, {"user": oid}, query=wanted)
            ids = (text_or_none(row, "id") for row in rows(answer.json, "value"))
            installation = next((found for found in ids if found), None)
            if installation is None:
                return None
            place = {"user": oid, "installation": installation}
            chat = await self._graph.call("GET", CHAT, place)
        except Missing:
            return None
        return text_or_none(chat.json, "id")

    async def catalog_id(self) -> str | None:
        """The app's id in the tenant's catalogue, or None when it is not there."""
        if self._catalog_app_id is None:
            wanted = {"$filter": f"externalId eq {odata_text(self._teams_app_id)}"}
            answer = await self._graph.call("GET", CATALOG, query=wanted)
            ids = (text_or_none(row, "id") for row in rows(answer.json, "value"))
            self._catalog_app_id = next((found for found in ids if found), None)
        return self._catalog_app_id
