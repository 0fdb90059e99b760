"""The Bot Connector: conversations and activities (teams-platform 8, 9, 12)."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Callable
from functools import partial
from typing import Any

from aiohttp import web

from sandbox.answers import WHEN_UNHEARD, ApiError, bad_request, json_object, not_found
from sandbox.card_checks import CARD_TYPE, check_card, size_of
from sandbox.chats import BOT, Chat, Message
from sandbox.limits import ROSTER, SEND, Limits
from sandbox.people import Person
from sandbox.world import World

BASE = "/connector/v3/conversations"
ONE = BASE + "/{conversation}"
ACTIVITY = ONE + "/activities/{activity}"


class Connector:
    """Chats as the bot reaches them under ``serviceUrl``."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.limits = Limits(world)

    def routes(self) -> list[web.RouteDef]:
        """The routes under the https address."""
        return [
            web.post(BASE, self.create),
            web.post(ONE + "/activities", self.send),
            web.post(ACTIVITY, self.send),
            web.put(ACTIVITY, self.update),
            web.delete(ACTIVITY, self.delete),
            web.get(ONE + "/members", self.members),
            web.get(ONE + "/members/{member}", self.member),
            web.get(ONE + "/pagedmembers", self.paged_members),
        ]

    # --- conversations ------------------------------------------------------------------------

    async def create(self, request: web.Request) -> web.Response:
        """Open the 1:1 chat with a person (section 12)."""
        body = await json_object(request)
        members = body.get("members") or []
        tenant = body.get("tenantId") or body.get("channelData", {}).get("tenant", {}).get("id")
        if tenant != self.world.tenant_id:
            raise bad_request("BadArgument", "tenantId is missing or unknown.", "wrong_tenant")
        if body.get("isGroup") or len(members) != 1:
            raise bad_request("BadArgument", "Exactly one member is needed.", "bad_members")
        person = self._invitee(str(members[0].get("id", "")))
        chat = self.world.personal_chat(person.id)
        self._writable(chat)
        self.limits.count("create", SEND)
        return web.json_response({"id": chat.id}, status=201)

    def _invitee(self, member_id: str) -> Person:
        person = self.world.by_mri(member_id)
        if person is None and self.world.switches["create_by_directory_id"]:
            person = self.world.by_oid(member_id)
        if person is None:
            text = "Failed to decrypt pairwise id" if member_id.startswith("29:") else "Bad MRI"
            raise bad_request("BadSyntax", text, "directory_id_for_mri")
        if person.kind == "anonymous":
            text = "Bot cannot create a conversation with an anonymous user"
            raise bad_request("BadArgument", text, "anonymous_conversation")
        return person

    def find(self, request: web.Request) -> Chat:
        """The chat in the path; 404 when there is none."""
        chat = self.world.chat(request.match_info["conversation"])
        if chat is None:
            raise not_found("ConversationNotFound", "Conversation not found.")
        return chat

    def _writable(self, chat: Chat) -> None:
        if not chat.installed:
            text = "The bot is not part of the conversation roster (MessageWritesBlocked)."
            raise ApiError(403, "BotNotInConversationRoster", text)

    # --- activities ---------------------------------------------------------------------------

    async def send(self, request: web.Request) -> web.Response:
        """Post a message, or a reply, into a chat."""
        chat = self.find(request)
        body = await json_object(request)
        self._writable(chat)
        self.limits.count(chat.id, SEND)
        text, card = self._content(body)
        notification = (body.get("channelData") or {}).get("notification") or {}
        alert = notification.get("alertInMeeting") is True
        url = str(notification.get("externalResourceUrl") or "")
        message = self.world.post(chat, BOT, text, card=card, alert=alert, alert_url=url)
        note: Callable[[], object] = partial(setattr, message, "heard", False)
        request[WHEN_UNHEARD] = note
        return web.json_response({"id": message.id}, status=201)

    async def update(self, request: web.Request) -> web.Response:
        """Replace a message for everybody; what single people saw instead is gone."""
        chat, message = self._own_message(request)
        body = await json_object(request)
        self._writable(chat)
        message.text, message.card = self._content(body)
        message.updated_at = self.world.now()
        message.views.clear()
        self.world.changed()
        return web.json_response({"id": message.id})

    async def delete(self, request: web.Request) -> web.Response:
        """Take a message of the bot away."""
        chat, message = self._own_message(request)
        self._writable(chat)
        message.deleted = True
        self.world.changed()
        return web.Response(status=200)

    def _own_message(self, request: web.Request) -> tuple[Chat, Message]:
        chat = self.find(request)
        message = chat.message(request.match_info["activity"])
        if message is None:
            raise not_found("ActivityNotFoundInConversation", "Activity not found.")
        if message.sender != BOT:
            raise ApiError(
                403, "Forbidden", "Not a message of this bot.", problem="foreign_message"
            )
        return chat, message

    def _content(self, body: dict[str, Any]) -> tuple[str, dict[str, Any] | None]:
        if size_of(body) > self.world.switches["message_limit_bytes"]:
            raise ApiError(413, "MessageSizeTooBig", "Message size too large.", problem="too_big")
        if body.get("type") != "message":
            raise bad_request("BadSyntax", "Only messages are taken here.", "bad_activity_type")
        attachments = body.get("attachments") or []
        text = body.get("text") or ""
        if len(attachments) > 1 or not (attachments or text):
            raise bad_request("BadSyntax", "Needs a text or one attachment.", "bad_attachments")
        self._check_mentions(body, text)
        if not attachments:
            return text, None
        if attachments[0].get("contentType") != CARD_TYPE:
            raise bad_request("BadSyntax", "Unknown attachment type.", "bad_attachments")
        card = attachments[0].get("content")
        check_card(card, self.world.switches["card_limit_bytes"])
        return text, card

    def _check_mentions(self, body: dict[str, Any], text: str) -> None:
        for entity in body.get("entities") or []:
            if entity.get("type") == "mention" and entity.get("text", "") not in text:
                raise bad_request("BadSyntax", "Mention not found in text.", "bad_mention")

    # --- rosters ------------------------------------------------------------------------------

    def roster(self, chat: Chat, id_field: str = "aadObjectId") -> list[dict[str, Any]]:
        """The chat roster. Being on it is not being in the call."""
        self._writable(chat)
        return [self.world.people[key].roster_account(id_field) for key in chat.members]

    async def members(self, request: web.Request) -> web.Response:
        """The whole roster; this old route names the directory id ``objectId``."""
        return web.json_response(self.roster(self.find(request), "objectId"))

    async def member(self, request: web.Request) -> web.Response:
        """One person of the roster, by MRI or directory id."""
        chat, key = self.find(request), request.match_info["member"]
        for row in self.roster(chat):
            if key in (row["id"], row.get("aadObjectId")):
                return web.json_response(row)
        raise not_found("MemberNotFoundInConversation", "Member not found in conversation.")

    async def paged_members(self, request: web.Request) -> web.Response:
        """One page of the roster."""
        chat = self.find(request)
        self.limits.count(f"roster {chat.id}", ROSTER)
        rows = self.roster(chat)
        asked = request.query.get("pageSize", "200")
        size = int(asked) if asked.isdigit() and int(asked) else 200
        size = min(max(size, 50), 500, int(self.world.switches["largest_page"]))
        start = _position(request.query.get("continuationToken"))
        page: dict[str, Any] = {"members": rows[start : start + size]}
        if start + size < len(rows):
            token = base64.urlsafe_b64encode(f"page {start + size}".encode()).decode()
            page["continuationToken"] = token
        return web.json_response(page)


def _position(token: str | None) -> int:
    if not token:
        return 0
    try:
        return int(base64.urlsafe_b64decode(token).decode().removeprefix("page "))
    except (ValueError, binascii.Error) as error:
        raise bad_request("BadArgument", "Bad continuationToken.", "bad_page") from error
