"""A media worker is killed in a call: both talk again on another, without a click, and the record says so."""

import os
import signal

import pytest
from playwright.async_api import expect

from tests.scenarios.calls.people import InCall, makes_another, worker_port
from tests.scenarios.calls.workers import worker_of
from tests.support.desk import ServedDesk

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGSTOP])
async def test_both_talk_again_on_another(served_desk: ServedDesk, call: InCall, how: signal.Signals) -> None:
    port = await worker_port(call.citizen.page)
    process = worker_of(served_desk, port)
    os.kill(process, how)
    try:
        await expect(call.citizen.log()).to_contain_text("Technische storing")
        for person in (call.citizen, call.agent):
            await makes_another(person, 1)
        await call.citizen.receives_picture_and_sound()
        await call.agent.receives_picture_and_sound()
        assert await worker_port(call.citizen.page) != port
        await call.citizen.say("ik zie u weer")
        await call.agent.sees("ik zie u weer")
        await call.citizen.button("Hang op").click()
    finally:
        if how == signal.SIGSTOP:
            os.kill(process, signal.SIGCONT)
