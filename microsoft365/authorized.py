"""Calls with a token of one scope. A refused token is forgotten and the call made once more."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any, Final

from microsoft365.errors import Denied
from microsoft365.http import Answer, Http
from microsoft365.payload import error_code
from microsoft365.tokens import TokenSource

REPEAT_SAFE: Final = frozenset({"GET", "PUT", "PATCH", "DELETE"})


def _no(_: Answer) -> bool:
    return False


class AuthorizedClient:
    """Http with a token. ``token_is_fine`` recognises a 401 that a new token would not change."""

    def __init__(
        self,
        http: Http,
        tokens: TokenSource,
        scope: str,
        token_is_fine: Callable[[Answer], bool] = _no,
    ) -> None:
        self._http = http
        self._tokens = tokens
        self._scope = scope
        self._token_is_fine = token_is_fine

    async def call(
        self,
        method: str,
        url: str,
        *,
        route: str,
        json: Any = None,
        headers: Mapping[str, str] | None = None,
        budget: Sequence[str] = (),
        accept: Collection[int] = (),
        repeat_safe: bool = False,
    ) -> Answer:
        """Make the call; a 401 means that nothing was done, so every method may be repeated."""
        answer = Answer(401, None)
        for _ in range(2):
            token = await self._tokens.token(self._scope)
            answer = await self._http.request(
                method,
                url,
                route=route,
                repeat_safe=repeat_safe or method in REPEAT_SAFE,
                token=token,
                json=json,
                headers=headers,
                budget=budget,
                accept={401, *accept},
            )
            if answer.status != 401 or self._token_is_fine(answer):
                break
            self._tokens.forget(self._scope, token)
        if answer.status == 401 and 401 not in accept:
            raise Denied(method, route, 401, error_code(answer.json))
        return answer
