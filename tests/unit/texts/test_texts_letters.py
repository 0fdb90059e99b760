"""The answer to the citizen (B4, B5, B19–B27)."""

from __future__ import annotations

import dataclasses
import re
from datetime import UTC, datetime
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guidelines.profile import load_profile
from tests.unit.texts.plain_danish import faults, lix
from texts.letter_page import letter_html
from texts.letters import (
    GrantFacts,
    Letter,
    RefusalFacts,
    contact_lines,
    granted_letter,
    letter_links,
    refused_letter,
)
from texts.views import Language

P = load_profile("frederiksberg")
NOON = datetime(2026, 12, 1, 12, tzinfo=UTC)
YES = GrantFacts(citizen_name="Ole Madsen", meeting_at=NOON, caseworker="Mette Holm", number="L-7")
NO = RefusalFacts(
    citizen_name="Ole Madsen", meeting_at=NOON, caseworker="Mette Holm", number="L-7",
    decided_by="Jens Brandt", ground="remember",
    parts={
        "need": "Du har svært ved at huske. Vi skriver aftalerne ned, mens vi taler.",
        "weighing": "Vi skal også tale om din nabo, som ikke vil optages.",
    },
)  # fmt: skip


def words(letter: Letter) -> str:
    return "\n".join(letter.paragraphs)


def test_the_yes_says_what_was_agreed_and_what_to_know() -> None:
    said = words(granted_letter(P, YES))
    for sentence in (
        "Vi har aftalt, at du må optage lyden",  # B11
        "Du skal selv stå for at optage",  # B21
        "Vi har ikke udstyr",  # B22
        "kan heller ikke hjælpe med at optage",  # B23
        "En stemme er en personoplysning",  # B24
        "privat og i din familie",  # B25
        "reglerne om databeskyttelse",  # B25
        "https://www.datatilsynet.dk",  # B26
        "Vi siger til alle i mødet",  # B20
        "altid tage en bisidder med",  # B4
        "altid få en udskrift",  # B5
        "ikke video",  # B29
        "Jura",  # B27
        "3821 4236",
        "L-7",
    ):
        assert sentence in said


def test_the_no_shows_the_assessment_and_the_way_on() -> None:
    letter = refused_letter(P, NO)
    said = words(letter)
    order = [
        "Vi kan ikke give dig lov", "Jens Brandt har taget beslutningen", "Begrundelse:",
        "Vi har set på din situation", "Dit behov:", "den grund, du har fortalt os om", NO.parts["need"],
        "Det, der vejer imod:", NO.parts["weighing"], "I stedet kan du:", "– tage en bisidder med",
        "– få en udskrift af notater eller referat", "Har du nye oplysninger", "Kontakt:", "Jura",
    ]  # fmt: skip
    places = [said.index(part) for part in order]
    assert places == sorted(places)


def test_a_ground_kept_is_not_held_against_anybody() -> None:
    kept = words(refused_letter(P, dataclasses.replace(NO, ground="undisclosed")))
    assert "Det er i orden" in kept
    assert words(refused_letter(P, dataclasses.replace(NO, ground=""))) == kept


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_subject_says_neither_answer_nor_ground(language: Language) -> None:
    yes = granted_letter(P, dataclasses.replace(YES, language=language)).subject
    no = refused_letter(P, dataclasses.replace(NO, language=language)).subject
    assert yes == no
    assert "2026" in yes
    assert not re.search(r"optag|lyd|record|Ole", yes)


def test_a_meeting_without_a_time() -> None:
    letter = granted_letter(P, dataclasses.replace(YES, meeting_at=None))
    assert letter.subject == "Svar om dit møde"
    assert "dit møde med kommunen" in words(letter)


def test_without_a_caseworker_the_line_is_left_out() -> None:
    assert "Vil du tale om svaret" in words(granted_letter(P, YES))
    assert "Vil du tale" not in words(granted_letter(P, dataclasses.replace(YES, caseworker="")))


def test_empty_parts_of_the_contact_are_hidden_and_full_ones_shown() -> None:
    """B27: both links for secure post, once the municipality has put them in."""
    contact = P.contacts[0]
    assert "Telefontid mandag til torsdag: 10.00–15.00" in contact_lines(contact, "da")
    assert "Phone hours Friday: 10:00–13:00" in contact_lines(contact, "en")
    assert not any("post" in line for line in contact_lines(contact, "da"))
    full = dataclasses.replace(
        contact,
        phone="",
        secure_post_citizens="https://post.example/b",
        secure_post_businesses="https://post.example/v",
    )
    lines = contact_lines(full, "da")
    assert "Sikker digital post for borgere: https://post.example/b" in lines
    assert "Sikker digital post for virksomheder: https://post.example/v" in lines
    assert not any(line.startswith("Telefon:") for line in lines)
    profile = dataclasses.replace(P, contacts=(full,))
    assert "https://post.example/v" in letter_links(profile)


def test_letters_are_easy_and_calm() -> None:
    for letter in (granted_letter(P, YES), refused_letter(P, NO)):
        assert lix(words(letter)) <= 30, lix(words(letter))
        assert faults(" ".join(words(letter).split()), "da") == []


class Page(HTMLParser):
    """Tags in order, and all text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.words = ""
        self.attributes: dict[str, list[str | None]] = {}
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        for name, value in attrs:
            self.attributes.setdefault(f"{tag}.{name}", []).append(value)

    def handle_data(self, data: str) -> None:
        self.words += data


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_mail_is_a_page_a_screen_reader_can_read(language: Language) -> None:
    letter = refused_letter(P, dataclasses.replace(NO, language=language))
    page = Page(letter_html(letter, language))
    assert page.attributes["html.lang"] == [language]
    assert page.tags.count("h1") == page.tags.count("main") == page.tags.count("ul") == 1
    assert page.tags.count("li") == 3
    assert page.tags.count("h2") == 5
    assert page.attributes["a.href"] == [P.source_url]
    assert not {"script", "img", "style", "link"} & set(page.tags)


def test_what_people_wrote_stays_text() -> None:
    evil = dataclasses.replace(
        NO,
        citizen_name="<b>Ole</b> {need}",
        parts={
            "need": "Se https://evil.example og <script>alert(1)</script>\nanden linje",
            "weighing": '{weighing} & "mere"',
        },
    )
    html = letter_html(refused_letter(P, evil), "da")
    assert "<script" not in html
    assert "&lt;b&gt;Ole&lt;/b&gt; {need}" in html
    assert 'href="https://evil' not in html
    assert "{weighing} &amp;" in html
    assert "<br>" in html


@settings(deadline=None)
@given(st.text(max_size=80), st.text(max_size=80))
def test_no_words_change_the_shape_of_a_link(name: str, need: str) -> None:
    letter = refused_letter(P, dataclasses.replace(NO, citizen_name=name, parts={"need": need}))
    page = Page(letter_html(letter, "da"))
    assert set(page.tags) <= {
        "html", "head", "meta", "title", "body", "main", "h1", "h2", "p", "ul", "li", "a", "br",
    }  # fmt: skip
    assert set(page.attributes["a.href"]) <= set(letter.links)


def test_whom_else_one_can_turn_to_stands_in_a_refusal_where_the_municipality_says_so() -> None:
    told = {"da": "Du kan også tale med borgerrådgiveren.", "en": "You can also ask the adviser."}
    named = dataclasses.replace(P, review_text=told)
    assert told["da"] in refused_letter(named, NO).paragraphs
    assert told["en"] in refused_letter(named, dataclasses.replace(NO, language="en")).paragraphs
    assert told["da"] not in granted_letter(named, YES).paragraphs
