"""A municipality in which something has happened: whoever fuzzes from inside has things to press on."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any, Final
from uuid import uuid4

from sqlalchemy import text

from clock import ShiftedClock
from sandbox import Sandbox, activities
from sandbox.subscribing import Subscription
from store.database import Database
from store.jobs import JobEngine
from store.tables import Call
from tools.fuzz.forms import FORM, form

OUR_WORD, THEIR_WORD = "Xqalfa", "Xqbeta"
"""Stand in what is said in the wishes of the one unit and of the other."""
CALL_KEY: Final = "kanarie-noegle-7f3a91"
CROWD: Final = 1
CITIZENS: Final = ("Borger A", "Borger B", "Borger C", "Borger D")
THINGS: Final[Mapping[str, str]] = {
    "meeting_id": "SELECT id FROM meetings WHERE id = :meeting",
    "occurrence_id": "SELECT id FROM occurrences WHERE meeting_id = :meeting ORDER BY id",
    "incident_id": "SELECT id FROM incidents WHERE meeting_id = :meeting ORDER BY id",
    "note_taker_id": "SELECT id FROM note_takers WHERE meeting_id = :meeting ORDER BY id",
    "wish_id": "SELECT id FROM contact_wishes WHERE meeting_id = :meeting ORDER BY id",
}
TASKS: Final = """SELECT t.id FROM tasks t LEFT JOIN requests r ON r.id = t.request_id
    WHERE coalesce(t.meeting_id, r.meeting_id) IS DISTINCT FROM :other ORDER BY t.kind, t.id"""


class PlayError(Exception):
    """The play did not go as it must; the text says where."""


@dataclass(frozen=True)
class Played:
    """What there is. ``ids``: every id a button of the first unit carries, by the button's name for it;
    ``others``: the same of the other unit's case, and its number. ``waits``:
    what the button under a letter carries that has been shown and not sent. ``links``: print and extract."""

    sandbox: Sandbox
    chat: str
    teams_meeting: str
    ids: Mapping[str, Sequence[str]]
    errands: Mapping[str, str]
    numbers: Sequence[str]
    others: Mapping[str, str]
    subscriptions: Sequence[Subscription]
    waits: Mapping[str, str]
    links: Sequence[str]
    delivered: str

    @property
    def undecided(self) -> tuple[str, ...]:
        """The wishes that somebody may still decide."""
        first, _, _, fourth = self.ids["request_id"]
        return first, fourth

    @property
    def apart(self) -> tuple[str, ...]:
        """What names the other unit's case in a row."""
        return tuple(self.others.values())


@dataclass
class Play:
    """Plays it: Teams on the one side, the due work carried out by hand on the other."""

    sandbox: Sandbox
    database: Database
    engine: JobEngine
    clock: ShiftedClock
    links: list[str] = field(default_factory=list)

    async def settle(self) -> None:
        """Carry out everything that is due, and what follows from it."""
        for _ in range(40):
            worked = await self.engine.drain()
            await self.sandbox.teams.release_due()
            if not worked:
                return

    async def do(self, name: str, as_: str, **params: Any) -> Any:
        """Something happens in Teams."""
        result = await self.sandbox.do(name, as_=as_, **params)
        await self.settle()
        return result

    async def later(self, seconds: float) -> None:
        """Time passes on both sides."""
        self.clock.advance(timedelta(seconds=seconds))
        await self.sandbox.do("advance", seconds=seconds)
        await self.settle()

    async def press(self, person: str, verb: str, /, **data: str) -> Any:
        """A press in the person's own chat; the answer."""
        world = self.sandbox.world
        chat = world.personal_chat(person)
        on = chat.messages[0].id if chat.messages else "1"
        action = {"verb": verb, "data": data}
        sent = activities.card_action(world, chat, world.people[person], on, action, "manual")
        answer = await self.sandbox.door.send(sent)
        await self.settle()
        self.links += _links(answer.body)
        return answer.body

    async def rows(self, query: str, **values: Any) -> list[Any]:
        """Rows of the database."""
        async with self.database.unit() as unit:
            return list((await unit.session.execute(text(query), values)).mappings())

    async def ids(self, query: str, **values: Any) -> tuple[str, ...]:
        """The first column of the rows, as text."""
        return tuple(str(next(iter(row.values()))) for row in await self.rows(query, **values))

    async def errands(self) -> dict[str, str]:
        """Kind to id."""
        rows = await self.rows("SELECT kind, id FROM errands")
        return {str(row["kind"]): str(row["id"]) for row in rows}

    async def meeting(self, person: str, *people: str) -> tuple[str, str, str]:
        """A meeting of the person's with the app in it: Teams' name, chat, and our id."""
        starts = (self.clock.now() + timedelta(minutes=1)).isoformat()
        made = await self.do(
            "create_meeting", person, title="Samtale", startsAt=starts, people=[person, *people],
            dialIn=True,
        )  # fmt: skip
        await self.do("install_app", person, meeting=made["meeting"])
        newest = await self.ids("SELECT id FROM meetings ORDER BY created_at DESC LIMIT 1")
        return made["meeting"], made["chat"], newest[0]

    async def wish(self, person: str, meeting: str, citizen: str, word: str) -> str:
        """A wish of the citizen's that the person registers; its id."""
        said = {name: f"{FORM[name]} {word} {citizen}" for name in ("own_words", "ground_text")}
        said["citizen_name"] = f"{citizen} {word}"
        given = {
            name: FORM[name] for name in ("answer_by", "contact", "caseworker", "phone_possible")
        }
        typed = given | said | {"ground": "other", "meeting": meeting, "considered": ""}
        before = await self.ids("SELECT id FROM requests")
        answer = await self.press(person, "register_submit", **typed)
        new = [one for one in await self.ids("SELECT id FROM requests") if one not in before]
        if len(new) != 1:
            raise PlayError(f"no wish was registered: {str(answer)[:2000]}")
        return new[0]


