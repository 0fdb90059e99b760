"""During the meeting: what the employee says, does and notes, under each guideline (2.4)."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import pytest

from clock import ShiftedClock
from tests.scenario.stage import Stage, verbs, words
from tests.scenario.test_refusing import HISTORY, OTHERS, propose
from tests.scenario.wishing import Town, in_town

REASON = "Vi afbrød mødet efter få minutter, så jeg nåede det ikke."


@pytest.fixture
async def albertslund(database_url: str, clock: ShiftedClock) -> AsyncIterator[Town]:
    async with in_town("albertslund", database_url, clock) as town:
        yield town


@pytest.fixture
async def nyborg(database_url: str, clock: ShiftedClock) -> AsyncIterator[Town]:
    async with in_town("nyborg", database_url, clock) as town:
        yield town


@pytest.fixture
async def frederiksberg(database_url: str, clock: ShiftedClock) -> AsyncIterator[Town]:
    async with in_town("frederiksberg", database_url, clock) as town:
        yield town


def guides(stage: Stage, person: str = "mette") -> list[Any]:
    """The cards *Under mødet* in a person's chat."""
    shown = [m.card_for(person) for m in stage.messages(stage.personal(person))]
    return [card for card in shown if "guided" in verbs(card) or "guide_turn" in verbs(card)]


async def marks(town: Town) -> list[str]:
    return [r["kind"] for r in await town.stage.rows("SELECT kind FROM marks ORDER BY at, kind")]


async def happens(town: Town, situation: str, **typed: str) -> Any:
    """Mette says what happens in the meeting, does the steps and writes it down."""
    await town.stage.press("mette", "guide_situation", situation=situation)
    return await town.stage.press("mette", "guide_done", situation=situation, **typed)


# --- the status -----------------------------------------------------------------------------------


@pytest.mark.rule("C6")
async def test_where_it_is_allowed_the_status_says_so_and_nobody_is_told(albertslund: Town) -> None:
    stage = albertslund.stage
    await stage.meet(people=["mette", "jens", "ole"], in_minutes=5)
    assert "Der må optages lyd" in words(stage.messages(stage.chat)[0].card)
    await stage.start("ole")
    assert "Der må optages lyd" in words(stage.messages(stage.chat)[0].card)
    assert len(stage.messages(stage.chat)) == 1  # no announcement: nobody has said that they record
    assert guides(stage) == []
    assert await stage.rows("SELECT 1 FROM requests") == []


@pytest.mark.rule("A7", "B29")
@pytest.mark.parametrize("municipality", ["nyborg", "frederiksberg"])
async def test_elsewhere_the_status_is_neutral_when_nobody_asked(
    municipality: str, database_url: str, clock: ShiftedClock
) -> None:
    async with in_town(municipality, database_url, clock) as town:
        await town.stage.meet(people=["mette", "jens", "ole"], in_minutes=5)
        await town.stage.start("ole")
        said = words(town.stage.messages(town.stage.chat)[0].card)
        assert "Der må" not in said
        assert "forbudt" not in said


@pytest.mark.rule("A7", "B18")
async def test_undecided_at_the_start_it_is_talked_about_or_moved(nyborg: Town) -> None:
    stage = nyborg.stage
    await nyborg.ask("virtual")
    await nyborg.begin("virtual", "ole")
    card = stage.card(stage.personal("mette"), having="ikke taget stilling")
    assert "flytte mødet" in words(card.card)
    shown = await stage.press("mette", "guide")
    assert "finde en ny tid" in words(shown["value"])
    assert "undecided" not in await marks(nyborg)


# --- the guide ------------------------------------------------------------------------------------


@pytest.mark.rule("C13", "C16")
async def test_the_preparation_comes_once_per_meeting_and_to_staff_only(albertslund: Town) -> None:
    stage = albertslund.stage
    await albertslund.ask("virtual")
    assert guides(stage) == []
    await albertslund.begin("virtual", "ole")
    assert len(guides(stage)) == 1
    assert "Før I går i gang" in words(guides(stage)[0])
    await stage.do("end", "mette", meeting=stage.meeting)
    await stage.pass_time(minutes=1)
    await stage.do("start", "mette", meeting=stage.meeting)  # the line was lost and taken up again
    assert len(guides(stage)) == 1
    assert guides(stage, "jens") == []
    for message in stage.messages(stage.chat):
        assert "Før I går i gang" not in words(message.card)


