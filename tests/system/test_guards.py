"""What must stay together stays together: verbs and commands, effects and jobs, codes and words."""

from __future__ import annotations

import ast
import inspect
import re
from pathlib import Path

import pytest

from bots.actions import VERBS
from cards import CARDS
from cards.block import REASONS
from casework import commands, effects
from casework.bus import HANDLERS
from casework.jobs import JOBS
from guidelines.profile import load_profile
from tests.scenario.stage import verbs
from tests.system import codes
from tests.unit.cards.extremes import everything
from texts import views
from texts.catalog import LANGUAGES, catalogue

ROOT = Path(__file__).resolve().parents[2]
GROUND = ("app.py", "clock.py", "departments.py", "setting_names.py", "settings.py")
PRODUCT = sorted(
    [ROOT / name for name in GROUND]
    + [path for room in codes.ROOMS for path in (ROOT / room).rglob("*.py")]
)
# The machine's time on purpose: an HTTP date is the server's, a wake-up and a lock file the machine's.
MACHINE_TIME = {"clock.py", "microsoft365/pauses.py", "store/jobs.py", "store/embedded.py"}
IN_CODE = ("bots", "casework")


def test_every_verb_on_a_card_is_served() -> None:
    ordinary = [view for name, view in everything().items() if name.startswith(("da-", "en-"))]
    shown = set().union(*(verbs(CARDS[type(view)](view)) for view in ordinary))
    assert shown
    assert shown <= VERBS.keys()


def test_every_command_has_a_handler() -> None:
    kinds = {
        kind
        for _, kind in inspect.getmembers(commands, inspect.isclass)
        if issubclass(kind, commands.Command)
    }
    common = {kind for kind in kinds if any(kind in other.__bases__ for other in kinds)}
    assert common == {
        commands.Command,
        commands.PersonCommand,
        commands.RequestCommand,
        commands.ErrandCommand,
    }
    assert kinds - common == HANDLERS.keys()


def test_every_effect_has_a_job_and_every_job_is_an_effect() -> None:
    named = {v for name, v in vars(effects).items() if name.isupper() and isinstance(v, str)}
    assert named == JOBS.keys()


def test_every_effect_is_scheduled_somewhere() -> None:
    text = "".join(p.read_text(encoding="utf-8") for p in (ROOT / "casework").rglob("*.py"))
    scheduled = set(re.findall(r"schedule\(\s*(?:effects\.)?([A-Z_]+)", text))
    assert {getattr(effects, name) for name in scheduled} == JOBS.keys()


def test_every_view_has_a_card() -> None:
    kinds = {
        kind
        for _, kind in inspect.getmembers(views, inspect.isclass)
        if issubclass(kind, views.View) and kind is not views.View
    }
    assert kinds == CARDS.keys()


def problems() -> set[str]:
    found = codes.given("Problem", 1, "code", "casework", "guidelines")
    returned = codes.returned("guidelines", "_fault")
    assert {"need_missing", "deviation_missing", "history_alone"} <= returned
    return found | returned


def notices() -> set[str]:
    found = codes.given("refresh_case", 2, "notice", "casework")
    found |= codes.given("case", 4, "notice", "casework")
    found |= codes.given("welcome", 3, "notice", "casework")
    found |= codes.returned("casework", "_notice")
    return found | codes.given("assessment", 6, "notice", "casework")


def tasks() -> set[str]:
    promised = {
        task
        for path in (ROOT / "guidelines").glob("*.yaml")
        for task in load_profile(path.stem).promised_tasks
    }
    offered = {
        one.task
        for path in (ROOT / "guidelines").glob("*.yaml")
        for one in load_profile(path.stem).alternatives
        if one.task
    }
    return codes.given("give_task", 2, "kind", "casework") | promised | offered


def block_reasons() -> set[str]:
    found = codes.given("Block", 1, "reason", "casework", "guidelines")
    found |= codes.given("Switches", 0, "outcome", "microsoft365") - {"read"}
    found |= codes.given("Meeting", 99, "block_reason", "casework")
    return (found | codes.assigned("casework", "block_reason")) - {""}


WORDS = {
    "problem": (problems, "problem.{}", 25),
    "toast": (lambda: codes.given("Toast", 99, "code", *IN_CODE), "toast.{}", 10),
    "notice": (notices, "notice.{}", 8),
    "task": (tasks, "card.task.{}", 3),
    "task title": (tasks, "card.task.{}_title", 3),
    "block reason": (block_reasons, "card.block.why_{}", 8),
}


@pytest.mark.parametrize("what", WORDS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_has_words(what: str, language: views.Language) -> None:
    found, key, at_least = WORDS[what]
    used = found()
    assert len(used) >= at_least, used
    assert {code for code in used if key.format(code) not in catalogue(language)} == set()


def test_every_block_reason_is_said() -> None:
    assert block_reasons() <= REASONS


def test_every_problem_brings_the_values_its_sentence_asks_for() -> None:
    asked = {
        key.removeprefix("problem."): set(re.findall(r"{(\w+)}", sentence))
        for language in LANGUAGES
        for key, sentence in catalogue(language).items()
        if key.startswith("problem.")
    }
    for room in ("casework", "guidelines"):
        for function, call in codes.calls(room, "Problem"):
            values = codes.argument(call, 2, "values")
            brought = {k.value for k in values.keys} if isinstance(values, ast.Dict) else set()
            for code in codes.codes_of(codes.argument(call, 1, "code"), function):
                assert asked.get(code, set()) <= brought, code


@pytest.mark.parametrize("path", PRODUCT, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_file_of_the_product(path: Path) -> None:
    name, text = str(path.relative_to(ROOT)), path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 400
    called = [node.func for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Call)]
    names = {func.id for func in called if isinstance(func, ast.Name)}
    assert not names & {"print", "breakpoint", "eval", "exec", "input"}
    methods = {
        (getattr(func.value, "id", ""), func.attr)
        for func in called
        if isinstance(func, ast.Attribute)
    }
    looks_at_the_clock = {("datetime", "now"), ("datetime", "utcnow"), ("date", "today"),
                          ("datetime", "today"), ("time", "time")}  # fmt: skip
    assert name in MACHINE_TIME or not methods & looks_at_the_clock


def test_no_file_anywhere_is_too_long() -> None:
    rooms = (*codes.ROOMS, "sandbox", "tools", "manifest")
    files = [p for room in rooms for p in (ROOT / room).rglob("*") if p.suffix in (".py", ".js")]
    long = {p.name for p in files if len(p.read_text(encoding="utf-8").splitlines()) > 400}
    assert long == set()


def test_the_guards_see_what_is_there() -> None:
    """A guard that reads nothing guards nothing."""
    assert {"name_missing", "stock_text", "contact_phone_bad", "changed_meanwhile"} <= problems()
    assert {"registered_late", "answer_failed", "undecided_at_start", "delivered"} <= notices()
    assert {"printout", "answer_failed", "no_approver"} <= tasks()
    assert {"app_removed", "not_in_teams", "access_policy_missing", "no_answer"} <= block_reasons()
