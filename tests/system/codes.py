"""Which codes the product's code hands to the sentences: read from the code itself."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ROOMS = ("bots", "cards", "casework", "guidelines", "microsoft365", "store", "texts", "web")
CODE = re.compile(r"[a-z]+(_[a-z]+)*")
Function = ast.FunctionDef | ast.AsyncFunctionDef


@cache
def functions(room: str) -> tuple[Function, ...]:
    """Every function of a room."""
    trees = (ast.parse(p.read_text(encoding="utf-8")) for p in sorted((ROOT / room).rglob("*.py")))
    found = (node for tree in trees for node in ast.walk(tree))
    return tuple(node for node in found if isinstance(node, Function))


def calls(room: str, name: str) -> Iterator[tuple[Function, ast.Call]]:
    """Calls of a function or class by its own name, each with the function it stands in."""
    for function in functions(room):
        for node in ast.walk(function):
            if isinstance(node, ast.Call) and _called(node) == name:
                yield function, node


def _called(call: ast.Call) -> str:
    if isinstance(call.func, ast.Attribute):
        return call.func.attr
    return getattr(call.func, "id", "")


def argument(call: ast.Call, place: int, name: str) -> ast.expr | None:
    """The argument at ``place`` or under ``name``."""
    if len(call.args) > place:
        return call.args[place]
    return next((given.value for given in call.keywords if given.arg == name), None)


def codes_of(value: ast.expr | None, function: Function) -> set[str]:
    """What a value can be: a code, one of two, or what its name was given in the same function."""
    match value:
        case None:
            return set()
        case ast.Constant(value=str(code)):
            return {code}
        case ast.IfExp(body=one, orelse=other):
            return codes_of(one, function) | codes_of(other, function)
        case ast.Name(id=name):
            given = [
                node.value
                for node in ast.walk(function)
                if isinstance(node, ast.Assign)
                and any(isinstance(t, ast.Name) and t.id == name for t in node.targets)
                and not (isinstance(node.value, ast.Name) and node.value.id == name)
            ]
            return {code for expr in given for code in codes_of(expr, function)}
    return set()


def given(name: str, place: int, keyword: str, *rooms: str) -> set[str]:
    """Every code handed to ``name`` at this place, in these rooms."""
    return {
        code
        for room in rooms
        for function, call in calls(room, name)
        for code in codes_of(argument(call, place, keyword), function)
        if code
    }


def returned(room: str, start: str) -> set[str]:
    """The codes that functions whose name begins with ``start`` return."""
    return {
        code
        for function in functions(room)
        if function.name.startswith(start)
        for node in ast.walk(function)
        if isinstance(node, ast.Return)
        for code in codes_of(node.value, function)
        if CODE.fullmatch(code)
    }


def assigned(room: str, attribute: str) -> set[str]:
    """The texts put into an attribute, alone or in a tuple with others."""
    found: set[str] = set()
    for function in functions(room):
        for node in ast.walk(function):
            if isinstance(node, ast.Assign):
                pairs = [pair for target in node.targets for pair in _pairs(target, node.value)]
                for target, value in pairs:
                    if isinstance(target, ast.Attribute) and target.attr == attribute:
                        found |= codes_of(value, function)
    return found


def _pairs(target: ast.expr, value: ast.expr) -> Iterator[tuple[ast.expr, ast.expr]]:
    if isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple):
        yield from zip(target.elts, value.elts, strict=True)
    else:
        yield target, value
