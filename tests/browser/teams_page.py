"""Drives the sandbox page as a person would: by the words on buttons, fields and cards.

async with chromium() as browser:
    mette = await open_as(browser, sandbox.page_url, "mette")
    await mette.press("Nyt møde")
    await mette.fill("Titel", "Samtale med Ole Madsen")
    await mette.press("Opret mødet")
"""

from __future__ import annotations

import os
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from playwright.async_api import Browser, Locator, Page, async_playwright, expect

CANDIDATES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
PATIENCE = 20_000  # milliseconds; enough on a machine that is busy with other tests
expect.set_options(timeout=PATIENCE)
Column = Literal["Chats", "Samtale", "Møde"]


def chromium_path() -> str | None:
    """The browser to test with: ``$CHROMIUM``, else the first known one on PATH."""
    named = os.environ.get("CHROMIUM")
    return named or next((path for name in CANDIDATES if (path := shutil.which(name))), None)


@asynccontextmanager
async def chromium() -> AsyncIterator[Browser]:
    """A headless browser for the length of the block."""
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(
            executable_path=chromium_path(),
            args=["--no-sandbox", "--disable-dev-shm-usage"],
        )
        try:
            yield browser
        finally:
            await browser.close()


async def open_as(browser: Browser, base: str, person: str = "", **context: Any) -> TeamsPage:
    """One window for one person; ``context`` goes to Playwright (viewport, color_scheme …).

    Without a person it is the page on which one chooses. Each window has its own storage.
    """
    options: dict[str, Any] = {"viewport": {"width": 1280, "height": 800}, "locale": "da-DK"}
    window = await browser.new_context(**{**options, **context})
    page = await window.new_page()
    page.set_default_timeout(PATIENCE)
    teams = TeamsPage(page, person)
    page.on("pageerror", lambda error: teams.errors.append(str(error)))
    page.on("console", teams.heard)
    await page.goto(f"{base}/?as={person}" if person else f"{base}/")
    await expect(page.locator("main h1").first).to_be_visible()
    return teams


