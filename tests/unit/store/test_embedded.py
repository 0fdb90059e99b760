"""The embedded PostgreSQL: keeps its data, is shared, dies with its owner, runs anywhere."""

from __future__ import annotations

import os
import shutil
import signal
import stat
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from store import embedded, reachable
from store.cluster import forget, listening, locate
from store.database import plain_url
from store.embedded import embedded_postgres
from store.reachable import ServerUser, can_walk_to, server_user

OWNER = """
import sys, time
from pathlib import Path
from store.embedded import embedded_postgres
with embedded_postgres(Path(sys.argv[1]), fast=True) as url:
    print(url, flush=True)
    time.sleep(600)
"""


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder the server's user can enter (pytest's own is closed to others)."""
    user = server_user()
    made = reachable.private_folder(reachable.common_ground(user), user)
    yield made
    shutil.rmtree(made)


def ask(url: str, statement: str) -> list[tuple[object, ...]]:
    with psycopg.connect(plain_url(url), autocommit=True) as connection:
        cursor = connection.execute(statement.encode())
        return cursor.fetchall() if cursor.description else []


def own(folder: Path) -> tuple[subprocess.Popen[str], str]:
    """Another process that owns a database in ``folder``; the process and the URL."""
    owner = subprocess.Popen(
        [sys.executable, "-c", OWNER, str(folder)], stdout=subprocess.PIPE, text=True
    )
    assert owner.stdout is not None
    return owner, owner.stdout.readline().strip()


def server_pid(folder: Path) -> int:
    lines = (locate(folder, server_user()) / "postmaster.pid").read_text().splitlines()
    return int(lines[0])


def end(owner: subprocess.Popen[str], folder: Path, how: signal.Signals) -> None:
    """End the owner and wait until its server has gone too."""
    pid = server_pid(folder)
    owner.send_signal(how)
    owner.communicate()
    patience = time.monotonic() + 30
    while not gone(pid):
        assert time.monotonic() < patience
        time.sleep(0.02)


def gone(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return True
    # A container's first process may leave it as a zombie.
    return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] == "Z"


def test_a_second_start_keeps_the_data_and_outsiders_out(folder: Path) -> None:
    with embedded_postgres(folder, fast=True) as url:
        ask(url, "CREATE TABLE kept AS SELECT 1 AS one")
        cluster = locate(folder, server_user())
        assert stat.S_IMODE(cluster.stat().st_mode) == 0o700
    assert listening(cluster) is None
    with embedded_postgres(folder) as url:
        assert ask(url, "SELECT one FROM kept") == [(1,)]
        assert ask(url, "SHOW fsync") == [("on",)]


def test_a_second_process_attaches(folder: Path) -> None:
    owner, url = own(folder)
    with embedded_postgres(folder) as attached:
        assert attached == url
        assert ask(attached, "SHOW fsync") == [("off",)]
    assert ask(url, "SELECT 1") == [(1,)]  # leaving does not stop it
    end(owner, folder, signal.SIGKILL)


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM])
@pytest.mark.skipif(sys.platform != "linux", reason="only Linux ties a child to its parent")
def test_however_the_owner_dies_the_server_stops(folder: Path, how: signal.Signals) -> None:
    owner, url = own(folder)
    ask(url, "CREATE TABLE kept AS SELECT 1 AS one")
    end(owner, folder, how)
    with embedded_postgres(folder) as url:
        assert ask(url, "SELECT one FROM kept") == [(1,)]


def test_a_killed_server_and_a_wrong_pid_do_not_hinder_the_next_start(folder: Path) -> None:
    with embedded_postgres(folder) as url:
        ask(url, "CREATE TABLE kept AS SELECT 1 AS one")
        os.kill(server_pid(folder), signal.SIGKILL)
        time.sleep(0.1)
    pid_file = locate(folder, server_user()) / "postmaster.pid"
    lines = pid_file.read_text().splitlines()
    pid_file.write_text("\n".join(["1", *lines[1:]]) + "\n")
    with embedded_postgres(folder) as url:
        assert ask(url, "SELECT one FROM kept") == [(1,)]


def test_a_long_path_gets_a_short_socket(folder: Path) -> None:
    deep = folder / ("d" * 60) / ("e" * 60)
    with embedded_postgres(deep, fast=True) as url:
        assert ask(url, "SELECT 1") == [(1,)]
        assert str(deep) not in url


def test_a_closed_parent_sends_the_data_elsewhere(tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o700)
    before = {path: path.stat().st_mode for path in (closed, *closed.parents)}
    with embedded_postgres(closed / "data", fast=True) as url:
        ask(url, "CREATE TABLE kept AS SELECT 1 AS one")
    with embedded_postgres(closed / "data", fast=True) as url:
        assert ask(url, "SELECT one FROM kept") == [(1,)]
    assert before == {path: path.stat().st_mode for path in before}
    pointer = closed / "data" / "elsewhere"
    assert pointer.exists() == (os.geteuid() == 0)
    if not pointer.exists():
        return
    shutil.rmtree(pointer.read_text().strip())  # a cleared temporary folder
    with embedded_postgres(closed / "data", fast=True) as url:
        assert ask(url, "SELECT 1") == [(1,)]
    elsewhere = Path(pointer.read_text().strip())
    assert elsewhere.exists()
    forget(closed / "data")
    assert not elsewhere.exists()
    assert not (closed / "data").exists()


def test_programs_that_cannot_be_reached_are_copied_once(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wheel = reachable.programs(ServerUser(-1, -1))
    monkeypatch.setattr(reachable, "common_ground", lambda user: folder)
    monkeypatch.setattr(
        reachable, "can_walk_to", lambda path, user: folder in (path, *path.parents)
    )
    copy = reachable.programs(server_user())
    assert folder in copy.parents
    assert reachable.programs(server_user()) == copy
    assert (copy / "postgres").stat().st_size == (wheel / "postgres").stat().st_size
    with embedded_postgres(folder / "data", fast=True) as url:
        assert ask(url, "SELECT 1") == [(1,)]


def test_a_name_taken_by_another_user_is_not_trusted(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reachable, "common_ground", lambda user: folder)
    monkeypatch.setattr(reachable, "can_walk_to", lambda path, user: False)
    first = reachable.programs(server_user()).parents[2]
    first.chmod(0o777)
    (first / reachable.PROGRAMS / "postgres").write_text("something else")
    second = reachable.programs(server_user())
    assert second.parents[2] != first
    assert (second / "postgres").stat().st_size > 1_000_000


def test_what_killed_runs_left_is_cleared_away(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(embedded, "common_ground", lambda user: folder)
    old, new = folder / f"{embedded.TEMPORARY}old", folder / f"{embedded.TEMPORARY}new"
    for left in (old, new):
        left.mkdir()
        (left / "lock").touch()
    os.utime(old / "lock", (0, 0))
    with embedded.temporary_postgres() as url:
        assert ask(url, "SELECT 1") == [(1,)]
        assert (old.exists(), new.exists()) == (False, True)
    assert len(list(folder.iterdir())) == 1


def test_who_may_walk_where(folder: Path) -> None:
    nobody = ServerUser(65534, 65534)
    inner = folder / "inner"
    inner.mkdir()
    folder.chmod(0o755)
    inner.chmod(0o755)
    assert can_walk_to(inner, nobody)
    inner.chmod(0o700)
    assert not can_walk_to(inner, nobody)
    assert can_walk_to(inner, ServerUser(-1, -1))
    assert can_walk_to(inner, ServerUser(inner.stat().st_uid, 65534))
    inner.chmod(0o710)
    assert can_walk_to(inner, ServerUser(65533, inner.stat().st_gid))


def test_data_of_another_version_is_refused(folder: Path) -> None:
    cluster = folder / "cluster"
    cluster.mkdir()
    (cluster / "PG_VERSION").write_text("16\n")
    with pytest.raises(RuntimeError, match="PostgreSQL 16"), embedded_postgres(folder):
        pass


def test_a_server_that_does_not_start_says_where_to_look(folder: Path) -> None:
    with embedded_postgres(folder, fast=True):
        pass
    (folder / "cluster" / "postgresql.conf").write_text("no_such_setting = 1\n")
    with pytest.raises(RuntimeError, match=r"postgres\.log"), embedded_postgres(folder):
        pass
    assert "no_such_setting" in (folder / "postgres.log").read_text()


def test_only_the_main_thread_may_start_it(folder: Path) -> None:
    refused: list[RuntimeError] = []

    def start() -> None:
        try:
            with embedded_postgres(folder):
                pass
        except RuntimeError as error:
            refused.append(error)

    thread = threading.Thread(target=start)
    thread.start()
    thread.join()
    assert refused


def test_the_log_tells_no_values(folder: Path) -> None:
    with embedded_postgres(folder, fast=True) as url:
        ask(url, "CREATE TABLE people (name text PRIMARY KEY)")
        ask(url, "INSERT INTO people VALUES ('Bent Madsen')")
        with pytest.raises(psycopg.errors.UniqueViolation):
            ask(url, "INSERT INTO people VALUES ('Bent Madsen')")
    log = (folder / "postgres.log").read_text()
    assert "duplicate key" in log
    assert "Bent" not in log
