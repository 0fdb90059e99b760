"""What a replica's libraries complain of: what was not closed, not awaited, or died unseen.

The product writes records of other people's loggers without their text (``web/logs.py``), so that nothing could
be found in its log. Here, in the harness alone, the text goes into a file of its own beside the log; no
run of the harness holds a real person's name.
"""

from __future__ import annotations

import gc
import json
import logging
import sys
import threading
import time
import warnings
from pathlib import Path
from typing import Any, TextIO

from tools.chaos.events import LISTENED_TO, Event

WARNINGS = (ResourceWarning, RuntimeWarning)
"""Not closed, and never awaited."""
NAME = "complaints"
LONGEST = 300  # characters


class Complaints(logging.Handler):
    """Writes each complaint as a JSON line as soon as it is made: the next moment may be the last."""

    def __init__(self, path: Path) -> None:
        super().__init__(logging.WARNING)
        self._path = path

    def hang_in(self) -> None:
        """Listen to this process: its loggers, its warnings, and what dies where nobody can catch it."""
        for name in LISTENED_TO:
            logging.getLogger(name).addHandler(self)
        for kind in WARNINGS:
            warnings.simplefilter("always", kind)
        warnings.showwarning = self._warned
        sys.unraisablehook = self._unraisable
        threading.excepthook = self._thread_died

    def emit(self, record: logging.LogRecord) -> None:
        """A record of a library's logger, from WARNING on."""
        error = record.exc_info[1] if record.exc_info else None
        self._write(record.name, record.getMessage(), error)

    def _warned(
        self,
        message: Warning | str,
        category: type[Warning],
        filename: str,
        lineno: int,
        file: TextIO | None = None,  # noqa: ARG002 as the standard library calls it
        line: str | None = None,  # noqa: ARG002
    ) -> None:
        self._write(category.__name__, f"{message} ({Path(filename).name}:{lineno})", None)

    def _unraisable(self, told: Any) -> None:
        self._write("unraisable", f"{told.err_msg or 'ignored'} in {told.object!r}", told.exc_value)

    def _thread_died(self, told: threading.ExceptHookArgs) -> None:
        name = told.thread.name if told.thread else "unknown"
        self._write("thread", f"thread {name} died", told.exc_value)

    def _write(self, by: str, text: str, error: BaseException | None) -> None:
        root = root_of(error)
        kind = "" if root is None else type(root).__name__
        told = text[:LONGEST] if root is None else f"{text[:LONGEST]} because {kind}: {root}"
        said = {"at": time.time(), "by": by, "text": told, "error": kind}
        with self._path.open("a", encoding="utf-8") as out:
            out.write(json.dumps(said, ensure_ascii=False) + "\n")


def root_of(error: BaseException | None) -> BaseException | None:
    """What an error came of in the end: the job engine's own class tells nothing of it."""
    while error is not None and (cause := error.__cause__ or error.__context__) is not None:
        error = cause
    return error


def last_look() -> None:
    """Collect garbage: what nobody holds any more, and was not closed, complains now. At a replica's end, and
    before its memory is read."""
    gc.collect()


def complained(folder: Path) -> list[Event]:
    """What all replicas of a run complained of; each kind is called by its logger and first words."""
    found: list[Event] = []
    for path in folder.glob(f"*/{NAME}"):
        lines = path.read_text(encoding="utf-8").splitlines()
        for said in (
            json.loads(line) for line in lines if line.endswith("}")
        ):  # it may have died in one
            first = (
                said["text"]
                .partition("\n")[0]
                .partition(" <")[0]
                .partition(": ")[0]
                .partition(" because ")[0]
            )
            name = f"{said['by']}: {first}"[:120]
            found.append(Event(name, said["at"], said["error"], said["text"].replace("\n", " ")))
    return found
