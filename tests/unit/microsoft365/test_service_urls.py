"""Which serviceUrl gets our token."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st
from yarl import URL

from microsoft365.config import DEFAULT_SERVICE_URL_HOSTS
from microsoft365.service_urls import ServiceUrls

TEAMS = "smba.trafficmanager.net"


@pytest.mark.parametrize(
    ("url", "cleaned"),
    [
        (f"https://{TEAMS}/emea/", f"https://{TEAMS}/emea"),
        (f"https://{TEAMS}/emea", f"https://{TEAMS}/emea"),
        (f"https://{TEAMS}", f"https://{TEAMS}"),
        (f"https://{TEAMS}/", f"https://{TEAMS}"),
        (f"https://{TEAMS}:443/dk/2f-a_b~c.d/", f"https://{TEAMS}/dk/2f-a_b~c.d"),
        (f"HTTPS://{TEAMS.upper()}/emea/", f"https://{TEAMS}/emea"),
    ],
)
def test_teams_is_allowed(url, cleaned):
    assert ServiceUrls(DEFAULT_SERVICE_URL_HOSTS).clean(url) == cleaned


@pytest.mark.parametrize(
    "url",
    [
        None,
        7,
        "",
        TEAMS,
        f"http://{TEAMS}/emea/",
        f"//{TEAMS}/emea/",
        f"wss://{TEAMS}/",
        f" https://{TEAMS}/",
        f"https://{TEAMS}/\n",
        f"https://{TEAMS}:8443/",
        f"https://{TEAMS}:0443/x:",
        f"https://{TEAMS}:99999999/",
        f"https://{TEAMS}./",
        f"https://.{TEAMS}/",
        f"https://x.{TEAMS}/",
        f"https://{TEAMS}.evil.example/",
        f"https://evil{TEAMS}/",
        f"https://user@{TEAMS}/",
        f"https://{TEAMS}@evil.example/",
        f"https://{TEAMS}:443@evil.example/",
        f"https://evil.example/{TEAMS}",
        f"https://evil.example\\@{TEAMS}/",
        f"https://evil.example#@{TEAMS}/",
        f"https://evil.example?@{TEAMS}/",
        f"https://{TEAMS}/emea/?x=1",
        f"https://{TEAMS}/emea/#x",
        f"https://{TEAMS}/../x",
        f"https://{TEAMS}/./x",
        f"https://{TEAMS}//x",
        f"https://{TEAMS}/%2e%2e/",
        f"https://{TEAMS}%2f.evil.example/",
        f"https://{TEAMS}/;x",
        "https://smba.trafficmanager。net/",
        "https://ſmba.trafficmanager.net/",
        "https://127.0.0.1/",
        "https://localhost/",
        "https://[::1]/",
        "https://2130706433/",
        "https://169.254.169.254/",
        f"https://{TEAMS}/" + "a" * 600,
    ],
)
def test_everything_else_is_not(url):
    assert ServiceUrls(DEFAULT_SERVICE_URL_HOSTS).clean(url) is None


def test_loopback_only_when_it_is_named_with_its_port():
    named = ServiceUrls(["127.0.0.1:4443", " Smba.TrafficManager.net "])
    assert named.clean("https://127.0.0.1:4443/connector/") == "https://127.0.0.1:4443/connector"
    assert named.clean("https://smba.trafficmanager.net/") == "https://smba.trafficmanager.net"
    for other in ("https://127.0.0.1/", "https://127.0.0.1:4444/", "https://localhost:4443/"):
        assert named.clean(other) is None


def test_claim_and_activity_must_agree():
    urls = ServiceUrls(DEFAULT_SERVICE_URL_HOSTS)
    assert urls.agree(f"https://{TEAMS}/emea/", f"https://{TEAMS}/emea")
    assert not urls.agree(f"https://{TEAMS}/emea/", f"https://{TEAMS}/amer/")
    assert not urls.agree(f"https://{TEAMS}/emea/", None)
    assert not urls.agree("https://evil.example/", "https://evil.example/")


PIECES = ["https://", TEAMS, "evil.example", ":443", ":", "/", "@", *"?#\\%[].-_~ aE2\t\n。"]


@given(
    st.lists(st.sampled_from(PIECES), max_size=8).map("".join)
    | st.from_regex(r"https://[^/]{0,12}smba\.trafficmanager\.net[^/]{0,12}/.{0,10}")
    | st.text(max_size=40)
)
def test_what_is_allowed_leads_to_teams_however_it_is_read(url):
    cleaned = ServiceUrls(DEFAULT_SERVICE_URL_HOSTS).clean(url)
    if cleaned is None:
        return
    for reading in (urlsplit(url), urlsplit(cleaned)):
        assert (reading.scheme, reading.hostname) == ("https", TEAMS)
        assert (reading.username, reading.query, reading.fragment) == (None, "", "")
        assert reading.port in (None, 443)
    assert URL(cleaned).host == TEAMS
    assert ServiceUrls(DEFAULT_SERVICE_URL_HOSTS).clean(cleaned) == cleaned
