"""The acceptance set (domain.md 7) in Albertslund's way: v to x and xii."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from clock import ShiftedClock
from tests.scenario.stage import verbs, words
from tests.scenario.wishing import KINDS, Town, in_town, with_two_units

EVERY_KIND = pytest.mark.parametrize("kind", KINDS)
HISTORY = {
    "history": "Den 3. marts lagde Ole en optagelse af Mette på nettet. Det står i sagen.",
    "this_meeting": "I går skrev han til os, at dagens samtale også ender på Facebook.",
    "our_interest": "Mette skal kunne tale frit med Ole uden at blive hængt ud bagefter.",
    "their_need": "Han siger, at han vil huske tallene. Dem får han på skrift samme dag.",
    "conclusion": "Truslen vejer tungest her. Uden den havde han fået lov som alle andre.",
}
OTHERS = {
    "interest": "Ole vil høre samtalen igen sammen med sin datter derhjemme.",
    "other_ways": "Datteren kan komme med som bisidder, og der kommer et referat dagen efter.",
    "others_interest": "Hans søn taler om sin gæld og har bedt os om, at det ikke bliver optaget.",
    "conclusion": "Delen om Ole selv kan godt optages. Delen om sønnen bør ikke gemmes.",
}
DEVIATION = "Her er der truet med at lægge det på nettet, og det var der ikke i den anden sag."


@pytest.fixture
async def town(database_url: str, clock: ShiftedClock) -> AsyncIterator[Town]:
    async with in_town("albertslund", database_url, clock) as made:
        yield made


@EVERY_KIND
@pytest.mark.rule("C6", "C19", "C20", "C29")
async def test_v_told_of_when_it_begins_guided_and_noted(town: Town, kind: str) -> None:
    """(v) C, no request, recorded openly, guidance + note."""
    stage = town.stage
    where = await town.where(kind, in_minutes=1)
    if kind == "virtual":
        await stage.start("ole")
        assert "Der må optages lyd" in words(stage.messages(stage.chat)[0].card)
    assert await stage.rows("SELECT 1 FROM tasks") == []
    request = await town.tell(where)
    assert (request["state"], request["notice"], request["late"]) == ("granted", True, False)
    assert request["approver_oid"] is None
    if kind == "virtual":
        assert stage.has_card(stage.chat, "Ole Madsen")
    if kind != "virtual":
        await town.begin(kind)
    await town.finish(kind)
    open_note = stage.card(stage.personal("mette"), having="Notatet er ikke færdigt")
    assert "note_copied" not in verbs(open_note.card), "not without the guidance"
    await stage.press("mette", "guide", having="Notatet er ikke færdigt")
    await stage.press("mette", "guided")
    note = await town.note()
    assert "optag" in note
    assert "vejled" in note
    await stage.press("mette", "note_copied")
    assert (await stage.request())["note_copied_at"] is not None


@EVERY_KIND
@pytest.mark.rule("C21", "C22")
async def test_vi_an_undisclosed_recording_is_a_calm_matter(town: Town, kind: str) -> None:
    """(vi) C, undisclosed. Outside Teams nobody knows of the talk before Mette opens the card."""
    stage = town.stage
    if kind == "virtual":
        await stage.meet(people=["mette", "jens", "lene", "ole"], in_minutes=5)
        await stage.start("ole")
    heard = {who: len(stage.messages(stage.personal(who))) for who in ("jens", "lene")}
    await stage.press("mette", "guide")
    if kind != "virtual":
        await stage.press("mette", "guide_elsewhere", kind=kind)
    calm = await stage.press("mette", "guide_situation", situation="undisclosed")
    said = words(calm["value"]).casefold()
    assert "i orden" in said
    for harsh in ("forbudt", "ulovlig", "politi", "skal slette", "sanktion"):
        assert harsh not in said
    await stage.press("mette", "guide_done", situation="undisclosed", who="Ole Madsen")
    await stage.press("mette", "guided")
    for who, before in heard.items():
        assert len(stage.messages(stage.personal(who))) == before, f"{who} is told nothing"
    assert await stage.rows("SELECT 1 FROM incidents") == []
    assert await stage.rows("SELECT 1 FROM errands") == []
    await town.finish(kind)
    assert "vejled" in await town.note()
    assert (await town.meeting())["kind"] == kind


@EVERY_KIND
@pytest.mark.rule("C15", "C27", "C28", "C30", "C31")
async def test_vii_others_affairs_two_persons_and_the_own_part(town: Town, kind: str) -> None:
    """(vii) C, refusal on others' private affairs with leader and partial recording."""
    stage = town.stage
    await town.ask(kind, others_affairs="yes")
    for left_out in OTHERS:
        parts = {**OTHERS, left_out: ""}
        stopped = await town.refuse("mette", "others_affairs", **parts, partial="true")
        assert f"part.{left_out}" in words(stopped["value"])
    await town.refuse("mette", "others_affairs", **OTHERS, partial="true")
    request = await stage.request()
    assert (request["state"], request["decided_by"]) == ("granted", None), "only proposed"
    assert request["proposed_by"] == town.oid("mette")
    await stage.press("jens", "refuse_agree")
    request = await stage.request()
    assert (request["state"], request["scope"]) == ("granted", "own_part")
    assert (request["decided_by"], request["confirmed_by"]) == (
        town.oid("mette"), town.oid("jens"),
    )  # fmt: skip
    letter = town.letter()
    for said in ("den del, der kun handler om dig", "sammen med Jens Brandt", "bisidder"):
        assert said in letter
    for word in ("klagefrist", "klagevejledning"):
        assert word not in letter.casefold()
    await town.begin(kind, "ole")
    if kind == "virtual":
        told = words(stage.card(stage.chat, having="Ole Madsen").card)
        assert "del" in told
        assert "sin gæld" not in told
    else:
        await stage.press("mette", "guide", having=request["number"])
    await stage.press("mette", "guided")
    await town.finish(kind)
    assert OTHERS["others_interest"] in await town.note()


