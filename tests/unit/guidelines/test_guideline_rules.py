"""The mark on the functions that carry the rules."""

from __future__ import annotations

from guidelines.rules import rule


def test_a_mark_changes_nothing_but_says_where() -> None:
    def carrier(number: int) -> int:
        return number + 1

    marked = rule("A1", "B2", surface="letter", later="panel")(carrier)
    assert marked is carrier
    assert marked(1) == 2
    assert vars(marked)["__rules__"] == (("A1", "B2"), "letter", "panel")
    plain = rule("C3")(lambda: None)
    assert vars(plain)["__rules__"] == (("C3",), "none", "")
