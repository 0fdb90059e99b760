"""The voices that can read a text: espeak-ng on this machine, or Azure AI Speech."""

from __future__ import annotations

import ctypes
import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Protocol, Self
from xml.sax.saxutils import escape

from microsoft365.http import Http
from texts.sound import RATE, as_wav
from texts.views import Language

AZURE_VOICES: Mapping[Language, str] = {
    "da": "da-DK-ChristelNeural",
    "en": "en-GB-SoniaNeural",
}
LOCALES: Mapping[Language, str] = {"da": "da-DK", "en": "en-GB"}
ESPEAK_VOICES: Mapping[Language, bytes] = {"da": b"da", "en": b"en"}
WORDS_A_MINUTE, SPEED = 165, 1
LOUDNESS, VOLUME = 90, 2
SYNCHRONOUS, UTF8 = 2, 1


class VoiceError(Exception):
    """There is no voice; the text is Danish and says what to do."""


class Voice(Protocol):
    """Reads a text. Used as ``async with``."""

    @property
    def name(self) -> str:
        """What the shelf remembers as the sound's source."""
        ...

    async def speak(self, language: Language, words: str) -> bytes:
        """The words as a WAV file, 16 kHz, mono, 16 bit."""
        ...

    async def __aenter__(self) -> Self: ...

    async def __aexit__(self, *raised: object) -> None: ...


class Espeak:
    """espeak-ng from a wheel: Danish and English, no network, a machine's voice."""

    name = "espeak-ng"

    def __init__(self) -> None:
        try:
            import espeakng_loader
        except ImportError:
            raise VoiceError(
                "espeak-ng er ikke installeret. Kør make speech, eller sæt AZURE_SPEECH_KEY."
            ) from None
        self._library = ctypes.CDLL(espeakng_loader.get_library_path())
        folder = os.fsencode(Path(espeakng_loader.get_data_path()))
        self._rate = int(self._library.espeak_Initialize(SYNCHRONOUS, 0, folder, 0))
        if self._rate <= 0:
            raise VoiceError("espeak-ng kan ikke starte på denne maskine.")
        self._library.espeak_SetParameter(SPEED, WORDS_A_MINUTE, 0)
        self._library.espeak_SetParameter(VOLUME, LOUDNESS, 0)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *raised: object) -> None:
        return None

    async def speak(self, language: Language, words: str) -> bytes:
        """Spoken at once: a text takes some hundredths of a second."""
        if self._library.espeak_SetVoiceByName(ESPEAK_VOICES[language]):
            raise VoiceError(f"espeak-ng mangler stemmen til {language}.")
        return as_wav(_resampled(self._spoken(words), self._rate))

    def _spoken(self, words: str) -> bytes:
        heard = bytearray()
        shape = ctypes.CFUNCTYPE(
            ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.c_void_p
        )

        def take(samples: ctypes._Pointer[ctypes.c_short], count: int, _events: int) -> int:
            if samples and count > 0:
                heard.extend(ctypes.string_at(samples, count * 2))
            return 0

        callback = shape(take)
        self._library.espeak_SetSynthCallback(callback)
        text = words.encode() + b"\0"
        none = ctypes.c_void_p()
        self._library.espeak_Synth(
            text, ctypes.c_size_t(len(text)), 0, 0, 0, UTF8, none, none
        )  # fmt: skip
        self._library.espeak_Synchronize()
        return bytes(heard)


def _resampled(samples: bytes, rate: int) -> bytes:
    """16-bit samples at Teams' rate."""
    import numpy
    import soxr

    found = soxr.resample(numpy.frombuffer(samples, dtype=numpy.int16), rate, RATE)
    return bytes(found.astype(numpy.int16).tobytes())


class Azure:
    """Azure AI Speech, through the one client: a neural voice in the municipality's own resource."""

    name = "azure"

    def __init__(self, http: Http, url: str, key: str, voices: Mapping[Language, str]) -> None:
        self._http = http
        self._url = url
        self._key = key
        self._voices = voices

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *raised: object) -> None:
        await self._http.close()

    async def speak(self, language: Language, words: str) -> bytes:
        """Have the words read. Raises MicrosoftError."""
        voice, locale = self._voices[language], LOCALES[language]
        ssml = (
            f"<speak version='1.0' xml:lang='{locale}'>"
            f"<voice name='{voice}'>{escape(words)}</voice></speak>"
        )
        headers = {
            "Ocp-Apim-Subscription-Key": self._key,
            "Content-Type": "application/ssml+xml",
            "X-Microsoft-OutputFormat": "riff-16khz-16bit-mono-pcm",
            "Accept": "audio/wav",
        }
        answer = await self._http.request(
            "POST",
            self._url,
            route="speech",
            repeat_safe=True,
            data=ssml.encode(),
            headers=headers,
        )
        return answer.body


def espeak_voice() -> Espeak:
    """The voice of this machine. Raises VoiceError."""
    return Espeak()


def azure_voice(environ: Mapping[str, str]) -> Azure:
    """The voice in Azure. Raises VoiceError naming what to set."""
    region = environ.get("AZURE_SPEECH_REGION", "")
    url = environ.get("AZURE_SPEECH_URL") or (
        f"https://{region}.tts.speech.microsoft.com/cognitiveservices/v1" if region else ""
    )
    if not url or not re.fullmatch(r"[a-z0-9]*", region):
        raise VoiceError("Sæt AZURE_SPEECH_REGION til ressourcens region, for eksempel westeurope.")
    bundle = environ.get("CA_BUNDLE")
    http = Http(ca_bundle=Path(bundle) if bundle else None)
    voices: dict[Language, str] = {
        "da": environ.get("AZURE_SPEECH_VOICE_DA") or AZURE_VOICES["da"],
        "en": environ.get("AZURE_SPEECH_VOICE_EN") or AZURE_VOICES["en"],
    }
    return Azure(http, url, environ["AZURE_SPEECH_KEY"], voices)