@EVERY_KIND
@pytest.mark.rule("C9", "C23", "C24", "C26", "C27")
async def test_viii_history_and_this_talk_with_devices_outside(town: Town, kind: str) -> None:
    """(viii) C, refusal on history, device rule with hearing-aid exception."""
    stage = town.stage
    await town.ask(kind)
    for half in ("history", "this_meeting"):
        stopped = await town.refuse("mette", "history", **{**HISTORY, half: ""})
        assert f"part.{half}" in words(stopped["value"])
    in_person = kind == "in_person"
    assert ("devices_out" in words(stopped["value"])) == in_person, "in person only"
    devices = {"devices_out": "true", "devices_place": "Skabet ved receptionen"}
    await town.refuse("mette", "history", **HISTORY, **(devices if in_person else {}))
    assert (await stage.request())["state"] == "granted", "allowed until the leader confirms"
    await stage.press("jens", "refuse_agree")
    request = await stage.request()
    assert (request["state"], request["devices_out"]) == ("not_granted", in_person)
    letter = town.letter()
    assert ("høreapparat" in letter) == in_person
    assert ("Skabet ved receptionen" in letter) == in_person
    assert HISTORY["this_meeting"] in letter
    await town.begin(kind, "ole")
    await town.finish(kind)
    assert HISTORY["history"] in await town.note()


