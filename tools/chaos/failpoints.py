"""Where a replica can be made to die: every kind of write and send, before and after.

Nothing of this is in the product. The harness starts its replicas through ``tools.chaos.replica``, which
hangs these hooks into the classes that write and send; a deployment starts ``app.py``, which knows none.
"""

from __future__ import annotations

import functools
import os
import signal
from collections import Counter
from collections.abc import Awaitable, Callable
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

from procrastinate.manager import JobManager
from sqlalchemy import event
from sqlalchemy.orm import Session

from bots.endpoint import MessagesEndpoint
from microsoft365.http import Call, Http
from microsoft365.tokens import TokenSource
from store.claims import ClaimBook
from store.database import Database
from store.presence import Presence

NAMES = (
    "commit.before",
    "commit.after",
    "statement.before",
    "statement.after",
    "defer.before",
    "defer.after",
    "claim.before",
    "claim.after",
    "finish.before",
    "finish.after",
    "put_off.before",
    "put_off.after",
    "let_go.before",
    "let_go.after",
    "turn.before",
    "turn.after",
    "call.before POST */activities",
    "call.after POST */activities",
    "call.before PUT *",
    "call.after PUT *",
    "call.before POST *sendMail",
    "call.after POST *sendMail",
    "call.before PATCH *",
    "call.after PATCH *",
    "call.before POST */notification",
    "call.after POST */notification",
    "call.before GET *",
    "call.after GET *",
    "call.before POST *subscriptions",
    "call.after POST *subscriptions",
    "call.before POST */$batch",
    "call.after POST */$batch",
    "call.before POST */installedApps",
    "call.after POST */installedApps",
    "call.before DELETE *",
    "call.after DELETE *",
    "token.before",
    "token.after",
)
"""Every point a seeded plan chooses from; a star stands for any route."""
NOT_PLAYED = {
    "POST /communications/calls": "the voice is not part of the harness",
    "POST /communications/calls/{call}/playPrompt": "the voice is not part of the harness",
    "POST /communications/calls/{call}/keepAlive": "the voice is not part of the harness",
    "POST /v3/conversations": "a person's chat is opened by installing the app",
    "POST /v3/conversations/{conversation}/activities/{activity}": "a reply: turns are answered otherwise",
    "POST /subscriptions/{subscription}/reauthorize": "the sandbox never asks for it by itself",
}
"""Ways out that no plan chooses, and why."""


class Failpoints:
    """Counts what is passed, and ends the process at the one that was chosen."""

    def __init__(self, died: Path | None = None) -> None:
        self.passed: Counter[str] = Counter()
        self._died = died
        self._chosen, self._left = "", 0

    def arm(self, plan: str) -> None:
        """``3 commit.after``: die the third time that it is passed from now on. Empty: never."""
        count, _, chosen = plan.strip().partition(" ")
        self._chosen, self._left = chosen, int(count or 0)

    def hit(self, name: str) -> None:
        """This point is passed."""
        self.passed[name] += 1
        if not self._chosen or not fnmatchcase(name, self._chosen):
            return
        self._left -= 1
        if self._left <= 0:
            if self._died is not None:
                self._died.write_text(name, encoding="utf-8")
            os.kill(os.getpid(), signal.SIGKILL)

    def hang_in(self) -> None:
        """Put the hooks into the product's classes, in this process alone."""
        event.listen(Session, "before_commit", lambda _: self.hit("commit.before"))
        event.listen(Session, "after_commit", lambda _: self.hit("commit.after"))
        self._around(JobManager, "batch_defer_jobs_async", "defer")
        self._around(Database, "statement", "statement")
        self._around(ClaimBook, "claim", "claim")
        self._around(ClaimBook, "finish", "finish")
        self._around(ClaimBook, "put_off", "put_off")
        self._around(Presence, "give", "let_go")
        self._around(MessagesEndpoint, "handle", "turn")
        self._around(Http, "_exchange", "call", _route)
        self._around(TokenSource, "_fetch", "token")

    def _around(
        self,
        owner: type,
        method: str,
        name: str,
        detail: Callable[..., str] = lambda *_: "",
    ) -> None:
        inner: Callable[..., Awaitable[Any]] = getattr(owner, method)

        @functools.wraps(inner)
        async def around(this: Any, *args: Any, **more: Any) -> Any:
            what = detail(*args)
            self.hit(f"{name}.before{what}")
            result = await inner(this, *args, **more)
            self.hit(f"{name}.after{what}")
            return result

        setattr(owner, method, around)


def _route(call: Call) -> str:
    return f" {call.method} {call.route}"
