"""The whole way in a browser: sandbox and bot as they really run, four windows and a telephone.

Leaves a picture of every window at the main moments in ``ci-output/screenshots``.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import datetime

import pytest
from playwright.async_api import Browser, Locator, expect

from clock import COPENHAGEN
from sandbox.client import SandboxClient
from tests.browser.album import Album, ci_output
from tests.browser.keyboard import Keyboard
from tests.browser.teams_page import Column, TeamsPage, chromium, open_as
from texts.catalog import text
from tools.demos.frederiksberg import block, register
from tools.play import Play
from tools.stack import Ports, Stack, local_stack, passing_data

pytestmark = pytest.mark.browser

TITLE = "Samtale om hverdagen"
OWN_WORDS = "Jeg glemmer let, hvad vi aftaler."
CRITERIA = 5
NEED = "Ole kan følge med og huske, når Mette skriver aftalerne ned sammen med ham undervejs."
WEIGHING = "Til dette møde kommer også en nabo, som fortæller om sit eget helbred."


def da(key: str, **values: str) -> str:
    """What a card says in Danish."""
    return text(f"card.{key}", "da", **values)


@pytest.fixture
async def stack(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Stack]:
    """Both programs, with a watch that looks every second."""
    monkeypatch.setenv("START_POLL_SECONDS", "1")
    monkeypatch.setenv("WATCH_POLL_SECONDS", "1")
    with passing_data("lydhoer-way-") as folder:
        async with local_stack(folder, Ports.any_free(), echo=False) as running:
            yield running


@pytest.fixture
async def browser() -> AsyncIterator[Browser]:
    """A headless browser."""
    async with chromium() as opened:
        yield opened


class Way:
    """The four windows and the telephone, and the album; each method is a part of the story."""

    def __init__(self, browser: Browser, base: str, album: Album) -> None:
        self.browser, self.base, self.album = browser, base, album
        self.mette: TeamsPage
        self.jens: TeamsPage
        self.ole: TeamsPage
        self.amal: TeamsPage
        self.bent: TeamsPage

    async def open_windows(self) -> None:
        """Everybody sits down."""
        chooser = await open_as(self.browser, self.base, viewport={"width": 1000, "height": 1000})
        await self.album.keep(chooser, "who-will-you-be")
        for name in ("mette", "jens", "ole", "amal", "bent"):
            setattr(self, name, await open_as(self.browser, self.base, name))

    @property
    def windows(self) -> tuple[TeamsPage, ...]:
        """All that are open."""
        return (self.mette, self.jens, self.ole, self.amal, self.bent)

    async def book(self) -> None:
        """Mette books a meeting with a phone number and adds Lydhør: recording is switched off."""
        await self.mette.book(TITLE, dialin=True)
        await self.mette.press("Tilføj Lydhør til mødet")
        await self.mette.wait_for(da("block.held"))
        await self.ole.open_chat(TITLE)
        await self.ole.wait_for(da("block.held"))
        await self.album.keep(self.mette, "mette-meeting-blocked")
        await self.album.keep(self.ole, "ole-meeting-blocked")

    async def wish(self) -> None:
        """Ole presses the button on the status card; his name stays out of the chat."""
        await self.ole.press(da("status.want"))
        assert text("toast.wish_received", "da") == await self.ole.toast()
        await self.album.keep(self.ole, "ole-wish-received")
        await expect(self.mette.page.locator(".log")).not_to_contain_text("Ole Madsen har trykket")
        await self.mette.open_chat()
        await self.mette.wait_for("Ole Madsen har trykket")
        await self.album.keep(self.mette, "mette-contact-wish")

    async def help(self) -> None:
        """What only unfolds on a card stays in the window: nothing is sent, nothing fails."""
        welcome = self.mette.card_with("Når en borger gerne vil optage")
        await self.mette.press("Sådan fungerer det", within=welcome)
        await self.mette.wait_for(da("welcome.help_ask"))
        await expect(welcome.get_by_role("alert")).to_have_count(0)
        await self.mette.press("Sådan fungerer det", within=welcome)

    async def register(self) -> None:
        """Mette registers from the wish, keyboard only, and is turned back once."""
        keys = Keyboard(self.mette)
        await keys.enter("Registrér ønsket")
        await self.mette.wait_for(da("registration.title"))
        await self.album.keep_whole(self.mette, "mette-form")
        await keys.type_into("e-mail eller telefonnummer", "ole@borger")
        await keys.choose("bisidder", "Ja")
        await keys.type_into("egne ord", OWN_WORDS)
        await keys.enter("Registrér ønsket")
        await self.mette.wait_for(da("form.fix_many", count="2"))
        await self.album.keep_whole(self.mette, "mette-form-errors")
        await self.kept()
        await keys.type_into("e-mail eller telefonnummer", "ole@borger.example")
        await keys.choose("Hvorfor vil borgeren", "svært ved at huske")
        await keys.enter("Registrér ønsket")
        await self.mette.wait_for(da("state.awaiting_leader"))
        await self.album.keep_whole(self.mette, "mette-registered")

    async def kept(self) -> None:
        """What Mette typed stands there still, and the faults are said at the fields."""
        card = self.mette.card_with(da("registration.title"))
        await expect(card).to_contain_text(text("problem.contact_email_bad", "da"))
        await expect(card).to_contain_text(text("problem.ground_missing", "da"))
        for label, value in (
            ("Borgerens navn", "Ole Madsen"),
            ("e-mail eller telefonnummer", "ole@borger"),
            ("egne ord", OWN_WORDS),
        ):
            await expect(self.mette.field(label, within=card)).to_have_value(value)
        await expect(self.mette.field("bisidder", within=card)).to_have_value("yes")

    async def decide(self) -> None:
        """Jens presses too early, then weighs all five and gives leave."""
        card = await self.assessment()
        await self.album.keep_whole(self.jens, "jens-assessment")
        await self.weigh(card, "Taler for", upto=2)
        await self.jens.press("Giv lov", within=card)
        await self.jens.wait_for(da("form.fix_many", count="3"))
        await self.album.keep_whole(self.jens, "jens-something-missing")
        await self.weigh(card, "Taler for")
        await self.jens.press("Giv lov", within=card)
        await self.jens.wait_for(da("decided.granted"))
        await self.album.keep(self.jens, "jens-decided")

    async def assessment(self) -> Locator:
        """The card in Jens' chat."""
        await self.jens.open_chat()
        await self.jens.wait_for(da("assessment.title"))
        return self.jens.card_with(da("assessment.title"))

    async def weigh(self, card: Locator, verdict: str, *, upto: int = CRITERIA) -> None:
        """The same verdict on the first criteria."""
        for number in range(1, upto + 1):
            await self.jens.tick(verdict, group=f"Din vurdering af punkt {number}", within=card)

    async def hear(self) -> None:
        """Mette's card and the status card say yes; Ole reads his letter."""
        await self.mette.wait_for(da("state.granted"))
        await self.mette.wait_for(da("answer.sent"))
        await self.album.keep_whole(self.mette, "mette-granted")
        await self.ole.wait_for(da("status.granted"))
        await self.album.keep(self.ole, "ole-status-granted")
        await self.ole.open_chat("Indbakke")
        letter = await self.read_letter()
        assert OWN_WORDS not in letter
        await self.album.keep_whole(self.ole, "ole-letter-granted")
        await self.ole.open_chat(TITLE)

    async def read_letter(self) -> str:
        """The answer, which lies above the receipt in Ole's inbox."""
        await self.ole.wait_for("2 breve")
        return await self.ole.read_letter("Svar om dit møde")

    async def hand_over(self) -> None:
        """Sent is not delivered: Mette rings, and writes it down."""
        await self.mette.press("Borgeren har fået svaret")
        card = self.mette.card_with(da("handover.title"))
        await self.mette.choose(
            "Hvordan fik borgeren svaret?", da("handover.way.spoken"), within=card
        )
        await self.mette.fill(da("handover.who"), "Mette Holm", within=card)
        await self.mette.tick(da("handover.terms_yes"), within=card)
        await self.album.keep_whole(self.mette, "mette-handover")
        await self.mette.press("Gem", within=card)
        await self.mette.wait_for(da("answer.delivered"))
        await self.album.keep_whole(self.mette, "mette-delivered")

    async def start(self) -> None:
        """The meeting starts: Ole is told in the chat and on top of the meeting."""
        await self.mette.open_chat(TITLE)
        await self.mette.press("Start mødet")
        await self.ole.press("Deltag")
        await self.ole.wait_for("Du er med i mødet.")
        await self.ole.wait_for(da("announcement.title"))
        banner = self.ole.page.get_by_role("region", name="Besked i mødet")
        await expect(banner).to_contain_text("Ole Madsen optager lyden")
        await self.album.keep(self.ole, "ole-announced")
        await self.album.keep(self.mette, "mette-announced")

    async def join_late(self) -> None:
        """Amal comes by link, Bent by phone; neither counts as told by a chat post."""
        await self.amal.press("Deltag")
        await self.amal.wait_for("Du venter i lobbyen")
        await self.album.keep(self.amal, "amal-lobby")
        await self.mette.press("Luk ind")
        await self.amal.wait_for("Du er med i mødet.")
        await self.amal.open_chat(TITLE)
        await self.amal.wait_for(da("announcement.title"))
        await self.amal.wait_for(da("announcement.title_late"))
        await self.album.keep(self.amal, "amal-late")
        await self.bent.press("Ring op")
        await self.mette.press("Luk ind")
        await self.bent.wait_for("Du er med på telefon.")
        await self.album.keep(self.bent, "bent-on-the-phone")

    async def read_aloud(self) -> None:
        """The account of who was told is incomplete until Mette has read the text aloud."""
        await self.mette.open_chat()
        ledger = self.mette.card_with(da("ledger.title"))
        await expect(ledger).to_contain_text("Amal – ikke oplyst endnu")
        await expect(ledger).to_contain_text("Muligvis nogen på telefon – skal have det at høre")
        await self.album.keep_whole(self.mette, "mette-ledger-incomplete")
        await self.mette.press(da("ledger.read_done"))
        await self.mette.wait_for(da("ledger.complete"))
        await self.album.keep_whole(self.mette, "mette-ledger-complete")

    async def record(self) -> None:
        """Record is off. Forced on, it is switched back, and organiser and leader are warned."""
        await self.mette.open_chat(TITLE)
        await self.mette.press("Optag")
        await self.mette.wait_for("Optagelse er slået fra i dette møde")
        await self.album.keep(self.mette, "mette-record-refused")
        await self.mette.unfold("Prøv alligevel")
        await self.mette.press("Slå til, og optag")
        await self.mette.open_chat()
        for window, name in ((self.mette, "mette"), (self.jens, "jens")):
            warning = window.card_with(da("warning.title"))
            await expect(warning).to_contain_text(da("warning.running"))
            await self.album.keep(window, f"{name}-warned")
        await self.album.keep(self.ole, "ole-teams-records")
        await self.mette.press("Stop optagelse")
        for window in (self.mette, self.jens):
            await window.wait_for(da("warning.ended"))
        await self.album.keep(self.mette, "mette-stopped")

    async def end(self) -> None:
        """The meeting ends: the note is ready to copy, the printout is a task."""
        await self.mette.press("Slut mødet")
        await self.mette.wait_for("Notat til sagen")
        await self.mette.wait_for(da("task.printout_title"))
        note = self.mette.card_with("Notat til sagen")
        copied = await self.mette.field("Notatet til kopiering", within=note).input_value()
        assert "Ole Madsen" in copied
        assert "Jens Brandt" in copied
        await self.album.keep_whole(self.mette, "mette-note-and-task")
        today = datetime.now(COPENHAGEN).date().isoformat()
        await self.mette.fill(da("task.done_on"), today)
        await self.mette.press(da("task.finish_sent"))
        await self.ole.wait_for(da("status.over"))
        await self.album.keep_whole(self.ole, "ole-meeting-over")

    async def look_differently(self) -> None:
        """The same on a narrow screen, and in the dark."""
        columns: tuple[Column, ...] = ("Chats", "Samtale", "Møde")
        narrow = await open_as(
            self.browser, self.base, "mette", viewport={"width": 320, "height": 640}
        )
        for column in columns:
            await narrow.look_at(column)
            assert await narrow.width_of_content() <= 320
        await narrow.open_chat()
        await self.album.keep_whole(narrow, "mette-320-wide")
        dark = await open_as(self.browser, self.base, "ole", color_scheme="dark")
        await dark.open_chat(TITLE)
        await self.album.keep(dark, "ole-dark")


