"""Ways through the product on which every field for words is written in, in all three municipalities."""

from __future__ import annotations

from tests.scenario.refusals import HISTORY, OTHERS, REASONS
from tests.scenario.stage import CRITERIA, WISH, verdicts
from tests.scenario.test_employee import tell
from tests.scenario.test_notice import forge
from tests.scenario.test_papers import fetch, path_of
from tests.scenario.test_script import begin_talk, say_all, script_card
from tests.scenario.wishing import Town
from tests.system import test_canary_told as told
from tests.system.played import DEVIATION_TEXT
from tests.system.typed_fields import STEM, canary, reasoned, typed

WISHED = (
    WISH | {"ground": "other", "companion": "yes"} | typed("citizen_name", "contact", "own_words")
)
FACTUAL = {
    "part.reason": "Mødet holdes i et rum, hvor en anden families sag ligger fremme på bordet.",
    "part.our_interest": "Vi kan ikke flytte papirerne, mens der bliver talt, uden at miste dem af syne.",
    "part.their_need": "Borgeren vil gerne høre sin egen plan igen, og den får han med hjem på skrift.",
    "part.conclusion": "Papirerne vejer tungest i dag. Næste gang er rummet et andet, og så må der optages.",
}
GROUNDS = {"history": HISTORY, "others_affairs": OTHERS, "other_factual": FACTUAL}


async def weighed(town: Town) -> None:
    """Frederiksberg, in Teams: two wishes weighed, one granted and one not; the meeting is held."""
    stage, notes = town.stage, [f"note.{one}" for one in CRITERIA]
    where = await town.where("virtual", dialIn=True)
    await stage.press("mette", "register_open")
    wish = WISHED | where | typed("ground_text")
    await stage.press("mette", "register_submit", **wish | {"contact": canary("contact")})
    await stage.press("mette", "register_submit", **wish)
    await stage.press("mette", "companion_open")
    await stage.press("mette", "companion_set", **typed("companion_name"))
    await stage.press("jens", "grant", **typed(*notes))
    await stage.press("jens", "grant", **verdicts() | typed(*notes))
    await stage.press("mette", "handover_open")
    await stage.press("mette", "handover_save", how="spoken", told_terms="true", **typed("who"))
    other = f"{wish['citizen_name']} Anden"
    await town.tell(where, **wish | {"citizen_name": other})
    await stage.press(
        "jens", "refuse_open", having=other, **verdicts(cooperation="against") | typed(*notes)
    )
    deviation = reasoned({"deviation": DEVIATION_TEXT})
    await stage.press("jens", "refuse_preview", **reasoned(REASONS) | deviation)
    await stage.press("jens", "refuse_confirm")
    states = {row["state"] for row in await stage.rows("SELECT state FROM requests")}
    assert states == {"granted", "not_granted"}
    await stage.pass_time(minutes=61)
    await town.begin("virtual", "ole")
    await stage.press("mette", "guide")
    await stage.press("mette", "guide_situation", situation="caucus")
    await stage.press("mette", "guide_done", situation="caucus", **typed("what"))
    listener = {"listener_kind": "other"} | typed("listener_name")
    await stage.press("mette", "listener_add", having="Hvem er oplyst", **listener)
    await stage.press("mette", "read_aloud")
    await town.finish("virtual")
    for row in await stage.rows("SELECT number FROM requests"):
        await stage.press("mette", "note_copied", having=row["number"], **typed("note_text"))


async def errands(town: Town) -> None:
    """Frederiksberg: a question and its answer, a report, a printout, and what the DPO and leaders look up."""
    stage = town.stage
    number = (await town.ask("phone"))["number"]
    await stage.press("mette", "legal_open")
    await stage.press("mette", "legal_ask", **typed("question"))
    await stage.press("lene", "legal_answer", **typed("legal_answer"))
    await town.begin("phone")
    await town.finish("phone")
    await stage.press("mette", "misuse_open", having=number)
    questions = ("where_when", "shared", "others", "evidence")
    await stage.press("mette", "misuse_submit", **typed(*questions))
    await stage.press("mette", "misuse_submit", **typed("happened", *questions))
    decided = {"police_report": "yes"} | typed("reasons")
    await stage.press("lene", "misuse_save", **decided)
    await stage.press("lene", "misuse_close", **decided)
    await stage.press("lene", "misuse_close", **decided | {"reported_on": town.day()})
    await stage.press("mette", "printout_open")
    await stage.press("mette", "printout_submit", **typed("about", "contact"))
    await stage.press("mette", "printout_submit", **typed("about", "contact", "citizen_name"))
    await stage.press("nadia", "errand_take")
    await stage.pass_time(days=5)
    for person in ("jens", "birgit"):
        await forge(stage, person, "ledger_find", typed("number"))
    held = typed("held_why")
    for verb in ("hold_set", "hold_lift"):
        await forge(stage, "birgit", verb, held | typed("case_number"))
        await forge(stage, "birgit", verb, held | {"case_number": number})
    await forge(stage, "birgit", "looks", typed("case_number"))
    await forge(stage, "birgit", "person_export", typed("person"))
    kept = await stage.rows("SELECT field FROM personal JOIN legal_holds ON id = owner_id")
    assert {row["field"] for row in kept} == {"held_why", "lifted_why"}
    assert {row["state"] for row in await stage.rows("SELECT state FROM errands")} == {
        "done", "closed", "taken",
    }  # fmt: skip


