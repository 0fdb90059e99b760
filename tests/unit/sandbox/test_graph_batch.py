"""The batch stand-in: strict about its shape, and each part meets the sandbox's own rules."""

from __future__ import annotations

from typing import Any

import pytest

from sandbox import Sandbox

BATCH = "/graph/v1.0/$batch"


def get(name: str, url: str = "/users/x") -> dict[str, Any]:
    return {"id": name, "method": "GET", "url": url}


async def test_each_part_is_answered_by_itself(sandbox: Sandbox, call: Any, meeting: Any) -> None:
    one = f"/users/{meeting.organizer.oid}/onlineMeetings/{meeting.graph_id}"
    change = {"body": {"allowRecording": False}, "headers": {"Content-Type": "application/json"}}
    parts = [
        get("1", one),
        get("2", "/users/nobody"),
        {"id": "3", "method": "PATCH", "url": one, **change},
    ]
    status, body = await call("POST", BATCH, {"requests": parts})
    answers = {answer["id"]: answer for answer in body["responses"]}
    assert status == 200
    assert {name: answer["status"] for name, answer in answers.items()} == {
        "1": 200, "2": 404, "3": 200,
    }  # fmt: skip
    assert answers["3"]["body"]["allowRecording"] is False
    assert sandbox.world.count("PATCH", "onlineMeetings") == 1


async def test_one_part_may_be_throttled_alone(sandbox: Sandbox, call: Any, meeting: Any) -> None:
    await sandbox.do("fault", name="throttle", route="onlineMeetings", retryAfter=7)
    one = f"/users/{meeting.organizer.oid}/onlineMeetings/{meeting.graph_id}"
    _, body = await call("POST", BATCH, {"requests": [get("1", one), get("2", one)]})
    assert sorted(answer["status"] for answer in body["responses"]) == [200, 429]
    (late,) = [answer for answer in body["responses"] if answer["status"] == 429]
    assert late["headers"]["Retry-After"] == "7"


@pytest.mark.parametrize(
    ("parts", "code"),
    [
        ([], "bad_batch"),
        ([get(str(n)) for n in range(21)], "batch_too_large"),
        ([get("a"), get("A")], "bad_batch"),
        ([get("1", "https://graph.microsoft.com/v1.0/users/x")], "bad_batch"),
        ([get("1", "/$batch")], "bad_batch"),
        ([{**get("1"), "method": "FETCH"}], "bad_batch"),
        ([{**get("1"), "body": {}}], "bad_batch"),
        ([{**get("1"), "retries": 3}], "bad_batch"),
    ],
)
async def test_what_is_no_batch(sandbox: Sandbox, call: Any, parts: Any, code: str) -> None:
    assert (await call("POST", BATCH, {"requests": parts}))[0] == 400
    assert [problem["code"] for problem in sandbox.world.problems] == [code]
