"""What a card's fields are filled with when somebody means it, and who presses what."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

SAID: Final = "Xqsagt"
"""Stands in everything that is typed into a valid form; no log may repeat it."""
FORM: Final[Mapping[str, str]] = {
    "about": f"Mødet om huslejen {SAID}", "about_day": "2026-11-02", "answer_by": "email",
    "answer_language": "da", "caseworker": "me", "citizen_name": f"Ole {SAID}", "companion": "yes",
    "companion_name": f"Karla {SAID}", "considered": "unsure", "contact": "ole@borger.example",
    "date": "2026-11-02", "decision_text": f"Du får hjælp to timer om ugen {SAID}.", "delete_on": "2027-01-01",
    "deviation": f"I den anden sag var der ingen, der talte om {SAID}, og det er forskellen.", "devices_out": "false",
    "devices_place": "", "done_on": "2026-11-20", "employee_type": "appraisal",
    "evidence": f"Et klip {SAID}", "ground": "remember", "ground_text": f"Sygdom {SAID}", "happened": f"Delt {SAID}",
    "held_why": f"Borgeren har klaget {SAID}.", "how": "spoken", "kept_why": f"Klage {SAID}", "leader": "manager",
    "legal_answer": f"Nej, det er for gammelt {SAID}.", "line": "1", "listener": "", "listener_kind": "interpreter",
    "listener_name": f"Karen {SAID}", "meeting_date": "2026-12-24", "meeting_kind": "phone",
    "meeting_time": "10:00", "necessity": f"Vi taler om {SAID}.", "new_facts": f"En ny diagnose {SAID}",
    "not_guided_why": f"Vi nåede det ikke {SAID}.", "not_made_why": f"Fortrudt {SAID}",
    "note.communication": f"Fortalt {SAID}", "note.companion": f"Ja {SAID}", "note.cooperation": f"Det er sket før: {SAID}.",
    "note.need": f"Ja {SAID}", "note.purpose": f"Det er sket før: {SAID}.", "note.remember": f"Ja {SAID}",
    "note_text": f"Aftalt {SAID}", "others": f"Naboen {SAID}", "others_affairs": "no", "outcome": "kept",
    "own_words": f"Jeg glemmer det, vi aftaler {SAID}",
    "part.conclusion": f"Derfor {SAID}.", "part.history": f"Det er sket før {SAID}.",
    "part.interest": f"Vi har brug for ro {SAID}.", "part.need": f"Du har fortalt om {SAID}. Vi skriver aftalerne ned sammen, og du får dem med hjem.",
    "part.other_ways": f"Du får et referat {SAID}.", "part.others_interest": f"Din søster {SAID}.",
    "part.our_interest": f"Vi skal kunne tale frit {SAID}.", "part.their_need": f"Dit behov {SAID}.",
    "part.this_meeting": f"På mødet taler din søster om {SAID}.", "part.weighing": f"På mødet taler din søster om sin egen økonomi, og {SAID} vejer derfor tungt.",
    "partial": "false", "person": f"Ole {SAID}", "phone_possible": "false", "place": f"Rådhuset {SAID}",
    "police_report": "no", "question": f"Må vi sige nej her {SAID}?", "reasons": f"Fordi {SAID}",
    "recorder": f"Ole {SAID}", "reported_on": "2026-11-20", "role": "citizen", "shared": f"Med Karla {SAID}",
    "situation": "video_seen", "stays_why": f"Alle har sagt ja {SAID}", "time": "10:00", "told_terms": "true",
    "turn": "deciding", "verdict.communication": "for", "verdict.companion": "for", "verdict.cooperation": "against",
    "verdict.need": "for", "verdict.purpose": "for", "verdict.remember": "for", "want.companion": "true",
    "want.interpreter": "false", "want.minutes": "true", "wants_video": "false", "what": f"Samtalen {SAID}",
    "where_when": f"I går på nettet {SAID}", "who": f"Mette {SAID}", "why": f"Vi nåede det ikke {SAID}.",
}  # fmt: skip
"""Every field of every card, filled; ``tests/fuzz`` holds it to the cards. Who sends too much is read as
far as the form goes. ``meeting``, ``case_number`` and ``number`` come from what was played."""
INSTEAD: Final[Mapping[str, Mapping[str, str]]] = {
    "refuse_ground": {"ground": "assessed"},
    "refuse_preview": {"ground": "assessed"},
    "refuse_confirm": {"ground": "assessed"},
    "queue": {},
}
"""Where a name means something else on another card."""
LEADER: Final = (
    "grant", "refuse", "assessment", "file", "recording_file", "queue", "case", "ground", "ledger_find",
)  # fmt: skip
DPO: Final = ("keeping", "hold", "person_export", "looks")
LAWYER: Final = ("legal_answer", "misuse_save", "misuse_close", "practice")
COLLEAGUE: Final = ("employee", "errand_close")


def presser(verb: str) -> str:
    """Whoever mostly presses this: the one whose button it is."""
    for person, begins in (
        ("birgit", DPO),
        ("lene", LAWYER),
        ("nadia", COLLEAGUE),
        ("jens", LEADER),
    ):
        if verb.startswith(begins) and verb not in ("ground_add", "ground_open", "queue_take"):
            return person
    return "mette"


WEIGHED: Final = ("grant", "refuse", "assessment", "legal_open")
PARTS: Final = ("verdict.", "note.", "part.")
KEPT: Final = ("deviation", "partial", "devices_out", "devices_place", "ground", "reasons", "why")


def form(verb: str) -> dict[str, str]:
    """The fields for a verb: those of an assessment and a refusal, or all the others. Together they would be
    more than a press may bring, and the last would not be read."""
    weighed = verb.startswith(WEIGHED)
    found = {
        name: value
        for name, value in FORM.items()
        if name.startswith(PARTS) == weighed or name in KEPT
    }
    return {**found, **INSTEAD.get(verb, {})}
