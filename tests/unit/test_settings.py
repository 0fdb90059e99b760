"""Settings: read once, checked together, refused with one line per fault."""

from __future__ import annotations

import base64
from pathlib import Path
from typing import Any, ClassVar
from uuid import NAMESPACE_DNS, uuid5

import pytest

from departments import parse_departments
from setting_names import ADDRESSES, ALIASES, SETTINGS
from settings import Settings, SettingsError

KEY = base64.b64encode(bytes(range(32))).decode()
APP = "11111111-2222-3333-4444-555555555555"
TENANT = "99999999-8888-7777-6666-555555555555"


def oid(name: str) -> str:
    """The object id of somebody who is called so here."""
    return str(uuid5(NAMESPACE_DNS, name))


UNITS = f"""
default_department: b
employees: [{oid("lone")}]
hr_legal: [{oid("lise")}, {oid("lene")}]
dpo: [{oid("birgit")}]
departments:
  - id: a
    name: Familie
    approver_oid: {oid("jens")}
    deputy_oid: {oid("lene").upper()}
    members: [{oid("mette").upper()}, {oid("nadia")}]
  - id: b
    name: Borger
    members: [{oid("jens")}]
    mail_sender_oid: {oid("post")}
    phone: "+45 12 34 56 78"
"""


@pytest.fixture
def env(tmp_path: Path) -> dict[str, str]:
    units = tmp_path / "departments.yaml"
    units.write_text(UNITS, encoding="utf-8")
    return {
        "MicrosoftAppId": APP,
        "MicrosoftAppPassword": "hemmelig-sætning",
        "MicrosoftAppTenantId": TENANT,
        "DATABASE_URL": "postgresql://u:hemmelig@db/lydhoer",
        "PUBLIC_URL": "https://lydhoer.example.dk/",
        "ENCRYPTION_KEYS": f"v1:{KEY}",
        "DEPARTMENTS": str(units),
    }


def faults(env: dict[str, str], version: tuple[int, int] = (3, 12)) -> list[str]:
    with pytest.raises(SettingsError) as caught:
        Settings.from_env(env, version)
    return caught.value.lines


def test_the_least_that_is_needed(env: dict[str, str]) -> None:
    found = Settings.from_env(env)
    assert found.app_type == "SingleTenant"
    assert found.teams_app_id == APP
    assert found.database_url == "postgresql+psycopg://u:hemmelig@db/lydhoer"
    assert found.public_url == "https://lydhoer.example.dk"
    assert (found.host, found.port) == ("127.0.0.1", 3978)
    assert found.municipality == "frederiksberg"
    assert found.graph_url == ADDRESSES["GRAPH_URL"]
    assert found.service_url_hosts == ("smba.trafficmanager.net",)
    assert (found.start_poll_seconds, found.watch_poll_seconds) == (20, 4)
    assert not found.sandbox


def test_secrets_are_not_shown(env: dict[str, str]) -> None:
    shown = repr(Settings.from_env(env))
    assert "hemmelig" not in shown
    assert KEY not in shown


@pytest.mark.parametrize(("name", "alias"), [(n, a) for n, all_ in ALIASES.items() for a in all_])
def test_aliases(env: dict[str, str], name: str, alias: str) -> None:
    env[alias] = env.pop(name, "SingleTenant")
    assert Settings.from_env(env)


def test_two_names_that_contradict_each_other(env: dict[str, str]) -> None:
    env["CLIENT_ID"] = TENANT
    assert "MicrosoftAppId" in faults(env)[0]
    env["CLIENT_ID"] = APP
    assert Settings.from_env(env)


def test_everything_missing_is_told_at_once() -> None:
    lines = faults({})
    for name in (
        "MicrosoftAppId",
        "MicrosoftAppPassword",
        "MicrosoftAppTenantId",
        "DATABASE_URL",
        "PUBLIC_URL",
        "ENCRYPTION_KEYS",
        "DEPARTMENTS",
    ):
        assert sum(f"Sæt {name}" in line for line in lines) == 1
    assert all(len(line) < 200 and "\n" not in line for line in lines)