@EVERY_KIND
@pytest.mark.rule("C1", "C2", "C7", "C19")
async def test_ix_an_employee_records_a_sickness_absence_talk(town: Town, kind: str) -> None:
    """(ix) C, employee sickness-absence talk."""
    stage = town.stage
    await stage.press("nadia", "employee_open")
    virtual = kind == "virtual"
    where = {} if virtual else await town.where(kind)
    if virtual:  # in Teams she has called the meeting, and the app is in it
        starts = stage.clock.now() + timedelta(minutes=60)
        made = await stage.do(
            "create_meeting", "nadia", title="Samtale", startsAt=starts.isoformat(),
            people=["nadia", "jens"],
        )  # fmt: skip
        stage.meeting, stage.chat = made["meeting"], made["chat"]
        await stage.do("install_app", "nadia", meeting=stage.meeting)
        where = {"meeting": str((await town.meeting())["id"])}
    talk = {"leader": town.oid("jens"), "companion": "yes", **where}
    outside = await stage.press("nadia", "employee_submit", employee_type="one_to_one", **talk)
    assert "ikke gemt noget" in words(outside["value"])
    assert await stage.rows("SELECT 1 FROM requests") == []
    receipt = await stage.press("nadia", "employee_submit", employee_type="sickness", **talk)
    assert "medarbejder" not in words(receipt["value"]).casefold()
    request = await stage.request()
    assert (request["relation"], request["state"]) == ("employee", "granted")
    assert request["caseworker_oid"] == town.oid("jens")
    for outsider in ("mette", "lene"):
        assert not stage.has_card(stage.personal(outsider), request["number"])
    await stage.pass_time(minutes=61)
    if virtual:
        await stage.do("start", "nadia", meeting=stage.meeting)
        await stage.do("join", "jens", meeting=stage.meeting, person="jens")
        assert "Nadia" in words(stage.card(stage.chat, having="optager lyden").card)
    else:  # in Teams the card comes by itself when the call begins (C13)
        await stage.press("jens", "guide", having=request["number"])
    await stage.press("jens", "guided")
    if virtual:
        await stage.do("end", "nadia", meeting=stage.meeting)
        told = await stage.rows("SELECT grade FROM informed WHERE mri IS NOT NULL")
        assert len(told) == 2
        assert all(row["grade"] != "none" for row in told)
    await stage.pass_time(hours=3)
    note = await town.note("jens")
    assert "personalesag" in note
    assert "vejled" in note


@pytest.mark.rule("C10", "C11")
async def test_x_what_another_unit_allowed_is_answered(
    database_url: str, clock: ShiftedClock, tmp_path: Path
) -> None:
    """(x) precedent deviation."""
    units = with_two_units(tmp_path)
    async with in_town("albertslund", database_url, clock, **units) as town:
        stage = town.stage
        await stage.do("install_personal", "ahmed")
        asta = {"citizen_name": "Asta Holm", "contact": "asta@borger.example"}
        await town.ask("phone", "ahmed", ground="memory", **asta)
        await town.ask("phone", ground="memory")
        first = await town.refuse("mette", "history", **HISTORY)
        said = words(first["value"])
        assert "deviation" in said, "one like case is enough"
        for hidden in ("Asta", "Beskæftigelse", "Ahmed"):
            assert hidden not in said
        assert (await stage.request())["proposed_by"] is None
        await town.refuse("mette", "history", **HISTORY, deviation=DEVIATION)
        assert (await stage.request())["proposed_by"] == town.oid("mette")
        await stage.press("jens", "refuse_agree")
        assert (await stage.request())["state"] == "not_granted"


@pytest.mark.rule("C34")
async def test_xii_misuse_goes_to_hr_legal_alone(town: Town) -> None:
    """(xii) misuse report to HR/Jura."""
    stage = town.stage
    happened = "Optagelsen fra mødet ligger på nettet og er klippet sammen."
    heard = len(stage.messages(stage.personal("jens")))
    await stage.press("mette", "misuse_open")
    await stage.press("mette", "misuse_submit", happened=happened, where_when="I går aftes")
    report = stage.card(stage.personal("lene"), having="misuse_close")
    assert happened in words(report.card)
    assert len(stage.messages(stage.personal("jens"))) == heard
    assert stage.sandbox.world.mailbox == []
    errand = (await stage.rows("SELECT * FROM errands"))[0]
    assert (errand["kind"], errand["state"]) == ("misuse", "assessing")
    unreported = {"police_report": "yes", "reasons": "Klippet er falsk og hænger Mette ud."}
    await stage.press("lene", "misuse_close", **unreported)
    assert (await stage.rows("SELECT * FROM errands"))[0]["state"] == "assessing"
    await stage.press("lene", "misuse_close", **unreported, reported_on=town.day())
    assert (await stage.rows("SELECT * FROM errands"))[0]["state"] == "closed"
    facts = await stage.rows("SELECT facts::text AS facts FROM journal")
    assert not any("nettet" in row["facts"] for row in facts)
