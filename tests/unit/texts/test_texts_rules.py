"""What each rule wants said, in the letters of the guideline it belongs to (domain 1)."""

from __future__ import annotations

import dataclasses
import re

import pytest

from guidelines.profile import Profile
from tests.unit.texts.outcomes import (
    GONE,
    PROFILES,
    grants,
    product_words,
    refusal,
    refusals,
    words,
)
from texts.letter_page import letter_html
from texts.letters import granted_letter, refused_letter
from texts.views import Language

A, B, C = PROFILES["nyborg"], PROFILES["frederiksberg"], PROFILES["albertslund"]
ALL = pytest.mark.parametrize("profile", PROFILES.values(), ids=PROFILES)
BOTH = pytest.mark.parametrize("language", ["da", "en"])


IN_EVERY_YES = {
    "nyborg": {
        "A3": ("altid få et referat", "always have minutes"),
        "A4": ("altid tage en bisidder", "always bring a companion"),
        "A15": ("Vi optager også lyden", "record the sound too"),
        "A19 own": ("til dit eget brug", "for your own use"),
        "A19 helpers": ("hjælper dig med sagen", "help you with the case"),
        "A20": ("kun optage lyd", "sound only"),
    },
    "frederiksberg": {
        "B4": ("altid tage en bisidder", "always bring a companion"),
        "B5": ("altid få en udskrift", "always get a printout"),
        "B11": ("Vi har aftalt", "We have agreed"),
        "B20": ("siger til alle", "tell everybody"),
        "B21": ("skal selv stå for", "recording yourself"),
        "B22": ("ikke udstyr", "no equipment"),
        "B23": ("ikke hjælpe med at optage", "cannot help with the recording"),
        "B24": ("en personoplysning", "personal data"),
        "B25": ("privat og i din familie", "privately and in your family"),
        "B26": ("https://www.datatilsynet.dk", "https://www.datatilsynet.dk"),
        "B27": ("3821 4236", "3821 4236"),
        "B29": ("kun lyd, ikke video", "sound only, not video"),
    },
    "albertslund": {
        "C4": ("optager ikke selv", "does not record"),
        "C6": ("Tak for din besked. Du må gerne", "Thank you for telling us. You may"),
        "C6 sound": ("kun lyd, ikke billeder", "sound only, not images"),
        "C12": ("mens du selv er med", "while you take part"),
        "C16": ("som regel vejledning", "normally guidance"),
        "C17": ("en afgørelse, siger vi det", "a decision, we say so"),
        "C20": ("Vi skriver i", "We note in"),
        "C35": ("strafbart", "punishable"),
        "C36": ("rent private forhold", "purely private affairs"),
        "C37": ("sociale medier", "social media"),
        "C38": ("reglerne om persondata", "rules on personal data"),
    },
}
"""Rule by rule: what stands in every yes of the guideline, in Danish and in English."""


def missing(name: str) -> list[str]:
    """The rules whose words are not in every yes of the profile, in both languages."""
    found = []
    for language, place in (("da", 0), ("en", 1)):
        for grant in grants(PROFILES[name], language):  # type: ignore[arg-type]
            letter = words(granted_letter(PROFILES[name], grant))
            wanted = IN_EVERY_YES[name].items()
            found += [f"{rule} {language}" for rule, said in wanted if said[place] not in letter]
    return found


@pytest.mark.rule("A3", "A4", "A15", "A19", "A20")
def test_every_yes_in_a_says_what_its_rules_want_said() -> None:
    assert missing("nyborg") == []


@pytest.mark.rule(
    "B4", "B5", "B11", "B20", "B21", "B22", "B23", "B24", "B25", "B26", "B27", "B29"
)  # fmt: skip
def test_every_yes_in_b_says_what_its_rules_want_said() -> None:
    assert missing("frederiksberg") == []


@pytest.mark.rule("C4", "C6", "C12", "C16", "C17", "C20", "C35", "C36", "C37", "C38")
def test_every_yes_in_c_says_what_its_rules_want_said() -> None:
    assert missing("albertslund") == []