WRONG = [
    ("MicrosoftAppId", "x"),
    ("MicrosoftAppTenantId", "common"),
    ("MicrosoftAppType", "MultiTenant"),
    ("DATABASE_URL", "sqlite:///x"),
    ("DATABASE_URL", "db"),
    ("EMBEDDED_DATABASE", "1"),
    ("EMBEDDED_DATABASE", "ja"),
    ("PUBLIC_URL", "http://lydhoer.example.dk"),
    ("PUBLIC_URL", "http://127.0.0.1:3978"),
    ("PUBLIC_URL", "https://lydhoer.example.dk/sti"),
    ("PUBLIC_URL", "https://u:p@lydhoer.example.dk"),
    ("PUBLIC_URL", "https://lydhoer.example.dk:99999"),
    ("PUBLIC_URL", "lydhoer.example.dk"),
    ("PORT", "0"),
    ("PORT", "65536"),
    ("PORT", "3978x"),
    ("MUNICIPALITY", "../settings"),
    ("MUNICIPALITY", "andeby"),
    ("MUNICIPALITY", "/findes/ikke/andeby.yaml"),
    ("ENCRYPTION_KEYS", "v1"),
    ("ENCRYPTION_KEYS", "v1:kort"),
    ("ENCRYPTION_KEYS", f"v1:{KEY},v1:{KEY}"),
    ("ENCRYPTION_KEYS", f"v1:{KEY[:-4]}"),
    ("CA_BUNDLE", "/findes/ikke.pem"),
    ("DEPARTMENTS", "/findes/ikke.yaml"),
    ("GRAPH_URL", "https://10.0.0.5"),
    ("ENTRA_AUTHORITY", "https://169.254.169.254/"),
    ("SERVICE_URL_HOSTS", "smba.trafficmanager.net, 192.168.1.1:443"),
    ("TRUSTED_PROXIES", "10.0.0.0/8, proxy.intern.dk"),
    ("TRUSTED_PROXIES", "10.0.0.1/8"),
    ("TRUSTED_PROXIES", "0.0.0.0/0"),
    ("ADDRESS_REQUESTS_PER_SECOND", "0"),
    ("ADDRESS_REQUESTS_AT_ONCE", "-1"),
    ("TENANT_REQUESTS_PER_SECOND", "mange"),
    ("BOT_OPENID_METADATA", "http://127.0.0.1/openid"),
    ("CALLS_OPENID_METADATA", "openid"),
    ("ENTRA_AUTHORITY", "http://login"),
    ("GRAPH_URL", "http://graph"),
    ("SERVICE_URL_HOSTS", "https://smba.trafficmanager.net"),
    ("SERVICE_URL_HOSTS", ","),
    ("START_POLL_SECONDS", "0"),
    ("START_POLL_SECONDS", "61"),
    ("WATCH_POLL_SECONDS", "-1"),
    ("LOG_LEVEL", "LOUD"),
    ("SANDBOX", "true"),
]


@pytest.mark.parametrize(("name", "value"), WRONG)
def test_what_is_refused(env: dict[str, str], name: str, value: str) -> None:
    env[name] = value
    lines = faults(env)
    assert len(lines) == 1
    assert name in lines[0]
    assert value not in lines[0] or len(value) < 6 or name == "EMBEDDED_DATABASE"


def test_a_municipality_may_have_a_file_of_its_own(env: dict[str, str], tmp_path: Path) -> None:
    own = tmp_path / "andeby.yaml"
    own.write_text("", encoding="utf-8")
    assert Settings.from_env({**env, "MUNICIPALITY": str(own)}).municipality == str(own)


def test_loopback_is_for_the_sandbox(env: dict[str, str]) -> None:
    env |= {"PUBLIC_URL": "http://127.0.0.1:3978", "SANDBOX": "1"}
    assert Settings.from_env(env).public_url == "http://127.0.0.1:3978"
    env["PUBLIC_URL"] = "http://lydhoer.example.dk"
    assert len(faults(env)) == 1


def test_who_is_led_here_from_outside(env: dict[str, str]) -> None:
    """Only a try-out at this machine's own address is alone: then it may read its counters."""
    assert not Settings.from_env(env).is_alone
    here = env | {"PUBLIC_URL": "http://localhost:3978", "SANDBOX": "1"}
    assert Settings.from_env(here).is_alone
    assert not Settings.from_env(here | {"TRUSTED_PROXIES": "127.0.0.1/32"}).is_alone


