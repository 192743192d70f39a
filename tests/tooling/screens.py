"""`make screens`: every screen × {phone, desk} × {light, dark} × {Dutch, French, right to left}, to be looked at.

The pictures go to `build/screens`, and what axe-core finds on each is printed: nothing, or the run fails. The third
language is none: the letters of the Dutch screen become Arabic ones and its direction turns.
"""

import asyncio
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.async_api import Frame, Page, expect

from tests.scenarios.form_filling import answer_all
from tests.scenarios.people import CitizenScreen, ConsoleScreen, Person, Town
from tests.support.accessibility import violations
from tests.support.chromium import chromium
from tests.support.desk import TREE, ServedDesk

FOLDER = TREE / "build" / "screens"

SIZES: dict[str, dict[str, Any]] = {"phone": {"width": 375, "height": 740}, "desk": {"width": 1440, "height": 900}}

SPEAK = """async language => {
  const chosen = document.querySelector(".languages select");
  if (!chosen || chosen.value === language) return;
  chosen.value = language;
  chosen.dispatchEvent(new Event("change", {bubbles: true}));
  while (document.documentElement.lang !== language) await new Promise(requestAnimationFrame);
}"""
"""Chooses another language as its switch would, also from behind a dialog."""

TURN = """() => {
  const letters = "ابتثجحخدذرزسشصضطظعغفقكلمنه";
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  window.unturned = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.parentElement.closest("script, style, [dir=auto]")) continue;
    window.unturned.push([node, node.nodeValue]);
    node.nodeValue = node.nodeValue.replace(/[a-z]/gi, each => letters[each.toLowerCase().charCodeAt(0) - 97]);
  }
  document.documentElement.dir = "rtl";
}"""

TURN_BACK = """() => {
  for (const [node, text] of window.unturned) node.nodeValue = text;
  document.documentElement.dir = "ltr";
}"""


@dataclass
class Album:
    """The pictures of one size, and what is wrong with them."""

    size: str
    faults: list[str] = field(default_factory=list)
    number: int = 0

    async def keep(self, person: Person, name: str) -> None:
        """Take a screen in each language and scheme, once nothing moves any more."""
        self.number += 1
        page, screen = person.page, person.screen
        await page.wait_for_timeout(500)
        for language in ("nl", "fr"):
            await screen.evaluate(SPEAK, language)
            await self._keep(page, screen, f"{self.number:02}-{name}", language)
        await screen.evaluate(SPEAK, "nl")
        await screen.evaluate(TURN)
        await self._keep(page, screen, f"{self.number:02}-{name}", "rtl")
        await screen.evaluate(TURN_BACK)

    async def _keep(self, page: Page, screen: Page | Frame, name: str, language: str) -> None:
        for scheme in ("light", "dark"):
            await page.emulate_media(color_scheme=scheme)
            await page.wait_for_timeout(200)
            picture = f"{self.size}-{name}-{language}-{scheme}"
            await page.screenshot(path=FOLDER / f"{picture}.png")
            self.faults += [f"{picture}: {each}" for each in await violations(screen)]


