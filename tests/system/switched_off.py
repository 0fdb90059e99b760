"""A pytest plugin (``-p tests.system.switched_off``): the product with some functions switched off.

``SWITCHED_OFF`` names functions (»casework.deciding.decisions:refuse«), separated by commas: their bodies raise.
``SWITCHED_OFF_PROFILES`` names a folder that stands in for ``guidelines/*.yaml``. Both are done while the
modules are read, so that registered handlers and names imported elsewhere are switched off too; the
product's files stay as they are. A test with parameters is not tried further once it has failed.
``tools/rules_off.py`` shows with it that a rule's marks count.
"""

from __future__ import annotations

import ast
import os
import sys
from collections.abc import Sequence
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader
from types import CodeType, ModuleType

import pytest

FUNCTIONS = [name for name in os.environ.get("SWITCHED_OFF", "").split(",") if name]
PROFILES = os.environ.get("SWITCHED_OFF_PROFILES", "")
FAILED: set[str] = set()
ESSENTIALS = "guidelines.essentials"


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    if report.failed:
        FAILED.add(report.nodeid.split("[")[0])


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_protocol(item: pytest.Item) -> bool | None:
    return True if item.nodeid.split("[")[0] in FAILED else None


def switched_off(source: str, functions: set[str], profiles: str = "") -> ast.Module:
    """The module, where these functions raise and ``HERE`` is the other folder, if one is named."""
    tree = ast.parse(source)
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.name in functions:
            off = ast.parse(f"raise AssertionError({node.name + ' is switched off'!r})").body
            yields = any(isinstance(inner, ast.Yield | ast.YieldFrom) for inner in ast.walk(node))
            node.body = off + (ast.parse("yield").body if yields else [])
        elif profiles and isinstance(node, ast.Assign) and _name(node) == "HERE":
            node.value = ast.parse(f"Path({profiles!r})", mode="eval").body
    return ast.fix_missing_locations(tree)


def let_through(tree: ast.Module, function: str) -> None:
    """The function, a generator of faults, finds none: a sentence every profile must have may be gone."""
    for node in tree.body:
        if isinstance(node, ast.FunctionDef) and node.name == function:
            node.body = ast.parse("return").body + ast.parse("yield").body
    ast.fix_missing_locations(tree)


def _name(node: ast.Assign) -> str:
    return node.targets[0].id if isinstance(node.targets[0], ast.Name) else ""


class _Loader(SourceFileLoader):
    """Compiles a module with its functions switched off; never reads or leaves compiled files."""

    def get_code(self, fullname: str) -> CodeType:
        named = {name.split(":")[1] for name in FUNCTIONS if name.split(":")[0] == fullname}
        profiles = PROFILES if fullname == "guidelines.profile" else ""
        with open(self.path, encoding="utf-8") as file:
            tree = switched_off(file.read(), named, profiles)
        if fullname == ESSENTIALS:
            let_through(tree, "essentials_missing")
        return compile(tree, self.path, "exec", dont_inherit=True)


class _Finder(MetaPathFinder):
    def __init__(self, modules: set[str]) -> None:
        self.modules = modules

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if fullname not in self.modules:
            return None
        spec = PathFinder.find_spec(fullname, path, target)
        if spec and spec.origin:
            spec.loader = _Loader(fullname, spec.origin)
        return spec


def _install() -> None:
    modules = {name.split(":")[0] for name in FUNCTIONS}
    modules |= {"guidelines.profile", ESSENTIALS} if PROFILES else set()
    read_already = sorted(modules & set(sys.modules))
    if read_already:
        raise RuntimeError(f"too late to switch off: {read_already}")
    sys.meta_path.insert(0, _Finder(modules))


if FUNCTIONS or PROFILES:
    _install()
