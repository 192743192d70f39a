"""A photo in a call: asked for, agreed to, taken in the camera's full resolution, sent, and held by the report."""

import io
import sqlite3
from pathlib import Path

import av
import pytest
from playwright.async_api import expect

from tests.scenarios.calls.hardware import lets_go
from tests.scenarios.calls.people import InCall
from tests.scenarios.people import Person
from tests.support.accessibility import violations
from tests.support.desk import ServedDesk

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]

SENT = """() => window.peers.at(-1).getSenders().find(({track}) => track?.kind === "video").track.getSettings()"""
"""How the call's camera is set."""

NO_IMAGE_CAPTURE = "() => { delete window.ImageCapture; }"


def found(desk: ServedDesk, query: str) -> object:
    """The one value that a query on the desk's database finds."""
    with sqlite3.connect(f"file:{desk.folder / 'data' / 'desk.db'}?mode=ro", uri=True) as connection:
        return connection.execute(query).fetchone()[0]


def looks(desk: ServedDesk) -> int:
    """How often the audit log says that staff looked at a photo."""
    return int(str(found(desk, "SELECT count(*) FROM audit WHERE action = 'photo.show'")))


def last_photo(desk: ServedDesk) -> object:
    return found(desk, "SELECT id FROM photos WHERE state = 'taken' ORDER BY taken_at DESC LIMIT 1")


def size_of(picture: bytes) -> tuple[int, int]:
    with av.open(io.BytesIO(picture), "r", format="mjpeg") as container:
        frame = next(container.decode(video=0))
        return frame.width, frame.height


async def slow_down(person: Person) -> None:
    """From now on hardly anything that the page sends by HTTP gets away."""
    developer = await person.page.context.new_cdp_session(person.page)
    await developer.send("Network.enable")
    speed = {"latency": 0, "downloadThroughput": -1, "uploadThroughput": 2_000}
    await developer.send("Network.emulateNetworkConditions", {"offline": False, **speed})


async def ask(call: InCall, purpose: str) -> None:
    await call.agent.button("Vraag om een foto").press("Enter")
    await call.agent.button(purpose).press("Enter")


async def test_from_the_question_to_the_report(served_desk: ServedDesk, call: InCall) -> None:
    citizen, agent = call.citizen, call.agent
    await ask(call, "Identiteitskaart")
    await expect(citizen.screen.get_by_text("Bedek met uw vinger", exact=False)).to_be_visible()
    for person in (citizen, agent):
        assert await violations(person.page) == []
    # Both pages have the same camera here, and one that two use gives what the first wanted.
    await agent.button("Zet camera uit").click()
    await citizen.button("Ja, neem een foto").press("Enter")
    await expect(agent.screen.get_by_text("De burger neemt de foto.")).to_be_visible()
    take = citizen.button("Neem de foto")
    await expect(take).not_to_have_attribute("aria-disabled", "true")
    before = await citizen.screen.evaluate(SENT)
    await take.press("Enter")
    await citizen.button("Neem opnieuw").press("Enter")
    # What a browser without ImageCapture does.
    await citizen.screen.evaluate(NO_IMAGE_CAPTURE)
    await take.press("Enter")
    assert await violations(citizen.page) == []
    await citizen.button("Verstuur de foto").press("Enter")
    await expect(citizen.screen.get_by_text("De foto is verstuurd.")).to_be_visible()
    await expect(citizen.button("Bekijk groter")).to_be_visible()
    await agent.sees("De burger stuurt een foto van de identiteitskaart")
    after = await citizen.screen.evaluate(SENT)
    assert (after["width"], after["height"]) == (before["width"], before["height"]) == (640, 480)
    await agent.receives_picture_and_sound()

    await agent.screen.get_by_role("tab", name="Aangifte").click()
    await agent.button("Aangifte van fietsdiefstal").click()
    await expect(agent.screen.get_by_role("heading", name="Foto’s zonder aangifte")).to_be_hidden()
    photo = agent.screen.get_by_role("tabpanel").get_by_role("img", name="Foto van de identiteitskaart")
    await expect(photo).to_be_visible()
    before_opening = looks(served_desk)
    await agent.button("Bekijk groter").click()
    dialog = agent.screen.get_by_role("dialog")
    await expect(dialog.get_by_role("img")).to_be_visible()
    await expect(dialog.get_by_text("Controlegetal", exact=False)).to_be_visible()
    assert looks(served_desk) == before_opening + 1
    assert await violations(agent.page) == []
    answer = await agent.page.request.get(f"{served_desk.origin}/api/photos/{last_photo(served_desk)}")
    kept = await answer.body()
    assert size_of(kept) == (3840, 2160)
    await dialog.get_by_role("button", name="Sluit").click()

    report = citizen.screen.get_by_role("region", name="Aangifte")
    await expect(report.get_by_role("img", name="Foto van de identiteitskaart")).to_be_visible()
    assert await violations(citizen.page) == []
    await agent.button("Verwijder de foto").click()
    await dialog.get_by_role("button", name="Verwijder de foto").click()
    await citizen.sees("verwijdert een foto")
    await expect(agent.screen.locator("[role=tabpanel]:focus")).to_be_visible()
    await expect(report.get_by_role("img")).to_be_hidden()
    _lies_nowhere_in_the_clear(served_desk.folder, kept)


