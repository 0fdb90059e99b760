"""Pages to print, each behind a link that nobody can guess and that soon ends.

The script on paper names nobody and opens as often as its link works. The account of who was told opens
once, and only by a press, and so does the way to a recording's file: what fetches links by itself, to look
whether they are safe, opens nothing.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Final, Protocol

from aiohttp import web

from texts.catalog import catalogue, text
from texts.dates import meeting_line, short_moment
from texts.pages import Account, PaperScript
from texts.views import Language
from web.page import Part, page, sheet

PATH: Final = "/print/{token}"
PEOPLE_ROWS: Final = 5


class Papers(Protocol):
    """Where the pages come from (casework/meeting/papers.py)."""

    async def kind_of(self, token: str) -> str:
        """script, ledger, file, or empty."""
        ...

    async def script(self, token: str, language: Language) -> PaperScript | None:
        """The script on paper."""
        ...

    async def account(self, token: str, language: Language) -> Account | None:
        """The account of who was told; this opens it."""
        ...

    async def file(self, token: str) -> str:
        """Where the file of a recording lies, once; empty for who may not go there."""
        ...


PAPERS: web.AppKey[Papers] = web.AppKey("papers")


async def show(request: web.Request) -> web.Response:
    """The script at once; before the account, and before a recording's file, a page with one button."""
    papers, token, language = request.app[PAPERS], request.match_info["token"], _language(request)
    kind = await papers.kind_of(token)
    if kind == "script":
        found = await papers.script(token, language)
        return _gone() if found is None else _script(found)
    if kind == "ledger":
        return sheet("open_account.html", language, title=text("account.title", language))
    if kind == "file":
        title = text("file.title", language)
        return sheet("open_file.html", language, title=title, leads_on=True)
    return _gone()


async def open_paper(request: web.Request) -> web.Response:
    """The account, once; or on to the file, once: whether that opens is Microsoft's to say."""
    papers, token = request.app[PAPERS], request.match_info["token"]
    if await papers.kind_of(token) == "file":
        address = await papers.file(token)
        return web.Response(status=303, headers={"Location": address}) if address else _gone()
    found = await papers.account(token, _language(request))
    return _gone() if found is None else _account(found)


def _language(request: web.Request) -> Language:
    return "en" if request.query.get("lang") == "en" else "da"


def _gone() -> web.Response:
    """The same words for a link that never was, has ended, or was opened before."""
    parts = (Part(text("paper.gone", "da")), Part(text("paper.gone", "en"), "en"))
    return page(text("paper.gone_title", "da"), parts, status=410)


def _script(found: PaperScript) -> web.Response:
    language = found.language
    return sheet(
        "paper_script.html",
        language,
        title=text("paper.title", language),
        paper=found,
        kind=text(f"note.kind.{found.kind}", language),
        when=meeting_line(found.meeting, language),
        rows=range(PEOPLE_ROWS),
    )


def _account(found: Account) -> web.Response:
    language = found.language

    def when(at: datetime) -> str:
        """The time in Denmark, to the second, and in UTC."""
        utc = at.astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S")
        return text("account.when", language, local=short_moment(at, language), utc=utc)

    def known(key: str, value: str) -> str:
        """The words of a code; of one that came later than this page, in general words."""
        found = f"account.{key}.{value}"
        return text(found if found in catalogue(language) else f"account.{key}.unknown", language)

    return sheet(
        "account.html",
        language,
        title=text("account.title", language),
        account=found,
        kind=text(f"note.kind.{found.kind}", language),
        when_planned=meeting_line(found.meeting, language),
        when=when,
        known=known,
    )
