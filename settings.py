"""All settings, read from the environment once, checked together, and refused with one line per fault.

The names are those others rely on (docs and ``infra/`` use them). Secrets are never part of a ``repr``.
"""

from __future__ import annotations

import base64
import binascii
import ipaddress
import re
import sys
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit
from uuid import UUID

from departments import NO_DEPARTMENTS, Departments, parse_departments
from setting_names import ADDRESSES, ALIASES, CHAT_READINGS, SETTINGS, SIGNALS

PROFILES = Path(__file__).parent / "guidelines"
KEY_NAME: Final = re.compile(r"[A-Za-z0-9_.-]{1,32}")
METRICS_TOKEN: Final = re.compile(r"[A-Za-z0-9._~+/=-]{24,200}")
LOOPBACK: Final = frozenset({"127.0.0.1", "localhost", "::1"})
APP_TYPES: Final = ("SingleTenant", "UserAssignedMSI")
LOG_LEVELS: Final = ("DEBUG", "INFO", "WARNING", "ERROR")


class SettingsError(Exception):
    """The settings are missing or contradict each other; ``lines`` say what to set."""

    def __init__(self, lines: list[str]) -> None:
        super().__init__("\n".join(lines))
        self.lines = lines


@dataclass(frozen=True)
class Settings:
    """The checked settings. Fields are named after the settings in ``SETTINGS``."""

    app_id: str
    app_password: str = field(repr=False)
    app_type: str
    tenant_id: str
    teams_app_id: str
    database_url: str = field(repr=False)
    embedded_database: bool
    data_dir: Path
    public_url: str
    callback_url: str
    subscriptions: tuple[str, ...]
    subscription_ceiling: int
    chat_reading: str
    host: str
    port: int
    municipality: str
    encryption_keys: str = field(repr=False)
    pad_sealed: bool
    departments: Departments = field(repr=False)
    ca_bundle: Path | None
    bot_openid_metadata: str
    calls_openid_metadata: str
    entra_authority: str
    graph_url: str
    service_url_hosts: tuple[str, ...]
    trusted_proxies: tuple[str, ...]
    address_requests_per_second: int
    address_requests_at_once: int
    tenant_requests_per_second: int
    metrics_token: str = field(repr=False)
    journal_export_dir: Path | None
    start_poll_seconds: int
    watch_poll_seconds: int
    heartbeat_seconds: int
    stall_seconds: int
    voice: bool
    voice_late_seconds: int
    note_taker_names: str
    log_level: str
    sandbox: bool

    @property
    def is_alone(self) -> bool:
        """Whether nobody is led here from outside: the address is this machine's own, and no proxy is named."""
        parts = _split(self.public_url)
        return parts is not None and parts[1] in LOOPBACK and not self.trusted_proxies

    @classmethod
    def from_env(
        cls, environ: Mapping[str, str], version: tuple[int, int] = sys.version_info[:2]
    ) -> Settings:
        """Read and check everything. Raises SettingsError naming every fault at once."""
        reader = _Reader(environ)
        if not (3, 11) <= version < (3, 14):
            reader.faults.append("Brug Python 3.11, 3.12 eller 3.13; nyere er ikke afprøvet endnu.")
        settings = _read(reader)
        if settings.stall_seconds < 3 * settings.heartbeat_seconds:
            reader.faults.append("Sæt STALL_SECONDS til mindst tre gange HEARTBEAT_SECONDS.")
        if reader.faults:
            raise SettingsError(reader.faults)
        return settings