async def test_the_whole_way_with_four_windows(stack: Stack, browser: Browser) -> None:
    way = Way(browser, stack.page, Album(ci_output() / "screenshots"))
    await way.open_windows()
    await way.book()
    await way.wish()
    await way.help()
    await way.register()
    await way.decide()
    await way.hear()
    await way.hand_over()
    await way.start()
    await way.join_late()
    await way.read_aloud()
    await way.record()
    await way.end()
    await way.look_differently()
    assert [window.errors for window in way.windows] == [[]] * len(way.windows)
    async with SandboxClient(stack.page) as sandbox:
        assert await sandbox.problems() == []


async def test_a_refusal_is_read_before_it_is_sent(stack: Stack, browser: Browser) -> None:
    album = Album(ci_output() / "screenshots", first=41)
    async with SandboxClient(stack.page) as sandbox:
        play = Play(sandbox)
        await block(play)
        await register(play)
        way = Way(browser, stack.page, album)
        way.jens = await open_as(browser, stack.page, "jens")
        await refuse(way)
        way.ole = await open_as(browser, stack.page, "ole")
        await way.ole.open_chat("Indbakke")
        letter = await way.read_letter()
        assert NEED in letter
        assert WEIGHING in letter
        await album.keep_whole(way.ole, "ole-letter-refused")
        await way.ole.open_chat(TITLE)
        await way.ole.wait_for(da("status.not_granted_agreement"))
        await album.keep(way.ole, "ole-status-refused")
        mette = await open_as(browser, stack.page, "mette")
        await mette.open_chat()
        await mette.wait_for(da("state.not_granted"))
        await mette.wait_for(da("answer.sent"))
        assert way.jens.errors + way.ole.errors + mette.errors == []
        assert await sandbox.problems() == []


