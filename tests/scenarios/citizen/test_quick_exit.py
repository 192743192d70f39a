"""Leaving in a hurry: at once, with nothing left behind, from wherever the hands are."""

import asyncio

import pytest
from playwright.async_api import expect

from tests.scenarios.citizen.hosts import stand_in_for_exit
from tests.scenarios.people import CitizenScreen, Town

pytestmark = [pytest.mark.browser, pytest.mark.timeout(180)]

EXIT = "Verlaat deze pagina nu"
WEATHER = "https://www.meteo.be/nl"

STORED = """async () => ({
  ...sessionStorage, ...localStorage,
  ...Object.fromEntries((await indexedDB.databases()).map(({name}) => [name, "database"])),
  ...Object.fromEntries((await caches.keys()).map(name => [name, "cache"])),
})"""


async def in_danger(citizen: CitizenScreen) -> None:
    """Goes in by the victim's door and says something."""
    await stand_in_for_exit(citizen.page)
    await citizen.button("Ik ben slachtoffer").click()
    await expect(citizen.button(EXIT)).to_be_visible()
    await citizen.say("Mijn partner mag dit niet zien")
    # The desk knows of it: what was never opened there has no token to take back.
    await citizen.sees("Ik ben een bot")


@pytest.mark.parametrize("way", ["button", "link", "Shift"])
async def test_from_the_desk_s_own_page(town: Town, way: str) -> None:
    citizen = await town.citizen_on_desk()
    page = citizen.page
    await in_danger(citizen)
    token = await page.evaluate("sessionStorage['onlineloket.token']")
    assert len(token) == 43
    match way:
        case "button":
            await citizen.button(EXIT).click()
        case "link":
            await page.reload()
            await citizen.sees("Mijn partner mag dit niet zien")
            await page.keyboard.press("Tab")
            await expect(page.get_by_role("link", name=EXIT)).to_be_focused()
            await page.keyboard.press("Enter")
        case "Shift":
            for _ in range(3):
                await page.keyboard.press("Shift")
    await expect(page).to_have_url(WEATHER)

    await page.go_back()
    assert "/desk" not in page.url
    await page.goto(f"{town.desk.origin}/desk?language=nl")
    await expect(citizen.button("Ik ben slachtoffer")).to_be_visible()
    assert await page.evaluate(STORED) == {}

    await page.evaluate("token => sessionStorage.setItem('onlineloket.token', token)", token)
    await page.reload()
    await expect(page.get_by_text("Dit gesprek is te oud")).to_be_visible()
    assert await page.evaluate(STORED) == {}


@pytest.mark.parametrize("way", ["button", "Shift in the frame", "Shift on the page around it"])
async def test_from_the_widget_on_another_site(town: Town, way: str) -> None:
    citizen = await town.citizen_on_site()
    page = citizen.page
    await in_danger(citizen)
    assert len(await citizen.screen.evaluate("sessionStorage['onlineloket.token']")) == 43
    match way:
        case "button":
            await citizen.button(EXIT).click()
        case "Shift in the frame":
            for _ in range(3):
                await page.keyboard.press("Shift")
        case _:
            await page.get_by_role("heading", level=1).click()
            for _ in range(3):
                await page.keyboard.press("Shift")
    await expect(page).to_have_url(WEATHER)
    await page.goto(f"{town.desk.demo_origin}/?language=nl")
    assert await page.evaluate(STORED) == {}
    await expect(page.locator("iframe")).to_have_count(0)
    await page.get_by_role("button", name="Politie online").click()
    again = await town.in_widget(page)
    await expect(again.button("Ik ben slachtoffer")).to_be_visible()
    assert await again.screen.evaluate(STORED) == {}


async def test_the_page_is_covered_before_it_is_left(town: Town) -> None:
    citizen = await town.citizen_on_site()
    await in_danger(citizen)
    await citizen.page.context.unroute("https://www.meteo.be/**")
    await citizen.page.context.route("https://www.meteo.be/**", lambda _: None)
    # Told by the page itself, as it happens: one that is on its way elsewhere may answer no question any more.
    await citizen.page.evaluate("""() => new MutationObserver(() => {
      const top = document.elementFromPoint(innerWidth / 2, innerHeight / 2);
      if (top?.matches("html > div")) console.log("covered", getComputedStyle(top).backgroundColor);
    }).observe(document.documentElement, { childList: true })""")
    await citizen.screen.evaluate("""() => new MutationObserver(() => {
      if (document.body.childElementCount === 0) console.log("emptied");
    }).observe(document.body, { childList: true })""")
    told: asyncio.Queue[str] = asyncio.Queue()
    citizen.page.on("console", lambda message: told.put_nowait(message.text))
    # A click of Playwright's own may wait for the page that never comes.
    await citizen.button(EXIT).evaluate("button => setTimeout(() => button.click())")
    wanted = {"covered rgb(255, 255, 255)", "emptied"}
    async with asyncio.timeout(30):
        while wanted:
            wanted.discard(await told.get())


async def test_the_person_is_told_that_the_history_stays(town: Town) -> None:
    citizen = await town.citizen_on_desk()
    await citizen.button("Ik ben slachtoffer").click()
    await expect(citizen.screen.get_by_text("De geschiedenis van uw browser kunnen wij niet wissen")).to_be_visible()


async def test_where_nobody_is_in_danger_nothing_happens(town: Town) -> None:
    citizen = await town.citizen_on_desk()
    await citizen.button("Ik heb een vraag").click()
    await citizen.sees("Ik heb een vraag")
    for key in ("Shift", "Shift", "Shift", "Escape"):
        await citizen.page.keyboard.press(key)
    await citizen.page.wait_for_timeout(300)
    await citizen.sees("Ik heb een vraag")
    await expect(citizen.button(EXIT)).to_have_count(0)
    await expect(citizen.screen.get_by_role("link", name=EXIT)).to_have_count(0)


async def test_three_presses_that_take_longer_than_five_seconds_do_nothing(town: Town) -> None:
    citizen = await town.citizen_on_desk()
    await in_danger(citizen)
    for _ in range(3):
        await citizen.page.keyboard.press("Shift")
        await citizen.page.wait_for_timeout(2_600)
    await expect(citizen.button(EXIT)).to_be_visible()
