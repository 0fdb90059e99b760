"""Sample views of deciding: the assessment, the refusal, the letter, the second person, the end."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

from guidelines.problem import Problem
from guidelines.profile import load_profile
from tests.unit.cards.facts import ID, LETTER, MEETING, NEED, OWN_WORDS, START, WEIGHING, criteria
from texts import views
from texts.views import Language, LegalLine, LikeLine, PartLine, View, Weighing

SPOKEN = (
    "Du kan sige: Vi kan ikke give lov til at optage i dag. Vi skal også tale om din søn, og han "
    "har bedt om ikke at blive optaget. Du får referatet i morgen."
)
LIKE = (
    LikeLine("2026-4", "granted", "in_person"),
    LikeLine("2026-3", "own_part", "virtual"),
    LikeLine("2026-1", "not_granted", "phone"),
)
LEGAL = (
    LegalLine("Er det nok, at hun har delt en optagelse før?", "Nej, ikke alene.", "Lene Krogh"),
    LegalLine("Må vi bede om, at telefonen bliver ude?"),
)


def part_lines(language: Language, ground: str, *, filled: bool) -> tuple[PartLine, ...]:
    """The parts of one ground of Albertslund's, filled or not."""
    found = load_profile("albertslund").refusal_ground(ground)
    assert found is not None
    words = (NEED, WEIGHING) * 3
    return tuple(
        PartLine(part.id, part.label[language], part.help[language], text if filled else "")
        for part, text in zip(found.parts, words, strict=False)
    )


def weighing(language: Language) -> Weighing:
    """Everything there is to know before a refusal."""
    profile = load_profile("albertslund")
    notes = tuple(profile.words(name)[language] for name in profile.refuser_notes)
    return Weighing(like=LIKE, notes=notes, legal=LEGAL, route="hr_legal")


def deciding(shared: dict[str, Any], language: Language) -> dict[str, View]:
    """The cards of whoever decides, refuses or confirms."""
    return (
        _assessments(shared, language)
        | _refusals(shared, language)
        | _letters(shared)
        | _confirmations(shared, language)
        | _ends(shared)
    )


def _assessments(shared: dict[str, Any], language: Language) -> dict[str, View]:
    assessment = views.Assessment(
        request_id=ID,
        version=4,
        number="2026-0012",
        asked_as="approver",
        meeting=MEETING,
        late=False,
        citizen_name="Ole Madsen",
        registered_by="Mette Holm",
        ground="Har svært ved at huske sagen eller forløbet",
        ground_text="",
        own_words=OWN_WORDS,
        companion="unknown",
        criteria=criteria(language, filled=False),
        **shared,
    )
    own = load_profile("nyborg")
    assert own.presumption is not None
    need = own.criteria[0]
    line = views.CriterionLine(need.id, need.label[language], need.help[language], "", "", True)
    return {
        "assessment": assessment,
        "assessment-errors": replace(
            assessment,
            asked_as="deputy",
            late=True,
            presumption="Er der et behov, taler det som regel for at give lov.",
            criteria=criteria(language, filled=True),
            problems=(
                Problem("verdict.companion", "verdict_missing"),
                Problem("note.purpose", "note_missing"),
            ),
            notice="changed_meanwhile",
        ),
        "assessment-closed": replace(
            assessment,
            meeting=replace(assessment.meeting, title="", title_closed=True),
            ground="",
            own_words="",
            closed=("companion", "ground", "own_words"),
        ),
        "assessment-own": replace(
            assessment, asked_as="own", presumption=own.presumption[language], criteria=(line,)
        ),
        "assessment-own-no-ground": replace(
            assessment,
            asked_as="own",
            ground="",
            own_words="",
            presumption=own.presumption[language],
            criteria=(line,),
            ask_ground=True,
            notice="undecided_at_start",
            problems=(Problem("note.need", "assessment_missing"),),
        ),
    }


