"""Graph calls in batches: every part's answer by itself, in order, and against the strict sandbox."""

from __future__ import annotations

from typing import Any

import pytest

from microsoft365.errors import Unavailable
from microsoft365.switches import Switches
from tests.unit.microsoft365.fakes import METTE, error, ok
from tests.unit.microsoft365.test_graph_clients import POLICY, online

BATCH = "/graph/v1.0/$batch"


def part(number: int, status: int, body: Any = None, **headers: str) -> dict[str, Any]:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return {"id": str(number), "status": status, "headers": named, "body": body}


def refusal(code: str, message: str = "") -> dict[str, Any]:
    return {"error": {"code": code, "message": message}}


async def test_answers_come_in_any_order_and_each_is_judged_by_itself(m365, service):
    service.on(
        "POST",
        BATCH,
        ok(
            {
                "responses": [
                    part(5, 503, refusal("ServiceUnavailable")),
                    part(3, 429, refusal("TooManyRequests"), Retry_After="17"),
                    part(2, 404, refusal("NotFound")),
                    part(1, 403, refusal("Forbidden", POLICY)),
                    part(0, 200, online(allowRecording=False)),
                    part(4, 403, refusal("Authorization_RequestDenied")),
                ]
            }
        ),
    )
    found = await m365.meetings.switches_of([(METTE, f"m{n}") for n in range(7)])
    assert [one.outcome for one in found] == [
        "read", "access_policy_missing", "meeting_unknown", "no_answer", "permission_missing",
        "no_answer", "no_answer",
    ]  # fmt: skip
    assert found[0].allow_recording is False
    assert [one.retry_after_seconds for one in found][3:6] == [17, None, None]
    assert found[6] == Switches("no_answer")  # left out of the answer


async def test_never_more_than_twenty_in_one(m365, service):
    service.on("POST", BATCH, ok({"responses": []}))
    assert len(await m365.meetings.switches_of([(METTE, str(n)) for n in range(45)])) == 45
    sizes = [len(call.json["requests"]) for call in service.calls if call.path == BATCH]
    assert sizes == [20, 20, 5]
    first = next(call for call in service.calls if call.path == BATCH).json["requests"][0]
    assert first == {"id": "0", "method": "GET", "url": f"/users/{METTE}/onlineMeetings/0"}


async def test_a_batch_of_reads_is_repeated_like_a_read(m365, service):
    service.on("POST", BATCH, error(503), ok({"responses": [part(0, 200, online())]}))
    (found,) = await m365.meetings.switches_of([(METTE, "m")])
    assert found.outcome == "read"


async def test_a_batch_that_is_refused_for_now_says_for_how_long(m365, service):
    service.on("POST", BATCH, error(429, Retry_After="600"))
    with pytest.raises(Unavailable) as caught:
        await m365.meetings.switches_of([(METTE, "m")])
    assert caught.value.retry_after_seconds == 600


@pytest.mark.parametrize(
    ("status", "body", "outcome"),
    [
        (200, {"value": []}, "open"),
        (403, refusal("Forbidden", POLICY), "access_policy_missing"),
        (404, refusal("NotFound", POLICY), "access_policy_missing"),
        (403, refusal("Forbidden"), "permission_missing"),
        (404, refusal("Request_ResourceNotFound"), "person_unknown"),
        (404, refusal("NotFound"), "open"),
        (503, None, "no_answer"),
    ],
)
async def test_whether_graph_lets_us_in(m365, service, status, body, outcome):
    service.on("POST", BATCH, ok({"responses": [part(0, status, body)]}))
    assert await m365.meetings.lets_us_in([METTE]) == [outcome]
