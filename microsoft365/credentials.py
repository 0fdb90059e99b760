"""The blocking side of getting tokens: msal over ``requests``. Only ever called in a thread."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Any, Final, Protocol
from urllib.parse import urlsplit

import msal
import requests
from msal.authority import WELL_KNOWN_AUTHORITY_HOSTS

from microsoft365.config import Microsoft365Settings, authority
from microsoft365.egress import Egress, egress_for
from microsoft365.judged_requests import JudgedAdapter
from microsoft365.proxy import proxy_for

TIMEOUTS: Final = (5.0, 10.0)
"""Seconds to connect, and between two bytes of an answer."""


class Credential(Protocol):
    """Something that gets tokens, blocking."""

    def acquire(self, scope: str) -> dict[str, Any]:
        """Msal's answer: ``access_token`` and ``expires_in``, or ``error``."""
        ...

    def close(self) -> None:
        """Close the connections."""
        ...


class _Session(requests.Session):
    """Sees no environment (``REQUESTS_CA_BUNDLE``, netrc), never waits for ever, follows nobody."""

    def __init__(self, ca_bundle: Path | None, proxy: str | None, egress: Egress | None) -> None:
        super().__init__()
        self.trust_env = False
        if ca_bundle is not None:
            self.verify = str(ca_bundle)
        if proxy is not None:
            self.proxies = {"https": proxy}
        elif egress is not None:
            self.mount("https://", JudgedAdapter(egress))

    def request(self, *args: Any, **kwargs: Any) -> requests.Response:
        if kwargs.get("timeout") is None:
            kwargs["timeout"] = TIMEOUTS
        kwargs["allow_redirects"] = False
        return super().request(*args, **kwargs)


class ClientSecret:
    """A single-tenant app with a secret (teams-platform 14.2)."""

    def __init__(self, settings: Microsoft365Settings) -> None:
        self._settings = settings
        self._authority = authority(settings.entra_authority, settings.tenant_id)
        self._session = _Session(
            settings.ca_bundle, proxy_for(self._authority), egress_for(settings)
        )
        self._app: Any = None
        self._answers: dict[str, Any] = {}  # what msal was told to wait for outlives its client
        self._lock = threading.Lock()

    def acquire(self, scope: str) -> dict[str, Any]:
        """A new token; what msal keeps is dropped first, because ``TokenSource`` keeps them.

        A client that failed is made anew: msal remembers each error for its next request, and one that is
        no text would make every later request fail."""
        with self._lock:
            app = self._app or self._build()
            self._app = None
            app.remove_tokens_for_client()
            answer: dict[str, Any] = app.acquire_token_for_client(scopes=[scope])
            if isinstance(answer.get("error", ""), str):
                self._app = app
            return answer

    def close(self) -> None:
        """Close the connections."""
        self._session.close()

    def _build(self) -> Any:
        ours = {}
        if urlsplit(self._authority).hostname not in WELL_KNOWN_AUTHORITY_HOSTS:
            ours["instance_discovery"] = False
        return msal.ConfidentialClientApplication(
            self._settings.app_id,
            client_credential=self._settings.app_password,
            authority=self._authority,
            http_client=self._session,
            http_cache=self._answers,
            **ours,
        )


class ManagedIdentity:
    """A user-assigned managed identity; the service is on the host itself, no proxy leads there."""

    def __init__(self, settings: Microsoft365Settings) -> None:
        self._identity = msal.UserAssignedManagedIdentity(client_id=settings.app_id)
        self._session = _Session(None, None, None)
        self._lock = threading.Lock()

    def acquire(self, scope: str) -> dict[str, Any]:
        """A new token from the host's identity endpoint."""
        with self._lock:
            client = msal.ManagedIdentityClient(self._identity, http_client=self._session)
            resource = scope.removesuffix("/.default")
            answer: dict[str, Any] = client.acquire_token_for_client(resource=resource)
            return answer

    def close(self) -> None:
        """Close the connections."""
        self._session.close()


def credential_for(settings: Microsoft365Settings) -> Credential:
    """The credential that ``app_type`` names."""
    if settings.app_type == "UserAssignedMSI":
        return ManagedIdentity(settings)
    return ClientSecret(settings)
