"""Is this a sound file that Teams will play? WAV, 16 kHz, mono, 16 bit (teams-platform 6.5)."""

from __future__ import annotations

import array
import io
import sys
import wave
from dataclasses import dataclass
from typing import Final

RATE: Final = 16_000
LONGEST_SECONDS: Final = 60.0
SHORTEST_SECONDS: Final = 1.0
LONGEST_SILENCE_SECONDS: Final = 3.0
QUIET: Final = 330  # one percent of full scale: below it nobody on a phone hears anything
BLOCK: Final = 160  # samples: a hundredth of a second
MOST_CLIPPED: Final = 0.01
BIGGEST_BYTES: Final = 4 * 1024 * 1024


class BadSound(Exception):  # noqa: N818
    """The file cannot be used; the text is Danish and says what to do."""


@dataclass(frozen=True)
class Sound:
    """A sound file that was looked at: its bytes and how long it lasts."""

    wav: bytes
    seconds: float


def looked_at(wav: bytes) -> Sound:
    """The file, when Teams can play it and somebody can hear it. Raises BadSound."""
    if len(wav) > BIGGEST_BYTES:
        raise BadSound("Filen er for stor. Den må højst vare et minut.")
    samples = _samples(wav)
    seconds = len(samples) / RATE
    if seconds > LONGEST_SECONDS:
        raise BadSound(f"Lyden varer {seconds:.0f} sekunder. Gør den kortere end et minut.")
    if seconds < SHORTEST_SECONDS:
        raise BadSound("Lyden er kortere end et sekund. Se efter, om hele teksten er med.")
    _audible(samples)
    return Sound(wav, seconds)


def _samples(wav: bytes) -> array.array[int]:
    try:
        with wave.open(io.BytesIO(wav)) as file:
            form = (file.getframerate(), file.getnchannels(), file.getsampwidth() * 8)
            frames = file.readframes(file.getnframes())
            whole = len(frames) == file.getnframes() * file.getnchannels() * file.getsampwidth()
    except (wave.Error, EOFError, ValueError, ZeroDivisionError):
        raise BadSound(
            "Filen er ikke en WAV-fil uden komprimering (PCM). Gem den som det."
        ) from None
    if form != (RATE, 1, 16):
        raise BadSound(
            f"Lyden er {form[0]} Hz, {form[1]} spor og {form[2]} bit. "
            "Gem den som 16000 Hz, ét spor (mono) og 16 bit."
        )
    if not whole:
        raise BadSound("Filen er skåret over. Hent eller gem den igen.")
    samples = array.array("h", frames)
    if sys.byteorder == "big":
        samples.byteswap()
    return samples


def _audible(samples: array.array[int]) -> None:
    """Refuse what nobody hears: silence, silence around it, or a level that is cut off."""
    blocks = [samples[at : at + BLOCK] for at in range(0, len(samples), BLOCK)]
    heard = [n for n, block in enumerate(blocks) if max(max(block), -min(block)) >= QUIET]
    if not heard:
        raise BadSound("Der er ingen lyd i filen. Optag den igen.")
    longest = int(LONGEST_SILENCE_SECONDS * RATE / BLOCK)
    if heard[0] > longest or len(blocks) - heard[-1] > longest:
        raise BadSound(
            "Der er mere end tre sekunders stilhed før eller efter teksten. Klip den fra."
        )
    clipped = samples.count(32767) + samples.count(-32768)
    if clipped > MOST_CLIPPED * len(samples):
        raise BadSound("Lyden er skruet for højt op, så den skratter. Optag den lavere.")


def as_wav(samples: bytes) -> bytes:
    """16 kHz mono 16 bit samples as a WAV file."""
    out = io.BytesIO()
    with wave.open(out, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(samples)
    return out.getvalue()
