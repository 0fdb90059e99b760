"""Becomes PostgreSQL: a short program between the launcher and the server (Linux only).

It runs on its own (``python -I -S postgres_child.py PARENT UID GID PROGRAM ARGUMENT...``): gives up
root when told to, asks the kernel to stop it when the launcher dies, and replaces itself. A program
of its own instead of ``preexec_fn``, because forking a process that has threads is unsafe.
"""

from __future__ import annotations

import ctypes
import os
import signal
import sys

PR_SET_PDEATHSIG = 1


def main(parent: int, uid: int, gid: int, program: list[str]) -> None:
    """Give up root (``uid`` not negative), tie this process to ``parent`` and run ``program``."""
    if uid >= 0:
        os.setgroups([])
        os.setgid(gid)
        os.setuid(uid)
    # After the change of user: that change clears the wish.
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, int(signal.SIGINT), 0, 0, 0)
    if os.getppid() == parent:
        os.execv(program[0], program)  # noqa: S606


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), sys.argv[4:])
