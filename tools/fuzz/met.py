"""What a run met: the commands that came past the duplicate check, and the handlers they reached."""

from __future__ import annotations

import contextlib
from collections import Counter
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import text

from casework.bus import HANDLERS, Bus, Handler
from casework.commands import Command
from store.database import Database, Unit
from texts.views import View


@dataclass
class Met:
    """Counts by the command's name. ``passed``: no second delivery; ``handled``: the table of rights let it
    through to its handler; ``forms``: those of the handled that brought a form."""

    passed: Counter[str] = field(default_factory=Counter)
    handled: Counter[str] = field(default_factory=Counter)
    forms: Counter[str] = field(default_factory=Counter)

    def missing(self) -> list[str]:
        """The kinds of command that never came past the duplicate check."""
        return sorted(kind.__name__ for kind in HANDLERS if not self.passed[kind.__name__])

    def lines(self) -> list[str]:
        """For people: sums, what was never met, and every kind with both its counts."""
        kinds = f"{len(self.passed)} of {len(HANDLERS)} kinds"
        told = [
            f"commands past the duplicate check: {self.passed.total()} of {kinds}; "
            f"{self.handled.total()} reached a handler, {self.forms.total()} of them with a form",
            ", ".join(
                f"{name} {n}/{self.handled[name]}" for name, n in sorted(self.passed.items())
            ),
        ]
        never = [kind.__name__ for kind in HANDLERS if not self.handled[kind.__name__]]
        return [*told, f"reached no handler: {', '.join(sorted(never)) or 'none'}"]


@contextlib.contextmanager
def counted(met: Met) -> Iterator[None]:
    """Count every command of this process while the block runs."""
    asked = Bus._if_allowed

    async def count(bus: Bus, unit: Unit, command: Command, handler: Handler) -> View | None:
        name = type(command).__name__
        met.passed[name] += 1

        async def handled(*given: Any) -> View | None:
            met.handled[name] += 1
            if getattr(command, "form", None):
                met.forms[name] += 1
            return await handler(*given)

        return await asked(bus, unit, command, handled)

    Bus._if_allowed = count  # type: ignore[method-assign, assignment]
    try:
        yield
    finally:
        Bus._if_allowed = asked  # type: ignore[method-assign]


class UndoneError(Exception):
    """Raised to roll back what went well."""


Marks = dict[str, str]


@dataclass
class Looking:
    """Looks, before a transaction ends, whether rows have changed that may not: ``apart`` names them for
    the case that is under way. ``changed`` are the tables where they have."""

    before: dict[tuple[str, ...], Marks] = field(default_factory=dict)
    apart: tuple[str, ...] = ()
    changed: list[str] = field(default_factory=list)

    async def look(self, unit: Unit) -> None:
        """Compare with how it was."""
        if not self.apart:
            return
        wrote = await unit.session.scalar(
            text("SELECT pg_current_xact_id_if_assigned() IS NOT NULL")
        )
        if wrote:
            now = await marks(unit, self.apart)
            before = self.before[self.apart]
            self.changed += [name for name in now if now[name] != before.get(name)]


async def marks(unit: Unit, names: tuple[str, ...]) -> Marks:
    """Table to a mark over those of its rows that name one of these, and over who wrote them."""
    found = await unit.session.scalars(
        text("SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1")
    )
    parts = [
        f"SELECT '{name}' AS name, md5(string_agg(t.xmin::text || t::text, '|' ORDER BY t::text)) AS mark "  # noqa: S608
        f'FROM "{name}" t WHERE t::text LIKE ANY(:names)'
        for name in found.all()
    ]
    rows = await unit.session.execute(
        text(" UNION ALL ".join(parts)), {"names": [f"%{name}%" for name in names]}
    )
    return {str(row.name): str(row.mark or "") for row in rows}


@contextlib.contextmanager
def undone(database: Database, looking: Looking) -> Iterator[None]:
    """While the block runs every transaction does all it would, constraints checked, and is then rolled
    back: so that each case meets the world as it was played, and can be made again."""
    kept = database.unit

    @contextlib.asynccontextmanager
    async def unit() -> AsyncIterator[Unit]:
        with contextlib.suppress(UndoneError):
            async with kept() as made:
                yield made
                await made.course.write()
                await made.effects.write()
                await made.session.flush()
                await made.session.execute(text("SET CONSTRAINTS ALL IMMEDIATE"))
                await looking.look(made)
                made.session.expunge_all()  # what was loaded stays readable, as after a commit
                raise UndoneError

    database.unit = unit  # type: ignore[method-assign]
    try:
        yield
    finally:
        del database.unit
