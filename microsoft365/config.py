"""What this room needs to know of the settings, and Microsoft's own addresses."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final, Protocol
from urllib.parse import urlsplit

BOT_SCOPE: Final = "https://api.botframework.com/.default"
BOT_ISSUER: Final = "https://api.botframework.com"
DEFAULT_SERVICE_URL_HOSTS: Final = ("smba.trafficmanager.net",)
PUBLIC_GRAPH: Final = "https://graph.microsoft.com"

GRAPH_HOSTS: Final = frozenset(
    {
        "graph.microsoft.com",
        "graph.microsoft.us",
        "dod-graph.microsoft.us",
        "microsoftgraph.chinacloudapi.cn",
    }
)


class Microsoft365Settings(Protocol):
    """The settings of ``settings.Settings`` that this room reads. All addresses are https."""

    @property
    def app_id(self) -> str:
        """The bot's app id in Entra."""
        ...

    @property
    def app_password(self) -> str:
        """The app's secret; empty for a managed identity."""
        ...

    @property
    def app_type(self) -> str:
        """``SingleTenant`` or ``UserAssignedMSI``."""
        ...

    @property
    def tenant_id(self) -> str:
        """The municipality's tenant."""
        ...

    @property
    def teams_app_id(self) -> str:
        """The id in the manifest of the Teams package."""
        ...

    @property
    def entra_authority(self) -> str:
        """Where tokens are got, with or without the tenant."""
        ...

    @property
    def graph_url(self) -> str:
        """Graph's address, with or without the version."""
        ...

    @property
    def callback_url(self) -> str:
        """The address under which Graph reaches us."""
        ...

    @property
    def bot_openid_metadata(self) -> str:
        """Where the keys of the Bot Framework are named."""
        ...

    @property
    def calls_openid_metadata(self) -> str:
        """Where the keys of reports of calls are named."""
        ...

    @property
    def service_url_hosts(self) -> Sequence[str]:
        """``host`` or ``host:port`` of every allowed serviceUrl."""
        ...

    @property
    def ca_bundle(self) -> Path | None:
        """Root certificates in place of the system's, or None."""
        ...


def graph_base(graph_url: str) -> str:
    """The address Graph calls start with; the version is added when the setting leaves it out."""
    url = graph_url.rstrip("/")
    return url if url.endswith(("/v1.0", "/beta")) else f"{url}/v1.0"


def graph_beta_base(graph_url: str) -> str:
    """The same Graph's beta version, for what exists nowhere else (teams-platform 5.1)."""
    return graph_base(graph_url).removesuffix("/v1.0").removesuffix("/beta") + "/beta"


def graph_resource(graph_url: str) -> str:
    """The origin that Graph tokens and references name.

    A stand-in is asked with the public cloud's name: it takes the place of that Graph, and the
    tokens and ``@odata.bind`` references are to look exactly as there.
    """
    host = (urlsplit(graph_url).hostname or "").lower()
    return f"https://{host}" if host in GRAPH_HOSTS else PUBLIC_GRAPH


def graph_scope(graph_url: str) -> str:
    """The scope to ask Graph tokens for."""
    return f"{graph_resource(graph_url)}/.default"


def authority(entra_authority: str, tenant_id: str) -> str:
    """The authority of the municipality's own tenant (teams-platform 14.2)."""
    url = entra_authority.rstrip("/")
    return url if url.lower().endswith(f"/{tenant_id.lower()}") else f"{url}/{tenant_id}"
