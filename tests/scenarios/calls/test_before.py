"""Before a call: whether the place is safe, what to press where the browser says no, other devices, no camera."""

import pytest
from playwright.async_api import FloatRect, expect

from tests.scenarios.calls.hardware import BLURS, FAIL, HESITATE, lets_go, permit
from tests.scenarios.calls.people import InCall, InConversation
from tests.scenarios.people import Person, Town
from tests.support.accessibility import violations

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]

PLACE = "Bent u op een rustige en veilige plek?"
STEP = "Klik links van het adres op het slotje"


async def is_helped_and_goes_on(person: Person, begin: str, wish: str) -> None:
    """Refused by the browser, told what to press, and on as soon as it is allowed."""
    await permit(person.page, "denied")
    await person.screen.evaluate(FAIL, "NotAllowedError")
    await person.button(begin).click()
    await expect(person.screen.get_by_text(STEP, exact=False)).to_be_visible()
    await expect(person.button(wish)).to_have_count(0)
    assert await violations(person.page) == []
    await person.screen.evaluate("window.fails = null")
    await permit(person.page, "granted")
    await expect(person.screen.get_by_role("meter")).to_be_visible()
    await expect(person.button(wish)).to_be_visible()


async def where(person: Person, *buttons: str) -> list[FloatRect | None]:
    """Where these buttons stand on the screen."""
    return [await person.button(name).bounding_box() for name in buttons]


async def test_whoever_refused_the_devices_is_told_what_to_press(town: Town, call: InCall) -> None:
    await call.agent.button("Nodig een tolk uit").click()
    link = await call.agent.screen.get_by_label("Link voor de tolk").input_value()
    page = await town.visitor(link)
    await is_helped_and_goes_on(Person(page, page), "Bekijk eerst uw camera", "Ga naar de wachtruimte")
    await expect(page.get_by_text(PLACE)).to_have_count(0)

    await call.citizen.button("Hang op").click()
    await call.agent.sees("Einde van het gesprek met geluid of beeld")
    citizen, agent = call.citizen, call.agent
    await is_helped_and_goes_on(agent, "Videogesprek", "Stel het gesprek voor")
    await agent.button("Toch niet").click()
    await is_helped_and_goes_on(citizen, "Liever videobellen?", "Stel het gesprek voor")
    await citizen.button("Nee, ik typ liever").click()
    await lets_go(citizen)


async def test_a_citizen_is_asked_about_the_place_and_may_rather_type(conversation: InConversation) -> None:
    citizen, agent = conversation.citizen, conversation.agent
    await agent.button("Videogesprek").click()
    await expect(agent.screen.get_by_text(PLACE)).to_have_count(0)
    await agent.button("Stel het gesprek voor").click()
    await citizen.page.set_viewport_size({"width": 360, "height": 640})
    await citizen.screen.evaluate(HESITATE)
    await citizen.button("Bekijk eerst uw camera").click()
    await expect(citizen.screen.get_by_text(PLACE)).to_be_visible()
    for name in ("Begin het gesprek", "Nee, ik typ liever"):
        await expect(citizen.button(name)).to_be_in_viewport(ratio=1)
    still = await where(citizen, "Begin het gesprek", "Nee, ik typ liever")
    await citizen.screen.evaluate("openDevices()")
    await expect(citizen.screen.get_by_role("meter")).to_be_attached()
    assert await where(citizen, "Begin het gesprek", "Nee, ik typ liever") == still, "a button moved under the pointer"
    await citizen.button("Nee, ik typ liever").click()
    await citizen.sees("U gaat verder zonder te bellen.")
    await citizen.say("Ik typ liever verder")
    await lets_go(citizen)


async def test_a_card_for_danger_is_in_sight_beside_a_call(conversation: InConversation) -> None:
    citizen, agent = conversation.citizen, conversation.agent
    await citizen.page.set_viewport_size({"width": 360, "height": 640})
    await citizen.button("Liever videobellen?").click()
    await expect(citizen.screen.get_by_role("meter")).to_be_attached()
    await agent.button("Toon 112 en 101").click()
    asks = citizen.log().get_by_role("alert").get_by_role("heading")
    await expect(asks).to_be_in_viewport(ratio=1)
    await citizen.button("Stel het gesprek voor").click()
    await agent.button("Bekijk eerst uw camera").click()
    await agent.button("Begin het gesprek").click()
    await citizen.receives_picture_and_sound()
    await expect(asks).to_be_in_viewport(ratio=1)


@pytest.mark.parametrize(
    ("error", "told"),
    [
        ("NotFoundError", "Er is geen microfoon gevonden."),
        ("NotReadableError", "Een ander programma of venster gebruikt de camera of de microfoon."),
        ("camera", "Een ander programma of venster gebruikt de camera. U kunt wel met geluid praten."),
    ],
)
async def test_devices_that_are_missing_or_in_use(conversation: InConversation, error: str, told: str) -> None:
    citizen = conversation.citizen
    await citizen.screen.evaluate(FAIL, error)
    await citizen.button("Liever videobellen?").click()
    await expect(citizen.screen.get_by_role("status").filter(has_text=told)).to_be_visible()
    assert await violations(citizen.page) == []
    if error != "camera":
        await citizen.screen.evaluate("window.fails = null")
        await citizen.button("Probeer opnieuw").click()
    await expect(citizen.screen.get_by_role("meter")).to_be_visible()
    await citizen.button("Nee, ik typ liever").click()


async def test_without_a_camera_and_with_a_blurred_background(conversation: InConversation) -> None:
    agent = conversation.agent
    await agent.screen.evaluate(BLURS)
    await agent.screen.evaluate(HESITATE)
    await agent.button("Videogesprek").click()
    await expect(agent.screen.get_by_text("Camera en microfoon gaan open.", exact=False)).to_be_visible()
    still = await where(agent, "Stel het gesprek voor", "Toch niet")
    await agent.screen.evaluate("openDevices()")
    blur = agent.screen.get_by_label("Maak mijn achtergrond onherkenbaar")
    await blur.check()
    assert await agent.screen.evaluate("window.blurred") is True
    own = agent.screen.get_by_label("Uw eigen beeld")
    await expect(own).to_be_visible()
    assert await where(agent, "Stel het gesprek voor", "Toch niet") == still, "a button moved under the pointer"
    await agent.button("Zonder camera").click()
    await expect(own).to_be_hidden()
    await agent.button("Met camera").click()
    await expect(own).to_be_visible()
    assert await violations(agent.page) == []
    await agent.button("Toch niet").click()
    await lets_go(agent)
