"""The people of a journey: each has a browser of their own, and acts on the page as its user would."""

from collections.abc import Awaitable, Callable
from typing import Any

from playwright.async_api import Browser, BrowserContext, Frame, Locator, Page, expect

from tests.support.desk import ServedDesk

MEDIA = """async () => {
  const found = {};
  for (const each of (await window.peers.at(-1)?.getStats())?.values() ?? []) {
    if (each.type !== "inbound-rtp") continue;
    const sum = found[each.kind] ??= {frames: 0, energy: 0};
    sum.frames += each.framesDecoded ?? 0;
    sum.energy += each.totalAudioEnergy ?? 0;
  }
  return found;
}"""
"""What has arrived over the page's newest peer connection from all others, by kind."""

SHOWN = """() => [...document.querySelectorAll("video.stream:not(.stream-own)")].some(each => each.videoWidth > 0)"""
"""Whether somebody else is seen: frames may be decoded and shown nowhere."""

REMEMBER_PEERS = """(() => {
  const Native = window.RTCPeerConnection;
  window.peers = [];
  window.RTCPeerConnection = class extends Native {
    constructor(...given) { super(...given); window.peers.push(this); }
  };
})()"""
"""Lets a test ask a page's peer connections for their statistics; changes nothing they do."""


class Person:
    """Somebody at a screen: a page, or the frame in it where the desk is."""

    def __init__(self, page: Page, screen: Page | Frame) -> None:
        self.page = page
        self.screen = screen

    def button(self, name: str, *, exact: bool = True) -> Locator:
        return self.screen.get_by_role("button", name=name, exact=exact)

    def log(self) -> Locator:
        return self.screen.get_by_role("log")

    async def sees(self, text: str) -> None:
        """The conversation shows this text."""
        await expect(self.log()).to_contain_text(text)

    async def media(self) -> dict[str, Any]:
        """Frames decoded and sound heard, by kind of media."""
        return dict(await self.screen.evaluate(MEDIA))

    async def receives_picture_and_sound(self) -> None:
        """Within half a minute, frames are decoded and there is sound in what arrives, and both go on."""
        first = await self._media_beyond(0, 0.0)
        await self._media_beyond(first["video"]["frames"], first["audio"]["energy"])
        await self.screen.wait_for_function(SHOWN)

    async def _media_beyond(self, frames: int, energy: float) -> dict[str, Any]:
        arrived: dict[str, Any] = {}
        for _ in range(150):
            arrived = await self.media()
            video, audio = arrived.get("video", {}), arrived.get("audio", {})
            if video.get("frames", 0) > frames and audio.get("energy", 0) > energy:
                return arrived
            await self.page.wait_for_timeout(200)
        raise AssertionError(f"no more than {arrived} arrived")


class CitizenScreen(Person):
    """A citizen, in the widget on a municipality's page or on the desk's own page."""

    async def say(self, text: str, field: str = "Uw bericht") -> None:
        await self.screen.get_by_label(field).fill(text)
        await self.screen.get_by_label(field).press("Enter")
        await self.sees(text)


class ConsoleScreen(Person):
    """An agent at the console."""

    async def sign_in(self, login: str, password: str) -> None:
        await self.screen.get_by_label("Gebruikersnaam").fill(login)
        await self.screen.get_by_label("Wachtwoord").fill(password)
        await self.button("Meld aan").click()
        await expect(self.screen.get_by_role("heading", name="Wachtend")).to_be_visible()

    async def accept_conversations(self) -> None:
        switch = self.screen.get_by_role("switch")
        if await switch.get_attribute("aria-checked") != "true":
            await switch.click()
        await expect(switch).to_have_attribute("aria-checked", "true")

    async def take_next(self, words: str) -> None:
        """Take the conversation that has waited longest; these words were said in it."""
        await self.button("Neem het volgende", exact=False).first.click()
        await self.sees(words)

    async def say(self, text: str) -> None:
        field = self.screen.get_by_label("Antwoord aan de burger", exact=False)
        await field.fill(text)
        await field.press("Enter")
        await self.sees(text)


