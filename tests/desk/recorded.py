"""Calls that are recorded, and recordings of calls that are over, with their films."""

from dataclasses import asdict, dataclass
from typing import Any

from server.desk.film_making import FilmMaking, Made
from server.media.recording.making import make_films
from server.protocol import commands as c
from server.protocol.words import Need, RecordingView
from server.store import recordings
from server.store.recordings import Recording
from tests.desk.calling import FarEnd, InCall, running
from tests.desk.harness import Bench, Listener
from tests.media.recording.cinema import arrive, recite
from tests.media.recording.studio import Person, encoded, tape, tone

TOPIC = "bike_theft"
"""Calls about it may be recorded in the demo zone."""


@dataclass
class Recorded:
    """A call about something that may be recorded, and its recording."""

    worker: FarEnd
    call: InCall
    recording: str

    @property
    def names(self) -> dict[str, str]:
        return {"conversation": self.call.conversation, "recording": self.recording}

    async def row(self) -> Recording:
        async with self.call.desk.database.read() as connection:
            return await recordings.load(connection, self.call.conversation, self.recording)

    async def agreed(self, who: Listener, *, agree: bool = True) -> RecordingView:
        view: RecordingView = (await self.call.desk.do(who, c.AnswerRecording(**self.names, agree=agree))).view
        return view

    @property
    def orders(self) -> list[tuple[bool, int]]:
        """What the worker was told: whether to keep packets, and of how many parties."""
        return [(order.get("keep", True), len(order["agreed"])) for order in self.worker.told("media.record")]

    async def types(self) -> list[str]:
        return [each for each in await self.call.desk.types(self.call.conversation) if each.startswith("recording")]


async def call_about(desk: Bench, topic: str) -> tuple[FarEnd, InCall]:
    worker = FarEnd(desk)
    call = await running(desk, worker)
    await desk.do(call.agent, c.StateNeed(conversation=call.conversation, need=Need(topic=topic, languages=("nl",))))
    return worker, call


async def asked(desk: Bench) -> Recorded:
    """The agent has asked whether the call may be recorded."""
    worker, call = await call_about(desk, TOPIC)
    view = (await desk.do(call.agent, c.ProposeRecording(**call.names))).view
    return Recorded(worker, call, view.recording)


async def recorded(desk: Bench) -> Recorded:
    """The citizen has agreed."""
    found = await asked(desk)
    await found.agreed(found.call.citizen)
    return found


async def colleague_comes(desk: Bench, found: Recorded) -> Listener:
    """A colleague is asked into the call, and media flows to them."""
    colleague = await desk.agent("Ann")
    actor: Any = colleague.connection.actor
    await desk.do(found.call.agent, c.InviteAgent(**found.call.names, agent=actor.id))
    await desk.do(colleague, c.JoinCall(**found.call.names))
    await found.call.connected(found.worker)
    await desk.upkeep.follow(found.call.call, desk.now)
    return colleague


def film_making(desk: Bench) -> FilmMaking:
    """Makes films in the desk's folder, as `onlineloket films` does."""

    def make(recording: str, key: bytes, *, waits: bool) -> Made:
        made = make_films(desk.folder, recording, key, waits=waits)
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
