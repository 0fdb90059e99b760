"""What a guideline wants said of the law and of the Ombudsman is said, and missed when it is not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from guidelines.demands import missing
from guidelines.profile import load_profile

B = load_profile("frederiksberg")
OTHER_WORDS = {"da": "Her står noget andet.", "en": "Something else stands here."}


def missed(rule: str, text: str) -> bool:
    """Whether the profile's owner is warned with the rule's id once the text says something else."""
    edited = replace(B, texts={**B.texts, text: OTHER_WORDS})
    assert [one for one in missing(B) if one.rule == rule] == [], "as it stands, it is said"
    return any(one.rule == rule and one.outlet == text for one in missing(edited))


@pytest.mark.rule("B6")
def test_that_the_law_gives_no_special_right_is_said_without_a_paragraph() -> None:
    assert missed("B6", "no_special_right")
    assert "§" not in B.texts["no_special_right"]["da"]


@pytest.mark.rule("B10")
def test_the_ombudsmans_statement_is_linked() -> None:
    assert missed("B10", "circumstances")
    assert B.links["ombudsman"].startswith("https://www.ombudsmanden.dk/")