@pytest.mark.rule("A15")
@ALL
def test_the_day_the_municipalitys_own_recording_goes_is_said_once_it_is_known(
    profile: Profile,
) -> None:
    for grant in grants(profile):
        letter = words(granted_letter(profile, grant))
        known = grant.own_recording_delete_on == GONE and profile.parallel_recording != "none"
        assert ("1. marts 2027" in letter) is known
        if known:
            assert "slette" in letter


@pytest.mark.rule("C1", "C7", "C20")
def test_an_employee_is_written_to_as_one() -> None:
    citizen, _, employee, _ = (words(granted_letter(C, grant)) for grant in grants(C))
    assert "med din leder" in employee
    assert "personalesag" in employee
    assert "tillidsrepræsentant" in employee
    assert not {"din leder", "personalesag"} & set(citizen.split())


@pytest.mark.rule("C2")
def test_an_employee_who_records_is_never_called_medarbejder() -> None:
    yes = [granted_letter(C, grant) for grant in grants(C) if grant.relation == "employee"]
    no = [refused_letter(C, no) for no in refusals(C) if no.relation == "employee"]
    assert yes
    assert no
    for letter in yes + no:
        assert "medarbejder" not in re.sub(r"https?://\S+", "", words(letter)).casefold()


@pytest.mark.rule("A16", "B19", "C28")
@ALL
@BOTH
def test_every_no_shows_its_reasons_part_by_part(profile: Profile, language: Language) -> None:
    """The letter shows that the assessment was made, and what it rests on (FOB 05-578)."""
    for no in refusals(profile, language):
        letter = refused_letter(profile, no)
        ground = profile.refusal_ground(no.refusal_ground)
        assert ground is not None
        intro = profile.words(ground.intro, no.relation)[language]
        wanted = [{"da": "Begrundelse:", "en": "Reasons:"}[language], intro]
        for part in ground.parts:
            if part.in_letter:
                wanted += [part.heading[language], no.parts[part.id]]
        places = [letter.paragraphs.index(one) for one in wanted]
        assert places == sorted(places)
        assert all(one.endswith(":") and len(one) <= 60 for one in wanted[2::2])
        assert any(no.decided_by in one for one in letter.paragraphs)


@ALL
@BOTH
def test_a_part_kept_for_the_note_stays_out_of_the_letter(
    profile: Profile, language: Language
) -> None:
    ground = profile.refusal_grounds[0]
    hidden = dataclasses.replace(ground.parts[0], in_letter=False)
    changed = dataclasses.replace(
        profile,
        refusal_grounds=(dataclasses.replace(ground, parts=(hidden, *ground.parts[1:])),),
    )
    letter = words(refused_letter(changed, refusal(profile, language=language)))
    assert refusal(profile, language=language).parts[hidden.id] not in letter
    assert hidden.heading[language] not in letter.splitlines()


@pytest.mark.rule("A3", "A4", "B4", "B5", "C31")
@ALL
@BOTH
def test_every_no_offers_other_ways_and_the_way_back(profile: Profile, language: Language) -> None:
    back = {"da": "Så ser vi på det igen", "en": "again"}[language]
    for no in refusals(profile, language):
        letter = refused_letter(profile, no)
        for alternative in profile.alternatives:
            assert f"– {alternative.label[language]}" in letter.paragraphs
        assert back in words(letter)
        assert profile.source_url in words(letter)
        assert "L-7" in words(letter)


@pytest.mark.rule("A3", "A4", "B4", "B5")
@pytest.mark.parametrize(
    ("profile", "promises"),
    [(A, ("et referat sendt", "en bisidder med")), (B, ("bisidder med", "en udskrift")),
     (C, ("en bisidder med", "et referat"))],
    ids=["A", "B", "C"],
)  # fmt: skip
def test_companion_and_minutes_stand_in_every_no(
    profile: Profile, promises: tuple[str, ...]
) -> None:
    for no in refusals(profile):
        for promise in promises:
            assert promise in product_words(refused_letter(profile, no), no)


