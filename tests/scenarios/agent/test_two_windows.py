"""One agent, two windows: everything is there once, and what was done in the one is seen in the other."""

import pytest
from playwright.async_api import expect

from tests.scenarios.agent.citizen import Citizen
from tests.scenarios.people import ConsoleScreen

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]

REPLY = ".composer-reply .composer-field"


async def second_window(an: ConsoleScreen) -> ConsoleScreen:
    page = await an.page.context.new_page()
    await page.goto(an.page.url)
    await expect(page.get_by_role("heading", name="Wachtend")).to_be_visible()
    return ConsoleScreen(page, page)


async def own_messages(screen: ConsoleScreen, text: str) -> None:
    """This stands in the log once, as the agent's own."""
    await expect(screen.log().get_by_text(text, exact=True)).to_have_count(1)
    await expect(screen.log().locator(".message-group-mine").get_by_text(text, exact=True)).to_have_count(1)
    await expect(screen.log().get_by_title("Wordt verstuurd")).to_have_count(0)


async def test_what_is_said_in_one_window_stands_in_the_other_once_and_as_ones_own(
    an: ConsoleScreen, citizen: Citizen
) -> None:
    there = await second_window(an)
    await an.take_next("mijn fiets is weg")
    await there.sees("mijn fiets is weg")
    await an.say("Dag, ik ben An.")
    await there.say("Ik kijk het na.")
    await citizen.say("dank u")
    for window in (an, there):
        await window.sees("dank u")
        await own_messages(window, "Dag, ik ben An.")
        await own_messages(window, "Ik kijk het na.")
    said = [
        entry["body"]["text"]
        for entry in citizen.heard
        if entry["author"]["kind"] == "agent" and "text" in entry["body"]
    ]
    assert said == ["Dag, ik ben An.", "Ik kijk het na."]


async def test_each_window_has_its_own_draft(an: ConsoleScreen, citizen: Citizen) -> None:
    there = await second_window(an)
    await an.take_next("mijn fiets is weg")
    await there.sees("mijn fiets is weg")
    await an.screen.locator(REPLY).fill("half een zin")
    await there.say("een hele zin")
    await own_messages(an, "een hele zin")
    await expect(an.screen.locator(REPLY)).to_have_value("half een zin")
    await expect(there.screen.locator(REPLY)).to_have_value("")


async def test_what_was_read_in_one_window_is_read_in_the_other(
    an: ConsoleScreen, citizen: Citizen, other: Citizen
) -> None:
    there = await second_window(an)
    await an.take_next("mijn fiets is weg")
    await an.take_next("portefeuille gevonden")
    await expect(there.screen.get_by_role("tablist", name="Mijn gesprekken").get_by_role("tab")).to_have_count(2)
    for window in (an, there):
        await window.page.keyboard.press("Alt+2")
        await window.sees("portefeuille gevonden")
    await citizen.say("bent u er nog?")
    for window in (an, there):
        await expect(window.screen.get_by_text("1 nieuw", exact=True)).to_be_visible()
    await an.page.keyboard.press("Alt+1")
    await an.sees("bent u er nog?")
    for window in (an, there):
        await expect(window.screen.get_by_text("1 nieuw", exact=True)).to_have_count(0)


async def test_what_is_finished_in_one_window_is_over_in_the_other(an: ConsoleScreen, citizen: Citizen) -> None:
    there = await second_window(an)
    await an.take_next("mijn fiets is weg")
    await there.sees("mijn fiets is weg")
    await citizen.send("conversation.end")
    for window in (an, there):
        await expect(window.button("Haal van het scherm")).to_be_visible()
        await expect(window.screen.locator(REPLY)).to_have_count(0)
