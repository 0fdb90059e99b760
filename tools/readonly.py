"""``make readonly``: the product without root, without capabilities, on a file system it cannot write to.

bubblewrap stands in for the image (infra/Dockerfile, compose.yaml: ``USER 10001``, ``read_only``,
``cap_drop: ALL``, a tmpfs at /tmp). The database runs outside, as it does there.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import secrets
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Final

import yaml
from sqlalchemy.engine import make_url

from sandbox import cast
from store.embedded import temporary_postgres
from store.encryption import KeyRing
from tools.processes import ROOT, free_port

USER: Final = "10001"
START_SECONDS: Final = 90.0
TOKEN: Final = secrets.token_urlsafe(32)
TMP: Final = "/tmp"  # noqa: S108 the only place that may be written to
WRITES: Final = """
import os, pathlib, sys
where = [pathlib.Path(p) for p in sys.argv[1:]]
could = []
for place in where:
    try:
        (place / "written").write_text("x")
        could.append(str(place))
    except OSError:
        pass
caps = [l for l in open("/proc/self/status") if l.startswith(("CapEff", "NoNewPrivs"))]
print(os.getuid(), ",".join(could) or "-", *[l.split()[1] for l in caps])
"""


def jail(*seen: Path) -> list[str]:
    """The command that everything in here runs under; ``seen`` are folders that /tmp may hide."""
    shown = [part for folder in (ROOT, *seen) for part in ("--ro-bind", str(folder), str(folder))]
    return [
        "bwrap", "--ro-bind", "/", "/", "--dev", "/dev", "--proc", "/proc", "--tmpfs", TMP, *shown,
        "--unshare-user", "--unshare-pid", "--unshare-ipc", "--uid", USER, "--gid", USER,
        "--cap-drop", "ALL", "--new-session", "--die-with-parent", "--chdir", str(ROOT),
    ]  # fmt: skip


@contextlib.asynccontextmanager
async def relay(url: str, folder: Path) -> AsyncIterator[str]:
    """The database at a socket the jail may use: the embedded one lets in only who started it."""
    parsed = make_url(url)
    port = parsed.port or 5432
    name = f".s.PGSQL.{port}"
    real = Path(str(parsed.query["host"])) / name

    async def pump(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(OSError, asyncio.CancelledError):
            while part := await reader.read(65536):
                writer.write(part)
                await writer.drain()
        writer.close()

    async def connected(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        there, back = await asyncio.open_unix_connection(real)
        # Cancelled when the run is over; the server's own callback would print that as a fault.
        with contextlib.suppress(asyncio.CancelledError):
            await asyncio.gather(pump(reader, back), pump(there, writer))

    server = await asyncio.start_unix_server(connected, folder / name)
    try:
        near = parsed.set(query={**parsed.query, "host": str(folder)})
        yield near.render_as_string(hide_password=False)
    finally:
        server.close()


def environ(url: str, port: int, departments: Path) -> dict[str, str]:
    """Settings of a deployment; nothing outside is asked while nobody comes."""
    return {
        "PATH": os.environ["PATH"],
        "PYTHONUTF8": "1",
        "PYTHONDONTWRITEBYTECODE": "1",
        "MicrosoftAppId": cast.APP_ID,
        "MicrosoftAppPassword": "of-this-run",
        "MicrosoftAppTenantId": cast.TENANT_ID,
        "PUBLIC_URL": "https://lydhoer.example.dk",
        "METRICS_TOKEN": TOKEN,
        "DATABASE_URL": url,
        "ENCRYPTION_KEYS": KeyRing.new_entry(),
        "DEPARTMENTS": str(departments),
        "PORT": str(port),
    }


def cannot_write(env: dict[str, str]) -> list[str]:
    """What is wrong with the jail itself, or nothing."""
    places = [str(ROOT), str(ROOT / "store"), str(Path.home()), "/var/tmp", "/etc", "/run", TMP]  # noqa: S108
    told = subprocess.run(
        [*jail(), sys.executable, "-c", WRITES, *places],
        env=env,
        capture_output=True,
        text=True,
        check=False,
    )
    if told.returncode:
        return [f"bubblewrap cannot run here: {told.stderr.strip()}"]
    uid, could, capabilities, no_new = told.stdout.split()
    found = {"user": (uid, USER), "writable": (could, TMP), "no new privileges": (no_new, "1")}
    wrong = [f"{name}: {is_} instead of {be}" for name, (is_, be) in found.items() if is_ != be]
    return wrong + ([f"capabilities: {capabilities}"] if int(capabilities, 16) else [])


async def serves(env: dict[str, str], port: int, folder: Path) -> list[str]:
    """Start it, ask it, end it; what went wrong."""
    with tempfile.TemporaryFile("w+") as log:
        async with relay(env["DATABASE_URL"], folder) as url:
            process = await asyncio.create_subprocess_exec(
                *jail(folder), sys.executable, "app.py",
                env=env | {"DATABASE_URL": url}, stdout=log, stderr=log, cwd=ROOT,
            )  # fmt: skip
            try:
                wrong = await asyncio.to_thread(asked, port)
            finally:
                if process.returncode is None:
                    process.terminate()
                await process.wait()
        log.seek(0)
        said = log.read()
    if "Read-only file system" in said or '"level": "error"' in said:
        wrong.append("it complained")
    return [*wrong, said[-3000:]] if wrong else []


def asked(port: int) -> list[str]:
    """Every kind of page once; the first that does not answer as it should ends it."""
    for path, body, status in (
        ("/readyz", None, 200), ("/notice", None, 200), ("/metrics", None, 200), ("/api/messages", b"{}", 401),
    ):  # fmt: skip
        found = ask(port, path, body)
        if found != status:
            return [f"{path}: {found}"]
    return []


def ask(port: int, path: str, body: bytes | None = None) -> int:
    """The status; waits for the start."""
    until = time.monotonic() + START_SECONDS
    headers = {"Content-Type": "application/json", "Authorization": f"Bearer {TOKEN}"}
    request = urllib.request.Request(f"http://127.0.0.1:{port}{path}", body, headers)
    while True:
        try:
            with urllib.request.urlopen(request, timeout=10) as answer:  # noqa: S310
                return int(answer.status)
        except urllib.error.HTTPError as error:
            if error.code != 503 or time.monotonic() > until:
                return error.code
        except OSError:
            if time.monotonic() > until:
                return 0
        time.sleep(0.2)


def main() -> int:
    """0 when it serves; 1 when it does not; 2 when this machine cannot show it."""
    if shutil.which("bwrap") is None:
        print("readonly: bubblewrap is not installed here (Debian: apt install bubblewrap)")
        return 2
    port = free_port()
    (ROOT / ".data").mkdir(exist_ok=True)
    with temporary_postgres() as url, tempfile.TemporaryDirectory(dir=ROOT / ".data") as name:
        folder = Path(name)
        listed = folder / "departments.yaml"
        listed.write_text(yaml.safe_dump(cast.departments()), encoding="utf-8")
        env = environ(url, port, listed)
        wrong = cannot_write(env) or asyncio.run(serves(env, port, folder))
    for line in wrong:
        print(f"readonly: {line}")
    if any("bubblewrap cannot run" in line for line in wrong):
        return 2
    if not wrong:
        print(
            f"readonly: served as user {USER}, without capabilities; only /tmp could be written to"
        )
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main())
