"""``make profiles``: can each guideline be used, and what is there for its owner to look at?

``python -m tools.profile_check [id or path to a .yaml file] …``; without names, all in ``guidelines/``.
The exit code is 0 unless a profile cannot be used: what is to be confirmed, warned of or filled in
stops nothing. The words are Danish, for the municipality reads them.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from clock import COPENHAGEN, SystemClock
from guidelines.demands import PROMISED
from guidelines.profile import HERE, Guideline, Profile, ProfileError, load_guideline
from guidelines.profile_effect import without_effect
from guidelines.profile_review import Due, Review, review

DUE = {
    ("valid_from", False): "gælder først fra",
    ("valid_to", False): "udløber",
    ("valid_to", True): "er udløbet",
    ("evaluate_on", False): "skal gennemgås",
    ("evaluate_on", True): "skulle have været gennemgået",
}
PROMISE = {"minutes": "referat", "printout": "udskrift"}
ONLY_YOU = {
    "adopted_by": "hvem der har vedtaget retningslinjen",
    "approved_by": "hvem der har godkendt profilen",
    "retention.own_recording": "hvor længe kommunens egen optagelse bliver gemt (databeskyttelsesrådgiveren)",
    "retention.request": "hvor længe ønsker og svar bliver gemt (databeskyttelsesrådgiveren)",
    "retention.ground": "hvor længe borgerens grund bliver gemt (databeskyttelsesrådgiveren)",
    "retention.ledger": "hvor længe listen over, hvem der er oplyst, bliver gemt (databeskyttelsesrådgiveren)",
    "retention.contact_wish": "hvor længe navnet på en, der vil kontaktes, bliver gemt (databeskyttelsesrådgiveren)",
    "retention.incident": "hvor længe en optagelse i Teams bliver husket (databeskyttelsesrådgiveren)",
    "retention.errand": "hvor længe udskrifter og spørgsmål bliver gemt (databeskyttelsesrådgiveren)",
    "retention.misuse": "hvor længe en henvendelse om misbrug bliver gemt (databeskyttelsesrådgiveren)",
    "retention.meeting": "hvor længe et mødes titel og noter bliver gemt (databeskyttelsesrådgiveren)",
    "retention.people": "hvor længe navne på folk, der ikke er her mere, bliver gemt (databeskyttelsesrådgiveren)",
    "retention.access": "hvor længe det bliver gemt, hvem der så en grund (databeskyttelsesrådgiveren)",
    "contacts": "hvor man kan henvende sig",
    "links.internal_guide": "hvor kommunens egen vejledning til medarbejdere ligger (https)",
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Print what there is to say about each profile; 1 when one of them cannot be used."""
    asked = argparse.ArgumentParser(prog="tools.profile_check", description=__doc__)
    asked.add_argument("names", nargs="*", help="id of a profile, or the path of a .yaml file")
    names = asked.parse_args(arguments).names or known()
    unusable = 0
    for name in names:
        lines, usable = report(name, SystemClock().now().astimezone(COPENHAGEN).date())
        print("\n".join(lines), end="\n\n")
        unusable += not usable
    return 1 if unusable else 0


def known() -> list[str]:
    """The guidelines that come with the product."""
    return sorted(path.stem for path in HERE.glob("*.yaml") if "-v" not in path.stem)


def report(name: str, today: date) -> tuple[list[str], bool]:
    """What there is to say about one guideline, and whether it can be used."""
    try:
        guideline = load_guideline(name)
    except ProfileError as error:
        return [f"{name}: kan ikke bruges", *(f"  {line}" for line in error.lines)], False
    return [
        line for version in guideline.versions for line in _about(guideline, version, today)
    ], True


def _about(guideline: Guideline, profile: Profile, today: date) -> Iterator[str]:
    found = review(profile, today)
    in_force = " · gælder nu" if guideline.on(today) == profile else ""
    until = f" til og med {profile.valid_to}" if profile.valid_to else ""
    yield f"{profile.municipality} ({profile.id}), version {profile.version}{in_force}"
    yield f"  gælder fra {profile.valid_from}{until} · {profile.source_url}"
    yield from _part("Datoer", _dates(found.due))
    yield from _part("Regler, som teksterne ikke længere siger", _unsaid(found))
    yield from _part("Antagelser, der skal bekræftes",
                     (f"{a.rule} {a.parameter}: {a.text['da']}" for a in found.assumptions))  # fmt: skip
    yield from _part("Kun kommunen kan udfylde",
                     (f"{name}: {ONLY_YOU[name]}" for name in found.unfilled))  # fmt: skip
    yield from _part("Det samme som i en anden profil. Er det også jeres?", _copied(profile))
    yield from _part("Ændrer intet eller kun lidt i denne version",
                     (f"{name}: {why}" for name, why in without_effect(profile)))  # fmt: skip


def _dates(due: Iterable[Due]) -> Iterator[str]:
    return (f"{DUE[one.parameter, one.passed]} {one.day}" for one in due)


def _unsaid(found: Review) -> Iterator[str]:
    for one in found.unsaid:
        if one.outlet == PROMISED:
            yield f"{one.rule} {PROMISED} ({one.language}): reglen eller brevet lover det, men »{PROMISE[one.words]}« mangler i listen"
            continue
        what = "må ikke sige" if one.never else "skal sige"
        yield f"{one.rule} {one.outlet} ({one.language}): {what} »{one.words.replace('|', '« eller »')}«"


def _copied(profile: Profile) -> Iterator[str]:
    """Facts of another municipality that came along when its profile was copied."""
    for name in known():
        others = [one for one in load_guideline(name).versions if one.id != profile.id]
        if any(one.source_url == profile.source_url for one in others):
            yield f"source_url: adressen er den samme som i {name}"
        if profile.contacts and any(one.contacts == profile.contacts for one in others):
            yield f"contacts: steder og numre er de samme som i {name}"


def _part(title: str, lines: Iterable[str]) -> Iterator[str]:
    shown = list(lines)
    if shown:
        yield f"  {title} ({len(shown)}):"
        yield from (f"    {line}" for line in shown)


if __name__ == "__main__":
    sys.exit(main())
