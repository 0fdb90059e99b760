"""Requests through their whole lives: asked, decided, told in the meeting, noted. One person per role."""

from __future__ import annotations

import asyncio
import contextlib
import random
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from typing import Any

import aiohttp
import psycopg

from sandbox.cast import CAST, VISITORS
from sandbox.client import RefusedError
from tools.chaos.contest import FORMS, Rival, at_once, may_press, rivals, stands
from tools.chaos.hands import GoneError, Hands, StuckError, verbs, words
from tools.chaos.house import House
from tools.chaos.plans import PLANS, TOLD, Plan
from tools.chaos.words import CRITERIA, FOR, assessed, reasons, said

BEFORE, EACH_CALL, AFTER = 3, 3, 1
"""Steps until the wish is decided, of one call, and after the last."""
SOON, LONG = timedelta(minutes=2), 60  # until the meeting's time; minutes that it lasts
SOONER = timedelta(seconds=40)
"""Where the deputy is to decide too, who is asked half-way to the meeting (B17)."""
LATE_SECONDS, NOTE_SECONDS = 60.0, 45.0
"""Longer than two looks at who is there take: then whoever came has been found."""
END_SEEN_SECONDS = 120.0
"""The next call of a meeting begins once the end of the one before was seen, or after so long."""
ENDED = """
    SELECT count(*) FROM occurrences o JOIN meetings m ON m.id = o.meeting_id
    WHERE m.chat_id = %s AND o.ended_at IS NULL
"""
LATE = """
    SELECT min(e.at) FROM evidence e
    JOIN informed i ON i.id = e.informed_id JOIN occurrences o ON o.id = i.occurrence_id
    JOIN meetings m ON m.id = o.meeting_id
    WHERE m.chat_id = %s AND %s IN (i.mri, i.oid) AND i.created_at >= %s
"""
ENTERED = """
    SELECT count(*) FROM informed i JOIN occurrences o ON o.id = i.occurrence_id
    JOIN meetings m ON m.id = o.meeting_id WHERE m.chat_id = %s AND o.started_at >= %s
"""
TRIES = 3  # to write a refusal
SHOWN_SECONDS = 5.0  # then what was just shown has been drawn over
THERE = 3
"""The caseworker, the leader and the citizen are there from the beginning."""
BEGUN = timedelta(seconds=0.1)
"""So far the product's account of a beginning, which Teams told it, may be from ours."""
MRI = {person.id: person.mri for person in CAST + VISITORS}
GROUNDS = {"frederiksberg": "remember", "nyborg": "memory", "albertslund": "undisclosed"}


@dataclass
class Call:
    """One time that the meeting ran."""

    begun: datetime
    told: datetime | None = None
    late_at: datetime | None = None
    late_told: datetime | None = None
    ended: datetime | None = None


@dataclass
class Life:
    """One wish, and the calls of its meeting. What was *acknowledged* is what somebody was told had been
    taken. ``became``: what stands of a contest between ``rivals``, as they were told."""

    number: int
    unit: int
    plan: Plan
    twice: bool = False
    latecomer: bool = False
    times: int = 1
    meeting: str = ""
    chat: str = ""
    row: str = ""
    acknowledged: bool = False
    decided: bool = False
    became: Plan | None = None
    rivals: Sequence[Rival] = ()
    calls: list[Call] = field(default_factory=list)
    noted: bool = False
    noted_as: str = field(default="", repr=False)
    trouble: str = ""
    steps: int = field(default=0, repr=False)

    @property
    def course(self) -> Plan:
        """What becomes of it: as planned, or what stands of a contest."""
        return self.became or self.plan

    @property
    def most_steps(self) -> int:
        """So many steps it has in all."""
        return BEFORE + EACH_CALL * self.times + AFTER

    @property
    def name(self) -> str:
        """The citizen's name; found again on cards."""
        return f"Borger nr. {self.number:05d}"

    @property
    def contact(self) -> str:
        """Where the letters go; found again in the mailbox and in the sealed fields."""
        return f"borger{self.number:05d}@borger.example"

    @property
    def caseworker(self) -> str:
        """Who registers it, and has the meeting."""
        return f"c{self.unit}"

    @property
    def leader(self) -> str:
        """Who decides it, or confirms a refusal."""
        return f"l{self.unit}"

    @property
    def stays(self) -> bool:
        """Whether its calls last until those who are there stand on the ledger; the others are over at once."""
        return self.number % 3 == 0

    @property
    def late_person(self) -> str:
        """Who comes later into the call that runs: somebody from the house, or a stranger by link, who has
        another id each time."""
        return "nadia" if self.number % 2 else VISITORS[(len(self.calls) - 1) % len(VISITORS)].id


