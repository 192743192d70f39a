"""The widget on sites of others: what they can see, where it may not be shown, and how it goes on elsewhere."""

from collections.abc import AsyncIterator

import pytest
from playwright.async_api import Browser, Error, expect

from tests.scenarios.citizen.agent import Agent
from tests.scenarios.citizen.hosts import FORBID_CAMERA, unlisted_site
from tests.scenarios.people import CitizenScreen, Town
from tests.support.desk import ServedDesk

pytestmark = [pytest.mark.browser, pytest.mark.timeout(180)]

FRAME = "document.querySelector('onlineloket-desk').shadowRoot.querySelector('iframe')"

ASK_AND_PUT_AWAY = """() => {
  const buttons = [...document.querySelectorAll("button")];
  buttons.find(button => button.textContent.includes("Ik heb een vraag")).click();
  buttons.find(button => button.ariaLabel?.startsWith("Sluit.")).click();
}"""

OPEN_BUTTON = "Politie online"


@pytest.fixture
async def town(served_desk: ServedDesk, whole_browser: Browser) -> AsyncIterator[Town]:
    """Where browsers are whole: they have a say in what a frame may do and what opens in a window."""
    town = Town(served_desk, whole_browser)
    yield town
    assert await town.close() == []


async def test_the_host_sees_neither_document_nor_storage(town: Town) -> None:
    citizen = await town.citizen_on_site()
    await citizen.say("Dit gaat de gemeente niet aan")
    host = citizen.page
    assert await host.evaluate("origin") != await citizen.screen.evaluate("origin")
    assert await host.evaluate(f"{FRAME}.contentDocument") is None
    for secret in ("document", "sessionStorage", "localStorage", "location.href"):
        with pytest.raises(Error, match="SecurityError"):
            await host.evaluate(f"String({FRAME}.contentWindow.{secret})")
    assert await host.evaluate("({...sessionStorage, ...localStorage})") == {"onlineloket": "open"}
    assert await host.evaluate("document.documentElement.innerHTML.includes('gemeente niet aan')") is False
    assert await host.title() == "Mechelen"


async def test_only_the_frame_and_its_host_are_listened_to(town: Town) -> None:
    citizen = await town.citizen_on_site()
    await citizen.button("Ik ben slachtoffer").click()
    await expect(citizen.button("Verlaat deze pagina nu")).to_be_visible()
    forged = "window.postMessage({onlineloket: 'exit'}, '*')"
    await citizen.page.evaluate(forged)
    await citizen.screen.evaluate(forged)
    await citizen.page.wait_for_timeout(500)
    await expect(citizen.button("Verlaat deze pagina nu")).to_be_visible()
    assert citizen.page.url.startswith(town.desk.demo_origin)


async def test_the_button_puts_the_desk_away_and_tells_what_is_new(town: Town) -> None:
    citizen = await town.citizen_on_site()
    await expect(citizen.button("Ik heb een vraag")).to_be_visible()
    # In one go: the answer must not come before the desk is put away.
    await citizen.screen.evaluate(ASK_AND_PUT_AWAY)
    launcher = citizen.page.locator("onlineloket-desk button")
    await expect(launcher).to_be_focused()
    await expect(launcher).to_have_attribute("aria-expanded", "false")
    await expect(launcher).to_contain_text("nieuw")
    await launcher.click()
    await citizen.sees("Ik heb een vraag")
    await expect(launcher).not_to_contain_text("nieuw")


@pytest.mark.parametrize("policy", [None, "default-src 'none'; script-src http:; style-src 'self'"])
async def test_where_the_frame_may_not_be_shown_the_desk_is_a_page_of_its_own(town: Town, policy: str | None) -> None:
    """Because the zone does not list the site, or because the site forbids frames itself."""
    citizen = await town.citizen_on_desk()
    async with unlisted_site(town.desk, policy) as elsewhere:
        await citizen.page.goto(elsewhere)
        await citizen.page.get_by_role("button", name=OPEN_BUTTON).click()
        await citizen.page.wait_for_url(f"{town.desk.origin}/desk?language=nl")
        await expect(citizen.button("Ik heb een vraag")).to_be_visible()


async def test_on_a_phone_the_desk_is_a_page_and_back_returns(town: Town) -> None:
    citizen = await town.citizen_on_desk(width=375, height=740)
    await citizen.page.goto(f"{town.desk.demo_origin}/?language=nl")
    await citizen.page.get_by_role("button", name=OPEN_BUTTON).click()
    await citizen.page.wait_for_url(f"{town.desk.origin}/desk?language=nl")
    await citizen.say("Hoe laat is het bureau open?")
    await citizen.page.go_back()
    assert citizen.page.url.startswith(town.desk.demo_origin)
    await citizen.page.get_by_role("button", name=OPEN_BUTTON).click()
    await citizen.sees("Hoe laat is het bureau open?")


async def test_where_the_window_became_narrow_the_conversation_goes_along_to_the_page(town: Town) -> None:
    citizen = await town.citizen_on_site()
    await citizen.say("Ik draai mijn tablet")
    launcher = citizen.page.locator("onlineloket-desk button")
    await launcher.click()
    await citizen.page.set_viewport_size({"width": 600, "height": 900})
    await launcher.click()
    await citizen.page.wait_for_url(f"{town.desk.origin}/desk?language=nl")
    await CitizenScreen(citizen.page, citizen.page).sees("Ik draai mijn tablet")
    await citizen.page.go_back()
    assert citizen.page.url.startswith(town.desk.demo_origin)


async def test_the_conversation_goes_on_in_a_window_of_its_own(town: Town) -> None:
    citizen = await town.citizen_on_site()
    await citizen.say("Ik ga verder in een ander venster")
    async with citizen.page.expect_popup() as opening:
        await citizen.button("Open in een eigen venster").first.click()
    own = CitizenScreen(await opening.value, await opening.value)
    await own.sees("Ik ga verder in een ander venster")
    assert own.page.url == f"{town.desk.origin}/desk?language=nl"
    assert await own.screen.evaluate("opener") is None
    await own.say("Hier ben ik weer")
    await own.page.reload()
    await own.sees("Hier ben ik weer")


async def test_where_the_host_forbids_the_camera_a_call_moves_to_a_window_of_its_own(town: Town, agent: Agent) -> None:
    host = await town.citizen_on_desk()
    await host.page.add_init_script(FORBID_CAMERA)
    await host.page.goto(f"{town.desk.demo_origin}/?language=nl")
    await host.page.get_by_role("button", name=OPEN_BUTTON).click()
    citizen = await town.in_widget(host.page)
    await citizen.say("ik wil een mens spreken over mijn oranje step")
    await expect(citizen.screen.get_by_text("in de rij").first).to_be_visible()
    conversation = await agent.take("ik wil een mens spreken over mijn oranje step")
    await expect(citizen.screen.get_by_text("U praat met Bram")).to_be_visible()

    await agent.send("call.propose", conversation=conversation, video=True)
    await expect(citizen.screen.get_by_text("Op deze site mogen wij uw camera")).to_be_visible()
    async with citizen.page.expect_popup() as opening:
        await citizen.screen.get_by_role("main").get_by_role("button", name="Open in een eigen venster").first.click()
    own = CitizenScreen(await opening.value, await opening.value)
    await own.sees("mijn oranje step")
    await own.button("Bekijk eerst uw camera").click()
    await expect(own.screen.get_by_role("meter")).to_be_visible()
    await expect(own.button("Begin het gesprek")).to_be_visible()
