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

from texts.catalog import text
from texts.views import Language

STYLE: Final = (
    "body{margin:0;padding:1rem;font:1rem/1.5 'Segoe UI',system-ui,sans-serif;color:#242424;"
    "background:#fff}main{max-width:40rem;margin:0 auto}h1{font-size:1.25rem;margin:0 0 .5rem}"
    "p{margin:0 0 .5rem}@media(prefers-color-scheme:dark){body{color:#fff;background:#1f1f1f}}"
)
STYLE_HASH: Final = base64.b64encode(hashlib.sha256(STYLE.encode()).digest()).decode()
PRINT_STYLE: Final = (
    "@page{size:A4;margin:9mm 12mm}*{box-sizing:border-box}"
    "body{margin:0;padding:1rem;font:1rem/1.45 'Segoe UI',system-ui,sans-serif;color:#111;"
    "background:#fff}main{max-width:48rem;margin:0 auto}h1{font-size:1.6rem;margin:0 0 .25rem}"
    "h2{font-size:1.2rem;margin:1.2rem 0 .35rem;break-after:avoid}p,li{margin:0 0 .35rem}"
    "table{border-collapse:collapse;width:100%;margin:.25rem 0}"
    "caption{text-align:left;font-weight:600;padding:.2rem 0}"
    "th,td{border:1px solid #555;padding:.3rem .4rem;text-align:left;vertical-align:top;"
    "overflow-wrap:anywhere}thead{display:table-header-group}tr{break-inside:avoid}"
    ".steps{list-style:none;padding:0;margin:0}.steps li{display:flex;gap:.6rem;font-size:1.3rem;"
    "line-height:1.35;margin:0 0 .45rem;break-inside:avoid}.box{flex:none;width:1.35rem;"
    "height:1.35rem;border:2px solid #111;margin-top:.15rem}.say{flex:1}"
    ".time{flex:none;font-size:1rem;white-space:nowrap}.large td{height:2.1rem}"
    ".note{border-left:4px solid #111;padding-left:.6rem}.small{font-size:.9rem}"
    "blockquote{margin:.25rem 0;padding-left:.6rem;border-left:3px solid #777}"
    "button{font:inherit;padding:.6rem 1rem;border:2px solid #111;background:#fff;color:#111}"
    "a,button{outline-offset:3px}.whole{white-space:nowrap}.name{width:48%}.role{width:32%}"
    "@media print{.screen{display:none}body{padding:0;font-size:10pt;line-height:1.3}"
    "h1{font-size:16pt}h2{font-size:11.5pt;margin:.5rem 0 .15rem}p{margin:0 0 .15rem}"
    ".steps li{font-size:12.5pt;line-height:1.22;margin:0 0 .12rem}.box{width:11pt;height:11pt}"
    ".large td{height:18pt;padding:0}.large th{padding:.1rem .4rem}}"
    "@media(max-width:34rem){.steps li{flex-wrap:wrap}table,caption,thead,tbody,tr,th,td{display:block}.name,.role{width:auto}"
    "thead{position:absolute;left:-100vw}td{border-width:0 1px}tr{border:1px solid #555;"
    "margin-bottom:.5rem}td::before{content:attr(data-label) ' ';font-weight:600}}"
)
PRINT_HASH: Final = base64.b64encode(hashlib.sha256(PRINT_STYLE.encode()).digest()).decode()
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


def sheet(
    template: str, language: Language, *, title: str, leads_on: bool = False, **values: object
) -> web.Response:
    """A page to print: tables and headings, no script. Its one form goes nowhere but back to itself;
    ``leads_on``: and from there on to another house (browsers hold the rule against the redirect too)."""
    html = _PAGES.get_template(template).render(
        title=title,
        language=language,
        style=Markup(PRINT_STYLE),  # noqa: S704
        say=lambda key, **given: text(key, language, **given),
        **values,
    )
    rules = (
        f"default-src 'none'; style-src 'sha256-{PRINT_HASH}'; base-uri 'none'; "
        f"form-action 'self'{' https:' if leads_on else ''}; frame-ancestors 'none'"
    )
    headers = {"Content-Security-Policy": rules, "X-Robots-Tag": "noindex"}
    return web.Response(text=html, content_type="text/html", headers=headers)


def policy(ancestors: str) -> str:
    """Nothing may be loaded, sent or run; our own style is known by its hash."""
    return (
        f"default-src 'none'; style-src 'sha256-{STYLE_HASH}'; base-uri 'none'; "
        f"form-action 'none'; frame-ancestors {ancestors}"
    )
