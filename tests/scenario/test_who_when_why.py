"""Every change of a wish says who, when and why, and is found again under a root (C14)."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from clock import ShiftedClock
from tests.scenario.refusals import propose
from tests.scenario.stage import on_stage, words
from tests.scenario.wishing import Town, in_town
from tests.unit.guidelines.profiles import raw_of

GUIDE = "https://intranet.example/optagelse"


@pytest.mark.rule("C14")
async def test_a_refusal_says_who_when_and_why(database_url: str, clock: ShiftedClock) -> None:
    async with in_town("albertslund", database_url, clock) as town:
        stage = town.stage
        before = clock.now()
        await town.ask("phone")
        await propose(town, "history")
        await stage.press("jens", "refuse_agree")
        request = await stage.request()
        assert request["state"] == "not_granted"
        entries = await stage.rows(
            "SELECT kind, actor, at, facts, commitments FROM journal WHERE case_id = :case ORDER BY seq",
            case=request["id"],
        )
        for entry in entries:
            assert entry["actor"]
            assert before <= entry["at"] <= clock.now()
        (decided,) = [entry for entry in entries if entry["kind"] == "decided"]
        assert decided["actor"] == town.oid("jens")
        assert decided["at"] == request["decided_at"]
        assert decided["facts"]["outcome"] == "not_granted"
        assert decided["facts"]["refusal_ground"] == "history"
        assert decided["facts"]["proposed_by"] == town.oid("mette")
        assert {"part.history", "part.conclusion"} <= {
            name.split("/")[1] for name in decided["commitments"]
        }


@pytest.mark.rule("C14")
async def test_every_case_is_found_again_under_a_root(
    database_url: str, clock: ShiftedClock
) -> None:
    async with in_town("albertslund", database_url, clock) as town:
        stage = town.stage
        await town.ask("phone")
        case = (await stage.request())["id"]
        await stage.pass_time(hours=2)
        heads = "SELECT seq, hash FROM {table} WHERE case_id = :case"
        (rooted,) = await stage.rows(heads.format(table="journal_rooted"), case=case)
        (head,) = await stage.rows(heads.format(table="journal_heads"), case=case)
        assert (rooted["seq"], rooted["hash"]) == (head["seq"], head["hash"])
        roots = await stage.rows("SELECT heads FROM journal_roots")
        assert any(str(case) == named for row in roots for named, *_ in row["heads"])


@pytest.mark.rule("C14")
async def test_the_municipalitys_own_guide_is_a_button_for_staff(
    database_url: str, clock: ShiftedClock, tmp_path: Path
) -> None:
    raw = raw_of("albertslund")
    raw["links"]["internal_guide"] = GUIDE
    file = tmp_path / "albertslund.yaml"
    file.write_text(yaml.safe_dump(raw, allow_unicode=True), encoding="utf-8")
    async with on_stage(database_url, clock, MUNICIPALITY=str(file)) as stage:
        town = Town(stage, "albertslund")
        await town.ask("virtual")
        asked = words((await stage.press("mette", "refuse_open"))["value"])
        chosen = words((await stage.press("mette", "refuse_ground", ground="history"))["value"])
        assert GUIDE in asked + chosen
        await stage.pass_time(minutes=52)
        chat = stage.personal("mette")
        assert GUIDE in words(stage.card(chat, having="guide").card)
        for person in ("ole", "nadia"):
            assert GUIDE not in words([m.card for m in stage.messages(stage.personal(person))])
        assert GUIDE not in words([m.card for m in stage.messages(stage.chat)])
        stage.calm()
