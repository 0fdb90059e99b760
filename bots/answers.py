"""The body that answers a pressed button (teams-platform 8.1). HTTP is 200 whatever it says."""

from __future__ import annotations

import json
from typing import Any

import structlog

from bots import presenter
from bots.actions import VERBS, Press
from texts.views import Language, Toast, TryAgain, View

MESSAGE = "application/vnd.microsoft.activity.message"
LARGEST_PRESS = 20_000  # bytes of JSON, every other letter escaped; a card may have 28 KB
log = structlog.get_logger()


def answer(view: View | None, language: Language = "da") -> dict[str, Any]:
    """A card replaces the pressed one for this person only; a toast is a short sentence."""
    if view is None:
        view = Toast(code="recorded", language=language)
    if isinstance(view, Toast):
        return {"statusCode": 200, "type": MESSAGE, "value": presenter.sentence(view)}
    try:
        return {"statusCode": 200, "type": presenter.CARD, "value": presenter.card(view)}
    except Exception as error:
        log.error("card_not_drawn", view=type(view).__name__, error=type(error).__name__)
        return answer(Toast(code="not_shown", language=view.language))


def unknown_action(language: Language) -> dict[str, Any]:
    """The card is older than the programme, or was not made by it."""
    return answer(Toast(code="unknown_action", language=language))


def try_again(language: Language, press: Press | None = None) -> dict[str, Any]:
    """Nothing was stored. The card takes the pressed one's place, so it offers the same press."""
    if press is None or press.verb not in VERBS:
        return answer(TryAgain(language=language))
    data = {k: v for k, v in press.data.items() if isinstance(v, str | int)}
    if len(json.dumps(data)) > LARGEST_PRESS:
        return answer(TryAgain(language=language))
    return answer(TryAgain(language=language, verb=press.verb, data=data))
