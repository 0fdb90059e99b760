"""Graph chats: messages with system events, members, and where the app is installed."""

from __future__ import annotations

import json
import re
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from typing import Any

from aiohttp import web

from sandbox import cast
from sandbox.answers import ApiError, bad_request, json_object, not_found
from sandbox.card_checks import CARD_TYPE
from sandbox.chats import BOT, SYSTEM, Chat, Message, stamp
from sandbox.graph import USER, V1, GraphBase
from sandbox.people import Person
from sandbox.world import World

CHAT = V1 + "/chats/{chat}"
USER_IDENTITY = "#microsoft.graph.teamworkUserIdentity"
BOT_IDENTITY = "#microsoft.graph.teamworkApplicationIdentity"
INSTALL_USER = (
    "TeamsAppInstallation.ReadWriteSelfForUser.All",
    "TeamsAppInstallation.ReadWriteForUser.All",
)
INSTALL_CHAT = ("TeamsAppInstallation.ReadWriteAndConsentSelfForChat.All",)
BOUND = re.compile(r".*/appCatalogs/teamsApps/([^/]+)$")
FILTER = re.compile(r"(createdDateTime|lastModifiedDateTime) (gt|lt) (\S+)")
MANIFEST_FILTER = re.compile(r"externalId eq '([^']+)'")
APP_FILTER = re.compile(r"teamsApp/(?:externalId|id) eq '([^']+)'")
MOST_ROWS = 50

Install = Callable[[Chat], Awaitable[object]]


