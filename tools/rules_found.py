"""Where each rule stands in code, profiles and tests, read from the files without running them.

Code says so with ``@rule("B19", surface="letter")``, a profile's item with its key ``rule:``, a test
with ``@pytest.mark.rule("B19")``.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parent.parent
ROOMS = ("bots", "cards", "casework", "guidelines", "microsoft365", "store", "texts", "web")
SURFACES = ("card", "letter", "chat", "note", "script", "page", "profile check", "none")
#: Where people meet an item of a profile. A demand or a text goes by the outlet it stands in.
ITEM_SURFACES = {
    "grounds": "card",
    "criteria": "card",
    "alternatives": "letter",
    "refusal_grounds": "letter",
    "employee_meeting_types": "card",
    "assumptions": "profile check",
}
OUTLET_SURFACES = {
    "granted_terms": "letter",
    "announcement": "chat",
    "phone_lines": "script",
    "guidance": "script",
    "preparation": "card",
    "undisclosed_steps": "card",
    "refuser_notes": "card",
    "refusal": "letter",
    "employee": "letter",
    "alternatives": "letter",
    "presumption": "card",
    "granted_answer": "letter",
    "refused_answer": "letter",
    "refused_part": "letter",
    "assessed": "letter",
    "intro_history": "letter",
    "intro_others": "letter",
    "decided_with": "letter",
    "devices_out": "letter",
    "noted": "letter",
    "noted_refusal": "letter",
    "companion": "letter",
    "own_recording": "letter",
    "own_recording_deleted": "letter",
    "says_who": "chat",
    "says_both": "chat",
    "says_late": "chat",
    "says_own_part": "chat",
    "circumstances": "chat",
    "no_special_right": "chat",
    "how_to_record": "chat",
    "may_i_share": "chat",
    "video_answer": "chat",
    "says_guidance": "script",
    "says_decision": "script",
    "employee_sentence_permitted": "script",
    "employee_sentence_refused": "script",
    "employee_sentence_undecided": "script",
    "encouragement": "card",
    "municipality_records": "card",
    "talk_not_covered": "card",
}
Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Place:
    """Something that carries a rule. ``where``: »casework.deciding.decisions:refuse«, »nyborg.yaml:grounds[1]«."""

    rule: str
    where: str
    surface: str
    later: str = ""

    @property
    def in_profile(self) -> bool:
        """Whether it is an item of a profile (and no function)."""
        return ".yaml:" in self.where


@dataclass(frozen=True)
class Proof:
    """A test that carries a rule's mark; ``test`` is pytest's own id, without parameters."""

    rule: str
    test: str
    is_test: bool


@cache
def places(root: Path = ROOT) -> list[Place]:
    """Every carrier of every rule, in code and in the municipalities' profiles; read once."""
    files = [path for room in ROOMS for path in sorted((root / room).rglob("*.py"))]
    files += sorted(root.glob("*.py"))
    found = [place for path in files for place in _in_code(path, root)]
    for path in sorted((root / "guidelines").glob("*.yaml")):
        found += _in_profile(path)
    return found


@cache
def proofs(root: Path = ROOT) -> list[Proof]:
    """Every mark on a test; read once."""
    return [
        proof
        for path in sorted((root / "tests").rglob("*.py"))
        for proof in _in_tests(path, path.relative_to(root).as_posix())
    ]


def misplaced(root: Path = ROOT) -> list[str]:
    """Marks in code that cannot count: on a method or an inner function, or with an unknown surface."""
    faults = []
    for path in (p for room in ROOMS for p in sorted((root / room).rglob("*.py"))):
        tree, name = ast.parse(path.read_text(encoding="utf-8")), path.relative_to(root)
        outer = {id(node) for node in tree.body}
        for node in ast.walk(tree):
            if not isinstance(node, Function):
                continue
            for call in _marks(node):
                at = f"{name}:{node.lineno}: {node.name}"
                if id(node) not in outer:
                    faults.append(f"{at} carries a rule, but is no function of the module itself")
                if (surface := _keyword(call, "surface") or "none") not in SURFACES:
                    faults.append(f"{at}: unknown surface {surface!r}")
    return faults


# --- code ---------------------------------------------------------------------------------------


