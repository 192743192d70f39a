"""A call is in one window: a second one says so, and takes it over where its owner wants that."""

import pytest
from playwright.async_api import expect

from tests.scenarios.calls.hardware import SENDS_A_SIGN, is_heard, lets_go, shows_a_sign
from tests.scenarios.calls.people import InCall, connections
from tests.scenarios.people import ConsoleScreen
from tests.support.accessibility import violations

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]

ELSEWHERE = "Dit gesprek is open in een ander venster."


async def test_a_second_window_takes_the_call_over_as_it_is_and_the_first_lets_go(call: InCall) -> None:
    page = await call.agent.page.context.new_page()
    await page.goto(call.agent.page.url)
    second = ConsoleScreen(page, page)
    await expect(page.get_by_text(ELSEWHERE)).to_be_visible()
    assert await violations(page) == []
    await call.agent.receives_picture_and_sound()

    held = call.citizen.screen.get_by_text("An onderbreekt het gesprek even en komt zo terug.")
    await call.agent.button("Onderbreek even").click()
    await expect(held).to_be_visible()
    await second.button("Neem het hier over").click()
    await second.button("Ga terug in het gesprek").click()
    await expect(page.get_by_text("Niemand ziet of hoort u nu.", exact=False)).to_be_visible()
    await is_heard(second, False)
    assert await shows_a_sign(second), "what the others read is what they get"
    await expect(held).to_be_visible()

    await second.button("Ga verder").click()
    await expect(held).to_be_hidden()
    await is_heard(second, True)
    await second.screen.wait_for_function(f"() => !({SENDS_A_SIGN})()")
    await second.receives_picture_and_sound()
    await call.citizen.receives_picture_and_sound()
    await expect(call.agent.screen.get_by_text(ELSEWHERE)).to_be_visible()
    await lets_go(call.agent)
    await page.wait_for_timeout(6_000)  # longer than a line that was lost waits before it tries again
    await second.receives_picture_and_sound()
    assert await connections(second) == 1
    await expect(call.agent.screen.get_by_text(ELSEWHERE)).to_be_visible()

    await call.agent.button("Neem het hier over").click()
    await call.agent.button("Ga terug in het gesprek").click()
    await call.agent.receives_picture_and_sound()
    await expect(page.get_by_text(ELSEWHERE)).to_be_visible()