class GraphChats(GraphBase):
    """Chats as Graph shows them; ``install`` is what Teams does when the app is added."""

    def __init__(self, world: World, install: Install) -> None:
        super().__init__(world)
        self.install = install

    def routes(self) -> list[web.RouteDef]:
        """The routes under the https address."""
        apps = USER + "/teamwork/installedApps"
        return [
            web.get(CHAT + "/messages", self.messages),
            web.get(CHAT + "/members", self.members),
            web.post(CHAT + "/installedApps", self.install_in_chat),
            web.get(V1 + "/appCatalogs/teamsApps", self.catalog),
            web.get(apps, self.installed),
            web.post(apps, self.install_for),
            web.get(apps + "/{installation}/chat", self.personal_chat),
        ]

    def _chat(self, request: web.Request, *, consent: bool = True) -> Chat:
        chat = self.world.chat(request.match_info["chat"])
        if chat is None:
            raise not_found("NotFound", "Chat not found.")
        missing = self.world.faults.take("missing_chat_rsc") is not None if consent else False
        if consent and (missing or not chat.installed):
            raise ApiError(403, "Forbidden", "Missing resource-specific consent for the chat.")
        return chat

    # --- messages -----------------------------------------------------------------------------

    async def messages(self, request: web.Request) -> web.Response:
        """Newest first; system events by name only with the Prefer header (5.2)."""
        chat = self._chat(request)
        options = self.options(request, ["$top", "$orderby", "$filter", "$skiptoken"])
        field = options.get("$orderby", "lastModifiedDateTime desc").removesuffix(" desc")
        if field not in ("createdDateTime", "lastModifiedDateTime"):
            raise bad_request("BadRequest", "Only descending by date.", "bad_orderby")
        top, skip = options.get("$top", "20"), options.get("$skiptoken", "0")
        if not top.isdigit() or not 0 < int(top) <= MOST_ROWS or not skip.isdigit():
            raise bad_request("BadRequest", "$top is 1 to 50.", "bad_top")
        prefer = "include-unknown-enum-members" in request.headers.get("Prefer", "")
        now = self.world.now()
        shown = [m for m in chat.messages if self._seen_from(m) <= now]
        rows = [self._row(chat, m, prefer) for m in shown]
        rows = _filtered(rows, options.get("$filter"), options.get("$orderby", ""))
        rows.sort(key=lambda row: (row[field], row["id"]), reverse=True)
        start, end = int(skip), int(skip) + int(top)
        page: dict[str, Any] = {"@odata.count": len(rows[start:end]), "value": rows[start:end]}
        if end < len(rows):
            link = request.url.update_query({"$skiptoken": str(end)})
            page["@odata.nextLink"] = f"{self.world.https_url}{link.raw_path_qs}"
        return web.json_response(page)

    def _seen_from(self, message: Message) -> datetime:
        """When Graph lists the message: what a bot writes takes a while."""
        delay = self.world.switches["graph_message_delay"] if message.sender == BOT else 0
        return message.visible_at or message.at + timedelta(seconds=float(delay))

    def _attachments(self, message: Message) -> list[dict[str, Any]]:
        """The card as its serialised JSON, as Graph gives cards back, where it does for a bot's."""
        if message.card is None or not self.world.switches["bot_cards_in_graph"]:
            return []
        content = json.dumps(message.card, ensure_ascii=False)
        row = {"id": f"card-{message.id}", "contentType": CARD_TYPE, "content": content}
        return [row | {"contentUrl": None, "name": None}]

    def _row(self, chat: Chat, message: Message, prefer: bool) -> dict[str, Any]:
        event_type = "systemEventMessage" if prefer else "unknownFutureValue"
        changed = stamp(message.updated_at or message.visible_at or message.at)
        return {
            "id": message.id,
            "chatId": chat.id,
            "messageType": event_type if message.event else "message",
            "createdDateTime": stamp(message.at),
            "lastModifiedDateTime": changed,
            "deletedDateTime": changed if message.deleted else None,
            "from": self._sender(message),
            "body": {
                "contentType": "html",
                "content": "<systemEventMessage/>" if message.event else message.text,
            },
            "attachments": self._attachments(message),
            "eventDetail": message.event,
        }

    def _sender(self, message: Message) -> dict[str, Any] | None:
        if message.sender == SYSTEM:
            return None
        if message.sender == BOT:
            bot = {"id": self.world.app_id, "displayName": cast.BOT_NAME}
            bot |= {"@odata.type": BOT_IDENTITY, "applicationIdentityType": "bot"}
            return {"application": bot, "user": None}
        person = self.world.people[message.sender]
        user = {"id": person.oid, "displayName": person.name, "userIdentityType": "aadUser"}
        user["@odata.type"] = USER_IDENTITY
        return {"application": None, "user": user}

    async def members(self, request: web.Request) -> web.Response:
        """The chat's members; anonymous people have no user id."""
        chat = self._chat(request)
        self.options(request, [])
        rows = [self._member(self.world.people[key]) for key in chat.members]
        return web.json_response({"@odata.count": len(rows), "value": rows})

    def _member(self, person: Person) -> dict[str, Any]:
        anonymous = person.kind == "anonymous"
        kind = "anonymousGuest" if anonymous else "aadUser"
        row: dict[str, Any] = {
            "@odata.type": f"#microsoft.graph.{kind}ConversationMember",
            "id": person.mri,
            "roles": ["guest"] if anonymous or person.kind == "guest" else ["owner"],
            "displayName": person.name,
        }
        if anonymous:
            return row | {"anonymousGuestId": person.mri}
        return row | {
            "userId": person.oid,
            "email": person.mail or None,
            "tenantId": person.tenant,
        }

    # --- where the app is installed -----------------------------------------------------------

    async def install_in_chat(self, request: web.Request) -> web.Response:
        """Add the app to a chat; resource-specific consent must be named (section 12)."""
        self.require(*INSTALL_CHAT)
        chat = self._chat(request, consent=False)
        body = await json_object(request)
        self._bound(body)
        consent = (body.get("consentedPermissionSet") or {}).get("resourceSpecificPermissions")
        if not consent:
            text = "consentedPermissionSet is needed for this app."
            raise bad_request("BadRequest", text, "missing_consent")
        return await self._install(chat)

    async def catalog(self, request: web.Request) -> web.Response:
        """The catalogue's id of the app, by the manifest's id."""
        self.require("AppCatalog.Read.All", "AppCatalog.ReadWrite.All")
        match = MANIFEST_FILTER.fullmatch(self.options(request, ["$filter"]).get("$filter", ""))
        if match is None:
            raise bad_request("BadRequest", "$filter by externalId is needed.", "bad_filter")
        found = [self._app()] if match[1] in (cast.MANIFEST_ID, cast.APP_ID) else []
        return web.json_response({"value": found})

    def _app(self) -> dict[str, Any]:
        name = {"externalId": cast.APP_ID, "displayName": cast.BOT_NAME}
        return {"id": cast.CATALOG_APP_ID, **name, "distributionMethod": "organization"}

    async def installed(self, request: web.Request) -> web.Response:
        """The app among the user's installed apps, if it is there."""
        self.require(*INSTALL_USER)
        person = self.person(request.match_info["user"])
        options = self.options(request, ["$filter", "$expand"])
        if (wanted := options.get("$filter")) and not APP_FILTER.fullmatch(wanted):
            raise bad_request("BadRequest", "$filter not understood.", "bad_filter")
        rows = []
        if self.world.personal_chat(person.id).installed:
            row: dict[str, Any] = {"id": self._installation(person)}
            if "teamsApp" in options.get("$expand", ""):
                row["teamsApp"] = self._app()
            rows.append(row)
        return web.json_response({"value": rows})

    def _installation(self, person: Person) -> str:
        return f"{person.oid}-{cast.CATALOG_APP_ID}".replace("-", "")

    async def install_for(self, request: web.Request) -> web.Response:
        """Install for a person: Teams then tells the bot of the new personal chat."""
        self.require(*INSTALL_USER)
        person = self.person(request.match_info["user"])
        self._bound(await json_object(request))
        return await self._install(self.world.personal_chat(person.id))

    async def _install(self, chat: Chat) -> web.Response:
        if chat.installed:
            status = int(self.world.switches["already_installed_status"])
            raise ApiError(status, "Conflict", "The app is already installed.")
        await self.install(chat)
        return web.Response(status=201)

    def _bound(self, body: dict[str, Any]) -> None:
        match = BOUND.fullmatch(str(body.get("teamsApp@odata.bind", "")))
        if match is None or match[1] != cast.CATALOG_APP_ID:
            raise bad_request("BadRequest", "Unknown app in teamsApp@odata.bind.", "unknown_app")

    async def personal_chat(self, request: web.Request) -> web.Response:
        """The chat between the person and the bot, by Graph's id for it."""
        self.require(*INSTALL_USER)
        person = self.person(request.match_info["user"])
        chat = self.world.personal_chat(person.id)
        if not chat.installed or request.match_info["installation"] != self._installation(person):
            raise not_found("NotFound", "Installation not found.")
        return web.json_response({"id": chat.alias, "chatType": "oneOnOne"})


def _filtered(rows: list[dict[str, Any]], wanted: str | None, order: str) -> list[dict[str, Any]]:
    for part in (wanted or "").split(" and ") if wanted else []:
        match = FILTER.fullmatch(part.strip())
        if match is None or match[1] not in order or match.group(1, 2) == ("createdDateTime", "gt"):
            text = "$filter needs the same property in $orderby; createdDateTime only lt."
            raise bad_request("BadRequest", text, "bad_filter")
        field, after = match[1], match[2] == "gt"
        try:
            moment = datetime.fromisoformat(match[3]).astimezone(UTC)
        except ValueError as error:
            raise bad_request("BadRequest", "Bad date in $filter.", "bad_filter") from error
        limit = stamp(moment)
        rows = [row for row in rows if (row[field] > limit if after else row[field] < limit)]
    return rows
