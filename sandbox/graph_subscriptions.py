"""Graph ``/subscriptions``, in both versions: strict on what it takes, and it asks the address first."""

from __future__ import annotations

from aiohttp import web

from sandbox.answers import bad_request, json_object, not_found
from sandbox.graph import V1, GraphBase
from sandbox.notifying import Notifier
from sandbox.subscribing import Subscription
from sandbox.world import World

BETA = "/graph/beta"
PAGE = 100


class GraphSubscriptions(GraphBase):
    """Create, read, renew, reauthorize and delete."""

    def __init__(self, world: World, notifier: Notifier) -> None:
        super().__init__(world)
        self.notifier = notifier
        self.book = notifier.book

    def routes(self) -> list[web.RouteDef]:
        """The routes under the https address."""
        found = []
        for base in (V1, BETA):
            one = base + "/subscriptions/{subscription}"
            found += [
                web.post(base + "/subscriptions", self.create),
                web.get(base + "/subscriptions", self.listed),
                web.get(one, self.read),
                web.patch(one, self.renew),
                web.delete(one, self.delete),
                web.post(one + "/reauthorize", self.reauthorize),
            ]
        return found

    def _version(self, request: web.Request) -> str:
        return "beta" if request.path.startswith(BETA + "/") else "v1.0"

    def _one(self, request: web.Request) -> Subscription:
        wanted, version = request.match_info["subscription"], self._version(request)
        for row in self.book.living():
            if row.id == wanted and self._shown(row, version):
                return row
        raise not_found("ResourceNotFound", "The object was not found.")

    def _shown(self, row: Subscription, version: str) -> bool:
        """Whether one version shows what was made in the other: assume not."""
        return bool(self.world.switches["subscriptions_across_versions"]) or row.version == version

    async def create(self, request: web.Request) -> web.Response:
        """201 when everything is right and both addresses answered the handshake."""
        body = await json_object(request)
        prefer = "include-unknown-enum-members" in request.headers.get("Prefer", "")
        row = self.book.check(body, self._version(request), prefer=prefer)
        for name in ("notificationUrl", "lifecycleNotificationUrl"):
            if (url := body.get(name)) and (why := await self.notifier.handshake(str(url))):
                text = f"Subscription validation request failed. {why}"
                raise bad_request("ValidationError", text, "")
        self.book.rows[row.id] = row
        self.world.changed()
        return web.json_response(row.view(), status=201)

    async def listed(self, request: web.Request) -> web.Response:
        """The app's own subscriptions, in pages."""
        options = self.options(request, ["$skiptoken"])
        start = int(options.get("$skiptoken", "0"))
        rows = [r for r in self.book.living() if self._shown(r, self._version(request))]
        page = {"value": [row.view() for row in rows[start : start + PAGE]]}
        if start + PAGE < len(rows):
            link = request.url.update_query({"$skiptoken": str(start + PAGE)})
            return web.json_response(
                {**page, "@odata.nextLink": f"{self.world.https_url}{link.raw_path_qs}"}
            )
        return web.json_response(page)

    async def read(self, request: web.Request) -> web.Response:
        """One subscription."""
        return web.json_response(self._one(request).view())

    async def renew(self, request: web.Request) -> web.Response:
        """A later expiry; it also counts as reauthorization."""
        row = self._one(request)
        body = await json_object(request)
        if set(body) != {"expirationDateTime"}:
            text = "Only expirationDateTime can be changed."
            raise bad_request("BadRequest", text, "unknown_property")
        row.expires, row.stopped = self.book.expiry(body), False
        return web.json_response(row.view())

    async def reauthorize(self, request: web.Request) -> web.Response:
        """The app says that it still may; without it Graph stops telling."""
        self._one(request).stopped = False
        return web.Response(status=204)

    async def delete(self, request: web.Request) -> web.Response:
        """204, and nothing more is told."""
        del self.book.rows[self._one(request).id]
        self.world.changed()
        return web.Response(status=204)