def _read(reader: _Reader) -> Settings:
    app_id = reader.guid("MicrosoftAppId")
    app_type = reader.one_of("MicrosoftAppType", APP_TYPES)
    sandbox = reader.switch("SANDBOX")
    embedded = reader.switch("EMBEDDED_DATABASE")
    return Settings(
        app_id=app_id,
        app_password=reader.password(app_type),
        app_type=app_type,
        tenant_id=reader.guid("MicrosoftAppTenantId"),
        teams_app_id=reader.get("TEAMS_APP_ID") or app_id,
        database_url=reader.database(embedded),
        embedded_database=embedded,
        data_dir=Path(reader.get("DATA_DIR") or ".data"),
        public_url=reader.public_url(sandbox),
        callback_url=reader.callback_url(),
        subscriptions=reader.some_of("SUBSCRIPTIONS", SIGNALS),
        subscription_ceiling=reader.number("SUBSCRIPTION_CEILING", 9000, 1, 10_000),
        chat_reading=reader.chat_reading(),
        host=reader.get("HOST") or "127.0.0.1",
        port=reader.number("PORT", 3978, 1, 65535),
        municipality=reader.profile(),
        encryption_keys=reader.keys(),
        pad_sealed=reader.switch("PAD_SEALED", default=True),
        departments=reader.departments(),
        ca_bundle=reader.file("CA_BUNDLE"),
        bot_openid_metadata=reader.address("BOT_OPENID_METADATA"),
        calls_openid_metadata=reader.address("CALLS_OPENID_METADATA"),
        entra_authority=reader.address("ENTRA_AUTHORITY"),
        graph_url=reader.address("GRAPH_URL"),
        service_url_hosts=reader.hosts(),
        trusted_proxies=reader.networks("TRUSTED_PROXIES"),
        address_requests_per_second=reader.number("ADDRESS_REQUESTS_PER_SECOND", 200, 1, 100_000),
        address_requests_at_once=reader.number("ADDRESS_REQUESTS_AT_ONCE", 100, 1, 100_000),
        tenant_requests_per_second=reader.number("TENANT_REQUESTS_PER_SECOND", 200, 1, 100_000),
        metrics_token=reader.metrics_token(),
        journal_export_dir=reader.folder("JOURNAL_EXPORT_DIR"),
        start_poll_seconds=reader.number("START_POLL_SECONDS", 20, 1, 60),
        watch_poll_seconds=reader.number("WATCH_POLL_SECONDS", 4, 1, 300),
        heartbeat_seconds=reader.number("HEARTBEAT_SECONDS", 2, 1, 20),
        stall_seconds=reader.number("STALL_SECONDS", 6, 3, 120),
        voice=reader.voice(),
        voice_late_seconds=reader.number("VOICE_LATE_SECONDS", 8, 1, 60),
        note_taker_names=reader.get("NOTE_TAKER_NAMES"),
        log_level=reader.one_of("LOG_LEVEL", LOG_LEVELS, "INFO"),
        sandbox=sandbox,
    )


