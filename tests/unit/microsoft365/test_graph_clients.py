"""Graph: people, meetings and their switches."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from microsoft365.errors import Denied, Unavailable
from microsoft365.payload import moment
from microsoft365.people import Person
from microsoft365.switches import Switches
from tests.unit.microsoft365.fakes import METTE, OLE, TENANT, error, ok

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
