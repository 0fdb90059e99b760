"""The files of one embedded PostgreSQL: where they lie, how they are made, how to read them."""

from __future__ import annotations

import os
import secrets
import shutil
import socket
import subprocess
import sys
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from store.reachable import ServerUser, can_walk_to, common_ground, private_folder

MAJOR = "18"
INITDB = (
    "--encoding=UTF8",
    "--username=postgres",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--locale=C",
)
ON_WINDOWS = sys.platform == "win32"
STALE = ("postmaster.pid", ".s.PGSQL.5432", ".s.PGSQL.5432.lock")


@dataclass(frozen=True)
class Address:
    """Where a running server listens: a folder with its socket, or a loopback port (Windows)."""

    socket_folder: str
    port: int

    def answers(self) -> bool:
        """Whether somebody accepts connections there."""
        if sys.platform == "win32":
            with suppress(OSError), socket.create_connection(("127.0.0.1", self.port), timeout=1):
                return True
            return False
        with suppress(OSError), socket.socket(socket.AF_UNIX) as probe:
            probe.connect(f"{self.socket_folder}/.s.PGSQL.{self.port}")
            return True
        return False


def locate(data_dir: Path, user: ServerUser) -> Path:
    """The cluster's folder: below ``data_dir``, or elsewhere when ``user`` cannot walk there.

    Elsewhere is remembered in the file ``elsewhere``, so that a second start finds its data.
    """
    if can_walk_to(data_dir, user):
        return data_dir / "cluster"
    pointer = data_dir / "elsewhere"
    if pointer.exists():
        return Path(pointer.read_text(encoding="utf-8").strip()) / "cluster"
    folder = private_folder(common_ground(user), user)
    pointer.write_text(f"{folder}\n", encoding="utf-8")
    return folder / "cluster"


def forget(data_dir: Path) -> None:
    """Remove what is kept in ``data_dir``, and the cluster that lies elsewhere. Nobody may be using it."""
    pointer = data_dir / "elsewhere"
    if pointer.exists():
        shutil.rmtree(pointer.read_text(encoding="utf-8").strip(), ignore_errors=True)
    shutil.rmtree(data_dir, ignore_errors=True)


def prepare(cluster: Path, bin_dir: Path, user: ServerUser, *, fast: bool) -> None:
    """Make the cluster if it is missing and clear what a killed server left behind.

    Only with the lock held. Raises RuntimeError when the data is of another PostgreSQL.
    """
    made_by = cluster / "PG_VERSION"
    if not made_by.exists():
        _make(cluster, bin_dir, user, fast=fast)
    found = made_by.read_text(encoding="ascii").strip()
    if found != MAJOR:
        raise RuntimeError(f"the data is of PostgreSQL {found}, the programs are {MAJOR}")
    for name in STALE:
        (cluster / name).unlink(missing_ok=True)


def _make(cluster: Path, bin_dir: Path, user: ServerUser, *, fast: bool) -> None:
    if cluster.parent.name != "" and not cluster.parent.exists():
        cluster.parent.mkdir(parents=True)  # the place elsewhere was cleared away
        cluster.parent.chmod(0o711)
    shutil.rmtree(cluster, ignore_errors=True)  # half made
    cluster.mkdir(mode=0o700)
    arguments = [str(bin_dir / "initdb"), "-D", str(cluster), *INITDB]
    arguments += ["--no-sync"] if fast else []
    as_user: dict[str, int | list[int]] = {}
    if user.uid >= 0:
        os.chown(cluster, user.uid, user.gid)
        as_user = {"user": user.uid, "group": user.gid, "extra_groups": []}
    password = _password_file(cluster) if ON_WINDOWS else None
    arguments += [f"--pwfile={password}", "--auth=scram-sha-256"] if password else ["--auth=trust"]
    done = subprocess.run(  # type: ignore[call-overload]
        arguments, capture_output=True, text=True, cwd=cluster.anchor, check=False, **as_user
    )
    if done.returncode:
        raise RuntimeError(f"initdb failed: {done.stderr.strip()}")


def _password_file(cluster: Path) -> Path:
    path = cluster.parent / "password"
    path.write_text(secrets.token_urlsafe(24), encoding="ascii")
    return path


def listening(cluster: Path) -> Address | None:
    """Where the server says it listens, once it says that it is ready."""
    try:
        lines = (cluster / "postmaster.pid").read_text(encoding="utf-8").splitlines()
    except (FileNotFoundError, PermissionError):
        return None
    if len(lines) < 8 or lines[7].strip() != "ready":
        return None
    return Address(socket_folder=lines[4], port=int(lines[3]))


def url(address: Address, cluster: Path) -> str:
    """The SQLAlchemy URL of the server's database ``postgres``."""
    if ON_WINDOWS:
        password = (cluster.parent / "password").read_text(encoding="ascii")
        return f"postgresql+psycopg://postgres:{password}@127.0.0.1:{address.port}/postgres"
    return f"postgresql+psycopg://postgres@/postgres?host={quote(address.socket_folder)}"
