"""The first card in a personal chat: what the bot does, and the two ways in."""

from __future__ import annotations

from typing import Any

from microsoft_teams.cards import Action, CardElement

from cards.parts import card, heading, line, panel, press, say, unfold
from texts.catalog import text
from texts.views import Welcome

_HELP = ("ask", "decide", "tell", "always")


def welcome_card(view: Welcome) -> dict[str, Any]:
    """What the bot is for; buttons to register and to the queue, help behind a button."""
    language = view.language
    intro = say("welcome.text", language)
    steps: list[CardElement] = [line(say(f"welcome.help_{part}", language)) for part in _HELP]
    body: list[CardElement] = [
        heading(say("welcome.title", language)),
    ]
    if view.notice:
        body.append(panel([line(text(f"notice.{view.notice}", language))]))
    hello = "welcome.hello" if view.name.strip() else "welcome.hello_unnamed"
    body += [
        line(say(hello, language, name=view.name)),
        line(intro, spacing="Small"),
        panel(steps, hidden_as="help"),
    ]
    actions: list[Action] = [
        press(say("welcome.register", language), "register_open", {}, primary=True)
    ]
    if view.has_queue:
        actions.append(press(say("welcome.queue", language), "queue", {}))
    actions.append(unfold(say("welcome.help", language), "help"))
    return card(language, intro, body, actions)