async def play(
    sandbox: Sandbox, database: Database, engine: JobEngine, clock: ShiftedClock
) -> Played:
    """Two units, two meetings: in the first four wishes, decided and not, a call that runs and is
    recorded, errands, subscriptions and links; in the second one wish, of which the first knows nothing."""
    stage = Play(sandbox, database, engine, clock)
    await sandbox.greet()
    await stage.settle()
    far, _, other_meeting = await stage.meeting("c1", "l1")
    other_wish = await stage.wish("c1", other_meeting, "Emma", THEIR_WORD)
    name, chat, meeting = await stage.meeting("mette", "jens", "ole")
    wishes = [await stage.wish("mette", meeting, one, OUR_WORD) for one in CITIZENS]
    waits = await _decide(stage, wishes)
    await _errands(stage, wishes, chat)
    await _run(stage, name)
    await stage.do("start", "c1", meeting=far)
    await stage.later(5)
    await _call(stage)
    await stage.press("birgit", "person_export", person=f"{CITIZENS[0]} {OUR_WORD}")
    ids = await _ids(stage, meeting, other_meeting, wishes)
    await stage.press("mette", "ledger_export", occurrence_id=ids["occurrence_id"][0])
    numbers = "SELECT number FROM requests WHERE meeting_id = :meeting ORDER BY 1"
    (other_number,) = await stage.ids(numbers, meeting=other_meeting)
    played = Played(
        sandbox=sandbox,
        chat=chat,
        teams_meeting=sandbox.world.meetings[name].teams_id,
        ids=ids,
        errands=await stage.errands(),
        numbers=await stage.ids(numbers, meeting=meeting),
        others={
            "request_id": other_wish,
            "meeting_id": other_meeting,
            "case_number": other_number,
        },
        subscriptions=[row for row in sandbox.notifier.book.living() if row.chat.id == chat],
        waits=waits,
        links=tuple(dict.fromkeys(stage.links)),
        delivered=await _delivered(stage),
    )
    _check(played)
    return played


async def _decide(stage: Play, wishes: Sequence[str]) -> dict[str, str]:
    """The second is granted, the third refused; what the button carries under the letter for the fourth."""
    await stage.press("jens", "grant", request_id=wishes[1], **form("grant"))
    for wish in (wishes[3], wishes[2]):
        typed = {**form("refuse_confirm"), "request_id": wish}
        for verb in ("refuse_open", "refuse_ground", "refuse_preview"):
            answer = await stage.press("jens", verb, **typed)
        shown = _carried(answer, "refuse_confirm")
        if wish == wishes[3]:
            waits = shown
    answer = await stage.press("jens", "refuse_confirm", **typed | shown)
    states = {str(r["id"]): r["state"] for r in await stage.rows("SELECT id, state FROM requests")}
    if (states[wishes[1]], states[wishes[2]]) != ("granted", "not_granted"):
        raise PlayError(f"decided otherwise: {states} {str(answer)[:3000]}")
    await stage.press("mette", "wants_save", request_id=wishes[1], **form("wants_save"))
    return {"request_id": wishes[3], **waits}


