"""What the judge forgives and what it does not, by one small case each: no house is built for it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from tools.chaos.blows import Damage
from tools.chaos.contest import Rival
from tools.chaos.judge import verdict_on
from tools.chaos.lives import Call, Life
from tools.chaos.plans import Plan
from tools.chaos.seen import Seen, Verdict

START = datetime(2027, 3, 1, 9, 0, tzinfo=UTC)
CHAT, OCCURRENCE, WISH = "19:chat", "occurrence-1", UUID(int=1)
OPERATION, CARD = "op1", "100"


def at(seconds: float) -> datetime:
    return START + timedelta(seconds=seconds)


def alert(number: str = CARD, seconds: float = 1, **more: Any) -> dict[str, Any]:
    known = {"what": "told", "heard": True, "operation": OPERATION}
    return {"id": number, "at": at(seconds).isoformat(), **known, **more}


def seat(person: str, since: float = 0, until: float = 4, **more: Any) -> dict[str, Any]:
    times = {"since": at(since).isoformat(), "until": at(until).isoformat()}
    return {"person": person, "kind": "member", "oid": person, "mri": person, "call": 1, **times, **more}  # fmt: skip


def mail(seconds: float = 0, **more: Any) -> dict[str, Any]:
    stamp = at(seconds).isoformat().replace("+00:00", "Z")
    known = {"to": "a@b.example", "subject": "Svar", "content": "x", "heard": True, "headings": []}
    return {**known, "at": stamp, **more}


def no_letter(**more: Any) -> dict[str, Any]:
    """A refusal, as it is sent to whoever wished for it."""
    return mail(to=life().contact, content="no", headings=["Begrundelse:"], **more)


def event(name: str, seconds: float, chat: str = CHAT) -> dict[str, str]:
    return {"chat": chat, "name": f"application/{name}", "at": at(seconds).isoformat()}


def life(plan: Plan = "grant", **call: float) -> Life:
    known = {"begun": 0, "told": 1, "ended": 4, **call}
    times = {
        name: at(seconds) for name, seconds in known.items() if seconds is not None
    }  # fmt: skip
    return Life(
        number=1, unit=1, plan=plan, meeting="m1", chat=CHAT, acknowledged=True, decided=True,
        calls=[Call(**times)], noted=plan == "grant",
    )  # fmt: skip


def seen(
    of: Life | None = None,
    *,
    alerts: Any = None,
    seats: Any = (),
    mails: Any = (),
    missed: Any = (),
    blows: Any = (),
    state: str = "granted",
    **more: Any,
) -> Seen:
    """One wish that was granted, told and noted as it should be, but for what is named."""
    of = of or life()
    meeting = {
        "id": "m1", "chat": CHAT, "state": "ended", "occurrence": 1, "bot": False,
        "alerts": [alert()] if alerts is None else list(alerts), "seats": list(seats),
    }  # fmt: skip
    audit = {"meetings": [meeting], "mails": list(mails), "missed": list(missed),
             "subscriptions": [], "problems": []}  # fmt: skip
    row = {"id": WISH, "state": state, "answer_state": "sent", "note_copied": of.noted}
    whole = Seen(
        lives=[of],
        damage=Damage(moments=[at(one) for one in blows]),
        audit=audit,
        requests={of.contact: [row]},
        decided={WISH: 1},
        meetings={CHAT: {"occurrences": [OCCURRENCE], "running": 0}},
        cards={OPERATION: {"purpose": f"announce:{OCCURRENCE}:1:abc", "activity": CARD}},
        tellings={OCCURRENCE: {"chat": 1, "all": 1}},
        announced={OCCURRENCE: 1},
    )
    return replace(whole, **more)


def faults(of: Seen) -> str:
    return " | ".join(verdict_on(of).faults)


def test_what_is_as_it_should_be_holds() -> None:
    verdict: Verdict = verdict_on(seen(seats=[seat("ole", until=60)], ledger={OCCURRENCE: {"ole"}}))
    assert verdict.faults == []
    assert verdict.counts["announcements"] == verdict.counts["people"] == 1


# --- what was not to be recorded ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("plan", "state"),
    [("refuse", "not_granted"), ("propose", "not_granted"), ("withdraw", "withdrawn")],
)
def test_a_meeting_that_was_not_to_be_recorded_is_not_told_so(plan: Plan, state: str) -> None:
    decided = {} if plan == "withdraw" else {WISH: 1}
    letter = [] if plan == "withdraw" else [no_letter()]
    untold = {"tellings": {}, "announced": {}, "decided": decided, "mails": letter, "state": state}
    assert faults(seen(life(plan), alerts=[], **untold)) == ""
    assert faults(seen(life(plan), alerts=[alert(what="revoked")], **untold)) == ""
    assert f"was not to be recorded ({plan})" in faults(
        seen(life(plan), alerts=[alert()], **untold)
    )


def test_an_end_and_a_break_are_no_announcements() -> None:
    told = seen(alerts=[alert(what="paused"), alert(what="revoked")], tellings={}, announced={})
    assert "of 1 calls 1 were never told" in faults(told)


# --- once ---------------------------------------------------------------------------------------

NOTED_LAST = {OPERATION: {"purpose": f"announce:{OCCURRENCE}:1:abc", "activity": "101"}}


def doubled(first: dict[str, Any] | None = None, **more: Any) -> Seen:
    """Told twice, three seconds apart; the second is the one that is noted."""
    known = {"cards": NOTED_LAST, "maybe_twice": frozenset({OPERATION}), **more}
    return seen(alerts=[first or alert(), alert("101", 4)], **known)


def test_a_second_announcement_is_forgiven_where_nobody_could_know_of_the_first() -> None:
    for forgiven in (doubled(alert(heard=False)), doubled(blows=[1.5])):
        verdict = verdict_on(forgiven)
        assert verdict.faults == []
        assert verdict.counts["announcements double"] == 1
        assert verdict.counts["doubles after a lost answer or a kill"] == 1


@pytest.mark.parametrize(
    ("why", "wrong"),
    [
        ("it was heard", doubled()),
        ("the blow came much later", doubled(blows=[3.2])),
        ("it was noted all the same", doubled(alert(heard=False), cards=seen().cards)),
        ("another was unheard", seen(
            alerts=[alert(), alert("101", 4, heard=False)], cards=NOTED_LAST)),
        ("it could be looked for", doubled(alert(heard=False), look=True)),
    ],
)  # fmt: skip
def test_a_second_announcement_is_a_fault(why: str, wrong: Seen) -> None:
    assert "told once more, by the same message" in faults(wrong), why


def test_another_message_is_no_second_try() -> None:
    other = {"op2": {"purpose": f"announce:{OCCURRENCE}:2:abc", "activity": "101"}}
    twice = seen(
        alerts=[alert(heard=False), alert("101", 4, operation="op2")], cards=seen().cards | other
    )
    assert "told once more, by another message" in faults(twice)


def test_what_came_twice_is_written_down() -> None:
    assert "not written down" in faults(doubled(alert(heard=False), maybe_twice=frozenset()))


def test_where_it_may_be_looked_for_a_clock_that_jumps_over_the_look_is_an_excuse() -> None:
    damage = Damage(jumps=[at(2)])
    assert faults(doubled(alert(heard=False), look=True, damage=damage)) == ""


def test_a_mail_is_forgiven_for_its_own_lost_answer_alone() -> None:
    assert faults(seen(mails=[mail(heard=False), mail(5)])) == ""
    assert faults(seen(mails=[mail(), mail(5)], blows=[0.5])) == ""
    assert "a mail too many" in faults(seen(mails=[mail(), mail(5)]))
    assert "a mail too many" in faults(seen(mails=[mail(), mail(5)], blows=[2]))
    assert "a mail too many" in faults(
        seen(mails=[mail(), mail(5), mail(subject="Kvittering", heard=False)])
    )


# --- noted --------------------------------------------------------------------------------------

UNNOTED: dict[str, Any] = {
    "tellings": {},
    "announced": {},
    "cards": {OPERATION: {"purpose": f"announce:{OCCURRENCE}:1:abc", "activity": None}},
}


def test_a_call_without_its_telling_is_a_fault() -> None:
    assert "0 tellings are noted of it" in faults(seen(tellings={}, announced={}))
    other = {"occurrence-0": {"chat": 1, "all": 1}}  # an earlier call's does not stand for it
    wrong = seen(tellings=other, announced={"occurrence-0": 1})
    assert "0 tellings are noted of it" in faults(wrong)


def test_a_call_that_was_over_at_once_need_not_be_noted() -> None:
    for unheard in ({"alerts": [alert(heard=False)]}, {"blows": [1.3]}):
        verdict = verdict_on(seen(**UNNOTED, **unheard))
        assert verdict.faults == []
        assert verdict.counts["announcements not noted"] == 1
    long = seen(life(ended=40), alerts=[alert(heard=False)], **UNNOTED)
    assert "0 tellings are noted of it" in faults(long)


def test_ledger_chat_and_journal_say_the_same_of_each_call() -> None:
    assert "the journal says 0 times" in faults(seen(announced={}))
    assert "the journal says 2 times" in faults(seen(announced={OCCURRENCE: 2}))
    assert "1 tellings are noted, 0 stand in the chat" in faults(seen(alerts=[]))


def test_a_meeting_that_ran_has_a_row() -> None:
    assert "there is no such meeting" in faults(seen(meetings={}))


# --- everybody ----------------------------------------------------------------------------------


def test_whoever_sat_there_long_enough_is_entered() -> None:
    sat = {"of": life(ended=60), "ledger": {OCCURRENCE: {"ole"}}}
    assert "nadia sat there for 29 s" in faults(seen(seats=[seat("nadia", until=30)], **sat))
    assert faults(seen(seats=[seat("nadia", until=20)], **sat)) == ""
    assert faults(seen(seats=[seat("nadia", until=30)], missed=[event("xParticipantJoin", 0)], **sat)) == ""  # fmt: skip
    assert "sat there for 59 s" in faults(
        seen(seats=[seat("nadia", until=60)], missed=[event("xParticipantJoin", 0)], **sat)
    )
    often = {"poll": timedelta(seconds=2), "missed": [event("xParticipantJoin", 0)]}
    assert faults(seen(seats=[seat("nadia", until=22)], **sat, **often)) == ""
    assert "sat there for 29 s" in faults(seen(seats=[seat("nadia", until=30)], **sat, **often))
    stranger = seat("amal", until=30, kind="anonymous", oid=None)
    assert faults(seen(seats=[stranger], **sat)) == ""


def test_a_latecomer_is_told_within_the_wait() -> None:
    told = life(late_at=2, late_told=3, ended=5)
    assert faults(seen(told)) == ""
    untold = life(late_at=2, ended=40)
    assert "somebody came later, and was not told in 38 s" in faults(seen(untold))
    verdict = verdict_on(seen(untold, missed=[event("xParticipantJoin", 2)]))
    assert verdict.faults == []
    assert verdict.counts["latecomers"] == verdict.counts["latecomers not told"] == 1
    other = seen(untold, missed=[event("xParticipantJoin", 2, "19:other")])
    assert "was not told" in faults(other)
    late = seen(life(late_at=2, ended=70), missed=[event("xParticipantJoin", 2)])
    assert "was not told in 68 s" in faults(late)


# --- the rest -----------------------------------------------------------------------------------


@pytest.mark.parametrize("times", [0, 2])
def test_what_was_decided_stands_in_the_journal_once(times: int) -> None:
    assert f"was decided {times} times, and grant takes 1" in faults(seen(decided={WISH: times}))


LEADER = Rival("l1", "refuse_confirm", "refuse", "not_granted", answered="granted", told="granted")
DEPUTY = Rival("lene", "grant", "grant", "granted", answered="granted", told="granted", claims=True)
YES = [mail(to="borger00001@borger.example")]


def contested(
    became: Plan | None = "grant", leader: Rival = LEADER, deputy: Rival = DEPUTY, **more: Any
) -> Seen:
    """The deputy granted while the leader refused: the yes stands, both know it, and it went out."""
    both = replace(life("contest"), became=became, rivals=[leader, deputy], noted=True)
    return seen(both, **{"mails": YES, **more})


def test_of_two_who_decide_at_once_one_stands_and_everything_follows_it() -> None:
    verdict = verdict_on(contested())
    assert verdict.faults == []
    assert verdict.counts["contests"] == verdict.counts["decisions"] == 1
    late = replace(LEADER, answered="")  # her card had changed under the finger, and says so
    assert faults(contested(leader=late)) == ""
    assert faults(refused_instead()) == ""


def refused_instead(**more: Any) -> Seen:
    """The same, but the leader was first."""
    leader = replace(LEADER, answered="not_granted", told="not_granted", claims=True)
    deputy = replace(DEPUTY, answered="not_granted", told="not_granted", claims=False)
    silent = {"alerts": [], "tellings": {}, "announced": {}, "state": "not_granted"}
    return contested("refuse", leader, deputy, **{**silent, "mails": [no_letter()], **more})


@pytest.mark.parametrize(
    ("why", "wrong"),
    [
        ("was decided 2 times, and grant takes 1", contested(decided={WISH: 2})),
        ("was decided 0 times, and grant takes 1", contested(decided={})),
        ("grant was acknowledged, and it is not_granted",
         contested(state="not_granted", mails=[no_letter()])),
        ("is granted, and a letter said no", contested(mails=[*YES, no_letter(seconds=2)])),
        ("is not_granted, and a letter said yes", refused_instead(mails=[*YES, no_letter()])),
        ("refused, and nobody told the citizen", refused_instead(mails=[])),
        ("was not to be recorded (refuse), and was told so", refused_instead(alerts=[alert()])),
        ("of 1 calls 1 were never told", contested(alerts=[], tellings={}, announced={})),
        ("l1 pressed refuse_confirm, and never read how it ended",
         contested(leader=replace(LEADER, told=""))),
        ("l1 pressed refuse_confirm, was told not_granted, and it is granted",
         contested(leader=replace(LEADER, answered="not_granted"))),
        ("lene pressed grant, was told granted, and it is not_granted",
         contested("refuse", state="not_granted", mails=[no_letter()])),
        ("l1 pressed refuse_confirm, lost, and was told that it was their decision",
         contested(leader=replace(LEADER, claims=True))),
    ],
)  # fmt: skip
def test_what_follows_both_or_the_wrong_one_of_two_is_a_fault(why: str, wrong: Seen) -> None:
    assert why in faults(wrong)


def test_of_a_refusal_and_a_withdrawal_at_once_one_stands() -> None:
    refuse = replace(LEADER, answered="withdrawn", told="withdrawn")
    back = Rival("c1", "withdraw", "withdraw", "withdrawn", answered="withdrawn", told="withdrawn")
    quiet = {"alerts": [], "tellings": {}, "announced": {}, "state": "withdrawn", "mails": []}
    ended = contested("withdraw", refuse, back, decided={}, **quiet)
    assert faults(ended) == ""
    assert "was decided 1 times, and withdraw takes 0" in faults(replace(ended, decided={WISH: 1}))
    sent = replace(ended, audit={**ended.audit, "mails": [no_letter()]})
    assert "is withdrawn, and a letter said no" in faults(sent)


def test_the_answer_to_a_notice_is_no_letter_of_its_refusal() -> None:
    silent: dict[str, Any] = {"alerts": [], "tellings": {}, "announced": {}, "state": "not_granted"}
    noticed = seen(life("propose"), mails=[*YES, no_letter()], **silent)
    assert faults(noticed) == ""
    unsent = replace(noticed, audit={**noticed.audit, "mails": YES})
    assert "refused, and nobody told the citizen" in faults(unsent)


def test_what_was_given_up_is_a_fault() -> None:
    assert "could not be done: ask" in faults(seen(given_up=["ask (gave_up), tried 20 times"]))


def test_a_note_that_was_due_is_copied_unless_nobody_told_of_the_end() -> None:
    uncopied, offered = replace(life(), noted=False), frozenset({f"note:{WISH}"})
    assert "its note could not be copied" in faults(seen(uncopied))
    assert "its note was never offered" in faults(seen(uncopied, missed=[event("xmeetingEnd", 4)]))
    verdict = verdict_on(seen(uncopied, missed=[event("xmeetingEnd", 4)], purposes=offered))
    assert verdict.faults == []
    assert verdict.counts["notes not copied"] == verdict.counts["notes due"] == 1
