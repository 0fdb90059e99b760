from __future__ import annotations

import pytest

from tests.unit.cards.draw_cards import draw_all


@pytest.mark.browser
def test_every_card_is_drawn_without_a_word_and_without_scrolling_sideways() -> None:
    assert draw_all([], pictures=False) == []