@pytest.mark.rule("C19", "C20")
async def test_a_recorded_talk_is_not_closed_without_the_guidance(albertslund: Town) -> None:
    stage = albertslund.stage
    await albertslund.ask("virtual")
    await albertslund.begin("virtual", "ole")
    await albertslund.finish("virtual")
    note = stage.card(stage.personal("mette"), having="Notatet er ikke færdigt")
    assert "note_copied" not in verbs(note.card)
    await stage.press("mette", "guide", having="Notatet er ikke færdigt")
    await stage.press("mette", "guided", having="Sig det højt")
    assert await marks(albertslund) == ["guided"]
    assert "vejled" in await albertslund.note()
    await stage.press("mette", "note_copied")
    assert (await stage.request())["note_copied_at"] is not None


@pytest.mark.rule("C19")
async def test_why_the_guidance_was_not_said_is_needed_and_kept(albertslund: Town) -> None:
    stage = albertslund.stage
    await albertslund.ask("virtual")
    await albertslund.begin("virtual", "ole")
    shown = await stage.press("mette", "not_guided")
    assert "Skriv, hvorfor det ikke blev sagt" in words(shown["value"])
    assert await marks(albertslund) == []
    await stage.press("mette", "not_guided", not_guided_why=REASON)
    await albertslund.finish("virtual")
    assert await marks(albertslund) == ["not_guided"]
    assert REASON in await albertslund.note()
    entries = await stage.rows("SELECT facts::text AS facts FROM journal WHERE kind = 'marked'")
    assert entries
    assert not any("afbrød" in entry["facts"] for entry in entries)


@pytest.mark.rule("C18")
async def test_the_switch_shows_the_sentence_and_keeps_the_times(albertslund: Town) -> None:
    stage = albertslund.stage
    await albertslund.ask("virtual")
    await albertslund.begin("virtual", "ole")
    guiding = await stage.press("mette", "guide_turn", turn="guiding")
    await stage.pass_time(minutes=10)
    deciding = await stage.press("mette", "guide_turn", turn="deciding")
    assert "Nu vejleder du" in words(guiding["value"])
    assert "Nu træffer du en afgørelse" in words(deciding["value"])
    rows = await stage.rows("SELECT kind, at FROM marks ORDER BY at")
    assert [row["kind"] for row in rows] == ["guiding", "deciding"]
    assert (rows[1]["at"] - rows[0]["at"]).total_seconds() >= 600


@pytest.mark.rule("C17")
async def test_an_oral_decision_is_noted_and_has_to_be_given_in_writing(albertslund: Town) -> None:
    stage = albertslund.stage
    await albertslund.ask("virtual")
    await albertslund.begin("virtual", "ole")
    await stage.press("mette", "guide_turn", turn="deciding")
    shown = await stage.press("mette", "oral_decision")
    assert "hvad afgørelsen går ud på" in words(shown["value"])
    await stage.press("mette", "oral_decision", decision_text="Du får hjælp to timer om ugen.")
    assert "oral_decision" in await albertslund.tasks()
    task = stage.card(stage.personal("mette"), having="Giv afgørelsen på skrift")
    assert "klagevejledning" in words(task.card)
    await stage.press("mette", "guided")
    await albertslund.finish("virtual")
    assert "Du får hjælp to timer om ugen." in await albertslund.note()


# --- what may happen ------------------------------------------------------------------------------


@pytest.mark.rule("C21", "C22")
async def test_an_untold_recording_becomes_a_told_one_and_nothing_else(albertslund: Town) -> None:
    stage = albertslund.stage
    await stage.meet(people=["mette", "jens", "lene", "ole"], in_minutes=5)
    await stage.start("ole")
    before = len(stage.messages(stage.personal("lene")))
    await stage.press("mette", "guide")
    calm = await stage.press("mette", "guide_situation", situation="undisclosed")
    said = words(calm["value"]).casefold()
    assert "i orden" in said
    for harsh in ("forbudt", "ulovlig", "politi", "sanktion"):
        assert harsh not in said
    missing = await stage.press("mette", "guide_done", situation="undisclosed")
    assert "Hvem optager?" in words(missing["value"])
    assert await stage.rows("SELECT 1 FROM requests") == []
    await stage.press("mette", "guide_done", situation="undisclosed", who="Ole Madsen")
    request = await stage.request()
    assert (request["state"], request["notice"], request["late"]) == ("granted", True, False)
    assert stage.has_card(stage.chat, "Ole Madsen")  # the others are told
    assert len(stage.messages(stage.personal("lene"))) == before  # HR/Jura hears nothing
    assert len(stage.messages(stage.personal("jens"))) == 1  # nor does the leader
    assert await stage.rows("SELECT 1 FROM incidents") == []
    await stage.press("mette", "guided")
    await albertslund.finish("virtual")
    note = await albertslund.note()
    assert "i orden" in note
    assert "vejled" in note


