"""Links to what can be printed, and the form by which a leader or the DPO asks for an account."""

from __future__ import annotations

from typing import Any

from microsoft_teams.cards import Action, CardElement, OpenUrlAction

from cards.fields import Form
from cards.parts import card, heading, line, press, say
from texts.dates import clock_time
from texts.views import FindLedger, PrintReady


def print_ready_card(view: PrintReady) -> dict[str, Any]:
    """The link, how long it works, and the way back."""
    language = view.language
    title = say(f"print.title_{view.what}", language)
    until = say("print.until", language, time=clock_time(view.expires_at, language))
    body: list[CardElement] = [
        heading(title),
        line(say(f"print.text_{view.what}", language)),
        line(until, spacing="Small"),
    ]
    actions: list[Action] = [OpenUrlAction(title=say("print.open", language), url=view.url)]
    if view.back is not None:
        back = {"meeting_id": view.back}
        actions.append(press(say("print.back", language), "script", back))
    return card(language, title, body, actions)


def find_ledger_card(view: FindLedger) -> dict[str, Any]:
    """One field: the number of the case."""
    language = view.language
    form = Form(language, view.values, view.problems)
    title = say("find_ledger.title", language)
    body = [
        heading(title),
        line(say("find_ledger.text", language)),
        *form.summary(),
        *form.text("number", say("find_ledger.number", language)),
    ]
    actions = [
        press(say("find_ledger.find", language), "ledger_find", {}, primary=True, inputs=True),
        press(say("registration.cancel", language), "menu", {}),
    ]
    return card(language, title, body, actions)