async def refuse(way: Way) -> None:
    """Jens finds one thing against, is turned back for a stock text, and reads the letter."""
    jens = way.jens
    card = await way.assessment()
    await way.weigh(card, "Uden betydning")
    await jens.tick("Taler imod", group="Din vurdering af punkt 2", within=card)
    await jens.fill("Note 2", "Mette skriver ned undervejs.", within=card)
    await jens.press("Giv ikke lov", within=card)
    await jens.wait_for(da("refusal.title"))
    card = jens.card_with(da("refusal.title"))
    await jens.fill("Borgerens behov", "Vores retningslinjer tillader det ikke.", within=card)
    await jens.press("Se brevet", within=card)
    await jens.wait_for(da("form.fix_many", count="2"))
    await way.album.keep_whole(jens, "jens-reasons-turned-back")
    await jens.fill("Borgerens behov", NEED, within=card)
    await jens.fill("Det, der taler imod", WEIGHING, within=card)
    await jens.press("Se brevet", within=card)
    await jens.wait_for(da("preview.title"))
    await expect(jens.card_with(da("preview.title"))).to_contain_text(NEED)
    await way.album.keep_whole(jens, "jens-letter-preview")
    await jens.press(da("preview.send"))
    await jens.wait_for(da("decided.not_granted"))
    await way.album.keep(jens, "jens-refused")