@pytest.mark.rule("C21")
async def test_an_untold_recording_under_a_house_rule_is_assessed_now(frederiksberg: Town) -> None:
    stage = frederiksberg.stage
    await stage.meet(people=["mette", "jens", "ole"], in_minutes=5)
    await stage.start("ole")
    await stage.press("mette", "guide")
    shown = await stage.press("mette", "guide_situation", situation="undisclosed")
    assert "register_open" in verbs(shown["value"])  # decide it now
    said = words(shown["value"])
    assert "slettet" in said  # nobody is to be asked to delete it
    assert "forbudt" not in said
    await stage.press("mette", "guide_done", situation="undisclosed", what="Telefonen lå fremme.")
    assert await marks(frederiksberg) == ["undisclosed"]
    assert await stage.rows("SELECT 1 FROM requests") == []
    assert await stage.rows("SELECT 1 FROM tasks") == []


@pytest.mark.rule("C12")
async def test_when_who_records_leaves_the_employee_is_reminded(albertslund: Town) -> None:
    stage = albertslund.stage
    await albertslund.ask("virtual")
    await albertslund.begin("virtual", "ole")
    await stage.do("leave", "ole", meeting=stage.meeting, person="ole")
    await stage.pass_time(seconds=40)
    card = stage.card(stage.personal("mette"), having="optagelsen skal stoppe")
    assert "Vi kan se" in words(card.card)
    assert not any("skal stoppe" in words(m.card) for m in stage.messages(stage.chat))
    await stage.press("mette", "guide_done", situation="recorder_left")
    assert await marks(albertslund) == ["recorder_away", "recorder_left"]


@pytest.mark.rule("C12")
async def test_who_only_lost_the_line_is_no_reason_to_remind(albertslund: Town) -> None:
    stage = albertslund.stage
    await albertslund.ask("virtual")
    await albertslund.begin("virtual", "ole")
    await stage.do("leave", "ole", meeting=stage.meeting, person="ole")
    await stage.pass_time(seconds=10)
    await stage.join("ole")
    await stage.pass_time(seconds=60)
    assert not stage.has_card(stage.personal("mette"), "optagelsen skal stoppe")


@pytest.mark.rule("A20", "C6")
@pytest.mark.parametrize("municipality", ["nyborg", "frederiksberg", "albertslund"])
async def test_a_camera_is_asked_off_and_sound_is_offered(
    municipality: str, database_url: str, clock: ShiftedClock
) -> None:
    async with in_town(municipality, database_url, clock) as town:
        stage = town.stage
        await stage.meet(people=["mette", "jens", "ole"], in_minutes=5)
        await stage.start("ole")
        await stage.press("mette", "guide")
        shown = await stage.press("mette", "guide_situation", situation="video_seen")
        assert "kameraet bliver slukket" in words(shown["value"])
        fine = "i orden at optage lyden" in words(shown["value"])
        assert fine == (municipality == "albertslund")
        await stage.press("mette", "guide_done", situation="video_seen")
        assert await marks(town) == ["video_seen"]


async def test_a_pause_apart_and_a_colleague_are_noted(albertslund: Town) -> None:
    stage = albertslund.stage
    await albertslund.ask("virtual")
    await albertslund.begin("virtual", "ole")
    await happens(albertslund, "caucus", what="Ole talte med sin bisidder.")
    shown = await happens(albertslund, "colleague_joined")
    assert "colleague_joined" not in str(
        [a for a in stage_actions(shown["value"]) if a.get("verb") == "guide_situation"]
    )
    assert sorted(await marks(albertslund)) == ["caucus", "colleague_joined"]
    await stage.press("mette", "guided")
    await albertslund.finish("virtual")
    assert "Ole talte med sin bisidder." in await albertslund.note()


