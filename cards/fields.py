"""The inputs of a form, each with its label, its value kept and its faults right above it.

No input is marked as required for the client: the server says what is missing, in the same words on
every client, and a half-filled form can always be sent in and comes back with everything kept.
A field at fault says so in its label too, so that it is heard when the field gets the focus.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, time

from microsoft_teams.cards import (
    CardElement,
    Choice,
    ChoiceSetInput,
    ChoiceSetInputStyle,
    DateInput,
    TextInput,
    TimeInput,
    ToggleInput,
)

from cards.parts import MARK, line, panel, say, say_to, state
from cards.safe import both_ends, clean
from guidelines.problem import Problem
from texts.catalog import problem_text
from texts.limits import MAX_LENGTH
from texts.views import Choice as ListedChoice
from texts.views import Language

_MOST_CHOICES, _CHOICE = 20, 90


@dataclass(frozen=True)
class Form:
    """The language, the values and the problems that the fields of one form share."""

    language: Language
    values: Mapping[str, str]
    problems: Sequence[Problem] = ()
    numbers: Mapping[str, str] = field(default_factory=dict)  # field id -> its point on the card
    relation: str = "citizen"  # whom the form is about: a citizen or an employee (C2)

    def summary(self) -> list[CardElement]:
        """How many faults there are and the ones that belong to no field; nothing when none."""
        if not self.problems:
            return []
        count = len(self.problems)
        sentences: dict[str, list[str]] = {}
        for problem in self.problems:
            sentences.setdefault(self._sentence(problem), []).append(
                self.numbers.get(problem.field, "")
            )
        words = (
            say("form.fix_one", self.language)
            if count == 1
            else say("form.fix_many", self.language, count=str(count))
        )
        shown: list[CardElement] = [state("look", words)]
        shown += [
            line(self._numbered(words, points), spacing="Small")
            for words, points in sentences.items()
        ]
        shown.append(line(say("form.kept", self.language), spacing="Small"))
        return [panel(shown, style="warning")]

    def has_problem(self, *ids: str) -> bool:
        """Whether one of these fields is at fault."""
        return any(problem.field in ids for problem in self.problems)

    def text(
        self,
        name: str,
        label: str,
        *,
        optional: bool = False,
        lines: bool = False,
        placeholder: str | None = None,
        limit: int | None = None,
    ) -> list[CardElement]:
        """Words, on one line or several."""
        most = limit or MAX_LENGTH[name]
        value = clean(self.values.get(name, ""), most, lines=lines)
        made = TextInput(
            id=name,
            label=self._label(name, label, optional),
            value=value or None,
            is_multiline=lines or None,
            max_length=most,
            placeholder=placeholder or self._at_most(most, lines=lines and not value),
        )
        return [*self._faults(name), made]

    def _at_most(self, most: int, *, lines: bool) -> str | None:
        """How much there is room for, where somebody may write much."""
        return say("form.at_most", self.language, max=str(most)) if lines else None

    def choice(
        self,
        name: str,
        label: str,
        choices: Sequence[ListedChoice],
        *,
        default: str | None = None,
        style: ChoiceSetInputStyle = "compact",
    ) -> list[CardElement]:
        """One of several; a value that is not among them is not shown as chosen."""
        listed = choices[:_MOST_CHOICES]
        value = self.values.get(name) or default
        made = ChoiceSetInput(
            id=name,
            label=self._label(name, label),
            choices=[Choice(title=both_ends(c.label, _CHOICE), value=c.id) for c in listed],
            value=value if value in {c.id for c in listed} else None,
            style=style,
            placeholder=say("form.choose", self.language) if style == "compact" else None,
            wrap=True,
        )
        return [*self._faults(name), made]

    def day(self, name: str, label: str) -> list[CardElement]:
        """A day; the value is an ISO date."""
        value = _readable(date.fromisoformat, self.values.get(name, ""))
        return [
            *self._faults(name),
            DateInput(id=name, label=self._label(name, label), value=value),
        ]

    def moment(self, name: str, label: str) -> list[CardElement]:
        """A time of day; the value is HH:MM."""
        value = _readable(time.fromisoformat, self.values.get(name, ""))
        return [
            *self._faults(name),
            TimeInput(id=name, label=self._label(name, label), value=value),
        ]

    def tick(self, name: str, label: str, title: str) -> list[CardElement]:
        """Yes (``true``) or no (``false``)."""
        made = ToggleInput(
            id=name,
            label=self._label(name, label),
            title=title,
            value="true" if self.values.get(name) == "true" else "false",
            value_on="true",
            value_off="false",
            wrap=True,
        )
        return [*self._faults(name), made]

    def _label(self, name: str, label: str, optional: bool = False) -> str:
        if self.has_problem(name):
            return say("form.to_fix", self.language, label=label)
        return say("form.optional", self.language, label=label) if optional else label

    def _faults(self, name: str) -> list[CardElement]:
        sentences = [self._sentence(p) for p in self.problems if p.field == name]
        return [
            line(
                f"{MARK['look']} {say('form.fix', self.language, problem=sentence)}",
                bold=True,
                color="Attention",
                spacing="Medium",
            )
            for sentence in sentences
        ]

    def _numbered(self, words: str, points: Sequence[str]) -> str:
        """The sentence once, with every point it is about."""
        numbers = [number for number in points if number]
        if not numbers:
            return words
        listed = numbers[0]
        if len(numbers) > 1:
            first = ", ".join(numbers[:-1])
            listed = say("form.points", self.language, first=first, last=numbers[-1])
        return say("form.point", self.language, number=listed, problem=words)

    def _sentence(self, problem: Problem) -> str:
        return clean(problem_text(problem, self.language, self.relation), 300)


def choices_of(
    key: str, ids: Sequence[str], language: Language, relation: str = "citizen"
) -> tuple[ListedChoice, ...]:
    """The choices ``card.<key>.<id>`` in this order, said of a citizen or of an employee."""
    return tuple(ListedChoice(name, say_to(relation, f"{key}.{name}", language)) for name in ids)


def _readable(read: Callable[[str], date | time], value: str) -> str | None:
    """The value if a date or time field can hold it."""
    try:
        read(value)
    except ValueError:
        return None
    return value