async def own_recording(town: Town) -> None:
    """Nyborg, in person and by phone: the municipality records too, and does not; and a no."""
    stage = town.stage
    await town.ask("phone", **WISHED | typed("ground_text"))
    await stage.press(
        "mette", "grant", **assessed("for", "Planen er lang, og den skal høres igen.")
    )
    await stage.press("mette", "own_not_made")
    await stage.press("mette", "own_not_made", **typed("not_made_why"))
    await town.ask("in_person", citizen_name="Asta Lind")
    no = assessed("neutral", "Asta har sin datter med, som skriver ned for hende undervejs.")
    await stage.press("mette", "refuse_open", having="Asta Lind", **no)
    await stage.press("mette", "refuse_preview", **reasoned(REASONS))
    await stage.press("mette", "refuse_confirm")
    await town.ask("in_person", citizen_name="Karen Dahl")
    yes = assessed("for", "Karen blev træt efter ti minutter, da vi sidst talte sammen.")
    await stage.press("mette", "grant", having="Karen Dahl", **yes)
    await town.begin("in_person")
    await stage.press("mette", "own_started", having="Karen Dahl", **typed("necessity"))
    await stage.press("mette", "own_stopped")
    await stage.press("mette", "own_save", **typed("place"))
    await stage.press("mette", "own_save", **typed("place"), delete_on=town.day(days=30))
    await town.finish("in_person")
    await stage.pass_time(days=31)
    assert "own_recording_delete" in await town.tasks()
    states = [
        r["state"] for r in await stage.rows("SELECT state FROM requests ORDER BY created_at")
    ]
    assert states == ["granted", "not_granted", "granted"]


def assessed(verdict: str, words: str) -> dict[str, str]:
    """Nyborg's assessment, in other words each time."""
    return {"verdict.need": verdict} | reasoned({"note.need": words})


async def refused(town: Town) -> None:
    """Albertslund: a no on every ground, which the leader first does not agree to; then told anew."""
    stage = town.stage
    for day, (ground, parts) in enumerate(GROUNDS.items()):
        name = f"{canary('citizen_name').title()} {'ABC'[day]}"
        where = await town.where("in_person", in_minutes=60 + day * 24 * 60)
        contact = typed("contact")
        await town.tell(where, citizen_name=name, **contact)
        await stage.press("mette", "refuse_open", having=name)
        await stage.press("mette", "refuse_ground", ground=ground)
        extras = {"devices_out": "true"} | typed("devices_place") if ground == "history" else {}
        written = reasoned(parts) | extras | reasoned({"deviation": DEVIATION_TEXT})
        await stage.press("mette", "refuse_preview", **written)
        await stage.press("mette", "refuse_confirm")
        if ground == "history":
            await stage.press("jens", "refuse_disagree", **typed("why"))
            await stage.press("mette", "refuse_open", having=name)
            await stage.press("mette", "refuse_ground", ground=ground)
            await stage.press("mette", "refuse_preview", **written)
            await stage.press("mette", "refuse_confirm")
        await stage.press("jens", "refuse_agree")
        assert (await stage.request())["state"] == "not_granted"
        again = {"after_refusal": "new_facts"} | typed("new_facts")
        await town.tell(where, citizen_name=name, **contact, **again)
    assert (await stage.request())["state"] == "granted"
    await stage.press("mette", "ground", having=(await stage.request())["number"])


