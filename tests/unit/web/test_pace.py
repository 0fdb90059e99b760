"""How often somebody may come, and whose request it is."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from aiohttp.test_utils import make_mocked_request

from web.clients import UNKNOWN, Clients
from web.pace import Pace


@dataclass
class Seconds:
    now: float = 1000.0

    def __call__(self) -> float:
        return self.now


def test_a_burst_then_the_pace_then_a_burst_again() -> None:
    seconds = Seconds()
    pace = Pace(10, burst=2.0, seconds=seconds)
    assert [pace.take("a") for _ in range(20)] == [0.0] * 20
    assert pace.take("a") == pytest.approx(0.1)
    assert pace.take("a") == pytest.approx(0.1)  # asking in vain costs nothing
    assert pace.take("b") == 0.0
    seconds.now += 0.1
    assert pace.take("a") == 0.0
    assert pace.take("a") > 0
    seconds.now += 2.0
    assert sum(pace.take("a") == 0.0 for _ in range(40)) == 20


def test_one_at_a_time_is_the_least_burst() -> None:
    pace = Pace(0.5, burst=0.0, seconds=Seconds())
    assert pace.take("a") == 0.0
    assert pace.take("a") == pytest.approx(2.0)


def test_many_keys_take_no_more_room() -> None:
    pace = Pace(1, seconds=Seconds(), most_keys=100)
    for number in range(1000):
        pace.take(str(number))
    assert len(pace._used_up) == 100


PROXY = "10.1.2.3"


@pytest.mark.parametrize(
    ("peer", "told", "counted"),
    [
        ("8.8.8.8", [], "8.8.8.8"),
        ("8.8.8.8", ["1.2.3.4"], "8.8.8.8"),  # anybody can write that
        (PROXY, [], PROXY),
        (PROXY, ["1.2.3.4"], "1.2.3.4"),
        (PROXY, ["9.9.9.9, 1.2.3.4"], "1.2.3.4"),  # what stands left was there before
        (PROXY, ["9.9.9.9", "1.2.3.4"], "1.2.3.4"),
        (PROXY, ["1.2.3.4, 10.1.9.9"], "1.2.3.4"),  # two proxies of ours
        (PROXY, ["10.1.9.9"], PROXY),
        (PROXY, ["1.2.3.4:5678"], "1.2.3.4"),
        (PROXY, ["[2001:db8:1:2:3::4]:5678"], "2001:db8:1:2::/64"),
        (PROXY, ["2001:db8:1:2:ffff::9"], "2001:db8:1:2::/64"),
        (PROXY, ["1.2.3.4, x"], PROXY),
        (PROXY, ["x" * 5000], PROXY),
        (PROXY, ["1.2.3.4," * 500], PROXY),
        ("::ffff:8.8.8.8", [], "8.8.8.8"),
        ("", [], UNKNOWN),
    ],
)
def test_whose_request_it_is(peer: str, told: list[str], counted: str) -> None:
    request = make_mocked_request("GET", "/", headers=[("X-Forwarded-For", one) for one in told])
    assert Clients(["10.1.0.0/16"]).of(request.clone(remote=peer)) == counted


def test_who_is_trusted() -> None:
    clients = Clients(["10.1.0.0/16", "fd00::/8"])
    assert [clients.is_trusted(a) for a in (PROXY, "fd12::1", "10.2.0.1", "", "x")] == [
        True, True, False, False, False,
    ]  # fmt: skip
