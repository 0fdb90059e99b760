"""Graph: people, meetings and their switches, recording signals, mail, installs."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from microsoft365.errors import Ambiguous, Denied, Unavailable
from microsoft365.payload import moment
from microsoft365.people import Person
from microsoft365.switches import Switches
from tests.unit.microsoft365.fakes import METTE, OLE, TENANT, error, hang_up, ok

GRAPH = "/graph/v1.0"
GRAPH_ID = "MSo1N2Y5"
ONLINE = f"{GRAPH}/users/{METTE}/onlineMeetings/{GRAPH_ID}"
CHAT = "19:meeting_abc@thread.v2"
MESSAGES = f"{GRAPH}/chats/{CHAT}/messages"
NOON = datetime(2026, 12, 1, 12, tzinfo=UTC)
TOKENS = f"/{TENANT}/oauth2/v2.0/token"


def user(**changes):
    base = {"id": METTE, "displayName": "Mette Holm", "mail": "m@k.dk", "accountEnabled": True}
    return {**base, **changes}


# --- people -----------------------------------------------------------------------------------


async def test_a_person(m365, service):
    service.on("GET", f"{GRAPH}/users/{METTE}", ok(user(surprise=1)))
    assert await m365.directory.person(METTE) == Person(METTE, "Mette Holm", "m@k.dk", True)
    assert "accountEnabled" in service.calls[-1].query["$select"]


async def test_a_person_without_mail_who_is_disabled(m365, service):
    service.on("GET", f"{GRAPH}/users/{METTE}", ok(user(mail=None, accountEnabled=False)))
    assert await m365.directory.person(METTE) == Person(METTE, "Mette Holm", "", False)


async def test_nobody(m365, service):
    service.on("GET", f"{GRAPH}/users/{METTE}", error(404, "Request_ResourceNotFound"))
    service.on("GET", f"{GRAPH}/users/{METTE}/manager", error(404, "Request_ResourceNotFound"))
    assert await m365.directory.person(METTE) is None
    assert await m365.directory.manager_of(METTE) is None
    assert await m365.directory.person("") is None


async def test_a_manager(m365, service):
    path = f"{GRAPH}/users/{OLE}/manager"
    service.on("GET", path, ok({"@odata.type": "#microsoft.graph.user", **user()}))
    assert (await m365.directory.manager_of(OLE)).oid == METTE
    service.on("GET", path, ok({"@odata.type": "#microsoft.graph.orgContact", **user()}))
    assert await m365.directory.manager_of(OLE) is None
    short = user()
    del short["accountEnabled"]
    service.on("GET", path, ok(short))
    service.on("GET", f"{GRAPH}/users/{METTE}", ok(user(accountEnabled=False)))
    assert (await m365.directory.manager_of(OLE)).enabled is False


async def test_a_directory_that_refuses_is_not_an_empty_one(m365, service):
    service.on("GET", f"{GRAPH}/users/{METTE}", error(403, "Authorization_RequestDenied"))
    with pytest.raises(Denied):
        await m365.directory.person(METTE)


# --- meeting details --------------------------------------------------------------------------


def meeting(**details):
    base = {
        "id": "x",
        "msGraphResourceId": GRAPH_ID,
        "scheduledStartTime": "2026-12-01T12:00:00Z",
        "scheduledEndTime": "2026-12-01T13:00:00.0000000Z",
        "joinUrl": "https://teams.microsoft.com/l/meetup-join/19%3ameeting'x",
        "title": "Samtale",
        "type": "Scheduled",
    }
    merged = {name: value for name, value in {**base, **details}.items() if value is not None}
    organizer = {"id": "29:mette", "aadObjectId": METTE, "tenantId": TENANT}
    return {"details": merged, "organizer": organizer}


async def test_details(m365, service, service_url):
    service.on("GET", "/emea/v1/meetings/m1", ok(meeting()))
    found = await m365.meetings.details(service_url, "m1")
    assert (found.kind, found.graph_id, found.title) == ("Scheduled", GRAPH_ID, "Samtale")
    assert (found.starts_at, found.ends_at) == (NOON, NOON + timedelta(hours=1))
    assert (found.organizer_oid, found.organizer_mri) == (METTE, "29:mette")
    assert found.organizer_tenant == TENANT


async def test_a_bot_that_is_not_let_in_is_no_missing_meeting(m365, service, service_url):
    service.on("GET", "/emea/v1/meetings/m1", error(401))
    service.on("GET", f"/emea/v1/meetings/m1/participants/{METTE}", error(401))
    with pytest.raises(Denied):
        await m365.meetings.details(service_url, "m1")
    with pytest.raises(Denied):
        await m365.meetings.in_meeting(service_url, "m1", METTE)


@pytest.mark.parametrize("status", [403, 404])
async def test_details_that_are_closed_to_us(m365, service, service_url, status):
    service.on("GET", "/emea/v1/meetings/m1", error(status))
    assert await m365.meetings.details(service_url, "m1") is None


async def test_the_join_address_leads_to_a_missing_graph_id(m365, service, service_url):
    service.on("GET", "/emea/v1/meetings/m1", ok(meeting(msGraphResourceId=None)))
    path = f"{GRAPH}/users/{METTE}/onlineMeetings"
    service.on("GET", path, ok({"value": [{"id": "found"}]}), ok({"value": []}), error(403))
    assert (await m365.meetings.details(service_url, "m1")).graph_id == "found"
    assert service.calls[-1].query == {
        "$filter": "JoinWebUrl eq 'https://teams.microsoft.com/l/meetup-join/19%3ameeting''x'"
    }
    assert (await m365.meetings.details(service_url, "m1")).graph_id is None
    assert (await m365.meetings.details(service_url, "m1")).graph_id is None


@pytest.mark.parametrize("kind", ["OneToOneCall", "GroupCall"])
async def test_calls_have_no_meeting_to_look_for(m365, service, service_url, kind):
    service.on("GET", "/emea/v1/meetings/m1", ok(meeting(msGraphResourceId=None, type=kind)))
    assert (await m365.meetings.details(service_url, "m1")).graph_id is None
    assert not any(call.path.startswith(GRAPH) for call in service.calls)


async def test_a_foreign_organizer_is_not_looked_up(m365, service, service_url):
    foreign = meeting(msGraphResourceId=None)
    foreign["organizer"]["tenantId"] = "elsewhere"
    service.on("GET", "/emea/v1/meetings/m1", ok(foreign))
    found = await m365.meetings.details(service_url, "m1")
    assert (found.graph_id, found.organizer_tenant) == (None, "elsewhere")


@pytest.mark.parametrize("body", [None, [], "x", {"details": 7, "organizer": [1]}])
async def test_details_of_another_shape_are_empty_not_a_crash(m365, service, service_url, body):
    service.on("GET", "/emea/v1/meetings/m1", ok(body))
    found = await m365.meetings.details(service_url, "m1")
    assert (found.kind, found.graph_id, found.starts_at) == ("", None, None)


@pytest.mark.parametrize(
    ("row", "kind"),
    [
        ({"aadObjectId": OLE, "tenantId": TENANT, "userRole": "user"}, "member"),
        ({"objectId": OLE, "tenantId": TENANT.upper()}, "member"),
        ({"aadObjectId": OLE}, "member"),
        ({"aadObjectId": OLE, "tenantId": TENANT, "userRole": "Guest"}, "guest"),
        ({"aadObjectId": OLE, "userPrincipalName": "ole_x.dk#EXT#@k.dk"}, "guest"),
        ({"aadObjectId": OLE, "tenantId": "elsewhere", "userRole": "user"}, "foreign"),
        ({"tenantId": TENANT, "userRole": "anonymous"}, "anonymous"),
        ({"aadObjectId": OLE, "tenantId": TENANT, "userRole": "anonymous"}, "anonymous"),
        ({"tenantId": TENANT}, "anonymous"),
    ],
)
async def test_kinds_on_the_roster(m365, service, service_url, row, kind):
    page = {"members": [{"id": "29:x", "name": "X", **row}, {"id": "28:bot", "name": "Lydhør"}]}
    service.on("GET", f"/emea/v3/conversations/{CHAT}/pagedmembers", ok(page))
    (found,) = await m365.meetings.roster(service_url, CHAT)
    assert (found.mri, found.name, found.kind) == ("29:x", "X", kind)


# --- switches ---------------------------------------------------------------------------------


def online(**changes):
    base = {
        "id": GRAPH_ID,
        "allowRecording": True,
        "allowTranscription": True,
        "recordAutomatically": False,
        "audioConferencing": None,
        "startDateTime": "2026-12-01T12:00:00Z",
        "endDateTime": "2026-12-01T13:00:00Z",
    }
    return {**base, **changes}


async def test_switches_are_read(m365, service):
    service.on("GET", ONLINE, ok(online(audioConferencing={"conferenceId": "1"})))
    assert await m365.meetings.switches(METTE, GRAPH_ID) == Switches(
        "read", True, True, False, True, NOON, NOON + timedelta(hours=1)
    )


async def test_switched_off_is_what_was_read_back_not_what_was_asked(m365, service):
    service.on("PATCH", ONLINE, ok(online(allowRecording=False, allowTranscription=False)))
    service.on("GET", ONLINE, ok(online(allowRecording=True)))
    found = await m365.meetings.switch_off(METTE, GRAPH_ID)
    assert (found.outcome, found.allow_recording, found.dial_in) == ("read", True, False)
    patch = next(call for call in service.calls if call.method == "PATCH")
    assert patch.json == {
        "allowRecording": False,
        "allowTranscription": False,
        "recordAutomatically": False,
    }


async def test_a_running_meeting_is_asked_for_what_can_change(m365, service):
    service.on("PATCH", ONLINE, error(400, "BadRequest"), ok(online()))
    service.on("GET", ONLINE, ok(online(allowRecording=False)))
    assert (await m365.meetings.switch_off(METTE, GRAPH_ID)).allow_recording is False
    patches = [call.json for call in service.calls if call.method == "PATCH"]
    assert patches[1] == {"allowRecording": False, "allowTranscription": False}
    service.on("PATCH", ONLINE, error(400, "BadRequest"))
    with pytest.raises(Denied):
        await m365.meetings.switch_off(METTE, GRAPH_ID)


async def test_transcription_can_be_kept(m365, service):
    service.on("PATCH", ONLINE, ok(online()))
    service.on("GET", ONLINE, ok(online(allowRecording=False)))
    await m365.meetings.switch_off(METTE, GRAPH_ID, keep_transcription=True)
    patch = next(call for call in service.calls if call.method == "PATCH")
    assert patch.json == {"allowRecording": False, "recordAutomatically": False}


async def test_values_that_are_left_out_are_unknown(m365, service):
    service.on("GET", ONLINE, ok({"id": GRAPH_ID, "allowRecording": "false"}))
    assert await m365.meetings.switches(METTE, GRAPH_ID) == Switches("read")


POLICY = "App 1 is not authorized to read meetings on behalf of user 2"


@pytest.mark.parametrize(
    ("reply", "outcome"),
    [
        (error(403, "Unauthorized", POLICY), "access_policy_missing"),
        (error(401, "Unauthorized", POLICY), "access_policy_missing"),
        (error(403, "Forbidden", "No application access policy found"), "access_policy_missing"),
        (error(403, "Unauthorized"), "access_policy_missing"),
        (error(403, "Forbidden", "Missing scope"), "permission_missing"),
        (error(403, "Authorization_RequestDenied"), "permission_missing"),
        (ok(None, 403), "permission_missing"),
        (error(404, "NotFound"), "meeting_unknown"),
    ],
)
async def test_what_stands_in_the_way(m365, service, reply, outcome):
    service.on("GET", ONLINE, reply)
    service.on("PATCH", ONLINE, reply)
    assert await m365.meetings.switches(METTE, GRAPH_ID) == Switches(outcome)
    assert await m365.meetings.switch_off(METTE, GRAPH_ID) == Switches(outcome)
    assert service.count("POST", TOKENS) == 1


async def test_a_token_that_stays_refused_is_no_outcome(m365, service):
    service.on("GET", ONLINE, error(401, "InvalidAuthenticationToken"))
    with pytest.raises(Denied):
        await m365.meetings.switches(METTE, GRAPH_ID)
    assert service.count("POST", TOKENS) == 2


async def test_passing_trouble_is_raised(m365, service):
    service.on("PATCH", ONLINE, error(429, Retry_After="600"))
    with pytest.raises(Unavailable) as caught:
        await m365.meetings.switch_off(METTE, GRAPH_ID)
    assert caught.value.retry_after_seconds == 600


# --- recording signals ------------------------------------------------------------------------


def signal(minute: int, status: str = "initial", **changes):
    base = {
        "id": str(minute),
        "messageType": "systemEventMessage",
        "createdDateTime": f"2026-12-01T12:{minute:02}:00.123Z",
        "lastModifiedDateTime": f"2026-12-01T12:{minute:02}:00.123Z",
        "eventDetail": {
            "@odata.type": "#microsoft.graph.callRecordingEventMessageDetail",
            "callRecordingStatus": status,
            "initiator": {"user": {"id": METTE}},
        },
    }
    return {**base, **changes}


def chatter(minute: int):
    return signal(minute, messageType="message", eventDetail=None)


async def marks(m365, since_minute: int = 0):
    return await m365.meetings.recording_marks(CHAT, NOON + timedelta(minutes=since_minute))


async def test_signals_come_oldest_first(m365, service):
    odd = signal(8, "CHUNKFINISHED", messageType="unknownFutureValue")
    odd["eventDetail"]["@odata.type"] = "#Microsoft.Graph.CallRecordingEventMessageDetail"
    odd["EventDetail"] = odd.pop("eventDetail")
    nobody = signal(3, "failure")
    nobody["eventDetail"]["initiator"] = {"user": None, "application": {"id": "x"}}
    started = signal(5)
    started["eventDetail"]["@odata.type"] = "#microsoft.graph.callStartedEventMessageDetail"
    page = {"value": [odd, signal(7, "success"), chatter(6), started, nobody, signal(1), 7]}
    service.on("GET", MESSAGES, ok(page))
    found = await marks(m365)
    assert [(mark.message_id, mark.status, mark.initiator_oid) for mark in found] == [
        ("1", "initial", METTE),
        ("3", "failure", None),
        ("7", "success", METTE),
        ("8", "chunkFinished", METTE),
    ]
    assert found[0].at == NOON + timedelta(minutes=1, milliseconds=123)
    assert service.calls[-1].headers["prefer"] == "include-unknown-enum-members"
    assert service.calls[-1].query == {"$top": "50"}


async def test_a_status_of_the_future_is_unknown(m365, service):
    service.on("GET", MESSAGES, ok({"value": [signal(1, "paused"), signal(2, None)]}))
    assert [mark.status for mark in await marks(m365)] == ["unknown", "unknown"]


async def test_pages_are_read_until_since(m365, service):
    def more(*messages):
        link = f"{service.url}{MESSAGES}?$top=50&$skiptoken=x"
        return ok({"value": list(messages), "@odata.nextLink": link})

    old_but_edited = signal(1, lastModifiedDateTime="2026-12-01T12:59:00Z")
    service.on(
        "GET",
        MESSAGES,
        more(signal(50), old_but_edited),
        more(signal(40), chatter(31)),
        more(signal(35), chatter(20)),
        more(signal(10)),
    )
    found = await marks(m365, 30)
    assert [mark.message_id for mark in found] == ["35", "40", "50"]
    assert service.count("GET", MESSAGES) == 3


async def test_a_link_to_another_host_is_not_followed(m365, service):
    page = {"value": [signal(50)], "@odata.nextLink": "https://evil.example/graph/v1.0/x"}
    service.on("GET", MESSAGES, ok(page))
    assert await marks(m365) is None
    assert service.count("GET", MESSAGES) == 1


@pytest.mark.parametrize("status", [403, 404])
async def test_a_chat_that_may_not_be_read_is_not_a_quiet_one(m365, service, status):
    service.on("GET", MESSAGES, error(status, "Forbidden"))
    assert await marks(m365) is None


async def test_a_chat_without_end_is_no_answer(m365, service):
    page = {"value": [signal(50)], "@odata.nextLink": f"{service.url}{MESSAGES}?$top=50"}
    service.on("GET", MESSAGES, ok(page))
    with pytest.raises(Unavailable):
        await marks(m365)


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


# --- times ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2026-12-01T12:00:00Z", NOON),
        ("2026-12-01T12:00:00.0000000Z", NOON),
        ("2026-12-01T13:00:00+01:00", NOON),
        ("2026-12-01T12:00:00", NOON),
        ({"dateTime": "2026-12-01T12:00:00.0000000", "timeZone": "UTC"}, NOON),
        ({"dateTime": "2026-12-01T12:00:00", "timeZone": "Romance Standard Time"}, None),
        ("0001-01-01T00:00:00Z", None),
        ("0001-01-01T00:00:00+14:00", None),
        ("i morgen", None),
        ("", None),
        (None, None),
        (1764590400, None),
    ],
)
def test_times_in_any_dress(value, expected):
    assert moment(value) == expected
