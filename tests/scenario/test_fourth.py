"""A fourth municipality is a file: the four of ``tests/profiles/`` run through the same door."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from clock import ShiftedClock
from guidelines.profile import load_profile
from guidelines.profile_review import review
from tests.scenario.stage import verbs, words
from tests.scenario.wishing import ASKING, in_town
from tests.speech import spoken_in

PROFILES = Path(__file__).parents[1] / "profiles"
NOTICES = ("gladsaxe", "holbaek", "silkeborg")
SAID = {
    "need": "Ole vil huske det, vi aftaler om kørslen til træning.",
    "reason": "Mødet holdes i et åbent rum, hvor andre borgere kan høres hele tiden.",
}


def town(name: str) -> str:
    """The path of the profile, as the setting names it, with a wish that fits its grounds."""
    path = str(PROFILES / f"{name}.yaml")
    ground = "memory" if name == "nordfyn" else "undisclosed"
    ASKING[path] = ASKING["albertslund"] | {"ground": ground}
    return path


@pytest.mark.parametrize("name", NOTICES)
async def test_a_notice_is_enough(name: str, database_url: str, clock: ShiftedClock) -> None:
    async with in_town(town(name), database_url, clock) as here:
        request = await here.ask("in_person")
        assert (request["state"], request["notice"]) == ("granted", True)
        assert (request["profile_id"], request["decided_by"]) == (name, None)
        assert "Tak for din besked" in here.letter()


async def test_the_employee_alone_can_say_no_to_a_notice(
    database_url: str, clock: ShiftedClock
) -> None:
    async with in_town(town("holbaek"), database_url, clock) as here:
        await here.ask("in_person")
        await here.stage.press("mette", "refuse_open")  # one ground, so nothing to choose
        answer = await here.refuse("mette", "", need="", reason="")
        assert "refuse_confirm" not in verbs(answer["value"])  # nothing to press through
        answer = await here.refuse("mette", "", **SAID)
        request = await here.stage.request()
        assert (request["state"], request["confirmed_by"]) == ("not_granted", None), words(answer)
        assert SAID["need"] in here.letter()
        assert SAID["reason"] in here.letter()


async def test_five_working_days(database_url: str, clock: ShiftedClock) -> None:
    """Nordfyn: nearer than five working days is late, and is assessed all the same."""
    async with in_town(town("nordfyn"), database_url, clock) as here:
        assert (await here.tell(await here.where("phone", in_minutes=60 * 24 * 12)))[
            "late"
        ] is False
        near = await here.tell(await here.where("phone", in_minutes=60 * 24 * 3))
        assert near["late"] is True
        assert near["state"] not in ("not_granted", "granted")


# --- video with the employee's acceptance (Silkeborg), allowed (Holbæk, Gladsaxe) -----------------

VIDEO = "Der bliver også optaget video."


def told(here: Any) -> str:
    """Everything that was said in the meeting chat."""
    return " ".join(words(m.card) for m in here.stage.messages(here.stage.chat))


@pytest.mark.rule("A20", "C6")
@pytest.mark.parametrize(
    ("answer", "announced"), [("video_accept", True), ("video_decline", False)]
)
async def test_video_is_announced_only_when_the_employee_said_yes(
    answer: str, announced: bool, database_url: str, clock: ShiftedClock
) -> None:
    async with in_town(town("silkeborg"), database_url, clock) as here:
        stage = here.stage
        await here.tell(await here.where("virtual", in_minutes=5), wants_video="true")
        await stage.press("mette", answer)
        await here.begin("virtual", "ole")
        assert (VIDEO in told(here)) is announced
        await stage.join("amal")
        assert (told(here).count(VIDEO) > 1) is announced
        shown = await stage.press("mette", "guide")
        seen = await stage.press("mette", "guide_situation", situation="video_seen")
        assert ("kameraet bliver slukket" in words(seen["value"])) is not announced, words(shown)
        await here.finish("virtual")
        note = await here.note()
        assert ("sagt ja til, at der også bliver optaget video" in note) is announced
        assert ("ikke sagt ja til video" in note) is not announced


async def test_video_nobody_answered_for_is_not_announced(
    database_url: str, clock: ShiftedClock
) -> None:
    async with in_town(town("silkeborg"), database_url, clock) as here:
        await here.tell(await here.where("virtual", in_minutes=5), wants_video="true")
        await here.begin("virtual", "ole")
        assert "optager mødet" in told(here)
        assert VIDEO not in told(here)


async def test_a_yes_to_video_in_the_meeting_is_told_at_once(
    database_url: str, clock: ShiftedClock
) -> None:
    async with in_town(town("silkeborg"), database_url, clock) as here:
        await here.tell(await here.where("virtual", in_minutes=5), wants_video="true")
        await here.begin("virtual", "ole")
        await here.stage.press("mette", "video_accept")
        assert VIDEO in told(here)
        rows = await here.stage.rows("SELECT announced_for, tellings FROM occurrences")
        assert "video" in rows[0]["announced_for"]
        assert rows[0]["tellings"] == 2


async def test_where_video_is_allowed_it_is_announced_if_somebody_wished_for_it(
    database_url: str, clock: ShiftedClock
) -> None:
    async with in_town(town("holbaek"), database_url, clock) as here:
        await here.tell(await here.where("virtual", in_minutes=5), wants_video="true")
        await here.begin("virtual", "ole")
        assert VIDEO in told(here)


# --- what is only possible: a recording of one's own, a colleague, a day of evaluation ------------


@pytest.mark.parametrize("name", ["gladsaxe", "holbaek", "silkeborg"])
async def test_the_employee_may_record_too_and_need_not(
    name: str, database_url: str, clock: ShiftedClock
) -> None:
    async with in_town(town(name), database_url, clock) as here:
        stage = here.stage
        await here.tell(await here.where("virtual", in_minutes=5))
        await here.begin("virtual", "ole")
        assert "Kommunen optager også." not in told(here)  # nothing is said of what nobody does
        assert await stage.rows("SELECT 1 FROM own_recordings") == []
        await stage.press("mette", "own_open")
        await stage.press(
            "mette", "own_started", necessity="Vi skal kunne høre, hvad der blev lovet."
        )
        assert "Kommunen optager også." in told(here)
        await stage.press("mette", "own_stopped")
        await stage.press("mette", "own_save", place="Sagens mappe", delete_on=here.day(days=30))
        await here.finish("virtual")
        assert "Sagens mappe" in await here.note()
        (steps,) = await stage.rows("SELECT * FROM own_recordings")
        assert steps["started_at"]
        assert steps["stopped_at"]
        assert steps["delete_on"]


@pytest.mark.parametrize("name", ["gladsaxe", "holbaek"])
async def test_a_recording_nobody_made_leaves_no_task(
    name: str, database_url: str, clock: ShiftedClock
) -> None:
    async with in_town(town(name), database_url, clock) as here:
        await here.tell(await here.where("virtual", in_minutes=5))
        await here.begin("virtual", "ole")
        await here.finish("virtual")
        assert "own_recording" not in await here.tasks()


@pytest.mark.parametrize("name", ["gladsaxe", "holbaek"])
async def test_a_colleague_who_joins_is_told_of_and_noted(
    name: str, database_url: str, clock: ShiftedClock
) -> None:
    async with in_town(town(name), database_url, clock) as here:
        stage = here.stage
        await here.tell(await here.where("virtual", in_minutes=5))
        await here.begin("virtual", "ole")
        await stage.press("mette", "guide")
        shown = await stage.press("mette", "guide_situation", situation="colleague_joined")
        assert "guide_done" in verbs(shown["value"])
        await stage.press("mette", "guide_done", situation="colleague_joined", what="Jens er med.")
        await here.finish("virtual")
        assert "Jens er med." in await here.note()


async def test_a_guideline_past_its_day_of_evaluation_holds_and_is_shown_to_its_owner(
    database_url: str, clock: ShiftedClock
) -> None:
    """Holbæk was to be evaluated in 2025: nobody's wish suffers, and ``make profiles`` says so."""
    path = town("holbaek")
    due = review(load_profile(path), date(2026, 11, 29)).due
    assert [(one.parameter, one.passed) for one in due if one.parameter == "evaluate_on"] == [
        ("evaluate_on", True)
    ]
    async with in_town(path, database_url, clock) as here:
        assert (await here.ask("phone"))["state"] == "granted"


@pytest.fixture
def voice() -> dict[str, str]:
    """The settings for Silkeborg's spoken texts."""
    return {"VOICE": "1", "DATA_DIR": str(spoken_in(town("silkeborg")))}


@pytest.mark.rule("A20")
@pytest.mark.parametrize("video", [True, False])
async def test_no_voice_says_sound_only_where_video_was_said_yes_to(
    video: bool, voice: dict[str, str], database_url: str, clock: ShiftedClock
) -> None:
    """The prompts are the same in every meeting and say that it is sound only; then a person reads."""
    async with in_town(town("silkeborg"), database_url, clock, **voice) as here:
        where = await here.where("virtual", in_minutes=5, dialIn=True)
        await here.tell(where, wants_video="true" if video else "false")
        if video:
            await here.stage.press("mette", "video_accept")
        await here.begin("virtual", "ole", "bent")
        await here.stage.pass_time(seconds=6)
        states = {row["state"] for row in await here.stage.rows("SELECT state FROM calls")}
        assert ("no_sound" in states) is video
        assert here.stage.has_card(here.stage.personal("mette"), "read_aloud")
