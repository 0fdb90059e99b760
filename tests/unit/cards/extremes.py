"""The samples again, with hostile text and with as much text as may come."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any

from guidelines.decision import longest_reason
from guidelines.problem import Problem
from guidelines.wording import length
from tests.unit.cards.samples import plain
from texts import views
from texts.limits import MAX_LENGTH
from texts.views import Choice, View

HOSTILE = (
    "[Klik her](https://ond.example) **fed** _k_ `x` <b>h</b> <script>alert(1)</script> "
    "<at>Alle</at> <a<at>t>x</at> \u202eevil\u202c \u200b\ufeff\u0007 &lt;b&gt; # 1. - + ~~s~~ "
    "{name} {{DATE(2026-01-01T00:00:00Z)}} ${x} a\u0301\u0301\u0301\u0301\u0301\u0301\ud800"
)
FILLS = {
    "danish": "Blåbærgrød på Ærø. ",
    "wide": "漢字",
    "emoji": "😀",
    "quotes": '"\\',
    "lines": "x\n",
}
_LIMITS = {
    "citizen_name": 200,
    "name": 200,
    "recorder": 900,
    "title": 255,
    "help": 140,
    "label": 90,
    "ground": 120,
    "companion": 200,
    "presumption": 300,
    "department": 100,
    "subject": 200,
    "script": 200,
    "paragraphs_da": 300,
    "paragraphs_en": 300,
    "late_joiner": 300,
    "contact": 200,
    "waiting_for": 100,
    "decided_by": 100,
    "registered_by": 100,
    "who": 200,
    "text": 15000,
    "intro": 900,
    "explained": 900,
    "not_covered": 900,
    "said": 900,
    "why_not": 550,
    "why": 550,
    "spoken": 900,
    "sentences": 300,
    "preparation": 200,
    "points": 200,
    "companions": 200,
    "guidance": 300,
    "start_say": 300,
    "turn_say": 300,
    "question": 2000,
    "notes": 140,
    "say": 200,
    "say_en": 200,
    "late": 200,
    "late_en": 200,
    "said_by": 100,
    "by": 100,
}
_PROFILES = ("label", "help", "notes", "preparation", "points", "guidance", "presumption")
_KEPT = ("language", "number", "code", "kind", "state", "block", "block_reason", "answer", "id")


def swapped(view: Any, make: Any, name: str = "") -> Any:
    """The view with every free text replaced by ``make(field name)``; codes stay."""
    if isinstance(view, str):
        return make(name)
    if isinstance(view, Problem) or name.endswith((".id", ".verdict", ".grade", ".channel")):
        return view
    if is_dataclass(view) and not isinstance(view, type):
        changes: dict[str, Any] = {}
        for field in fields(view):
            value = getattr(view, field.name)
            coded = field.name in (*_KEPT, "notice", "parameter", "verdict", "grade", "channel")
            coded |= field.name in ("switch", "asked_as", "answer_by", "verb")
            coded |= field.name in (
                "parameter",
                "chosen",
                "outcome",
                "meeting_kind",
                "quarter",
                "route",
                "back",
            )
            coded |= field.name in ("situation", "situations", "steps", "missing", "turn", "shown")
            coded |= field.name in ("relation", "seen", "proposal", "occasion", "over")
            coded |= field.name in ("part", "key", "round", "pause", "what", "kinds", "url")
            coded |= field.name in ("by_itself", "by_voice", "out_of_reach")
            coded |= field.name in ("relation", "seen", "proposal", "sign", "rule")
            coded |= field.name in ("file", "file_outcome", "noticed_by", "ended_by")
            coded |= field.name in ("revoked", "leave", "pictures", "promises", "recording_now")
            changes[field.name] = value if coded else swapped(value, make, field.name)
        return replace(view, **changes)
    if isinstance(view, tuple):
        return tuple(swapped(part, make, name) for part in view)
    if isinstance(view, dict):
        coded_values = ("meeting", "meeting_kind", "answer_by", "ground", "how", "date", "time")
        kept = (*coded_values, "companion", "caseworker", "phone_possible", "others_affairs")
        kept += ("outcome", "role", "employee_type", "leader", "want.minutes")
        return {k: v if k in kept else make(k) for k, v in view.items()}
    return view


def hostile() -> Iterator[tuple[str, View]]:
    """Every sample with hostile text in every free field."""
    for name, view in plain("da").items():
        yield f"hostile-{name}", swapped(view, lambda _: HOSTILE)


def longest() -> Iterator[tuple[str, View]]:
    """Every sample with as much text as may come, of several kinds."""
    for kind, fill in FILLS.items():
        for name, view in plain("da").items():
            yield f"longest-{kind}-{name}", swapped(_crowded(view), _filled(view, fill))


def _filled(view: View, fill: str) -> Any:
    """What makes a text of the greatest length, as fields count it, out of ``fill``. What a profile says
    is Danish or English, whatever people type."""
    parts = len(getattr(view, "parts", ()))

    def make(field: str) -> str:
        words = FILLS["danish"] if field in _PROFILES else fill
        limit = MAX_LENGTH.get(field, _LIMITS.get(field, 600))
        if field == "value" and parts:
            limit = longest_reason(parts)
        many = words * (limit // length(words) + 1)
        return many.encode("utf-16-le")[: 2 * limit].decode("utf-16-le", errors="ignore")

    return make


def _crowded(view: View) -> View:
    if isinstance(view, views.Ledger):
        return replace(view, lines=view.lines * 60, script=view.script * 2)
    if isinstance(view, views.Registration):
        more = tuple(Choice(str(n), "Møde") for n in range(60))
        values = {**view.values, "ground_text": "x", "contact": "x", "citizen_name": "x"}
        return replace(view, meetings=more, values={**values, "own_words": "x"})
    if isinstance(view, views.EmployeeNotice):
        more = tuple(Choice(str(n), "Leder") for n in range(60))
        return replace(
            view, leaders=more, meetings=more, values={**view.values, "ground_text": "x"}
        )
    if isinstance(view, views.RecordingWarning):
        return replace(view, course=view.course * 3, recorded=view.recorded * 120)
    if isinstance(view, views.GroundForm):
        return replace(view, values={"ground_text": "x", "own_words": "x"})
    if isinstance(view, views.Script):
        return replace(view, lines=view.lines * 2, listeners=view.listeners * 30)
    if isinstance(view, views.GroundShown):
        return replace(view, readers=view.readers * 20)
    return view


def everything() -> dict[str, View]:
    """All samples by name."""
    found: dict[str, View] = {}
    for language in ("da", "en"):
        found |= {f"{language}-{name}": view for name, view in plain(language).items()}
    return found | dict(hostile()) | dict(longest())
