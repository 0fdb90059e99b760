"""Nothing that people write about themselves or each other comes out where it does not belong.

Every field where somebody may write gets a text of its own (``played.CANARIES``); the way and its side
paths are played, and everything the product says is looked through for them.
"""

from __future__ import annotations

import asyncio
import base64
import json
import logging
import re
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from datetime import timedelta
from typing import Any
from uuid import uuid4

import aiohttp
import psycopg
import pytest
from psycopg import sql
from sqlalchemy.engine import make_url

from clock import ShiftedClock
from store.database import plain_url
from tests.scenario.stage import WISH, Stage, on_stage, words
from tests.scenario.test_data_protection import press, run_out
from tests.system import played
from tests.system.played import CANARIES, CPR, GROUND, MAIL, NAME, SECOND, TITLE, TYPED
from tests.system.watching import Ear, found_in, listening, tables, texts_of

STAFF = frozenset({"Mette Holm", "Jens Brandt", "Nadia Friis", "Lene Krogh"})
EVERYBODY = CANARIES | STAFF


@pytest.fixture
async def stage(database_url: str, clock: ShiftedClock) -> AsyncIterator[Stage]:
    async with on_stage(database_url, clock) as made:
        yield made


@pytest.fixture
def ear(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> Iterator[Ear]:
    with listening(stage, monkeypatch) as heard:
        yield heard


async def get(stage: Stage, path: str) -> str:
    async with aiohttp.ClientSession() as session, session.get(stage.base + path) as answer:
        return f"{answer.headers} {await answer.text()}"


async def silent(stage: Stage, ear: Ear, more: frozenset[str] = frozenset()) -> None:
    """What must hold after whatever happened; ``more``: texts that are looked for besides."""
    canaries, everybody = CANARIES | more, EVERYBODY | more
    assert ear.lines
    assert found_in(everybody, *ear.lines) == set()
    assert found_in(everybody, *ear.records) == set()  # what a careless handler would write
    assert found_in(everybody, *ear.errors) == set()
    for path in ("/metrics", "/readyz", "/healthz", "/notice"):
        assert found_in(everybody, await get(stage, path)) == set(), path
    assert found_in(everybody, *(call.url for call in ear.calls if not call.to_bot)) == set()
    assert found_in(canaries, *(t for fault in ear.faults for t in texts_of(fault))) == set()
    assert found_in(canaries, *ear.statements) == set()
    kept = await asyncio.to_thread(tables, stage.database.url)
    assert kept.keys() >= {"personal", "effects", "journal", "procrastinate_jobs", "chats"}
    assert {name: found for name, text in kept.items() if (found := found_in(canaries, text))} == {}
    staff = {name for name, text in kept.items() if found_in(STAFF, text)}
    assert staff <= {"chats", "colleagues"}  # where the names of employees are kept


async def test_the_way_tells_nobody_who_it_is_about(stage: Stage, ear: Ear) -> None:
    await played.decide(stage)
    assert {r["state"] for r in await stage.rows("SELECT state FROM requests")} == {
        "granted",
        "not_granted",
    }
    before = [words(m.card) + m.text for m in stage.messages(stage.chat)]
    assert found_in(EVERYBODY, *before) == set()
    await played.hold(stage)
    after = [words(m.card) + m.text for m in stage.messages(stage.chat)]
    assert found_in(EVERYBODY, *after) == {NAME}
    await silent(stage, ear)
    in_personal_chats(stage)
    on_the_way_out(stage, ear)
    assert stage.sandbox.world.problems == []


def in_personal_chats(stage: Stage) -> None:
    """The test sees what it should: the employee's own cards do hold the texts."""
    shown = [words(m.card_for("mette")) for m in stage.messages(stage.personal("mette"))]
    assert found_in(CANARIES, *shown) >= {NAME, SECOND, TITLE}
    for person in ("nadia", "ahmed", "lene"):
        others = [words(m.card) for m in stage.messages(stage.personal(person))]
        assert found_in(CANARIES, *others) == set()


def on_the_way_out(stage: Stage, ear: Ear) -> None:
    """Lines on a locked screen, subjects, headers, and the bubbles in the meeting."""
    posted = [json.loads(call.body) for call in ear.out("/activities") if call.method != "GET"]
    lines = [json.dumps({k: v for k, v in a.items() if k != "attachments"}) for a in posted]
    assert len(lines) > 20
    assert found_in(EVERYBODY, *(line for line in lines if "summary" in line)) == set()
    assert all("summary" in line or '"text"' in line for line in lines)
    assert found_in(CANARIES, *lines) == set()
    mail = stage.answers()
    assert [letter["to"] for letter in mail] == [MAIL]
    assert found_in(CANARIES, mail[0]["html"]) >= {NAME}
    assert {letter["to"] for letter in stage.receipts()} == {MAIL}
    assert all(found_in(CANARIES, letter["html"]) <= {NAME} for letter in stage.receipts())
    for letter in (*mail, *stage.receipts()):
        assert found_in(EVERYBODY, letter["subject"], str(letter["headers"])) == set()
    bubbles = ear.out("/notification")
    assert bubbles
    assert found_in(EVERYBODY, *(call.body for call in bubbles)) == set()
    assert (
        found_in(EVERYBODY, json.dumps(stage.sandbox.world.meetings[stage.meeting].notices))
        == set()
    )
    headers = (call.headers for call in ear.calls if not call.to_bot)
    assert found_in(EVERYBODY, *headers) == set()


async def quietly(happening: Awaitable[Any]) -> Any:
    """Something whose job fails; ``drain`` passes the job's fault on, a worker would not."""
    try:
        return await happening
    except Exception as error:
        return error


@pytest.mark.parametrize(
    ("fault", "route"),
    [
        ("fail", "sendMail"),
        ("fail", "activities"),
        ("fail", "users"),
        ("fail_after_work", "onlineMeetings"),
        ("throttle", "notification"),
    ],
)
async def test_jobs_that_fail(stage: Stage, ear: Ear, fault: str, route: str) -> None:
    meeting = await played.meet(stage)
    await played.register(stage, meeting, played.FIRST_WISH)
    options: dict[str, Any] = {"retryAfter": 0} if fault == "throttle" else {"status": 403}
    stage.sandbox.world.faults.set(fault, route=route, count=30, **options)
    await quietly(played.grant(stage))
    await quietly(stage.start("ole"))
    assert stage.sandbox.world.faults.struck[fault]
    stage.sandbox.world.faults.clear()
    await quietly(stage.pass_time(minutes=20))
    await silent(stage, ear)


async def test_a_job_whose_fault_quotes_somebody(stage: Stage, ear: Ear) -> None:
    async def quote(_claim: Any) -> str:
        try:
            raise ValueError(f"{NAME} {CPR}")
        except ValueError as error:
            raise RuntimeError(f"{MAIL} {TYPED}") from error

    meeting = await played.meet(stage)
    stage.engine._handlers |= {"ask": quote, "wish_card": quote}
    await quietly(stage.press("ole", "want_to_record", chat=stage.chat))
    assert isinstance(await quietly(played.register(stage, meeting, played.FIRST_WISH)), Exception)
    for _ in range(30):
        await quietly(stage.pass_time(minutes=20))
    outcomes = {r["outcome"] for r in await stage.rows("SELECT outcome FROM effects")}
    assert "gave_up" in outcomes
    await silent(stage, ear)


async def sign(stage: Stage, body: bytes, path: str = "/api/messages", **headers: str) -> str:
    token = stage.sandbox.entra.activity_token(stage.sandbox.world.service_url)
    given = {"Authorization": f"Bearer {token}", "Content-Type": "application/json", **headers}
    async with (
        aiohttp.ClientSession() as session,
        session.post(stage.base + path, data=body, headers=given) as answer,
    ):
        assert answer.status != 500
        return f"{answer.status} {answer.headers} {await answer.text()}"


def activity(stage: Stage, **changed: Any) -> dict[str, Any]:
    world = stage.sandbox.world
    plain = {
        "type": "message",
        "id": uuid4().hex,
        "channelId": "msteams",
        "serviceUrl": world.service_url,
        "from": world.people["ole"].account(),
        "recipient": {"id": f"28:{world.app_id}"},
        "conversation": {"id": "a:1", "conversationType": "personal", "tenantId": world.tenant_id},
        "channelData": {"tenant": {"id": world.tenant_id}},
        "text": f"{TYPED} {CPR}",
    }
    return plain | changed


async def test_malformed_activities(stage: Stage, ear: Ear) -> None:
    await played.meet(stage)
    said: Any = {"id": NAME, "name": [MAIL], CPR: TYPED}
    presses = [
        {"action": {"verb": TYPED, "data": {NAME: MAIL}}},
        {"action": {"verb": "grant", "data": {"request_id": NAME}}},
        {"action": {"verb": "register_submit", "data": {"meeting": CPR, "citizen_name": NAME}}},
        {"action": said},
        said,
        [NAME],
    ]
    odd = [
        activity(stage),
        activity(stage, type=TYPED),
        activity(stage, name=NAME, type="event", value=said),
        activity(stage, channelId=NAME),
        activity(stage, timestamp=NAME),
        activity(stage, **{"from": said}),
        activity(stage, **{"from": {"id": "29:1", "name": NAME, "aadObjectId": CPR * 9}}),
        activity(stage, conversation={"id": NAME * 50}),
        activity(stage, serviceUrl=f"https://{TYPED}.example/"),
        activity(stage, channelData={"tenant": {"id": NAME}}),
        activity(stage, type="conversationUpdate", membersAdded=[said], membersRemoved=[said]),
        activity(stage, attachments=[said], entities=[said], replyToId=NAME, locale=NAME),
        activity(stage, type="invoke", name=TYPED, value=said),
        *(activity(stage, type="invoke", name="adaptiveCard/action", value=v) for v in presses),
        *(activity(stage, value=v) for v in presses),
    ]
    for name in ("meetingStart", "meetingEnd", "meetingParticipantJoin"):
        event = f"application/vnd.microsoft.{name}"
        odd.append(activity(stage, type="event", name=event, value=said | {"Title": TITLE}))
    answers = [await sign(stage, json.dumps(a).encode()) for a in odd]
    answers.append(await sign(stage, f'{{"{NAME}": '.encode()))
    answers.append(await sign(stage, f'"{NAME}"'.encode()))
    answers.append(
        await sign(stage, json.dumps(activity(stage)).encode(), Authorization=f"Bearer {NAME}")
    )
    answers.append(await sign(stage, b"{}", f"/{TYPED}?name={TYPED}"))
    answers.append(await sign(stage, b"{}", f"/notice?name={TYPED}"))
    answers.append(await sign(stage, NAME.encode(), **{"Content-Type": "text/plain"}))
    answers.append(await get(stage, f"/{TYPED}/{CPR}"))
    await quietly(stage.settle())
    assert found_in(CANARIES, *answers) == set()
    await silent(stage, ear)


def administer(url: str, database: str, statement: sql.Composable) -> None:
    target = make_url(url).set(database=database).render_as_string(hide_password=False)
    with psycopg.connect(plain_url(target), autocommit=True) as connection:
        connection.execute(statement)


WRITING = {
    "personal": ("register", "want"),
    "requests": ("register",),
    "journal": ("register", "want"),
    "chats": ("open",),
    "contact_wishes": ("want",),
}
"""Which turns write to the table: each must fail while it takes no row."""


async def test_a_database_that_refuses_a_row(stage: Stage, ear: Ear) -> None:
    """PostgreSQL quotes the refused row in its error: *Failing row contains …*."""
    url, name = stage.database.url, make_url(stage.database.url).database or ""
    forbid = sql.SQL("ALTER TABLE {} ADD CONSTRAINT never CHECK (false) NOT VALID")
    allow = sql.SQL("ALTER TABLE {} DROP CONSTRAINT never")
    meeting = await played.meet(stage)
    await stage.press("mette", "register_open")
    wish = played.FIRST_WISH | {"meeting": meeting}
    turns: dict[str, Callable[[], Awaitable[Any]]] = {
        "register": lambda: stage.press("mette", "register_submit", **wish),
        "want": lambda: stage.press("ole", "want_to_record", chat=stage.chat),
        "open": lambda: stage.do("open_personal", "ole", person="ole"),
    }
    for table, writing in WRITING.items():
        await asyncio.to_thread(administer, url, name, forbid.format(sql.Identifier(table)))
        for turn in writing:
            before = len(ear.lines)
            await quietly(turns[turn]())
            assert any("turn_failed" in line for line in ear.lines[before:]), (table, turn)
        await asyncio.to_thread(administer, url, name, allow.format(sql.Identifier(table)))
    await silent(stage, ear)


async def test_a_database_that_goes_away(stage: Stage, ear: Ear) -> None:
    url, name = stage.database.url, make_url(stage.database.url).database or ""
    meeting = await played.meet(stage)
    await stage.press("mette", "register_open")
    allow = sql.SQL("ALTER DATABASE {} ALLOW_CONNECTIONS {}")
    closed = allow.format(sql.Identifier(name), sql.SQL("false"))
    end = sql.SQL("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = {}")
    await asyncio.to_thread(administer, url, "postgres", closed)
    await asyncio.to_thread(administer, url, "postgres", end.format(sql.Literal(name)))
    wish = WISH | played.FIRST_WISH | {"meeting": meeting}
    answer = await quietly(stage.press("mette", "register_submit", **wish))
    said = await quietly(
        stage.do("message", "mette", chat=stage.personal("mette"), text=f"{TYPED} {CPR}")
    )
    away = await get(stage, "/readyz")
    assert isinstance(answer, Exception | dict)
    assert isinstance(said, Exception | dict)
    assert '"ready": false' in away
    opened = allow.format(sql.Identifier(name), sql.SQL("true"))
    await asyncio.to_thread(administer, url, "postgres", opened)
    await quietly(stage.settle())
    assert found_in(CANARIES, away) == set()
    assert any("turn_put_off" in line for line in ear.lines)
    assert await stage.rows("SELECT 1 FROM requests") == []
    await silent(stage, ear)


async def test_a_citizen_who_opens_the_app_leaves_no_name_in_clear(stage: Stage, ear: Ear) -> None:
    stage.sandbox.world.people["ole"].name = NAME
    await stage.do("open_personal", "ole", person="ole")
    await stage.do("message", "ole", chat=stage.personal("ole"), text=f"{TYPED} {CPR}")
    ole = stage.sandbox.world.people["ole"].oid
    assert len(await stage.rows("SELECT 1 FROM chats WHERE oid = :o", o=ole)) == 1
    await silent(stage, ear)


async def test_data_protection_tells_nobody_but_the_dpo(stage: Stage, ear: Ear) -> None:
    """Holds with a reason, searches, links, pages that are gone, deletion: no address, log, job, metric,
    error page or table in clear says of whom."""
    await played.decide(stage)
    await played.hold(stage)
    number = str((await stage.rows("SELECT number FROM requests"))[0]["number"])
    typed = {"case_number": number, "held_why": f"{TYPED} {CPR}", "person": NAME}
    for verb in ("hold_set", "hold_lift"):
        await press(stage, "birgit", verb, typed)
    await press(stage, "birgit", "hold_set", typed | {"case_number": CPR})
    await press(stage, "birgit", "looks", {"case_number": NAME})
    for searched in (NAME, CPR, MAIL, "Xqfindes Ikke"):
        await press(stage, "birgit", "person_export", {"person": searched})
    ready = await press(stage, "birgit", "person_export", {"person": NAME})
    assert found_in(EVERYBODY - STAFF, json.dumps(ready)) == set()
    link = re.findall(r"/extract/[^\"]+", json.dumps(ready))[0]
    again = await press(stage, "birgit", "person_export", {"person": NAME})
    other = re.findall(r"/extract/[^\"]+", json.dumps(again))[0]
    async with aiohttp.ClientSession() as session:
        pages = []
        for method, path in (
            ("GET", link), ("POST", link), ("POST", link), ("POST", f"{other}?as=file"),
            ("GET", f"/extract/{TYPED}"), ("POST", f"/extract/{CPR}?as={NAME}"),
        ):  # fmt: skip
            async with session.request(method, stage.base + path) as answer:
                pages.append(f"{answer.headers} {await answer.text()}")
                kept = answer.headers.getall("Cache-Control", [])
                assert kept == ["no-store"], path
    assert found_in(CANARIES, pages[1]) >= {NAME, GROUND}
    assert found_in(CANARIES, pages[3]) >= {NAME, GROUND}
    assert found_in(CANARIES, pages[0], pages[2], pages[4], pages[5]) == set()
    stage.clock.advance(timedelta(days=400))
    await run_out(stage)
    token = link.rsplit("/", 1)[-1]
    assert not [line for line in (*ear.lines, *ear.records) if token in str(line)]
    assert token not in str(await asyncio.to_thread(tables, stage.database.url))
    await silent(stage, ear)


async def test_the_ear_hears(stage: Stage, ear: Ear) -> None:
    """A canary that is told is found, however it is written."""
    for written in (NAME, NAME.encode().hex(), f"b {base64.b64encode(b'abc' + NAME.encode())!r}"):
        assert found_in(CANARIES, f"… {written} …") == {NAME}
    assert found_in(CANARIES, json.dumps({"t": TITLE})) == {TITLE}
    assert found_in(CANARIES, CPR.replace("-", "")) == {CPR}
    await get(stage, "/healthz")
    assert any("request" in line for line in ear.lines)
    logging.getLogger("aiohttp.access").debug(NAME)
    assert found_in(CANARIES, *ear.records) == {NAME}
    assert found_in(CANARIES, *ear.lines) == set()
