"""The PowerShell of the baseline, as far as a machine without Teams can say: it parses, and it is safe."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import tree_sitter_powershell
from tree_sitter import Language, Node, Parser

FOLDER = Path(__file__).resolve().parents[2] / "infra" / "teams"
SCRIPTS = sorted(FOLDER.glob("*.ps1"))
CHANGES = re.compile(r"^(Set|New|Grant|Remove|Add)-Cs", re.IGNORECASE)
WANTED = {
    "Set-CsTeamsMeetingPolicy": ("AllowCloudRecording", "AllowTranscription", "AutoRecording"),
    "Set-CsTeamsCallingPolicy": ("AllowCloudRecordingForCalls",),
    "New-CsApplicationAccessPolicy": ("AppIds",),
    "Set-CsApplicationAccessPolicy": ("AppIds",),
    "Grant-CsApplicationAccessPolicy": ("Global", "Identity", "PolicyName"),
}


def tree(path: Path) -> Node:
    return Parser(Language(tree_sitter_powershell.language())).parse(path.read_bytes()).root_node


def nodes(node: Node, kind: str) -> Iterator[Node]:
    if node.type == kind:
        yield node
    for child in node.children:
        yield from nodes(child, kind)


def said(node: Node) -> str:
    return (node.text or b"").decode()


def commands(node: Node) -> Iterator[tuple[str, Node]]:
    for command in nodes(node, "command"):
        name = next(nodes(command, "command_name"), None)
        if name is not None:
            yield said(name), command


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_it_parses(path: Path) -> None:
    root = tree(path)
    assert not root.has_error
    assert "Set-StrictMode -Version Latest" in said(root) or path.name == "LydhoerBaseline.ps1"


def test_a_fault_would_be_seen() -> None:
    broken = Parser(Language(tree_sitter_powershell.language())).parse(b"if ($true) { Get-X")
    assert broken.root_node.has_error


def test_the_commands_and_their_parameters_are_those_of_the_baseline() -> None:
    found: dict[str, set[str]] = {}
    for path in SCRIPTS:
        for name, command in commands(tree(path)):
            given = {said(one).lstrip("-") for one in nodes(command, "command_parameter")}
            found.setdefault(name, set()).update(given)
    changing = {name: given for name, given in found.items() if CHANGES.match(name)}
    assert set(changing) == set(WANTED)
    for name, parameters in WANTED.items():
        assert set(parameters) <= changing[name]


def test_nothing_changes_outside_a_repair_and_repairs_are_asked_about_first() -> None:
    shared = FOLDER / "LydhoerBaseline.ps1"
    for path in SCRIPTS:
        for name, command in commands(tree(path)):
            if not CHANGES.match(name):
                continue
            assert path == shared
            around = command.parent
            while around is not None and around.type != "script_block_expression":
                around = around.parent
            assert around is not None, name
    setting = said(tree(FOLDER / "Set-LydhoerBaseline.ps1"))
    assert "SupportsShouldProcess = $true" in setting
    assert setting.index("ShouldProcess($finding") < setting.index("& $finding.Repair")
    assert "Repair" not in said(tree(FOLDER / "Test-LydhoerBaseline.ps1"))


def test_what_is_right_already_is_left_alone_and_the_exit_says_how_it_went() -> None:
    setting = said(tree(FOLDER / "Set-LydhoerBaseline.ps1"))
    right, asked = setting.index("if ($finding.IsRight)"), setting.index("ShouldProcess($finding")
    assert "continue" in setting[right:asked]
    assert {int(code) for code in re.findall(r"\bexit (\d)", setting)} == {0, 1, 2, 3}


def test_what_was_declined_is_told_and_the_baseline_is_not_said_to_stand() -> None:
    """``-Confirm`` answered with no, like ``-WhatIf``: ShouldProcess says no, and it still differs."""
    root = tree(FOLDER / "Set-LydhoerBaseline.ps1")
    ifs = [said(node) for node in nodes(root, "if_statement")]
    (declined,) = [text for text in ifs if text.startswith("if (-not $PSCmdlet.ShouldProcess")]
    assert "$left += $finding" in declined
    told, ends = [text for text in ifs if text.startswith("if ($left.Count -gt 0)")]
    assert "foreach ($finding in $left)" in told
    assert "exit 2" in ends
    setting = said(root)
    assert setting.index(told) < setting.index(ends) < setting.index("The baseline stands")
    assert setting.count("The baseline stands") == 1
    assert "WhatIfPreference" not in setting  # both ways of leaving it end alike
