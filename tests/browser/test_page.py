"""The sandbox page: everybody can open it, by keyboard and in a narrow window, and cards work."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiohttp import web
from playwright.async_api import Browser, expect

from sandbox import Sandbox
from sandbox.server import serve
from tests.browser.teams_page import TeamsPage, chromium, open_as

pytestmark = pytest.mark.browser

CARD_TYPE = "application/vnd.microsoft.card.adaptive"
ANSWERS: dict[str, dict[str, Any]] = {
    "note": {"type": "application/vnd.microsoft.activity.message", "value": "Det er noteret."},
    "fail": {
        "type": "application/vnd.microsoft.error",
        "value": {"code": "400", "message": "Prøv igen om lidt."},
    },
}


def card(title: str, *verbs: str) -> dict[str, Any]:
    """A small form with one button per verb, named like the verb."""
    choices = [{"title": "Taler for", "value": "for"}, {"title": "Taler imod", "value": "against"}]
    return {
        "type": "AdaptiveCard",
        "version": "1.5",
        "body": [
            {"type": "TextBlock", "text": title, "style": "heading", "wrap": True},
            {"type": "Input.Text", "id": "need", "label": "Hvad er behovet?"},
            {
                "type": "Input.ChoiceSet",
                "id": "verdict",
                "label": "Din vurdering",
                "style": "expanded",
                "choices": choices,
            },
        ],
        "actions": [{"type": "Action.Execute", "verb": verb, "title": verb} for verb in verbs],
    }


async def _answer(request: web.Request) -> web.Response:
    """A bot that greets with nothing and answers each press by its verb."""
    activity = await request.json()
    if activity.get("type") != "invoke":
        return web.Response(status=200)
    action = activity["value"]["action"]
    if answer := ANSWERS.get(action["verb"]):
        status = 400 if action["verb"] == "fail" else 200
        return web.json_response({"statusCode": status, **answer})
    said = f"Du skrev: {action['data'].get('need', '')}, {action['data'].get('verdict', '')}"
    return web.json_response({"statusCode": 200, "type": CARD_TYPE, "value": card(said, "again")})


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    """A sandbox whose bot is a few lines."""
    async with contextlib.AsyncExitStack() as running:
        app = web.Application()
        app.router.add_post("/api/messages", _answer)
        port = await serve(running, app, 0)
        started = Sandbox.start(bot_url=f"http://127.0.0.1:{port}/api/messages")
        yield await running.enter_async_context(started)


@pytest.fixture
async def browser() -> AsyncIterator[Browser]:
    """A headless browser."""
    async with chromium() as opened:
        yield opened


def post_card(sandbox: Sandbox, person: str, *verbs: str, title: str = "Tag stilling") -> None:
    """A card of the bot in the person's own chat."""
    sandbox.world.post(sandbox.world.personal_chat(person), "bot", "", card=card(title, *verbs))


async def meeting(sandbox: Sandbox) -> str:
    """A booked meeting with a phone number, with Ole invited."""
    made = await sandbox.do(
        "create_meeting", as_="mette", title="Samtale", people=["ole"], dialIn=True
    )
    return str(made["meeting"])


async def test_everybody_is_on_the_list(sandbox: Sandbox, browser: Browser) -> None:
    page = await open_as(browser, sandbox.page_url)
    for name in ("Mette Holm", "Jens Brandt", "Ole Madsen", "Amal", "Bent", "Ahmed Yilmaz"):
        await expect(page.page.get_by_role("link", name=name, exact=True)).to_be_visible()
    assert page.errors == []
    await page.page.get_by_role("link", name="Jens Brandt", exact=True).click()
    await page.wait_for("Leder")
    assert "as=jens" in page.page.url


@pytest.mark.parametrize("width", [1280, 320])
async def test_each_page_loads_fits_and_names_its_controls(
    sandbox: Sandbox, browser: Browser, width: int
) -> None:
    post_card(sandbox, "mette", "again")
    running = await meeting(sandbox)
    await sandbox.do("start", as_="mette", meeting=running)
    people = [each for each in sandbox.world.people.values() if each.kind != "mailbox"]
    for person in people if width == 320 else people[:1]:
        page = await open_as(
            browser, sandbox.page_url, person.id, viewport={"width": width, "height": 640}
        )
        for column in ("Samtale", "Møde", "Chats"):
            await page.look_at(column)
            assert await page.width_of_content() <= width, (person.id, column)
            assert await page.nameless_controls() == [], (person.id, column)
        assert page.errors == [], person.id
        await page.page.context.close()


