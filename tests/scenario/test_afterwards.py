"""What follows a wish: tasks until they are done, the companion, the note until it stands in the case."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml

from clock import COPENHAGEN, ShiftedClock
from guidelines.workdays import next_morning
from sandbox.cast import departments
from tests.scenario.stage import WISH, Stage, on_stage, verbs, verdicts, words

NOTICE = {k: WISH[k] for k in ("citizen_name", "answer_by", "contact", "caseworker")}
A_WISH = {**WISH, "ground": "memory"}


async def played(database_url: str, clock: ShiftedClock, **settings: Any) -> AsyncIterator[Stage]:
    async with on_stage(database_url, clock, **settings) as made:
        yield made
        made.calm()


@pytest.fixture
async def albertslund(database_url: str, clock: ShiftedClock) -> AsyncIterator[Stage]:
    async for made in played(database_url, clock, MUNICIPALITY="albertslund"):
        yield made


@pytest.fixture
async def nyborg(database_url: str, clock: ShiftedClock) -> AsyncIterator[Stage]:
    async for made in played(database_url, clock, MUNICIPALITY="nyborg"):
        yield made


async def registered(stage: Stage, form: dict[str, str] | None = None, **changed: str) -> None:
    """A meeting of Mette's in two hours, and a wish in it."""
    await stage.meet(in_minutes=120, people=["mette", "ole"])
    meeting = (await stage.rows("SELECT id FROM meetings"))[0]
    await stage.press("mette", "register_open")
    typed = {**(form or WISH), "meeting": str(meeting["id"]), **changed}
    await stage.press("mette", "register_submit", **typed)


async def held(stage: Stage, **later: float) -> None:
    """The meeting runs and ends, an hour each."""
    await stage.pass_time(minutes=115)
    await stage.start("ole")
    await stage.pass_time(minutes=60)
    await stage.do("end", "mette", meeting=stage.meeting)


async def a_workday_later(stage: Stage, days: int = 1) -> None:
    """It is a little past nine, so many working days on."""
    now = stage.clock.now()
    then = now
    for _ in range(days):
        then = next_morning(then)
    await stage.pass_time(seconds=(then - now).total_seconds() + 60)


def day(stage: Stage, **later: float) -> str:
    return (stage.clock.now() + timedelta(**later)).astimezone(COPENHAGEN).date().isoformat()


async def task(stage: Stage, kind: str) -> Any:
    return (await stage.rows("SELECT * FROM tasks WHERE kind = :kind", kind=kind))[0]


def count(stage: Stage, having: str, person: str = "mette") -> int:
    shown = [words(m.card_for(person)) for m in stage.messages(stage.personal(person))]
    return sum(having in one for one in shown)


# --- tasks ----------------------------------------------------------------------------------------


@pytest.mark.rule("A3")
async def test_minutes_are_a_task_until_the_day_they_were_sent(nyborg: Stage) -> None:
    stage = nyborg
    await registered(stage, A_WISH)
    await stage.press("mette", "withdraw", having="Ole Madsen")
    await held(stage)
    assert (await task(stage, "minutes"))["done_at"] is None
    missing = await stage.press("mette", "task_done", having="Send referat")
    assert "Skriv" in words(missing["value"])
    assert (await task(stage, "minutes"))["done_at"] is None
    for wrong in (day(stage, days=1), day(stage, days=-2), "i går"):
        await stage.press("mette", "task_done", having="Send referat", done_on=wrong)
        assert (await task(stage, "minutes"))["done_at"] is None
    await stage.press("mette", "task_done", having="Send referat", done_on=day(stage))
    done = await task(stage, "minutes")
    assert (str(done["done_on"]), done["done_by"]) == (day(stage), done["owner_oid"])


