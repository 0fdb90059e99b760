"""What the texts of every profile must say: elements no municipality can take away (domain 2.3, end).

They are few and plain, and looked for by their words: who records and that it is recorded, that a yes
and a no are about recording, sound alone where no video may be recorded, what is punishable where that
must be said. What a certain rule wants said besides is a warning, and the owner's to judge
(guidelines/demands.py).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from guidelines.profile_file import Source

Raw = Mapping[str, Any]
EITHER = "|"
TAKEN_AWAY = "ingen profil kan tage det væk"
"""What the loader says of a sentence every profile must have."""


def _always(_raw: Raw) -> bool:
    return True


def _sound_only(raw: Raw) -> bool:
    return bool(raw["video"] == "prohibited")


def _guidance(raw: Raw) -> bool:
    return bool(raw["criminal_guidance"] == "required")


@dataclass(frozen=True)
class Essential:
    """Words that must stand together in one text of the outlet (a list of texts, or one by its name).

    A bar stands between words of which one is enough. A text the profile has no use for may be absent.
    """

    outlet: str
    why: str
    da: Sequence[str]
    en: Sequence[str]
    holds: Callable[[Raw], bool] = _always


RECORDED = ("optag",), ("record",)
WHO_RECORDS = (
    ("{navn}", "optager|at optage|optage lyd|optage mødet|bliver optaget"),
    ("{navn}", "records|may record|record the|is recorded|be recorded"),
)
"""That somebody records, not what the recording may be used for."""
ESSENTIALS = (
    Essential("announcement", "alle får at vide, hvem der optager, og at der bliver optaget (B20)",
              *WHO_RECORDS),
    Essential("says_late",
              "den, der kommer senere, får at vide, hvem der optager, og at der bliver optaget (B20)",
              *WHO_RECORDS),
    Essential("announcement", "der må ikke optages video, og det får alle at vide (A20)",
              ("lyd", "video|billede"), ("sound", "video|image|picture"), _sound_only),
    Essential("granted_terms", "der må ikke optages video, og et ja siger det (A20)",
              ("lyd", "video|billede"), ("sound", "video|image|picture"), _sound_only),
    Essential("granted_answer", "et ja siger, hvad det handler om", *RECORDED),
    Essential("refused_answer", "et nej siger, hvad det handler om (A16)", *RECORDED),
    Essential("refused_part", "et nej siger, hvad det handler om (C31)", *RECORDED),
    Essential("guidance", "det bliver sagt, hvad der er strafbart (C19)",
              ("straf",), ("punish",), _guidance),
    Essential("decided_with", "den anden person bliver nævnt (C27)", ("{leder}",), ("{leder}",)),
    Essential("devices_out", "det bliver sagt, hvor udstyret kan ligge (C24)",
              ("{sted}",), ("{sted}",)),
    Essential("own_recording_deleted",
              "det bliver sagt, hvornår kommunens optagelse bliver slettet (A15)",
              ("{sletdato}",), ("{sletdato}",)),
)  # fmt: skip


def essentials_missing(source: Source) -> Iterator[str]:
    """A line for each essential that no text of its outlet says, in either language."""
    raw = source.raw
    relations = ("", "_employee") if "employee" in raw["requester_roles"] else ("",)
    for one in ESSENTIALS:
        names = raw.get(one.outlet, [one.outlet])
        if not one.holds(raw) or (names == [one.outlet] and one.outlet not in raw["texts"]):
            continue
        for language, wanted in (("da", one.da), ("en", one.en)):
            if not all(_said(raw, names, wanted, language, ending) for ending in relations):
                at = one.outlet if one.outlet in raw else f"texts.{one.outlet}.{language}"
                words = " sammen med ".join(
                    f"»{words.replace(EITHER, '« eller »')}«" for words in wanted
                )
                yield (
                    f"{source.at(at)}: {one.outlet} ({language}): {TAKEN_AWAY}: "
                    f"{one.why}; tilladt: en tekst, der siger {words}"
                )


def _said(
    raw: Raw, names: Sequence[str], wanted: Sequence[str], language: str, ending: str
) -> bool:
    texts = raw["texts"]
    for name in names:
        own = f"{name}{ending}"
        sentence = texts[own if own in texts else name][language].casefold()
        if all(any(part in sentence for part in words.split(EITHER)) for words in wanted):
            return True
    return False
