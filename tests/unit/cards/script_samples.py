"""Sample views of a talk led by the script, of who listens, and of what is printed."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

from guidelines.problem import Problem
from guidelines.profile import load_profile
from tests.unit.cards.facts import ID, MEETING, OTHER_ID, START, grounds, ledger_lines
from texts import views
from texts.announcement import paused
from texts.script import Line, talk_lines
from texts.views import Language, LedgerLine, ListenerLine, ScriptLine, View

LATER = START + timedelta(minutes=3)
WHO = (
    ListenerLine(ID, "Ole Madsen", "recorder", informed=False),
    ListenerLine(OTHER_ID, "Karen Holm", "interpreter", informed=False, may_drop=True),
)
TOLD = tuple(replace(one, informed=True, at=LATER, by="Mette Holm") for one in WHO)
NEW = ListenerLine(OTHER_ID, "", "companion", informed=False, may_drop=True)


def scripts(shared: dict[str, Any], language: Language) -> dict[str, View]:
    """Every state of these cards that matters, named for the pictures."""
    return _talk(shared, language) | _outcome(shared) | _ledger(shared)


def _lines(said: int) -> tuple[ScriptLine, ...]:
    profile = load_profile("albertslund")

    def made(language: Language) -> tuple[Line, ...]:
        return talk_lines(
            profile, kind="phone", employee="Mette Holm", recorder="Ole", language=language
        )

    pairs = zip(made("da"), made("en"), strict=True)
    return tuple(
        ScriptLine(
            one.key, one.part, one.say, other.say,
            LATER if number < said else None, "Mette Holm" if number < said else "",
        )
        for number, (one, other) in enumerate(pairs)
    )  # fmt: skip


def _talk(shared: dict[str, Any], language: Language) -> dict[str, View]:
    script = views.Script(
        meeting_id=ID,
        meeting=MEETING,
        kind="phone",
        outside=True,
        request_id=ID,
        round="r0123456789ab",
        lines=_lines(0),
        **shared,
    )
    going = replace(script, occurrence_id=ID, begun=True, listeners=WHO)
    told = replace(going, lines=_lines(14), listeners=TOLD, complete=True)
    why = (Problem("listener_name", "listener_there"),)
    talk = views.Talk(
        kinds=("phone", "in_person", "home_visit"), grounds=grounds(language), **shared
    )
    return {
        "script-before": script,
        "script-hello": replace(going, listeners=WHO[:1]),
        "script-who": replace(going, lines=_lines(1)),
        "script-who-there": replace(
            going, lines=_lines(1), problems=why, values={"listener_name": "Karen Holm"}
        ),
        "script-tell": replace(going, lines=_lines(7)),
        "script-told": told,
        "script-late": replace(
            told,
            listeners=(*TOLD, NEW),
            complete=False,
            late=("Velkommen.", "Ole Madsen optager lyden."),
            late_en=("Welcome.", "Ole Madsen records the sound."),
            seen=LATER,
        ),
        "script-changed": replace(going, lines=_lines(1), changed=True),
        "script-break": replace(told, lines=(), complete=False, paused_at=LATER, pause="caucus"),
        "script-end": replace(told, lines=_lines(99)),
        "script-over": replace(told, lines=_lines(99), ended_at=LATER),
        "script-refused": replace(going, recorded=False, listeners=(), lines=_lines(0)[:4]),
        "script-nothing": replace(script, lines=(), recorded=False),
        "script-teams": replace(going, outside=False, kind="virtual"),
        "script-teams-before": replace(script, outside=False, kind="virtual"),
        "talk": talk,
        "talk-missing": replace(talk, problems=(Problem("citizen_name", "name_missing"),)),
        "talk-tell": replace(talk, grounds=(), tell_only=True),
    }


def _outcome(shared: dict[str, Any]) -> dict[str, View]:
    ready = views.PrintReady(
        what="script", url="https://lydhoer.example/print/abc", expires_at=LATER, back=ID, **shared
    )
    find = views.FindLedger(**shared)
    missing = (Problem("number", "ledger_not_found"),)
    told = paused()
    return {
        "print-script": ready,
        "print-ledger": replace(ready, what="ledger", back=None),
        "find-ledger": find,
        "find-ledger-none": replace(find, values={"number": "L-ABC1234"}, problems=missing),
        "announcement-break": views.Announcement(
            recorder="", paragraphs_da=told.da, paragraphs_en=told.en, paused=True, **shared
        ),
    }


def _ledger(shared: dict[str, Any]) -> dict[str, View]:
    entered = LedgerLine("Bent Friis", "other", False, "none", "", None)
    read = LedgerLine("", "companion", True, "confirmed", "read_aloud", LATER, "Mette Holm")
    ledger = views.Ledger(
        occurrence_id=ID,
        meeting_id=ID,
        meeting=MEETING,
        lines=(*ledger_lines(), entered, read),
        complete=False,
        phone_possible=True,
        script=("Velkommen.",),
        **shared,
    )
    why = (Problem("listener_kind", "listener_kind_missing"),)
    return {
        "ledger-entered": ledger,
        "ledger-entering": replace(ledger, problems=why, values={"listener_name": "Bent"}),
        "ledger-break": replace(ledger, paused_at=LATER),
        "ledger-break-unsaid": replace(ledger, paused_at=LATER, stop_unsaid=True, voice="muted"),
        "ledger-given-up": replace(ledger, given_up=True, voice="given_up"),
        "ledger-twice": replace(ledger, maybe_twice=True),
    }