def _in_code(path: Path, root: Path) -> Iterator[Place]:
    module = ".".join(path.relative_to(root).with_suffix("").parts)
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, Function):
            for call in _marks(node):
                surface = _keyword(call, "surface") or "none"
                for one in _ids(call):
                    yield Place(one, f"{module}:{node.name}", surface, _keyword(call, "later"))


def _marks(node: Function) -> list[ast.Call]:
    calls = [item for item in node.decorator_list if isinstance(item, ast.Call)]
    return [call for call in calls if _dotted(call.func) in ("rule", "rules.rule")]


def _ids(call: ast.Call) -> list[str]:
    return [arg.value for arg in call.args if isinstance(arg, ast.Constant)]  # type: ignore[misc]


def _keyword(call: ast.Call, name: str) -> str:
    given = (item.value for item in call.keywords if item.arg == name)
    return next((str(one.value) for one in given if isinstance(one, ast.Constant)), "")


def _dotted(node: ast.expr) -> str:
    if isinstance(node, ast.Attribute):
        return f"{_dotted(node.value)}.{node.attr}"
    return node.id if isinstance(node, ast.Name) else ""


# --- profiles -----------------------------------------------------------------------------------


def _in_profile(path: Path) -> Iterator[Place]:
    raw = yaml.safe_load(path.read_text(encoding="utf-8"))
    for name, value in raw.items():
        for inner, item in _items(value, name):
            yield Place(item["rule"], f"{path.name}:{inner}", _surface(name, inner, item))


def _items(value: Any, at: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Everything below that has a key ``rule``, with the way to it; an item's own name if it has one."""
    if isinstance(value, dict):
        if isinstance(value.get("rule"), str):
            yield at, value
        for key, inner in value.items():
            yield from _items(inner, f"{at}.{key}")
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            name = inner.get("id", index) if isinstance(inner, dict) else index
            yield from _items(inner, f"{at}[{name}]")


def _surface(name: str, at: str, item: dict[str, Any]) -> str:
    if name == "demands":
        outlet = str(item.get("outlet")).removesuffix("_employee")
        return OUTLET_SURFACES.get(outlet, "none")  # what is not known is not claimed
    if ".parts[" in at and not item.get("in_letter", True):
        return "note"
    return ITEM_SURFACES.get(name, "none")


# --- tests --------------------------------------------------------------------------------------


def _in_tests(path: Path, name: str) -> Iterator[Proof]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    collected = path.name.startswith("test_")
    whole = [one for node in tree.body for one in _pytestmark(node)]
    yield from _in_body(tree.body, name, whole, collected)


def _in_body(
    body: list[ast.stmt], prefix: str, outer: list[str], collected: bool
) -> Iterator[Proof]:
    for node in body:
        if isinstance(node, Function):
            own = [one for item in node.decorator_list for one in _test_marks(item)]
            is_test = collected and node.name.startswith("test")
            for one in dict.fromkeys(own + (outer if is_test else [])):
                yield Proof(one, f"{prefix}::{node.name}", is_test)
        elif isinstance(node, ast.ClassDef):
            own = [one for item in node.decorator_list for one in _test_marks(item)]
            own += [one for inner in node.body for one in _pytestmark(inner)]
            is_test = collected and node.name.startswith("Test")
            yield from _in_body(node.body, f"{prefix}::{node.name}", outer + own, is_test)
            if own and not is_test:
                yield from (Proof(one, f"{prefix}::{node.name}", False) for one in own)


def _test_marks(node: ast.expr) -> list[str]:
    """The rules in ``pytest.mark.rule(…)``, anywhere in a decorator (``pytest.param(marks=…)`` too)."""
    return [
        one
        for call in ast.walk(node)
        if isinstance(call, ast.Call) and _dotted(call.func) in ("pytest.mark.rule", "mark.rule")
        for one in _ids(call)
    ]


def _pytestmark(node: ast.stmt) -> list[str]:
    targets = node.targets if isinstance(node, ast.Assign) else []
    if any(isinstance(one, ast.Name) and one.id == "pytestmark" for one in targets):
        return _test_marks(node.value)  # type: ignore[attr-defined]
    return []