async def _errands(stage: Play, wishes: Sequence[str], chat: str) -> None:
    """A printout, a question to HR/Jura, a report of misuse, and somebody who would like to record."""
    typed = {name: FORM[name] for name in ("citizen_name", "contact", "about", "about_day")}
    await stage.press("mette", "printout_submit", **typed)
    printout = (await stage.errands())["printout"]
    await stage.press("nadia", "errand_take", errand_id=printout)
    await stage.press("mette", "legal_ask", request_id=wishes[0], question=FORM["question"])
    report = {name: FORM[name] for name in ("happened", "where_when", "who")}
    await stage.press("mette", "misuse_submit", **report)
    world = stage.sandbox.world
    place = world.chat(chat)
    if place is None:
        raise PlayError("the meeting has no chat")
    action = {"verb": "want_to_record", "data": {}}
    sent = activities.card_action(world, place, world.people["ole"], "1", action, "manual")
    await stage.sandbox.door.send(sent)
    await stage.settle()


async def _run(stage: Play, name: str) -> None:
    """The call begins; a program joins, and somebody records."""
    await stage.do("start", "mette", meeting=name)
    for person in ("ole", "noter", "bent"):
        await stage.do("join", person, meeting=name, person=person)
        if stage.sandbox.world.meetings[name].in_call.get(person):
            await stage.do("admit", "mette", meeting=name, person=person)
    await stage.later(5)
    await stage.do("record", "mette", meeting=name, force=True)
    for _ in range(3):
        await stage.later(11)


async def _call(stage: Play) -> None:
    """A call of our own, as if Lydhør had asked to join: the key alone is what Graph's reports name."""
    running = await stage.rows(
        "SELECT id FROM occurrences WHERE ended_at IS NULL ORDER BY id LIMIT 1"
    )
    async with stage.database.unit() as unit:
        row = Call(
            id=uuid4(), occurrence_id=running[0]["id"], attempt=90, callback_key=CALL_KEY,
            graph_id="57dab8b1-894c-409a-b240-bd8beae78896", state="established", why="",
            asked_at=unit.now, created_at=unit.now,
        )  # fmt: skip
        unit.session.add(row)


async def _ids(
    stage: Play, meeting: str, other: str, wishes: Sequence[str]
) -> dict[str, Sequence[str]]:
    """Everything there is to press on that is not the other unit's."""
    found: dict[str, Sequence[str]] = {"request_id": tuple(wishes)}
    for name, query in THINGS.items():
        found[name] = await stage.ids(query, meeting=meeting)
    found["errand_id"] = await stage.ids("SELECT id FROM errands ORDER BY kind, id")
    found["task_id"] = await stage.ids(TASKS, other=other)
    return found


async def _delivered(stage: Play) -> str:
    """The id of an activity that came before, in Mette's own chat."""
    world = stage.sandbox.world
    chat, action = world.personal_chat("mette"), {"verb": "employee_open", "data": {}}
    sent = activities.card_action(world, chat, world.people["mette"], "1", action, "manual")
    await stage.sandbox.door.send(sent)
    return str(sent["id"])


def _carried(answer: Any, verb: str) -> dict[str, str]:
    """What the button with this verb carries on the card that was answered."""
    if isinstance(answer, dict):
        own = answer.get("data") if answer.get("verb") == verb else None
        found = dict(own) if isinstance(own, dict) else {}
        return found or {k: v for part in answer.values() for k, v in _carried(part, verb).items()}
    if isinstance(answer, list):
        return {k: v for part in answer for k, v in _carried(part, verb).items()}
    return {}


def _links(answer: Any) -> list[str]:
    """Where the buttons of an answer lead on our own pages."""
    if isinstance(answer, dict):
        url = answer.get("url")
        own = [url.removeprefix(PUBLIC)] if isinstance(url, str) and url.startswith(PUBLIC) else []
        return own + list(itertools.chain.from_iterable(_links(v) for v in answer.values()))
    if isinstance(answer, list):
        return [found for part in answer for found in _links(part)]
    return []


PUBLIC: Final = "http://localhost:3978"


def _check(played: Played) -> None:
    """A play that leaves something out would make the fuzzing poorer without a word."""
    missing = [name for name, ids in played.ids.items() if not ids]
    linked = {link.split("/")[1] for link in played.links}
    missing += [f"link to {kind}" for kind in ("print", "extract") if kind not in linked]
    kinds = {row.kind for row in played.subscriptions}
    missing += [kind for kind in ("chat", "recordings", "call_events") if kind not in kinds]
    if missing:
        raise PlayError(f"the play has no {', '.join(missing)}")
