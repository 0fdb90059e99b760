"""The pictures a browser test leaves behind: numbered, so that they tell the story in order."""

from __future__ import annotations

import itertools
import os
from dataclasses import dataclass, field
from pathlib import Path

from tests.browser.teams_page import TeamsPage

TALLEST = 3200
"""Pixels: a longer conversation is cut, since nobody looks at a longer picture."""


def ci_output() -> Path:
    """Where the build keeps what a person may want to look at (``CI_OUTPUT``)."""
    return Path(os.environ.get("CI_OUTPUT", "ci-output"))


@dataclass
class Album:
    """Pictures in one folder, ``01-name.png`` and so on."""

    folder: Path
    first: int = 1
    numbers: itertools.count[int] = field(init=False)

    def __post_init__(self) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        self.numbers = itertools.count(self.first)

    def _path(self, name: str) -> Path:
        return self.folder / f"{next(self.numbers):02}-{name}.png"

    async def keep(self, window: TeamsPage, name: str) -> None:
        """The window as it stands on the screen."""
        await window.page.screenshot(path=self._path(name), animations="disabled")

    async def keep_whole(self, window: TeamsPage, name: str) -> None:
        """The window made so tall that what is scrolled away is on the picture too."""
        page = window.page
        usual = page.viewport_size or {"width": 1280, "height": 800}
        hidden = int(await page.evaluate(HIDDEN))
        tall = min(usual["height"] + hidden, TALLEST)
        await page.set_viewport_size({"width": usual["width"], "height": tall})
        await page.screenshot(path=self._path(name), animations="disabled")
        await page.set_viewport_size(usual)


HIDDEN = """() => Math.max(...[document.scrollingElement,
  ...document.querySelectorAll(".log, .side, .main")]
  .map((each) => each.scrollHeight - each.clientHeight))"""
