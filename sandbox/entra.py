"""Entra and the Bot Framework's key service: metadata, keys and the token endpoint."""

from __future__ import annotations

import base64
import binascii
import hmac
import uuid
from typing import Any

from aiohttp import web

from sandbox.answers import ApiError
from sandbox.keys import KeySet
from sandbox.world import World

CONNECTOR_AUDIENCE = "https://api.botframework.com"
GRAPH_AUDIENCE = "https://graph.microsoft.com"
CHANNEL_ISSUER = "https://api.botframework.com"


class Entra:
    """Issues the bot's tokens (``tenant``), and signs what Teams sends (``channel``, ``calls``)."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.tenant = KeySet()
        self.channel = KeySet(endorsements=["msteams", "webchat", "directline"])
        self.calls = KeySet()
        self.revoked: set[str] = set()

    def rotate_keys(self, *, drop_old: bool = False) -> None:
        """New signing keys for everything; earlier ones stay published unless dropped."""
        for keys in (self.tenant, self.channel, self.calls):
            keys.rotate(drop_old=drop_old)

    @property
    def issuer(self) -> str:
        """The issuer of the tokens the bot gets."""
        return f"{self.world.https_url}/{self.world.tenant_id}/v2.0"

    def activity_token(self, service_url: str | None = None, **claims: Any) -> str:
        """The token an activity is delivered with (teams-platform 14.1); ``claims`` overwrite."""
        base = {
            "iss": CHANNEL_ISSUER,
            "aud": self.world.app_id,
            "serviceurl": service_url or self.world.service_url,
        }
        return self.channel.sign({**base, **claims})

    def app_token(self, audience: str = GRAPH_AUDIENCE, **claims: Any) -> str:
        """An app-only access token of this tenant for ``audience``."""
        base = {
            "iss": self.issuer,
            "aud": audience,
            "tid": self.world.tenant_id,
            "appid": self.world.app_id,
            "azp": self.world.app_id,
            "roles": sorted(self.world.permissions),
            "uti": uuid.uuid4().hex,
            "ver": "2.0",
        }
        return self.tenant.sign({**base, **claims})

    def routes(self) -> list[web.RouteDef]:
        """The routes under the https address."""
        return [
            web.get("/{tenant}/v2.0/.well-known/openid-configuration", self._tenant_metadata),
            web.get("/{tenant}/discovery/v2.0/keys", self._tenant_keys),
            web.post("/{tenant}/oauth2/v2.0/token", self._token),
            web.get("/botframework/v1/.well-known/openidconfiguration", self._channel_metadata),
            web.get("/botframework/v1/.well-known/keys", self._channel_keys),
            web.get("/calls/v1/.well-known/OpenIdConfiguration", self._calls_metadata),
            web.get("/calls/v1/.well-known/keys", self._calls_keys),
        ]

    async def _tenant_metadata(self, request: web.Request) -> web.Response:
        base = self._tenant_base(request)
        return web.json_response(
            {
                "issuer": f"{base}/v2.0",
                "authorization_endpoint": f"{base}/oauth2/v2.0/authorize",
                "token_endpoint": f"{base}/oauth2/v2.0/token",
                "jwks_uri": f"{base}/discovery/v2.0/keys",
                "token_endpoint_auth_methods_supported": ["client_secret_post"],
                "response_types_supported": ["code", "id_token"],
                "subject_types_supported": ["pairwise"],
                "id_token_signing_alg_values_supported": ["RS256"],
            }
        )

    def _tenant_base(self, request: web.Request) -> str:
        tenant = request.match_info["tenant"]
        if tenant != self.world.tenant_id:
            text = f"AADSTS90002: Tenant '{tenant}' not found."
            raise ApiError(400, "invalid_tenant", text, problem="unknown_tenant")
        return f"{self.world.https_url}/{tenant}"

    async def _tenant_keys(self, request: web.Request) -> web.Response:
        self._tenant_base(request)
        return web.json_response(self.tenant.jwks())

    async def _channel_metadata(self, _: web.Request) -> web.Response:
        return self._metadata(CHANNEL_ISSUER, "botframework")

    async def _channel_keys(self, _: web.Request) -> web.Response:
        return web.json_response(self.channel.jwks())

    async def _calls_metadata(self, _: web.Request) -> web.Response:
        return self._metadata(CHANNEL_ISSUER, "calls")

    async def _calls_keys(self, _: web.Request) -> web.Response:
        return web.json_response(self.calls.jwks())

    def _metadata(self, issuer: str, path: str) -> web.Response:
        document = {
            "issuer": issuer,
            "authorization_endpoint": "https://invalid.botframework.com",
            "jwks_uri": f"{self.world.https_url}/{path}/v1/.well-known/keys",
            "id_token_signing_alg_values_supported": ["RS256"],
            "token_endpoint_auth_methods_supported": ["private_key_jwt"],
        }
        return web.json_response(document)

    async def _token(self, request: web.Request) -> web.Response:
        self._tenant_base(request)
        form = await request.post()
        client, secret = _credentials(request, form.get("client_id"), form.get("client_secret"))
        if form.get("grant_type") != "client_credentials":
            return self._refuse(400, "unsupported_grant_type", "AADSTS70003")
        if client != self.world.app_id:
            return self._refuse(400, "unauthorized_client", "AADSTS700016")
        if not hmac.compare_digest(secret.encode(), self.world.app_secret.encode()):
            return self._refuse(401, "invalid_client", "AADSTS7000215")
        scope = str(form.get("scope", ""))
        audience = scope.removesuffix("/.default")
        if audience == scope or audience not in (CONNECTOR_AUDIENCE, GRAPH_AUDIENCE):
            return self._refuse(400, "invalid_scope", "AADSTS70011")
        return web.json_response(
            {
                "token_type": "Bearer",
                "expires_in": 3599,
                "ext_expires_in": 3599,
                "access_token": self.app_token(audience),
            }
        )

    def _refuse(self, status: int, error: str, code: str) -> web.Response:
        self.world.problem(error, "token", code)
        return web.json_response({"error": error, "error_description": code}, status=status)


def _credentials(request: web.Request, client: object, secret: object) -> tuple[str, str]:
    header = request.headers.get("Authorization", "")
    if not client and header.startswith("Basic "):
        try:
            text = base64.b64decode(header[6:]).decode()
        except (binascii.Error, UnicodeDecodeError):
            return "", ""
        client, _, secret = text.partition(":")
    return str(client or ""), str(secret or "")
