"""Parties that fall silent, never come, or go; and what is left of their calls."""

import asyncio
import time
from collections.abc import AsyncIterator

import pytest

from server.media.relay.patience import Patience
from server.media.worker import Worker
from server.protocol.media import MediaEvent
from tests.media.conftest import CALL
from tests.media.endpoint import Endpoint, introduce
from tests.media.leftovers import left, more_than
from tests.media.waiting import until

Pair = tuple[Endpoint, Endpoint]


@pytest.fixture
async def worker(events: list[MediaEvent]) -> AsyncIterator[Worker]:
    """One that is quickly worried."""
    patience = Patience(quiet=0.3, silence=1, consent=2, connect=0.5, idle=3)
    worker = Worker(addresses=["127.0.0.1"], port=0, on_event=events.append, patience=patience)
    await worker.start()
    yield worker
    await worker.stop()


async def test_silence_is_noticed_and_so_is_its_end(talking: Pair, events: list[MediaEvent]) -> None:
    caller, callee = talking
    caller.answers = False
    async with asyncio.timeout(6):
        while not events:
            await callee.check()
            await asyncio.sleep(0.1)
    assert events == [MediaEvent(call=CALL, kind="lost", party=caller.name, reason="silent")]
    caller.answers = True
    await until(lambda: len(events) == 2)
    assert events[1] == MediaEvent(call=CALL, kind="connected", party=caller.name)


async def test_who_has_nothing_to_say_is_asked_and_stays(talking: Pair, events: list[MediaEvent]) -> None:
    """A page in the background, muted and without a camera, sends nothing for seconds."""
    caller, callee = talking
    await until(lambda: caller.asked >= 5 and callee.asked >= 5)
    assert events == []
    callee.say(b"still there?")
    assert (await caller.hear())[12:] == b"still there?"


async def test_nobody_is_taken_for_lost_because_the_worker_was_held_up(talking: Pair, events: list[MediaEvent]) -> None:
    caller, callee = talking
    asked = callee.asked
    time.sleep(1.5)  # noqa: ASYNC251 nothing runs meanwhile, as on a machine that has other things to do
    await until(lambda: caller.asked > asked + 2 and callee.asked > asked + 2)
    assert events == []


async def test_a_sign_of_life_cannot_be_forged(worker: Worker, talking: Pair, events: list[MediaEvent]) -> None:
    caller, _ = talking
    caller.password = "x" * 24
    await until(lambda: MediaEvent(call=CALL, kind="lost", party=caller.name, reason="silent") in events)
    assert worker.counters.unauthenticated > 1


async def test_nothing_is_sent_to_who_does_not_consent(talking: Pair, events: list[MediaEvent]) -> None:
    caller, callee = talking
    caller.answers = False
    async with asyncio.timeout(6):
        while not events:
            callee.say()
            caller.say()
            await callee.check()
            await asyncio.sleep(0.1)
    assert events == [MediaEvent(call=CALL, kind="lost", party=caller.name, reason="consent_expired")]
    before = caller.received
    callee.say()
    await asyncio.sleep(0.1)
    assert caller.received == before
    await caller.check()
    callee.say(b"again")
    while (await caller.hear())[12:] != b"again":
        pass


async def test_who_never_comes_is_reported(worker: Worker, pair: Pair, events: list[MediaEvent]) -> None:
    caller, callee = pair
    await introduce(worker, CALL, caller, callee)
    await callee.connect()
    await until(lambda: MediaEvent(call=CALL, kind="lost", party=caller.name, reason="never_connected") in events)


async def test_an_impostor_gets_no_keys(worker: Worker, pair: Pair, events: list[MediaEvent]) -> None:
    caller, callee = pair
    await introduce(worker, CALL, caller, callee)
    caller.renew()
    assert await caller.check()
    await caller.shake_hands()
    await until(lambda: MediaEvent(call=CALL, kind="lost", party=caller.name, reason="handshake_failed") in events)


async def test_a_call_that_everybody_left_is_dropped(worker: Worker, talking: Pair, events: list[MediaEvent]) -> None:
    for endpoint in talking:
        endpoint.vanish()
    await until(lambda: MediaEvent(call=CALL, kind="idle") in events)
    assert worker.calls == ()


async def test_what_one_call_stumbles_over_does_not_leave_the_others_alone(pair: Pair) -> None:
    told: list[MediaEvent] = []

    def stumble(event: MediaEvent) -> None:
        told.append(event)
        raise LookupError

    worker = Worker(addresses=["127.0.0.1"], port=0, on_event=stumble, patience=Patience(idle=0.1))
    await worker.start()
    for number, endpoint in enumerate(pair):
        await worker.offer(f"c_call00000{number}", endpoint.name, endpoint.describe())
    await until(lambda: [event.kind for event in told].count("idle") == len(pair))
    assert worker.calls == ()
    await worker.stop()


async def test_a_call_that_was_closed_is_gone(worker: Worker, talking: Pair) -> None:
    caller, callee = talking
    await worker.close(CALL)
    await worker.close(CALL)
    await until(lambda: caller.dtls.state == callee.dtls.state == "closed")
    assert not await caller.check(wait=0.1)
    caller.say()
    assert await callee.hears_nothing()


async def test_nothing_is_left_of_a_hundred_calls(worker: Worker) -> None:

    async def call_once() -> None:
        caller, callee = Endpoint("p_caller001"), Endpoint("p_callee001")
        await introduce(worker, CALL, caller, callee)
        await caller.connect()
        await callee.connect()
        caller.say()
        await callee.hear()
        await worker.close(CALL)
        await caller.close()
        await callee.close()

    await call_once()
    before = left()
    for _ in range(100):
        await call_once()
    assert more_than(before) == {}


async def test_nothing_is_left_of_rooms_that_filled_and_emptied(worker: Worker) -> None:

    async def meet_once() -> None:
        three = [Endpoint(f"p_party0000{number}") for number in range(3)]
        await introduce(worker, CALL, *three)
        for endpoint in three:
            await endpoint.connect()
        three[0].say()
        for endpoint in three[1:]:
            while (await endpoint.hear())[1] & 127 != 111:
                pass
        for endpoint in three:
            await worker.leave(CALL, endpoint.name)
            await endpoint.close()
        assert worker.calls == ()

    await meet_once()
    before = left()
    for _ in range(20):
        await meet_once()
    assert more_than(before) == {}
