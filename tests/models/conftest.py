"""A sandbox to ask, and what Microsoft's own Graph models make of its answers.

These tests run in an environment of their own (``make models``): the models weigh more than the whole
product. In the environment of the other tests there is nothing here to collect.
"""

from __future__ import annotations

import json
import re
import ssl
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime, timedelta
from enum import Enum
from importlib.util import find_spec
from typing import Any

import aiohttp
import pytest

from sandbox import Sandbox
from tests.unit.sandbox.conftest import Caller

collect_ignore_glob = [] if find_spec("msgraph") else ["test_*.py"]
KEPT_APART = {"@odata.type": "odata_type", "@odata.count": "odata_count", "from": "from_"}


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    async with Sandbox.start() as running:
        yield running


@pytest.fixture
async def call(sandbox: Sandbox) -> AsyncIterator[Caller]:
    context = ssl.create_default_context(cafile=sandbox.env["CA_BUNDLE"])
    async with aiohttp.ClientSession() as session:
        yield Caller(sandbox, session, context)


@pytest.fixture
async def meeting(sandbox: Sandbox) -> Any:
    """A running, recorded meeting of Mette's with dial-in and the app in it."""
    made = await sandbox.do("create_meeting", as_="mette", title="Opfølgning", dialIn=True)
    await sandbox.do("install_app", meeting=made["meeting"])
    return sandbox.world.meetings[made["meeting"]]


def read(model: Any, payload: Any) -> Any:
    """``payload`` through Microsoft's JSON reader, as ``model``."""
    from kiota_serialization_json.json_parse_node_factory import JsonParseNodeFactory

    body = json.dumps(payload).encode()
    node = JsonParseNodeFactory().get_root_parse_node("application/json", body)
    return node.get_object_value(model)


def lost(payload: Any, parsed: Any, path: str = "") -> Iterator[str]:
    """The places where what was sent did not arrive in Microsoft's model as what it was."""
    if isinstance(payload, dict):
        for name, value in payload.items():
            if not hasattr(parsed, attribute(name)):
                yield f"{path}.{name}: unknown to the model"
            else:
                yield from lost(value, getattr(parsed, attribute(name)), f"{path}.{name}")
    elif isinstance(payload, list):
        if not isinstance(parsed, list) or len(payload) != len(parsed):
            yield f"{path}: another list"
            return
        for number, (one, other) in enumerate(zip(payload, parsed, strict=True)):
            yield from lost(one, other, f"{path}[{number}]")
    elif not same(payload, parsed):
        yield f"{path}: {payload!r} became {parsed!r}"


def attribute(name: str) -> str:
    """The model's name for a property: ``joinWebUrl`` is ``join_web_url``."""
    special = KEPT_APART.get(name)
    return special or re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower().removeprefix("@odata.")


def same(sent: Any, arrived: Any) -> bool:
    """Whether a plain value arrived: moments as moments, codes as members of their enumeration."""
    if isinstance(arrived, datetime):
        return datetime.fromisoformat(sent).astimezone(UTC) == arrived.astimezone(UTC)
    if isinstance(arrived, timedelta):
        return sent == f"PT{int(arrived.total_seconds())}S"
    if isinstance(arrived, Enum):
        return bool(sent == arrived.value)
    return bool(sent == arrived)
