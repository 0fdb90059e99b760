"""The way, granted and refused, with a text of its own in every place where somebody may write."""

from __future__ import annotations

from datetime import timedelta

from clock import COPENHAGEN
from tests.scenario.stage import WISH, Stage, verdicts

NAME = "Xqborger Navnesen"  # the citizen who records, in Teams and on the form
SECOND = "Xqanden Afslagsen"  # the one who is not given leave
LINK_NAME = "Xqviaet Link"  # an anonymous person who would like to record
MAIL = "xqpost@borger.example"
PHONE = "70819263"
CPR = "010203-9876"
GROUND = "xqgrundtekst"
OWN_WORDS = "xqegneord"
NOTE = "xqkriterienote"
NEED = "xqbehov"
WEIGHING = "xqafvejning"
TITLE = "Xqmødetitel"
TYPED = "xqchattekst"
HANDED = "Xqoverbringer"
WRONG_MAIL = "xqforkert-adresse"
FREE_VERDICT = "xqfrivurdering"

CANARIES = frozenset(
    {NAME, SECOND, LINK_NAME, MAIL, PHONE, CPR, GROUND, OWN_WORDS, NOTE, NEED, WEIGHING}
    | {TITLE, TYPED, HANDED, WRONG_MAIL, FREE_VERDICT}
)

NEED_TEXT = f"Du har fortalt om {NEED}. Vi skriver aftalerne ned sammen, og du får dem med hjem."
DEVIATION_TEXT = f"I den anden sag var der ingen, der talte om {WEIGHING}, og det er forskellen."
WEIGHING_TEXT = f"På mødet taler din søster om sin egen økonomi, og {WEIGHING} vejer derfor tungt."
FIRST_WISH = WISH | {
    "citizen_name": NAME,
    "contact": MAIL,
    "ground": "other",
    "ground_text": f"{GROUND} {CPR}",
    "own_words": f"{OWN_WORDS} {CPR}",
    "companion": "yes",
}
SECOND_WISH = FIRST_WISH | {"citizen_name": SECOND, "answer_by": "spoken", "contact": PHONE}


def noted() -> dict[str, str]:
    """An assessment with something written at a criterion."""
    return verdicts(cooperation="against") | {"note.cooperation": f"Det er sket før: {NOTE}."}


async def meet(stage: Stage) -> str:
    """A meeting of Mette's with the citizen; its id in the database."""
    people = stage.sandbox.world.people
    people["ole"].name, people["amal"].name = NAME, LINK_NAME
    starts = stage.clock.now() + timedelta(minutes=30)
    made = await stage.do(
        "create_meeting", "mette", title=TITLE, startsAt=starts.isoformat(), dialIn=True
    )
    stage.meeting, stage.chat = made["meeting"], made["chat"]
    await stage.do("install_app", "mette", meeting=stage.meeting)
    return str((await stage.rows("SELECT id FROM meetings"))[0]["id"])


async def register(
    stage: Stage, meeting: str, wish: dict[str, str], verb: str = "register_open"
) -> None:
    """Mette registers a wish, at the second try: the first has a wrong address."""
    await stage.press("mette", verb)
    wrong = wish | {"meeting": meeting, "answer_by": "email", "contact": WRONG_MAIL}
    await stage.press("mette", "register_submit", **wrong)
    await stage.press("mette", "register_submit", **(wish | {"meeting": meeting}))


async def grant(stage: Stage) -> None:
    """Jens grants, at the second try: the first carries a verdict that is none."""
    odd = noted() | {"verdict.purpose": FREE_VERDICT}
    await stage.press("jens", "grant", having=NAME, **odd)
    kept = (await stage.rows("SELECT verdicts::text AS kept FROM requests"))[0]["kept"]
    assert FREE_VERDICT not in kept
    await stage.press("jens", "grant", having=NAME, **noted())


async def refuse(stage: Stage) -> None:
    """Jens does not grant; the letter is seen before it is sent."""
    await stage.press("jens", "refuse_open", having=SECOND, **noted())
    await stage.press(
        "jens",
        "refuse_preview",
        **{"part.need": NEED_TEXT, "part.weighing": WEIGHING_TEXT, "deviation": DEVIATION_TEXT},
    )
    await stage.press("jens", "refuse_confirm")


async def hand_over(stage: Stage, name: str) -> None:
    """Mette records that the answer reached the citizen."""
    await stage.press("mette", "handover_open", having=name)
    given = {"how": "spoken", "who": HANDED, "told_terms": "true"}
    await stage.press("mette", "handover_save", having=name, **given)


async def decide(stage: Stage) -> None:
    """Everything before the meeting: contact wish, two wishes, two decisions, two answers."""
    meeting = await meet(stage)
    await stage.press("ole", "want_to_record", chat=stage.chat)
    await register(stage, meeting, FIRST_WISH, "wish_open")
    await grant(stage)
    await hand_over(stage, NAME)
    await register(stage, meeting, SECOND_WISH)
    await stage.press("mette", "ground", having=SECOND)
    await refuse(stage)
    await hand_over(stage, SECOND)
    await stage.do("message", "mette", chat=stage.personal("mette"), text=f"Hej {TYPED} {CPR}")
    await stage.do("message", "ole", chat=stage.chat, text=f"@Lydhør {TYPED} {CPR}")


async def hold(stage: Stage) -> None:
    """The meeting: announced, a latecomer, read aloud, recording in Teams seen, ended."""
    await stage.pass_time(minutes=30)
    await stage.start("ole")
    await stage.join("amal")
    await stage.press("amal", "want_to_record", chat=stage.chat)
    await stage.press("mette", "read_aloud")
    await stage.do("record", "mette", meeting=stage.meeting, force=True)
    await stage.pass_time(seconds=11)
    await stage.press("mette", "recording_stopped")
    await stage.pass_time(minutes=60)
    await stage.do("end", "mette", meeting=stage.meeting)
    await stage.press("mette", "note_copied", having=NAME)
    today = stage.clock.now().astimezone(COPENHAGEN).date().isoformat()
    await stage.press("mette", "task_done", having=NAME, done_on=today)
