"""The engine is killed in a call, and started again: both talk again, without a click, and the record says so."""

import signal

import pytest
from playwright.async_api import expect

from tests.scenarios.calls.people import Line, makes_another
from tests.support.rtpengine import RtpEngine

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]


async def test_both_talk_again_when_it_is_back(engine: RtpEngine, line: Line) -> None:
    call = await line.call("mijn groene bakfiets")
    engine.send(signal.SIGKILL)
    engine.start()
    await expect(call.citizen.log()).to_contain_text("Technische storing")
    for person in (call.citizen, call.agent):
        await makes_another(person, 1)
    await call.citizen.receives_picture_and_sound()
    await call.agent.receives_picture_and_sound()
    await call.citizen.say("ik zie u weer")
    await call.agent.sees("ik zie u weer")
    await call.finish()
