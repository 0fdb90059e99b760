"""What opens inside a running meeting when a recording is announced (teams-platform 3).

The same words for everybody: no name, no meeting, nothing from the address.
"""

from __future__ import annotations

from aiohttp import web

from texts.catalog import text
from web.page import Part, page


async def notice(_request: web.Request) -> web.Response:
    """The notice in Danish and English: the sound is recorded."""
    return _page("notice_page.words")


async def revoked(_request: web.Request) -> web.Response:
    """The notice in Danish and English: the agreement no longer holds."""
    return _page("notice_page.revoked")


async def paused(_request: web.Request) -> web.Response:
    """The notice in Danish and English: there is a break, and the recording is to be stopped meanwhile (C12)."""
    return _page("notice_page.paused")


async def notice_alone(_request: web.Request) -> web.Response:
    """As ``notice``, where nothing about it stands in the chat."""
    return _page("notice_page.words_alone")


async def revoked_alone(_request: web.Request) -> web.Response:
    """As ``revoked``, where nothing about it stands in the chat."""
    return _page("notice_page.revoked_alone")


def _page(key: str) -> web.Response:
    parts = (Part(text(key, "da")), Part(text(key, "en"), "en"))
    return page(text("notice_page.title", "da"), parts, in_teams=True)
