"""The script of a talk, line by line: what is said, in which part of the talk, and who is asked for (T4).

Parts: ``open`` (who speaks), ``who`` (who else is there), ``tell`` (what everybody is to hear), ``begin``
and ``end``. When something else holds, ``who`` and ``tell`` are gone through once more.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from guidelines.profile import Profile
from guidelines.rules import rule
from texts.announcement import phone_script, read_aloud_script
from texts.catalog import text
from texts.letters import spoken_sentences
from texts.views import Language

Part = Literal["open", "who", "tell", "begin", "end"]
AGAIN: tuple[Part, ...] = ("who", "tell")
_END = ("phone.end", "phone.stop")


@dataclass(frozen=True)
class Line:
    """One sentence: its key, which stays the same in both languages, and the part it belongs to."""

    key: str
    part: Part
    say: str


@rule("A8", "B1", "B20", surface="script")
def talk_lines(
    profile: Profile,
    *,
    kind: str,
    employee: str,
    recorder: str,
    relation: str = "citizen",
    own_part: bool = False,
    both_record: bool = False,
    video: bool = False,
    again: bool = False,
    language: Language = "da",
) -> tuple[Line, ...]:
    """The script of a recorded talk outside Teams. ``kind`` phone, in_person, home_visit or virtual;
    ``again``: it goes on after a break, so who is there is asked for once more."""
    if kind == "phone":
        said = phone_script(
            profile, employee, relation=relation, own_part=own_part, both_record=both_record,
            language=language,
        )  # fmt: skip
        hello, _alone, *told = said[:-4]
        begin, ends = said[-4:-2], said[-2:]
        who = text("script.who_phone_again" if again else "phone.alone", language)
        opening: tuple[str, ...] = (hello,)
    else:
        opening, begin = (), (text(f"phone.begin_{relation}", language),)
        ends = tuple(text(key, language) for key in _END)
        who = text("script.who_again" if again else "script.who", language)
        told = list(
            read_aloud_script(
                profile, recorder, phone=False, language=language, own_part=own_part,
                both_record=both_record, relation=relation, video=video,
            )
        )  # fmt: skip
    return (
        *_lines("open", opening),
        Line("who", "who", who),
        *_lines("tell", told),
        *_lines("begin", begin),
        *_lines("end", ends),
    )


def told_lines(sentences: Iterable[str]) -> tuple[Line, ...]:
    """Sentences that are only told: those of a Teams meeting, or that nothing is recorded any more."""
    return _lines("tell", tuple(sentences))


@rule("A18", "B19", surface="script")
def unrecorded_lines(start: str, explained: str, *, language: Language = "da") -> tuple[Line, ...]:
    """What is said where nothing is recorded: what came of the wish, and the reasons as they can be said
    aloud (``explained``, empty where there are none)."""
    told = (*spoken_sentences(start), *spoken_sentences(explained))
    return (*_lines("tell", told), *_lines("begin", (text("phone.begin_citizen", language),)))


def _lines(part: Part, sentences: Sequence[str]) -> tuple[Line, ...]:
    return tuple(Line(f"{part}.{n}", part, say) for n, say in enumerate(sentences, 1))
