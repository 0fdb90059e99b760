"""Reading Microsoft's JSON: what is as wide as nothing of theirs is not looked through."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from microsoft365.change_notifications import parse
from microsoft365.payload import MOST_MEMBERS, has, member


class Wide(Mapping[str, object]):
    """Counts how often somebody looks through all of it."""

    def __init__(self, filled: Mapping[str, object]) -> None:
        self.looks = 0
        self._filled = filled

    def __getitem__(self, name: str) -> object:
        return self._filled[name]

    def __iter__(self) -> Iterator[str]:
        self.looks += 1
        return iter(self._filled)

    def __len__(self) -> int:
        return len(self._filled)


def test_names_are_found_in_any_case() -> None:
    filled = {"ClientState": "secret", **{str(n): n for n in range(MOST_MEMBERS - 1)}}
    assert member(filled, "clientstate") == "secret"
    assert has(filled, "CLIENTSTATE")


def test_what_is_too_wide_is_not_looked_through() -> None:
    wide = Wide({"tenantId": "ours", **{str(n): n for n in range(MOST_MEMBERS)}})
    (read,) = parse({"value": [wide]}).notifications
    assert (read.tenant_id, has(wide, "tenantId"), wide.looks) == ("", False, 0)
