"""Coverage-guided: atheris chooses the bytes, everything that reads a request's content is looked at.

Runs in an environment of its own (``tools/setup.sh fuzz``): there is a build for Linux alone. What it
finds on its way is kept in ``.data/fuzz-corpus``, so that the next run goes on from there.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

try:
    import atheris
except ImportError:
    sys.exit("fuzz: atheris has no build for this Python; the guided part is left out.")

with atheris.instrument_imports(include=["bots", "microsoft365", "web"]):
    from bots import actions, events
    from bots.body import RequestError, parse_object
    from bots.incoming import Incoming, check_shape
    from bots.recording_bot import speaks_to_us, words
    from microsoft365.egress import Egress, ForbiddenAddress
    from microsoft365.service_urls import ServiceUrls
    from microsoft365.token_checks import Refused, key_id
    from web.clients import Clients

ROOT = Path(__file__).resolve().parents[2]
CORPUS, FOUND = ROOT / "tests" / "fuzz" / "corpus", ROOT / ".data" / "fuzz-corpus"
HOST, TENANT = "smba.trafficmanager.net", "t"
MOST_COLUMN, MOST_NAME = 400, 200


def activity(data: bytes) -> None:
    """A body: refused, or commands that fit what they are stored in."""
    try:
        raw = parse_object(data)
        check_shape(raw)
    except RequestError as refused:
        if refused.status >= 500:
            raise AssertionError("5xx by content") from refused
        return
    incoming = Incoming(raw, f"https://{HOST}", TENANT, datetime.now(UTC))
    _ = incoming.at, incoming.key, incoming.language, incoming.chat_id, words(incoming)
    _ = speaks_to_us(incoming)
    made: list[Any] = [
        *events.event_commands(incoming),
        *events.conversation_commands(incoming),
        *events.installation_commands(incoming),
    ]
    actor = incoming.actor
    for reads in (actions.press_of_invoke, actions.press_of_message):
        press = reads(raw.get("value"))
        if actor and press:
            made.append(actions.command_of(incoming, actor, press))
    for command in filter(None, made):
        _fits(command)


def _fits(command: Any) -> None:
    for name in ("chat_id", "teams_meeting_id", "conversation_id", "service_url"):
        value = getattr(command, name, None)
        if value is not None and not 0 < len(value) <= MOST_COLUMN:
            raise AssertionError(f"{name} does not fit")
    for actor in filter(None, (getattr(command, "actor", None), *getattr(command, "people", ()))):
        if len(actor.mri) > MOST_NAME or len(actor.name) > MOST_NAME:
            raise AssertionError("a person does not fit")


def token(data: bytes) -> None:
    """A token's header: a key's name, or refused."""
    try:
        key_id(data.decode("latin-1"))
    except Refused:
        return


def addresses(data: bytes) -> None:
    """A serviceUrl leads to the named host or nowhere; a forwarded address is read or not."""
    text = data.decode("utf-8", "replace")
    cleaned = ServiceUrls([HOST]).clean(text)
    if cleaned is not None and cleaned.split("/")[2] != HOST:
        raise AssertionError("another host")
    Clients(["10.0.0.0/8"]).is_trusted(text)
    try:
        Egress().check(HOST, 443, text)
    except ForbiddenAddress:
        return


TARGETS: dict[int, Callable[[bytes], None]] = {0: token, 1: addresses}


def one(data: bytes) -> None:
    """The first byte chooses what reads the rest."""
    TARGETS.get(data[0] if data else 0, activity)(data if data[:1] == b"{" else data[1:])


def main() -> None:
    """``python -m tools.fuzz.guided RUNS [SEED]``; a finding ends it with the input that did it."""
    runs, seed = sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else "1"
    FOUND.mkdir(parents=True, exist_ok=True)
    options = [
        f"-runs={runs}",
        f"-seed={seed}",
        "-max_len=4096",
        f"-artifact_prefix={FOUND.parent}/",
    ]
    atheris.Setup([sys.argv[0], *options, str(FOUND), str(CORPUS)], one)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
