"""Why somebody in a call is not seen or heard just now, and that the others are told."""

import contextlib
import time

import pytest
from playwright.async_api import Error, expect

from tests.scenarios.calls.people import InCall
from tests.support.accessibility import violations

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]


TOLD_WITHIN = 8
"""Seconds from a crash until the others read of it: four where the machine has nothing else to do."""

FELL_AWAY = "() => document.querySelector('[role=log]').textContent.includes('De verbinding viel weg.')"


async def test_a_call_on_hold_and_a_browser_that_crashes(call: InCall) -> None:
    await call.agent.button("Onderbreek even").click()
    held = call.citizen.screen.get_by_text("An onderbreekt het gesprek even en komt zo terug.")
    await expect(held).to_be_visible()
    await expect(call.agent.screen.get_by_text("Niemand ziet of hoort u nu.", exact=False)).to_be_visible()
    assert await violations(call.citizen.page) == []
    assert await violations(call.agent.page) == []
    await call.agent.button("Ga verder").click()
    await expect(held).to_be_hidden()
    await call.citizen.receives_picture_and_sound()

    began = time.monotonic()
    with contextlib.suppress(Error):
        await call.citizen.page.goto("chrome://crash")
    # Looked at often: `expect` looks once a second in the end.
    await call.agent.screen.wait_for_function(FELL_AWAY, polling=50)
    assert time.monotonic() - began < TOLD_WITHIN
    await expect(call.agent.screen.get_by_text("De burger is er even niet.")).to_be_visible()
    await call.agent.button("Hang op").click()
    await call.agent.sees("Einde van het gesprek met geluid of beeld")
