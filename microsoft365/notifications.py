"""Targeted in-meeting notifications: in batches, with a result for every person (3.1)."""

from __future__ import annotations

import contextlib
from collections.abc import Mapping, Sequence
from typing import Any, Final

from microsoft365.connector import Connector
from microsoft365.errors import Ambiguous, Denied, MicrosoftError, Missing, Unavailable
from microsoft365.http import Answer
from microsoft365.payload import rows, text

BATCH: Final = 10
HEIGHT: Final = "200"
WIDTH: Final = "400"
UNCLEAR: Final = "unclear_answer"

Results = dict[str, str | None]
"""Per MRI: None (accepted for this person), or a code for why not."""


async def notify(
    connector: Connector,
    service_url: str,
    meeting_id: str,
    mris: Sequence[str],
    *,
    title: str,
    page: str,
) -> Results:
    """Show ``page`` (https, a valid domain of the package) to these people in the call.

    A batch that fails after another was accepted becomes a code per person, so that nothing that
    was accepted is forgotten. One whose answer was lost is sent once more: shown twice is better than never
    (B20). Raises Unavailable only when nobody was told yet.
    """
    everybody = list(dict.fromkeys(mris))
    results: Results = {}
    for start in range(0, len(everybody), BATCH):
        batch = everybody[start : start + BATCH]
        try:
            answer = await _sent(connector, service_url, meeting_id, batch, title=title, page=page)
        except Unavailable:
            if not results:
                raise
            results |= dict.fromkeys(batch, "unavailable")
        except MicrosoftError as error:
            results |= dict.fromkeys(batch, _code(error))
        else:
            results |= read_results(batch, answer)
    return results


async def _sent(
    connector: Connector, service_url: str, meeting_id: str, batch: Sequence[str], **said: str
) -> Answer:
    body = notification(batch, said["title"], said["page"])
    with contextlib.suppress(Ambiguous):
        return await connector.notify_batch(service_url, meeting_id, body)
    return await connector.notify_batch(service_url, meeting_id, body)


def notification(mris: Sequence[str], title: str, page: str) -> dict[str, Any]:
    """The request body for at most ten people."""
    value = {"title": title, "height": HEIGHT, "width": WIDTH, "url": page}
    content = {"type": "continue", "value": value}
    surface = {"surface": "meetingStage", "contentType": "task", "content": content}
    return {
        "type": "targetedMeetingNotification",
        "value": {"recipients": list(mris), "surfaces": [surface]},
    }


def read_results(mris: Sequence[str], answer: Answer) -> Results:
    """Who was told. Only a 202, or a 207 that can be read to the end, counts as accepted."""
    if answer.status == 202:
        return dict.fromkeys(mris)
    failures = _failures(answer.json)
    if not failures or not failures.keys() <= {mri.lower() for mri in mris}:
        return {mri: failures.get(mri.lower(), UNCLEAR) for mri in mris}
    return {mri: failures.get(mri.lower()) for mri in mris}


def _failures(body: Any) -> Mapping[str, str]:
    return {
        text(row, "recipientMri").lower(): text(row, "errorCode")[:64] or "failed"
        for row in rows(body, "recipientsFailureInfo")
    }


def _code(error: MicrosoftError) -> str:
    if isinstance(error, Ambiguous):
        return "answer_lost"
    if isinstance(error, Denied) and error.code:
        return error.code
    return "not_found" if isinstance(error, Missing) else f"http_{error.status}"
