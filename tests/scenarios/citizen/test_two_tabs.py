"""One citizen, several tabs, a device that keeps the conversation: all is said once, and by whoever is left."""

from collections.abc import AsyncIterator

import pytest
from playwright.async_api import expect

from tests.scenarios.citizen.other_device import OtherDevice
from tests.scenarios.network import Network
from tests.scenarios.people import CitizenScreen, Town

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]


@pytest.fixture
async def network() -> AsyncIterator[Network]:
    async with Network() as network:
        yield network


async def keep_on_device(citizen: CitizenScreen) -> None:
    await citizen.button("Opties").click()
    await citizen.screen.get_by_label("Bewaar dit gesprek op dit toestel").check()
    await citizen.page.keyboard.press("Escape")


async def another_tab(citizen: CitizenScreen, town: Town) -> CitizenScreen:
    page = await citizen.page.context.new_page()
    await page.goto(f"{town.desk.origin}/desk?language=nl")
    return CitizenScreen(page, page)


async def all_sent(citizen: CitizenScreen) -> None:
    await expect(citizen.log().get_by_title("Wordt verstuurd")).to_have_count(0, timeout=90_000)


async def test_two_tabs_without_a_network_send_each_message_once_and_in_order(town: Town, network: Network) -> None:
    one = await town.citizen_on_desk(proxy=network.proxy)
    await one.say("Dit is het begin")
    await keep_on_device(one)
    two = await another_tab(one, town)
    await two.sees("Dit is het begin")
    elsewhere = await OtherDevice.of(one, town)
    await network.cut()
    await one.say("eerst in de ene")
    await two.say("dan in de andere")
    await one.say("en weer in de ene")
    # Each tab shows what waits in the other, in the order it was written.
    await two.sees("en weer in de ene")
    await expect(two.log().get_by_title("Wordt verstuurd")).to_have_count(3)
    network.mend()
    for tab in (one, two):
        await all_sent(tab)
        for text in ("eerst in de ene", "dan in de andere", "en weer in de ene"):
            await expect(tab.log().get_by_text(text, exact=True)).to_have_count(1)
    async with elsewhere as device:
        said = [text for text in await device.texts() if text.startswith(("eerst", "dan", "en weer"))]
    assert said == ["eerst in de ene", "dan in de andere", "en weer in de ene"]


async def test_what_was_written_in_a_tab_that_was_closed_is_sent_when_one_comes_back(
    town: Town, network: Network
) -> None:
    citizen = await town.citizen_on_desk(proxy=network.proxy)
    await citizen.say("Ik bewaar dit")
    await all_sent(citizen)
    await keep_on_device(citizen)
    await network.cut()
    await citizen.say("Dit gaat nooit verloren")
    await expect(citizen.screen.get_by_text("bewaard op dit toestel", exact=False)).to_be_visible()
    await citizen.page.close()
    network.mend()
    page = await citizen.page.context.new_page()
    await page.goto(f"{town.desk.origin}/desk?language=nl")
    later = CitizenScreen(page, page)
    await later.sees("Dit gaat nooit verloren")
    await all_sent(later)
    async with await OtherDevice.of(later, town) as device:
        assert (await device.texts()).count("Dit gaat nooit verloren") == 1


async def test_a_tab_that_was_duplicated_says_nothing_twice(town: Town, network: Network) -> None:
    """Browsers copy what a tab keeps into the tab made from it."""
    one = await town.citizen_on_desk(proxy=network.proxy)
    await one.say("Ik open dit nog eens")
    await all_sent(one)
    await network.cut()
    await one.say("In beide tabs te zien")
    kept = await one.page.evaluate("Object.entries(sessionStorage)")
    elsewhere = await OtherDevice.of(one, town)
    page = await one.page.context.new_page()
    await page.add_init_script(f"for (const [key, value] of {kept!r}) sessionStorage.setItem(key, value)")
    network.mend()
    await page.goto(f"{town.desk.origin}/desk?language=nl")
    two = CitizenScreen(page, page)
    for tab in (one, two):
        await tab.sees("In beide tabs te zien")
        await all_sent(tab)
    async with elsewhere as device:
        assert (await device.texts()).count("In beide tabs te zien") == 1


async def test_ended_in_one_tab_it_is_gone_from_the_device_and_from_the_other(town: Town) -> None:
    one = await town.citizen_on_desk()
    await one.say("Ik ben klaar")
    await all_sent(one)
    await keep_on_device(one)
    two = await another_tab(one, town)
    await two.sees("Ik ben klaar")
    await one.button("Opties").click()
    await one.button("Stop het gesprek").click()
    await one.button("Ja, stop").click()
    for tab in (one, two):
        await expect(tab.screen.get_by_role("heading", name="Het gesprek is afgelopen")).to_be_visible()
        assert await tab.page.evaluate("localStorage.length + sessionStorage.length") == 0
