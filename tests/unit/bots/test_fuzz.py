"""No content of a request causes a 5xx, and nobody unauthenticated reaches a handler."""

from __future__ import annotations

import copy
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from structlog.testing import capture_logs

from bots.actions import ID_NAMES, VERBS
from casework.commands import Actor

QUICK = settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
SCALARS = (
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=40)
)
JSON = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=12), inner, max_size=4)
    ),
    max_leaves=12,
)
NAMES = st.sampled_from(
    [
        "application/vnd.microsoft.meetingStart",
        "application/vnd.microsoft.meetingParticipantJoin",
        "adaptiveCard/action",
        "task/fetch",
    ]
)
KINDS = st.sampled_from(
    ["message", "event", "invoke", "conversationUpdate", "installationUpdate", "messageUpdate"]
)


def paths(data: Any, before: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Every place in a JSON value."""
    found = [before] if before else []
    items = data.items() if isinstance(data, dict) else enumerate(data)
    for key, value in items if isinstance(data, dict | list) else ():
        found += (
            paths(value, (*before, key)) if isinstance(value, dict | list) else [(*before, key)]
        )
    return found


def put(data: Any, path: tuple[Any, ...], value: Any) -> Any:
    """The same JSON with another value at one place."""
    changed = copy.deepcopy(data)
    place = changed
    for key in path[:-1]:
        place = place[key]
    place[path[-1]] = value
    return changed


def full(make: Any, kind: str, name: str) -> dict[str, Any]:
    """An activity with everything the bot reads."""
    user = {"id": "29:a", "aadObjectId": "a", "name": "Ane", "tenantId": make.tenant}
    return make.envelope(  # type: ignore[no-any-return]
        type=kind,
        name=name,
        text="<at>Lydhør</at> hej",
        action="add",
        replyToId="1",
        membersAdded=[{"id": f"28:{make.app_id}"}, user],
        membersRemoved=[user],
        entities=[{"type": "mention", "mentioned": {"id": f"28:{make.app_id}"}}],
        value={
            "StartTime": "2026-11-22T09:00:01Z",
            "members": [{"user": user, "meeting": {"inMeeting": True}}],
            "action": {"verb": "register_submit", "data": {"own_words": "x", "wish_id": ""}},
            "trigger": "manual",
        },
    )


def check(command: Any) -> None:
    """What reaches a handler fits the columns it may be stored in."""
    people = [getattr(command, "actor", None), *getattr(command, "people", ())]
    for actor in filter(None, people):
        assert isinstance(actor, Actor)
        assert len(actor.mri) <= 200
        assert len(actor.name) <= 200
        assert actor.oid is None or 0 < len(actor.oid) <= 64
    for name in ("chat_id", "teams_meeting_id", "conversation_id", "service_url"):
        value = getattr(command, name, None)
        assert value is None or 0 < len(value) <= 400
    for key, value in getattr(command, "form", {}).items():
        assert isinstance(key, str)
        assert isinstance(value, str)


@given(body=st.binary(max_size=300) | JSON)
@QUICK
async def test_anything_signed(door: Any, body: Any) -> None:
    with capture_logs() as logged:
        answer = await door.post(body)
    assert answer.status < 500
    assert "turn_failed" not in [line["event"] for line in logged]
    assert door.bus.commands == []


@given(data=st.data(), kind=KINDS, name=NAMES)
@QUICK
async def test_an_activity_with_one_strange_part(
    door: Any, make: Any, data: Any, kind: str, name: str
) -> None:
    raw = full(make, kind, name)
    path = data.draw(st.sampled_from(paths(raw)))
    door.bus.commands.clear()
    with capture_logs() as logged:
        answer = await door.post(put(raw, path, data.draw(JSON)))
    assert answer.status < 500
    assert "turn_failed" not in [line["event"] for line in logged]  # a press that fails is a 200
    for command in door.bus.commands:
        check(command)


@given(data=st.data(), verb=st.sampled_from(sorted(VERBS)))
@QUICK
async def test_a_press_with_one_strange_part(door: Any, make: Any, data: Any, verb: str) -> None:
    """A press that fails is answered 200 and *prøv igen*: only the log tells."""
    ids = dict.fromkeys(ID_NAMES, "22222222-0000-4000-8000-000000000001")
    raw = make.pressed(verb, {**ids, "version": 1, "operation": "0" * 16, "own_words": "x"})
    path = data.draw(st.sampled_from([one for one in paths(raw) if one[0] == "value"]))
    door.bus.commands.clear()
    with capture_logs() as logged:
        answer = await door.post(put(raw, path, data.draw(JSON)))
    assert answer.status in (200, 400)
    assert "turn_failed" not in [line["event"] for line in logged]
    for command in door.bus.commands:
        check(command)


@given(data=st.data(), kind=KINDS, name=NAMES, token=st.none() | st.text("abc.=-_", min_size=1))
@QUICK
async def test_nobody_unauthenticated_comes_in(
    door: Any, make: Any, data: Any, kind: str, name: str, token: str | None
) -> None:
    raw = full(make, kind, name)
    path = data.draw(st.sampled_from(paths(raw)))
    answer = await door.post(put(raw, path, data.draw(JSON)), token=token)
    assert answer.status in (400, 401)
    assert door.bus.commands == []
