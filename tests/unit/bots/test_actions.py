"""Verbs become commands; what the card carries is parsed strictly and proves nothing."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest

from bots.actions import (
    VERBS,
    Press,
    clean,
    command_of,
    form_of,
    press_of_invoke,
    press_of_message,
)
from casework import commands
from casework.bus import HANDLERS

ID = "0b0e7a52-6f0e-4b0a-9d38-2f4f6e1d7c10"
IDS = dict.fromkeys(
    (
        "request_id",
        "meeting_id",
        "occurrence_id",
        "incident_id",
        "task_id",
        "wish_id",
        "errand_id",
        "note_taker_id",
    ),
    ID,
)


def build(make: Any, verb: str, data: dict[str, Any], **parts: Any) -> Any:
    incoming = make.incoming(make.pressed(verb, data, **parts))
    press = press_of_invoke(incoming.raw["value"])
    assert press is not None
    assert incoming.actor is not None
    return command_of(incoming, incoming.actor, press)


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_has_a_command_that_is_handled(make: Any, verb: str) -> None:
    command = build(make, verb, {**IDS, "version": 3})
    assert type(command) in HANDLERS
    assert command.actor.oid == make.oid


def test_every_command_of_a_person_has_a_verb() -> None:
    people = {kind for kind in HANDLERS if issubclass(kind, commands.PersonCommand)}
    assert people == {verb.command for verb in VERBS.values()}


def test_a_decision_carries_request_version_and_form(make: Any) -> None:
    command = build(
        make,
        "grant",
        {"request_id": ID, "version": "7", "verdict.purpose": "for", "note.purpose": " ja \r\n"},
    )
    assert command == commands.Grant(
        actor=command.actor,
        request_id=UUID(ID),
        version=7,
        form={"verdict.purpose": "for", "note.purpose": "ja"},
        inbound_key=command.inbound_key,
    )
    assert command.inbound_key


@pytest.mark.parametrize("verb", ["phone_possible", "phone_impossible"])
def test_the_phone(make: Any, verb: str) -> None:
    assert build(make, verb, {"meeting_id": ID}).possible is (verb == "phone_possible")


BAD_IDS = ["", None, 1, [], {}, "x", ID[:-1], ID + "0", f"{{{ID}}}", ID.replace("-", ""), f"{ID}\n"]


@pytest.mark.parametrize("bad", BAD_IDS)
def test_an_id_that_is_none_gives_no_command(make: Any, bad: Any) -> None:
    assert build(make, "ground", {"request_id": bad}) is None


@pytest.mark.parametrize("bad", [0, -1, True, 1.5, "1.5", "x", [], 2**31, "99999999999"])
def test_a_version_that_is_none_gives_no_command(make: Any, bad: Any) -> None:
    assert build(make, "ground", {"request_id": ID, "version": bad}) is None


def test_an_optional_id_may_be_missing_but_not_wrong(make: Any) -> None:
    assert build(make, "register_submit", {}).wish_id is None
    assert build(make, "register_submit", {"wish_id": ""}).wish_id is None
    assert build(make, "register_submit", {"wish_id": "x"}) is None


@pytest.mark.parametrize("verb", ["", "GRANT", "refresh", "__class__", "grant "])
def test_unknown_verbs(make: Any, verb: str) -> None:
    assert build(make, verb, IDS) is None


def test_a_card_that_shows_itself_may_only_look(make: Any) -> None:
    for name, verb in VERBS.items():
        command = build(make, name, IDS, trigger="automatic")
        assert (command is not None) == verb.looks
    assert {name for name, verb in VERBS.items() if verb.looks} == {
        "menu", "queue", "case", "ledger", "companion_open", "employee_receipt", "errand",
        "ground_open", "guide", "guide_situation", "own_open", "practice", "printout_open", "task",
        "incident", "recording_file", "wants_open", "keeping", "looks",
    }  # fmt: skip


def test_looking_is_never_a_duplicate(make: Any) -> None:
    assert build(make, "menu", {}).inbound_key is None


def test_in_the_meeting_chat_the_command_says_so(make: Any) -> None:
    raw = make.envelope(type="invoke", name="adaptiveCard/action")
    incoming = make.incoming(raw)
    command = command_of(incoming, incoming.actor, Press("want_to_record", {}))
    assert command.chat_id == make.chat
    assert build(make, "want_to_record", {}).chat_id is None


def test_the_form_takes_inputs_only() -> None:
    data = {
        **IDS, "version": 1, "verb": "grant", "msteams": {}, "need": "a", "toggle": True, "n": 5,
        "off": False, "list": [], "object": {}, "null": None, "x" * 81: "long name",
    }  # fmt: skip
    assert form_of(data) == {"need": "a", "toggle": "true", "n": "5", "off": "false"}
    assert len(form_of({f"f{n}": "x" for n in range(500)})) == 80


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Ærø\r\nØst\rÅ\tb ", "Ærø\nØst\nÅ b"),
        ("a\u202eb\u2066c\u200fd\ufeffe\x07f", "abcdef"),
        ("👩\u200d👧", "👩\u200d👧"),
        ("x" * 9000, "x" * 8000),
    ],
)
def test_typed_text_is_cleaned(typed: str, kept: str) -> None:
    assert clean(typed) == kept


@pytest.mark.parametrize("value", [None, "x", 1, [], {}, {"action": "x"}, {"action": {"verb": 1}}])
def test_no_press_at_all(value: Any) -> None:
    assert press_of_invoke(value) is None
    assert press_of_message(value) is None


def test_an_old_client_sends_the_verb_in_the_value() -> None:
    assert press_of_message({"verb": "menu", "a": "b"}) == Press("menu", {"verb": "menu", "a": "b"})
    nested = {"action": {"verb": "menu", "data": {"a": "b"}}}
    assert press_of_message(nested) == Press("menu", {"a": "b"})
    assert press_of_invoke({"action": {"verb": "menu", "data": "x"}}) == Press("menu", {})