def _refusals(shared: dict[str, Any], language: Language) -> dict[str, View]:
    one = load_profile("frederiksberg").refusal_grounds[0]
    grounds = tuple(
        views.Choice(ground.id, ground.label[language])
        for ground in load_profile("albertslund").refusal_grounds
    )
    refusal = views.Refusal(
        request_id=ID,
        version=5,
        number="2026-0012",
        meeting=MEETING,
        citizen_name="Ole Madsen",
        ground="Har svært ved at huske sagen eller forløbet",
        ground_text="",
        own_words=OWN_WORDS,
        chosen=one.id,
        parts=tuple(PartLine(p.id, p.label[language], p.help[language], "") for p in one.parts),
        weighing=Weighing(route="legal"),
        **shared,
    )
    several = replace(
        refusal,
        grounds=grounds,
        chosen="history",
        parts=part_lines(language, "history", filled=False),
        devices_out=False,
        weighing=weighing(language),
        two_persons=True,
        back="case",
    )
    return {
        "refusal": refusal,
        "refusal-errors": replace(
            refusal,
            parts=(
                replace(refusal.parts[0], value="Vores retningslinjer tillader det ikke"),
                replace(refusal.parts[1], value=WEIGHING),
            ),
            problems=(Problem("part.need", "stock_text"),),
        ),
        "refusal-choice": replace(several, choosing=True, chosen="", parts=(), devices_out=None),
        "refusal-choice-missing": replace(
            several,
            choosing=True,
            chosen="",
            parts=(),
            devices_out=None,
            weighing=Weighing(ask_legal=True, route="hr_legal"),
            relation="employee",
            problems=(Problem("ground", "refusal_ground_missing"),),
        ),
        "refusal-history": replace(
            several,
            parts=part_lines(language, "history", filled=True),
            asks_deviation=True,
            devices_out=True,
            devices_place="I skabet ved receptionen",
            why_not="Skriv, hvornår det skete.",
            problems=(
                Problem("part.this_meeting", "history_alone"),
                Problem("deviation", "deviation_missing"),
            ),
        ),
        "refusal-others": replace(
            several,
            chosen="others_affairs",
            parts=part_lines(language, "others_affairs", filled=False),
            devices_out=None,
            partial=True,
        ),
    }


def _letters(shared: dict[str, Any]) -> dict[str, View]:
    preview = views.LetterPreview(
        request_id=ID,
        version=6,
        number="2026-0012",
        subject="Svar på dit ønske om at optage mødet",
        paragraphs=LETTER,
        seen="0123456789abcdef01234567",
        answer_by="email",
        **shared,
    )
    return {
        "preview": preview,
        "preview-spoken": replace(preview, answer_by="spoken"),
        "preview-leader": replace(preview, to_leader=True, heavy=("Borgerens behov", "Konklusion")),
        "preview-partial": replace(preview, partial=True),
    }


def _confirmations(shared: dict[str, Any], language: Language) -> dict[str, View]:
    confirmation = views.Confirmation(
        request_id=ID,
        version=8,
        number="2026-0012",
        proposal="0123456789abcdef01234567/2026-11-25T10:00:00+00:00",
        asked_as="confirmer",
        meeting=MEETING,
        citizen_name="Ole Madsen",
        ground="Har svært ved at huske",
        ground_text="",
        own_words=OWN_WORDS,
        proposed_by="Mette Holm",
        refusal_ground="Noget, der er sket før",
        parts=part_lines(language, "history", filled=True),
        subject="Svar på din besked om at optage mødet",
        paragraphs=LETTER,
        devices_place="I skabet ved receptionen",
        deviation="Her er der en historie, som de andre ikke havde.",
        weighing=weighing(language),
        **shared,
    )
    return {
        "confirmation": confirmation,
        "confirmation-deputy": replace(
            confirmation,
            asked_as="deputy",
            relation="employee",
            partial=True,
            devices_place="",
            deviation="",
            weighing=Weighing(),
            parts=part_lines(language, "others_affairs", filled=True),
        ),
        "confirmation-errors": replace(
            confirmation, weighing=Weighing(), problems=(Problem("why", "disagree_why_missing"),)
        ),
    }


def _ends(shared: dict[str, Any]) -> dict[str, View]:
    decided = views.Decided(
        request_id=ID,
        number="2026-0012",
        meeting=MEETING,
        state="granted",
        decided_by="Jens Brandt",
        decided_at=START - timedelta(days=6),
        by_you=True,
        **shared,
    )
    two = replace(decided, decided_by="Mette Holm", confirmed_by="Jens Brandt", is_notice=True)
    return {
        "decided": decided,
        "decided-other": replace(decided, state="not_granted", by_you=False),
        "decided-withdrawn": replace(decided, state="withdrawn", by_you=False, decided_by=""),
        "decided-spoken": replace(decided, state="not_granted", spoken=SPOKEN),
        "decided-two": replace(two, state="not_granted", spoken=SPOKEN),
        "decided-own-part": replace(two, partial=True),
        "decided-over": replace(
            decided, decided_by="", decided_at=None, is_notice=True, notice="proposal_over"
        ),
    }
