"""``make speech``: the spoken texts of one municipality as sound, for the meetings Lydhør speaks in.

Each text is taken from the municipality's own recording when there is one, else spoken by Azure AI
Speech when a key is set, else by espeak-ng on this machine. What is made is looked at before it is
laid on the shelf (``DATA_DIR/speech``); what is there already is left as it is.
"""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from guidelines.profile import Guideline, ProfileError, load_guideline
from microsoft365.errors import MicrosoftError
from texts.catalog import catalogue
from texts.shelf import Shelf
from texts.sound import BadSound, Sound, looked_at
from texts.views import Language
from texts.voice import everything
from tools.voices import Voice, VoiceError, azure_voice, espeak_voice

Made = tuple[Language, str, Sound, str]


@dataclass(frozen=True)
class Plan:
    """Where the sounds go, where own recordings lie, and who speaks the rest."""

    shelf: Shelf
    own: Path | None
    voice: Voice
    anew: bool = False


async def fill(plan: Plan, guideline: Guideline) -> tuple[int, list[str]]:
    """Lay on the shelf what is missing: how many were made, and one Danish line per fault."""
    made: list[Made] = []
    faults: list[str] = []
    for language, name, words in everything(guideline):
        file = plan.own / f"{language}-{name}.wav" if plan.own else None
        own = file is not None and file.is_file()
        if not own and not plan.anew and plan.shelf.find(language, words):
            continue
        try:
            wav = file.read_bytes() if file and own else await plan.voice.speak(language, words)
            made.append((language, words, looked_at(wav), "own" if own else plan.voice.name))
        except BadSound as fault:
            faults.append(f"{language}-{name}.wav: {fault}")
    plan.shelf.put(made)
    return len(made), faults + _strangers(plan.own, guideline)


def _strangers(own: Path | None, guideline: Guideline) -> list[str]:
    """Own recordings that stand for no text: a slip in a name would else go unnoticed."""
    if own is None:
        return []
    known = {f"{language}-{name}.wav" for language, name, _ in everything(guideline)}
    found = sorted(path.name for path in own.glob("*.wav") if path.name not in known)
    return [f"{name}: Navnet hører ikke til en tekst. Se navnene med --list." for name in found]


def voice_of(environ: Mapping[str, str]) -> Voice:
    """Azure AI Speech when it is set up, else espeak-ng. Raises VoiceError."""
    if environ.get("AZURE_SPEECH_KEY"):
        return azure_voice(environ)
    return espeak_voice()


def list_of(guideline: Guideline) -> str:
    """Every text with the file name an own recording of it must have."""
    rows = everything(guideline)
    return "\n\n".join(f"{language}-{name}.wav\n  {words}" for language, name, words in rows)


async def run(environ: Mapping[str, str], arguments: list[str]) -> int:
    """Make what is missing; the exit code. ``--list`` shows the texts, ``--anew`` makes all again."""
    guideline = load_guideline(environ.get("MUNICIPALITY") or "frederiksberg")
    if "--list" in arguments:
        print(list_of(guideline))
        return 0
    shelf = Shelf(Path(environ.get("DATA_DIR") or ".data") / "speech")
    own = Path(environ["SPEECH_OWN"]) if environ.get("SPEECH_OWN") else None
    if own is not None and not own.is_dir():
        raise VoiceError("SPEECH_OWN er ikke en mappe. Ret stien.")
    async with voice_of(environ) as voice:
        plan = Plan(shelf, own, voice, anew="--anew" in arguments)
        made, faults = await fill(plan, guideline)
    lacking = shelf.missing(guideline)
    print(f"{shelf.folder}: {made} talte tekster lavet ({voice.name}), {len(lacking)} mangler.")
    for line in faults:
        print(f"  {line}", file=sys.stderr)
    return 1 if faults or lacking else 0


def main() -> int:
    """The command line; the exit code."""
    catalogue("da")
    try:
        return asyncio.run(run(os.environ, sys.argv[1:]))
    except (VoiceError, MicrosoftError) as error:
        print(f"Talen kunne ikke laves: {error}", file=sys.stderr)
    except ProfileError as error:
        print("\n".join(error.lines), file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
