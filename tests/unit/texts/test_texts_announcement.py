"""What a meeting is told, what the employee says, and the two questions (B20–B26, T1–T4, T16–T20)."""

from __future__ import annotations

import re

import pytest

from guidelines.profile import Profile
from tests.unit.texts.outcomes import LANGUAGES, PROFILES
from tests.unit.texts.plain_danish import lix
from texts.announcement import (
    announcement,
    answer_how_to_record,
    answer_may_i_share,
    break_words,
    late_joiner,
    phone_script,
    read_aloud_script,
    revoked,
    says_decision,
    says_guidance,
    start_sentence,
)
from texts.views import Language

A, P, C = PROFILES["nyborg"], PROFILES["frederiksberg"], PROFILES["albertslund"]
ALL = pytest.mark.parametrize("profile", PROFILES.values(), ids=PROFILES)


@pytest.mark.rule("B20", "B21", "B29")
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


@pytest.mark.rule("B20")
def test_those_on_the_phone_are_spoken_to() -> None:
    with_phone, without = read_aloud_script(P, "Ole"), read_aloud_script(P, "Ole", phone=False)
    assert any("telefon" in line for line in with_phone)
    assert not any("telefon" in line for line in without)
    assert any("by phone" in line for line in read_aloud_script(P, "Ole", language="en"))


@pytest.mark.rule("B23")
def test_how_to_record_is_answered_kindly_without_teaching() -> None:
    """B23."""
    answer = answer_how_to_record(P)
    assert "kan vi desværre ikke hjælpe med" in answer
    assert "http" not in answer
    assert not any(word in answer.casefold() for word in ("app", "tryk", "diktafon", "mobil"))
    assert answer_how_to_record(P, "en").startswith("We are sorry")


@pytest.mark.rule("B24", "B25", "B26")
def test_sharing_is_guided() -> None:
    """B23–B26: guidance on the law is still given."""
    answer = answer_may_i_share(P)
    assert "personoplysning" in answer
    assert "https://www.datatilsynet.dk" in answer
    assert "data protection" in answer_may_i_share(P, "en")


@pytest.mark.rule("A15", "B20")
@ALL
def test_the_meeting_hears_of_our_recording_only_when_there_is_one(profile: Profile) -> None:
    for told in (announcement, late_joiner):
        alone, both = (told(profile, "Ole", both_record=b) for b in (False, True))
        assert "Ole" in " ".join(alone.da)
        assert len(both.da) == len(alone.da) + 1
        assert "ommunen optager også" in " ".join(both.da)
        assert "records" in " ".join(both.en)
        assert "optager også" not in " ".join(alone.da)
    script = read_aloud_script(profile, "Ole", both_record=True)
    assert any("optager også" in line for line in script)
    if profile.parallel_recording != "none":  # nobody is told that we do not record, and then we do
        assert not any("optager ikke" in line for line in script)


@pytest.mark.rule("C31")
@ALL
def test_the_meeting_hears_when_only_a_part_is_recorded(profile: Profile) -> None:
    for told in (announcement, late_joiner):
        whole, part = (told(profile, "Ole", own_part=p) for p in (False, True))
        assert len(part.da) == len(whole.da) + 1
        assert "Ole" in part.da[1]
        assert "kun" in part.da[1]
        assert "only" in part.en[1].casefold()


@pytest.mark.rule("A19")
def test_in_a_everybody_hears_what_the_recording_is_for() -> None:
    told = " ".join(announcement(A, "Ole").da)
    assert "må selv bruge optagelsen" in told
    assert "hjælper med sagen" in told
    phone = " ".join(phone_script(A, "Mette Holm"))
    assert "til dit eget brug" in phone
    assert "hjælper dig med sagen" in phone


@pytest.mark.rule("C19", "C20")
def test_in_c_the_guidance_is_part_of_what_is_read_aloud() -> None:
    for lines in (read_aloud_script(C, "Ole"), phone_script(C, "Mette Holm")):
        script = " ".join(lines)
        for part in ("strafbart", "uden samtykke", "sociale medier", "i sagen", "afgørelse"):
            assert part in script
    employee = " ".join(read_aloud_script(C, "Nadia", relation="employee"))
    assert "personalesag" in employee


