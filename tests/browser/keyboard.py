"""A person who has put the mouse away: Tab, arrows, letters and Enter."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from tests.browser.teams_page import TeamsPage

MOST_TABS = 80


@dataclass
class Keyboard:
    """The keys of one window. Fields and buttons are named by what a screen reader says."""

    window: TeamsPage
    tabs: int = 0

    async def press(self, key: str) -> None:
        """One key."""
        await self.window.page.keyboard.press(key)

    async def walk_to(self, name: str, *, back: bool = False) -> None:
        """Tab (or Shift+Tab) until the control with this name has the focus."""
        said = ""
        for _ in range(MOST_TABS):
            await self.press("Shift+Tab" if back else "Tab")
            self.tabs += 1
            said = str(await self.window.page.evaluate(NAME))
            if name in said:
                return
        pytest.fail(f"{name!r} is not reached by Tab; the last stop was {said!r}")

    async def type_into(self, label: str, words: str) -> None:
        """Go to a field and write in it; what stood there is replaced."""
        await self.walk_to(label)
        await self.press("Control+a")
        await self.window.page.keyboard.type(words)

    async def choose(self, label: str, option: str) -> None:
        """Go to a list and press the arrow until the option stands there."""
        await self.walk_to(label)
        await self.press("Home")
        for _ in range(20):
            if option in str(await self.window.page.evaluate(CHOSEN)):
                return
            await self.press("ArrowDown")
        pytest.fail(f"{option!r} is not in the list {label!r}")

    async def enter(self, button: str) -> None:
        """Go to a button, press Enter, and wait for the answer."""
        await self.walk_to(button)
        await self.press("Enter")
        await self.window.settled()


NAME = """() => {
  const here = document.activeElement;
  if (!here.matches("button, a, summary, input, select, textarea")) return "";
  const ids = (here.getAttribute("aria-labelledby") || "").split(" ").filter(Boolean);
  const named = ids.map((id) => document.getElementById(id)?.textContent || "").join(" ");
  const labels = [...(here.labels || [])].map((label) => label.textContent).join(" ");
  const own = here.matches("button, a, summary") ? here.textContent : "";
  return [here.getAttribute("aria-label"), named, labels, own].filter(Boolean).join(" ");
}"""
CHOSEN = "() => document.activeElement.selectedOptions?.[0]?.textContent || ''"
