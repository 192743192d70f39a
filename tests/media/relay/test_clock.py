"""The clock that does not count the time in which nobody could be heard."""

import asyncio
import time

from server.media.relay.clock import Clock


async def test_what_a_process_is_held_up_does_not_count_before_it_is_known_nor_after() -> None:
    clock = Clock()
    begun = clock.now()
    sleeping = asyncio.create_task(clock.sleep(0.05))
    await asyncio.sleep(0)
    time.sleep(0.6)  # noqa: ASYNC251 nothing runs meanwhile
    # What waited to be read is read before the sleeper is woken.
    heard = clock.now()
    await sleeping
    assert heard - begun < 0.3
    assert 0 <= clock.now() - heard < 0.3


async def test_time_that_passes_while_it_listens_counts() -> None:
    clock = Clock()
    begun, real = clock.now(), time.monotonic()
    for _ in range(3):
        await clock.sleep(0.05)
    await asyncio.sleep(0.05)
    assert 0.19 < clock.now() - begun <= time.monotonic() - real
