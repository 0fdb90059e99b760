"""The Graph stand-in (teams-platform 4, 5.2, 12)."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

import pytest

from sandbox import Sandbox, cast

V1 = "/graph/v1.0"
PREFER = {"Prefer": "include-unknown-enum-members"}


def codes(sandbox: Sandbox) -> list[str]:
    return [problem["code"] for problem in sandbox.world.problems]


def one(meeting: Any) -> str:
    return f"{V1}/users/{meeting.organizer.oid}/onlineMeetings/{meeting.graph_id}"


async def test_users_and_managers(sandbox: Sandbox, call: Any) -> None:
    mette, jens = sandbox.world.people["mette"], sandbox.world.people["jens"]
    _, user = await call("GET", f"{V1}/users/{mette.oid}?$select=id,mail,accountEnabled")
    assert user == {"id": mette.oid, "mail": mette.mail, "accountEnabled": True}
    _, manager = await call("GET", f"{V1}/users/{mette.oid}/manager?$select=id")
    assert manager == {"id": jens.oid}
    assert (await call("GET", f"{V1}/users/{jens.oid}/manager"))[0] == 404
    assert (await call("GET", f"{V1}/users/{sandbox.world.people['karla'].oid}"))[0] == 404
    await sandbox.do("fault", name="no_manager")
    assert (await call("GET", f"{V1}/users/{mette.oid}/manager"))[0] == 404
    assert not sandbox.world.problems
    assert (await call("GET", f"{V1}/users/{mette.mri}"))[0] == 400
    assert codes(sandbox) == ["mri_in_graph"]


async def test_switches_are_patched_and_read_back(
    sandbox: Sandbox, call: Any, meeting: Any
) -> None:
    off = {"allowRecording": False, "allowTranscription": False, "recordAutomatically": False}
    status, body = await call("PATCH", one(meeting), off)
    assert status == 200
    assert off.items() <= body.items()
    _, again = await call("GET", one(meeting) + "?$select=allowRecording,audioConferencing")
    assert again["allowRecording"] is False
    assert again["audioConferencing"] is not None
    url = quote(meeting.join_url.replace("'", "''"), safe="")
    found = f"{V1}/users/{meeting.organizer.oid}/onlineMeetings?$filter=JoinWebUrl%20eq%20'{url}'"
    _, listed = await call("GET", found)
    assert [row["id"] for row in listed["value"]] == [meeting.graph_id]
    assert not sandbox.world.problems


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({"joinWebUrl": "https://x"}, "forbidden_property"),
        ({"meetingTemplateId": "x"}, "forbidden_property"),
        ({"allowRecording": "false"}, "bad_property_value"),
        ({"startDateTime": "2026-12-01T12:00:00Z"}, "bad_property_value"),
    ],
)
async def test_what_cannot_be_patched(
    sandbox: Sandbox, call: Any, meeting: Any, body: dict[str, Any], code: str
) -> None:
    assert (await call("PATCH", one(meeting), body))[0] == 400
    assert codes(sandbox) == [code]


@pytest.mark.parametrize("status", [403, 404])
async def test_missing_access_policy(
    sandbox: Sandbox, call: Any, meeting: Any, status: int
) -> None:
    sandbox.world.switches["missing_access_policy_status"] = status
    await sandbox.do("fault", name="missing_access_policy")
    got, body = await call("PATCH", one(meeting), {"allowRecording": False})
    assert got == status
    assert "is not authorized to" in body["error"]["message"]
    assert meeting.options["allowRecording"] is True


@pytest.mark.parametrize(("rule", "status"), [("ignored", 200), ("refused", 400)])
async def test_patch_while_running(
    sandbox: Sandbox, call: Any, meeting: Any, rule: str, status: int
) -> None:
    sandbox.world.switches["running_patch"] = rule
    meeting.options["recordAutomatically"] = True
    await sandbox.do("start", meeting=meeting.id)
    got, _ = await call(
        "PATCH", one(meeting), {"allowRecording": False, "recordAutomatically": False}
    )
    assert got == status
    assert meeting.options["recordAutomatically"] is True
    assert meeting.options["allowRecording"] is (rule == "refused")


@pytest.mark.parametrize("stops", [False, True])
async def test_switching_off_does_not_stop_a_recording(
    sandbox: Sandbox, call: Any, meeting: Any, stops: bool
) -> None:
    sandbox.world.switches["recording_stops_on_block"] = stops
    await sandbox.do("start", meeting=meeting.id)
    await sandbox.do("record", meeting=meeting.id)
    await call("PATCH", one(meeting), {"allowRecording": False})
    assert meeting.recording is not stops


async def test_recording_messages(sandbox: Sandbox, call: Any, meeting: Any) -> None:
    await sandbox.do("start", meeting=meeting.id)
    await sandbox.do("record", meeting=meeting.id)
    await sandbox.do("stop_record", meeting=meeting.id)
    path = f"{V1}/chats/{meeting.chat.id}/messages?$top=50"
    _, plain = await call("GET", path)
    assert {row["messageType"] for row in plain["value"]} == {"unknownFutureValue"}
    _, named = await call("GET", path, headers=PREFER)
    kind = "#microsoft.graph.callRecordingEventMessageDetail"
    details = [r["eventDetail"] for r in named["value"] if r["eventDetail"]["@odata.type"] == kind]
    assert [d["callRecordingStatus"] for d in details] == ["success", "chunkFinished", "initial"]
    assert details[-1]["initiator"]["user"]["id"] == meeting.organizer.oid
    assert {row["messageType"] for row in named["value"]} == {"systemEventMessage"}


async def test_message_pages_and_delay(sandbox: Sandbox, call: Any, meeting: Any) -> None:
    sandbox.world.switches["system_message_delay"] = 60
    await sandbox.do("start", meeting=meeting.id)
    await sandbox.do("record", meeting=meeting.id)
    path = f"{V1}/chats/{meeting.chat.id}/messages?$top=1"
    assert (await call("GET", path))[1]["value"] == []
    await sandbox.do("advance", seconds=61)
    _, first = await call("GET", path)
    next_path = first["@odata.nextLink"].removeprefix(sandbox.https_url)
    _, second = await call("GET", next_path)
    assert len(first["value"]) == len(second["value"]) == 1
    assert "@odata.nextLink" not in second


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("$top=51", "bad_top"),
        ("$search=x", "unknown_query_option"),
        ("$filter=createdDateTime gt 2026-01-01T00:00:00Z", "bad_filter"),
    ],
)
async def test_message_queries(
    sandbox: Sandbox, call: Any, meeting: Any, query: str, code: str
) -> None:
    path = f"{V1}/chats/{meeting.chat.id}/messages?{query.replace(' ', '%20')}"
    assert (await call("GET", path))[0] == 400
    assert codes(sandbox) == [code]


async def test_chat_consent_and_permissions(sandbox: Sandbox, call: Any, meeting: Any) -> None:
    chat = f"{V1}/chats/{meeting.chat.id}"
    _, body = await call("GET", f"{chat}/members")
    assert {row["displayName"] for row in body["value"]} >= {"Mette Holm", "Ole Madsen"}
    await sandbox.do("fault", name="missing_chat_rsc")
    assert (await call("GET", f"{chat}/messages"))[0] == 403
    await sandbox.do("fault", name="missing_permission", permission="User.Read.All")
    oid = sandbox.world.people["mette"].oid
    assert (await call("GET", f"{V1}/users/{oid}"))[0] == 403
    assert not sandbox.world.problems


async def test_install_for_a_person(sandbox: Sandbox, call: Any, bot: Any) -> None:
    ahmed = sandbox.world.people["ahmed"]
    found = f"{V1}/appCatalogs/teamsApps?$filter=externalId%20eq%20'{cast.APP_ID}'"
    _, catalog = await call("GET", found)
    app = f"https://graph.microsoft.com/v1.0/appCatalogs/teamsApps/{catalog['value'][0]['id']}"
    apps = f"{V1}/users/{ahmed.oid}/teamwork/installedApps"
    assert (await call("POST", apps, {"teamsApp@odata.bind": app}))[0] == 201
    assert bot.names() == ["conversationUpdate", "installationUpdate"]
    assert (await call("POST", apps, {"teamsApp@odata.bind": app}))[0] == 409
    _, listed = await call("GET", apps)
    _, chat = await call("GET", f"{apps}/{listed['value'][0]['id']}/chat")
    assert sandbox.world.chat(chat["id"]) is sandbox.world.personal_chat("ahmed")
    assert not sandbox.world.problems


async def test_mail(sandbox: Sandbox, call: Any) -> None:
    box = sandbox.world.people["postkasse"]
    message = {
        "subject": "Svar",
        "body": {"contentType": "HTML", "content": "<p>Ja</p>"},
        "toRecipients": [{"emailAddress": {"address": "ole@borger.example"}}],
        "internetMessageHeaders": [{"name": "x-key", "value": "1"}],
    }
    path = f"{V1}/users/{box.oid}/sendMail"
    assert (await call("POST", path, {"message": message}))[0] == 202
    assert sandbox.world.view("ole")["mailbox"][0]["html"] == "<p>Ja</p>"
    assert not sandbox.world.problems
    assert (await call("POST", path, {"message": {**message, "to": "x"}}))[0] == 400
    assert codes(sandbox) == ["unknown_property"]


async def test_install_in_a_chat_needs_consent(sandbox: Sandbox, call: Any, bot: Any) -> None:
    made = await sandbox.do("create_meeting", as_="mette", title="Møde")
    path = f"{V1}/chats/{made['chat']}/installedApps"
    app = f"https://graph.microsoft.com/v1.0/appCatalogs/teamsApps/{cast.CATALOG_APP_ID}"
    assert (await call("POST", path, {"teamsApp@odata.bind": app}))[0] == 400
    assert codes(sandbox) == ["missing_consent"]
    rsc = [{"permissionValue": "OnlineMeeting.ReadBasic.Chat", "permissionType": "Application"}]
    body = {
        "teamsApp@odata.bind": app,
        "consentedPermissionSet": {"resourceSpecificPermissions": rsc},
    }
    assert (await call("POST", path, body))[0] == 201
    assert bot.names() == ["conversationUpdate", "installationUpdate"]


@pytest.mark.parametrize(("status", "already"), [(404, 409), (400, 400)])
async def test_unconfirmed_statuses(sandbox: Sandbox, call: Any, status: int, already: int) -> None:
    sandbox.world.switches |= {"no_manager_status": status, "already_installed_status": already}
    jens = sandbox.world.people["jens"].oid
    assert (await call("GET", f"{V1}/users/{jens}/manager"))[0] == status
    app = f"https://graph.microsoft.com/v1.0/appCatalogs/teamsApps/{cast.CATALOG_APP_ID}"
    apps = f"{V1}/users/{jens}/teamwork/installedApps"
    assert (await call("POST", apps, {"teamsApp@odata.bind": app}))[0] == already
