"""The ways to tell people: what each proves, whom it reaches, and that nothing proven is ever lost."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.asking.companions import BY_VOICE
from casework.meeting import channels
from casework.meeting.channels import CHANNELS, Channel
from guidelines.announcement import GRADES
from guidelines.profile import load_profile
from store.tables import Informed
from texts.catalog import LANGUAGES, catalogue

ROOT = Path(__file__).resolve().parents[3]
PROFILE = load_profile("frederiksberg")


class Notebook:
    """What is entered, without a database."""

    def __init__(self) -> None:
        self.session, self.now, self.entered = self, None, []

    def add(self, entry: object) -> None:
        self.entered.append(entry)


def row(kind: str = "member") -> Informed:
    return Informed(
        id=uuid4(), occurrence_id=UUID(int=1), person_key="k", kind=kind, grade="none",
        channel="", evidence="",
    )  # fmt: skip


def enter(found: Informed, channel: Channel, unit: Notebook | None = None) -> None:
    channels.enter(PROFILE, unit or Notebook(), found, channel, "7")  # type: ignore[arg-type]


@pytest.mark.rule("B20")
def test_each_way_proves_what_it_proves() -> None:
    proven = {}
    for channel in CHANNELS:
        found = row()
        enter(found, channel)
        proven[channel.name] = (found.grade, found.evidence)
    assert proven == {
        "chat": ("posted", "post:7"),
        "in_meeting": ("accepted", "7"),
        "status": ("none", ""),
        "spoken": ("prompt_completed", "prompt:7"),
        "read_aloud": ("confirmed", "by:7"),
        "unseen": ("confirmed", "by:7"),
        "typed": ("none", ""),
    }


@pytest.mark.rule("B20")
@pytest.mark.parametrize("kind", BY_VOICE)
def test_nothing_written_proves_that_somebody_on_the_phone_was_told(kind: str) -> None:
    for channel in CHANNELS:
        found = row(kind)
        enter(found, channel)
        assert (found.grade != "none") == (channel.name in ("spoken", "read_aloud", "unseen"))


@pytest.mark.rule("B20")
@given(st.lists(st.sampled_from(CHANNELS), max_size=12))
def test_a_stronger_grade_is_never_replaced_and_every_step_is_kept(told: list[Channel]) -> None:
    found, unit = row(), Notebook()
    best = "none"
    for channel in told:
        enter(found, channel, unit)
        best = max(best, channel.grade or "none", key=GRADES.index)
        assert found.grade == best
    ranks = [GRADES.index(entry.grade) for entry in unit.entered]  # type: ignore[attr-defined]
    assert ranks == sorted(set(ranks))


def test_every_way_that_proves_something_has_words_for_it() -> None:
    for language, channel in ((lang, one) for lang in LANGUAGES for one in CHANNELS):
        if channel.grade is not None:
            assert f"account.channel.{channel.name}" in catalogue(language)
            assert f"note.channel.{channel.name}" in catalogue(language)


def test_the_architecture_page_tells_of_every_way() -> None:
    page = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    for channel in CHANNELS:
        assert f"| `{channel.name}` | {channel.grade or '–'} |" in page


def test_who_said_it_is_known_where_a_person_did() -> None:
    assert channels.teller("by:oid-1") == "oid-1"
    assert channels.teller("prompt:1") is None


@pytest.mark.parametrize(
    ("evidence", "shown"),
    [
        ("post:1764532800000", ("post", "1764532800000")),
        ("prompt:9f", ("prompt", "9f")),
        ("202", ("answer", "202")),
        ("by:oid-1", ("", "")),
        ("", ("", "")),
        ("another:way", ("", "")),
    ],
)
def test_what_can_be_looked_up_is_shown_and_never_who_a_person_is(
    evidence: str, shown: tuple[str, str]
) -> None:
    assert channels.proof_of(evidence) == shown
