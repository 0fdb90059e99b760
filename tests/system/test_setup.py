"""A bare machine is told what it lacks, in one clear line."""

from __future__ import annotations

import asyncio
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tools.processes import StackError, free_port, process, worth_showing
from tools.stack import Ports, clean_environ, read_env

ROOT = Path(__file__).resolve().parents[2]


def bare_machine(tmp_path: Path, python: str | None) -> dict[str, str]:
    """A PATH with the system's small tools and, perhaps, a python3 of ours."""
    places = tmp_path / "bin"
    places.mkdir()
    for tool in ("bash", "dirname", "cat", "cksum", "tr", "id", "env"):
        (places / tool).symlink_to(shutil.which(tool) or "")
    if python:
        (places / "python3").write_text(f"#!/bin/sh\n{python}\n", encoding="utf-8")
        (places / "python3").chmod(0o755)
    (tmp_path / "tools").mkdir()
    (tmp_path / "requirements").mkdir()
    shutil.copy(ROOT / "tools" / "setup.sh", tmp_path / "tools")
    (tmp_path / "requirements" / "run.txt").touch()
    (tmp_path / "requirements" / "dev.txt").touch()
    return {"PATH": str(places)}


@pytest.mark.parametrize(
    "python",
    [
        None,
        'echo "pyenv: python3: command not found" >&2; exit 127',
        '[ "$1" = --version ] && { echo Python 3.14.0; exit 0; }; exit 1',
    ],
    ids=["no python", "a shim that fails", "python 3.14"],
)
def test_a_python_that_will_not_do_is_named(tmp_path: Path, python: str | None) -> None:
    answer = subprocess.run(
        ["bash", "tools/setup.sh", "run"],
        cwd=tmp_path,
        env=bare_machine(tmp_path, python),
        capture_output=True,
        text=True,
        check=False,
    )
    assert answer.returncode == 1
    assert "Python 3.11, 3.12 or 3.13 is needed" in answer.stderr
    if python and "3.14" in python:
        assert "found: Python 3.14.0" in answer.stderr


def test_a_busy_port_is_named_with_the_way_to_choose_another() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        ports = Ports(bot=port, page=Ports.any_free().page, https=Ports.any_free().https)
        with pytest.raises(StackError, match=rf"Port {port} .*make run PORT="):
            ports.require_free()


def test_no_port_of_a_stack_is_one_that_an_outgoing_connection_may_be_given() -> None:
    ports = [free_port() for _ in range(30)]
    assert len(set(ports)) == 30
    assert max(ports) < 32_768  # where Linux begins
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", ports[5]))
        taken.listen()
        assert ports[5] not in {free_port() for _ in range(60)}


def test_ports_come_from_the_environment() -> None:
    assert Ports.from_env({}) == Ports(3978, 3979, 4443)
    assert Ports.from_env({"PAGE_PORT": "3999"}).page == 3999
    with pytest.raises(StackError, match="PORT=many"):
        Ports.from_env({"PORT": "many"})


def test_settings_of_another_deployment_do_not_reach_a_local_run(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("MicrosoftAppId", "x")
    monkeypatch.setenv("DATABASE_URL", "postgresql://elsewhere/real")
    assert not {"MicrosoftAppId", "DATABASE_URL"} & clean_environ().keys()
    (tmp_path / "env").write_text("# told\nA=1=2\n\nB= x \n", encoding="utf-8")
    assert read_env(tmp_path / "env") == {"A": "1=2", "B": "x"}


async def test_a_child_is_ended_with_its_block_even_when_it_will_not_listen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tools.processes.STOP_SECONDS", 0.2)
    stubborn = (
        "import signal,time;signal.signal(15,signal.SIG_IGN);print('up',flush=True);time.sleep(60)"
    )
    argv = [sys.executable, "-c", stubborn]
    async with process("sandbox", argv, clean_environ(), tmp_path, echo=False) as child:
        assert (await child.said("up")).group() == "up"
    assert child.ended
    assert await child.wait() == -9


async def test_a_child_that_ends_while_starting_is_told_of(tmp_path: Path) -> None:
    argv = [sys.executable, "-c", "raise SystemExit('no')"]
    async with process("bot", argv, clean_environ(), tmp_path, echo=False) as child:
        with pytest.raises(StackError, match=r"bot ended while starting.*\n  \| no$"):
            async with asyncio.timeout(20):
                await child.ready("http://127.0.0.1:9/readyz")
    assert "no" in child.log.read_text(encoding="utf-8")


def test_the_terminal_shows_what_needs_a_person(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("VERBOSE", raising=False)
    assert worth_showing(b"Traceback (most recent call last):\n")
    assert worth_showing(b'{"event": "x", "level": "warning"}\n')
    assert not worth_showing(b'{"event": "x", "level": "info"}\n')
    assert not worth_showing(b"\n")
    monkeypatch.setenv("VERBOSE", "1")
    assert worth_showing(b'{"event": "x", "level": "info"}\n')