@pytest.mark.rule("B24")
def test_in_b_the_phone_script_has_the_voice_and_no_penal_code() -> None:
    script = " ".join(phone_script(P, "Mette Holm"))
    assert "En stemme er en personoplysning" in script
    assert "strafbart" not in script


@pytest.mark.rule("A8", "B1")
@ALL
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_phone_call_is_played_one_sentence_at_a_time(
    profile: Profile, language: Language
) -> None:
    script = phone_script(profile, "Mette Holm", language=language, own_part=True, both_record=True)
    assert len(script) == len(set(script)) >= 10
    assert "Mette Holm" in script[0]
    assert profile.municipality in script[0]
    assert all(line.rstrip(".?").count(". ") == 0 for line in script)
    assert not any("{" in line for line in script)
    assert script[3].endswith("?")
    last = {"da": "Husk at stoppe optagelsen.", "en": "Remember to stop the recording."}
    assert script[-1] == last[language]
    case = {"da": "Nu taler vi om din sag.", "en": "Now let us talk about your case."}
    assert case[language] in script
    assert case[language] not in phone_script(profile, "M", language=language, relation="employee")


@pytest.mark.rule("A18", "B19", "C28")
@ALL
def test_after_a_no_the_meeting_begins_calmly(profile: Profile) -> None:
    said = start_sentence(profile, "refused")
    assert "bliver der ikke optaget" in said
    assert "egrundelse" in said
    assert said != start_sentence(profile, "refused", language="en")


@pytest.mark.rule("A7", "C6")
def test_undecided_is_open_where_one_asks_and_fine_where_one_tells() -> None:
    for profile in (A, P):
        assert start_sentence(profile, "undecided").endswith("Hvad er bedst for dig?")
    assert "Du må gerne optage" in start_sentence(C, "undecided")


@pytest.mark.rule("C17", "C18")
@ALL
@pytest.mark.parametrize("language", LANGUAGES)
def test_guiding_and_deciding_have_words_of_their_own(profile: Profile, language: Language) -> None:
    guiding, deciding = says_guidance(profile, language), says_decision(profile, language)
    assert set(guiding).isdisjoint(deciding)
    words = {"da": ("vejledning", "på skrift"), "en": ("guidance", "in writing")}[language]
    assert words[0] in " ".join(guiding)
    assert words[1] in " ".join(deciding)


@pytest.mark.rule("C12")
def test_whoever_is_not_there_does_not_record() -> None:
    assert "Stop optagelsen" in " ".join(break_words("caucus"))
    assert "Stop the recording" in " ".join(break_words("caucus", "en"))


@ALL
@pytest.mark.rule("C6", "C12")
def test_what_holds_no_longer_is_told_without_names(profile: Profile) -> None:
    """Where telling is enough, a notice that is taken back stops nobody (C6, C12)."""
    told = revoked(profile)
    danish, english = " ".join(told.da), " ".join(told.en)
    assert len(told.da) == len(told.en)
    assert ("skal stoppe nu" in danish) is not profile.is_notice
    assert ("must stop now" in english) is not profile.is_notice
    assert ("må stadig gerne optage" in danish) is profile.is_notice
    assert ("may still record" in english) is profile.is_notice
    assert ("aftalen" in danish.casefold()) is (profile.legal_label == "aftale")
    assert lix(danish) <= 30


@pytest.mark.rule("C35", "C36", "C37", "C38")
def test_in_c_sharing_is_guided_with_the_penal_code_and_the_media_named() -> None:
    answer = answer_may_i_share(C)
    for part in ("strafbart", "rent private forhold", "sociale medier", "persondata"):
        assert part in answer


@pytest.mark.parametrize("relation", ["citizen", "employee"])
@ALL
def test_the_chat_does_not_speak_as_one_person(profile: Profile, relation: str) -> None:
    """Lydhør posts it and the employee reads it aloud: the words are true of both."""
    for own_part in (False, True):
        for told in (
            announcement(profile, "Ole", relation=relation, own_part=own_part),
            late_joiner(profile, "Ole", relation=relation, own_part=own_part),
        ):
            assert not re.search(r"\bjeg\b|\bmig\b", " ".join(told.da).casefold())
            assert not re.search(r"\bI\b|\bme\b", " ".join(told.en))
