"""Bodies: activities and notifications of the corpus, bent in one to six places, or no JSON at all."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any, Final

from tools.fuzz.source import Source, chance, pick

CORPUS: Final = Path(__file__).resolve().parents[2] / "tests" / "fuzz" / "corpus"
CANARY: Final = "Kanarie-7f3a91"
CPR: Final = "010170-9999"
TEXTS: Final = (
    "", " ", "a", CANARY, CPR, f"{CANARY} {CPR}", "\u0000", "\ud800", "æøå", "\u202e", "👩‍👩‍👧", "x" * 500,
    "x" * 9000, "../../etc/passwd", "{{7*7}}", "${jndi:ldap://x}", "' OR 1=1 --", "<script>", "%00", "\r\nX: y",
    "__class__", "{0.__globals__}", "NaN", "null", "29:1", "28:x", "4:+4512345678", "19:meeting_x@thread.v2",
    "https://169.254.169.254/", "http://127.0.0.1:5432/", "https://evil.example/", "file:///etc/passwd",
    "2026-11-29T09:00:00Z", "9999-12-31T23:59:59Z", "0001-01-01T00:00:00+14:00", "2026-02-30T00:00:00Z",
    "00000000-0000-0000-0000-000000000000", "en-GB", "da-DK",
)  # fmt: skip
NUMBERS: Final = (0, 1, -1, 2**31, 2**63, 2**64, -(2**63) - 1, 10**400, 0.1, 1e308, True, False)
FRESH: Final = "@fresh"
"""Stands in the corpus for an id that no other activity has: what comes twice is done once."""
RAW: Final = (
    b"", b"{", b"[]", b"null", b"\"x\"", b"{\"type\":NaN}", b"{\"type\":1e999}", b"\xff\xfe{}", b"\x00",
    b"[" * 5000, b"{\"a\":" * 60 + b"1" + b"}" * 60, b"{\"type\":\"a\",\"type\":\"b\"}", b"\xef\xbb\xbf{}",
    b"a=1&b=2", b"<xml/>", b"{}" + b" " * 70000, b"{\"a\":" + b"9" * 5000 + b"}",
)  # fmt: skip


def corpus(**known: str) -> list[Any]:
    """The JSON of ``tests/fuzz/corpus`` in a fixed order, ``@tenant`` and the like filled in."""
    found = []
    for path in sorted(CORPUS.glob("*.json")):
        written = path.read_text(encoding="utf-8")
        for name, value in sorted(known.items(), key=lambda one: -len(one[0])):
            written = written.replace(f"@{name}", value)
        found.append(json.loads(written))
    return found


def body(source: Source, seeds: list[Any]) -> bytes:
    """One body."""
    if chance(source, 8):
        return pick(source, RAW)
    if chance(source, 4):
        return source.some_bytes(300)
    bent = copy.deepcopy(pick(source, seeds))
    if isinstance(bent, dict) and bent.get("id") == FRESH:
        bent["id"] = f"f:{source.below(10**15)}"
    for _ in range(source.below(7)):
        bent = bend(source, bent)
    written = json.dumps(bent, ensure_ascii=chance(source, 50)).encode("utf-8", "surrogatepass")
    return _damage(source, written) if chance(source, 10) else written


def bend(source: Source, data: Any) -> Any:
    """Another value, a missing or doubled part, somewhere inside."""
    places = _places(data)
    if not places:
        return odd_value(source)
    path = pick(source, places)
    holder = data
    for key in path[:-1]:
        holder = holder[key]
    last, how = path[-1], source.below(10)
    if how < 6:
        holder[last] = odd_value(source)
    elif how < 8 and isinstance(holder, dict):
        del holder[last]
    elif isinstance(holder, list):
        holder.extend(copy.deepcopy(holder[:1]) * (1 + source.below(60)))
    else:
        holder[pick(source, TEXTS)] = copy.deepcopy(holder[last])
    return data


def odd_value(source: Source) -> Any:
    """Anything JSON can say: text that nobody types, numbers, lists, parts within parts."""
    return _value(source, 0)


def _places(data: Any, before: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Every place in a JSON value."""
    if not isinstance(data, dict | list):
        return []
    items = list(data.items() if isinstance(data, dict) else enumerate(data))[:80]
    found = [(*before, key) for key, _ in items]
    for key, value in items:
        found += _places(value, (*before, key))
    return found


def _value(source: Source, depth: int) -> Any:
    kind = source.below(12 if depth < 3 else 8)
    if kind < 5:
        return pick(source, TEXTS)
    if kind < 7:
        return pick(source, NUMBERS)
    if kind == 7:
        return None
    if kind < 10:
        return [_value(source, depth + 1) for _ in range(source.below(4))]
    return {pick(source, TEXTS): _value(source, depth + 1) for _ in range(source.below(4))}


def _damage(source: Source, raw: bytes) -> bytes:
    """A few bytes changed, put in or taken out."""
    bent = bytearray(raw)
    for _ in range(1 + source.below(4)):
        place = source.below(len(bent) + 1)
        bent[place : place + source.below(4)] = source.some_bytes(4)
    return bytes(bent)
