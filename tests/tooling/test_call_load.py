"""The load of the benches of calls reaches each server that it is put on, and its pictures come out of it again."""

import asyncio
from functools import partial

import pytest

from tests.bench.call_clip import Clip, make_clip
from tests.bench.call_janus import through_janus
from tests.bench.call_own import through_mediarelay, through_worker
from tests.bench.call_rtpengine import through_rtpengine
from tests.bench.call_turns import Through
from tests.support.programs import require

SERVERS: dict[str, tuple[Through, int]] = {
    "worker": (partial(through_worker, 1), 2),
    "worker, three parties": (partial(through_worker, 1, parties=3), 3),
    "mediarelay": (partial(through_mediarelay, 1), 2),
    "janus": (partial(through_janus, 1), 2),
    "janus, one loop": (partial(through_janus, 1, event_loops=1), 2),
    "rtpengine": (partial(through_rtpengine, 1), 2),
}
"""Makes one call; and how many in it get pictures."""


@pytest.fixture(scope="module")
def clip() -> Clip:
    return make_clip()


@pytest.mark.parametrize("name", SERVERS)
async def test_pictures_arrive_and_cost_something(name: str, clip: Clip) -> None:
    program = name.partition(",")[0]
    if program in ("janus", "rtpengine"):
        require(program)
    through, watching = SERVERS[name]
    async with through(clip) as load, asyncio.timeout(60):
        load.fewest_frames = 0
        while sum(party.frames_received > 0 for party in load.parties) < watching:
            await load.send(0.1)
        turn = await load.turn(1)
    assert sum(party.frames_received > 0 for party in load.parties) == watching
    assert turn.cost > 0


async def test_a_server_that_delivers_too_little_is_not_measured(clip: Clip) -> None:
    async with through_worker(1, clip) as load:
        load.fewest_frames = 1_000
        with pytest.raises(RuntimeError, match="too busy to measure"):
            await load.turn(0.1)
