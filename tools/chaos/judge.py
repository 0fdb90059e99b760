"""What must hold after a run, asked from outside: of the database, and of what the sandbox has counted."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import pairwise

from texts.catalog import text
from tools.chaos import told
from tools.chaos.blows import Damage
from tools.chaos.house import House
from tools.chaos.lives import Life
from tools.chaos.plans import DECIDED, ENDS, TOLD
from tools.chaos.seen import Row, Seen, Verdict, look

__all__ = ["Verdict", "judge", "verdict_on"]

OPEN = ("received", "under_assessment", "awaiting_information", "awaiting_leader")
RECEIPT = "Vi har modtaget"
REASONS = text("letter.reasons")
"""The heading that every letter of a refusal has, and no other."""
LATE = timedelta(seconds=10)
"""So much later than the end of a call its event may come, and be lost."""


async def judge(house: House, lives: Sequence[Life], damage: Damage) -> Verdict:
    """Look at everything once the run is over and quiet."""
    return verdict_on(await look(house, lives, damage))


def verdict_on(seen: Seen) -> Verdict:
    """What is to be said of what was seen."""
    verdict = Verdict(recovery=list(seen.damage.recoveries))
    for life in seen.lives:
        verdict.counts["requests"] += 1
        _request(verdict, seen, life)
        told.meeting(verdict, seen, life)
    _mails(verdict, seen)
    for left in seen.overdue:
        verdict.fault(f"due and not done: {left}")
    for left in seen.given_up:
        verdict.fault(f"could not be done: {left}")
    for finding in seen.journal:
        verdict.fault(f"journal: {finding}")
    if seen.unproven:
        verdict.fault(f"{seen.unproven} people are told without evidence")
    _orphans(verdict, seen)
    for problem in seen.audit["problems"]:
        verdict.fault(f"Microsoft would have objected: {problem['code']} at {problem['where']}")
    return verdict


# --- one life -----------------------------------------------------------------------------------


def _request(verdict: Verdict, seen: Seen, life: Life) -> None:
    name = f"request {life.number}"
    rows, due = seen.requests.get(life.contact, []), int(life.course in DECIDED)
    verdict.counts["acknowledged"] += life.acknowledged
    if life.acknowledged and not rows:
        verdict.fault(f"{name}: was acknowledged and is not there")
    if len(rows) > 1:
        verdict.fault(f"{name}: is there {len(rows)} times")
    for row in rows:
        if row["state"] in OPEN:
            verdict.fault(f"{name}: has not ended, it is {row['state']}")
        if row["answer_state"] == "ready" and row["state"] != "withdrawn":
            verdict.fault(f"{name}: its answer never left")
        decisions = seen.decided.get(row["id"], 0)
        verdict.counts["decisions"] += decisions
        if decisions > due or (life.decided and decisions < due):
            verdict.fault(f"{name}: was decided {decisions} times, and {life.course} takes {due}")
        if life.decided and row["state"] not in ENDS[life.course]:
            verdict.fault(f"{name}: {life.course} was acknowledged, and it is {row['state']}")
        verdict.counts["notes copied"] += row["note_copied"]
        if life.noted and not row["note_copied"]:
            verdict.fault(
                f"{name}: its note was acknowledged as copied, and is not ({life.noted_as})"
            )
        _contest(verdict, life, row)
        _answers(verdict, seen, life, row)
        if row["state"] == "not_granted":
            _refusal(verdict, seen, life, row)
    _note(verdict, seen, life)
    if life.trouble:
        verdict.fault(f"{name}: {life.plan} got stuck: {life.trouble}")


def _note(verdict: Verdict, seen: Seen, life: Life) -> None:
    """After a talk that could be recorded its note can be copied; of an end nobody told of it comes later."""
    last = life.calls[-1] if life.calls else None
    if life.course not in TOLD or life.trouble or last is None or last.ended is None:
        return
    verdict.counts["notes due"] += 1
    if life.noted:
        return
    verdict.counts["notes not copied"] += 1
    if not any(f"note:{row['id']}" in seen.purposes for row in seen.requests.get(life.contact, [])):
        verdict.fault(f"request {life.number}: its note was never offered")
    if not seen.missed(life, last.begun, last.ended + LATE, "meetingEnd"):
        verdict.fault(f"request {life.number}: its note could not be copied")


def _refusal(verdict: Verdict, seen: Seen, life: Life, row: Row) -> None:
    """A refusal reaches the citizen, or a person knows that it did not."""
    verdict.counts["refusals"] += 1
    if _letters(life, seen)[1]:
        verdict.counts["refusals delivered"] += 1
    elif seen.tasks.get(row["id"], set()) & {"answer_failed", "answer_uncertain"}:
        verdict.counts["refusals left to a person"] += 1
    else:
        verdict.fault(f"request {life.number}: refused, and nobody told the citizen")


def _answers(verdict: Verdict, seen: Seen, life: Life, row: Row) -> None:
    """No letter says what does not stand. The answer to a notice was sent before it was refused."""
    yes, no = _letters(life, seen)
    refused = row["state"] == "not_granted"
    if (no and not refused) or (yes and refused and life.course != "propose"):
        told = "no" if no and not refused else "yes"
        verdict.fault(f"request {life.number}: is {row['state']}, and a letter said {told}")


def _letters(life: Life, seen: Seen) -> tuple[list[Row], list[Row]]:
    """The letters that answer this wish: with a yes, and with a no."""
    own = [mail for mail in seen.audit["mails"] if mail["to"] == life.contact]
    answers = [mail for mail in own if not mail["subject"].startswith(RECEIPT)]
    no = [mail for mail in answers if REASONS in mail["headings"]]
    return [mail for mail in answers if mail not in no], no


def _contest(verdict: Verdict, life: Life, row: Row) -> None:
    """Of two who decided at the same moment one stands; both were told which, and the other not that they did."""
    verdict.counts["contests"] += bool(life.rivals and life.became)
    for rival in life.rivals:
        who = f"request {life.number}: {rival.person} pressed {rival.verb}"
        if not rival.told:
            verdict.fault(f"{who}, and never read how it ended")
        for said in sorted({rival.answered, rival.told} - {"", row["state"]}):
            verdict.fault(f"{who}, was told {said}, and it is {row['state']}")
        if rival.claims and rival.state != row["state"]:
            verdict.fault(f"{who}, lost, and was told that it was their decision")


# --- the rest -----------------------------------------------------------------------------------


def _mails(verdict: Verdict, seen: Seen) -> None:
    """A mail is sent again when nobody could know that it had left, and only then."""
    verdict.counts["mails"] = len(seen.audit["mails"])
    alike: defaultdict[tuple[str, ...], list[Row]] = defaultdict(list)
    for mail in seen.audit["mails"]:  # a letter and one that corrects it share their subject
        alike[mail["to"], mail["subject"], mail["content"]].append(mail)
    for mails in alike.values():
        for mail, other in pairwise(sorted(mails, key=lambda one: str(one["at"]))):
            verdict.counts["mails double"] += 1
            if mail["heard"] and not seen.cut_off(datetime.fromisoformat(mail["at"])):
                what = f"{mail['subject']!r} to {mail['to']}"
                verdict.fault(f"a mail too many: {what} at {mail['at']}, again at {other['at']}")


def _orphans(verdict: Verdict, seen: Seen) -> None:
    living = {row["id"] for row in seen.audit["subscriptions"]}
    verdict.counts["subscriptions left"] = len(living)
    for lost in sorted(living - seen.subscribed):
        verdict.fault(f"subscription {lost}: Graph tells it to nobody")
    for meeting in seen.audit["meetings"]:
        if meeting["bot"] and meeting["state"] != "running":
            verdict.fault(f"meeting {meeting['id']}: a call is left over")
