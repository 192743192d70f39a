"""`make screenshots`: the pictures of the README, taken from a running desk by walking through it."""

import asyncio
from pathlib import Path

from playwright.async_api import expect

from tests.scenarios.form_filling import answer_all
from tests.scenarios.people import CitizenScreen, ConsoleScreen, Town, call
from tests.support.chromium import chromium
from tests.support.desk import TREE, ServedDesk

FOLDER = TREE / "docs" / "screenshots"

WAITING = [
    ("nl", "Er is veel lawaai bij de buren, ik wil een mens spreken"),
    ("fr", "Je veux parler à une personne, on a cassé ma vitre"),
    ("nl", "Mijn portefeuille is gestolen, een medewerker graag"),
    ("en", "I want to talk to a person about a parking fine"),
    ("de", "Ich möchte mit einem Menschen sprechen, es geht um eine Anzeige"),
    ("nl", "Ik word al weken lastiggevallen, kan ik iemand spreken?"),
    ("nl", "Ik wil een mens spreken over mijn rijbewijs"),
    ("nl", "Wanneer is het kantoor open? Ik wil een mens spreken"),
]
"""Who waits while the console's picture is taken: the language, and what was said."""

BUTTONS = {"nl": "Een mens, graag", "fr": "Une personne, svp", "en": "A person, please", "de": "Einen Menschen, bitte"}
FIELDS = {"nl": "Uw bericht", "fr": "Votre message", "en": "Your message", "de": "Ihre Nachricht"}


async def take_all() -> None:
    """Walk through the desk and keep what it looks like."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with ServedDesk() as desk:
        async with chromium() as browser:
            town = Town(desk, browser)
            citizen = await town.citizen_on_site()
            await citizen.say("Wat moet ik doen als mijn fiets gestolen is?")
            await citizen.sees("Police-on-web")
            await keep(citizen, "widget")
            await citizen.say("ik wil een mens spreken")
            await _to_a_person(citizen, "nl")
            agent = await town.agent()
            await agent.take_next("ik wil een mens spreken")
            await agent.say("Dag, ik ben An. Ik help u met uw aangifte.")
            await _fill_the_queue(town, agent)
            await keep(agent, "console")
            await call(agent, citizen)
            await keep(agent, "call")
            await agent.button("Hang op").click()
            await _report(agent)
            phone = await _on_a_phone(town)
            await keep(phone, "phone-dark")
            faults = await town.close()
            if faults:
                raise RuntimeError("\n".join(faults))


async def keep(person: CitizenScreen | ConsoleScreen, name: str) -> None:
    """Take a picture of the whole window once nothing moves any more."""
    await person.page.wait_for_timeout(1_000)
    await person.page.screenshot(path=FOLDER / f"{name}.png")


async def _fill_the_queue(town: Town, agent: ConsoleScreen) -> None:
    """Four conversations of the agent's own, the others waiting."""
    for number, (language, words) in enumerate(WAITING):
        citizen = await town.citizen_on_desk(language)
        await citizen.say(words, FIELDS[language])
        await _to_a_person(citizen, language)
        if number < 2:
            await agent.take_next(words)
    await agent.screen.get_by_role("tab").first.click()
    await expect(agent.log()).to_contain_text("Ik help u met uw aangifte")


async def _to_a_person(citizen: CitizenScreen, language: str) -> None:
    """Into the queue by the button, unless the bot brings the citizen there first."""
    await citizen.page.wait_for_timeout(1_500)
    button = citizen.button(BUTTONS[language])
    if await button.is_visible():
        await button.click()
    await expect(button).to_be_hidden()


async def _report(agent: ConsoleScreen) -> None:
    await agent.screen.get_by_role("tab", name="Aangifte").click()
    await agent.button("Aangifte van fietsdiefstal").click()
    await answer_all(agent.screen, agent.screen.get_by_text("Alle verplichte vragen zijn beantwoord"))
    await agent.button("Vraag de burger om te bevestigen").click()
    await keep(agent, "report")


async def _on_a_phone(town: Town) -> CitizenScreen:
    citizen = await town.citizen_on_desk(
        "fr", width=375, height=740, color_scheme="dark", device_scale_factor=2, has_touch=True, is_mobile=True
    )
    await citizen.say("J'ai perdu ma carte d'identité", FIELDS["fr"])
    await citizen.page.wait_for_timeout(2_000)
    return citizen


if __name__ == "__main__":
    asyncio.run(take_all())
    for picture in sorted(Path(FOLDER).glob("*.png")):
        print(picture.relative_to(TREE))  # noqa: T201 says what it made
