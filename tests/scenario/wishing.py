"""Wishes on the stage: in a Teams meeting, by phone or in person, in every municipality's own words."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

import yaml

from clock import COPENHAGEN, ShiftedClock
from sandbox.cast import two_units
from tests.scenario.stage import WISH, Stage, on_stage, verbs, words

EXTRAS = ("deviation", "partial", "devices_out", "devices_place")
KINDS = ("in_person", "phone", "virtual")
#: What a citizen says in each municipality; the same person, the same wish.
ASKING = {
    "nyborg": WISH | {"ground": "memory"},
    "frederiksberg": WISH,
    "albertslund": WISH | {"ground": "undisclosed", "own_words": ""},
}


@asynccontextmanager
async def in_town(
    municipality: str, database_url: str, clock: ShiftedClock, **settings: str
) -> AsyncIterator[Town]:
    """The product with one municipality's profile; strictness is checked at the end."""
    async with on_stage(database_url, clock, MUNICIPALITY=municipality, **settings) as stage:
        yield Town(stage, municipality)
        stage.calm()


def with_two_units(folder: Path) -> dict[str, str]:
    """The setting for a municipality of two units: Jens leads Mette's, Birgit leads Ahmed's."""
    file = folder / "departments.yaml"
    file.write_text(yaml.safe_dump(two_units()), encoding="utf-8")
    return {"DEPARTMENTS": str(file)}


class Town:
    """A stage in one municipality. What is played is the same whatever the kind of meeting."""

    def __init__(self, stage: Stage, municipality: str) -> None:
        self.stage = stage
        self.municipality = municipality

    def day(self, **later: float) -> str:
        """A day from now, as a card takes it."""
        return f"{(self.stage.clock.now() + timedelta(**later)).astimezone(COPENHAGEN):%Y-%m-%d}"

    def oid(self, person: str) -> str:
        """A person's id in the directory."""
        return self.stage.sandbox.world.people[person].oid

    # --- meetings -----------------------------------------------------------------------------

    async def where(self, kind: str, *, in_minutes: float = 60, **options: Any) -> dict[str, str]:
        """A meeting of that kind as the form wants it; a virtual one stands in Teams with the app."""
        if kind == "virtual":
            await self.stage.meet(in_minutes=in_minutes, people=["mette", "jens", "ole"], **options)
            return {"meeting": str((await self.meeting())["id"])}
        at = (self.stage.clock.now() + timedelta(minutes=in_minutes)).astimezone(COPENHAGEN)
        return {
            "meeting": "other",
            "meeting_kind": kind,
            "meeting_date": f"{at:%Y-%m-%d}",
            "meeting_time": f"{at:%H:%M}",
        }

    async def meeting(self) -> Any:
        """The newest meeting's row."""
        return (await self.stage.rows("SELECT * FROM meetings ORDER BY created_at DESC LIMIT 1"))[0]

    async def begin(self, kind: str, *people: str) -> None:
        """The meeting begins: in Teams with these people, elsewhere when its time has come."""
        if kind == "virtual":
            await self.stage.start(*people)
        else:
            await self.stage.pass_time(minutes=61)

    async def finish(self, kind: str) -> None:
        """The meeting is over: ended in Teams, elsewhere by the clock."""
        if kind == "virtual":
            await self.stage.do("end", "mette", meeting=self.stage.meeting)
        else:
            await self.stage.pass_time(hours=3)

    # --- wishes -------------------------------------------------------------------------------

    async def ask(self, kind: str, person: str = "mette", **changed: str) -> Any:
        """A citizen asks (or tells) by phone, and the employee types it in; the request's row."""
        return await self.tell(await self.where(kind), person, **changed)

    async def tell(self, where: dict[str, str], person: str = "mette", **changed: str) -> Any:
        """The same for a meeting that is there already."""
        form = ASKING[self.municipality] | where
        await self.stage.press(person, "register_open")
        await self.stage.press(person, "register_submit", **(form | changed))
        return await self.stage.request()

    async def refuse(self, person: str, ground: str, **typed: str) -> Any:
        """From the card to the letter and on: choose the ground, write its parts, send what was seen.

        ``typed`` has the parts by their names; the answer is the last card."""
        if ground:
            await self.stage.press(person, "refuse_open")
            await self.stage.press(person, "refuse_ground", ground=ground)
        parts = {f"part.{k}" if k not in EXTRAS else k: v for k, v in typed.items()}
        answer = await self.stage.press(person, "refuse_preview", **parts)
        if "refuse_confirm" not in verbs(answer["value"]):
            return answer
        return await self.stage.press(person, "refuse_confirm")

    def letter(self) -> str:
        """What the newest mail to the citizen says."""
        mail = self.stage.answers()[-1]
        return " ".join(re.sub(r"<[^>]+>", " ", str(mail)).split())

    async def note(self, person: str = "mette") -> str:
        """The case note as it stands on the card that copies it."""
        return words(self.stage.card(self.stage.personal(person), having="note_copied").card)

    async def journal(self) -> list[str]:
        """The kinds of what the journal tells, in order."""
        return [
            row["kind"]
            for row in await self.stage.rows("SELECT kind FROM journal ORDER BY at, case_id, seq")
        ]

    async def tasks(self) -> set[str]:
        """The kinds of tasks that somebody has."""
        return {row["kind"] for row in await self.stage.rows("SELECT kind FROM tasks")}
