"""Graph: mail, and the app installed with a person."""

from __future__ import annotations

import pytest

from microsoft365.errors import Ambiguous, Denied
from tests.unit.microsoft365.fakes import METTE, error, hang_up, ok
from tests.unit.microsoft365.test_graph_clients import GRAPH

# --- mail and installs ------------------------------------------------------------------------


async def send(m365):
    return await m365.mail.send(
        sender_oid=METTE, to="ole@example.dk", subject="Svar", html="<p>Hej</p>", key="k-1"
    )


async def test_mail_is_accepted_not_delivered(m365, service):
    service.on("POST", f"{GRAPH}/users/{METTE}/sendMail", ok(None, 202))
    assert await send(m365) == "accepted"
    assert service.calls[-1].json == {
        "message": {
            "subject": "Svar",
            "body": {"contentType": "HTML", "content": "<p>Hej</p>"},
            "toRecipients": [{"emailAddress": {"address": "ole@example.dk"}}],
            "internetMessageHeaders": [{"name": "x-lydhoer-key", "value": "k-1"}],
        },
        "saveToSentItems": True,
    }


@pytest.mark.parametrize("reply", [error(502), hang_up, error(503, Retry_After="1")])
async def test_mail_is_never_sent_twice_by_us(m365, service, reply):
    path = f"{GRAPH}/users/{METTE}/sendMail"
    service.on("POST", path, reply)
    with pytest.raises(Ambiguous) as caught:
        await send(m365)
    assert service.count("POST", path) == 1
    assert "ole" not in str(caught.value)


@pytest.mark.parametrize("status", [400, 403, 404])
async def test_mail_refused_for_good(m365, service, status):
    service.on("POST", f"{GRAPH}/users/{METTE}/sendMail", error(status, "ErrorInvalidRecipients"))
    assert await send(m365) == "refused"


async def test_mail_with_a_token_that_stays_refused_is_raised(m365, service):
    service.on("POST", f"{GRAPH}/users/{METTE}/sendMail", error(401, "InvalidAuthenticationToken"))
    with pytest.raises(Denied):
        await send(m365)


INSTALLED = f"{GRAPH}/users/{METTE}/teamwork/installedApps"


def catalogue(service, *ids):
    service.on("GET", f"{GRAPH}/appCatalogs/teamsApps", ok({"value": [{"id": i} for i in ids]}))


@pytest.mark.parametrize("status", [201, 409])
async def test_the_app_is_installed_and_the_chat_found(m365, service, status):
    catalogue(service, "cat-1")
    service.on("GET", INSTALLED, ok({"value": []}), ok({"value": [{"id": "inst-1"}]}))
    service.on("POST", INSTALLED, ok(None, status))
    service.on("GET", f"{INSTALLED}/inst-1/chat", ok({"id": "19:chat"}))
    assert await m365.installs.open_chat(METTE) == "19:chat"
    install = next(
        call for call in service.calls if (call.method, call.path) == ("POST", INSTALLED)
    )
    assert install.json == {
        "teamsApp@odata.bind": "https://graph.microsoft.com/v1.0/appCatalogs/teamsApps/cat-1"
    }
    look = next(call for call in service.calls if (call.method, call.path) == ("GET", INSTALLED))
    assert look.query["$filter"] == "teamsApp/externalId eq 'manifest-id'"


async def test_an_installation_that_exists_is_used(m365, service):
    service.on("GET", INSTALLED, ok({"value": [{"id": "inst-1"}]}))
    service.on("GET", f"{INSTALLED}/inst-1/chat", ok({"id": "19:chat"}))
    assert await m365.installs.open_chat(METTE) == "19:chat"
    assert service.count("POST", INSTALLED) == 0


async def test_a_lost_answer_is_settled_by_looking(m365, service):
    catalogue(service, "cat-1")
    service.on("GET", INSTALLED, ok({"value": []}), ok({"value": [{"id": "inst-1"}]}))
    service.on("POST", INSTALLED, error(502))
    service.on("GET", f"{INSTALLED}/inst-1/chat", ok({"id": "19:chat"}))
    assert await m365.installs.open_chat(METTE) == "19:chat"
    assert service.count("POST", INSTALLED) == 1


async def test_an_app_or_a_person_that_is_unknown_has_no_chat(m365, service):
    catalogue(service)
    service.on("GET", INSTALLED, ok({"value": []}))
    assert await m365.installs.open_chat(METTE) is None
    catalogue(service, "cat-1")
    service.on("POST", INSTALLED, error(404))
    assert await m365.installs.open_chat(METTE) is None
    service.on("GET", INSTALLED, error(404))
    assert await m365.installs.open_chat(METTE) is None


async def test_installing_may_be_forbidden(m365, service):
    catalogue(service, "cat-1")
    service.on("GET", INSTALLED, ok({"value": []}))
    service.on("POST", INSTALLED, error(403, "Forbidden"))
    with pytest.raises(Denied):
        await m365.installs.open_chat(METTE)
