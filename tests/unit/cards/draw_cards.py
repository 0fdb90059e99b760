"""Draws the sample cards with Microsoft's renderer in Chromium, to be looked at.

``python -m tests.unit.cards.draw_cards [name part …]`` writes ``build/cards/<name>-<width>.png`` for
320 px (Teams' side panel) and 480 px (a chat). Markdown is read as Teams reads it.
"""

from __future__ import annotations

import sys
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from cards import CARDS
from tests.unit.cards.extremes import hostile
from tests.unit.cards.samples import plain

ROOT = Path(__file__).parents[3]
OUT = ROOT / "build" / "cards"
WIDTHS = (320, 480)
SCRIPTS = ("adaptivecards/dist/adaptivecards.js", "markdown-it/dist/browser/markdown-it.umd.min.js")
CHROMIUM = Path("/usr/bin/chromium")
FACE = '"Segoe UI", "Selawik", "Liberation Sans", "DejaVu Sans", sans-serif'
STYLE = f"""
  body {{ margin: 0; background: #f5f5f5; font-family: {FACE}; }}
  #card {{ background: #fff; border-radius: 8px; padding: 0; color: #242424; }}
  p {{ margin: 0; }}
  input, select, textarea {{ font: inherit; width: 100%; box-sizing: border-box; padding: 5px 8px;
    border: 1px solid #d1d1d1; border-bottom-color: #616161; border-radius: 4px; background: #fff; }}
  input[type=radio], input[type=checkbox] {{ width: auto; }}
  textarea {{ min-height: 66px; }}
  .ac-pushButton {{ font-family: inherit; font-size: 14px; font-weight: 600; padding: 5px 12px; border-radius: 4px;
    border: 1px solid #d1d1d1; background: #fff; white-space: normal; text-align: left; }}
  .ac-pushButton.style-positive {{ background: #5b5fc7; color: #fff; border-color: #5b5fc7; }}
"""
HOST = {
    "fontFamily": FACE,
    "fontSizes": {"small": 12, "default": 14, "medium": 16, "large": 18, "extraLarge": 24},
    "spacing": {
        "small": 4, "default": 8, "medium": 16, "large": 20, "extraLarge": 24, "padding": 12,
    },
    "supportsInteractivity": True,
    "actions": {
        "maxActions": 6, "actionsOrientation": "vertical", "actionAlignment": "stretch",
        "buttonSpacing": 8,
    },
    "inputs": {"label": {"requiredInputs": {"weight": "bolder"}, "optionalInputs": {"weight": "bolder"}}},
    "containerStyles": {
        name: {
            "backgroundColor": colour,
            "foregroundColors": {
                tone: {"default": ink, "subtle": soft}
                for tone, ink, soft in (
                    ("default", "#242424", "#616161"),
                    ("warning", "#835c00", "#835c00"),
                )
            },
        }
        for name, colour in (
            ("default", "#ffffff"), ("emphasis", "#f5f5f5"), ("warning", "#fff4ce"),
        )
    },
}  # fmt: skip
DRAW = """([json, host]) => {
  const markdown = window.markdownit({ html: false, linkify: false });
  AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
    result.outputHtml = markdown.render(text); result.didProcess = true;
  };
  const card = new AdaptiveCards.AdaptiveCard();
  card.hostConfig = new AdaptiveCards.HostConfig(host);
  const context = new AdaptiveCards.SerializationContext(AdaptiveCards.Versions.v1_5);
  AdaptiveCards.AdaptiveCard.langProperty.regEx.lastIndex = 0;
  card.parse(json, context);
  const place = document.getElementById("card");
  place.replaceChildren(card.render());
  return { said: context.eventCount, wide: place.scrollWidth > place.clientWidth,
           links: place.querySelectorAll("a, script").length };
}"""


def draw(
    page: Page, name: str, card: dict[str, object], width: int, *, picture: bool = True
) -> list[str]:
    """Draws one card and returns what is wrong with it."""
    page.set_viewport_size({"width": width, "height": 600})
    bare = {key: value for key, value in card.items() if key != "msteams"}
    found = page.evaluate(DRAW, [bare, HOST])
    if picture:
        page.locator("#card").screenshot(path=OUT / f"{name}-{width}.png")
    faults = [kind for kind in ("said", "wide", "links") if found[kind]]
    return [f"{name} at {width} px: {kind}" for kind in faults]


def samples(wanted: list[str]) -> dict[str, dict[str, object]]:
    """The cards to draw: both languages and the hostile ones, or those whose name holds a word."""
    views = {f"da-{name}": view for name, view in plain("da").items()}
    views |= {f"en-{name}": view for name, view in plain("en").items()}
    views |= dict(hostile())
    chosen = {n: v for n, v in views.items() if not wanted or any(w in n for w in wanted)}
    return {name: CARDS[type(view)](view) for name, view in chosen.items()}


def draw_all(wanted: list[str], *, pictures: bool = True) -> list[str]:
    """Draws them at both widths; returns every fault found."""
    OUT.mkdir(parents=True, exist_ok=True)
    faults: list[str] = []
    with sync_playwright() as playwright:
        found = str(CHROMIUM) if CHROMIUM.exists() else None
        flags = ["--no-sandbox", "--disable-gpu"]
        browser = playwright.chromium.launch(executable_path=found, args=flags)
        page = browser.new_page()
        page.set_content(f"<style>{STYLE}</style><div id=card></div>")
        for script in SCRIPTS:
            page.add_script_tag(path=ROOT / "node_modules" / script)
        for name, card in samples(wanted).items():
            for width in WIDTHS:
                faults += draw(page, name, card, width, picture=pictures)
        browser.close()
    return faults


if __name__ == "__main__":
    problems = draw_all(sys.argv[1:])
    print("\n".join(problems) or "drawn, nothing found")
    sys.exit(1 if problems else 0)
