"""One plain page: a heading and a few sentences, no script, readable in light and dark."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from aiohttp import web
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from texts.views import Language

STYLE: Final = (
    "body{margin:0;padding:1rem;font:1rem/1.5 'Segoe UI',system-ui,sans-serif;color:#242424;"
    "background:#fff}main{max-width:40rem;margin:0 auto}h1{font-size:1.25rem;margin:0 0 .5rem}"
    "p{margin:0 0 .5rem}@media(prefers-color-scheme:dark){body{color:#fff;background:#1f1f1f}}"
)
STYLE_HASH: Final = base64.b64encode(hashlib.sha256(STYLE.encode()).digest()).decode()
TEAMS_HOSTS: Final = (
    "https://teams.microsoft.com https://*.teams.microsoft.com https://*.cloud.microsoft"
)

_PAGES = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
)


@dataclass(frozen=True)
class Part:
    """A paragraph and the language it is in."""

    words: str
    language: Language = "da"


def page(
    title: str,
    parts: Sequence[Part],
    *,
    status: int = 200,
    language: Language = "da",
    in_teams: bool = False,
) -> web.Response:
    """The page as a response. Only ``in_teams`` it may be framed, and only by Teams (13)."""
    html = _PAGES.get_template("page.html").render(
        title=title,
        parts=parts,
        language=language,
        style=Markup(STYLE),  # noqa: S704
    )
    headers = {"Content-Security-Policy": policy(TEAMS_HOSTS if in_teams else "'none'")}
    return web.Response(text=html, status=status, content_type="text/html", headers=headers)


def policy(ancestors: str) -> str:
    """Nothing may be loaded, sent or run; our own style is known by its hash."""
    return (
        f"default-src 'none'; style-src 'sha256-{STYLE_HASH}'; base-uri 'none'; "
        f"form-action 'none'; frame-ancestors {ancestors}"
    )
