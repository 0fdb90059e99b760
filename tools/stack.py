"""The local stack: the sandbox (Microsoft 365 on this machine) and the bot in front of it."""

from __future__ import annotations

import asyncio
import base64
import contextlib
import os
import secrets
import sys
import tempfile
from collections.abc import AsyncIterator, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from guidelines.profile import ProfileError, load_guideline
from store.cluster import forget
from texts.shelf import Shelf
from tools.processes import ROOT, Process, StackError, free_port, process, require_free
from tools.speech import Plan, fill
from tools.voices import VoiceError, espeak_voice

#: What a shell may carry for another deployment and must not reach a local run.
FOREIGN = (
    "Microsoft",
    "CLIENT_",
    "TENANT_ID",
    "BOT_",
    "DATABASE_URL",
    "GRAPH_URL",
    "ENTRA_",
    "TEAMS_",
    "CALLBACK_URL",
)


@dataclass(frozen=True)
class Ports:
    """Loopback ports of the stack: the bot, the sandbox's page, and Microsoft's https stand-ins."""

    bot: int = 3978
    page: int = 3979
    https: int = 4443

    @classmethod
    def from_env(cls, environ: Mapping[str, str]) -> Ports:
        """``PORT``, ``PAGE_PORT`` and ``SANDBOX_PORT``; raises StackError on what is no port."""
        found = []
        for variable, usual in (
            ("PORT", cls.bot),
            ("PAGE_PORT", cls.page),
            ("SANDBOX_PORT", cls.https),
        ):
            value = environ.get(variable, "").strip() or str(usual)
            if not value.isdigit() or not 0 < int(value) < 65536:
                raise StackError(f"{variable}={value} is no port number.")
            found.append(int(value))
        return cls(*found)

    @classmethod
    def any_free(cls) -> Ports:
        """Three ports nobody uses now, for a run beside another."""
        return cls(free_port(), free_port(), free_port())

    def require_free(self) -> None:
        """Raises StackError naming the first port that is in use and how to choose another."""
        require_free(self.page, "PAGE_PORT")
        require_free(self.bot, "PORT")
        require_free(self.https, "SANDBOX_PORT")


@contextlib.contextmanager
def passing_data(prefix: str) -> Iterator[Path]:
    """An empty folder for the data of one stack; removed afterwards, its database too, wherever it lay."""
    with tempfile.TemporaryDirectory(prefix=prefix) as name:
        try:
            yield Path(name)
        finally:
            forget(Path(name) / "bot" / "postgres")


@dataclass(frozen=True)
class Stack:
    """A running stack."""

    page: str
    bot_url: str
    sandbox: Process
    bot: Process


def read_env(path: Path) -> dict[str, str]:
    """``NAME=value`` lines, as the sandbox writes them."""
    lines = path.read_text(encoding="utf-8").splitlines()
    pairs = (line.partition("=") for line in lines if line.strip() and not line.startswith("#"))
    return {name.strip(): value.strip() for name, _, value in pairs}


def clean_environ() -> dict[str, str]:
    """Our environment without settings that belong to another deployment."""
    return {name: value for name, value in os.environ.items() if not name.startswith(FOREIGN)}


def bot_environ(data: Path, ports: Ports) -> dict[str, str]:
    """Settings of the bot in the sandbox; read after the sandbox is ready."""
    return {
        **clean_environ(),
        "MUNICIPALITY": os.environ.get("MUNICIPALITY", "frederiksberg"),
        **read_env(data / "sandbox" / "env"),
        "HOST": "127.0.0.1",
        "PORT": str(ports.bot),
        "PUBLIC_URL": f"http://127.0.0.1:{ports.bot}",
        "ENCRYPTION_KEYS": _local_key(data),
        "EMBEDDED_DATABASE": "1",
        "DATA_DIR": str(data / "bot"),
        "SANDBOX": "1",
    }


def _local_key(data: Path) -> str:
    """A key for the personal fields of this machine's runs, made once and kept beside the data."""
    path = data / "encryption-keys"
    if not path.exists():
        data.mkdir(parents=True, exist_ok=True)
        key = base64.b64encode(secrets.token_bytes(32)).decode()
        path.touch(mode=0o600)
        path.write_text(f"v1:{key}\n", encoding="utf-8")
    return path.read_text(encoding="utf-8").strip()


def make_speech(data: Path) -> bool:
    """The spoken texts of the municipality, made once on this machine and used by every run; False
    where Lydhør is not to speak, or has no voice here."""
    if os.environ.get("VOICE") == "0":
        return False
    try:
        guideline = load_guideline(os.environ.get("MUNICIPALITY") or "frederiksberg")
        shelf = Shelf(ROOT / ".data" / "speech")
        asyncio.run(fill(Plan(shelf, None, espeak_voice()), guideline))
    except (VoiceError, ProfileError, OSError) as problem:
        print(f"Lydhør does not speak in this run: {problem}", file=sys.stderr)
        return False
    here = data / "bot" / "speech"
    here.parent.mkdir(parents=True, exist_ok=True)
    if not here.exists():
        here.symlink_to(shelf.folder, target_is_directory=True)
    return not shelf.missing(guideline)


@contextlib.asynccontextmanager
async def local_stack(
    data: Path, ports: Ports, echo: bool = True, bridge_port: int = 0
) -> AsyncIterator[Stack]:
    """Starts sandbox, then bot; yields when both answer; ends the bot first, then the sandbox.

    ``bridge_port``: a door in the sandbox that signs for a client that cannot (0: none).
    Raises StackError (text for a person) when a port is taken or a part does not start.
    """
    ports.require_free()
    bot_url, page = f"http://127.0.0.1:{ports.bot}", f"http://127.0.0.1:{ports.page}"
    sandbox_argv = [
        *(sys.executable, "-m", "sandbox"),
        *("--data", str(data / "sandbox"), "--bot", f"{bot_url}/api/messages"),
        *("--https-port", str(ports.https), "--page-port", str(ports.page)),
        *("--bridge-port", str(bridge_port)),
    ]
    logs = data / "log"
    async with contextlib.AsyncExitStack() as running:
        sandbox = await running.enter_async_context(
            process("sandbox", sandbox_argv, clean_environ(), logs, echo)
        )
        speech = asyncio.create_task(asyncio.to_thread(make_speech, data))
        await sandbox.ready(f"{page}/api/world")
        voice = {"VOICE": "1" if await speech else "0"}
        bot = await running.enter_async_context(
            process("bot", [sys.executable, "app.py"], bot_environ(data, ports) | voice, logs, echo)
        )
        await bot.ready(f"{bot_url}/readyz")
        yield Stack(f"http://localhost:{ports.page}", bot_url, sandbox, bot)
