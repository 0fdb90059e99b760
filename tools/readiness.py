"""Whether the block can be held for each organizer, asked of Graph now.

Where the bot's own settings are in the environment they are used; otherwise the sandbox that `make
run` has started. Ends with 0 when the block was read back as held for everybody, 1 when something has to
be mended or is unknown, 2 when nobody could be asked, 3 when nothing has to be mended, but the block was
not shown for everybody.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import sys
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import Final

from app import office_of
from casework.readiness import Asking, Line, Readiness, at_a_glance, readiness
from clock import Clock, SystemClock
from microsoft365.bundle import Microsoft365
from setting_names import ALIASES
from settings import Settings, SettingsError
from store.budget import SharedBudget
from store.database import Database, DatabaseAway
from store.embedded import embedded_postgres
from store.encryption import KeyRing
from tools.profile_check import DUE
from tools.run import data_of
from tools.stack import Ports, bot_environ

NOTHING: Final = "Sæt botens indstillinger (docs/settings.md), eller start sandkassen: make run"
VERDICTS: Final = {
    "held": "holdes",
    "open": "adgang",
    "not_held": "MANGLER",
    "unknown": "ukendt",
}
REASONS: Final = {
    "access_policy_missing": "adgangspolitikken dækker ikke arrangøren: infra/teams",
    "permission_missing": "en tilladelse mangler: infra/graph-permissions.md",
    "person_unknown": "Entra kender ikke dette id: ret filen i DEPARTMENTS",
    "meeting_unknown": "Graph kender ikke mødet; prøv igen, når der er et nyere",
    "unchanged": "Teams tog imod ændringen, men indstillingen står stadig til: se licens og politik",
    "value_missing": "Graph fortæller ikke, hvordan indstillingen står",
    "no_answer": "Graph svarede ikke; prøv igen om lidt",
}
UNTOLD: Final = (
    "MANGLER: {} optagelser i Teams, som ingen har fået besked om: giv nogen appen (DEPARTMENTS)"
)
UNASKED: Final = (
    "MANGLER: {} optagelser, hvor ingen kan spørges om filen: giv nogen appen (DEPARTMENTS)"
)
MEANING: Final = """
holdes   spærringen er sat og læst tilbage på et kommende møde
adgang   Graph lukker os ind, men der er intet kommende møde at vise det på: ikke vist endnu
MANGLER  noget skal rettes; hvad står til højre
ukendt   Graph svarede ikke
Teams' egne politikker kan programmet ikke læse: kør infra/teams/Test-LydhoerBaseline.ps1."""


def environ_of(data: Path | None) -> dict[str, str]:
    """The environment's own settings, or those of the sandbox that runs here. Raises OSError."""
    names = ("MicrosoftAppId", *ALIASES["MicrosoftAppId"])
    if data is None and any(os.environ.get(name) for name in names):
        return dict(os.environ)
    ports = Ports.from_env(os.environ)
    return bot_environ(data or data_of(ports), ports)


async def ask(
    settings: Settings, *, employees_only: bool = False, clock: Clock | None = None
) -> Readiness:
    """The report. Nothing is changed but what has to be off anyway."""
    clock = clock or SystemClock()
    database: Database | None = None
    if not employees_only:
        keys = KeyRing.parse(settings.encryption_keys)
        database = await Database.open(settings.database_url, clock=clock, keys=keys)
    microsoft = Microsoft365(settings, budget=SharedBudget(database) if database else None)
    try:
        return await readiness(Asking(office_of(settings, clock), microsoft.meetings, database))
    finally:
        await microsoft.close()
        if database:
            await database.close()


def as_text(report: Readiness) -> str:
    """The report as a table a person reads."""
    rows = [_row(line) for line in report.lines]
    found = ", ".join(f"{state} {number}" for state, number in sorted(report.meetings.items()))
    head = f"{'':8} {'læst':5} {'møder':>5}  arrangør"
    dates = [f"Retningslinjen {DUE[due.parameter, due.passed]} {due.day}." for due in report.dates]
    meetings = f"Kommende møder: {found or 'ingen'}"
    held = sum(line.verdict == "held" for line in report.lines)
    shown = f"Vist på et kommende møde: {held} af {len(report.lines)} arrangører"
    left = [line.format(n) for n, line in _left(report) if n]
    return "\n".join([head, *rows, "", shown, *left, *dates, meetings, MEANING.strip()])


def _left(report: Readiness) -> tuple[tuple[int, str], ...]:
    return (report.untold, UNTOLD), (report.unasked, UNASKED)


def _row(line: Line) -> str:
    who = line.name or line.oid
    unit = f" ({line.unit})" if line.unit else ""
    read = {True: "ja", False: "nej", None: "-"}[line.read_back]
    why = f": {REASONS.get(line.reason, line.reason)}" if line.reason else ""
    return f"{VERDICTS[line.verdict]:8} {read:5} {line.coming:5}  {who}{unit}{why}"


def main(arguments: list[str] | None = None) -> int:
    """The command line; the exit code."""
    parser = argparse.ArgumentParser(prog="python -m tools.readiness", description=__doc__)
    parser.add_argument("--json", action="store_true", help="plain data instead of a table")
    parser.add_argument("--employees-only", action="store_true", help="the list alone, no database")
    parser.add_argument("--data", type=Path, help="where the sandbox's run keeps its data")
    options = parser.parse_args(arguments)
    try:
        settings = Settings.from_env(environ_of(options.data))
    except OSError:
        print(NOTHING, file=sys.stderr)
        return 2
    except SettingsError as error:
        print("\n".join(["Indstillingerne mangler noget:", *error.lines]), file=sys.stderr)
        return 2
    with ExitStack() as stack:
        if settings.embedded_database and not options.employees_only:
            url = stack.enter_context(embedded_postgres(settings.data_dir / "postgres"))
            settings = replace(settings, database_url=url)
        try:
            report = asyncio.run(ask(settings, employees_only=options.employees_only))
        except DatabaseAway:
            print("Databasen svarer ikke: prøv --employees-only.", file=sys.stderr)
            return 2
    plain = at_a_glance(report, SystemClock().now())
    print(json.dumps(plain, ensure_ascii=False, indent=2) if options.json else as_text(report))
    return exit_code(report)


def exit_code(report: Readiness) -> int:
    """0 shown for everybody, 1 something to mend or unknown, 3 not shown for everybody."""
    if report.all_ready:
        return 0
    return 3 if report.nothing_to_mend else 1


if __name__ == "__main__":
    sys.exit(main())
