"""To the organiser: somebody in the meeting pressed *Jeg vil gerne optage*. Proves no identity."""

from __future__ import annotations

from typing import Any

from microsoft_teams.cards import Action, CardElement

from cards.parts import card, heading, line, press, say, state
from cards.when import meeting_rows
from texts.views import ContactWish


def contact_wish_card(view: ContactWish) -> dict[str, Any]:
    """Who pressed, that this proves nothing, and the way into the form."""
    language = view.language
    title = say("wish.title", language)
    who = (
        say("wish.text", language, name=view.name)
        if view.name.strip()
        else say("wish.text_unnamed", language)
    )
    body: list[CardElement] = [heading(title), line(who), *meeting_rows(view.meeting, language)]
    actions: list[Action] = []
    if view.handled:
        body.append(state("done", say("wish.handled", language)))
    else:
        unknown = "wish.anonymous" if view.anonymous else "wish.unproven"
        if view.tell_only:
            unknown += "_tell"
        then, done = ("next_tell", "open_tell") if view.tell_only else ("next", "open")
        body += [line(say(unknown, language)), line(say(f"wish.{then}", language), spacing="Small")]
        data = {"wish_id": view.wish_id}
        actions.append(press(say(f"wish.{done}", language), "wish_open", data, primary=True))
    return card(language, title, body, actions)
