from __future__ import annotations

import pytest

from cards.safe import both_ends, clean, cut_bytes, escape, paragraphs, weight


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("Anne-Marie  Ærø\t", "Anne-Marie Ærø"),
        ("a\u202eb\u2066c\u200ed\u061ce", "abcde"),
        ("a\x00\x07\x1bb\u200b\ufeff\u00ad", "ab"),
        ("to\nlinjer\r\nher\u2028nu", "to linjer her nu"),
        ("<at>Alle</at> <AT id='1'>x</ at > y", "Alle x y"),
        ("<a<at>t>Alle</a</at>t>", "Alle"),
        ("<a\u200bt>Alle</at>", "Alle"),
        ("{{DATE(2026-01-01)}} {{{x}}}", "{ {DATE(2026-01-01)}} { { {x}}}"),
        ("\ud800x", "x"),
        ("e\u0301\u0301\u0301\u0301\u0301", "e\u0301\u0301\u0301"),
        ("می\u200cخواهم", "می\u200cخواهم"),
    ],
)
def test_clean(typed: str, shown: str) -> None:
    assert clean(typed) == shown


def test_clean_cuts_as_clients_count() -> None:
    assert clean("x" * 201, 200) == "x" * 199 + "…"
    assert clean("x" * 200, 200) == "x" * 200
    assert clean("😀" * 100, 200) == "😀" * 100
    assert clean("😀" * 101, 200) == "😀" * 99 + "…"


def test_clean_keeps_lines_when_asked() -> None:
    assert clean(" a  b \r\n\n c ", lines=True) == "a b\n\nc"
    assert paragraphs("a\n\nb\nc\nd", 100, most=3) == ("a", "b", "c d")


def test_escape_leaves_nothing_for_markdown_or_html() -> None:
    assert escape("[x](https://a.b) <b> *f* _k_ `c` 1. &lt;") == (
        r"\[x\]\(https\://a\.b\) \<b\> \*f\* \_k\_ \`c\` 1\. \&lt;"
    )
    assert escape("\\") == "\\\\"


def test_both_ends_keeps_the_date_at_the_end() -> None:
    label = f"{'Meget lang titel ' * 20}, tirsdag den 1. december 2026"
    short = both_ends(label, 90)
    assert short.startswith("Meget lang titel")
    assert short.endswith("tirsdag den 1. december 2026")
    assert len(short) <= 92
    assert both_ends("kort", 90) == "kort"


@pytest.mark.parametrize("fill", ["a", "å", "漢", "😀", '"'])
def test_cut_bytes_fits(fill: str) -> None:
    assert cut_bytes(fill * 10, 100) == fill * 10
    cut = cut_bytes(fill * 1000, 100)
    assert cut.endswith("…")
    assert 80 <= weight(cut) <= 100


def test_cut_bytes_of_a_mixed_text_fits() -> None:
    assert weight(cut_bytes('"' * 500 + "a" * 5000, 600)) <= 600
