"""A guideline that changes: whoever asked or told before keeps the version it was done under (A5)."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
import yaml

import guidelines.profile
from clock import COPENHAGEN, ShiftedClock
from tests.scenario.stage import Stage, words
from tests.scenario.wishing import ASKING, in_town

SHIPPED = Path(guidelines.profile.__file__).parent
NEW_TEXT = "Ny retningslinje"


def two_versions(folder: Path, municipality: str, day: date, **changed: object) -> str:
    """The path of a profile whose second version, in force from ``day``, says something else."""
    first = yaml.safe_load((SHIPPED / f"{municipality}.yaml").read_text(encoding="utf-8"))
    second = first | changed | {"version": 2, "valid_from": day.isoformat()}
    changes = {*first["announcement"], "says_late", "employee_sentence_undecided"}
    second["texts"] = {
        name: {"da": f"{NEW_TEXT}. {said['da']}", "en": f"New guideline. {said['en']}"}
        if name in changes
        else said
        for name, said in first["texts"].items()
    }
    first["valid_to"] = (day - timedelta(days=1)).isoformat()
    for name, profile in (("", first), ("-v2", second)):
        for key in ("valid_from", "valid_to", "evaluate_on"):
            profile[key] = str(profile[key]) if profile.get(key) else None
        (folder / f"{municipality}{name}.yaml").write_text(
            yaml.safe_dump(profile, allow_unicode=True), encoding="utf-8"
        )
    path = str(folder / f"{municipality}.yaml")
    ASKING[path] = ASKING[municipality]
    return path


def in_days(clock: ShiftedClock, days: int) -> date:
    return (clock.now() + timedelta(days=days)).astimezone(COPENHAGEN).date()


def status(stage: Stage) -> str:
    """What the meeting's newest status card says."""
    return words(stage.card(stage.chat, having="want_to_record").card)


@pytest.mark.rule("A5")
async def test_an_undecided_wish_keeps_the_stance_it_was_made_under(
    tmp_path: Path, database_url: str, clock: ShiftedClock
) -> None:
    """From version 2 sound may be recorded while nobody has decided; not where somebody asked before."""
    path = two_versions(
        tmp_path, "frederiksberg", in_days(clock, 2),
        default_stance="allow_unless_ground", undecided_at_start="permitted",
    )  # fmt: skip
    async with in_town(path, database_url, clock) as here:
        await here.tell(await here.where("virtual", in_minutes=60 * 24 * 3))
        await here.stage.pass_time(days=3)
        await here.stage.start("ole")
        request = await here.stage.request()
        assert request["profile_version"] == 1
        assert request["decided_at"] is None
        assert "Der er ikke taget stilling" in status(here.stage)
        guide = await here.stage.press("mette", "guide")
        assert "truffet et valg endnu" in words(guide["value"])
        assert NEW_TEXT not in words(guide["value"])

        await here.stage.meet()  # nobody has asked here: what holds now is version 2
        assert "Der er ikke taget stilling" not in status(here.stage)


@pytest.mark.rule("A5", "B20")
async def test_what_was_allowed_is_told_in_the_words_it_was_allowed_under(
    tmp_path: Path, database_url: str, clock: ShiftedClock
) -> None:
    path = two_versions(tmp_path, "albertslund", in_days(clock, 2), least_evidence="confirmed")
    async with in_town(path, database_url, clock) as here:
        old = await here.tell(await here.where("virtual", in_minutes=60 * 24 * 3))
        await here.stage.pass_time(days=3)
        await here.stage.start("ole")
        told = words(here.stage.card(here.stage.chat, having="Ole Madsen").card)
        assert NEW_TEXT not in told
        ledger = await here.stage.rows(
            "SELECT grade, informed_at FROM informed WHERE kind <> 'phone'"
        )
        assert any(r["grade"] == "accepted" and r["informed_at"] for r in ledger), ledger
        await here.stage.do("end", "mette", meeting=here.stage.meeting)

        new = await here.ask("virtual")
        assert (old["profile_version"], new["profile_version"]) == (1, 2)
        await here.stage.start("ole")
        assert NEW_TEXT in words(here.stage.card(here.stage.chat, having="Ole Madsen").card)
        fresh = await here.stage.rows(
            "SELECT i.grade, i.informed_at FROM informed i JOIN occurrences o ON o.id ="
            " i.occurrence_id WHERE o.meeting_id = :m",
            m=new["meeting_id"],
        )
        assert {r["informed_at"] for r in fresh} == {None}, fresh


@pytest.mark.rule("A5")
async def test_a_notice_outside_teams_is_read_aloud_in_the_words_of_its_version(
    tmp_path: Path, database_url: str, clock: ShiftedClock
) -> None:
    path = two_versions(tmp_path, "albertslund", in_days(clock, 2))
    async with in_town(path, database_url, clock) as here:
        await here.tell(await here.where("in_person", in_minutes=60 * 24 * 3))
        await here.stage.pass_time(days=3, minutes=1)
        guide = words((await here.stage.press("mette", "guide"))["value"])
        said = guide + words((await here.stage.press("mette", "script"))["value"])
        assert "Ole Madsen" in said
        assert NEW_TEXT not in said
        assert (await here.stage.request())["profile_version"] == 1