@pytest.mark.rule("A3", "B5")
@pytest.mark.parametrize(
    ("municipality", "form", "promised"),
    [("nyborg", A_WISH, ["minutes"]), ("frederiksberg", WISH, ["printout"])],
)
async def test_what_is_promised_follows_whatever_the_answer_was(
    database_url: str, clock: ShiftedClock, municipality: str, form: dict[str, str],
    promised: list[str],
) -> None:  # fmt: skip
    async for stage in played(database_url, clock, MUNICIPALITY=municipality):
        await registered(stage, form)
        await held(stage)  # nobody has decided
        rows = await stage.rows("SELECT kind FROM tasks WHERE kind IN ('minutes', 'printout')")
        assert [row["kind"] for row in rows] == promised


@pytest.mark.rule("A3")
async def test_an_open_task_comes_up_again_until_it_is_done(nyborg: Stage) -> None:
    stage = nyborg
    await registered(stage, A_WISH)
    need = {"verdict.need": "for", "note.need": "Ole glemmer det aftalte efter sin skade."}
    await stage.press("mette", "grant", **need)
    await held(stage)
    before = count(stage, "Opgaven er ikke gjort endnu")
    await a_workday_later(stage)
    assert count(stage, "Opgaven er ikke gjort endnu") == before + 1
    again = await stage.press("mette", "task", having="Opgaven er ikke gjort endnu")
    assert "task_done" in verbs(again["value"])
    await stage.press("mette", "task_done", done_on=day(stage))
    await a_workday_later(stage, 8)
    assert count(stage, "Opgaven er ikke gjort endnu") == before  # the reminder became the task


@pytest.mark.rule("B5")
async def test_what_the_citizen_chose_at_the_handover_is_a_task(stage: Stage) -> None:
    await registered(stage)
    await stage.press("jens", "grant", **verdicts())
    await stage.press("mette", "handover_open")
    await stage.press(
        "mette", "handover_save", how="spoken", told_terms="true", **{"want.printout": "true"}
    )
    assert (await task(stage, "printout"))["done_at"] is None
    assert "Send udskrift" in words(stage.card(stage.personal("mette"), having="Ole Madsen").card)


async def test_nobody_is_sought_once_somebody_has_decided(
    database_url: str, clock: ShiftedClock, tmp_path: Path
) -> None:
    listed = departments()
    listed["departments"][0].update(approver_oid=None, deputy_oid=None)
    path = tmp_path / "departments.yaml"
    path.write_text(yaml.safe_dump(listed), encoding="utf-8")
    async for stage in played(database_url, clock, DEPARTMENTS=str(path)):
        await stage.fault("no_manager")
        await registered(stage)
        assert (await task(stage, "no_approver"))["done_at"] is None
        await stage.press("mette", "withdraw", having="Ole Madsen")
        assert (await task(stage, "no_approver"))["done_at"] is not None


# --- the companion --------------------------------------------------------------------------------


@pytest.mark.rule("A4", "B4")
async def test_a_companion_changes_nothing_and_is_asked_nothing(stage: Stage) -> None:
    await registered(stage)
    before = await stage.request()
    for name in ("Karen Holm", ""):
        answer = await stage.press("mette", "companion_open", having="Ole Madsen")
        assert [part for part in str(answer).split("'") if part.startswith("Input.")] == [
            "Input.Text"
        ]
        await stage.press("mette", "companion_set", companion_name=name)
        after = await stage.request()
        assert {k: after[k] for k in ("state", "version", "answer_state")} == {
            k: before[k] for k in ("state", "version", "answer_state")
        }
    await stage.press("mette", "companion_open", having="Ole Madsen")
    await stage.press("mette", "companion_remove")
    assert (await stage.request())["state"] == before["state"]


