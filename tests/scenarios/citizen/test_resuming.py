"""Going on where one was: after a reload, a lost connection, in another tab, and where a browser keeps nothing."""

import pytest
from playwright.async_api import expect

from tests.scenarios.citizen.agent import Agent
from tests.scenarios.people import CitizenScreen, Town

pytestmark = [pytest.mark.browser, pytest.mark.timeout(180)]

FORBID_STORAGE = """for (const store of ["sessionStorage", "localStorage"]) {
  Object.defineProperty(window, store, {get() { throw new DOMException("forbidden", "SecurityError"); }});
}"""


async def test_a_reload_changes_nothing_not_even_what_was_half_written(town: Town) -> None:
    citizen = await town.citizen_on_desk()
    await citizen.say("Ik was nog niet klaar")
    await citizen.screen.get_by_label("Uw bericht").fill("want er is ook")
    await citizen.page.reload()
    await citizen.sees("Ik was nog niet klaar")
    await expect(citizen.screen.get_by_label("Uw bericht")).to_have_value("want er is ook")
    await expect(citizen.log().get_by_text("Ik was nog niet klaar")).to_have_count(1)


async def test_a_reload_of_the_municipality_s_page_changes_nothing_in_the_widget(town: Town) -> None:
    citizen = await town.citizen_on_site()
    await citizen.say("Ik las nog iets op de site")
    await citizen.screen.get_by_label("Uw bericht").fill("en nu weet ik")
    await expect(citizen.screen.get_by_text("Uw browser bewaart dit gesprek niet")).to_have_count(0)
    await citizen.page.reload()
    again = await town.in_widget(citizen.page)
    await again.sees("Ik las nog iets op de site")
    await expect(again.screen.get_by_label("Uw bericht")).to_have_value("en nu weet ik")
    await expect(again.log().get_by_text("Ik las nog iets op de site")).to_have_count(1)


async def test_what_is_written_without_a_network_is_kept_and_sent_once(town: Town) -> None:
    citizen = await town.citizen_on_desk()
    await citizen.say("Dit kwam aan")
    await expect(citizen.log().get_by_title("Wordt verstuurd")).to_have_count(0)
    await citizen.page.context.set_offline(True)
    await expect(citizen.screen.get_by_text("Uw toestel heeft geen internet.")).to_be_visible()
    await citizen.say("Dit wacht op het netwerk")
    await expect(citizen.log().get_by_title("Wordt verstuurd")).to_have_count(1)
    await expect(citizen.screen.get_by_text("Laat deze pagina open")).to_be_visible()
    await citizen.page.context.set_offline(False)
    await expect(citizen.log().get_by_title("Wordt verstuurd")).to_have_count(0)
    await expect(citizen.screen.get_by_text("Uw toestel heeft geen internet.")).to_have_count(0)
    await citizen.page.reload()
    await expect(citizen.log().get_by_text("Dit wacht op het netwerk")).to_have_count(1)


async def test_kept_on_the_device_another_tab_goes_on(town: Town) -> None:
    citizen = await town.citizen_on_desk()
    await citizen.say("Ik kom later terug")
    await citizen.button("Opties").click()
    await citizen.screen.get_by_label("Bewaar dit gesprek op dit toestel").check()
    await citizen.page.keyboard.press("Escape")
    page = await citizen.page.context.new_page()
    await page.goto(f"{town.desk.origin}/desk?language=nl")
    later = CitizenScreen(page, page)
    await later.sees("Ik kom later terug")
    await later.button("Opties").click()
    await later.screen.get_by_label("Bewaar dit gesprek op dit toestel").uncheck()
    assert await page.evaluate("localStorage.length") == 0


async def test_on_a_sensitive_topic_the_device_is_never_offered(town: Town, agent: Agent) -> None:
    citizen = await town.citizen_on_desk()
    await citizen.say("ik wil een mens spreken over mijn buurvrouw")
    await citizen.button("Opties").click()
    await citizen.screen.get_by_label("Bewaar dit gesprek op dit toestel").check()
    await citizen.page.keyboard.press("Escape")
    assert await citizen.page.evaluate("localStorage.length") > 0
    await expect(citizen.screen.get_by_text("U bent nummer")).to_be_visible()

    conversation = await agent.take("ik wil een mens spreken over mijn buurvrouw")
    await agent.send("need.state", conversation=conversation, need={"topic": "domestic_violence_past"})
    await expect(citizen.button("Verlaat deze pagina nu")).to_be_visible()
    assert await citizen.page.evaluate("localStorage.length") == 0
    await citizen.button("Opties").click()
    await expect(citizen.screen.get_by_role("dialog")).to_be_visible()
    await expect(citizen.screen.get_by_label("Bewaar dit gesprek op dit toestel")).to_have_count(0)


async def test_without_storage_the_desk_works_and_says_what_that_means(town: Town) -> None:
    citizen = await town.citizen_on_desk()
    await citizen.page.add_init_script(FORBID_STORAGE)
    await citizen.page.reload()
    await citizen.say("Mijn browser bewaart niets")
    await expect(citizen.screen.get_by_text("Uw browser bewaart dit gesprek niet")).to_be_visible()
    await citizen.button("Begrepen").click()
    await citizen.page.reload()
    await expect(citizen.button("Ik heb een vraag")).to_be_visible()
