"""Graph: users, managers, mail, and what the Graph routes share."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from aiohttp import web

from sandbox.answers import WHEN_UNHEARD, ApiError, bad_request, json_object, not_found
from sandbox.chats import stamp
from sandbox.people import Person
from sandbox.world import World

V1 = "/graph/v1.0"
USER = V1 + "/users/{user}"
MAIL_FIELDS = frozenset(
    {"subject", "body", "toRecipients", "ccRecipients", "bccRecipients", "replyTo"}
    | {"importance", "internetMessageHeaders", "attachments", "from", "sender"}
)


class GraphBase:
    """Permissions, query options and people, for every group of Graph routes."""

    def __init__(self, world: World) -> None:
        self.world = world

    def require(self, *permissions: str) -> None:
        """403 unless an administrator consented to one of the permissions."""
        granted = self.world.permissions & set(permissions)
        missing = self.world.faults.take("missing_permission", permission=permissions[0])
        if missing is not None or not granted:
            text = "Insufficient privileges to complete the operation."
            raise ApiError(403, "Authorization_RequestDenied", text)

    def options(self, request: web.Request, allowed: Iterable[str]) -> dict[str, str]:
        """The query; an option the route does not know is an error."""
        unknown = set(request.query) - set(allowed)
        if unknown:
            text = f"Query option not supported: {', '.join(sorted(unknown))}"
            raise bad_request("BadRequest", text, "unknown_query_option")
        return dict(request.query)

    def person(self, key: str) -> Person:
        """The directory's person; 404 when the directory does not know the id."""
        if key.startswith("29:"):
            raise bad_request("Request_BadRequest", "Invalid object identifier.", "mri_in_graph")
        person = self.world.by_oid(key)
        if person is None or not person.in_directory:
            text = f"Resource '{key}' does not exist or one of its queried references."
            raise not_found("Request_ResourceNotFound", text)
        return person

    def selected(self, resource: dict[str, Any], options: dict[str, str]) -> dict[str, Any]:
        """Only the properties of ``$select``; unknown ones are an error."""
        if not (names := options.get("$select")):
            return resource
        wanted = [name.strip() for name in names.split(",")]
        if unknown := [name for name in wanted if name not in resource]:
            text = f"Could not find a property named {unknown[0]!r}."
            raise bad_request("BadRequest", text, "unknown_property")
        return {name: resource[name] for name in wanted}


class Graph(GraphBase):
    """Users, managers, and mail."""

    def routes(self) -> list[web.RouteDef]:
        """The routes under the https address."""
        return [
            web.get(USER, self.user),
            web.get(USER + "/manager", self.manager),
            web.post(USER + "/sendMail", self.send_mail),
        ]

    async def user(self, request: web.Request) -> web.Response:
        """A user by object id or user principal name."""
        self.require("User.Read.All")
        options = self.options(request, ["$select"])
        person = self.person(request.match_info["user"])
        return web.json_response(self.selected(person.graph_user(), options))

    async def manager(self, request: web.Request) -> web.Response:
        """The user's manager; an error when there is none."""
        self.require("User.Read.All")
        options = self.options(request, ["$select"])
        person = self.person(request.match_info["user"])
        absent = self.world.faults.take("no_manager") is not None
        if person.manager is None or absent:
            status = int(self.world.switches["no_manager_status"])
            text = "Resource 'manager' does not exist or one of its queried references."
            raise ApiError(status, "Request_ResourceNotFound", text)
        manager = self.world.people[person.manager]
        found = {"@odata.type": "#microsoft.graph.user", **manager.graph_user()}
        return web.json_response(self.selected(found, options))

    async def send_mail(self, request: web.Request) -> web.Response:
        """Send as the user: 202, and the letter lies in the mailbox."""
        self.require("Mail.Send")
        sender = self.person(request.match_info["user"])
        body = await json_object(request)
        if not sender.mail:
            raise not_found("MailboxNotEnabledForRESTAPI", "The user has no mailbox.")
        message = body.get("message")
        if not isinstance(message, dict) or set(body) - {"message", "saveToSentItems"}:
            raise bad_request("ErrorInvalidRequest", "message is needed.", "bad_mail")
        if unknown := set(message) - MAIL_FIELDS:
            text = f"Unknown property {sorted(unknown)[0]}."
            raise bad_request("ErrorInvalidRequest", text, "unknown_property")
        headers, letters = _headers(message), []
        for address in _recipients(message):
            letter: dict[str, Any] = {
                "to": address,
                "from": sender.mail,
                "subject": message.get("subject", ""),
                "html": _html(message),
                "at": stamp(self.world.now()),
                "headers": headers,
            }
            letters.append(letter)
        self.world.mailbox += letters
        request[WHEN_UNHEARD] = lambda: [letter.update(heard=False) for letter in letters]
        self.world.changed()
        return web.Response(status=202)


def _recipients(message: dict[str, Any]) -> list[str]:
    rows = message.get("toRecipients") or []
    found = [str((row.get("emailAddress") or {}).get("address") or "") for row in rows]
    if not found or not all(re.fullmatch(r"[^@\s]+@[^@\s]+", address) for address in found):
        raise bad_request("ErrorInvalidRecipients", "A recipient is not valid.", "bad_recipient")
    return found


def _html(message: dict[str, Any]) -> str:
    body = message.get("body") or {}
    if str(body.get("contentType", "")).lower() not in ("html", "text"):
        raise bad_request("ErrorInvalidRequest", "body.contentType is needed.", "bad_mail")
    return str(body.get("content", ""))


def _headers(message: dict[str, Any]) -> dict[str, str]:
    rows = message.get("internetMessageHeaders") or []
    headers = {str(row.get("name", "")): str(row.get("value", "")) for row in rows}
    if len(headers) > 5 or any(not name.lower().startswith("x-") for name in headers):
        text = "Own headers start with x-, at most five."
        raise bad_request("InvalidInternetMessageHeader", text, "bad_mail_header")
    return headers