async def test_a_press_answers_with_card_message_or_error(
    sandbox: Sandbox, browser: Browser
) -> None:
    post_card(sandbox, "jens", "again", "note", "fail")
    jens = await open_as(browser, sandbox.page_url, "jens")
    await jens.fill("Hvad er behovet?", "At huske")
    await jens.tick("Taler for", group="Din vurdering")
    await jens.press("fail")
    await expect(jens.last_card.get_by_role("alert")).to_have_text("Prøv igen om lidt.")
    await expect(jens.field("Hvad er behovet?")).to_have_value("At huske")
    await jens.press("note")
    assert await jens.toast() == "Det er noteret."
    await jens.press("again")
    await jens.wait_for("Du skrev: At huske, for")
    assert await jens.page.evaluate("document.activeElement.matches('[data-message]')")
    assert jens.errors == []


async def test_two_cards_keep_their_own_choices(sandbox: Sandbox, browser: Browser) -> None:
    post_card(sandbox, "jens", "again", title="Første")
    post_card(sandbox, "jens", "again", title="Anden")
    jens = await open_as(browser, sandbox.page_url, "jens")
    first, second = jens.card_with("Første"), jens.card_with("Anden")
    await jens.tick("Taler for", within=first)
    await jens.tick("Taler imod", within=second)
    await expect(first.get_by_role("radio", name="Taler for")).to_be_checked()
    assert await jens.page.get_by_role("radiogroup", name="Din vurdering").count() == 2


async def test_typed_words_stay_when_something_else_happens(
    sandbox: Sandbox, browser: Browser
) -> None:
    post_card(sandbox, "jens", "again")
    jens = await open_as(browser, sandbox.page_url, "jens")
    await jens.fill("Hvad er behovet?", "At huske")
    sandbox.world.post(sandbox.world.personal_chat("jens"), "bot", "Endnu en besked")
    await jens.wait_for("Endnu en besked")
    await expect(jens.field("Hvad er behovet?")).to_have_value("At huske")
    await expect(jens.field("Hvad er behovet?")).to_be_focused()


async def test_text_of_others_is_never_markup(sandbox: Sandbox, browser: Browser) -> None:
    hostile = '<img src=x onerror="document.title=1"> [her](javascript:alert(1)) **fed**'
    sandbox.world.post(sandbox.world.personal_chat("jens"), "bot", hostile)
    post_card(sandbox, "jens", "again", title=hostile)
    jens = await open_as(browser, sandbox.page_url, "jens")
    await expect(jens.page.locator(".log strong").filter(has_text="fed")).to_have_count(2)
    assert await jens.page.locator(".log .text img, .card img, .log a").count() == 0
    assert jens.errors == []


async def test_a_meeting_by_keyboard_alone(sandbox: Sandbox, browser: Browser) -> None:
    mette = await open_as(browser, sandbox.page_url, "mette")
    keys = mette.page.keyboard

    async def walk_to(name: str) -> None:
        for _ in range(60):
            await keys.press("Tab")
            said = await mette.page.evaluate(
                "document.activeElement.textContent || document.activeElement.value || ''"
            )
            if name in said:
                return
        pytest.fail(f"{name} is not reached by Tab")

    await walk_to("Nyt møde")
    await keys.press("Enter")
    await expect(mette.page.get_by_label("Titel")).to_be_focused()
    await keys.type("Samtale ved tastatur")
    await keys.press("Enter")
    await expect(mette.page.get_by_role("button", name="Tilføj Lydhør til mødet")).to_be_focused()
    await keys.press("Enter")
    await mette.wait_for("Lydhør er med i mødet")
    await walk_to("Start mødet")
    await keys.press("Enter")
    await mette.wait_for("Du er med i mødet")
    assert mette.errors == []


