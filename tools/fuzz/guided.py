"""Coverage-guided: atheris chooses the bytes, everything that reads a request's content is looked at.

Runs in an environment of its own (``tools/setup.sh fuzz``): there is a build for Linux alone. What it
finds on its way is kept in ``.data/fuzz-corpus``, so that the next run goes on from there.
"""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import orjson
from cryptography.hazmat.primitives.asymmetric.rsa import generate_private_key

try:
    import atheris
except ImportError:
    sys.exit("fuzz: atheris has no build for this Python; the guided part is left out.")

with atheris.instrument_imports(include=["bots", "microsoft365", "web"]):
    from bots import actions, events
    from bots.body import RequestError, parse_object
    from bots.incoming import Incoming, check_shape
    from bots.recording_bot import speaks_to_us, words
    from microsoft365 import call_events, change_notifications
    from microsoft365.egress import Egress, ForbiddenAddress
    from microsoft365.service_urls import ServiceUrls
    from microsoft365.token_checks import Refused, key_id
    from web.clients import Clients

ROOT = Path(__file__).resolve().parents[2]
CORPUS, FOUND = ROOT / "tests" / "fuzz" / "corpus", ROOT / ".data" / "fuzz-corpus"
HOST, TENANT = "smba.trafficmanager.net", "t"
MOST_COLUMN, MOST_NAME, MOST_WORD, MOST_CONTEXT = 400, 200, 60, 256
KEY = generate_private_key(public_exponent=65537, key_size=2048)
TOLD = {"call_started", "call_ended", "roster", "recording_on", "recording_off", "transcription_on", "transcription_off", "other"}  # fmt: skip


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


def notifications(body: Any) -> None:
    """A post of Graph's: refused, or notifications each of which says one thing or is refused."""
    try:
        batch = change_notifications.parse(body)
    except Refused:
        return
    for row, one in zip(body["value"], batch.notifications, strict=True):
        if len(change_notifications.same_change(one) or "0" * 64) != 64:
            raise AssertionError("not a key")
        said = row.get("resourceData")
        if isinstance(said, Mapping) and change_notifications.call_event(said).what not in TOLD:
            raise AssertionError("nobody knows what that is")
        if one.encrypted is not None:
            with contextlib.suppress(Refused):
                change_notifications.open_content(one.encrypted, KEY)


def report(body: Any) -> None:
    """A report of a call: events that fit what they are stored in."""
    if not isinstance(body, dict) or call_events.is_legacy(body):
        return
    for event in call_events.call_events(body):
        short = max(len(event.call_id), len(event.operation_id)) <= call_events.LONGEST_ID
        if not short or len(event.context) > MOST_CONTEXT or len(event.state) > MOST_WORD:
            raise AssertionError("an event does not fit")


def body(data: bytes) -> None:
    """Whatever comes in as a body is read by everybody who reads one."""
    activity(data)
    try:
        read = orjson.loads(data)
    except orjson.JSONDecodeError:
        return
    notifications(read)
    report(read)


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
    TARGETS.get(data[0] if data else 0, body)(data if data[:1] == b"{" else data[1:])


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