async def talk(town: Town) -> None:
    """Albertslund, on the phone: led by the script, somebody listens, and what happened is noted."""
    stage = town.stage
    await begin_talk(town, **typed("citizen_name"))
    await stage.press("mette", "script_start")
    heard = {"listener_kind": "interpreter"} | typed("listener_name")
    await stage.press("mette", "listener_add", **heard)
    await stage.press("mette", "listener_add", **heard)  # who stands there already
    await say_all(stage, script_card(stage), until="Nu taler vi om")
    paper = (await fetch(stage, path_of(await stage.press("mette", "script_print"))))[1]
    assert STEM not in paper.casefold()
    await stage.press("mette", "guide")
    await stage.press("mette", "guide_turn", turn="deciding")
    await stage.press("mette", "oral_decision", **typed("decision_text"))
    await stage.press("mette", "guide_situation", situation="handover")
    await stage.press("mette", "guide_done", situation="handover", **typed("what"))
    await stage.press("mette", "script")
    await stage.press("mette", "break_over")
    await stage.press("mette", "guide")
    await stage.press("mette", "not_guided", **typed("not_guided_why"))
    await stage.press("mette", "script")
    account = await fetch(stage, path_of(await stage.press("mette", "ledger_export")), "POST")
    for name in ("citizen_name", "listener_name"):
        assert canary(name) in account[1].casefold()
    await town.finish("phone")
    await stage.press("mette", "note_copied", **typed("note_text"))


async def untold(town: Town) -> None:
    """Albertslund, in Teams: somebody records without a word, then an employee does, and says why."""
    stage = town.stage
    await stage.meet(people=["mette", "jens", "ole"], in_minutes=5)
    await stage.start("ole")
    await stage.press("mette", "guide")
    await stage.press("mette", "guide_situation", situation="undisclosed")
    said = {"situation": "undisclosed"} | typed("what")
    await stage.press("mette", "guide_done", **said)
    await stage.press("mette", "guide_done", **said | {"who": f"{canary('who').title()} Holm"})
    await stage.do("record", "mette", meeting=stage.meeting, force=True)
    await stage.pass_time(seconds=15)
    await stage.press("mette", "recording_why", **typed("why"))
    await stage.press("mette", "not_guided", **typed("not_guided_why"))
    await town.finish("virtual")
    await stage.press("mette", "note_copied", **typed("note_text"))


async def employee(town: Town) -> None:
    """Albertslund: an employee's own talk, refused by two, told anew with what is new."""
    stage = town.stage
    await tell(stage, ground="other", **typed("ground_text"))
    await stage.press("jens", "refuse_open")
    await stage.press("jens", "refuse_ground", ground="history")
    await stage.press("jens", "refuse_preview", **reasoned(HISTORY))
    await stage.press("jens", "refuse_confirm")
    await stage.press("lene", "refuse_agree")
    await stage.press("nadia", "employee_anew", **typed("new_facts"))
    again = await stage.request()
    assert again["state"] == "granted"
    await stage.press("jens", "ground", having=again["number"])


async def kept(town: Town) -> None:
    """Frederiksberg, where Graph tells: a program takes notes and stays, a recording's file is kept."""
    stage = town.stage
    stage.sandbox.world.switches["call_state_events"] = True
    await told.start(stage)
    await told.record(stage)
    await stage.press("mette", "note_taker_stays", **typed("stays_why"))
    await stage.press("jens", "file_open")
    await stage.press("jens", "file_decided", outcome="kept", **typed("kept_why"))
    (incident,) = await stage.rows("SELECT file_state, file_outcome FROM incidents")
    assert (incident["file_state"], incident["file_outcome"]) == ("found", "kept")


async def voiced(town: Town) -> None:
    """Frederiksberg: what is announced is said aloud in the call, to somebody on the phone."""
    stage = town.stage
    stage.sandbox.world.switches["bot_lobby"] = False
    stage.sandbox.world.people["bent"].name = f"{canary('listener_name').title()} Holm"
    where = await town.where("virtual", in_minutes=1, dialIn=True)
    await town.tell(where, **WISHED | typed("ground_text"))
    await stage.press("jens", "grant", **verdicts())
    await stage.press("mette", "companion_open")
    await stage.press("mette", "companion_set", **typed("companion_name"))
    await stage.start("ole", "bent")
    for seconds in (6, 60, 9, 60):  # who came while it was said hears it once more
        await stage.pass_time(seconds=seconds)
    (call,) = await stage.rows("SELECT state FROM calls")
    assert call["state"] == "spoken"
    assert any(h["person"] == "bent" for h in stage.sandbox.world.meetings[stage.meeting].heard)
    await town.finish("virtual")
