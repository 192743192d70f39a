"""A call is recorded: asked, agreed to, in sight all the time, paused, kept under seal, and watched."""

import io
import re
import sqlite3
from pathlib import Path

import av
import numpy as np
import pytest
from playwright.async_api import expect

from server.media.recording.making import dumps_of, films_of
from tests.scenarios.calls.hardware import sounds
from tests.scenarios.calls.people import InCall, connections, makes_another, worker_port
from tests.scenarios.calls.workers import kill_worker_on
from tests.scenarios.people import ConsoleScreen
from tests.support.accessibility import violations
from tests.support.desk import ServedDesk

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]

RECORDED = "Dit gesprek wordt opgenomen"

MARK = (1_000, 1_400)
"""Tones when a recording begins, or goes on, in hertz."""

FIRST_FILM = re.compile(r"/recordings/[^/]+/0\?")
FILMS = """() => [...document.querySelectorAll('video[src]')].map(each =>
    [each.duration, each.readyState, each.error && each.error.message])"""
PLACES = "() => [...document.querySelectorAll('video[src]')].map(each => each.currentTime)"
TOGETHER = f"() => {{ const [one, other] = ({PLACES})(); return one > 1.5 && Math.abs(one - other) < 0.3 }}"
"""Both play, side by side: one that was left behind catches up."""
NO_PLAY = """() => {
  const native = HTMLMediaElement.prototype.play;
  HTMLMediaElement.prototype.play = async () => { throw new DOMException("no", "NotAllowedError") };
  window.playAgain = () => { HTMLMediaElement.prototype.play = native };
}"""
"""The browser lets no film play until `playAgain`."""


def recordings_in(desk: ServedDesk) -> Path:
    return desk.folder / "data" / "recordings"


def row(desk: ServedDesk, query: str) -> tuple[object, ...]:
    """The last row of a query on the desk's database."""
    with sqlite3.connect(f"file:{desk.folder / 'data' / 'desk.db'}?mode=ro", uri=True) as connection:
        found: tuple[object, ...] = connection.execute(query).fetchall()[-1]
        return found


async def ask_to_record(call: InCall) -> None:
    """The agent chooses a topic of which calls may be recorded, and asks."""
    await call.agent.screen.get_by_label("Onderwerp").select_option(label="Fietsdiefstal")
    await call.agent.button("Vraag om op te nemen").click()
    await expect(call.citizen.screen.get_by_text("Mogen wij dit gesprek opnemen?")).to_be_visible()


async def begin_recording(call: InCall) -> None:
    await ask_to_record(call)
    await call.citizen.button("Ja, neem op").click()
    for person in (call.citizen, call.agent):
        await expect(person.screen.get_by_text(RECORDED)).to_be_visible()


async def two_films_last(desk: ServedDesk, agent: ConsoleScreen, seconds: float) -> None:
    """The open player has two films, and each lasts longer than so many seconds."""
    films: list[tuple[float | None, int, str | None]] = []
    for _ in range(300):
        films = await agent.screen.evaluate(FILMS)
        if len(films) == 2 and all(length and length > seconds for length, *_ in films):
            return
        await agent.page.wait_for_timeout(100)
    made = row(desk, "SELECT id, state, dumps, films FROM recordings ORDER BY id")
    raise AssertionError(f"{films}, of {made}")


async def films_of_last(agent: ConsoleScreen) -> list[bytes]:
    """The films that the open player shows, fetched as it fetches them."""
    paths = await agent.screen.evaluate("[...document.querySelectorAll('video[src]')].map(each => each.src)")
    films = []
    for path in paths:
        answer = await agent.page.request.get(path)
        assert answer.status == 200
        films.append(await answer.body())
    return films


def decoded(film: bytes) -> tuple[int, float, bool]:
    """Frames in a film, its length in seconds, and whether anything is heard."""
    with av.open(io.BytesIO(film), "r") as container:
        frames = sum(1 for _ in container.decode(video=0))
    with av.open(io.BytesIO(film), "r") as container:
        sounds = list(container.decode(audio=0))
    loud = any(np.abs(each.to_ndarray()).max() > 0.01 for each in sounds)
    return frames, float(sounds[-1].time or 0), loud


