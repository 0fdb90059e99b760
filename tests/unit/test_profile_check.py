"""``make profiles``: what it says about each guideline, and when it fails."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.unit.guidelines.profiles import ALL, ELSEWHERE, OWN, raw_of, write
from tools.profile_check import known, main, report

TODAY = date(2026, 11, 22)


def test_without_names_it_is_about_all_that_come_with_the_product(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert known() == list(OWN)
    assert main([]) == 0
    said = capsys.readouterr().out
    for name in OWN:
        assert f"{raw_of(name)['municipality']} ({name}), version 1 · gælder nu" in said


@pytest.mark.rule("B28", "B29")
@pytest.mark.parametrize("profile_id", ALL)
def test_every_assumption_is_told_with_its_rule(profile_id: str) -> None:
    name = profile_id if profile_id in OWN else str(ELSEWHERE / f"{profile_id}.yaml")
    lines, usable = report(name, TODAY)
    assert usable
    for assumption in raw_of(profile_id)["assumptions"]:
        told = f"    {assumption['rule']} {assumption['parameter']}: {assumption['text']['da']}"
        assert told in lines
    assert any("retention.ground" in line for line in lines)


def test_dates_and_what_is_no_longer_said(tmp_path: Path) -> None:
    raw = raw_of("albertslund")
    raw |= {"valid_to": "2026-12-01", "evaluate_on": "2026-11-01"}
    raw["texts"]["video_answer"]["en"] = "No."
    raw["texts"]["decided_with"]["da"] += " Det er en afgørelse."
    lines, usable = report(str(write(tmp_path, raw)), TODAY)
    assert usable
    assert (
        "  gælder fra 2018-03-01 til og med 2026-12-01 · https://medarbejdersiden.albertslund.dk/"
        in lines
    )
    assert "    udløber 2026-12-01" in lines
    assert "    skulle have været gennemgået 2026-11-01" in lines
    assert "    C6 video_answer (en): skal sige »not include images« eller »not images«" in lines
    assert "    C25 refusal (da): må ikke sige »afgørelse«" in lines


def test_each_version_is_told_and_which_is_in_force(tmp_path: Path) -> None:
    raw = raw_of("nyborg")
    first = write(tmp_path, {**raw, "valid_to": "2026-11-30"})
    write(tmp_path, {**raw, "version": 2, "valid_from": "2026-12-01"}, "nyborg-v2")
    lines, _ = report(str(first), TODAY)
    assert "Nyborg Kommune (nyborg), version 1 · gælder nu" in lines
    assert "Nyborg Kommune (nyborg), version 2" in lines
    assert "    gælder først fra 2026-12-01" in lines


def test_a_profile_that_cannot_be_used_fails(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    wrong = write(tmp_path, {**raw_of("nyborg"), "scoring": True})
    assert main([str(wrong), "frederiksberg"]) == 1
    said = capsys.readouterr().out
    assert f"{wrong}: kan ikke bruges" in said
    assert "scoring: ingen profil kan slå det fra" in said
    assert "Frederiksberg Kommune" in said


def test_facts_that_came_along_with_a_copy_are_pointed_at(tmp_path: Path) -> None:
    raw = raw_of("frederiksberg") | {"id": "andeby", "municipality": "Andeby Kommune"}
    copied, _ = report(str(write(tmp_path, raw)), TODAY)
    assert "    source_url: adressen er den samme som i frederiksberg" in copied
    assert "    contacts: steder og numre er de samme som i frederiksberg" in copied
    raw |= {"id": "goeseby", "source_url": "https://goeseby.dk/", "contacts": []}
    own, _ = report(str(write(tmp_path, raw)), TODAY)
    shipped, _ = report("frederiksberg", TODAY)
    assert not any("samme som i en anden profil" in line for line in (*own, *shipped))
