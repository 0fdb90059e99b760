"""Whatever field of a case does not open: every card, page and export of it opens, shows the rest, and says
in its place that something is there."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import asdict
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select, text

from cards import CARDS
from casework import bus, commands, effects, showing
from casework.afterwards import errands, misuse, notes, printouts
from casework.asking import companions
from casework.deciding import answers, assessing, reasons
from casework.jobs import answering, giving_up
from casework.keeping import holds, persons
from casework.meeting import account, guiding, incidents, note_takers, own_recording, telling
from casework.office import Bench, Office
from casework.rights.roles import Stage
from casework.rights.table import TABLE
from store.database import Database, Unit
from store.encryption import SealBroken
from store.jobs import Claim
from store.tables import (
    Errand,
    Incident,
    LegalHold,
    Meeting,
    NoteTaker,
    Occurrence,
    Request,
    Task,
)
from tests.system import kept_world
from tests.system import rights_world as world
from tests.system.test_who_may_what import CASES, THINGS
from texts import catalog, views
from web import paper

LOOKS = ("Show", "Open", "Look")
WORDS = {
    "citizen_name": "Ole Madsen", "ground": "remember", "ground_text": "Sygdom",
    "own_words": "Jeg glemmer det", "new_facts": "En ny diagnose", "contact": "ole@example.dk",
    "companion": "Karla Ledsager", "video": "accepted", "spoken": "Vi sagde nej, fordi",
    "letter": json.dumps({"subject": "Svar", "paragraphs": ["Du har fået et svar."]}),
    "note.purpose": "Vurderet således", "part.need": "Behov vejet", "deviation": "Fraveget her",
    "devices_place": "Skabet i gangen", "answer_given_by": "Mette Overbringer", "told_terms": "true",
    "disagreed_why": "Ikke enig heri", "answer_language": "en", "note_shown": "mark",
    "draft.boss.note.purpose": "Mit udkast", "draft.mette.refusal_ground": "x", "employee_type": "absence",
}  # fmt: skip
"""Every field that a wish can have."""
SPOIL = "UPDATE personal SET sealed = substring(sealed FROM 1 FOR 30)"
SAYS_SO = ("kan ikke åbnes", "kan ikke åbne", "cannot be opened")


async def given_everything(unit: Unit) -> None:
    """Every wish there is with every field, and every other row with words of its own."""
    for row in await unit.session.execute(text("SELECT id, relation FROM requests")):
        left_out = () if row.relation == "employee" else ("employee_type",)
        words = {name: words for name, words in WORDS.items() if name not in left_out}
        await unit.personal.put(row.id, row.id, words)
    more: Mapping[str, dict[str, str]] = {
        "meetings": {"title": "Opfølgning"},
        "errands": {"question": "Må vi", "legal_answer": "Ja", "happened": "Delt", "reasons": "Fordi",
                    "citizen_name": "Ole Madsen", "contact": "1", "about": "Alt", "about_day": "2026-05-01"},
        "incidents": {"file_url": "https://x", "kept_why": "Klage"},
        "note_takers": {"name": "Notebot"},
    }  # fmt: skip
    for table, words in more.items():
        for row in await unit.session.execute(text(f"SELECT id FROM {table}")):
            await unit.personal.put(row.id, row.id, words)


LOOKED_AT = {row.thing for kind, row in TABLE.items() if kind.__name__.startswith(LOOKS)}
"""Nobody looks at a question about a program: it is shown to who is asked."""


@pytest.mark.parametrize(("thing", "number"), [one for one in CASES if one[0] in LOOKED_AT])
async def test_every_look_opens_where_no_field_does(
    database: Database, thing: str, number: int
) -> None:
    """Whoever may look at a thing gets its card, and none is told that nothing can be done."""
    broken, opened = [], 0
    async with world.unmade(database) as unit:
        cases = [case async for case in THINGS[thing][number](unit)]
        await given_everything(unit)
        await unit.session.execute(text(SPOIL))
        for case in cases:
            door = bus.Bus(database, case.office)
            for kind, row in TABLE.items():
                if row.thing != thing or not kind.__name__.startswith(LOOKS):
                    continue
                if row.when and case.stage not in row.when:
                    continue
                for person in (one for one in world.PEOPLE if case.has(one, row.who)):
                    press = world.command(kind, person, case)
                    try:
                        view: Any = await door._if_allowed(unit, press, bus.HANDLERS[kind])
                    except SealBroken:
                        broken.append(f"{case.name}: {person} {kind.__name__}")
                        continue
                    assert CARDS[type(view)](view)
                    opened += 1
    assert broken == []
    assert opened


async def a_finished_case(unit: Unit) -> dict[str, UUID]:
    """The meeting of ``kept_world`` with every field, two errands and a hold more."""
    ids = await kept_world.fill(unit)
    words = {name: words for name, words in WORDS.items() if name != "employee_type"}
    await unit.personal.put(ids["wish"], ids["wish"], words)
    request = await unit.session.get_one(Request, ids["wish"])
    request.decided_at, request.decided_by, request.answer_state = unit.now, "boss", "ready"
    request.verdicts = {"purpose": "for"}
    hold = LegalHold(id=uuid4(), case_id=ids["wish"], set_by="birgit", set_at=unit.now)
    await kept_world.add(unit, ids["wish"], hold, held_why="En klage")
    printout = await kept_world.an_errand(
        unit, "printout", request, citizen_name="Ole Madsen", contact="12345678", about="Referatet",
        about_day="2026-05-01",
    )  # fmt: skip
    report = await unit.session.get_one(Errand, ids["misuse"])
    report.state = "closed"
    await unit.session.flush()
    return {**ids, "printout": printout.id}


def card_of(view: Any) -> str:
    return json.dumps(CARDS[type(view)](view), ensure_ascii=False)


async def surfaces(office: Office, unit: Unit, ids: Mapping[str, UUID]) -> dict[str, str]:
    """Every card, page and export that shows something of the case, as it is read."""
    get = unit.session.get_one
    wish, meeting = await get(Request, ids["wish"]), await get(Meeting, ids["meeting"])
    ran, incident = await get(Occurrence, ids["occurrence"]), await get(Incident, ids["incident"])
    program = await get(NoteTaker, await unit.session.scalar(text("SELECT id FROM note_takers")))
    errand = {name: await get(Errand, ids[name]) for name in ("errand", "misuse", "printout")}
    look = commands.ShowKeeping(actor=commands.Actor("29:birgit", "birgit", "Birgit"))
    ground = commands.LookAtGround(
        actor=commands.Actor("29:mette", "mette", "Mette"), request_id=wish.id
    )
    cards: dict[str, Callable[[], Awaitable[Any]]] = {
        "case": lambda: showing.case(office, unit, wish, "mette"),
        "decided": lambda: showing.decided(unit, wish, "boss"),
        "status": lambda: showing.meeting_status(office, unit, meeting),
        "note": lambda: notes.write_note(office, unit, wish, reader="boss"),
        "ledger": lambda: telling.ledger_view(office, unit, ran, meeting),
        "guide": lambda: guiding.guide(office, unit, meeting, "mette"),
        "situation": lambda: guiding.situation(office, unit, meeting, "video_seen"),
        "incident": lambda: incidents.warning(office, unit, meeting, incident, "mette"),
        "file": lambda: incidents.file_view(unit, meeting, incident),
        "own recording": lambda: own_recording.card(office, unit, wish),
        "question": lambda: errands.legal_question(office, unit, errand["errand"], "lene"),
        "misuse": lambda: misuse.misuse(office, unit, errand["misuse"]),
        "printout": lambda: printouts.printout(office, unit, errand["printout"], "mette"),
        "ground": lambda: answers.look_at_ground(office, unit, ground),
        "handover": lambda: answers._handover(office, unit, wish, {}),
        "companion": lambda: companions._form(unit, wish),
        "assessment": lambda: assessing.assessment(office, unit, wish, "boss"),
        "refusal": lambda: reasons.refusal(office, unit, wish, "boss"),
        "note-taker": lambda: note_takers.question(office, unit, meeting, program),
        "holds": lambda: holds.show(office, unit, look),
    }
    shown = {name: card_of(await made()) for name, made in cards.items()}
    page = await account.account(office, unit, meeting, ran, "birgit", "da")
    found = await persons.gather(office, unit, "Ole Madsen", "birgit")
    return {**shown, "account": str(paper._account(page).text), "extract": repr(asdict(found))}


async def test_each_field_alone_leaves_the_rest_to_be_read(database: Database) -> None:
    """Field by field: what showed it says that it does not open, and all else is as it was."""
    office, seen, silent = world.office(), set(), []
    async with world.unmade(database) as unit:
        ids = await a_finished_case(unit)
        before = await surfaces(office, unit, ids)
        rows = (await unit.session.execute(text("SELECT owner_id, field FROM personal"))).all()
        stored = await unit.personal.get_many({row.owner_id for row in rows})
        spoil = text(f"{SPOIL} WHERE owner_id = :owner AND field = :field")
        for owner, field in rows:
            undo = await unit.session.begin_nested()
            await unit.session.execute(spoil, {"owner": owner, "field": field})
            after = await surfaces(office, unit, ids)
            await undo.rollback()
            word = stored[owner][field]
            for name, text_before in before.items():
                if len(word) < 4 or word not in text_before or word in after[name]:
                    continue
                seen.add(name)
                if name != "extract" and not any(words in after[name] for words in SAYS_SO):
                    silent.append(f"{name}: {field}")
    assert sorted(silent) == []
    assert len(seen) > 12


async def test_where_the_second_person_cannot_read_all_no_letter_is_shown(
    database: Database,
) -> None:
    """A letter with a hole is not agreed to; nor is it shown as if it were whole."""
    kind = next(one for one in world.KINDS if one.name == "decided by the employee")
    async with world.unmade(database) as unit:
        cases = [one async for one in world.wishes(unit, kind)]
        case = next(one for one in cases if one.stage is Stage.OPEN_PROPOSED)
        await unit.session.execute(text(f"{SPOIL} WHERE field = 'citizen_name'"))
        look = world.command(commands.ShowCase, "boss", case)
        view: Any = await bus.HANDLERS[commands.ShowCase](case.office, unit, look)
    assert isinstance(view, views.Confirmation)
    assert view.paragraphs == (catalog.text("card.closed.no_letter"),)
    assert catalog.text("card.closed.call") in card_of(view)


async def test_a_letter_with_a_hole_is_not_sent_and_somebody_gets_the_task(
    database: Database, bench: Bench
) -> None:
    """To a citizen all of it goes or nothing: here there is nothing that could send."""
    async with database.unit() as unit:
        about = await world.meeting(unit)
        row = await world.wish(
            unit, about, bench.office, state="granted", caseworker_oid="mette", decided_by="boss",
            decided_at=unit.now, answer_state="ready",
        )  # fmt: skip
        letter = json.dumps({"subject": "Svar", "paragraphs": ["Du har fået et svar."]})
        await unit.personal.put(row.id, row.id, {"letter": letter, "contact": "ole@example.dk"})
        await unit.session.execute(text(f"{SPOIL} WHERE field = 'citizen_name'"))
    claim = Claim(1, effects.ANSWER, str(row.id), {"request_id": str(row.id)}, 1, False, 1)
    with pytest.raises(SealBroken):
        await answering.answer(bench, claim)
    await giving_up.gave_up(bench, claim)
    async with database.unit() as unit:
        task = await unit.session.scalar(select(Task).where(Task.request_id == row.id))
        stands = await unit.session.get_one(Request, row.id)
        assert task is not None
        assert (task.kind, task.owner_oid) == ("answer_failed", "mette")
        assert stands.answer_state == "failed"
        with pytest.raises(
            SealBroken
        ):  # nor is a meeting told who records with a hole for the name
            await showing.recorders(unit, [stands])
        assert await showing.recorders_shown(unit, [stands]) == catalog.text("names.closed")