def test_the_embedded_database(env: dict[str, str]) -> None:
    del env["DATABASE_URL"]
    env["EMBEDDED_DATABASE"] = "1"
    found = Settings.from_env(env)
    assert found.embedded_database
    assert found.database_url == ""


def test_a_managed_identity_needs_no_secret(env: dict[str, str]) -> None:
    del env["MicrosoftAppPassword"]
    env["MicrosoftAppType"] = "userassignedmsi"
    assert Settings.from_env(env).app_type == "UserAssignedMSI"


@pytest.mark.parametrize(("version", "fine"), [((3, 10), False), ((3, 11), True), ((3, 14), False)])
def test_pythons(env: dict[str, str], version: tuple[int, int], fine: bool) -> None:
    if fine:
        assert Settings.from_env(env, version)
    else:
        assert "Python" in faults(env, version)[0]


def test_every_setting_that_is_read_is_listed(env: dict[str, str]) -> None:
    class Asked(dict[str, str]):
        names: ClassVar[set[str]] = set()

        def get(self, name: str, default: Any = None) -> Any:
            self.names.add(name)
            return super().get(name, default)

    Settings.from_env(Asked(env))
    aliases = {alias for names in ALIASES.values() for alias in names}
    assert Asked.names - aliases == set(SETTINGS)
    assert all(len(words) > 20 for words in SETTINGS.values())


def test_departments() -> None:
    units = parse_departments(UNITS)
    assert units.default.id == "b"
    mette, jens = units.department_of(oid("mette")), units.department_of(oid("jens"))
    assert mette is not None
    assert jens is not None
    assert (mette.id, jens.id) == ("a", "b")  # where one works comes before where one decides
    assert units.department_of(oid("lene")) == units.by_id("a")
    assert units.department_of(oid("lone")) == units.default
    assert units.department_of(oid("ole")) is None
    assert units.department_of(None) is None
    assert units.is_employee(oid("lone"))
    assert not units.is_employee(oid("ole"))
    assert not units.is_employee(None)
    assert (units.approver("a"), units.deputy("a")) == (oid("jens"), oid("lene"))
    assert (units.approver("b"), units.deputy("x")) == (None, None)
    assert [(unit.id, oid) for unit, oid in units.leaders()] == [("a", oid("jens"))]
    assert (units.hr_legal, units.dpo) == ((oid("lise"), oid("lene")), (oid("birgit"),))
    assert units.is_employee(oid("lise"))
    assert units.department_of(oid("birgit")) == units.default
    without = parse_departments("departments: [{id: a, name: A}]")
    assert (without.hr_legal, without.dpo, without.leaders()) == ((), (), ())


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "a: [",
        "departments: x",
        "departments: []",
        "departments: [x]",
        "departments: [{name: A}]",
        "departments: [{id: a}]",
        "departments: [{id: a, name: A, boss: x}]",
        "departments: [{id: a, name: A, approver_oid: 5}]",
        "departments: [{id: a, name: A, members: x}]",
        "departments: [{id: a, name: A}, {id: a, name: B}]",
        "departments: [{id: a, name: A}]\ndefault_department: x",
        "departments: [{id: a, name: A}]\nemployees: [1]",
        "departments: [{id: a, name: A}]\nhr_legal: lise",
        "departments: [{id: a, name: A}]\ndpo: [1]",
    ],
)
def test_departments_that_are_refused(env: dict[str, str], text: str) -> None:
    assert "DEPARTMENTS" in refused(env, text)


def refused(env: dict[str, str], text: str) -> str:
    """The one line that stops the start with such a file."""
    Path(env["DEPARTMENTS"]).write_text(text, encoding="utf-8")
    (line,) = faults(env)
    assert len(line) < 200
    return line


