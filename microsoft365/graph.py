"""Microsoft Graph: the calls all Graph files share."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Collection, Mapping, Sequence
from typing import Any, Final

from microsoft365.addresses import address
from microsoft365.authorized import AuthorizedClient
from microsoft365.errors import Denied
from microsoft365.http import Answer
from microsoft365.payload import error_code, member, text

_POLICY_MESSAGE: Final = re.compile(
    r"application access policy|not (?:authori[sz]ed|allowed).{0,200}on behalf of",
    re.IGNORECASE | re.DOTALL,
)


class Graph:
    """Calls to one Graph; ``base`` ends with the version."""

    def __init__(self, client: AuthorizedClient, base: str) -> None:
        self._client = client
        self._base = base

    async def call(
        self,
        method: str,
        route: str,
        ids: Mapping[str, str] | None = None,
        *,
        query: Mapping[str, str] | None = None,
        json: Any = None,
        headers: Mapping[str, str] | None = None,
        accept: Collection[int] = (),
        budget: Sequence[str] = (),
        repeat_safe: bool = False,
    ) -> Answer:
        """Make one call; ``ids`` fill the route's template. ``repeat_safe``: also a POST that only
        reads."""
        url = address(self._base, route, ids or {}, query)
        return await self._client.call(
            method,
            url,
            route=route,
            json=json,
            headers=headers,
            budget=budget,
            accept=accept,
            repeat_safe=repeat_safe,
        )

    async def pages(
        self,
        route: str,
        ids: Mapping[str, str],
        *,
        query: Mapping[str, str],
        headers: Mapping[str, str] | None = None,
    ) -> AsyncIterator[Any]:
        """The pages of a list, one by one; the token goes to no other host than Graph's own."""
        url = address(self._base, route, ids, query)
        while url:
            answer = await self._client.call("GET", url, route=route, headers=headers)
            yield answer.json
            url = text(answer.json, "@odata.nextLink")
            if url and not url.startswith(f"{self._base}/"):
                raise Denied("GET", route, 0, "foreign_next_link")


def access_policy_missing(answer: Answer) -> bool:
    """Whether a refusal says that the application access policy is missing (4.3).

    The documented body has the code ``Unauthorized`` and a message about acting on behalf of a
    user; the status is not confirmed, so 401 and 404 count as well when the message says so.
    """
    if answer.status not in (401, 403, 404):
        return False
    message = text(member(answer.json, "error"), "message")
    if _POLICY_MESSAGE.search(message):
        return True
    return answer.status == 403 and error_code(answer.json) == "Unauthorized"
