"""The library: films are made once, their digests kept, each look written down, and all of it erased in time."""

import fcntl
import hashlib
import secrets

import pytest

from server.desk.film_making import FilmMaking, Made
from server.domain.actor import Guest
from server.protocol import commands as c
from server.protocol.recording_entries import RecordingStored
from server.sealed.vault import Vault
from server.store import recordings
from server.store.tokens import hashed
from tests.desk.harness import Bench
from tests.desk.recorded import film_making, stored, taped


async def test_films_are_made_once_and_their_digests_are_in_the_staff_log(desk: Bench) -> None:
    found = await taped(desk)
    making = film_making(desk)
    assert await making.make_next(lambda: desk.now)
    assert not await making.make_next(lambda: desk.now)
    for _ in range(2):
        await desk.library.store(desk.now)
    row = await found.row()
    assert row.state == "stored"
    bodies = [each.body for each in await desk.log(found.call.conversation, "staff")]
    (entry,) = [body for body in bodies if isinstance(body, RecordingStored)]
    assert entry.whole
    assert len(entry.films) == 2
    (dump,) = desk.folder.glob("*.dump")
    assert entry.dumps == (hashlib.sha256(dump.read_bytes()).hexdigest(),)
    assert "recording.stored" not in await desk.types(found.call.conversation)


async def test_a_worker_has_time_to_write_the_end(desk: Bench) -> None:
    await taped(desk)
    desk.pass_time(seconds=-9)
    assert not await film_making(desk).make_next(lambda: desk.now)


@pytest.mark.parametrize("goes_on", [True, False])
async def test_a_worker_that_was_frozen_and_still_writes_is_waited_for(desk: Bench, goes_on: bool) -> None:
    found = await taped(desk)
    (path,) = desk.folder.glob("*.dump")
    with path.open("ab") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        assert await film_making(desk).make_next(lambda: desk.now)
        assert not await film_making(desk).make_next(lambda: desk.now)
        desk.pass_time(seconds=6)
        assert await film_making(desk).make_next(lambda: desk.now)
        assert (await found.row()).state == "stopped"
        if goes_on:
            desk.pass_time(seconds=6)
            file.close()
        else:
            desk.pass_time(minutes=10)
        assert await film_making(desk).make_next(lambda: desk.now)
    assert (await found.row()).state == "made"


async def test_two_makers_do_not_take_the_same_and_one_that_died_is_relieved(desk: Bench) -> None:
    found = await taped(desk)
    async with desk.database.write() as connection:
        until = desk.now.replace(minute=desk.now.minute + 10)
        assert await recordings.claim(connection, desk.now, desk.now, until) is not None
        assert await recordings.claim(connection, desk.now, desk.now, until) is None
    desk.pass_time(minutes=11)
    assert await film_making(desk).make_next(lambda: desk.now)
    assert (await found.row()).state == "made"


async def test_each_opening_is_written_down_and_films_are_for_whoever_opened(desk: Bench) -> None:
    found = await stored(desk)
    opened = await desk.do(found.call.agent, c.OpenRecording(**found.names))
    assert len(opened.films) == 2
    assert sorted(film.author.kind for film in opened.films if film.author) == ["agent", "citizen"]
    assert all(film.author is not None and film.author.participant == film.party for film in opened.films)
    assert (await desk.audit(found.call.agent.connection.actor))[-1] == "recording.open"  # type: ignore[arg-type]
    assert (await desk.types(found.call.conversation, "staff"))[-1] == "recording.opened"
    code = opened.films[0].path.split("opening=")[1]
    film = await desk.library.film(found.call.agent.connection.actor, found.recording, 0, code, desk.now)  # type: ignore[arg-type]
    content = b"".join([piece async for piece in film.read(0, film.size)])
    film.close()
    assert hashlib.sha256(content).hexdigest() == opened.films[0].sha256
    boss = await desk.agent("Boss", supervisor=True)
    with desk.refused("not_allowed"):
        await desk.library.film(boss.connection.actor, found.recording, 0, code, desk.now)  # type: ignore[arg-type]
    desk.pass_time(hours=5)
    with desk.refused("not_allowed"):
        await desk.library.film(found.call.agent.connection.actor, found.recording, 0, code, desk.now)  # type: ignore[arg-type]


async def test_a_colleague_of_the_team_does_not_watch_and_a_supervisor_does(desk: Bench) -> None:
    found = await stored(desk)
    colleague, boss = await desk.agent("Ann"), await desk.agent("Boss", supervisor=True)
    with desk.refused("not_allowed"):
        await desk.do(colleague, c.OpenRecording(**found.names))
    assert len((await desk.do(boss, c.OpenRecording(**found.names))).films) == 2