async def test_no_means_no_and_a_camera_that_is_off_stays_off_for_the_others(
    served_desk: ServedDesk, call: InCall
) -> None:
    citizen, agent = call.citizen, call.agent
    await ask(call, "Schade")
    await citizen.button("Nee, geen foto").press("Enter")
    await expect(agent.screen.get_by_text("De burger stuurt liever geen foto. Dat is goed.").first).to_be_visible()
    await citizen.button("Zet camera uit").click()
    await ask(call, "Iets anders")
    await citizen.button("Ja, neem een foto").press("Enter")
    await expect(citizen.screen.get_by_text("Alleen u ziet dit beeld.")).to_be_visible()
    # Before the camera shows anything there is nothing to take.
    await expect(citizen.button("Neem de foto")).not_to_have_attribute("aria-disabled", "true")
    await citizen.button("Neem de foto").press("Enter")
    await expect(citizen.button("Verstuur de foto")).to_be_visible()
    assert await citizen.screen.evaluate("window.peers.at(-1).getSenders().every(({track}) => track?.kind !== 'video')")
    await slow_down(citizen)
    await citizen.button("Verstuur de foto").press("Enter")
    await expect(citizen.screen.get_by_role("progressbar", name="De foto wordt verstuurd.")).to_be_visible()
    assert await violations(citizen.page) == []
    # Whoever waits too long, or thinks better of it, still says no.
    async with citizen.page.expect_event("requestfailed", lambda request: "/api/photos/" in request.url) as given_up:
        await citizen.button("Toch geen foto").press("Enter")
    assert (await given_up.value).method == "PUT"
    await expect(agent.log().get_by_text("De burger stuurt liever geen foto.")).to_have_count(2)
    assert found(served_desk, "SELECT count(*) FROM photos WHERE state = 'taken' AND purpose = 'other'") == 0
    # Its light is out.
    await citizen.screen.wait_for_function(
        "() => window.tracks.filter(({kind}) => kind === 'video').every(({readyState}) => readyState === 'ended')"
    )
    await ask(call, "Schade")
    await citizen.button("Ja, neem een foto").press("Enter")
    await expect(citizen.screen.get_by_text("Alleen u ziet dit beeld.")).to_be_visible()
    await agent.button("Hang op").click()
    await expect(citizen.button("Neem de foto")).to_be_hidden()
    await lets_go(citizen)


def _lies_nowhere_in_the_clear(folder: Path, picture: bytes) -> None:
    # Where nothing is to be seen, a picture is the same few bytes over and over.
    pieces = [piece for at in range(0, len(picture), 64) if len(set(piece := picture[at : at + 64])) > 40][:50]
    assert pieces
    for path in folder.rglob("*"):
        if path.is_file() and not path.is_relative_to(folder / "data" / "bot"):
            content = path.read_bytes()
            assert not any(piece in content for piece in pieces), f"{path} holds what was sent in the clear"
