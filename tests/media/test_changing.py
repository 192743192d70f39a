"""Calls that change while they run: another network, another page, sound alone."""

import re

import pytest

from server.media.refusal import MediaRefusal
from server.media.worker import Worker
from server.protocol.media import MediaEvent
from tests.media.conftest import CALL
from tests.media.endpoint import Endpoint, introduce
from tests.media.waiting import until

Pair = tuple[Endpoint, Endpoint]


async def test_another_network_under_new_credentials(worker: Worker, talking: Pair) -> None:
    caller, callee = talking
    old, others = caller.their_ufrag, callee.their_ufrag
    caller.ufrag = "restarted"
    await introduce(worker, CALL, caller, callee)
    assert caller.their_ufrag != old, "an ICE restart takes new credentials on both sides"
    assert callee.their_ufrag == others, "and is nobody else's business"
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


async def test_a_page_loaded_again(worker: Worker, talking: Pair, events: list[MediaEvent]) -> None:
    caller, callee = talking
    caller.vanish()
    caller.renew()
    caller.move()
    caller.audio += 1
    await caller.join(worker, CALL)
    await caller.connect()
    await until(lambda: MediaEvent(call=CALL, kind="connected", party=caller.name) in events)
    assert [event.party for event in events if event.kind == "changed"] == [callee.name]
    callee.say(b"welcome")
    assert (await caller.hear())[12:] == b"welcome"
    caller.say(b"who?")
    assert await callee.hears_nothing(), "it was not told of the new page"
    await callee.join(worker, CALL)
    caller.say(b"back")
    assert (await callee.hear())[12:] == b"back"


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


async def test_a_page_that_another_replaced_does_not_take_the_line_back(worker: Worker, talking: Pair) -> None:
    caller, callee = talking
    earlier = caller.describe()
    caller.vanish()
    caller.renew()
    caller.move()
    caller.audio += 1
    await introduce(worker, CALL, caller, callee)
    await caller.connect()
    with pytest.raises(MediaRefusal, match="open_elsewhere"):
        await worker.offer(CALL, caller.name, earlier)
    callee.say(b"you, in the newer one")
    assert (await caller.hear())[12:] == b"you, in the newer one"


def in_pictures(sdp: str, direction: str) -> str:
    """The description with this direction in its sections of pictures."""
    head, *pictures = sdp.split("m=video")
    return "m=video".join([head, *(re.sub(r"a=(sendrecv|recvonly)", f"a={direction}", each) for each in pictures)])


def camera_answered(sdp: str) -> str:
    """The direction of the section in which a party sends its camera."""
    section = next(each for each in re.split("^m=", sdp, flags=re.MULTILINE) if "a=mid:1\r\n" in each)
    return next(word for word in section.split() if re.fullmatch("a=(sendrecv|sendonly|recvonly|inactive)", word))


async def test_nobody_sends_a_picture_that_nobody_takes(
    worker: Worker, talking: Pair, events: list[MediaEvent]
) -> None:
    caller, callee = talking
    answer = await worker.offer(CALL, callee.name, in_pictures(callee.describe(), "sendonly"))
    assert {stream.source: stream.mid is None for stream in answer.streams} == {"microphone": False, "camera": True}
    assert [event.party for event in events if event.kind == "changed"] == [caller.name]
    # The picture that the other sends is still shown; one's own goes nowhere.
    assert camera_answered((await worker.offer(CALL, caller.name, caller.describe())).sdp) == "a=sendonly"
    callee.say(b"sound alone")
    assert (await caller.hear())[12:] == b"sound alone"

    events.clear()
    await worker.offer(CALL, callee.name, callee.describe())
    assert [event.party for event in events if event.kind == "changed"] == [caller.name]
    assert camera_answered((await worker.offer(CALL, caller.name, caller.describe())).sdp) == "a=sendrecv"


async def test_of_three_one_may_do_without_pictures(worker: Worker, trio: tuple[Endpoint, ...]) -> None:
    citizen, agent, interpreter = trio
    await worker.offer(CALL, interpreter.name, in_pictures(interpreter.describe(), "sendonly"))
    assert camera_answered((await worker.offer(CALL, citizen.name, citizen.describe())).sdp) == "a=sendrecv"
    await worker.offer(CALL, agent.name, in_pictures(agent.describe(), "sendonly"))
    assert camera_answered((await worker.offer(CALL, citizen.name, citizen.describe())).sdp) == "a=sendonly"
