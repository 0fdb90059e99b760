"""The shelf of spoken texts: WAV files in ``DATA_DIR/speech``, found by their words.

``make speech`` fills it. A file is named after its content, so that new content has a new address
and Microsoft's cache never plays an old one (teams-platform 6.5); under a key of the shelf's own, so
that nobody who knows the words and the voice can tell the address. Beside each lies what it says.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import os
import re
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final
from uuid import UUID

from guidelines.profile import Guideline, Profile
from texts.catalog import LANGUAGES
from texts.sound import Sound
from texts.views import Language
from texts.voice import Outcome, everything, spoken, words_id

INDEX: Final = "index.json"
KEY: Final = "addresses.key"
KEY_BYTES: Final = 32
_NAME: Final = re.compile(r"([0-9a-f]{40})\.(wav|txt)")


@dataclass(frozen=True)
class Prompt:
    """One spoken text on the shelf. ``id`` (40 hex digits) is of its sound, ``seconds`` its length."""

    id: str
    seconds: float
    source: str

    @property
    def resource_id(self) -> str:
        """The id Microsoft's cache keeps the sound under."""
        return str(UUID(self.id[:32]))

    @property
    def path(self) -> str:
        """Where the web serves it."""
        return f"/prompts/{self.id}.wav"


class Shelf:
    """The spoken texts in one folder. The index is read anew when the file changes."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._read_at = 0
        self._prompts: Mapping[str, Prompt] = {}

    def find(self, language: Language, words: str) -> Prompt | None:
        """The sound of these very words; None when it has not been made."""
        return self._index().get(words_id(language, words))

    def said(self, profile: Profile, outcome: Outcome, relation: str) -> tuple[Prompt, ...]:
        """What is played for the outcome, Danish first; empty when a part has not been made."""
        found = [
            self.find(language, spoken(profile, outcome, relation, language))
            for language in LANGUAGES
        ]
        made = tuple(prompt for prompt in found if prompt is not None)
        return made if len(made) == len(found) else ()

    def missing(self, guideline: Guideline) -> tuple[str, ...]:
        """Names of the texts under the guideline that nobody has spoken yet."""
        return tuple(
            f"{language}-{name}"
            for language, name, words in everything(guideline)
            if self.find(language, words) is None
        )

    def file(self, name: str) -> Path | None:
        """The file with this name, if it is one of ours; nothing else is ever reached by it."""
        if not _NAME.fullmatch(name):
            return None
        path = self.folder / name
        return path if path.is_file() else None

    def put(self, made: Iterable[tuple[Language, str, Sound, str]]) -> None:
        """Lay sounds on the shelf: language, words, sound, and where it came from."""
        self.folder.mkdir(parents=True, exist_ok=True)
        key, index = self._key(), dict(self._index())
        for language, words, sound, source in made:
            name = hmac.new(key, sound.wav, hashlib.sha256).hexdigest()[:40]
            (self.folder / f"{name}.wav").write_bytes(sound.wav)
            (self.folder / f"{name}.txt").write_text(words, encoding="utf-8")
            index[words_id(language, words)] = Prompt(name, round(sound.seconds, 2), source)
        rows = {key: asdict(prompt) for key, prompt in sorted(index.items())}
        whole = self.folder / f"{INDEX}.new"
        whole.write_text(json.dumps(rows, indent=1) + "\n", encoding="utf-8")
        whole.replace(self.folder / INDEX)
        self._read_at = 0

    def _key(self) -> bytes:
        """What the addresses are made with. Only ``make speech`` needs it, and it is never served."""
        path = self.folder / KEY
        if not path.is_file():
            whole = self.folder / f"{KEY}.new"
            whole.touch(mode=0o600)
            whole.write_bytes(os.urandom(KEY_BYTES))
            whole.replace(path)
        return path.read_bytes()

    def _index(self) -> Mapping[str, Prompt]:
        path = self.folder / INDEX
        try:
            changed = path.stat().st_mtime_ns
            if changed != self._read_at:
                rows = json.loads(path.read_text(encoding="utf-8"))
                self._prompts = {key: Prompt(**row) for key, row in rows.items()}
                self._read_at = changed
        except (OSError, ValueError, TypeError, AttributeError):
            return {}
        return self._prompts
