"""The digital assistant's work at the console: why it said something, a mark that colleagues see, and how it does."""

import secrets
from pathlib import Path

import pytest
from playwright.async_api import Page, expect

from tests.scenarios.agent.citizen import Citizen
from tests.scenarios.agent.test_console_screens import is_whole
from tests.scenarios.people import SignedIn
from tests.support.desk import ServedDesk

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]

QUESTION = "Wanneer is het politiekantoor open?"


async def asked(desk: ServedDesk, words: str) -> Citizen:
    """A citizen whom the digital assistant answered, and who then asked for a person."""
    citizen = await Citizen(desk).__aenter__()
    await citizen.say(QUESTION)
    await citizen.hears("Bent u hiermee geholpen?")
    await citizen.wait_for_a_person(words)
    return citizen


async def test_an_agent_sees_why_and_marks_it_as_wrong_by_keyboard(
    signed_in: SignedIn, served_desk: ServedDesk
) -> None:
    words = f"ik wil een mens over {secrets.token_hex(4)}"
    citizen = await asked(served_desk, words)
    an = await signed_in("an")
    await an.take_next(words)
    keys = an.page.keyboard
    why = an.button("Waarom dit?").nth(1)
    await why.focus()
    await keys.press("Enter")
    await expect(why).to_have_attribute("aria-expanded", "true")
    await an.sees("Hij dacht dat dit ging over “Openingsuren”")
    await an.sees("Dat was genoeg om de tekst van de zone te geven.")
    await is_whole(an.page)

    await an.button("Duid aan als fout").nth(1).focus()
    await keys.press("Enter")
    dialog = an.page.get_by_role("dialog", name="Wat is er fout aan dit antwoord?")
    await expect(dialog).to_be_visible()
    await dialog.get_by_role("button", name="Duid aan als fout").click()
    await expect(dialog).to_contain_text("Kies wat er fout is.")
    await dialog.get_by_label("Wat er staat klopt niet").focus()
    await keys.press("Space")
    await is_whole(an.page)
    await dialog.get_by_role("button", name="Duid aan als fout").focus()
    await keys.press("Enter")
    await expect(dialog).to_have_count(0)
    await an.sees("Aangeduid als fout: Wat er staat klopt niet of niet meer. An (inspecteur van politie)")

    bram = await signed_in("bram")
    await expect(bram.button("Hoe de digitale assistent het doet")).to_have_count(0)
    await bram.page.get_by_text("Bij collega’s").click()
    await bram.page.locator(".queue-open").filter(has_text="Openingsuren").last.click()
    await bram.sees("Aangeduid als fout: Wat er staat klopt niet of niet meer.")
    await bram.button("Neem dit terug").click()
    await an.sees("nam terug dat een antwoord fout was.")
    await expect(an.log()).not_to_contain_text("Aangeduid als fout:")
    assert "answer.marked" not in str(citizen.heard)
    await citizen.__aexit__()


async def adds_a_lesson(page: Page, said: str, text: str) -> None:
    """Choose a topic, add: two presses, and a look at the text first."""
    utterance = page.get_by_role("listitem").filter(has_text=said)
    await expect(utterance.get_by_label("Tekst om van te leren")).to_have_value(text)
    await utterance.get_by_label("Onderwerp").select_option("noise_nuisance")
    await utterance.get_by_role("button", name="Voeg toe").click()
    await expect(utterance).to_contain_text("In de leerstof:")


async def test_a_supervisor_sees_how_it_does_and_makes_a_lesson(signed_in: SignedIn, served_desk: ServedDesk) -> None:
    # Of letters alone: what has digits in it may look like the number of a frame.
    mark = "".join(secrets.choice("bdfgklmprt") for _ in range(8))
    async with Citizen(served_desk) as citizen:
        # Plain Dutch around it: the language of bare nonsense is anybody's guess, and decides the lesson's file.
        lesson = f"wat moet ik doen met de zwurkel {mark} van mijn blorp …"
        said = lesson.replace("…", "0470 12 34 56")
        await citizen.say(said)
        await citizen.hears("Dat begrijp ik nog niet.")
        # What was decided about one message is kept before the next is answered.
        await citizen.say("qsdf wxcv")
        await citizen.hears("Excuses, ik begrijp u niet goed genoeg.")
    els = await signed_in("els")
    page = els.page
    await page.keyboard.press("Alt+o")
    await expect(page.get_by_role("heading", name="Hoe de digitale assistent het doet")).to_be_focused()
    table = page.get_by_role("table", name="De laatste 30 dagen in cijfers")
    await expect(table.get_by_role("row", name="zonder antwoord")).to_be_visible()
    await adds_a_lesson(page, said, lesson)
    folder = Path(await page.locator(".review-kept code").inner_text())
    lessons = (folder / "nl" / "topics.yaml").read_text()
    assert f"  {lesson}\n" in lessons
    await is_whole(page)

    await page.get_by_role("combobox", name="Waarom").select_option("wrong")
    await expect(page.get_by_role("listitem").filter(has_text=said)).to_have_count(0)
    await page.get_by_role("combobox", name="Waarom").select_option("unanswered")
    utterance = page.get_by_role("listitem").filter(has_text=said)
    await utterance.get_by_label("Tekst om van te leren").fill("half een les")
    await utterance.get_by_role("button", name="Bekijk het gesprek").click()
    await els.sees(said)
    await expect(page.get_by_role("heading", name="Hoe de digitale assistent het doet")).to_have_count(0)
    await page.keyboard.press("Alt+o")
    await expect(utterance.get_by_label("Tekst om van te leren")).to_have_value("half een les")


@pytest.mark.parametrize(("scheme", "size"), [("dark", (768, 1024)), ("light", (320, 640))])
async def test_the_view_holds_at_every_size(signed_in: SignedIn, scheme: str, size: tuple[int, int]) -> None:
    width, height = size
    els = await signed_in("els", width=width, height=height, color_scheme=scheme)
    await els.button("Hoe de digitale assistent het doet").click()
    await expect(els.page.get_by_role("heading", name="Berichten om te bekijken")).to_be_visible()
    await is_whole(els.page)
    await els.button("Terug naar de gesprekken").click()
    await expect(els.page.get_by_role("main")).to_be_focused()
