"""All of this room, put together from the settings."""

from __future__ import annotations

from microsoft365.authorized import AuthorizedClient
from microsoft365.calls import Calls
from microsoft365.config import (
    BOT_SCOPE,
    Microsoft365Settings,
    graph_base,
    graph_beta_base,
    graph_resource,
    graph_scope,
)
from microsoft365.connector import Connector
from microsoft365.credentials import credential_for
from microsoft365.egress import egress_for
from microsoft365.graph import Graph, access_policy_missing
from microsoft365.http import Budget, Http, Limits, Observer
from microsoft365.inbound import CallTokenValidator, TokenValidator
from microsoft365.installs import Installs
from microsoft365.mail import GraphMail
from microsoft365.meetings import Meetings
from microsoft365.notification_tokens import NotificationTokens
from microsoft365.own_posts import OwnPosts
from microsoft365.people import Directory
from microsoft365.service_urls import ServiceUrls
from microsoft365.subscriptions import Subscriptions
from microsoft365.tokens import TokenSource


class Microsoft365:
    """One municipality's Microsoft 365. Build it in the running loop; ``close`` at the end."""

    def __init__(
        self,
        settings: Microsoft365Settings,
        *,
        budget: Budget | None = None,
        limits: Limits | None = None,
        observe: Observer | None = None,
        catalog_app_id: str | None = None,
        reads_chats: bool = True,
    ) -> None:
        self.http = Http(
            ca_bundle=settings.ca_bundle,
            egress=egress_for(settings),
            budget=budget,
            limits=limits,
            observe=observe,
        )
        self.tokens = TokenSource(credential_for(settings))
        self.service_urls = ServiceUrls(settings.service_url_hosts)
        self.validator = TokenValidator(self.http, settings.bot_openid_metadata, settings.app_id)
        self.call_validator = CallTokenValidator(
            self.http, settings.calls_openid_metadata, settings.app_id, settings.tenant_id
        )
        self.connector = Connector(
            AuthorizedClient(self.http, self.tokens, BOT_SCOPE),
            self.service_urls,
            app_id=settings.app_id,
            tenant_id=settings.tenant_id,
        )
        client = AuthorizedClient(
            self.http, self.tokens, graph_scope(settings.graph_url), access_policy_missing
        )
        graph = self.graph = Graph(client, graph_base(settings.graph_url))
        beta = Graph(client, graph_beta_base(settings.graph_url))
        self.subscriptions = Subscriptions(graph, beta, settings.callback_url)
        self.notification_tokens = NotificationTokens(
            self.http,
            entra_authority=settings.entra_authority,
            tenant_id=settings.tenant_id,
            app_id=settings.app_id,
        )
        self.directory = Directory(graph)
        self.meetings = Meetings(self.connector, graph, settings.tenant_id, reads_chats=reads_chats)
        self.own_posts = OwnPosts(graph, settings.app_id)
        self.calls = Calls(graph, settings.tenant_id, settings.app_id)
        self.mail = GraphMail(graph)
        self.installs = Installs(
            graph,
            resource=graph_resource(settings.graph_url),
            teams_app_id=settings.teams_app_id,
            catalog_app_id=catalog_app_id,
        )

    async def close(self) -> None:
        """Close every connection."""
        await self.tokens.close()
        await self.http.close()