def drawn(
    seed: int,
    profile: str,
    requests: int,
    units: int,
    plans: tuple[Plan, ...] = (),
    times: int = 1,
) -> list[Life]:
    """The lives of one run, from the seed alone. ``times``: so often each meeting is held."""
    chance = random.Random(seed)  # noqa: S311 - lives that can be played again, no secret
    plans = plans or PLANS[profile]
    return [
        Life(
            number=number,
            unit=number % units + 1,
            plan=plans[number % len(plans)],
            twice=chance.random() < 0.3,
            latecomer=chance.random() < 0.3,
            times=times,
        )
        for number in range(requests)
    ]


class Player:
    """Plays lives of one municipality; ``step`` is told of every step that was made."""

    def __init__(self, house: House, hands: Hands, step: Callable[[], None]) -> None:
        self.house = house
        self.hands = hands
        self._step = step
        self._chance = random.Random(house.choice.seed)  # noqa: S311

    async def play(self, life: Life) -> None:
        """From the meeting in the calendar to the note. What went wrong stands in ``trouble``."""
        try:
            for part in (self._meet, self._ask, self._decide):
                await part(life)
                self._count(life)
            for _ in range(life.times):
                await self._hold(life)
            if life.course in TOLD:
                await self._note(life)
        except (StuckError, RefusedError, aiohttp.ClientError, OSError) as error:
            life.trouble = f"{type(error).__name__}: {error}"[:1000]
        finally:
            while life.steps < life.most_steps:
                self._count(life)

    async def ask(self, life: Life) -> None:
        """Only so far that the wish stands. Raises StuckError."""
        for part in (self._meet, self._ask, self._decide):
            await part(life)

    def _count(self, life: Life) -> None:
        life.steps += 1
        self._step()

    async def _meet(self, life: Life) -> None:
        """The caseworker calls a meeting and adds the app; once more, when it did not take."""
        starts = self.house.now() + (SOONER if life.plan == "contest" else SOON)
        made = await self.house.sandbox.do(
            "create_meeting", as_=life.caseworker, title=f"Samtale {life.number:05d}",
            people=[life.caseworker, life.leader, "ole"], startsAt=starts.isoformat(), minutes=LONG,
        )  # fmt: skip
        life.meeting, life.chat = made["meeting"], made["chat"]
        for _ in range(12):
            await self.house.sandbox.do("install_app", as_=life.caseworker, meeting=life.meeting)
            try:
                life.row = await Hands(self.house.sandbox, 8).until(lambda: self._row(life), "")
            except StuckError:
                continue
            return
        raise StuckError("the app never took the meeting in")

    async def _row(self, life: Life) -> str | None:
        found = await self._asked("SELECT id FROM meetings WHERE chat_id = %s", [life.chat])
        return str(found[0][0]) if found else None

    async def _asked(self, query: str, values: list[Any]) -> list[tuple[Any, ...]]:
        try:
            return await asyncio.to_thread(self.house.postgres.rows, query, values)
        except psycopg.Error:  # the database is away just now
            return []

    async def _ask(self, life: Life) -> None:
        """The citizen asks by phone, and the caseworker types it in."""
        form = {
            "meeting": life.row, "citizen_name": life.name, "answer_by": "email",
            "contact": life.contact, "ground": GROUNDS[self.house.choice.profile],
            "own_words": "", "caseworker": "me", "phone_possible": "false",
        }  # fmt: skip
        for _ in range(8):
            await self.hands.press(life.caseworker, "register_open", gives="register_submit")
            answer = await self.hands.press(life.caseworker, "register_submit", form)
            if answer["kind"] == "card":
                life.acknowledged = True
                return
        raise StuckError(f"the wish was not taken: {str(answer)[:200]}")

    async def _decide(self, life: Life) -> None:
        """Whoever decides, decides; some press twice at the same moment."""
        decider = life.leader if self.house.choice.profile == "frederiksberg" else life.caseworker
        if life.plan == "withdraw":
            await self.hands.press(life.caseworker, "withdraw", text=life.name)
        elif life.plan == "grant":
            weighed = dict(FOR)
            if self.house.choice.profile == "nyborg":
                weighed = assessed(life.number)
            await self.hands.press(decider, "grant", weighed, text=life.name, twice=life.twice)
        elif life.plan == "refuse":
            await self._refuse(life, decider)
        elif life.plan == "propose":
            await self._refuse(life, life.caseworker)
            await self.hands.press(life.leader, "refuse_agree", text=life.name, twice=life.twice)
        elif life.plan == "contest":
            await self._contest(life, decider)
        else:
            await self.hands.sees(life.caseworker, verb="withdraw", text=life.name)
        life.decided = True

    async def _contest(self, life: Life, decider: str) -> None:
        """Two press at once. Where the deputy is to be one and is not asked, nobody contests the refusal."""
        profile = self.house.choice.profile
        life.rivals = rivals(profile, life.caseworker, life.leader, life.name)
        # Not always the same one first, or it would mostly be that one's press that stands.
        pair = self._chance.sample(life.rivals, 2)
        both = partial(at_once, self.hands, pair, twice=life.twice)
        if profile == "albertslund":
            await self._refuse(life, life.caseworker)
            await both()
        elif await may_press(self.hands, life.rivals[1]):
            await self._refuse(life, decider, both)
        else:
            life.rivals, life.became = (), "refuse"
            return await self._refuse(life, decider)
        life.became = stands(life.rivals)
        return None

    async def _refuse(
        self, life: Life, person: str, last: Callable[[], Awaitable[None]] | None = None
    ) -> None:
        """``last``: what is done with the letter that is shown, instead of sending it."""
        parts, weighed = reasons(self.house.choice.profile, life.number), {}
        several = self.house.choice.profile == "albertslund"
        chosen = "refuse_ground" if several else "refuse_preview"
        if self.house.choice.profile == "frederiksberg":
            weighed = {f"verdict.{c}": "against" for c in CRITERIA}
            weighed |= {f"note.{c}": said(life.number, f"note.{c}") for c in CRITERIA}
        if self.house.choice.profile == "nyborg":
            weighed = assessed(life.number)
        for left in reversed(range(TRIES)):
            try:
                await self._write_reasons(life, person, chosen, weighed, parts)
                await (last() if last else self._confirm(life, person))
                break
            except GoneError:  # the card was drawn anew while nobody answered: it is begun again
                if not left:
                    raise

    async def _confirm(self, life: Life, person: str) -> None:
        """Send it. Raises GoneError where the letter was taken from under the finger, and nothing was sent."""
        answer = await self.hands.press(
            person, "refuse_confirm", unless=FORMS, twice=life.twice, soon=SHOWN_SECONDS
        )
        if answer["kind"] == "error" and await self.house.sandbox.find(
            person, verb="refuse_open", text=life.name
        ):
            raise GoneError(f"{person} confirmed, and the card changed")

    async def _write_reasons(
        self, life: Life, person: str, chosen: str, weighed: dict[str, str], parts: dict[str, str]
    ) -> None:
        """From the opened form to the letter as it would be."""
        await self.hands.press(person, "refuse_open", weighed, text=life.name, gives=chosen)
        press = partial(self.hands.press, person, soon=SHOWN_SECONDS)
        if chosen == "refuse_ground":
            await press("refuse_ground", {"ground": "history"}, gives="refuse_preview")
        await press("refuse_preview", parts, gives="refuse_confirm")

    async def _hold(self, life: Life) -> None:
        """One call, from its beginning to its end. One that follows another comes after a break."""
        if life.calls:
            patient = Hands(self.house.sandbox, END_SEEN_SECONDS)
            with contextlib.suppress(StuckError):
                await patient.until(lambda: self._all_ended(life), "")
        call = Call(self.house.now())
        for part in (self._begin, self._tell, self._close):
            await part(life, call)
            self._count(life)

    async def _all_ended(self, life: Life) -> bool | None:
        found = await self._asked(ENDED, [life.chat])
        return True if found and not found[0][0] else None

    async def _begin(self, life: Life, call: Call) -> None:
        """The meeting begins, and the citizen joins."""
        await self.house.sandbox.do("start", as_=life.caseworker, meeting=life.meeting)
        life.calls.append(call)
        for person in (life.leader, "ole"):
            await self.house.sandbox.do("join", as_=person, meeting=life.meeting, person=person)

    async def _tell(self, life: Life, call: Call) -> None:
        """The meeting is told, where there is something to tell; perhaps somebody comes later."""
        if life.course not in TOLD:
            await asyncio.sleep(self._chance.uniform(0.2, 1))
            return
        call.told = await self.hands.until(
            lambda: self._told_since(life, call.begun), f"call {len(life.calls)} was not told"
        )
        if life.stays:
            await self._stay(life, call)
        if life.latecomer:
            await self._come_late(life, call)

    async def _stay(self, life: Life, call: Call) -> None:
        """They talk at least until somebody stands on the ledger; the judge sees who does not."""
        patient = Hands(self.house.sandbox, min(LATE_SECONDS, self.hands.patience))
        with contextlib.suppress(StuckError):
            await patient.until(lambda: self._all_entered(life, call), "")

    async def _all_entered(self, life: Life, call: Call) -> bool | None:
        found = await self._asked(ENTERED, [life.chat, call.begun - BEGUN])
        return True if found and found[0][0] >= THERE else None

    async def _told_since(self, life: Life, begun: datetime) -> datetime | None:
        card = await self.house.sandbox.find("ole", chat=life.chat, alert="1")
        at = datetime.fromisoformat(card["at"]) if card else None
        return at if at and at >= begun else None

    async def _come_late(self, life: Life, call: Call) -> None:
        """Somebody comes later; waited for until there is evidence that they were told."""
        call.late_at = self.house.now()
        for what in ("join", "admit"):
            await self.house.sandbox.do(
                what, as_=life.caseworker, meeting=life.meeting, person=life.late_person
            )
        patient = Hands(self.house.sandbox, min(LATE_SECONDS, self.hands.patience))
        with contextlib.suppress(StuckError):
            call.late_told = await patient.until(lambda: self._late_evidence(life, call), "")

    async def _late_evidence(self, life: Life, call: Call) -> datetime | None:
        person = MRI[life.late_person]
        found = await self._asked(LATE, [life.chat, person, call.late_at])
        return found[0][0] if found and found[0][0] else None

    async def _close(self, life: Life, call: Call) -> None:
        """The meeting ends."""
        await asyncio.sleep(self._chance.uniform(0.2, 1))
        await self.house.sandbox.do("end", as_=life.caseworker, meeting=life.meeting)
        call.ended = self.house.now()

    async def _note(self, life: Life) -> None:
        """The guidance is noted and the note copied (C19); when the end was lost nobody waits for it here."""
        try:
            patient = Hands(self.house.sandbox, min(NOTE_SECONDS, self.hands.patience))
            said = {"guidance": "guided"}
            await patient.press(
                life.caseworker, "note_guidance", said, text=life.name, gives="note_copied"
            )
            answer = await patient.press(life.caseworker, "note_copied", text=life.name)
        except StuckError:
            return
        kind, shown = answer["kind"], answer["value"]
        life.noted = kind != "error" and "note_guidance" not in verbs(shown)
        life.noted_as = f"{kind}: {'; '.join(words(shown))}"[:300]
