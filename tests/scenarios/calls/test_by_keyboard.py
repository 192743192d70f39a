"""A call in which nobody uses a mouse: from the question to the end, each next thing is a few presses away."""

import pytest
from playwright.async_api import expect

from tests.scenarios.calls.people import InConversation
from tests.scenarios.keyboard import tab_to

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]

FEW = 10


async def test_from_the_question_to_the_end(conversation: InConversation) -> None:
    agent, citizen = conversation.agent, conversation.citizen
    theirs, ours = agent.page, citizen.page

    await tab_to(theirs, "Videogesprek")
    await theirs.keyboard.press("Enter")
    await expect(agent.screen.get_by_role("meter")).to_be_visible()
    await tab_to(theirs, "Stel het gesprek voor", most=FEW)
    await theirs.keyboard.press("Enter")

    await expect(citizen.button("Bekijk eerst uw camera")).to_be_visible()
    await tab_to(ours, "Bekijk eerst uw camera")
    await ours.keyboard.press("Enter")
    await expect(citizen.screen.get_by_role("meter")).to_be_visible()
    await tab_to(ours, "Begin het gesprek", most=FEW)
    await ours.keyboard.press("Enter")
    for person in (citizen, agent):
        await person.receives_picture_and_sound()

    await tab_to(ours, "Zet microfoon uit", most=FEW)
    await ours.keyboard.press("Space")
    await tab_to(ours, "Zet camera uit", most=FEW)
    await ours.keyboard.press("Enter")
    await tab_to(ours, "Live tekst", most=FEW)
    await ours.keyboard.press("Enter")
    await expect(citizen.screen.get_by_label("Typ hier uw regel")).to_be_focused()
    await tab_to(ours, "Hang op", most=FEW)
    await ours.keyboard.press("Enter")
    for person in (citizen, agent):
        await expect(person.button("Hang op")).to_have_count(0)
    await tab_to(ours, "Uw bericht", most=FEW)
    await tab_to(theirs, "Antwoord", most=FEW)
