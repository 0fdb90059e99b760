"""Everything a running product says to the outside, written down, so that a test can look through it."""

from __future__ import annotations

import base64
import html
import io
import json
import logging
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote, quote_plus

import aiohttp
import psycopg
import pytest
import structlog
from psycopg import sql
from sqlalchemy import event

from store.database import plain_url
from tests.scenario.stage import Stage
from web import logs

URL_SAFE = str.maketrans("+/", "-_")


@dataclass(frozen=True)
class Sent:
    """One call that left this process: from the product, or (``to_bot``) from Teams to it."""

    method: str
    url: str
    headers: str
    body: str
    to_bot: bool


@dataclass
class Ear:
    """What was logged, called, raised, answered, and handed to the database."""

    stream: io.StringIO = field(default_factory=io.StringIO)
    records: list[str] = field(default_factory=list)
    calls: list[Sent] = field(default_factory=list)
    faults: list[BaseException] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    answers: dict[str, list[str]] = field(
        default_factory=dict
    )  # person's id -> what they were answered
    statements: list[str] = field(default_factory=list)

    @property
    def lines(self) -> list[str]:
        """What the product logged, line by line."""
        return self.stream.getvalue().splitlines()

    def out(self, url_part: str) -> list[Sent]:
        """The product's own calls to such an address."""
        return [call for call in self.calls if not call.to_bot and url_part in call.url]


class Raw(logging.Handler):
    """Keeps the records of all libraries with their texts, as a careless handler would."""

    def __init__(self, kept: list[str]) -> None:
        super().__init__(logging.DEBUG)
        self._kept = kept

    def emit(self, record: logging.LogRecord) -> None:
        facts = {k: repr(v) for k, v in vars(record).items() if k not in ("msg", "args")}
        self._kept.append(f"{record.name} {record.getMessage()} {facts}")


@contextmanager
def listening(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> Iterator[Ear]:
    """Logs at DEBUG, every library's too; every call; every fault of a job and of an answer."""
    ear = Ear()
    before, root = structlog.get_config(), logging.getLogger()
    handlers, level = root.handlers[:], root.level
    logs.configure("DEBUG", ear.stream)
    root.addHandler(Raw(ear.records))
    root.setLevel(logging.DEBUG)
    _hear_calls(ear, stage, monkeypatch)
    _hear_jobs(ear, stage)
    _hear_statements(ear, stage)
    yield ear
    structlog.configure(**before)
    root.handlers, root.level = handlers, level


def _hear_calls(ear: Ear, stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    request = aiohttp.ClientSession._request

    async def heard(session: Any, method: str, url: Any, **more: Any) -> Any:
        body = more.get("data") or json.dumps(more.get("json"), ensure_ascii=False)
        text = body.decode() if isinstance(body, bytes) else str(body)
        to_bot = str(url).startswith(stage.base)
        ear.calls.append(Sent(method, str(url), str(more.get("headers")), text, to_bot))
        answer = await request(session, method, url, **more)
        if to_bot and method == "POST":
            ear.answers.setdefault(_sender(text), []).append(await answer.text())
        if to_bot and answer.status >= 400:
            ear.errors.append(f"{answer.headers} {await answer.text()}")
        return answer

    monkeypatch.setattr(aiohttp.ClientSession, "_request", heard)


def _sender(body: str) -> str:
    """The directory id of whoever did what an activity tells of; empty when it is none."""
    try:
        return str(json.loads(body)["from"]["aadObjectId"])
    except (ValueError, KeyError, TypeError):
        return ""


def _hear_statements(ear: Ear, stage: Stage) -> None:
    """What is handed to PostgreSQL, also what is gone from its tables by the time they are looked through."""

    def heard(_connection: Any, _cursor: Any, statement: str, given: Any, *_more: Any) -> None:
        ear.statements.append(f"{statement} {_plain(given)}")

    event.listen(stage.database.engine.sync_engine, "before_cursor_execute", heard)


def _hear_jobs(ear: Ear, stage: Stage) -> None:
    def heard(handler: Any) -> Any:
        async def call(claim: Any) -> Any:
            try:
                return await handler(claim)
            except Exception as error:
                ear.faults.append(error)
                raise

        return call

    handlers = stage.engine._handlers
    stage.engine._handlers = {kind: heard(handler) for kind, handler in handlers.items()}


def texts_of(error: BaseException | None) -> Iterator[str]:
    """What an exception and everything behind it say."""
    while error is not None:
        yield f"{error!r} {error} {vars(error)}"
        error = error.__cause__ or error.__context__


def tables(database_url: str) -> dict[str, str]:
    """Every table of the database as text; bytes as the text they would be, and in hex."""
    found = {}
    with psycopg.connect(plain_url(database_url)) as connection:
        listed = connection.execute(
            "SELECT table_schema, table_name FROM information_schema.tables"
            " WHERE table_type = 'BASE TABLE'"
            " AND table_schema NOT IN ('pg_catalog', 'information_schema')"
        ).fetchall()
        for schema, name in listed:
            query = sql.SQL("SELECT * FROM {}").format(sql.Identifier(schema, name))
            rows = connection.execute(query).fetchall()
            found[name] = "\n".join(" | ".join(_plain(value) for value in row) for row in rows)
    return found


def _plain(value: Any) -> str:
    if isinstance(value, bytes):
        return f"{value.decode('utf-8', 'replace')} {value.hex()}"
    if isinstance(value, dict | list | tuple):
        return json.dumps(value, ensure_ascii=False, default=str)
    return str(value)


def found_in(canaries: Iterable[str], *texts: str) -> set[str]:
    """The canaries that stand in a text, plainly or in a usual disguise."""
    whole = "\n".join(texts)
    folded = whole.casefold()
    return {
        canary
        for canary in canaries
        if any(d in folded for d in _disguises(canary)) or any(d in whole for d in _coded(canary))
    }


def _disguises(canary: str) -> set[str]:
    plain = {canary, quote(canary), quote_plus(canary), html.escape(canary), canary.encode().hex()}
    plain |= {json.dumps(canary)[1:-1], canary.replace(" ", "").replace("-", "")}
    return {text.casefold() for text in plain}


def _coded(canary: str) -> set[str]:
    """As base64, wherever in the coded bytes it begins: the letters that nothing beside it can change."""
    raw = canary.encode()
    whole = {n: base64.b64encode(b"x" * n + raw + b"xx").decode() for n in range(3)}
    plain = {text[-(-8 * n // 6) : 8 * (n + len(raw)) // 6] for n, text in whole.items()}
    return plain | {text.translate(URL_SAFE) for text in plain}
