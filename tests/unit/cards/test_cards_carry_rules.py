"""What a rule wants said on a card is said, in both languages, however the sentence is worded."""

from __future__ import annotations

import re

import pytest

from cards import CARDS
from tests.scenario.stage import words
from tests.unit.cards.samples import plain
from texts.catalog import LANGUAGES
from texts.views import Language

SAID: dict[str, tuple[str, dict[Language, tuple[str, ...]]]] = {
    "C34 misuse is for the lawyers alone, and the police is a person's step": ("misuse-form", {
        "da": (r"kun (HR og )?Jura se", r"ikke \w+ til politiet"),
        "en": (r"only (HR/)?Legal can see", r"nothing to the police"),
    }),
    "C34 whoever assesses reads that nobody else sees it": ("misuse", {
        "da": (r"kun (HR og )?Jura kan se",),
        "en": (r"only (HR/)?Legal can see",),
    }),
    "C32 asking is free, and only what is written goes to them": ("legal-form", {
        "da": (r"behøver ikke", r"kun det, der står her"),
        "en": (r"need not", r"only what stands here"),
    }),
    "A20 Teams can take pictures, and the yes is for sound": ("warning-picture", {
        "da": (r"billeder", r"kun lyd"),
        "en": (r"pictures", r"sound only"),
    }),
    "C24 it is shown where the things can be": ("situation-steps-3", {
        "da": (r"hvor tingene kan", r"høreapparat"),
        "en": (r"where the things can", r"hearing aid"),
    }),
    "what only the organiser says is not told as seen": ("status-teams-said", {
        "da": (r"arrangøren har sagt", r"ikke selv set"),
        "en": (r"organiser says", r"not seen"),
    }),
    "what is not known is told as not known": ("status-teams-maybe_unseen", {
        "da": (r"måske", r"kunne ikke se"),
        "en": (r"may have", r"could not see"),
    }),
    "C27 a disagreement leaves things as they are": ("confirmation", {
        "da": (r"ikke enig, bliver det ved det, der gælder",),
        "en": (r"do not agree, what holds now goes on",),
    }),
}  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("what", SAID)
def test_the_card_says_it(language: Language, what: str) -> None:
    name, wanted = SAID[what]
    view = plain(language)[name]
    said = words(CARDS[type(view)](view))
    for pattern in wanted[language]:
        assert re.search(pattern, said, re.IGNORECASE), (pattern, said)
