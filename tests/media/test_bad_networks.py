"""What is left of a call on a bad network: between real peers without a browser, one of whom is behind it.

What browsers make of the same networks, and what they say of it, is in `tests/scenarios/calls/test_bad_networks.py`.
"""

import asyncio
from dataclasses import dataclass

import pytest

from server.media.worker import Worker
from server.protocol.media import MediaEvent
from tests.media.bad_line import BadLine
from tests.media.conftest import CALL
from tests.media.people import Person, connect


@dataclass(frozen=True)
class Network:
    """What it does, how much of the sound must arrive at least, as nothing of it is sent again, and after how long a
    report must come back. Of two hundred packets chance takes no more than that: it would be five of its deviations."""

    does: dict[str, float]
    sound: float
    round_trip: float = 0


NETWORKS = {
    "5 % lost": Network({"loss": 0.05, "delay": 0.02}, 0.87),
    "10 % lost": Network({"loss": 0.1, "delay": 0.02}, 0.8),
    "20 % lost": Network({"loss": 0.2, "delay": 0.02}, 0.68),
    "200 ms": Network({"delay": 0.2}, 0.9, 0.3),
    "out of order": Network({"delay": 0.02, "jitter": 0.03}, 0.9),
}


@pytest.mark.parametrize("network", NETWORKS.values(), ids=NETWORKS)
async def test_pictures_and_sound_keep_coming(
    worker: Worker, people: tuple[Person, Person], events: list[MediaEvent], network: Network
) -> None:
    one, other = people
    async with BadLine.to(("127.0.0.1", worker.port)) as line:
        await connect(worker, CALL, *people, line=line)
        for person in people:
            await person.sees_and_hears()
        line.become(**network.does)
        before = {person: await person.sounds() for person in people}
        for person in people:
            await person.sees_and_hears(60)
        for here, there in ((one, other), (other, one)):
            sent, arrived = (await there.sounds())[0] - before[there][0], (await here.sounds())[1] - before[here][1]
            assert arrived > sent * network.sound
            async with asyncio.timeout(30):
                while await here.round_trip() < network.round_trip:
                    await asyncio.sleep(0.1)  # until the next report
        assert (line.lost > 0) is ("loss" in network.does)
    assert not [event for event in events if event.kind == "lost"], "nobody is given up"
