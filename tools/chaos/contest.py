"""Two who decide the same wish differently at the same moment, each on a card of their own."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from cards.parts import MARK
from texts.catalog import text
from tools.chaos.hands import Card, GoneError, Hands, StuckError, verbs, words
from tools.chaos.plans import Plan
from tools.chaos.words import FOR

FORMS = ("refuse_open", "refuse_preview", "refuse_ground")
DEPUTY, DEPUTY_SECONDS = "lene", 45.0
"""Of every unit; and how long it is waited that she is asked."""
STATES: Mapping[str, str] = {
    text("card.state.granted"): "granted",
    text("card.state.told"): "granted",
    text("card.decided.state_permitted"): "granted",
    text("card.state.not_granted"): "not_granted",
    text("card.state.withdrawn"): "withdrawn",
}
"""What a card calls the state that a wish ended in."""
YOU = text("card.decided.by_you", when="").rstrip(" .")


@dataclass
class Rival:
    """One of the two. ``plan`` and ``state``: what becomes of the wish when their press stands.

    ``about``: what the card to press says, where it says whose wish it is. ``answered`` and ``told``: the state
    that the answer to the press names (empty where the card changed under the finger), and that their card
    names in the end; ``claims``: the latter says that they decided.
    """

    person: str
    verb: str
    plan: Plan
    state: str
    about: str = ""
    data: Mapping[str, str] = field(default_factory=dict, repr=False)
    unless: Collection[str] = field(default=(), repr=False)
    answered: str = ""
    told: str = ""
    claims: bool = False


def rivals(profile: str, caseworker: str, leader: str, name: str) -> tuple[Rival, Rival]:
    """Whose presses cannot both stand: first the refusal's last step, then what is against it. In Frederiksberg
    the leader refuses and the deputy grants; in Albertslund the leader agrees to a refusal that the caseworker takes
    back; in Nyborg one employee decides alone, and notes on another of their cards that the wish is withdrawn."""
    if profile == "albertslund":
        agree = Rival(leader, "refuse_agree", "propose", "not_granted", name)
        return agree, Rival(caseworker, "refuse_take_back", "keep", "granted", name)
    if profile == "frederiksberg":
        refuse = Rival(leader, "refuse_confirm", "refuse", "not_granted", unless=FORMS)
        return refuse, Rival(DEPUTY, "grant", "grant", "granted", name, FOR)
    refuse = Rival(caseworker, "refuse_confirm", "refuse", "not_granted", unless=FORMS)
    return refuse, Rival(caseworker, "withdraw", "withdraw", "withdrawn", name)


async def may_press(hands: Hands, rival: Rival) -> bool:
    """Whether they are asked in time. A clock that jumps may jump over the time at which a deputy is."""
    patient = Hands(hands.sandbox, min(DEPUTY_SECONDS, hands.patience))
    try:
        return bool(await patient.sees(rival.person, verb=rival.verb, text=rival.about))
    except StuckError:
        return False


async def at_once(hands: Hands, pair: Sequence[Rival], *, twice: bool = False) -> None:
    """Both press, and wait until both read how it ended. ``twice``: each of them two times. Raises GoneError where
    the letter is not shown any more and nothing was pressed, StuckError where somebody is not told."""
    cards = [await _offered(hands, rival) for rival in pair]
    await asyncio.gather(*(_press(hands, rival, twice=twice) for rival in pair))
    await asyncio.gather(*(_read(hands, *one) for one in zip(pair, cards, strict=True)))


def stands(pair: Sequence[Rival]) -> Plan:
    """What the first was told that stands. Raises StuckError where neither of the two had that in mind."""
    told = pair[0].told
    for rival in pair:
        if rival.state == told:
            return rival.plan
    raise StuckError(f"two decided at once, and {pair[0].person} was told {told}")


async def _offered(hands: Hands, rival: Rival) -> Card:
    if rival.about:
        return await hands.sees(rival.person, verb=rival.verb, text=rival.about)
    card = await hands.sandbox.find(rival.person, verb=rival.verb)
    if card is None:
        raise GoneError(f"{rival.person} was not offered {rival.verb}")
    return card


async def _press(hands: Hands, rival: Rival, *, twice: bool) -> None:
    with contextlib.suppress(GoneError):  # the other was first, and the card says so by now
        answer = await hands.press(
            rival.person, rival.verb, rival.data, text=rival.about, unless=rival.unless, twice=twice
        )
        if answer["kind"] == "card":
            rival.answered = said(answer["value"])


async def _read(hands: Hands, rival: Rival, card: Card) -> None:
    async def look() -> Any:
        seen = await hands.sandbox.find(rival.person, message=card["message"])
        over = seen and rival.verb not in verbs(seen["card"]) and said(seen["card"])
        return seen["card"] if seen and over else None

    shown = await hands.until(look, f"{rival.person} pressed {rival.verb}, and never read the end")
    rival.told = said(shown)
    rival.claims = any(line.startswith(YOU) for line in words(shown))


def said(card: Any) -> str:
    """The end of a wish that a card names; empty for none."""
    marked = (line.partition(" ") for line in words(card))
    return next((STATES[rest] for mark, _, rest in marked if _is_end(mark, rest)), "")


def _is_end(mark: str, rest: str) -> bool:
    return mark in MARK.values() and rest in STATES
