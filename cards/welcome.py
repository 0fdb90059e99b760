"""The first card in a personal chat: what the bot does, and the two ways in."""

from __future__ import annotations

from typing import Any

from microsoft_teams.cards import Action, CardElement

from cards.parts import buttons, card, heading, lawyers, line, panel, press, promised, say, unfold
from texts.catalog import text
from texts.views import Welcome

_WORDS = 900
_IN_A_ROW = 4
_HELP = ("ask", "decide", "tell", "always")
_HELP_TELL = ("notice", "refuse", "tell")


def welcome_card(view: Welcome) -> dict[str, Any]:
    """What the bot is for; buttons to register and to the queue, help behind a button."""
    language = view.language
    intro = say("welcome.text_tell" if view.tell_only else "welcome.text", language)
    parts = _HELP_TELL if view.tell_only else _HELP
    steps: list[CardElement] = [line(say(f"welcome.help_{part}", language)) for part in parts]
    if not view.tell_only:
        steps += [line(words) for words in promised(view.promises, "welcome", language)]
    if view.frame:
        steps.append(line(say("welcome.help_frame", language), bold=True))
        steps += [line(words, spacing="Small", limit=_WORDS) for words in view.frame]
    body: list[CardElement] = [
        heading(say("welcome.title", language)),
    ]
    if view.notice:
        office = lawyers(view.route, language)
        body.append(panel([line(text(f"notice.{view.notice}", language, office=office))]))
    if view.said:
        body.append(line(say("welcome.tell_citizen", language, words=view.said), limit=_WORDS))
    hello = "welcome.hello" if view.name.strip() else "welcome.hello_unnamed"
    body += [
        line(say(hello, language, name=view.name)),
        line(intro, spacing="Small"),
        panel(steps, hidden_as="help"),
    ]
    register = say("welcome.register_tell" if view.tell_only else "welcome.register", language)
    actions: list[Action] = [press(register, "register_open", {}, primary=True)]
    if view.has_queue:
        actions.append(press(say("welcome.queue", language), "queue", {}))
    if view.employees:
        actions.append(press(say("welcome.employee", language), "employee_open", {}))
    body.append(_more(view))
    actions.append(unfold(say("welcome.more", language), "more"))
    actions.append(unfold(say("welcome.help", language), "help"))
    return card(language, intro, body, actions)


def _more(view: Welcome) -> CardElement:
    """What is needed seldom: the card for a running meeting, a printout, a report of misuse, and for HR/Jura how the units decide."""
    language = view.language
    ways: list[Action] = [
        press(say("welcome.talk", language), "talk_open", {}),
        press(say("welcome.guide", language), "guide", {}),
        press(say("welcome.printout", language), "printout_open", {}),
        press(say("welcome.misuse", language), "misuse_open", {}),
    ]
    if view.practice:
        ways.append(press(say("welcome.practice", language), "practice", {}))
    if view.accounts:
        ways.append(press(say("welcome.accounts", language), "ledger_find", {}, inputs=False))
    if view.keeping:
        ways.append(press(say("welcome.keeping", language), "keeping", {}))
    rows = [ways[start : start + _IN_A_ROW] for start in range(0, len(ways), _IN_A_ROW)]
    return panel([buttons(*row) for row in rows], hidden_as="more")