async def test_lobby_record_and_telephone(sandbox: Sandbox, browser: Browser) -> None:
    running = await meeting(sandbox)
    mette: TeamsPage = await open_as(browser, sandbox.page_url, "mette")
    amal = await open_as(browser, sandbox.page_url, "amal")
    bent = await open_as(browser, sandbox.page_url, "bent")
    await mette.press("Start mødet")
    await amal.press("Deltag")
    await amal.wait_for("Du venter i lobbyen")
    await mette.press("Luk ind")
    await amal.wait_for("Du er med i mødet.")
    await bent.press("Ring op")
    await mette.press("Luk ind")
    await bent.wait_for("Du er med på telefon. Du hører kun lyd.")
    assert await bent.page.locator(".log").count() == 0
    await sandbox.do("set_option", as_="mette", meeting=running, allowRecording=False)
    await mette.press("Optag")
    await mette.wait_for("Optagelse er slået fra i dette møde")
    await mette.unfold("Prøv alligevel")
    await mette.press("Slå til, og optag")
    await amal.wait_for("Teams optager nu")
    await mette.press("Stop optagelse")
    await amal.wait_for("Teams optager ikke")


async def test_what_is_alerted_stands_on_top_of_the_meeting(
    sandbox: Sandbox, browser: Browser
) -> None:
    running = await meeting(sandbox)
    await sandbox.do("start", as_="mette", meeting=running)
    await sandbox.do("join", as_="ole", meeting=running, person="ole")
    ole = await open_as(browser, sandbox.page_url, "ole")
    chat = sandbox.world.meetings[running].chat
    sandbox.world.post(chat, "bot", "", card=card("Ole optager lyden", "again"), alert=True)
    banner = ole.page.get_by_role("region", name="Besked i mødet")
    await expect(banner).to_contain_text("Ole optager lyden")
    await ole.press("Luk", within=banner)
    await expect(banner).to_have_count(0)


async def test_letters_run_nothing(sandbox: Sandbox, browser: Browser) -> None:
    html = (
        "<!doctype html><h1>Svar</h1><p>Du må optage.</p><script>parent.document.title='x'</script>"
    )
    moment = sandbox.world.now().isoformat()
    letter = {"to": "ole@borger.example", "subject": "Svar om dit møde", "html": html, "at": moment}
    sandbox.world.mailbox.append(letter)
    ole = await open_as(browser, sandbox.page_url, "ole")
    await ole.open_chat("Indbakke")
    assert "Du må optage." in await ole.read_letter("Svar om dit møde")
    assert await ole.page.title() != "x"


async def test_the_bench_breaks_things_and_moves_the_clock(
    sandbox: Sandbox, browser: Browser
) -> None:
    ahmed = await open_as(browser, sandbox.page_url, "ahmed")
    await ahmed.press("Slå til: Der står ingen leder i kataloget")
    await expect(ahmed.page.get_by_text("Slået til")).to_be_visible()
    assert "no_manager" in sandbox.world.faults.view()
    await ahmed.page.get_by_label("Hvad er forkert").select_option(label="Tenant")
    await ahmed.press("Slå til: En anden end Graph melder noget")
    await expect(ahmed.page.get_by_text("Slået til")).to_have_count(2)
    assert sandbox.world.faults.view()["forged_notification"]["what"] == "tenant"
    await ahmed.press("Fjern alle fejl")
    await ahmed.wait_until_gone("Slået til")
    await ahmed.press("En time frem")
    await ahmed.wait_for("Det er 1 t. 0 min. foran")


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_words_stand_out_from_their_ground(
    sandbox: Sandbox, browser: Browser, scheme: str
) -> None:
    page = await open_as(browser, sandbox.page_url, "mette", color_scheme=scheme)
    found: dict[str, float] = await page.page.evaluate(CONTRAST)
    assert {pair: ratio for pair, ratio in found.items() if ratio < 4.5} == {}


CONTRAST = """() => {
  const pairs = ["text plane", "text inset", "text raised", "text mine", "text-soft plane",
    "text-soft inset", "text-soft raised", "text-soft back", "text-soft mine", "on-brand brand",
    "on-brand brand-strong", "brand-text plane", "brand-text brand-soft", "text-soft brand-soft",
    "good good-soft", "warning warning-soft", "danger danger-soft", "danger plane", "danger raised"];
  const probe = document.body.appendChild(document.createElement("i"));
  const light = (name) => {
    probe.style.color = `var(--${name})`;
    const [r, g, b] = getComputedStyle(probe).color.match(/[\\d.]+/g).map((part) => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05;
  };
  return Object.fromEntries(pairs.map((pair) => {
    const [one, other] = pair.split(" ").map(light);
    return [pair, Math.max(one, other) / Math.min(one, other)];
  }));
}"""
