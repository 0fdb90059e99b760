"""Builds the Teams app package: template and icons in, one zip in ``build/`` out.

The same settings give the same bytes. What the municipality must say comes from the environment
(see docs/settings.md); without ``MicrosoftAppId`` and ``PUBLIC_URL`` an example package is made.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
import tomllib
import zipfile
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlsplit
from uuid import UUID

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
EXAMPLE = {
    "MicrosoftAppId": "00000000-0000-4000-8000-000000000001",
    "PUBLIC_URL": "https://lydhoer.example.org",
}
ALIASES = {"MicrosoftAppId": ("MicrosoftAppId", "CLIENT_ID", "BOT_ID")}
CHAT_READINGS = ("recordings", "own", "none")
#: The line of the permission that reads a meeting's chat.
READS_CHAT = r'[ \t]*\{ "name": "ChatMessage\.Read\.Chat"[^}]*\},?\n'
#: Files of the zip, in this order, and where they come from.
CONTENT = {
    "manifest.json": HERE / "manifest.json",
    "en-us.json": HERE / "en-us.json",
    "color.png": HERE / "icons" / "color.png",
    "outline.png": HERE / "icons" / "outline.png",
}


class PackageError(Exception):
    """The package cannot be built; the text says what to set."""


def values(environ: Mapping[str, str]) -> dict[str, str]:
    """What the placeholders become. Raises PackageError on a setting that cannot be right."""
    bot_id = _setting(environ, "MicrosoftAppId")
    app_id = environ.get("TEAMS_APP_ID") or bot_id
    for name, value in (("MicrosoftAppId", bot_id), ("TEAMS_APP_ID", app_id)):
        try:
            UUID(value)
        except ValueError:
            raise PackageError(f"{name}={value} is no id (a GUID).") from None
    public_url = _setting(environ, "PUBLIC_URL").rstrip("/")
    address = urlsplit(public_url)
    if address.scheme != "https" or not address.hostname:
        raise PackageError(f"PUBLIC_URL={public_url} is no https address.")
    home = environ.get("DEVELOPER_URL") or public_url
    return {
        "VERSION": _version(),
        "BOT_ID": bot_id,
        "TEAMS_APP_ID": app_id,
        "DOMAIN": address.hostname,
        "DEVELOPER_NAME": environ.get("DEVELOPER_NAME") or "Kommunen",
        "DEVELOPER_URL": home,
        "PRIVACY_URL": environ.get("PRIVACY_URL") or home,
        "TERMS_URL": environ.get("TERMS_URL") or home,
    }


def is_example(environ: Mapping[str, str]) -> bool:
    """True when the package names no real bot."""
    return any(_found(environ, name) is None for name in EXAMPLE)


def fill(template: str, filled: Mapping[str, str]) -> str:
    """The template with every ``{{NAME}}`` replaced, safely inside JSON strings."""

    def value(match: re.Match[str]) -> str:
        return json.dumps(filled[match[1]], ensure_ascii=False)[1:-1]

    return re.sub(r"\{\{([A-Z_]+)\}\}", value, template)


def package_files(environ: Mapping[str, str]) -> dict[str, bytes]:
    """Name in the zip → content. Raises PackageError on a setting that cannot be right."""
    files = {name: path.read_bytes() for name, path in CONTENT.items()}
    template = _asking(files["manifest.json"].decode("utf-8"), environ)
    files["manifest.json"] = fill(template, values(environ)).encode("utf-8")
    return files


def _asking(template: str, environ: Mapping[str, str]) -> str:
    """The manifest without the permission to read a chat, where nothing of it is to be read."""
    reading = (environ.get("CHAT_READING") or "recordings").strip().lower()
    if reading not in CHAT_READINGS:
        raise PackageError(f"CHAT_READING={reading} is none of {', '.join(CHAT_READINGS)}.")
    return template if reading != "none" else re.sub(READS_CHAT, "", template)


def schema_faults(files: Mapping[str, bytes]) -> list[str]:
    """What Microsoft's schema holds against the files; empty when nothing."""
    with tempfile.TemporaryDirectory() as folder:
        for name, content in files.items():
            (Path(folder) / name).write_bytes(content)
        answer = subprocess.run(
            ["node", str(HERE / "validate.cjs"), folder],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
        )
    faults = answer.stderr.strip().splitlines()
    return faults or (["the schema check failed"] if answer.returncode else [])


def write_zip(target: Path, files: Mapping[str, bytes]) -> None:
    """The same files give the same bytes: fixed order, date and rights."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name, date_time=(2026, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3
            entry.external_attr = 0o644 << 16
            package.writestr(entry, content)


def _found(environ: Mapping[str, str], name: str) -> str | None:
    names = ALIASES.get(name, (name,))
    return next((environ[known] for known in names if environ.get(known)), None)


def _setting(environ: Mapping[str, str], name: str) -> str:
    return _found(environ, name) or EXAMPLE[name]


def _version() -> str:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return str(project["project"]["version"])


def main() -> int:
    """The command line; the exit code."""
    parser = argparse.ArgumentParser(prog="make package", description=__doc__)
    parser.add_argument("--out", type=Path, default=ROOT / "build", help="folder of the zip")
    options = parser.parse_args()
    try:
        files = package_files(os.environ)
    except PackageError as problem:
        print(problem, file=sys.stderr)
        return 1
    if faults := schema_faults(files):
        print("Microsoft's schema refuses the package:", *faults, sep="\n  ", file=sys.stderr)
        return 1
    example = is_example(os.environ)
    target = options.out / ("lydhoer-example.zip" if example else "lydhoer.zip")
    write_zip(target, files)
    print(
        f"{target}: valid by Microsoft's schema {json.loads(files['manifest.json'])['manifestVersion']}"
    )
    if example:
        print("Example values are in it. Set MicrosoftAppId and PUBLIC_URL to build yours.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
