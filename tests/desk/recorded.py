"""A call that was recorded and is over, and of which films were made."""

from dataclasses import asdict

from server.desk.film_making import FilmMaking, Made
from server.media.recording.making import make_films
from server.protocol import commands as c
from tests.desk.harness import Bench
from tests.desk.test_recordings import Recorded, recorded
from tests.media.recording.cinema import arrive, recite
from tests.media.recording.studio import Person, encoded, tape, tone


def film_making(desk: Bench) -> FilmMaking:
    """Makes films in the desk's folder, as `onlineloket films` does."""

    def make(recording: str, key: bytes) -> Made:
        made = make_films(desk.folder, recording, key)
        return Made([asdict(dump) for dump in made.dumps], [asdict(film) for film in made.films])

    return FilmMaking(desk.database, desk.vault, make)


async def taped(desk: Bench) -> Recorded:
    """A recording that was stopped, with what both parties sent in its dump."""
    found = await recorded(desk)
    row = await found.row()
    key = desk.vault.open(row.id, row.wrapped_key or "")
    people = [Person(party, number) for number, party in enumerate(row.agreed)]
    arrivals = []
    for person in people:
        recite(person, encoded("vp8", [80] * 15), tone(25, loud=frozenset({5})))
        arrivals += arrive(person)
    tape(desk.folder, [person.described() for person in people], arrivals, recording=row.id, key=key)
    await desk.do(found.call.citizen, c.StopRecording(**found.names))
    desk.pass_time(seconds=10)
    return found


async def stored(desk: Bench) -> Recorded:
    """The same, with its films made and their digests in the log."""
    found = await taped(desk)
    assert await film_making(desk).make_next(lambda: desk.now)
    await desk.library.store(desk.now)
    return found
