"""The embedded PostgreSQL: a child process of ours over the wheel's programs.

For ``make run``, the tests and the harnesses; never for a replica itself. On Linux the kernel stops
the server when its owner dies, however it dies, and a file lock that every server process inherits
says whether one is alive. A second process on the same data directory attaches. The death of the
owner stops the database for attached processes too. On macOS and Windows it is a plain child process
that an owner killed hard leaves behind; that branch was not run.
"""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from store.cluster import ON_WINDOWS, Address, listening, locate, prepare, url
from store.filelock import try_lock
from store.reachable import ServerUser, common_ground, private_folder, programs, server_user

PATIENCE = 30.0  # seconds
TEMPORARY = "lydhoer-test-"
ABANDONED = 600.0  # seconds
LONGEST_SOCKET_FOLDER = 107 - len("/.s.PGSQL.5432.lock")  # bytes
# What the server writes to its log never holds a value that somebody typed.
SETTINGS = (
    "shared_buffers=32MB",
    "timezone=UTC",
    "log_timezone=UTC",
    "log_error_verbosity=terse",
    "log_min_error_statement=panic",
    "log_parameter_max_length=0",
)
FAST = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=200")


@contextmanager
def embedded_postgres(data_dir: Path, *, fast: bool = False) -> Iterator[str]:
    """Run PostgreSQL over ``data_dir`` (made if missing) and yield its SQLAlchemy URL.

    ``fast`` gives up safety against power loss (tests). Must be entered from the main thread: the
    kernel ties the server to the thread that starts it. Raises RuntimeError when it does not start;
    the reason then stands in ``data_dir/postgres.log``.
    """
    if threading.current_thread() is not threading.main_thread():
        raise RuntimeError("the embedded database must be started from the main thread")
    data_dir = data_dir.resolve()
    data_dir.mkdir(parents=True, exist_ok=True)
    lock = os.open(data_dir / "lock", os.O_CREAT | os.O_RDWR, 0o600)
    try:
        found = _attach_or_lock(data_dir, lock)
        if found is not None:
            yield found
            return
        with _serving(data_dir, lock, fast=fast) as served:
            yield served
    finally:
        os.close(lock)


@contextmanager
def temporary_postgres() -> Iterator[str]:
    """A fast PostgreSQL over an empty directory that is removed afterwards (tests)."""
    user = server_user()
    ground = common_ground(user)
    _clear_abandoned(ground)
    folder = private_folder(ground, user, TEMPORARY)
    try:
        with embedded_postgres(folder, fast=True) as served:
            yield served
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _clear_abandoned(ground: Path) -> None:
    """Remove what killed test runs left: a temporary database that nobody holds any more."""
    for lock_path in ground.glob(f"{TEMPORARY}*/lock"):
        with suppress(OSError):
            if time.time() - lock_path.stat().st_mtime < ABANDONED:
                continue
            lock = os.open(lock_path, os.O_RDWR)
            if try_lock(lock):
                shutil.rmtree(lock_path.parent, ignore_errors=True)
            os.close(lock)


def _attach_or_lock(data_dir: Path, lock: int) -> str | None:
    """The URL of a server another process runs; None once the lock is ours and none is alive."""
    end = time.monotonic() + PATIENCE
    while not try_lock(lock):
        cluster = locate(data_dir, server_user())
        address = listening(cluster)
        if address is not None and address.answers():
            return url(address, cluster)
        if time.monotonic() > end:
            raise RuntimeError("another process holds the database and does not answer")
        time.sleep(0.02)
    return None


@contextmanager
def _serving(data_dir: Path, lock: int, *, fast: bool) -> Iterator[str]:
    user = server_user()
    bin_dir = programs(user)
    cluster = locate(data_dir, user)
    prepare(cluster, bin_dir, user, fast=fast)
    sockets = _socket_folder(cluster, user)
    log_path = data_dir / "postgres.log"
    command = [str(bin_dir / "postgres"), "-D", str(cluster), *_options(sockets, fast=fast)]
    with log_path.open("ab") as log:
        server = _start(command, user, lock, log.fileno())
    try:
        yield url(_wait(server, cluster, log_path), cluster)
    finally:
        _stop(server)
        if sockets != cluster:
            shutil.rmtree(sockets, ignore_errors=True)


def _options(sockets: Path, *, fast: bool) -> list[str]:
    if ON_WINDOWS:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            options = ["-h", "127.0.0.1", "-p", str(probe.getsockname()[1])]
    else:
        options = ["-h", "", "-k", str(sockets)]
    for setting in (*SETTINGS, *(FAST if fast else ())):
        options += ["-c", setting]
    return options


def _socket_folder(cluster: Path, user: ServerUser) -> Path:
    """The cluster itself, or a short folder when a socket's path would be too long there."""
    if len(os.fsencode(cluster)) <= LONGEST_SOCKET_FOLDER:
        return cluster
    folder = Path(tempfile.mkdtemp(prefix="lydhoer-", dir="/tmp"))
    if user.uid >= 0:
        os.chown(folder, user.uid, user.gid)
    return folder


def _start(command: list[str], user: ServerUser, lock: int, log: int) -> subprocess.Popen[bytes]:
    if ON_WINDOWS:
        return subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=log, stderr=log)
    if sys.platform.startswith("linux"):
        child = Path(__file__).with_name("postgres_child.py")
        own = [os.getpid(), user.uid, user.gid]
        command = [sys.executable, "-I", "-S", str(child), *map(str, own), *command]
    return subprocess.Popen(
        command,
        pass_fds=[lock],
        stdin=subprocess.DEVNULL,
        stdout=log,
        stderr=log,
        cwd="/",
        env={"PATH": os.defpath, "LC_ALL": "C"},
        start_new_session=True,  # Ctrl-C stops us, and we stop the server
    )


def _wait(server: subprocess.Popen[bytes], cluster: Path, log: Path) -> Address:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and server.poll() is None:
        address = listening(cluster)
        if address is not None and address.answers():
            return address
        time.sleep(0.01)
    raise RuntimeError(f"PostgreSQL did not start; see {log}")


def _stop(server: subprocess.Popen[bytes]) -> None:
    """Fast shutdown (connections are cut, data is written), then an immediate one."""
    if server.poll() is not None:
        return
    if ON_WINDOWS:
        server.terminate()
    else:
        server.send_signal(signal.SIGINT)
    try:
        server.wait(PATIENCE)
    except subprocess.TimeoutExpired:
        server.kill()
        server.wait()
