"""The microphone that was chosen yesterday is used today."""

from collections.abc import AsyncIterator

import pytest
from playwright.async_api import Browser, expect

from tests.scenarios.calls.hardware import OPENED, lets_go
from tests.scenarios.calls.people import InCall
from tests.scenarios.people import Town
from tests.support.desk import ServedDesk

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]


@pytest.fixture
async def town(served_desk: ServedDesk, whole_browser: Browser) -> AsyncIterator[Town]:
    """Where browsers are whole: the bare engine gives each device another id each time that a page is loaded."""
    town = Town(served_desk, whole_browser)
    yield town
    assert await town.close() == []


async def test_a_chosen_microphone_is_remembered_on_the_device(call: InCall) -> None:
    agent = call.agent
    await agent.button("Hang op").click()
    await agent.button("Videogesprek").click()
    choice = agent.screen.get_by_role("combobox", name="Microfoon")
    used = await choice.input_value()
    values = await choice.locator("option").evaluate_all("options => options.map(({value}) => value)")
    chosen = next(value for value in values if value != used)
    await choice.select_option(chosen)
    await agent.screen.wait_for_function(OPENED, arg=chosen)
    await agent.button("Toch niet").click()
    await lets_go(agent)
    await agent.page.reload()
    await agent.button("Videogesprek").click()
    await expect(choice).to_have_value(chosen)
    await agent.button("Toch niet").click()
