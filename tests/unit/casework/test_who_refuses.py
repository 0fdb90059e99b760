"""Who may refuse, who may confirm it, and who decides where the employee does (A14, C9, C27)."""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from typing import Any

import pytest

from casework.deciding.reasons import is_heavy
from guidelines.profile import load_guideline
from store.tables import Request
from tests.unit.casework.test_office import OFFICE, PEOPLE

NYBORG = replace(OFFICE, guideline=load_guideline("nyborg"))
ALBERTSLUND = replace(OFFICE, guideline=load_guideline("albertslund"))


def request(**given: Any) -> Request:
    usual = {
        "caseworker_oid": "one", "registered_by": "one", "department": "a", "notice": False,
        "relation": "citizen", "profile_version": 1,
    }  # fmt: skip
    return Request(**{**usual, **given})


@pytest.mark.rule("A14")
@pytest.mark.parametrize("oid", PEOPLE)
def test_only_the_caseworker_decides_and_only_once_asked(oid: str | None) -> None:
    for caseworker, approver, deputy in product((None, "one", "two"), repeat=3):
        wish = request(
            caseworker_oid=caseworker, registered_by="two", approver_oid=approver, deputy_oid=deputy
        )
        may = bool(oid) and oid == caseworker == approver
        assert NYBORG.may_decide(oid, wish) == may
        assert NYBORG.may_refuse(oid, wish) == may


@pytest.mark.parametrize("oid", PEOPLE)
def test_a_notice_is_refused_by_whoever_has_the_talk(oid: str | None) -> None:
    notice = request(
        notice=True, registered_by="two", approver_oid="boss", deputy_oid="deputy"
    )  # typed in by another
    assert ALBERTSLUND.may_refuse(oid, notice) == (oid == "one")
    waiting = request(notice=True, caseworker_oid=None)
    assert not ALBERTSLUND.may_refuse(oid, waiting)  # first somebody takes it from the queue


@pytest.mark.rule("C27")
@pytest.mark.parametrize("oid", PEOPLE)
def test_of_an_employees_notice_only_the_leader_proposes(oid: str | None) -> None:
    for requester in ("one", "boss"):
        notice = request(
            notice=True, relation="employee", requester_oid=requester, registered_by=requester,
            caseworker_oid="boss",
        )  # fmt: skip
        assert ALBERTSLUND.may_refuse(oid, notice) == (oid == "boss" != requester)


@pytest.mark.rule("C27")
def test_nobody_confirms_what_they_proposed_typed_in_or_wish_themselves() -> None:
    names: tuple[str | None, ...] = (None, "one", "boss", "deputy")
    for proposer, confirmer, deputy, requester, caseworker in product(names, repeat=5):
        notice = request(
            notice=True, proposed_by=proposer, confirmer_oid=confirmer, deputy_oid=deputy,
            requester_oid=requester, caseworker_oid=caseworker,
        )  # fmt: skip
        for oid in PEOPLE:
            asked = bool(oid) and proposer is not None and oid in (confirmer, deputy)
            expected = asked and oid not in (proposer, requester, caseworker, "one")
            assert ALBERTSLUND.may_confirm(oid, notice) == expected


@pytest.mark.parametrize(
    ("words", "heavy"),
    [
        ("", False),
        ("Han har bedt om at få det på skrift. Det får han samme dag.", False),
        ("Og " * 25 + "så.", True),
        ("Ord. " * 60, False),
        ("Sagsbehandlingsoplysninger kommunikationshæmmet " * 6 + ". " + "Og så. " * 8, True),
    ],
)
def test_a_long_sentence_is_noticed(words: str, heavy: bool) -> None:
    assert is_heavy(words) is heavy
