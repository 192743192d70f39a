"""The console in networks that let no WebSocket through, or that break off, and on a page that is too old."""

from collections.abc import AsyncIterator

import pytest
from playwright.async_api import expect

from tests.scenarios.agent.citizen import Citizen
from tests.scenarios.ancient import serve_ancient_pages, serve_present_pages
from tests.scenarios.network import Network
from tests.scenarios.people import SignedIn

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]

REPLY = ".composer-reply .composer-field"


@pytest.fixture
async def network() -> AsyncIterator[Network]:
    async with Network() as network:
        yield network


async def test_a_whole_conversation_over_polling(signed_in: SignedIn, citizen: Citizen, network: Network) -> None:
    network.websockets = "refuse"
    agent = await signed_in("bram", proxy=network.proxy)
    await agent.take_next("mijn fiets is weg")
    await agent.say("Dag, ik ben Bram.")
    await citizen.hears("Dag, ik ben Bram.")
    await citizen.say("het was een rode")
    await agent.sees("het was een rode")
    await agent.page.keyboard.press("Alt+i")
    await agent.page.keyboard.type("rode fiets, zie vorige week")
    await agent.page.keyboard.press("Enter")
    await agent.sees("rode fiets, zie vorige week")
    await agent.page.keyboard.press("Alt+r")
    await agent.button("Aangifte van fietsdiefstal").click()
    await expect(agent.page.get_by_label("Merk", exact=False).first).to_be_attached()
    await agent.page.keyboard.press("Alt+t")
    await expect(agent.page.get_by_role("dialog")).to_be_visible()
    await agent.page.keyboard.press("Escape")
    await citizen.send("conversation.end")
    await expect(agent.button("Haal van het scherm")).to_be_visible()
    assert network.tunnels > 0
    assert "rode fiets, zie vorige week" not in str(citizen.heard)


async def test_after_a_break_the_queue_and_the_conversation_are_as_they_stand_now(
    signed_in: SignedIn, citizen: Citizen, other: Citizen, network: Network
) -> None:
    agent = await signed_in("bram", proxy=network.proxy)
    await agent.take_next("mijn fiets is weg")
    await expect(agent.screen.get_by_role("heading", name="Wachtend 1")).to_be_visible()
    await network.cut()
    await agent.screen.locator(REPLY).fill("ik zoek het op")
    await agent.screen.locator(REPLY).press("Enter")
    await expect(agent.screen.get_by_text("Geen verbinding.", exact=False)).to_be_visible()
    await citizen.say("het was een rode")
    await other.send("conversation.end")
    network.mend()
    # The next try may be due only in twenty seconds.
    await expect(agent.log()).to_contain_text("het was een rode", timeout=90_000)
    await citizen.hears("ik zoek het op")
    await expect(agent.screen.get_by_role("heading", name="Wachtend 1")).to_have_count(0)
    await expect(agent.screen.get_by_text("Geen verbinding.", exact=False)).to_have_count(0)


async def test_a_console_that_is_too_old_asks_to_be_loaded_again_and_keeps_what_was_not_sent(
    signed_in: SignedIn, citizen: Citizen, network: Network
) -> None:
    agent = await signed_in("bram", proxy=network.proxy)
    await agent.take_next("mijn fiets is weg")
    await network.cut_sockets()
    await agent.screen.locator(REPLY).fill("dit wacht nog")
    await agent.screen.locator(REPLY).press("Enter")
    await agent.screen.locator(REPLY).fill("en dit is half")
    await serve_ancient_pages(agent.page.context)
    await agent.page.reload()
    network.mend()
    reload = agent.button("Laad de pagina opnieuw")
    await expect(reload).to_be_visible()
    await serve_present_pages(agent.page.context)
    await reload.click()
    await citizen.hears("dit wacht nog")
    await expect(agent.screen.locator(REPLY)).to_have_value("en dit is half")
    await expect(agent.log().get_by_text("dit wacht nog", exact=True)).to_have_count(1)
