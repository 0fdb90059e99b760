"""What stands on the employee's card besides the course: a proposal, tasks, advice, what to say."""

from __future__ import annotations

from collections.abc import Sequence

from microsoft_teams.cards import Action, CardElement

from cards.ground import companion_words
from cards.parts import buttons, lawyers, line, panel, press, row, say, state, words_of
from cards.task import title_of
from guidelines.rules import rule
from texts.dates import short_moment
from texts.limits import MAX_LENGTH
from texts.views import Case, LegalLine

_MOST_TASKS, _MOST_LEGAL, _A_ROW = 8, 3, 4
_SPOKEN = 900


def proposal(view: Case) -> list[CardElement]:
    """Somebody proposes not to allow it; until a second person agrees, it is allowed (C27)."""
    if not view.proposed:
        return []
    key = "case.proposed_to" if view.confirmer.strip() else "case.proposed"
    words = say(key, view.language, name=view.confirmer)
    shown: list[CardElement] = [state("open", words)]
    if view.proposed_by.strip():
        by = say("case.proposed_by", view.language, name=view.proposed_by)
        shown.append(line(by, spacing="Small"))
    if view.also_asked.strip():
        also = say("case.also_asked", view.language, name=view.also_asked)
        shown.append(line(also, spacing="Small"))
    return shown


def companion_rows(view: Case) -> list[CardElement]:
    """Whether a companion comes, once anybody has said so (A4, B4)."""
    if view.companion in ("", "unknown"):
        return []
    words = companion_words(view.companion, view.language)
    return [row(say("common.companion", view.language), words)]


def open_tasks(view: Case) -> list[CardElement]:
    """What is still to be done, and by whom."""
    if not view.tasks:
        return []
    language = view.language
    shown: list[CardElement] = [line(say("case.tasks", language), bold=True, spacing="Medium")]
    for task in view.tasks[:_MOST_TASKS]:
        title = title_of(task.kind, language, view.route, view.relation)
        key = "case.task_of" if task.owner.strip() else "case.task"
        words = say(key, language, title=title, name=task.owner)
        shown.append(line(words, spacing="Small"))
    return shown


def legal_lines(view: Case) -> list[CardElement]:
    """What HR/Jura was asked about this case, and what they said; advice, not a decision (C32)."""
    shown: list[CardElement] = []
    for asked in view.legal[-_MOST_LEGAL:]:
        shown += _legal(view, asked)
    if not shown:
        return []
    title = say("case.legal", view.language, office=lawyers(view.route, view.language))
    return [panel([line(title, bold=True), *shown])]


def _legal(view: Case, asked: LegalLine) -> list[CardElement]:
    language = view.language
    question = words_of(say("case.legal_asked", language), asked.question, MAX_LENGTH["question"])
    if not asked.answer:
        waits = say("legal.waits", language, office=lawyers(view.route, language))
        return [*question, line(waits, spacing="Small")]
    answer = words_of(say("legal.answer", language), asked.answer, MAX_LENGTH["legal_answer"])
    if asked.answered_by.strip() and asked.answered_at is not None:
        when = short_moment(asked.answered_at, language)
        signed = say("legal.signed", language, name=asked.answered_by, when=when)
        answer.append(line(signed, spacing="Small", subtle=True))
    return [*question, *answer]


@rule("A18", "C31", surface="card")
def spoken(view: Case) -> list[CardElement]:
    """How the refusal can be explained aloud, in few words and with the letter's reason (A18); also
    where only a part is refused (C31)."""
    refused = view.state == "not_granted" or (view.state == "granted" and view.own_part)
    if not view.spoken or not refused or view.note_ready:
        return []
    words = words_of(say("case.spoken", view.language), view.spoken, _SPOKEN)
    return [panel(words)]


def video_rows(view: Case) -> list[CardElement]:
    """What holds of pictures, where the guideline has anything to say of them but no."""
    if view.video not in ("asked", "accepted", "declined", "allowed"):
        return []
    shown: list[CardElement] = [line(say(f"case.video_{view.video}", view.language))]
    if view.video == "asked":
        data = {"request_id": view.request_id, "version": view.version}
        yes = press(say("case.video_accept", view.language), "video_accept", data)
        no = press(say("case.video_decline", view.language), "video_decline", data)
        shown.append(buttons(yes, no))
    return [panel(shown)]


def more(view: Case, left: Sequence[Action]) -> CardElement:
    """What is needed seldom, folded away; with ``left``, which found no room below the card."""
    language = view.language
    data = {"request_id": view.request_id, "version": view.version}
    ways: list[Action] = [
        press(say("case.companion", language), "companion_open", data),
        press(say("case.wants", language), "wants_open", data),
    ]
    if view.may_ask_legal:
        ask = say("case.ask_legal", language, office=lawyers(view.route, language))
        ways.append(press(ask, "legal_open", data))
    if view.note_ready:
        report = {"request_id": view.request_id}
        ways.append(press(say("case.misuse", language), "misuse_open", report))
    if view.own_recording:
        ways.append(press(say("case.own", language), "own_open", data))
    every = [*left, *ways]
    groups = [buttons(*every[start : start + _A_ROW]) for start in range(0, len(every), _A_ROW)]
    return panel(groups, hidden_as="more")
