"""The Teams package: what is in it, that Microsoft's own schema takes it, and what it asks for."""

from __future__ import annotations

import json
import re
import zipfile
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from manifest.build import (
    CONTENT,
    PackageError,
    is_example,
    package_files,
    schema_faults,
    write_zip,
)

ROOT = Path(__file__).resolve().parents[2]
ENVIRON = {
    "MicrosoftAppId": "3f0f7a52-6a3c-4c3a-8f6e-2d9a3b1c5e70",
    "PUBLIC_URL": "https://moede.kommune.example",
    "DEVELOPER_NAME": 'Kommunen "Æ & Å"',
}


@pytest.fixture
def files() -> dict[str, bytes]:
    return package_files(ENVIRON)


@pytest.fixture
def manifest(files: dict[str, bytes]) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(files["manifest.json"])
    return loaded


def test_microsofts_schema_takes_it(files: dict[str, bytes]) -> None:
    assert schema_faults(files) == []


def test_microsofts_schema_refuses_what_is_wrong(
    files: dict[str, bytes], manifest: dict[str, Any]
) -> None:
    manifest["bots"][0]["scopes"] = ["everybody"]
    wrong = files | {"manifest.json": json.dumps(manifest).encode()}
    assert any("scopes" in fault for fault in schema_faults(wrong))
    misspelt = files | {"en-us.json": b'{"name.shorter": "x"}'}
    assert any(fault.startswith("en-us.json") for fault in schema_faults(misspelt))


def test_the_newest_schema_that_microsoft_ships_is_used(manifest: dict[str, Any]) -> None:
    shipped = ROOT / "node_modules/@microsoft/app-manifest/build/json-schemas/teams"
    versions = [path.name[1:] for path in shipped.glob("v[0-9]*")]
    newest = max(versions, key=lambda version: [int(part) for part in version.split(".")])
    assert manifest["manifestVersion"] == newest
    assert f"/v{newest}/" in manifest["$schema"]


def test_the_same_settings_give_the_same_bytes(files: dict[str, bytes], tmp_path: Path) -> None:
    one, other = tmp_path / "one.zip", tmp_path / "deeper" / "other.zip"
    write_zip(one, files)
    write_zip(other, package_files(ENVIRON))
    assert one.read_bytes() == other.read_bytes()
    with zipfile.ZipFile(one) as package:
        assert package.namelist() == ["manifest.json", "en-us.json", "color.png", "outline.png"]
        assert package.testzip() is None


def test_settings_end_where_they_belong(manifest: dict[str, Any]) -> None:
    assert manifest["bots"][0]["botId"] == ENVIRON["MicrosoftAppId"]
    assert manifest["webApplicationInfo"]["id"] == ENVIRON["MicrosoftAppId"]
    assert manifest["validDomains"] == ["moede.kommune.example"]
    assert manifest["developer"]["name"] == ENVIRON["DEVELOPER_NAME"]
    assert "{{" not in json.dumps(manifest)


def test_settings_that_cannot_be_right_are_named() -> None:
    with pytest.raises(PackageError, match="MicrosoftAppId"):
        package_files(ENVIRON | {"MicrosoftAppId": "botten"})
    with pytest.raises(PackageError, match="https"):
        package_files(ENVIRON | {"PUBLIC_URL": "http://moede.kommune.example"})
    assert is_example({})
    assert not is_example({"CLIENT_ID": "x", "PUBLIC_URL": "y"})


def test_only_permissions_with_a_reason(manifest: dict[str, Any]) -> None:
    page = (ROOT / "infra" / "graph-permissions.md").read_text(encoding="utf-8")
    reasons = set(re.findall(r"^\| `(\w+\.\w+\.Chat)` \|", page, re.MULTILINE))
    asked = manifest["authorization"]["permissions"]["resourceSpecific"]
    assert {entry["name"] for entry in asked} == reasons
    assert {entry["type"] for entry in asked} == {"Application"}


@pytest.mark.parametrize(
    ("reading", "asked"), [("", True), ("recordings", True), ("own", True), ("none", False)]
)
def test_a_chat_is_asked_for_only_where_something_of_it_is_read(reading: str, asked: bool) -> None:
    built = package_files(ENVIRON | {"CHAT_READING": reading})
    manifest = json.loads(built["manifest.json"])
    named = {row["name"] for row in manifest["authorization"]["permissions"]["resourceSpecific"]}
    assert ("ChatMessage.Read.Chat" in named) is asked
    assert {"OnlineMeeting.ReadBasic.Chat", "Calls.JoinGroupCalls.Chat"} <= named
    assert schema_faults(built) == []


def test_a_choice_that_is_none_is_named() -> None:
    with pytest.raises(PackageError, match="CHAT_READING=all"):
        package_files(ENVIRON | {"CHAT_READING": "all"})


def test_what_the_bot_says_of_itself(manifest: dict[str, Any]) -> None:
    bot = manifest["bots"][0]
    assert bot["scopes"] == ["personal", "groupChat"]
    assert bot["supportsCalling"] is True
    assert bot["supportsVideo"] is False
    assert manifest["defaultInstallScope"] == "meetings"
    assert manifest["localizationInfo"]["defaultLanguageTag"] == "da-dk"


def test_english_translates_every_danish_sentence(
    files: dict[str, bytes], manifest: dict[str, Any]
) -> None:
    english = set(json.loads(files["en-us.json"])) - {"$schema"}
    danish = {f"{group}.{key}" for group in ("name", "description") for key in manifest[group]}
    for number, commands in enumerate(manifest["bots"][0]["commandLists"]):
        danish |= {
            f"bots[0].commandLists[{number}].commands[{index}].{key}"
            for index, command in enumerate(commands["commands"])
            for key in command
        }
    assert english == danish


def test_icons_are_as_teams_wants_them() -> None:
    with Image.open(CONTENT["color.png"]) as color, Image.open(CONTENT["outline.png"]) as outline:
        assert color.size == (192, 192)
        assert outline.size == (32, 32)
        drawn = outline.convert("RGBA").get_flattened_data()
        assert {pixel[:3] for pixel in drawn if pixel[3]} == {(255, 255, 255)}
        assert {pixel[3] for pixel in drawn} >= {0, 255}
