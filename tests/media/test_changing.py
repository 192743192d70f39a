"""Calls that change while they run: another network, another page."""

import asyncio

from server.media.worker import Worker
from server.protocol.media import MediaEvent
from tests.media.conftest import CALL
from tests.media.endpoint import Endpoint, introduce
from tests.media.waiting import until

Pair = tuple[Endpoint, Endpoint]


async def test_another_network_under_new_credentials(worker: Worker, talking: Pair) -> None:
    caller, callee = talking
    old = caller.their_ufrag
    caller.ufrag = "restarted"
    await introduce(worker, CALL, caller, callee)
    assert caller.their_ufrag != old, "an ICE restart takes new credentials on both sides"
    caller.say(b"still on the old path")
    assert (await callee.hear())[12:] == b"still on the old path"
    caller.move()
    assert await caller.check(nominate=False)
    callee.say(b"found you")
    assert (await caller.hear())[12:] == b"found you"
    assert not await caller.check(ufrag=old, wait=0.1), "the old credentials are no longer good"


async def test_another_network_by_nomination(talking: Pair) -> None:
    caller, callee = talking
    caller.move()
    assert await caller.check(nominate=False)
    callee.say()
    assert await caller.hears_nothing(), "a check alone moves nothing"
    caller.say(b"from a proven address")
    assert (await callee.hear())[12:] == b"from a proven address"
    assert await caller.check(nominate=True)
    callee.say(b"found you")
    assert (await caller.hear())[12:] == b"found you"


async def test_a_page_loaded_again_as_the_one_who_offers(
    worker: Worker, talking: Pair, events: list[MediaEvent]
) -> None:
    caller, callee = talking
    caller.vanish()
    caller.renew()
    caller.move()
    await introduce(worker, CALL, caller, callee)
    await caller.connect()
    await until(lambda: MediaEvent(call=CALL, kind="connected", party=caller.name) in events)
    caller.say(b"back")
    assert (await callee.hear())[12:] == b"back"
    callee.say(b"welcome")
    assert (await caller.hear())[12:] == b"welcome"


async def test_a_page_loaded_again_as_the_one_who_answers(
    worker: Worker, talking: Pair, events: list[MediaEvent]
) -> None:
    caller, callee = talking
    callee.vanish()
    callee.renew()
    callee.move()
    callee.learn(await worker.offer(CALL, caller.name, caller.describe()))
    assert await callee.check()
    shaking = asyncio.create_task(callee.shake_hands())  # before the worker knows the certificate
    await asyncio.sleep(0.1)
    caller.learn(await worker.answer(CALL, callee.name, callee.describe("active")))
    await shaking
    await until(lambda: MediaEvent(call=CALL, kind="connected", party=callee.name) in events)
    caller.say(b"welcome")
    assert (await callee.hear())[12:] == b"welcome"


async def test_pages_loaded_again_leave_no_sources_behind(worker: Worker, talking: Pair) -> None:
    caller, callee = talking
    for _ in range(40):  # more than one page may have
        caller.vanish()
        await caller.close()
        caller.renew()
        caller.move()
        caller.audio += 1
        await introduce(worker, CALL, caller, callee)
        await caller.connect()
        caller.say(b"hello")
        assert (await callee.hear())[12:] == b"hello"
