"""Looks for secrets in every tracked file (detect-secrets). Runs in ``.data/supply-env``.

Only detectors that know a secret by its own shape: what guesses by randomness finds every hash of the
locks. Places that show on purpose how an address with a password looks are named here, by file.
"""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from pathlib import Path

from detect_secrets import SecretsCollection
from detect_secrets.settings import transient_settings

ROOT = Path(__file__).resolve().parents[1]
DETECTORS = (
    "AWSKeyDetector", "AzureStorageKeyDetector", "BasicAuthDetector", "CloudantDetector",
    "DiscordBotTokenDetector", "GitHubTokenDetector", "GitLabTokenDetector", "JwtTokenDetector",
    "MailchimpDetector", "NpmDetector", "OpenAIDetector", "PrivateKeyDetector", "PypiTokenDetector",
    "SendGridDetector", "SlackDetector", "StripeDetector", "TelegramBotTokenDetector", "TwilioKeyDetector",
)  # fmt: skip
SHOWN_ON_PURPOSE = {
    "docs/settings.md": 1,
    "infra/bot.env.example": 1,
    "store/cluster.py": 1,
    "tests/unit/microsoft365/test_change_notifications.py": 1,
    "tests/unit/microsoft365/test_http_client.py": 1,
    "tests/unit/microsoft365/test_service_urls.py": 1,
    "tests/unit/test_settings.py": 2,
    "tests/upgrades/0015.sql": 2,
    "tests/upgrades/0016.sql": 1,
}
"""Made-up passwords in addresses, the first line of a key without a key, and two ids with a colon between
that look like a token: how many in which file."""
NOT_TEXT = (".png", ".ico", ".pdf", ".woff2", ".wav", ".ogg")


def tracked() -> list[str]:
    """The files git knows, without pictures and without the locks' hashes."""
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.split("\0")
    return [
        name
        for name in listed
        if name and not name.endswith(NOT_TEXT) and (ROOT / name).is_file() and not is_lock(name)
    ]


def is_lock(name: str) -> bool:
    """Whether it holds nothing but names, versions and hashes."""
    return name == "package-lock.json" or (
        name.startswith("requirements/") and name.endswith(".txt")
    )


def found_in(names: list[str]) -> list[tuple[str, int, str]]:
    """File, line and kind of everything that looks like a secret."""
    plugins = [{"name": name} for name in DETECTORS]
    with transient_settings({"plugins_used": plugins, "filters_used": []}):
        secrets = SecretsCollection(root=str(ROOT))
        for name in names:
            secrets.scan_file(name)
        return sorted((file, secret.line_number, secret.type) for file, secret in secrets)


def main() -> int:
    """0 when there is nothing but what is shown on purpose."""
    found = found_in(tracked())
    counted = Counter(file for file, _, _ in found)
    bad = [one for one in found if counted[one[0]] > SHOWN_ON_PURPOSE.get(one[0], 0)]
    for file, line, kind in bad:
        print(f"{file}:{line}: {kind}")
    return bool(bad)


if __name__ == "__main__":
    sys.exit(main())
