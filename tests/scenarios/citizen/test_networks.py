"""Networks that block, swallow, break and forget: the citizen's screen goes on by itself, and nothing is said twice."""

from collections.abc import AsyncIterator

import pytest
from playwright.async_api import expect

from tests.scenarios.citizen.other_device import OtherDevice
from tests.scenarios.network import Network
from tests.scenarios.people import CitizenScreen, Town

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]

PATIENCE = 90_000
"""Milliseconds. Twenty seconds until silence is noticed and twenty until the next try, on a machine that is slow."""


@pytest.fixture
async def network() -> AsyncIterator[Network]:
    async with Network() as network:
        yield network


async def arrived(citizen: CitizenScreen, text: str) -> None:
    """The desk has kept this, once, as soon as a silent connection is found out and the next try is due."""
    await expect(citizen.log().get_by_text(text, exact=True)).to_have_count(1, timeout=PATIENCE)
    await expect(citizen.log().get_by_title("Wordt verstuurd")).to_have_count(0, timeout=PATIENCE)


@pytest.mark.parametrize("websockets", ["refuse", "swallow"])
async def test_a_network_without_websockets_is_none_the_wiser(town: Town, network: Network, websockets: str) -> None:
    network.websockets = "refuse" if websockets == "refuse" else "swallow"
    citizen = await town.citizen_on_desk(proxy=network.proxy)
    await citizen.say("Mijn werk laat geen websockets door")
    await arrived(citizen, "Mijn werk laat geen websockets door")
    # What the bot says comes by itself, too.
    await expect(citizen.log().get_by_text("Digitale assistent", exact=False).first).to_be_visible()
    assert network.tunnels >= 1
    await network.cut()
    await citizen.say("Dit is er onderweg bij gekomen")
    await expect(citizen.screen.get_by_text("Geen verbinding.", exact=False)).to_be_visible()
    network.mend()
    await arrived(citizen, "Dit is er onderweg bij gekomen")
    await expect(citizen.screen.get_by_text("Geen verbinding.", exact=False)).to_have_count(0)


async def test_a_connection_that_breaks_off_comes_back_by_itself(town: Town, network: Network) -> None:
    citizen = await town.citizen_on_desk(proxy=network.proxy)
    await citizen.say("Ik zit in de trein")
    await arrived(citizen, "Ik zit in de trein")
    await network.cut()
    await citizen.say("Nu in een tunnel")
    await expect(citizen.screen.get_by_text("Geen verbinding.", exact=False)).to_be_visible()
    async with await OtherDevice.of(citizen, town) as other:
        await other.say("En dit van mijn laptop")
    network.mend()
    await arrived(citizen, "Nu in een tunnel")
    await arrived(citizen, "En dit van mijn laptop")


async def test_a_half_open_connection_is_found_when_something_is_said(town: Town, network: Network) -> None:
    citizen = await town.citizen_on_desk(proxy=network.proxy)
    await citizen.say("Ik loop naar buiten")
    await arrived(citizen, "Ik loop naar buiten")
    network.strand()
    await citizen.say("De wifi is weg, maar niemand zegt het")
    await arrived(citizen, "De wifi is weg, maar niemand zegt het")


async def test_a_half_open_connection_is_found_when_nothing_is_said(town: Town, network: Network) -> None:
    citizen = await town.citizen_on_desk(proxy=network.proxy)
    await citizen.say("Ik wacht af")
    await arrived(citizen, "Ik wacht af")
    network.strand()
    async with await OtherDevice.of(citizen, town) as other:
        await other.say("Hoort u mij nog?")
    await arrived(citizen, "Hoort u mij nog?")


async def test_a_page_that_slept_reads_what_was_said_meanwhile(town: Town, network: Network) -> None:
    citizen = await town.citizen_on_desk(proxy=network.proxy)
    await citizen.say("Ik leg mijn telefoon even weg")
    await arrived(citizen, "Ik leg mijn telefoon even weg")
    elsewhere = await OtherDevice.of(citizen, town)
    browser = await citizen.page.context.new_cdp_session(citizen.page)
    await browser.send("Page.setWebLifecycleState", {"state": "frozen"})
    network.strand()
    async with elsewhere as other:
        await other.say("Terwijl u sliep")
    await browser.send("Page.setWebLifecycleState", {"state": "active"})
    await arrived(citizen, "Terwijl u sliep")
