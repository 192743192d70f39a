"""What is different where an engine carries the calls: nothing is recorded, they are of two, and the engine may be
killed."""

import secrets
import signal

import pytest
from playwright.async_api import expect

from tests.scenarios.calls.people import Line, makes_another
from tests.support.rtpengine import RtpEngine

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]


async def test_nobody_is_asked_for_what_cannot_be_recorded(line: Line) -> None:
    call = await line.call(f"mijn groene bakfiets {secrets.token_hex(3)}")
    await call.agent.screen.get_by_label("Onderwerp").select_option(label="Fietsdiefstal")
    await expect(call.agent.button("Vraag om een foto")).to_be_visible()
    await expect(call.agent.button("Vraag om op te nemen")).to_be_hidden()
    # Nor is a third person asked in, who would get no picture.
    await expect(call.agent.button("Nodig een tolk uit")).to_be_hidden()
    await call.finish()


async def test_both_talk_again_when_a_killed_engine_is_back(engine: RtpEngine, line: Line) -> None:
    call = await line.call(f"mijn rode bakfiets {secrets.token_hex(3)}")
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
