"""The page lets a person switch on every fault, in words, and choose what is wrong with it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from sandbox.faults import FAULTS, Faults
from sandbox.notifying import OF_DATA

PAGE = (Path(__file__).parents[3] / "sandbox" / "page" / "faults.js").read_text("utf-8")


def block(name: str) -> str:
    found = re.search(rf"const {name} = {{(.*?)\n}};", PAGE, re.DOTALL)
    assert found
    return found[1]


def test_every_fault_and_every_field_has_words() -> None:
    said = set(re.findall(r"^\s{2}(\w+): \"", block("WORDS"), re.MULTILINE))
    assert said == set(FAULTS)
    fields = {key for usual in FAULTS.values() for key in usual} - {"name", "together"}
    assert fields <= set(re.findall(r"(\w+): \"", block("FIELDS")))


@pytest.mark.parametrize("name", ["kind", "what"])
def test_what_can_be_chosen_is_what_the_sandbox_knows(name: str) -> None:
    line = next(line for line in block("CHOICES").splitlines() if line.strip().startswith(name))
    chosen = set(re.findall(r"(\w+|\"\"): \"", line.split("{", 1)[1]))
    known = {
        "kind": {'""', "chat", "recordings", "call_events"},
        "what": {"client_state", "tenant", *OF_DATA},
    }
    assert chosen == known[name]
    assert any(name in usual for usual in FAULTS.values())


def test_a_fault_of_the_page_is_taken_as_it_is_sent() -> None:
    faults = Faults()
    faults.set("forged_notification", what="tenant", count=2)
    faults.set("replayed_notification", kind="chat", seconds=30)
    assert faults.take("replayed_notification", kind="call_events") is None
    assert faults.take("replayed_notification", kind="chat") == {"kind": "chat", "seconds": 30}