async def test_from_the_question_to_the_film(served_desk: ServedDesk, call: InCall) -> None:
    await ask_to_record(call)
    assert await violations(call.citizen.page) == []
    await call.citizen.button("Ja, neem op").press("Enter")
    for person in (call.citizen, call.agent):
        await expect(person.screen.get_by_text(RECORDED)).to_be_visible()
        await sounds(person, *MARK)
    assert await violations(call.citizen.page) == []
    await call.citizen.page.wait_for_timeout(3_000)
    await call.citizen.button("Pauzeer de opname").click()
    await expect(call.agent.screen.get_by_text("De opname staat op pauze. Er wordt niets opgenomen.")).to_be_visible()
    await expect(call.agent.button("Ga verder met opnemen")).to_be_hidden()
    await call.citizen.button("Ga verder met opnemen").click()
    await expect(call.agent.screen.get_by_text(RECORDED)).to_be_visible()
    for person in (call.citizen, call.agent):
        await sounds(person, *MARK, *MARK)
    await call.citizen.page.wait_for_timeout(2_000)
    await call.citizen.button("Stop de opname").click()
    await call.agent.sees("De opname is gestopt")
    await call.citizen.receives_picture_and_sound()

    await call.agent.sees("De opname is verzegeld bewaard")
    await call.agent.button("Bekijk de opname").click()
    await two_films_last(served_desk, call.agent, 4)
    assert await violations(call.agent.page) == []
    await call.agent.button("Speel af").click()
    await call.agent.page.wait_for_function(TOGETHER)
    await call.agent.screen.get_by_label("Plaats in de opname").fill("0.5")
    await call.agent.page.wait_for_function(f"() => ({PLACES})().every(each => each < 2)")

    films = await films_of_last(call.agent)
    for film in films:
        frames, seconds, loud = decoded(film)
        assert frames > 4 * seconds
        assert 4 < seconds < 30
        assert loud
    assert row(served_desk, "SELECT action FROM audit WHERE action = 'recording.open'") == ("recording.open",)
    await call.agent.screen.get_by_role("dialog").get_by_role("button", name="Sluit").click()
    await call.agent.sees("U bekijkt de opname")
    await one_film_fails(call.agent)

    folder = recordings_in(served_desk)
    pieces = [film[at : at + 64] for film in films for at in range(2_000, len(film) - 64, 5_000)]
    for path in served_desk.folder.rglob("*"):
        if path.is_file() and not path.is_relative_to(served_desk.folder / "data" / "bot"):
            content = path.read_bytes()
            assert not any(piece in content for piece in pieces), f"{path} holds what was recorded in the clear"
    assert dumps_of(folder, "rec_*")
    assert not [path for path in films_of(folder, "rec_*") if path.suffix == ".part"]


async def one_film_fails(agent: ConsoleScreen) -> None:
    """The desk cannot give the first film: the player says so, and plays the other."""
    await agent.page.route(FIRST_FILM, lambda route: route.fulfill(status=503))
    await agent.button("Bekijk de opname").click()
    told = agent.screen.get_by_role("status").filter(has_text="De film kan niet worden geladen.")
    await expect(told).to_be_visible()
    await agent.screen.evaluate(NO_PLAY)
    await agent.button("Speel af").click()
    await expect(agent.button("Speel af")).to_be_visible()
    await agent.screen.evaluate("playAgain()")
    await agent.button("Speel af").click()
    await agent.page.wait_for_function(f"() => ({PLACES})().some(each => each > 1)")
    await expect(agent.screen.get_by_text(re.compile("0:0[1-9] /"))).to_be_visible()
    await agent.screen.get_by_role("dialog").get_by_role("button", name="Sluit").click()
    await agent.page.unroute(FIRST_FILM)


async def test_no_means_no(call: InCall) -> None:
    await ask_to_record(call)
    await call.citizen.button("Nee, niet opnemen").click()
    await call.agent.sees("De burger wil liever geen opname. Dat is goed.")
    await expect(call.agent.button("Vraag om op te nemen")).to_be_hidden()
    await call.citizen.receives_picture_and_sound()


async def test_a_worker_that_is_killed_takes_nothing_that_was_sealed(served_desk: ServedDesk, call: InCall) -> None:
    await begin_recording(call)
    before = set(recordings_in(served_desk).glob("*.dump"))
    await call.citizen.page.wait_for_timeout(4_000)
    made = [await connections(person) for person in (call.citizen, call.agent)]
    kill_worker_on(served_desk, await worker_port(call.citizen.page))
    for person, lines in zip((call.citizen, call.agent), made, strict=True):
        await makes_another(person, lines)
        await person.receives_picture_and_sound()
    await expect(call.citizen.screen.get_by_text(RECORDED)).to_be_visible()
    await call.citizen.page.wait_for_timeout(3_000)
    await call.citizen.button("Hang op").click()
    await call.agent.sees("maar is niet volledig")
    await call.agent.button("Bekijk de opname").click()
    await two_films_last(served_desk, call.agent, 6)
    assert set(recordings_in(served_desk).glob("*.dump")) - before
    for film in await films_of_last(call.agent):
        frames, seconds, loud = decoded(film)
        assert frames > 30
        assert seconds > 6
        assert loud
    await call.agent.screen.get_by_role("dialog").get_by_role("button", name="Sluit").click()
