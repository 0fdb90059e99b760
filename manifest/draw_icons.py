"""Draws the two icons of the Teams package from their SVGs with a Chromium.

Run by hand after a change: ``CHROMIUM=$(tools/chromium.sh) .venv/bin/python -m manifest.draw_icons``.
"""

from __future__ import annotations

import os
from pathlib import Path

from playwright.sync_api import sync_playwright

ICONS = Path(__file__).parent / "icons"
SIZES = {"color": 192, "outline": 32}


def main() -> None:
    """Write ``color.png`` and ``outline.png`` beside their SVGs."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=os.environ["CHROMIUM"], args=["--no-sandbox"]
        )
        for name, size in SIZES.items():
            page = browser.new_page(viewport={"width": size, "height": size})
            svg = (ICONS / f"{name}.svg").read_text(encoding="utf-8")
            page.set_content(f"<style>body{{margin:0}}svg{{display:block}}</style>{svg}")
            page.screenshot(path=ICONS / f"{name}.png", omit_background=True)
        browser.close()


if __name__ == "__main__":
    main()
