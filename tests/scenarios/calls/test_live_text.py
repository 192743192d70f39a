"""What is typed in a call is read while it is typed, by everybody in it; and who signs is seen to."""

import pytest
from playwright.async_api import Locator, expect

from tests.scenarios.calls.people import InCall, Line, receives_from
from tests.scenarios.people import Person
from tests.support.accessibility import violations

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]

READ_OUT = """shown => shown.closest("[aria-live], [role=log], [role=status]")?.matches("[role=log], [role=status]")
  ?? false"""
"""Whether what changes in this line is read out."""


def text_of(person: Person) -> Locator:
    return person.screen.get_by_role("region", name="Live tekst in dit gesprek")


def typed(person: Person, words: str) -> Locator:
    return text_of(person).get_by_role("listitem").filter(has_text=words)


def field(person: Person) -> Locator:
    return text_of(person).get_by_role("textbox", name="Typ hier uw regel")


async def reads(person: Person, words: str, who: str) -> None:
    """Somebody sees an unfinished line of another: whose it is, which way it goes, and that it goes on."""
    shown = typed(person, words)
    await expect(shown).to_contain_text(f"{who} (ontvangen)")
    await expect(shown.get_by_role("img", name="Typt nog")).to_be_visible()
    await expect(shown.get_by_text(words, exact=True)).to_be_visible()
    assert not await shown.evaluate(READ_OUT)


async def test_everybody_reads_along(line: Line, call: InCall) -> None:
    citizen, agent = call.citizen, call.agent
    await agent.button("Nodig een tolk uit").click()
    link = await agent.screen.get_by_label("Link voor de tolk").input_value()
    interpreter = await line.interpreter(link, "Samira")
    await agent.button("Laat binnen").click()
    await receives_from(interpreter, 2)
    answer = agent.screen.get_by_label("Antwoord aan de burger", exact=False)
    await answer.focus()

    # By keyboard alone: opened, written in, corrected in place, pasted into.
    keys = citizen.page.keyboard
    await citizen.button("Live tekst").press("Enter")
    await expect(field(citizen)).to_be_focused()
    await keys.type("mijn broer si in huis", delay=30)
    for person in (agent, interpreter):
        await reads(person, "mijn broer si in huis", "Burger")
    await expect(answer).to_be_focused()
    for _ in range(8):
        await keys.press("ArrowLeft")
    await keys.press("Backspace")
    await keys.press("Backspace")
    await keys.insert_text("zit")
    for person in (agent, interpreter):
        await reads(person, "mijn broer zit in huis", "Burger")
        await expect(text_of(person).get_by_role("listitem")).to_have_count(1)
    # By an input method, which composes before it writes.
    method = await citizen.page.context.new_cdp_session(citizen.page)
    await keys.press("End")
    await method.send("Input.imeSetComposition", {"text": " n\u00fa", "selectionStart": 3, "selectionEnd": 3})
    await reads(agent, "mijn broer zit in huis n\u00fa", "Burger")
    await method.send("Input.imeSetComposition", {"text": "", "selectionStart": 0, "selectionEnd": 0})
    await reads(agent, "mijn broer zit in huis", "Burger")
    for person in (citizen, agent, interpreter):
        assert await violations(person.page) == []

    # A line that has ended is a message: in the log where there is one, and read out once.
    await keys.press("Enter")
    for person in (citizen, agent):
        await expect(person.log().get_by_text("mijn broer zit in huis", exact=True)).to_be_visible()
        assert not await typed(person, "mijn broer zit in huis").evaluate(READ_OUT)
    await expect(typed(citizen, "mijn broer zit in huis")).to_contain_text("U (verstuurd)")
    finished = text_of(interpreter).get_by_role("log").get_by_role("listitem").filter(has_text="mijn broer zit in huis")
    await expect(finished).to_have_count(1)
    assert await typed(interpreter, "mijn broer zit in huis").evaluate(READ_OUT)
    await expect(typed(interpreter, "mijn broer zit in huis").get_by_role("img")).to_have_count(0)

    await field(interpreter).fill("hij is boos")
    await reads(citizen, "hij is boos", "Tolk Samira")
    await field(interpreter).press("Enter")
    for person in (citizen, agent):
        await expect(person.log().get_by_text("hij is boos", exact=True)).to_be_visible()
        await person.sees("Tolk Samira")

    # A call that fills the screen hides the log, and reads out itself what is finished.
    await agent.button("Meer").click()
    await agent.button("Volledig scherm").click()
    await field(citizen).fill("stuur iemand")
    await field(citizen).press("Enter")
    finished = text_of(agent).get_by_role("log").get_by_role("listitem").filter(has_text="stuur iemand")
    await expect(finished).to_have_count(1)
    assert await typed(agent, "stuur iemand").evaluate(READ_OUT)
    await agent.button("Sluit volledig scherm").click()
    await agent.button("Meer").click()

    # Who signs is seen to, and no longer when the button is pressed again.
    await interpreter.button("Ik gebaar").press("Enter")
    for person in (citizen, agent):
        await expect(person.screen.get_by_text("Gebaart nu")).to_be_visible()
    await expect(interpreter.screen.get_by_role("status").filter(has_text="gebarentaal")).to_be_visible()
    assert await violations(citizen.page) == []
    await interpreter.button("Klaar met gebaren").press("Enter")
    for person in (citizen, agent):
        await expect(person.screen.get_by_text("Gebaart nu")).to_be_hidden()

    # Put away it stays away, and says that there is something new; what is unfinished at the end is said.
    await citizen.button("Live tekst").click()
    await field(agent).fill("wij komen naar u")
    await expect(citizen.button("Live tekst (nieuw)")).to_be_visible()
    await citizen.button("Hang op").click()
    await citizen.sees("wij komen naar u")
    await expect(text_of(agent)).to_be_hidden()