async def test_after_its_time_the_key_is_gone_and_then_the_files(desk: Bench) -> None:
    found = await stored(desk)
    days = desk.zone.profile.retention.recording_days
    desk.pass_time(days=days - 1)
    await desk.library.erase(desk.now)
    await desk.library.clear(desk.now)
    assert (await found.row()).state == "stored"
    desk.pass_time(days=1)
    for _ in range(2):
        await desk.library.erase(desk.now)
        await desk.library.clear(desk.now)
    row = await found.row()
    assert (row.state, row.wrapped_key, row.films, row.dumps) == ("erased", None, None, None)
    assert list(desk.folder.glob("rec_*")) == []
    assert (await desk.types(found.call.conversation)).count("recording.erased") == 1
    with desk.refused("no_such_recording"):
        await desk.do(found.call.agent, c.OpenRecording(**found.names))


async def test_a_file_that_cannot_be_removed_keeps_nothing_else(desk: Bench) -> None:
    stuck, other = await stored(desk), await stored(desk)
    (desk.folder / f"{stuck.recording}.lost+found").mkdir()
    desk.pass_time(days=400)
    await desk.library.erase(desk.now)
    with pytest.raises(OSError, match="directory"):
        await desk.library.clear(desk.now)
    assert [(await each.row()).state for each in (stuck, other)] == ["erased", "erased"]
    assert list(desk.folder.glob(f"{other.recording}.*")) == []


async def test_what_is_held_for_a_legal_reason_stays(desk: Bench) -> None:
    found = await stored(desk)
    with desk.refused("not_allowed"):
        await desk.do(found.call.agent, c.HoldRecording(**found.names, held=True))
    boss = await desk.agent("Boss", supervisor=True)
    for _ in range(2):
        await desk.do(boss, c.HoldRecording(**found.names, held=True, reason="vraag van het parket"))
    desk.pass_time(days=400)
    await desk.library.erase(desk.now)
    await desk.library.clear(desk.now)
    assert (await found.row()).state == "stored"
    assert (await desk.types(found.call.conversation, "staff")).count("recording.held") == 1
    await desk.do(boss, c.HoldRecording(**found.names, held=False))
    await desk.library.erase(desk.now)
    await desk.library.clear(desk.now)
    assert (await found.row()).state == "erased"


async def test_that_it_is_held_is_for_agents_to_know(desk: Bench) -> None:
    found = await stored(desk)
    boss = await desk.agent("Boss", supervisor=True)
    await desk.do(boss, c.HoldRecording(**found.names, held=True, reason="vraag van het parket"))
    assert found.call.agent.events("recording")[-1]["view"].get("held")
    assert not any(each["view"].get("held") for each in found.call.citizen.events("recording"))


async def test_a_guest_hears_nothing_of_what_becomes_of_a_recording(desk: Bench) -> None:
    found = await taped(desk)
    code = (await desk.do(found.call.agent, c.InviteGuest(**found.call.names))).link.split("code=")[1]
    guest = desk.connect(Guest(hashed(secrets.token_urlsafe(32))))
    await desk.do(guest, c.EnterCall(code=code))
    assert await film_making(desk).make_next(lambda: desk.now)
    await desk.library.store(desk.now)
    assert found.call.citizen.events("recording")[-1]["view"]["state"] == "stored"
    assert guest.events("recording") == []


async def test_under_another_key_nothing_is_shown(desk: Bench) -> None:
    found = await stored(desk)
    desk.library.vault = Vault("another made-up secret")
    opened = await desk.do(found.call.agent, c.OpenRecording(**found.names))
    code = opened.films[0].path.split("opening=")[1]
    with desk.refused("recording_unavailable"):
        await desk.library.film(found.call.agent.connection.actor, found.recording, 0, code, desk.now)  # type: ignore[arg-type]


async def test_what_no_film_can_be_made_of_is_stored_without(desk: Bench) -> None:
    found = await taped(desk)

    def stumble(recording: str, key: bytes, *, waits: bool) -> Made:
        raise IndexError

    assert await FilmMaking(desk.database, desk.vault, stumble).make_next(lambda: desk.now)
    assert not await film_making(desk).make_next(lambda: desk.now)
    await desk.library.store(desk.now)
    assert (await found.row()).state == "stored"
    assert (await desk.do(found.call.agent, c.OpenRecording(**found.names))).films == ()
    bodies = [each.body for each in await desk.log(found.call.conversation, "staff")]
    (entry,) = [body for body in bodies if isinstance(body, RecordingStored)]
    assert not entry.whole, "nobody can watch it"
