"""What can be said of the image and the compose file without a container engine."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from ipaddress import ip_network
from pathlib import Path

import pytest
import yaml

from departments import parse_departments

ROOT = Path(__file__).resolve().parents[2]
DOCKERFILE = (ROOT / "infra" / "Dockerfile").read_text(encoding="utf-8")
NOT_IN_THE_IMAGE = {"sandbox", "tools", "manifest", "tests", "bench"}
NOBODY = "00000000-0000-0000-0000-000000000000"


def test_the_image_holds_every_room_and_nothing_else() -> None:
    rooms = {path.parent.name for path in ROOT.glob("*/__init__.py")} - NOT_IN_THE_IMAGE
    copied = set(re.findall(r"^COPY (\w+) \1$", DOCKERFILE, re.MULTILINE))
    assert copied == rooms
    let_through = set(re.findall(r"^!(\w+)$", (ROOT / ".dockerignore").read_text(), re.MULTILINE))
    assert let_through == rooms


def test_the_image_holds_all_that_the_program_imports(tmp_path: Path) -> None:
    own = re.findall(r"^COPY (?!--from)(.+) (\S+)$", DOCKERFILE.split("\nFROM ")[-1], re.MULTILINE)
    assert own
    let_through = (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
    for names, target in own:
        for name in names.split():
            assert f"!{name}" in let_through
            if (ROOT / name).is_dir():
                shutil.copytree(
                    ROOT / name, tmp_path / target, ignore=shutil.ignore_patterns("__pycache__")
                )
            else:
                shutil.copy(ROOT / name, tmp_path / target / name)
    env = {**os.environ, "PYTHONPATH": str(tmp_path), "PYTHONDONTWRITEBYTECODE": "1"}
    started = subprocess.run(
        [sys.executable, "-c", "import app; print(app.__file__)"],
        cwd=tmp_path, env=env, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert started.returncode == 0, started.stderr
    assert Path(started.stdout.strip()).parent == tmp_path


def test_the_image_runs_without_root_from_hashed_packages() -> None:
    assert re.search(r"^USER 10001", DOCKERFILE, re.MULTILINE)
    assert "--require-hashes" in DOCKERFILE
    assert "HEALTHCHECK" in DOCKERFILE
    assert DOCKERFILE.count("FROM ") == 2


def test_the_database_is_reached_by_the_bot_only() -> None:
    compose = yaml.safe_load((ROOT / "infra" / "compose.yaml").read_text(encoding="utf-8"))
    database, bot = compose["services"]["database"], compose["services"]["bot"]
    assert "ports" not in database
    assert database["networks"] == ["inside"]
    assert compose["networks"]["inside"]["internal"] is True
    assert bot["ports"] == ["127.0.0.1:3978:3978"]
    assert "MicrosoftAppPassword" not in str(bot.get("environment"))


def test_on_azure_limits_count_by_sender_and_not_by_the_ingress() -> None:
    modules = ROOT / "infra" / "bicep" / "modules"
    app = (modules / "app.bicep").read_text(encoding="utf-8")
    network = (modules / "network.bicep").read_text(encoding="utf-8")
    assert re.search(r"name: 'TRUSTED_PROXIES'\s+value: trustedProxies", app)
    trusted = re.search(r"param trustedProxies string = '([^']+)'", app)
    subnet = re.search(r"name: 'app'\s+properties: \{\s+addressPrefix: '([^']+)'", network)
    assert trusted
    assert subnet
    named = trusted[1].split(",")
    assert subnet[1] in named
    assert all(not ip_network(one).is_global for one in named)


def test_the_counters_are_closed_in_the_templates() -> None:
    """The ingress passes every path: the app must have a token to ask for."""
    bicep = ROOT / "infra" / "bicep"
    main = (bicep / "main.bicep").read_text(encoding="utf-8")
    app = (bicep / "modules" / "app.bicep").read_text(encoding="utf-8")
    vault = (bicep / "modules" / "vault.bicep").read_text(encoding="utf-8")
    assert re.search(r"name: 'METRICS_TOKEN'\s+secretRef: 'metrics-token'", app)
    assert "'${vaultUri}secrets/metrics-token'" in app
    assert re.search(r"name: 'metrics-token'\s+properties: \{\s+value: metricsToken", vault)
    assert "metricsToken: metricsToken" in main
    declared = re.search(r"@secure\(\)\n@minLength\(24\)\n.+\nparam metricsToken string\n", main)
    assert declared  # no default: it cannot be left out


EXAMPLE = (ROOT / "infra" / "departments.yaml.example").read_text(encoding="utf-8")


def test_the_example_of_departments_is_one_when_it_is_filled_in() -> None:
    somebody = "6f1c3a52-6f0e-4b0a-9d38-2f4f6e1d7c10"
    departments = parse_departments(EXAMPLE.replace(NOBODY, somebody))
    assert departments.by_id("familie") == departments.units[0]
    assert departments.units[0].approver_oid == somebody


def test_the_example_of_departments_left_as_it_is_starts_nothing() -> None:
    with pytest.raises(ValueError, match="approver_oid er kun nuller"):
        parse_departments(EXAMPLE)