async def take_all() -> list[str]:
    """Walk through the desk at each size; what is wrong."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    faults = []
    with ServedDesk() as desk:
        async with chromium() as browser, chromium() as consoles:
            for size in SIZES:
                town, album = Town(desk, browser, consoles), Album(size)
                agent = await _at_the_door(town, album)
                await _with_the_bot(town, album)
                citizen = await _helped(town, album, agent)
                await _called(album, agent, citizen)
                await _reported(album, agent, citizen)
                await _finished(album, agent, citizen)
                await _looked_over(town, album)
                faults += [*album.faults, *await town.close()]
    return faults


async def _at_the_door(town: Town, album: Album) -> ConsoleScreen:
    """The first screens of everybody; the agent, signed in."""
    size = SIZES[album.size]
    await album.keep(await town.citizen_on_desk(**size), "doors")
    if album.size == "desk":
        await album.keep(await town.citizen_on_site(**size), "widget")
    await _tested(town, album)
    page = await town.at_console(**size)
    agent = ConsoleScreen(page, page)
    await expect(page.get_by_label("Gebruikersnaam")).to_be_visible()
    await album.keep(agent, "sign-in")
    await agent.sign_in("an", town.password("an"))
    await agent.accept_conversations()
    await album.keep(agent, "console-empty")
    return agent


async def _tested(town: Town, album: Album) -> None:
    """The page that tests the network, before and after."""
    page = await town.visitor(f"{town.desk.origin}/check?language=nl", **SIZES[album.size])
    somebody = Person(page, page)
    await expect(somebody.button("Begin de test")).to_be_visible()
    await album.keep(somebody, "check")
    await somebody.button("Begin de test").click()
    await expect(somebody.button("Test opnieuw")).to_be_visible()
    await somebody.button("Test camera en microfoon").click()
    await expect(page.get_by_text("U kunt bellen met beeld.")).to_be_visible()
    await album.keep(somebody, "check-passed")


async def _with_the_bot(town: Town, album: Album) -> None:
    citizen = await town.citizen_on_desk(**SIZES[album.size])
    await citizen.button("Ik ben slachtoffer").click()
    await expect(citizen.log().get_by_role("button").first).to_be_visible()
    await album.keep(citizen, "bot-sensitive")
    await citizen.say("er staat iemand aan mijn deur te rommelen")
    await expect(citizen.log().get_by_role("link", name="112").first).to_be_visible()
    await album.keep(citizen, "emergency")
    await citizen.button("Opties").click()
    await album.keep(citizen, "options")
    await citizen.button("Stop het gesprek").click()
    await citizen.button("Ja, stop").click()
    await expect(citizen.screen.get_by_role("heading", name="Het gesprek is afgelopen")).to_be_visible()


async def _helped(town: Town, album: Album, agent: ConsoleScreen) -> CitizenScreen:
    """A citizen whom the agent has taken."""
    citizen = await town.citizen_on_desk(**SIZES[album.size])
    words = f"ik wil een mens spreken over mijn fiets ({album.size})"
    await citizen.say(words)
    await citizen.sees("U wacht op een medewerker.")
    await album.keep(citizen, "waiting")
    await album.keep(agent, "console-waiting")
    await agent.take_next(words)
    await agent.say("Dag, ik ben An. Waar stond uw fiets?")
    await citizen.sees("Waar stond uw fiets?")
    await citizen.say("مرحبا، دراجتي سُرقت")
    await album.keep(citizen, "helped")
    await album.keep(agent, "console-conversation")
    await agent.button("Waarom dit?").first.click()
    await album.keep(agent, "console-why")
    await agent.button("Duid aan als fout").first.click()
    await album.keep(agent, "console-mark")
    await agent.page.keyboard.press("Escape")
    for keys, name in (("Alt+i", "notes"), ("Alt+t", "transfer"), ("Alt+s", "finish"), ("Control+k", "palette")):
        await agent.page.keyboard.press(keys)
        await album.keep(agent, f"console-{name}")
        if name != "notes":
            await agent.page.keyboard.press("Escape")
    return citizen


async def _called(album: Album, agent: ConsoleScreen, citizen: CitizenScreen) -> None:
    await agent.button("Videogesprek").click()
    await album.keep(agent, "console-call-preview")
    await agent.button("Stel het gesprek voor").press("Enter")
    await expect(citizen.button("Bekijk eerst uw camera")).to_be_visible()
    await album.keep(citizen, "call-question")
    await citizen.button("Bekijk eerst uw camera").click()
    await expect(citizen.screen.get_by_role("meter")).to_be_visible()
    await album.keep(citizen, "call-preview")
    await citizen.button("Begin het gesprek").press("Enter")
    await citizen.receives_picture_and_sound()
    await album.keep(citizen, "call")
    await album.keep(agent, "console-call")
    await agent.button("Hang op").click()
    await citizen.sees("Einde van het gesprek met geluid of beeld")


async def _reported(album: Album, agent: ConsoleScreen, citizen: CitizenScreen) -> None:
    await agent.page.keyboard.press("Alt+r")
    await agent.button("Aangifte van fietsdiefstal").click()
    await answer_all(agent.screen, agent.screen.get_by_text("Alle verplichte vragen zijn beantwoord"))
    await album.keep(agent, "console-report")
    await agent.button("Vraag de burger om te bevestigen").click()
    confirm = citizen.button("Ik bevestig deze aangifte")
    if album.size == "phone":
        await citizen.screen.get_by_role("tab", name="Aangifte: lees na").click()
    await expect(confirm).to_be_visible()
    await album.keep(citizen, "report")
    await confirm.click()
    await expect(citizen.screen.get_by_text("Uw aangifte is bewaard.")).to_be_visible()
    await album.keep(citizen, "report-filed")
    await album.keep(agent, "console-report-filed")


async def _finished(album: Album, agent: ConsoleScreen, citizen: CitizenScreen) -> None:
    await agent.page.keyboard.press("Alt+s")
    await agent.screen.get_by_role("dialog").get_by_role("radio").first.check()
    await agent.screen.get_by_role("dialog").get_by_role("button", name="Sluit het gesprek").click()
    if album.size == "phone":
        await citizen.screen.get_by_role("tab", name="Gesprek").click()
    await citizen.sees("Het gesprek is afgelopen.")
    await album.keep(citizen, "closing")


async def _looked_over(town: Town, album: Album) -> None:
    """How the bot does, as a supervisor sees it."""
    chief = await town.agent("els", **SIZES[album.size])
    await chief.button("Hoe de digitale assistent het doet").click()
    await expect(chief.page.get_by_role("heading", name="Berichten om te bekijken")).to_be_visible()
    await album.keep(chief, "console-review")


if __name__ == "__main__":
    found = asyncio.run(take_all())
    sys.stdout.write("".join(f"{each}\n" for each in found))
    sys.stdout.write(f"{len(list(Path(FOLDER).glob('*.png')))} pictures in {FOLDER.relative_to(TREE)}\n")
    sys.exit(1 if found else 0)
