"""The spoken texts for tests: made once for a run, by the voice every machine has."""

from __future__ import annotations

import asyncio
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from guidelines.profile import load_guideline
from texts.shelf import Shelf
from tools.speech import Plan, fill
from tools.voices import espeak_voice


@cache
def spoken_in(municipality: str) -> Path:
    """A ``DATA_DIR`` with every spoken text of the municipality."""
    folder = Path(mkdtemp(prefix="lydhoer-speech-"))
    plan = Plan(Shelf(folder / "speech"), None, espeak_voice())
    made, faults = asyncio.run(fill(plan, load_guideline(municipality)))
    assert made
    assert faults == []
    return folder
