"""The whole life of a wish, in every profile, on the rules alone.

Whatever people do in whatever order: no way to a no without the persons, the reasons and their
delivery; no wish is lost; there is always a way on until nothing remains to be done.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterable
from pathlib import Path
from typing import ClassVar, get_args

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from guidelines.decision import check_grant
from guidelines.profile import HERE, Profile, read_profile
from guidelines.refusal import RefusalDraft, check_refusal, check_two_persons
from guidelines.request import (
    OPEN,
    Answer,
    AnswerEvent,
    Event,
    IllegalMove,
    State,
    check_ground,
    first_event,
    is_finished,
    next_answer,
    next_state,
    refusal_event,
)

FILES = [*sorted(HERE.glob("*.yaml")), *sorted((HERE.parent / "tests" / "profiles").glob("*.yaml"))]
PEOPLE = ("mette", "jens", "lene", "nadia")
CITIZEN, EMPLOYEE = None, "nadia"
ANSWER_EVENTS = get_args(AnswerEvent)
LOOKING: tuple[Event, ...] = ("assess", "ask_information", "ask_leader", "return_to_department")
ENDING: tuple[Event, ...] = ("meeting_cancelled", "meeting_over", "withdraw")
MOSTLY = st.sampled_from([True, True, True, False])
SELDOM = st.sampled_from([*LOOKING, *LOOKING, *LOOKING, *ENDING])
WORDS = (
    "Den tredje maj skrev kommunen det her om mødet.",
    "Barnets to søskende bliver nævnt mange gange undervejs.",
    "Du kan få hjælp af din søster hele vejen.",
    "Sidste torsdag måtte vi gå fra lokalet tidligt.",
    "Vi har talt længe om alt, hvad det vil kræve.",
    "Tre kolleger var til stede og gav hver deres forklaring.",
)
persons = st.sampled_from(PEOPLE)


class Life(RuleBasedStateMachine):
    """One wish, moved only as the rules allow. ``said`` is what whoever refuses wrote."""

    profile: Profile
    reached: ClassVar[set[tuple[str, str]]] = set()

    def __init__(self) -> None:
        super().__init__()
        self.state: State = "received"
        self.answer: Answer = "none"
        self.scope = "whole"
        self.decided_by: tuple[str, ...] = ()
        self.said: RefusalDraft | None = None
        self.proposal: tuple[str, RefusalDraft] | None = None
        self.assessed = False
        self.cancelled = False

    @initialize(data=st.data(), requester=st.sampled_from([CITIZEN, EMPLOYEE]))
    def a_wish_comes(self, data: st.DataObject, requester: str | None) -> None:
        self.requester = requester
        grounds = ["", *(ground.id for ground in self.profile.grounds)]
        self.ground = data.draw(
            st.sampled_from([g for g in grounds if not check_ground(self.profile, g, "Ord")])
        )
        self.notice = self.profile.is_notice
        event = first_event(self.profile, self.ground)
        if event:
            self.state = next_state(self.state, event, notice=self.notice)
        if self.notice:
            self.answer = next_answer(self.answer, "prepare")

    # --- what people and time do ------------------------------------------------------------------

    @rule(event=SELDOM)
    def something_happens(self, event: Event) -> None:
        self._happens(event)

    @precondition(lambda self: self.state in OPEN)
    @rule(now=st.sampled_from([False, False, True]))
    def the_meeting_ends(self, now: bool) -> None:
        if now:
            self._happens("meeting_over")

    @precondition(lambda self: self.said is not None and not self.cancelled)
    @rule()
    def the_refused_meeting_is_cancelled(self) -> None:
        self._happens("meeting_cancelled")

    def _happens(self, event: Event) -> None:
        before = self.state
        with contextlib.suppress(IllegalMove):
            self.state = next_state(self.state, event, notice=self.notice)
        if self.state != before:
            assert self.state not in ("granted", "not_granted"), "only a person decides"
        if self.state in ("withdrawn", "lapsed", "unanswered"):
            self.proposal = None
        if event == "meeting_cancelled":
            self.cancelled = True
        if self.state == "unanswered" != before:
            self.answer = next_answer(self.answer, "prepare")
            self.reached.add((self.state, self.scope))

    @rule(person=persons, considered=MOSTLY)
    def somebody_grants(self, person: str, considered: bool) -> None:
        if person == self.requester or self.state not in OPEN:
            with pytest.raises(IllegalMove):
                next_state("granted", "grant", notice=self.notice)
            return
        if check_grant(self.profile, *self._assessment(considered)):
            assert not considered
            return
        self._decide("grant", (person,), None)

    @rule(person=persons, data=st.data(), written=MOSTLY, partial=st.booleans())
    def somebody_means_to_refuse(
        self, person: str, data: st.DataObject, written: bool, partial: bool
    ) -> None:
        draft = self._draft(data, written=written, partial=partial)
        problems = check_refusal(
            self.profile, draft, earlier=(), like_cases=0, meeting_kind="virtual"
        )
        assert problems or written, "an empty draft passes nowhere"
        if problems or not self._can_be_refused():
            return
        if self.profile.two_persons:
            alone = self._problem(person, None)
            assert alone, "one person is never enough"
            self.proposal = (person, draft) if person != self.requester else None
        elif self._problem(person, None) is None:
            self._decide(refusal_event(self.state, partial=draft.partial), (person,), draft)

    @precondition(lambda self: self.proposal is not None)
    @rule(person=persons, agrees=MOSTLY)
    def the_leader_answers(self, person: str, agrees: bool) -> None:
        assert self.proposal
        proposer, draft = self.proposal
        if self._problem(proposer, person):
            return
        self.proposal = None
        if agrees and self._can_be_refused():
            event = refusal_event(self.state, partial=draft.partial)
            self._decide(event, (proposer, person), draft)

    @rule(event=st.sampled_from([one for one in ANSWER_EVENTS if one != "prepare"]))
    def something_happens_to_the_answer(self, event: AnswerEvent) -> None:
        before = self.answer
        with contextlib.suppress(IllegalMove):
            self.answer = next_answer(self.answer, event)
        if before == "delivered":
            assert self.answer == "delivered", "what is delivered stays so"
        elif self.answer == "delivered":
            assert event == "deliver", "only a recorded fact delivers"

    # --- what always holds ------------------------------------------------------------------------

    @invariant()
    def a_no_has_its_persons_and_its_reasons(self) -> None:
        if self.state == "not_granted" or self.scope == "own_part":
            assert self.said is not None
            assert not check_refusal(
                self.profile, self.said, earlier=(), like_cases=0, meeting_kind="virtual"
            )
            assert len(set(self.decided_by)) == (2 if self.profile.two_persons else 1)
            assert all(self.decided_by)
            assert self.requester not in self.decided_by
            assert self.answer != "none", "the reasons are on their way"

    @invariant()
    def a_no_ends_with_delivered_reasons(self) -> None:
        own_part = self.state == "granted" and self.scope == "own_part"
        if self.state == "not_granted" or own_part:
            done = is_finished(self.state, self.answer, self.scope)
            assert done == (self.answer == "delivered")

    @invariant()
    def a_cancelled_meeting_takes_no_reasons_away(self) -> None:
        if self.said is None or not self.cancelled or self.state == "withdrawn":
            return
        assert is_finished(self.state, self.answer, self.scope) == (self.answer == "delivered")
        assert _can_end(self.state, self.answer, self.scope, self.notice)
        self.reached.add(("refused_then_cancelled", self.scope))

    @invariant()
    def time_alone_ends_nothing(self) -> None:
        if self.state == "unanswered":
            assert self.answer != "none", "the citizen is told"
            assert not self.decided_by
            assert is_finished(self.state, self.answer) == (self.answer == "delivered")

    @invariant()
    def a_yes_is_somebodys_or_a_notice(self) -> None:
        if self.state == "granted":
            assert self.decided_by or self.notice
            assert self.answer != "none"

    @invariant()
    def nothing_is_lost_and_there_is_a_way_on(self) -> None:
        assert self.state in get_args(State)
        assert _can_end(self.state, self.answer, self.scope, self.notice)

    # --- helpers ----------------------------------------------------------------------------------

    def _can_be_refused(self) -> bool:
        try:
            next_state(self.state, refusal_event(self.state), notice=self.notice)
        except IllegalMove:
            return False
        # A part is granted once; what is decided by two is not decided over again.
        return not (self.state == "granted" and self.decided_by)

    def _problem(self, proposer: str, confirmer: str | None) -> object:
        return check_two_persons(
            self.profile, proposer=proposer, confirmer=confirmer, requester=self.requester
        )

    def _assessment(self, considered: bool) -> tuple[dict[str, str], dict[str, str]]:
        if not considered:
            return {}, {}
        ids = [criterion.id for criterion in self.profile.criteria]
        return dict.fromkeys(ids, "against"), dict.fromkeys(ids, "Det skete på mødet i maj i fjor.")

    def _draft(self, data: st.DataObject, *, written: bool, partial: bool) -> RefusalDraft:
        ground = data.draw(st.sampled_from(self.profile.refusal_grounds))
        verdicts, notes = self._assessment(written)
        left_out = "" if written else data.draw(st.sampled_from([p.id for p in ground.parts]))
        words = zip((part.id for part in ground.parts), WORDS, strict=False)
        parts = {part: text for part, text in words if part != left_out}
        return RefusalDraft(
            ground.id,
            parts=parts,
            verdicts=verdicts,
            notes=notes,
            partial=partial and ground.partial,
        )

    def _decide(self, event: Event, people: tuple[str, ...], draft: RefusalDraft | None) -> None:
        self.state = next_state(self.state, event, notice=self.notice)
        self.scope = "own_part" if event in ("limit", "limit_notice") else "whole"
        self.decided_by, self.said, self.proposal = people, draft, None
        self.answer = next_answer("none", "prepare")
        self.reached.add((self.state, self.scope))


def _can_end(state: State, answer: Answer, scope: str, notice: bool) -> bool:
    """Whether some course of events leads from here to where nothing remains to be done."""
    seen: set[tuple[State, Answer]] = set()
    left: list[tuple[State, Answer]] = [(state, answer)]
    while left:
        here = left.pop()
        if is_finished(*here, scope):
            return True
        if here not in seen:
            seen.add(here)
            left += _after(*here, notice)
    return False


def _after(state: State, answer: Answer, notice: bool) -> Iterable[tuple[State, Answer]]:
    for event in get_args(Event):
        with contextlib.suppress(IllegalMove):
            yield next_state(state, event, notice=notice), answer
    for answer_event in ANSWER_EVENTS:
        with contextlib.suppress(IllegalMove):
            yield state, next_answer(answer, answer_event)


@pytest.mark.rule("A6", "A16", "B8", "B19", "C9", "C14", "C27", "C28")
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_whole_life_of_a_wish(path: Path) -> None:
    Life.profile = read_profile(path)
    Life.reached.clear()
    run_state_machine_as_test(
        Life,
        settings=settings(
            max_examples=160, stateful_step_count=16, deadline=None, derandomize=True,
            suppress_health_check=list(HealthCheck),
        ),
    )  # fmt: skip
    # A machine that never comes to a no, or to a part, proves nothing about one.
    assert ("not_granted", "whole") in Life.reached
    assert (("unanswered", "whole") in Life.reached) != Life.profile.is_notice
    partial = any(ground.partial for ground in Life.profile.refusal_grounds)
    assert (("granted", "own_part") in Life.reached) == partial
    assert ("refused_then_cancelled", "whole") in Life.reached
    assert (("refused_then_cancelled", "own_part") in Life.reached) == partial


@pytest.mark.parametrize("state", sorted(OPEN))
@pytest.mark.parametrize("notice", [True, False])
def test_an_open_wish_is_never_finished_and_never_stuck(state: State, notice: bool) -> None:
    assert not is_finished(state, "none")
    assert _can_end(state, "none", "whole", notice)


@pytest.mark.rule("A16", "B19", "C28")
@pytest.mark.parametrize("notice", [True, False])
def test_a_refusal_outlives_its_meeting(notice: bool) -> None:
    assert next_state("not_granted", "meeting_cancelled", notice=notice) == "not_granted"
    for answer in ("ready", "sent", "failed"):
        assert not is_finished("not_granted", answer)
        assert not is_finished("lapsed", answer, "own_part")
        assert is_finished("lapsed", answer)
    assert is_finished("lapsed", "delivered", "own_part")
