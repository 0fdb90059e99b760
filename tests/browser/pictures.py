"""Takes the pictures of the README anew: ``.venv/bin/python -m tests.browser.pictures``."""

from __future__ import annotations

import asyncio
import os
from pathlib import Path

from playwright.async_api import expect

from tests.browser.album import Album
from tests.browser.teams_page import TeamsPage, chromium
from tests.browser.test_whole_way import Way
from tools.demo import PACE
from tools.stack import Ports, local_stack, passing_data

PICTURES = Path(__file__).resolve().parents[2] / "docs" / "pictures"


async def take(data: Path) -> None:
    """Plays the way as far as the announcement, and keeps two moments of it."""
    os.environ.update(PACE)
    PICTURES.mkdir(parents=True, exist_ok=True)
    async with local_stack(data, Ports.any_free(), echo=False) as stack, chromium() as browser:
        way = Way(browser, stack.page, Album(data / "album"))
        await way.open_windows()
        await way.book()
        await way.wish()
        await way.register()
        card = await way.assessment()
        await way.weigh(card, "Taler for", upto=1)
        await card.evaluate("each => each.closest('article').scrollIntoView()")
        await picture(way.jens, "assessment", height=960)
        await way.decide()
        await way.hear()
        await way.start()
        banner = way.ole.page.get_by_role("region", name="Besked til dig i mødet")
        await way.ole.press("Luk", within=banner)
        await picture(way.ole, "meeting", height=1010)


async def picture(window: TeamsPage, name: str, *, height: int) -> None:
    """The window, tall enough for its card, when no short message covers it any more."""
    await expect(window.page.locator("#toast p")).to_have_count(0, timeout=15_000)
    await window.page.set_viewport_size({"width": 1280, "height": height})
    await window.page.screenshot(path=PICTURES / f"{name}.png", animations="disabled")
    await window.page.set_viewport_size({"width": 1280, "height": 800})


if __name__ == "__main__":
    with passing_data("lydhoer-pictures-") as folder:
        asyncio.run(take(folder))
