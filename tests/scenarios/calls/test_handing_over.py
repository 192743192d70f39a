"""A call changes hands while it runs: the citizen's connection stays, and nobody hangs up."""

import pytest
from playwright.async_api import expect

from tests.scenarios.calls.people import InCall, comes_in, connections, receives_from
from tests.scenarios.people import SignedIn

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]


async def test_the_citizen_waits_in_the_call_for_whoever_takes_it(signed_in: SignedIn, call: InCall) -> None:
    await call.agent.button("Geef door").click()
    dialog = call.agent.screen.get_by_role("dialog")
    await dialog.get_by_role("radio").first.check()
    await dialog.get_by_role("button", name="Geef door").click()
    await expect(call.citizen.screen.get_by_text("Een collega komt zo bij u.", exact=False)).to_be_visible()
    await call.citizen.say("ik blijf wachten")

    bram = await signed_in("bram")
    await bram.take_next("ik blijf wachten")
    call.agent = bram
    await comes_in(bram)
    await bram.receives_picture_and_sound()
    await call.citizen.receives_picture_and_sound()
    assert await connections(call.citizen) == 1, "the citizen's connection stays"
    await bram.button("Hang op").click()
    await call.citizen.sees("Einde van het gesprek met geluid of beeld")


async def test_a_colleague_comes_in_first_and_then_has_it(signed_in: SignedIn, call: InCall) -> None:
    bram = await signed_in("bram")
    await call.agent.screen.get_by_role("combobox", name="Collega").select_option(label="Bram (inspecteur van politie)")
    await call.agent.button("Vraag erbij").click()
    await expect(bram.screen.get_by_text("An vraagt u in een gesprek", exact=False)).to_be_visible()
    await comes_in(bram)
    for person in (call.citizen, call.agent, bram):
        await receives_from(person, 2)
    await bram.say("Dag, ik ben Bram.")
    await call.citizen.sees("Dag, ik ben Bram.")

    await call.agent.button("Geef door aan Bram").click()
    await call.citizen.sees("Het gesprek gaat door.")
    await bram.receives_picture_and_sound()
    await call.citizen.receives_picture_and_sound()
    assert await connections(call.citizen) == 1
    call.agent = bram
    await expect(bram.button("Sluit af")).to_be_visible()
    await bram.button("Hang op").click()
    await call.citizen.sees("Einde van het gesprek met geluid of beeld")