@pytest.mark.rule("A4", "B4", "B20")
async def test_a_companion_counts_among_those_to_be_told(stage: Stage) -> None:
    await registered(stage)
    await stage.press("jens", "grant", **verdicts())
    await stage.press("mette", "companion_open", having="Ole Madsen")
    await stage.press("mette", "companion_set", companion_name="Karen Holm")
    await stage.start("ole")
    rows = await stage.rows("SELECT * FROM informed WHERE kind = 'companion'")
    assert [row["informed_at"] for row in rows] == [None]
    ledger = stage.card(
        stage.personal("mette"), having="Karen Holm (bisidder) – skal have det at høre"
    )
    assert "read_aloud" in verbs(ledger.card)
    await stage.press("mette", "read_aloud")
    rows = await stage.rows("SELECT * FROM informed WHERE kind = 'companion'")
    assert rows[0]["informed_at"] is not None
    await stage.press("mette", "companion_open", having="Ønske")
    await stage.press("mette", "companion_set")
    named = await stage.rows("SELECT * FROM informed WHERE kind = 'companion'")
    assert len(named) == 1


# --- the note -------------------------------------------------------------------------------------


@pytest.mark.rule("C20", "C29")
async def test_the_note_comes_up_every_morning_and_then_as_a_task(albertslund: Stage) -> None:
    stage = albertslund
    await registered(stage, NOTICE)
    await held(stage)
    before = count(stage, "Notatet mangler i sagen")
    for number in range(1, 6):
        await a_workday_later(stage)
        assert count(stage, "Notatet mangler i sagen") == before + number
    assert (await task(stage, "note_missing"))["done_at"] is None
    await a_workday_later(stage)
    assert count(stage, "Notatet mangler i sagen") == before + 5


@pytest.mark.rule("C20")
async def test_a_copied_note_reminds_nobody(stage: Stage) -> None:
    await registered(stage)
    await stage.press("jens", "grant", **verdicts())
    await stage.press("mette", "handover_open")
    await stage.press("mette", "handover_save", how="spoken", told_terms="true")
    await held(stage)
    await stage.press("mette", "note_copied")
    await a_workday_later(stage)
    assert count(stage, "Notatet mangler i sagen") == 0


@pytest.mark.rule("C20", "C29")
async def test_where_the_note_is_only_recommended_there_is_one_reminder(stage: Stage) -> None:
    await registered(stage)
    await held(stage)
    await a_workday_later(stage)
    assert count(stage, "Notatet mangler i sagen") == 1
    await a_workday_later(stage, 3)
    assert count(stage, "Notatet mangler i sagen") == 1
    assert await stage.rows("SELECT 1 FROM tasks WHERE kind = 'note_missing'") == []


@pytest.mark.rule("C20", "C29")
async def test_a_note_that_changes_after_it_was_copied_says_so(stage: Stage) -> None:
    await registered(stage)
    await stage.press("jens", "grant", **verdicts())
    await held(stage)
    await stage.press("mette", "note_copied")
    note = stage.card(stage.personal("mette"), having="Notatet er kopieret til sagen")
    await stage.press("mette", "handover_open", having="Ole Madsen")
    await stage.press("mette", "handover_save", how="spoken", told_terms="true")
    standing = next(m for m in stage.messages(stage.personal("mette")) if m.id == note.id)
    assert "ændret, siden du kopierede det" in words(standing.card)
    await stage.press("mette", "note_copied", having="ændret, siden")
    again = next(m for m in stage.messages(stage.personal("mette")) if m.id == note.id)
    shown = words(again.card_for("mette"))
    assert "ændret, siden" not in shown
    before = shown
    await stage.pass_time(days=1)
    await stage.press("mette", "note", having="Ole Madsen")
    latest = [words(m.card_for("mette")) for m in stage.messages(stage.personal("mette"))]
    assert before in latest


def test_the_morning_is_that_of_the_next_working_day() -> None:
    friday = datetime(2026, 12, 18, 15, tzinfo=COPENHAGEN)
    assert next_morning(friday) == datetime(2026, 12, 21, 9, tzinfo=COPENHAGEN)
    before_christmas = datetime(2026, 12, 23, 15, tzinfo=COPENHAGEN)
    assert next_morning(before_christmas) == datetime(2026, 12, 28, 9, tzinfo=COPENHAGEN)
