"""``make speech``: own recordings first, then Azure, then this machine; faults are told in Danish."""

from __future__ import annotations

import array
import math
from pathlib import Path

import pytest
from aiohttp import web

from guidelines.profile import load_guideline
from microsoft365.errors import Denied
from microsoft365.http import Http
from texts.shelf import Shelf
from texts.sound import RATE, as_wav, looked_at
from texts.views import Language
from texts.voice import everything
from tools.speech import Plan, fill, list_of, run
from tools.voices import Azure, VoiceError, azure_voice, espeak_voice

NYBORG = load_guideline("nyborg")


def tone(seconds: float = 2.0, pitch: float = 9.0) -> bytes:
    samples = [int(9000 * math.sin(n / pitch)) for n in range(int(seconds * RATE))]
    return as_wav(array.array("h", samples).tobytes())


class Parrot:
    """Says the same of everything, and counts."""

    name = "parrot"

    def __init__(self, wav: bytes) -> None:
        self.wav = wav
        self.said: list[str] = []

    async def __aenter__(self) -> Parrot:
        return self

    async def __aexit__(self, *raised: object) -> None:
        return None

    async def speak(self, language: Language, words: str) -> bytes:
        self.said.append(words)
        return self.wav


async def test_this_machine_speaks_danish_and_english() -> None:
    voice = espeak_voice()
    danish = looked_at(await voice.speak("da", "Der bliver optaget lyd i mødet i dag."))
    english = looked_at(await voice.speak("en", "Sound is recorded in the meeting today."))
    assert 1 < danish.seconds < 6
    assert danish.wav != english.wav
    assert (
        danish.wav
        != looked_at(await voice.speak("en", "Der bliver optaget lyd i mødet i dag.")).wav
    )


async def test_what_is_there_is_left_and_what_is_missing_is_made(tmp_path: Path) -> None:
    shelf, parrot = Shelf(tmp_path), Parrot(tone())
    made, faults = await fill(Plan(shelf, None, parrot), NYBORG)
    assert (made, faults) == (len(list(everything(NYBORG))), [])
    assert shelf.missing(NYBORG) == ()
    assert await fill(Plan(shelf, None, parrot), NYBORG) == (0, [])
    assert (await fill(Plan(shelf, None, parrot, anew=True), NYBORG))[0] == made


async def test_the_municipalitys_own_recording_comes_first(tmp_path: Path) -> None:
    language, name, words = next(iter(everything(NYBORG)))
    own = tmp_path / "own"
    own.mkdir()
    (own / f"{language}-{name}.wav").write_bytes(tone(3, pitch=5))
    shelf, parrot = Shelf(tmp_path / "speech"), Parrot(tone())
    _, faults = await fill(Plan(shelf, own, parrot), NYBORG)
    assert faults == []
    found = shelf.find(language, words)
    assert found is not None
    assert (found.source, found.seconds) == ("own", 3.0)
    assert words not in parrot.said


async def test_a_recording_that_cannot_be_used_is_named_with_its_fault(tmp_path: Path) -> None:
    language, name, words = next(iter(everything(NYBORG)))
    (tmp_path / f"{language}-{name}.wav").write_bytes(b"mp3")
    (tmp_path / "velkommen.wav").write_bytes(tone())
    shelf = Shelf(tmp_path / "speech")
    _, faults = await fill(Plan(shelf, tmp_path, Parrot(tone())), NYBORG)
    assert any(line.startswith(f"{language}-{name}.wav: ") and "WAV" in line for line in faults)
    assert any(line.startswith("velkommen.wav: ") for line in faults)
    assert shelf.find(language, words) is None


async def test_azure_is_asked_through_the_one_client(
    http: Http, service: object, tmp_path: Path
) -> None:
    asked: list[tuple[str, dict[str, str]]] = []

    async def speech(request: web.Request) -> web.Response:
        asked.append((await request.text(), dict(request.headers)))
        return web.Response(body=tone(), content_type="audio/x-wav")

    service.on("POST", "/speech", speech)  # type: ignore[attr-defined]
    url = f"{service.url}/speech"  # type: ignore[attr-defined]
    voice = Azure(http, url, "the-key", {"da": "da-DK-X", "en": "en-GB-Y"})
    assert looked_at(await voice.speak("da", "Æ & Å")).seconds == pytest.approx(2)
    body, headers = asked[0]
    assert "Æ &amp; Å" in body
    assert "da-DK-X" in body
    assert headers["X-Microsoft-OutputFormat"] == "riff-16khz-16bit-mono-pcm"
    assert headers["Ocp-Apim-Subscription-Key"] == "the-key"
    assert headers["Content-Type"].startswith("application/ssml+xml")


async def test_azure_that_refuses_is_no_sound(http: Http, service: object) -> None:
    async def no(_request: web.Request) -> web.Response:
        return web.json_response({}, status=401)

    service.on("POST", "/speech", no)  # type: ignore[attr-defined]
    voice = Azure(http, f"{service.url}/speech", "k", {"da": "x", "en": "y"})  # type: ignore[attr-defined]
    with pytest.raises(Denied):
        await voice.speak("da", "Hej")


def test_azure_without_a_region_says_what_to_set() -> None:
    with pytest.raises(VoiceError, match="AZURE_SPEECH_REGION"):
        azure_voice({"AZURE_SPEECH_KEY": "k"})
    with pytest.raises(VoiceError, match="AZURE_SPEECH_REGION"):
        azure_voice({"AZURE_SPEECH_KEY": "k", "AZURE_SPEECH_REGION": "evil.example/"})


async def test_the_command_makes_them_and_lists_them(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    environ = {"MUNICIPALITY": "nyborg", "DATA_DIR": str(tmp_path)}
    assert await run(environ, ["--list"]) == 0
    assert "da-one-citizen-v1.wav" in capsys.readouterr().out
    assert await run(environ, []) == 0
    assert Shelf(tmp_path / "speech").missing(NYBORG) == ()
    with pytest.raises(VoiceError, match="SPEECH_OWN"):
        await run({**environ, "SPEECH_OWN": str(tmp_path / "none")}, [])
    assert list_of(NYBORG).count(".wav") == len(list(everything(NYBORG)))