NOBODY = "00000000-0000-0000-0000-000000000000"
PLACES = [
    ("departments: [{{id: a, name: A, {}: '{}'}}]", "approver_oid"),
    ("departments: [{{id: a, name: A, {}: '{}'}}]", "deputy_oid"),
    ("departments: [{{id: a, name: A, {}: '{}'}}]", "mail_sender_oid"),
    ("departments: [{{id: a, name: A, {}: ['{}']}}]", "members"),
    ("{}: ['{}']\ndepartments: [{{id: a, name: A}}]", "employees"),
    ("{}: ['{}']\ndepartments: [{{id: a, name: A}}]", "hr_legal"),
    ("{}: ['{}']\ndepartments: [{{id: a, name: A}}]", "dpo"),
]


@pytest.mark.parametrize(("text", "name"), PLACES)
def test_by_what_is_no_object_id_nobody_would_be_found(
    env: dict[str, str], text: str, name: str
) -> None:
    for wrong in ("mette@kommunen.dk", "Mette", "", NOBODY):
        line = refused(env, text.format(name, wrong))
        assert name in line
        assert "objekt-id" in line
        assert not wrong or wrong not in line
    Path(env["DEPARTMENTS"]).write_text(text.format(name, oid("mette").upper()), encoding="utf-8")
    assert Settings.from_env(env).departments.units


def test_ids_are_compared_as_teams_writes_them() -> None:
    listed = (
        f"employees: ['{oid('ida').upper()}']\ndpo: ['{oid('birgit').upper()}']\n"
        + UNITS.replace(f"employees: [{oid('lone')}]\n", "").replace(
            f"dpo: [{oid('birgit')}]\n", ""
        )
    )
    units = parse_departments(listed)
    assert units.everybody() == tuple(one.lower() for one in units.everybody())
    assert units.deputy("a") == oid("lene")
    assert units.dpo == (oid("birgit"),)
    assert units.is_employee(oid("ida"))


def test_a_mistyped_line_is_not_passed_over(env: dict[str, str]) -> None:
    line = refused(env, f"hr_lega: ['{oid('lise')}']\ndepartments: [{{id: a, name: A}}]")
    assert "hr_lega kendes ikke" in line
    assert "hr_legal" in line.replace("hr_lega ", "")


def test_departments_that_are_not_utf8(env: dict[str, str]) -> None:
    Path(env["DEPARTMENTS"]).write_bytes("departments: [æ]".encode("latin-1"))
    assert "UTF-8" in faults(env)[0]


def test_a_unit_may_have_a_phone_number() -> None:
    found = parse_departments(UNITS)
    assert [unit.phone for unit in found.units] == ["", "+45 12 34 56 78"]


@pytest.mark.parametrize("number", ["12345678", '"ring 12"', '""', "[1]", '"12  34"', '"+"', '"1"'])
def test_a_number_that_is_none_is_refused(number: str) -> None:
    with pytest.raises(ValueError, match="afdelingen a: phone"):
        parse_departments(f"departments: [{{id: a, name: Familie, phone: {number}}}]")


@pytest.mark.parametrize("reading", ["recordings", "own", "none"])
def test_what_is_read_of_a_chat_is_a_choice(env: dict[str, str], reading: str) -> None:
    assert Settings.from_env(env).chat_reading == "recordings"
    assert Settings.from_env(env | {"CHAT_READING": reading}).chat_reading == reading


def test_nobody_is_told_of_a_chat_that_may_not_be_read(env: dict[str, str]) -> None:
    contradictory = {"CHAT_READING": "none", "SUBSCRIPTIONS": "chat"}
    assert any("CHAT_READING" in line for line in faults(env | contradictory))
    assert any("CHAT_READING" in line for line in faults(env | {"CHAT_READING": "all"}))
    apart = Settings.from_env(env | {"CHAT_READING": "none", "SUBSCRIPTIONS": "recordings"})
    assert apart.subscriptions == ("recordings",)


def test_a_token_of_the_monitoring_that_can_be_guessed_is_refused(env: dict[str, str]) -> None:
    token = "a-long-enough-token-of-the-monitoring"
    settings = Settings.from_env(env | {"METRICS_TOKEN": token})
    assert settings.metrics_token == token
    assert token not in repr(settings)
    for faulty in ("short", "with spaces in the middle of it", "æ" * 30):
        (line,) = faults(env | {"METRICS_TOKEN": faulty})
        assert "METRICS_TOKEN" in line
        assert faulty not in line
