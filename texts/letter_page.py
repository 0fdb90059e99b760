"""A letter as it is sent by mail: a small page of HTML, made of the paragraphs that everybody reads."""

from __future__ import annotations

from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Literal

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from texts.letters import POINT, Letter
from texts.views import Language

_LONGEST_HEADING = 60


def letter_html(letter: Letter, language: Language) -> str:
    """The letter as a small, complete HTML page for a mail; every text in it is escaped."""
    parts = [
        (kind, [_linked(line.removeprefix(POINT), letter.links) for line in lines])
        for kind, lines in groupby(letter.paragraphs, key=_kind)
    ]
    template = _templates().get_template("letter.html")
    return template.render(subject=letter.subject, parts=parts, language=language)


def _kind(line: str) -> Literal["point", "heading", "paragraph"]:
    if line.startswith(POINT):
        return "point"
    if line.endswith(":") and len(line) <= _LONGEST_HEADING and "\n" not in line:
        return "heading"
    return "paragraph"


def _linked(line: str, links: tuple[str, ...]) -> Markup:
    """``line`` escaped, a known address at the end of one of its lines made a link."""
    shown = []
    for part in line.split("\n"):
        address = next((link for link in links if part.endswith(f" {link}")), "")
        before = escape(part.removesuffix(address) if address else part)
        shown.append(
            before + Markup('<a href="{0}">{0}</a>').format(address) if address else before
        )
    return Markup("<br>\n").join(shown)


@cache
def _templates() -> Environment:
    folder = Path(__file__).parent / "templates"
    return Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