def stage_actions(card: Any) -> list[dict[str, Any]]:
    """Every action of a card."""
    if isinstance(card, dict):
        own = [card] if isinstance(card.get("verb"), str) else []
        return own + [a for value in card.values() for a in stage_actions(value)]
    return [a for part in card for a in stage_actions(part)] if isinstance(card, list) else []


@pytest.mark.rule("C24")
async def test_devices_outside_come_with_exceptions_for_aids_and_no_search(
    albertslund: Town,
) -> None:
    stage = albertslund.stage
    await albertslund.ask("in_person")
    place = {"devices_out": "true", "devices_place": "i skabet ved receptionen"}
    await propose(albertslund, "history", **HISTORY, **place)
    before = await stage.press("mette", "guide", having="L-")
    assert "Ting uden for lokalet" not in words(before["value"])  # nothing is decided yet
    await stage.press("mette", "case")
    await stage.press("jens", "refuse_agree")
    await stage.press("mette", "guide", having="L-")
    shown = await stage.press("mette", "guide_situation", situation="devices")
    said = words(shown["value"])
    assert "høreapparat" in said
    assert "se ikke i tasker" in said
    await stage.press("mette", "guide_done", situation="devices")
    assert await marks(albertslund) == ["devices"]


@pytest.mark.rule("C22")
async def test_recorded_after_a_refusal_is_asked_to_stop_and_noted_only(albertslund: Town) -> None:
    stage = albertslund.stage
    await albertslund.ask("phone")
    await propose(albertslund)
    await stage.press("jens", "refuse_agree")
    await stage.press("mette", "guide", having="L-")
    shown = await stage.press("mette", "guide_situation", situation="still_recorded")
    assert "Bed roligt om, at optagelsen stopper" in words(shown["value"])
    assert "ikke strafbart" in words(shown["value"])
    tasks = await albertslund.tasks()
    await stage.press("mette", "guide_done", situation="still_recorded", what="Telefonen lå på.")
    assert await marks(albertslund) == ["still_recorded"]
    assert await albertslund.tasks() == tasks


@pytest.mark.rule("B20", "C31")
async def test_of_a_part_alone_everybody_is_told_also_who_comes_late(albertslund: Town) -> None:
    stage = albertslund.stage
    await albertslund.ask("virtual")
    await propose(albertslund, "others_affairs", **OTHERS, partial="true")
    await albertslund.begin("virtual", "ole")
    whole = words(stage.messages(stage.chat)[-1].card)
    await stage.press("jens", "refuse_agree")
    part = words(stage.messages(stage.chat)[-1].card)
    assert part != whole
    assert "del" in part
    assert "kun optages, når det handler om" in words(stage.messages(stage.chat)[0].card)
    rows = await stage.rows("SELECT announced_for FROM occurrences")
    assert any(str(one).startswith("own_part:") for one in rows[0]["announced_for"])


# --- outside Teams --------------------------------------------------------------------------------


async def test_only_the_meetings_own_employee_opens_it(albertslund: Town) -> None:
    stage = albertslund.stage
    await stage.meet(people=["mette", "nadia", "ole"], in_minutes=5)
    await stage.start("ole")
    shown = await stage.press("nadia", "guide")
    assert "ikke se, at du er i et møde" in str(shown["value"])


# --- Teams' own recording -------------------------------------------------------------------------


@pytest.mark.rule("C4")
async def test_staff_who_record_are_asked_why_and_it_is_noted(albertslund: Town) -> None:
    stage = albertslund.stage
    await albertslund.ask("virtual")
    await albertslund.begin("virtual", "ole")
    await stage.do("record", "mette", meeting=stage.meeting, force=True)
    await stage.pass_time(seconds=15)
    card = stage.card(stage.personal("mette"), having="recording_why")
    assert "som regel ikke selv" in words(card.card)
    shown = await stage.press("mette", "recording_why")
    assert "Skriv, hvorfor optagelsen blev startet" in words(shown["value"])
    await stage.press("mette", "recording_why", why="Det var en fejl. Jeg ramte knappen.")
    assert await marks(albertslund) == ["staff_recording"]
    await stage.press("mette", "guided")
    await albertslund.finish("virtual")
    assert "Jeg ramte knappen." in await albertslund.note()
