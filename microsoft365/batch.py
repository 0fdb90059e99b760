"""Several Graph calls in one: ``$batch`` (Microsoft's page "JSON batching").

The batch itself answers 200 whatever became of its parts: each part has a status of its own and may
be refused or throttled by itself. So nothing is judged here; every part's answer is handed back.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from microsoft365.addresses import address
from microsoft365.graph import Graph
from microsoft365.http import Answer
from microsoft365.payload import member, rows, text

MOST: Final = 20
BATCH: Final = "/$batch"
BUDGET: Final = ("graph_batch",)
"""The shared budget of batches: far below what Graph allows (store/budget.py)."""


@dataclass(frozen=True)
class Part:
    """One call inside a batch; ``ids`` fill the route's template."""

    method: str
    route: str
    ids: Mapping[str, str]
    query: Mapping[str, str] = field(default_factory=dict)
    json: Any = None


async def batch(graph: Graph, parts: Sequence[Part]) -> list[Answer]:
    """Every part's answer, in the order of ``parts``; status 0 where Graph left one out.

    Raises as any call does when the batch itself fails.
    """
    answers: list[Answer] = []
    for begin in range(0, len(parts), MOST):
        answers += await _one(graph, parts[begin : begin + MOST])
    return answers


async def _one(graph: Graph, parts: Sequence[Part]) -> list[Answer]:
    answer = await graph.call(
        "POST",
        BATCH,
        json={"requests": [_request(number, part) for number, part in enumerate(parts)]},
        budget=BUDGET,
        repeat_safe=all(part.method == "GET" for part in parts),
    )
    found = {text(row, "id"): row for row in rows(answer.json, "responses")}
    return [_answer(found.get(str(number))) for number in range(len(parts))]


def _request(number: int, part: Part) -> dict[str, Any]:
    request: dict[str, Any] = {
        "id": str(number),
        "method": part.method,
        "url": address("", part.route, part.ids, part.query),
    }
    if part.json is not None:
        request |= {"body": part.json, "headers": {"Content-Type": "application/json"}}
    return request


def _answer(row: Mapping[str, Any] | None) -> Answer:
    status = member(row, "status")
    headers = member(row, "headers")
    named = {str(k).title(): str(v) for k, v in headers.items()} if headers else {}
    return Answer(status if isinstance(status, int) else 0, member(row, "body"), named)