@dataclass
class TeamsPage:
    """The window of one person. ``errors``: what the browser complained about."""

    page: Page
    person: str
    errors: list[str] = field(default_factory=list)

    def heard(self, message: Any) -> None:
        """Keeps errors of the console; other lines do not matter."""
        if message.type == "error":
            self.errors.append(message.text)

    @property
    def last_card(self) -> Locator:
        """The newest card in the open chat."""
        return self.page.locator(".card").last

    def card_with(self, text: str) -> Locator:
        """The newest card in the open chat that shows ``text``."""
        return self.page.locator(".card").filter(has_text=text).last

    async def _find(self, role: Any, name: str, within: Locator | None) -> Locator:
        """The newest control with exactly this name, else the newest whose name contains it."""
        scope = within or self.page
        near = scope.get_by_role(role, name=name)
        await near.last.wait_for()
        exact = scope.get_by_role(role, name=name, exact=True)
        return exact.last if await exact.count() else near.last

    async def press(self, button: str, *, within: Locator | None = None) -> None:
        """Press a button and wait until the answer is there."""
        await (await self._find("button", button, within)).click()
        await self.settled()

    async def settled(self) -> None:
        """No card is waiting for its answer."""
        await expect(self.page.locator(".card[aria-busy=true]")).to_have_count(0)

    def field(self, label: str, *, within: Locator | None = None) -> Locator:
        """The newest field with this label."""
        return (within or self.page).get_by_label(label).last

    async def fill(self, label: str, value: str, *, within: Locator | None = None) -> None:
        """Type into a field."""
        await self.field(label, within=within).fill(value)

    async def choose(self, label: str, option: str, *, within: Locator | None = None) -> None:
        """Choose from a list by its label and the words of the option."""
        await self.field(label, within=within).select_option(label=option)

    async def tick(self, name: str, *, group: str = "", within: Locator | None = None) -> None:
        """Choose a radio button or tick a box; ``group`` is the label of the whole question."""
        scope = within or self.page
        if group:
            scope = scope.get_by_role("radiogroup", name=group).last
        choice = scope.get_by_role("radio", name=name).or_(scope.get_by_role("checkbox", name=name))
        await choice.last.check()

    async def unfold(self, words: str) -> None:
        """Open a folded part by its heading."""
        part = self.page.locator("details").filter(has=self.page.locator("summary", has_text=words))
        if not await part.last.evaluate("each => each.open"):
            await part.last.locator("summary").click()

    async def open_chat(self, title: str = "Lydhør") -> None:
        """Open a chat, the inbox or the test bench from the list."""
        await self.look_at("Chats")
        await self.page.locator(".place").filter(has_text=title).first.click()

    async def look_at(self, column: Column) -> None:
        """In a narrow window: show this column. In a wide one all are shown already."""
        tab = self.page.locator(".tabs button").filter(has_text=column)
        if await tab.is_visible():
            await tab.click()

    async def write(self, text: str) -> None:
        """Write into the open chat and send it."""
        await self.page.locator("#composer").fill(text)
        await self.page.locator("#composer").press("Enter")

    async def wait_for(self, text: str, *, seconds: float = PATIENCE / 1000) -> None:
        """Wait until the words can be seen."""
        seen = self.page.get_by_text(text).locator("visible=true").last
        await expect(seen).to_be_visible(timeout=seconds * 1000)

    async def wait_until_gone(self, text: str, *, seconds: float = PATIENCE / 1000) -> None:
        """Wait until the words can no longer be seen."""
        seen = self.page.get_by_text(text).locator("visible=true")
        await expect(seen).to_have_count(0, timeout=seconds * 1000)

    async def toast(self) -> str:
        """The short message at the bottom."""
        shown = self.page.locator("#toast p")
        await expect(shown).to_be_visible()
        return await shown.inner_text()

    async def read_letter(self, subject: str) -> str:
        """Open a letter in the inbox or on the bench and answer its words."""
        await self.page.get_by_role("button", name=subject).last.click()
        body = self.page.frame_locator("iframe.letter").locator("body")
        await expect(body).to_be_visible()
        return await body.inner_text()

    async def book(self, title: str, *, invite: tuple[str, ...] = ("ole",), **ticked: bool) -> None:
        """Book a meeting; ``ticked`` are dialin, recurring, automatic, foreign."""
        await self.look_at("Møde")
        await self.press("Nyt møde")
        dialog = self.page.get_by_role("dialog")
        await dialog.get_by_label("Titel").fill(title)
        for box in await dialog.locator("[id^=with-]").all():
            await box.set_checked((await box.get_attribute("id")) in {f"with-{p}" for p in invite})
        for name, on in ticked.items():
            await dialog.locator(f"#new-{name}").set_checked(on)
        await self.press("Opret mødet", within=dialog)
        await expect(dialog).to_be_hidden()

    async def width_of_content(self) -> int:
        """How wide the content is: more than the window means scrolling sideways."""
        return int(await self.page.evaluate("document.documentElement.scrollWidth"))

    async def nameless_controls(self) -> list[str]:
        """The visible controls without a name that a screen reader could say."""
        found: list[str] = await self.page.evaluate(NAMELESS)
        return found

    async def shot(self, folder: Path, name: str) -> None:
        """A picture of the window for the CI output."""
        await self.page.screenshot(path=folder / f"{name}.png")


NAMELESS = """() => {
  const words = (element) => {
    const ids = (element.getAttribute("aria-labelledby") || "").split(" ").filter(Boolean);
    const named = ids.map((id) => document.getElementById(id)?.textContent || "").join(" ");
    const labels = [...(element.labels || [])].map((label) => label.textContent).join(" ");
    const own = element.matches("input,select,textarea,iframe") ? "" : element.textContent;
    return [element.getAttribute("aria-label"), named, labels, element.title, own]
      .filter(Boolean).join(" ").trim();
  };
  const controls = "button, a[href], input, select, textarea, iframe, summary, [role=button]";
  return [...document.querySelectorAll(controls)]
    .filter((each) => each.checkVisibility() && !words(each))
    .map((each) => each.outerHTML.slice(0, 160));
}"""