class _Reader:
    """Reads one setting at a time and collects the faults."""

    def __init__(self, environ: Mapping[str, str]) -> None:
        self.environ = environ
        self.faults: list[str] = []

    def get(self, name: str) -> str:
        """The value under its name or an alias; two different values contradict each other."""
        names = (name, *ALIASES.get(name, ()))
        found = {n: self.environ[n].strip() for n in names if self.environ.get(n, "").strip()}
        if len(set(found.values())) > 1:
            self.faults.append(f"Sæt kun én af {' og '.join(found)}: de siger ikke det samme.")
        return next(iter(found.values()), "")

    def fault(self, line: str) -> str:
        self.faults.append(line)
        return ""

    def guid(self, name: str) -> str:
        value = self.get(name)
        try:
            return str(UUID(value))
        except ValueError:
            missing, others = "er ikke et id" if value else "mangler", ", ".join(ALIASES[name])
            return self.fault(f"Sæt {name} (eller {others}): {missing}. {SETTINGS[name]}")

    def switch(self, name: str, *, default: bool = False) -> bool:
        value = self.get(name)
        if value not in ("", "0", "1"):
            self.fault(f"Sæt {name} til 1 eller 0.")
        return value == "1" or (default and not value)

    def one_of(self, name: str, allowed: tuple[str, ...], default: str | None = None) -> str:
        value = self.get(name) or default or allowed[0]
        by_lower = {item.lower(): item for item in allowed}
        if value.lower() not in by_lower:
            return self.fault(f"Sæt {name} til en af: {', '.join(allowed)}.")
        return by_lower[value.lower()]

    def number(self, name: str, default: int, low: int, high: int) -> int:
        value = self.get(name) or str(default)
        if not re.fullmatch(r"[0-9]{1,6}", value) or not low <= int(value) <= high:
            self.fault(f"Sæt {name} til et helt tal fra {low} til {high}.")
            return default
        return int(value)

    def password(self, app_type: str) -> str:
        value = self.get("MicrosoftAppPassword")
        if app_type == "SingleTenant" and not value:
            self.fault("Sæt MicrosoftAppPassword (eller CLIENT_SECRET, BOT_PASSWORD): mangler.")
        return value

    def database(self, embedded: bool) -> str:
        value = self.get("DATABASE_URL")
        if value and embedded:
            return self.fault("Sæt enten DATABASE_URL eller EMBEDDED_DATABASE=1, ikke begge.")
        if not value and not embedded:
            return self.fault("Sæt DATABASE_URL, eller EMBEDDED_DATABASE=1 til en prøvekørsel.")
        scheme, rest, address = value.partition("://")
        if value and (scheme not in ("postgresql", "postgres", "postgresql+psycopg") or not rest):
            return self.fault("Sæt DATABASE_URL til en PostgreSQL-adresse: postgresql+psycopg://…")
        return f"postgresql+psycopg://{address}" if value else ""

    def public_url(self, sandbox: bool) -> str:
        value = self.get("PUBLIC_URL").rstrip("/")
        parts = _split(value)
        if parts is None or parts[2] not in ("", "/"):
            return self.fault("Sæt PUBLIC_URL til programmets https-adresse, uden sti.")
        loopback = parts[0] == "http" and parts[1] in LOOPBACK
        if parts[0] == "https" or (sandbox and loopback):
            return value
        return self.fault("Sæt PUBLIC_URL til en https-adresse (http kun lokalt og med SANDBOX=1).")

    def voice(self) -> bool:
        """Off until it is asked for. Microsoft fetches and reports by https alone."""
        on = self.switch("VOICE")
        parts = _split(self.get("CALLBACK_URL") or self.get("PUBLIC_URL"))
        if on and (parts is None or parts[0] != "https"):
            self.fault("Sæt CALLBACK_URL til en https-adresse, som Graph kan nå, eller VOICE=0.")
        return on

    def callback_url(self) -> str:
        """Graph calls https alone; where nothing is subscribed to, ``PUBLIC_URL`` may be anything."""
        value = self.get("CALLBACK_URL").rstrip("/") or self.get("PUBLIC_URL").rstrip("/")
        needed = bool(self.get("CALLBACK_URL") or self.get("SUBSCRIPTIONS"))
        parts = _split(value)
        if needed and (parts is None or parts[0] != "https"):
            return self.fault("Sæt CALLBACK_URL til en https-adresse, som Graph kan nå.")
        return value

    def chat_reading(self) -> str:
        """What is read of a chat. Nobody is told of a chat that may not be read."""
        value = self.one_of("CHAT_READING", CHAT_READINGS)
        if value == "none" and "chat" in self.get("SUBSCRIPTIONS").lower():
            return self.fault(
                "Tag chat ud af SUBSCRIPTIONS, eller sæt CHAT_READING til recordings."
            )
        return value

    def some_of(self, name: str, allowed: tuple[str, ...]) -> tuple[str, ...]:
        """The named things, in the order of ``allowed``; none when nothing is said."""
        wanted = {item.strip().lower() for item in self.get(name).split(",") if item.strip()}
        if wanted - set(allowed):
            self.fault(f"Sæt {name} til en eller flere af: {', '.join(allowed)}.")
        return tuple(item for item in allowed if item in wanted)

    def profile(self) -> str:
        value = self.get("MUNICIPALITY") or "frederiksberg"
        if value.endswith(".yaml"):
            found = Path(value).is_file()
            return value if found else self.fault("Ret MUNICIPALITY: filen findes ikke.")
        known = sorted(path.stem for path in PROFILES.glob("*.yaml") if "-v" not in path.stem)
        if value not in known:
            return self.fault(
                f"Sæt MUNICIPALITY til en kendt profil ({', '.join(known)}) eller en .yaml-fil."
            )
        return value

    def keys(self) -> str:
        if not (value := self.get("ENCRYPTION_KEYS")):
            return self.fault("Sæt ENCRYPTION_KEYS: mangler. " + SETTINGS["ENCRYPTION_KEYS"])
        keys = [item.strip().partition(":") for item in value.split(",")]
        if not all(KEY_NAME.fullmatch(name) and _is_key(secret) for name, _, secret in keys):
            return self.fault("Ret ENCRYPTION_KEYS: hver nøgle er navn:base64 med 32 byte.")
        if len({name for name, *_ in keys}) != len(keys):
            return self.fault("Ret ENCRYPTION_KEYS: to nøgler har samme navn.")
        return value

    def metrics_token(self) -> str:
        value = self.get("METRICS_TOKEN")
        if value and not METRICS_TOKEN.fullmatch(value):
            return self.fault(
                "Ret METRICS_TOKEN: mindst 24 bogstaver, tal eller tegnene . _ ~ + / = -."
            )
        return value

    def departments(self) -> Departments:
        path = self.file("DEPARTMENTS")
        if path is None:
            if not self.get("DEPARTMENTS"):
                self.fault("Sæt DEPARTMENTS: mangler. " + SETTINGS["DEPARTMENTS"])
            return NO_DEPARTMENTS
        try:
            return parse_departments(path.read_text(encoding="utf-8"))
        except UnicodeDecodeError:
            self.fault("Ret filen i DEPARTMENTS: den skal være UTF-8.")
        except ValueError as error:
            self.fault(f"Ret filen i DEPARTMENTS: {error}.")
        return NO_DEPARTMENTS

    def file(self, name: str) -> Path | None:
        value = self.get(name)
        if value and not Path(value).is_file():
            self.fault(f"Ret {name}: filen findes ikke.")
            return None
        return Path(value) if value else None

    def folder(self, name: str) -> Path | None:
        value = self.get(name)
        if value and not Path(value).is_dir():
            self.fault(f"Ret {name}: mappen findes ikke.")
        return Path(value) if value else None

    def address(self, name: str) -> str:
        value = (self.get(name) or ADDRESSES[name]).rstrip("/")
        parts = _split(value)
        if parts is None or parts[0] != "https":
            return self.fault(f"Sæt {name} til en https-adresse.")
        if _is_foreign_number(parts[1]):
            return self.fault(f"Sæt {name} til en adresse med et værtsnavn, ikke et IP-nummer.")
        return value

    def networks(self, name: str) -> tuple[str, ...]:
        value = tuple(part.strip() for part in self.get(name).split(",") if part.strip())
        if not all(_is_network(one) for one in value):
            self.fault(f"Sæt {name} til netværk som 10.0.0.0/24, komma imellem.")
        return value

    def hosts(self) -> tuple[str, ...]:
        value = self.get("SERVICE_URL_HOSTS") or "smba.trafficmanager.net"
        hosts = tuple(host.strip().lower() for host in value.split(",") if host.strip())
        if not hosts or not all(re.fullmatch(r"[a-z0-9.-]+(:[0-9]{1,5})?", host) for host in hosts):
            self.fault("Sæt SERVICE_URL_HOSTS til værtsnavne uden https:// og sti, komma imellem.")
        if any(_is_foreign_number(host.partition(":")[0]) for host in hosts):
            self.fault("Sæt SERVICE_URL_HOSTS til værtsnavne, ikke IP-numre.")
        return hosts


def _split(url: str) -> tuple[str, str, str] | None:
    """Scheme, host and path of an absolute address without user, query and fragment."""
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname, parts.port
    except ValueError:
        return None
    more = parts.username or parts.query or parts.fragment
    return (parts.scheme, host, parts.path) if host and not more else None


def _is_foreign_number(host: str) -> bool:
    """An IP address of another machine; Microsoft's services have names."""
    with suppress(ValueError):
        return not ipaddress.ip_address(host).is_loopback
    return False


def _is_network(value: str) -> bool:
    """A network, and not the whole internet."""
    with suppress(ValueError):
        return ipaddress.ip_network(value).prefixlen > 0
    return False


def _is_key(secret: str) -> bool:
    other = b"-_" if set(secret) & set("-_") else None
    with suppress(binascii.Error, ValueError):
        return len(base64.b64decode(secret, other, validate=True)) == 32
    return False