@pytest.mark.rule("A13")
@ALL
def test_a_ground_kept_to_oneself_is_never_held_against_anybody(profile: Profile) -> None:
    for no in refusals(profile):
        letter = words(refused_letter(profile, no))
        ground = profile.refusal_ground(no.refusal_ground)
        if ground is None or not any(part.answers_need for part in ground.parts):
            continue
        assert ("ikke grunden til svaret" in letter) is (no.ground == "")
        assert ("den grund, du har fortalt os om" in letter) is (no.ground != "")


@pytest.mark.rule("C27")
@ALL
@BOTH
def test_where_it_takes_two_the_letter_names_both(profile: Profile, language: Language) -> None:
    for no in refusals(profile, language):
        assert ("Lone Dahl" in words(refused_letter(profile, no))) is profile.two_persons


@pytest.mark.rule("C31")
def test_a_partial_no_begins_with_what_may_be_recorded() -> None:
    part = refusal(C, C.refusal_ground("others_affairs"))
    whole, some = (refused_letter(C, dataclasses.replace(part, partial=p)) for p in (False, True))
    assert "Du må gerne optage den del, der kun handler om dig" in some.paragraphs[1]
    assert "imødekomme" in whole.paragraphs[1]
    terms = [
        f"– {C.texts[name]['da']}" for name in C.granted_terms if name != "guidance_or_decision"
    ]
    assert [p for p in some.paragraphs if p in terms] == terms  # C6, C12, C35–C38: also for a part
    assert not set(whole.paragraphs) & set(terms)
    more = {*terms, "Det skal du vide, når du optager:"}
    assert whole.paragraphs[3:] == tuple(p for p in some.paragraphs[3:] if p not in more)
    assert "You may record the part" in words(
        refused_letter(C, dataclasses.replace(part, partial=True, language="en"))
    )


@pytest.mark.rule("C24")
def test_devices_out_says_where_to_put_them_and_what_may_come_in() -> None:
    facts = dataclasses.replace(refusal(C, C.refusal_ground("history")), devices_out=True)
    for place, shown in (("skab 4 ved døren", "skab 4 ved døren"), (" ", "et sted, vi viser dig")):
        letter = words(refused_letter(C, dataclasses.replace(facts, devices_place=place)))
        assert shown in letter
        for thing in ("jakke", "taske", "telefon", "høreapparat", "medicin"):
            assert thing in letter
    calm = words(refused_letter(C, dataclasses.replace(facts, devices_out=False)))
    assert "høreapparat" not in calm
    assert "hearing aid" in words(refused_letter(C, dataclasses.replace(facts, language="en")))


@pytest.mark.rule("C29")
def test_the_no_is_said_to_be_noted_in_the_case_or_the_personnel_file() -> None:
    for no in refusals(C):
        letter = words(refused_letter(C, no))
        assert ("personalesag" in letter) is (no.relation == "employee")
        assert ("i sagen" in letter) is (no.relation == "citizen")
    for no in refusals(B):
        assert "i sagen, hvad svaret" not in words(refused_letter(B, no))


@pytest.mark.rule("A18")
def test_where_an_explanation_is_owed_the_letter_offers_it() -> None:
    assert "Mette Holm vil gerne forklare dig svaret" in words(refused_letter(A, refusal(A)))
    assert "forklare dig svaret" not in words(refused_letter(B, refusal(B)))


@pytest.mark.rule("B27")
@ALL
def test_the_contacts_of_the_profile_stand_in_every_letter(profile: Profile) -> None:
    for letter in (
        granted_letter(profile, next(grants(profile))),
        refused_letter(profile, refusal(profile)),
    ):
        for contact in profile.contacts:
            assert contact.name["da"] in words(letter)
        assert ("Kontakt:" in letter.paragraphs) is bool(profile.contacts)
        if profile.contacts:  # the heading stands over the contacts, and over nothing else
            after = letter.paragraphs[letter.paragraphs.index("Kontakt:") + 1]
            assert after.startswith(profile.contacts[0].name["da"])
        assert letter_html(letter, "da").count("<h1") == 1


@ALL
def test_an_unknown_ground_of_refusal_counts_as_the_first(profile: Profile) -> None:
    facts = refusal(profile)
    unknown = dataclasses.replace(facts, refusal_ground="")
    assert refused_letter(profile, facts) == refused_letter(profile, unknown)
