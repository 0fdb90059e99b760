"""Sealing: what was changed or moved does not open; keys can be rotated; no length tells which code it is."""

from __future__ import annotations

from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidelines.profile import load_profile
from settings import PROFILES
from store.encryption import KeyRing, SealBroken

OLD = KeyRing.new_entry("v1")
NEW = KeyRing.new_entry("v2")
RING = KeyRing.parse(OLD)


@given(st.text(), st.text(min_size=1, max_size=60))
def test_a_value_opens_again(value: str, field: str) -> None:
    owner = uuid4()
    assert RING.open(owner, field, RING.seal(owner, field, value)) == value


@given(st.data())
def test_any_changed_bit_is_found(data: st.DataObject) -> None:
    owner = uuid4()
    sealed = bytearray(RING.seal(owner, "ground", "Jeg glemmer, hvad der bliver sagt"))
    place = data.draw(st.integers(0, len(sealed) - 1))
    sealed[place] ^= 1 << data.draw(st.integers(0, 7))
    with pytest.raises(SealBroken):
        RING.open(owner, "ground", bytes(sealed))


def test_a_value_moved_to_another_row_or_field_does_not_open() -> None:
    owner = uuid4()
    sealed = RING.seal(owner, "ground", "x")
    for other, field in ((uuid4(), "ground"), (owner, "contact")):
        with pytest.raises(SealBroken):
            RING.open(other, field, sealed)


@pytest.mark.parametrize("sealed", [b"", b"\x01", b"\x02ab", b"\x01\x02v1"])
def test_what_was_never_sealed_does_not_open(sealed: bytes) -> None:
    with pytest.raises(SealBroken):
        RING.open(uuid4(), "ground", sealed)


def test_rotation() -> None:
    owner = uuid4()
    before = RING.seal(owner, "ground", "før")
    both = KeyRing.parse(f"{NEW}, {OLD}")
    assert both.open(owner, "ground", before) == "før"
    after = both.seal(owner, "ground", "efter")
    assert [head for head in both.older if before.startswith(head)]
    assert not [head for head in both.older if after.startswith(head)]
    assert KeyRing.parse(NEW).older == ()
    assert KeyRing.parse(NEW).open(owner, "ground", after) == "efter"
    with pytest.raises(SealBroken):
        KeyRing.parse(NEW).open(owner, "ground", before)


def test_no_length_tells_which_code_it_is() -> None:
    """Grounds, kinds of talk, lines among the earlier decisions, yes and no: all are equally long."""
    codes = {"", "a", "asked", str(uuid4()), "x" * 40}
    for profile in (load_profile(path.stem) for path in PROFILES.glob("*.yaml")):
        codes |= {ground.id for ground in profile.grounds}
    owner = uuid4()
    lengths = {len(RING.seal(owner, "ground", code)) for code in codes}
    assert len(codes) > 12
    assert len(lengths) == 1
    words = {len(RING.seal(owner, "own_words", "ø" * letters)) for letters in range(200)}
    assert len(words) == 4  # free words: by 128 bytes


@given(st.text(max_size=300))
def test_what_an_earlier_release_sealed_opens(value: str) -> None:
    """Without padding, as before; and a value of either kind does not pass for the other."""
    owner = uuid4()
    unpadded = KeyRing.parse(OLD, padded=False).seal(owner, "ground", value)
    assert RING.open(owner, "ground", unpadded) == value
    for sealed in (unpadded, RING.seal(owner, "ground", value)):
        swapped = bytes([3 - sealed[0]]) + sealed[1:]
        with pytest.raises(SealBroken):
            RING.open(owner, "ground", swapped)


def test_a_person_keeps_the_hash_when_a_key_is_added() -> None:
    both = KeyRing.parse(f"{NEW},{OLD}")
    assert both.person_key("29:abc") == RING.person_key("29:abc")
    assert RING.person_key("29:abc") != RING.person_key("29:abd")
    assert RING.person_key("29:abc") != KeyRing.parse(NEW).person_key("29:abc")
    assert len(RING.person_key("")) == 64


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", "no key"),
        ("abc", "expected id:base64"),
        ("v1:", "expected id:base64"),
        ("v 1:AAAA", "expected id:base64"),
        ("v1:###", "not base64"),
        ("v1:QUJD", "must be 32 bytes"),
        pytest.param(f"{OLD},{OLD}", "twice", id="the same key twice"),
    ],
)
def test_a_faulty_ring_is_named_without_its_key(text: str, fault: str) -> None:
    with pytest.raises(ValueError) as raised:
        KeyRing.parse(text)
    assert fault in str(raised.value)
    assert "QUJD" not in str(raised.value)
    assert OLD.partition(":")[2] not in str(raised.value)
