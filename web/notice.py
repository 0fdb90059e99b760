"""What opens inside a running meeting when a recording is announced (teams-platform 3).

The same words for everybody: no name, no meeting, nothing from the address.
"""

from __future__ import annotations

from aiohttp import web

from texts.catalog import text
from web.page import Part, page


async def notice(_request: web.Request) -> web.Response:
    """The notice in Danish and English."""
    parts = (Part(text("notice_page.words", "da")), Part(text("notice_page.words", "en"), "en"))
    return page(text("notice_page.title", "da"), parts, in_teams=True)
