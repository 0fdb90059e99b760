"""The extract of what is stored about a person: a page with two buttons, to read it or to take it as a file.

The link is the key, as with the account (``web/paper.py``): what fetches links by itself opens nothing,
one press of one button is all there is, and it is in the journal.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime
from typing import Final, Literal, Protocol

from aiohttp import web

from texts.catalog import catalogue, text
from texts.dates import long_moment
from texts.person_file import Found, PersonFile
from web.page import Part, page, sheet

PATH: Final = "/extract/{token}"
FORMAT: Final = "lydhoer person extract 1"
NAME: Final = "indsigt.json"


class Extracts(Protocol):
    """Where the extract comes from (casework/keeping/exports.py)."""

    async def works(self, token: str) -> bool:
        """Whether there is something to open."""
        ...

    async def open(self, token: str, how: Literal["read", "file"]) -> PersonFile | None:
        """The extract; this opens it."""
        ...


EXTRACTS: web.AppKey[Extracts] = web.AppKey("extracts")


async def show(request: web.Request) -> web.Response:
    """The page with the buttons; nothing about anybody yet."""
    if not await request.app[EXTRACTS].works(request.match_info["token"]):
        return _gone()
    return sheet("open_extract.html", "da", title=text("extract.title", "da"))


async def open_extract(request: web.Request) -> web.Response:
    """The extract, to read or (``as=file``) to keep."""
    how: Literal["read", "file"] = "file" if request.query.get("as") == "file" else "read"
    found = await request.app[EXTRACTS].open(request.match_info["token"], how)
    if found is None:
        return _gone()
    return as_file(found) if how == "file" else as_page(found)


def _gone() -> web.Response:
    parts = (Part(text("paper.gone", "da")), Part(text("paper.gone", "en"), "en"))
    return page(text("paper.gone_title", "da"), parts, status=410)


def as_file(found: PersonFile) -> web.Response:
    """The extract for a machine. The file's name names nobody."""
    body = json.dumps(
        {"format": FORMAT, **asdict(found)}, ensure_ascii=False, indent=1, default=str
    )
    headers = {"Content-Disposition": f'attachment; filename="{NAME}"'}
    return web.Response(text=body, content_type="application/json", headers=headers)


def as_page(found: PersonFile) -> web.Response:
    """The extract for a person, in Danish."""
    return sheet(
        "extract.html",
        "da",
        title=text("extract.title", "da"),
        file=found,
        own=[one for one in found.found if one.whole],
        named=[one for one in found.found if not one.whole and not one.acted],
        acted=[one for one in found.found if one.acted],
        label=label,
        known=known,
        heading=heading,
        when=when,
        value_of=value_of,
    )


def heading(one: Found) -> str:
    """What it is, with its number where it has one."""
    kind = label("kind", one.kind)
    return f"{kind} {one.number}" if one.number else kind


def label(what: str, key: str) -> str:
    """The words of a table, column or field; without any its own name, for nothing may be left out."""
    plain = key.split(" (")[0]
    words = f"extract.{what}.{plain}"
    return text(words, "da") if words in catalogue("da") else _plain(key)


def known(facts: Mapping[str, object]) -> dict[str, object]:
    """The columns that say something to a reader; all of them stand in the file."""
    return {name: value for name, value in facts.items() if label("fact", name) != _plain(name)}


def _plain(key: str) -> str:
    return key.split(" (")[0].replace("_", " ")


def value_of(value: object) -> str:
    """A moment in Denmark, a code in words; anything else as it is stored."""
    if isinstance(value, str) and len(value) > 18:
        try:
            return when(datetime.fromisoformat(value))
        except ValueError:
            return value
    return label("value", str(value)) if isinstance(value, str) else str(value)


def when(moment: datetime) -> str:
    """The moment in Denmark, with its year: an extract may hold many."""
    return long_moment(moment, "da")
