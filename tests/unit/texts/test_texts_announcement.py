"""What a meeting is told (B20–B25, B29), and the two questions (B23)."""

from __future__ import annotations

from guidelines.profile import load_profile
from tests.unit.texts.plain_danish import lix
from texts.announcement import (
    announcement,
    answer_how_to_record,
    answer_may_i_share,
    late_joiner,
    read_aloud_script,
)

P = load_profile("frederiksberg")


def test_who_records_never_why() -> None:
    told = announcement(P, "Ole Madsen")
    danish, english = " ".join(told.da), " ".join(told.en)
    assert "Ole Madsen optager lyden" in danish
    assert "kun lyd, ikke video" in danish
    assert "Kommunen optager ikke" in danish
    assert "The municipality does not record" in english
    assert len(told.da) == len(told.en)
    grounds = [ground.label["da"].casefold() for ground in P.grounds]
    assert not any(ground in danish.casefold() for ground in grounds)
    assert lix("\n".join(told.da)) <= 30


def test_late_joiners_are_told_the_same_and_not_named() -> None:
    told = late_joiner(P, "Ole")
    assert "Ole optager lyden" in told.da[0]
    assert "sound only" in told.en[0]


def test_the_script_has_one_sentence_per_line_whatever_the_name() -> None:
    script = read_aloud_script(P, "Ole B. Madsen. {navn}")
    plain = read_aloud_script(P, "Ole")
    assert len(script) == len(plain)
    assert all(line.count(".") == 1 and line.endswith(".") for line in plain)
    assert plain[0] == "Velkommen."
    assert lix("\n".join(plain)) <= 30


def test_those_on_the_phone_are_spoken_to() -> None:
    with_phone, without = read_aloud_script(P, "Ole"), read_aloud_script(P, "Ole", phone=False)
    assert any("telefon" in line for line in with_phone)
    assert not any("telefon" in line for line in without)
    assert any("by phone" in line for line in read_aloud_script(P, "Ole", language="en"))


def test_how_to_record_is_answered_kindly_without_teaching() -> None:
    """B23."""
    answer = answer_how_to_record(P)
    assert "kan vi desværre ikke hjælpe med" in answer
    assert "http" not in answer
    assert not any(word in answer.casefold() for word in ("app", "tryk", "diktafon", "mobil"))
    assert answer_how_to_record(P, "en").startswith("We are sorry")


def test_sharing_is_guided() -> None:
    """B23–B26: guidance on the law is still given."""
    answer = answer_may_i_share(P)
    assert "personoplysning" in answer
    assert "https://www.datatilsynet.dk" in answer
    assert "data protection" in answer_may_i_share(P, "en")