async def call(agent: ConsoleScreen, citizen: CitizenScreen) -> None:
    """The agent proposes a video call, the citizen looks at the own picture first and accepts."""
    await agent.button("Videogesprek").click()
    await agent.button("Stel het gesprek voor").click()
    await citizen.button("Bekijk eerst uw camera").click()
    await expect(citizen.screen.get_by_role("meter")).to_be_visible()
    await citizen.button("Begin het gesprek").click()
    await citizen.receives_picture_and_sound()
    await agent.receives_picture_and_sound()


SignedIn = Callable[..., Awaitable[ConsoleScreen]]
"""Opens the console for an agent by login."""


class Town:
    """Makes people, and remembers what went wrong on their pages."""

    def __init__(self, desk: ServedDesk, browser: Browser, consoles: Browser | None = None) -> None:
        """`consoles`: the browser process of the agents; the citizens' own where none is given."""
        self.desk = desk
        self._browser = browser
        self._consoles = consoles or browser
        self._contexts: list[BrowserContext] = []
        self._faults: list[str] = []

    async def citizen_on_site(
        self, open_words: str = "Politie online", language: str = "nl", **options: Any
    ) -> CitizenScreen:
        """A citizen who opens the widget on the demo municipality's page, which is on another site."""
        page = await self._page(self._browser, language, **{"width": 1280, "height": 800, **options})
        await page.goto(f"{self.desk.demo_origin}/?language={language}")
        await page.get_by_role("button", name=open_words).click()
        return await self.in_widget(page)

    async def in_widget(self, page: Page) -> CitizenScreen:
        """The citizen in the frame that is open on this page."""
        element = await page.wait_for_selector("iframe", state="attached")
        frame = await element.content_frame() if element else None
        assert frame is not None
        return CitizenScreen(page, frame)

    async def citizen_on_desk(self, language: str = "nl", **options: Any) -> CitizenScreen:
        """A citizen on the desk's own page."""
        page = await self._page(self._browser, language, **options)
        await page.goto(f"{self.desk.origin}/desk?language={language}")
        return CitizenScreen(page, page)

    async def agent(self, login: str = "an", **options: Any) -> ConsoleScreen:
        """An agent of the demo zone, signed in and accepting conversations."""
        page = await self.at_console(**options)
        screen = ConsoleScreen(page, page)
        await screen.sign_in(login, self.password(login))
        await screen.accept_conversations()
        return screen

    async def at_console(self, **options: Any) -> Page:
        """Somebody at the console who has not signed in."""
        page = await self._page(self._consoles, "nl", **{"width": 1440, "height": 900, **options})
        await page.goto(f"{self.desk.origin}/console?language=nl")
        return page

    async def visitor(self, address: str, language: str = "nl", **options: Any) -> Page:
        """Somebody who opens an address that they were sent."""
        page = await self._page(self._browser, language, **options)
        await page.goto(address)
        return page

    def password(self, login: str) -> str:
        lines = (self.desk.folder / "data" / "demo-agents.txt").read_text().splitlines()
        return next(line.split("\t")[1] for line in lines if line.startswith(f"{login}\t"))

    async def close(self) -> list[str]:
        """Send everybody home; what went wrong on their pages."""
        for context in self._contexts:
            await context.close()
        return self._faults

    async def _page(
        self,
        browser: Browser,
        language: str,
        *,
        width: int = 1280,
        height: int = 800,
        script: str | None = None,
        **options: Any,
    ) -> Page:
        """`script`: what is done to the browser's own interfaces before a page has them."""
        context = await browser.new_context(
            locale=f"{language}-BE",
            permissions=["camera", "microphone"],
            viewport={"width": width, "height": height},
            **options,
        )
        context.set_default_timeout(30_000)
        await context.add_init_script(REMEMBER_PEERS)
        if script is not None:
            await context.add_init_script(script)
        self._contexts.append(context)
        page = await context.new_page()
        page.on("pageerror", lambda error: self._faults.append(f"{page.url}: {error}"))
        return page
