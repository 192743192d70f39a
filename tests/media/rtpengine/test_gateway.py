"""Calls through a gateway and a real rtpengine: how they begin, change and end."""

import asyncio
import re
import signal
from contextlib import suppress

import pytest

from server.media.refusal import MediaRefusal
from server.media.relay.patience import Patience
from server.media.rtpengine.control import Control
from server.media.rtpengine.gateway import Gateway
from server.protocol.media import MediaEvent
from tests.media.conftest import CALL
from tests.media.endpoint import Endpoint, introduce, rtcp
from tests.media.rtpengine.conftest import in_other_numbers
from tests.media.waiting import until
from tests.support.rtpengine import RtpEngine

Pair = tuple[Endpoint, Endpoint]

SECONDS = 15
"""Long enough for whatever is to happen, on a busy machine."""


async def refused(gateway: Gateway, call: str, party: str, sdp: str) -> str:
    with pytest.raises(MediaRefusal) as refusal:
        await gateway.offer(call, party, sdp)
    return refusal.value.code


async def calls_of(engine: RtpEngine) -> list[object]:
    """What the engine itself says that it has."""
    control = await Control.connect("127.0.0.1", engine.port)
    answer = await control.command("list")
    control.close()
    calls = answer["calls"]
    assert isinstance(calls, list)
    return calls


def numbers_in(sdp: str) -> list[str]:
    """Payload types in a description: of which encoding, and what they repair."""
    return re.findall(r"^a=(?:rtpmap|fmtp):([0-9]+ (?:apt=|[A-Za-z0-9]+/).*?)\r?$", sdp, re.MULTILINE)


async def speak(endpoint: Endpoint, listener: Endpoint) -> None:
    """Say something until it is heard: the first words may come before both have keys."""
    for _ in range(50):
        endpoint.say(b"a word")
        try:
            heard = await listener.hear(0.2)
        except TimeoutError:
            continue
        assert heard[12:] == b"a word"
        assert int.from_bytes(heard[8:12], "big") == endpoint.audio
        return
    raise AssertionError("not heard")


async def test_packets_arrive_as_they_were_sent(talking: Pair, events: list[MediaEvent]) -> None:
    caller, callee = talking
    await speak(caller, callee)
    await speak(callee, caller)
    callee.drain()
    caller.put(caller.dtls.protect(rtcp(caller.audio)))
    assert await callee.hear() == rtcp(caller.audio)

    def connected() -> bool:
        caller.say()
        callee.say()
        return [event.kind for event in events].count("connected") == 2

    await until(connected, SECONDS)


async def test_each_is_told_what_the_other_sends(gateway: Gateway, pair: Pair, events: list[MediaEvent]) -> None:
    caller, callee = pair
    await caller.join(gateway, CALL)
    assert caller.streams == ()
    await callee.join(gateway, CALL)
    assert [(stream.party, stream.source) for stream in callee.streams] == [
        (caller.name, "microphone"),
        (caller.name, "camera"),
    ]
    (changed,) = events
    assert (changed.kind, changed.party, len(changed.streams)) == ("changed", caller.name, 2)
    caller.shares = True
    await caller.join(gateway, CALL)
    assert [(event.party, len(event.streams)) for event in events[1:]] == [(callee.name, 3)]


async def test_two_are_all_there_is_room_for(gateway: Gateway, talking: Pair) -> None:
    third = Endpoint("p_interprt1")
    assert await refused(gateway, CALL, third.name, third.describe()) == "call_full"
    third.vanish()
    await speak(*talking)


async def test_who_leaves_makes_room_and_hears_nothing_more(
    gateway: Gateway, talking: Pair, events: list[MediaEvent]
) -> None:
    caller, callee = talking
    await speak(callee, caller)
    await gateway.leave(CALL, caller.name)
    await gateway.leave(CALL, caller.name)
    assert (events[-1].kind, events[-1].party, events[-1].streams) == ("changed", callee.name, ())
    await caller.hears_nothing()
    caller.drain()
    callee.say()
    assert await caller.hears_nothing(0.5)
    colleague = Endpoint("p_agent0002")
    await introduce(gateway, CALL, colleague, callee)
    await colleague.connect()
    await speak(callee, colleague)
    await speak(colleague, callee)
    await colleague.close()


async def test_an_impostor_gets_no_keys(gateway: Gateway, pair: Pair) -> None:
    caller, callee = pair
    await introduce(gateway, CALL, *pair)
    await callee.connect()
    name = caller.ufrag, caller.password
    caller.renew()
    caller.ufrag, caller.password = name
    assert await caller.check()
    with suppress(TimeoutError):  # the engine may go on asking for the certificate that was described
        await asyncio.wait_for(caller.shake_hands(), 2)
    if caller.dtls.state == "connected":
        caller.say(b"a lie")
        callee.say(b"a secret")
    assert await callee.hears_nothing(0.5)
    assert await caller.hears_nothing(0)


async def test_a_page_that_another_has_replaced_is_refused(gateway: Gateway, pair: Pair) -> None:
    caller, _ = pair
    first = caller.describe()
    await gateway.offer(CALL, caller.name, first)
    caller.renew()
    await gateway.offer(CALL, caller.name, caller.describe())
    assert await refused(gateway, CALL, caller.name, first) == "open_elsewhere"
    await gateway.offer(CALL, caller.name, caller.describe())


async def test_nobody_sends_pictures_that_the_other_does_not_take(gateway: Gateway, pair: Pair) -> None:
    caller, callee = pair
    await caller.join(gateway, CALL)
    sound, picture = callee.describe().split("m=video")
    await gateway.offer(CALL, callee.name, f"{sound}m=video{picture.replace('a=sendrecv', 'a=sendonly')}")
    answer = await gateway.offer(CALL, caller.name, caller.describe())
    sound, picture = answer.sdp.split("m=video")
    assert "a=sendrecv" in sound
    assert "a=sendonly" in picture


async def test_each_is_answered_in_the_numbers_of_the_other(
    gateway: Gateway, pair: Pair, events: list[MediaEvent]
) -> None:
    caller, callee = pair
    await caller.join(gateway, CALL)
    answer = await gateway.offer(CALL, callee.name, in_other_numbers(callee))
    assert numbers_in(answer.sdp) == ["111 opus/48000/2", "96 VP8/90000", "97 rtx/90000", "97 apt=96"]
    answer = await gateway.offer(CALL, caller.name, caller.describe())
    assert numbers_in(answer.sdp) == ["109 opus/48000/2", "120 VP8/90000", "121 rtx/90000", "121 apt=120"]
    events.clear()
    answer = await gateway.offer(CALL, callee.name, callee.describe())
    assert [(event.kind, event.party) for event in events] == [("changed", caller.name)]
    answer = await gateway.offer(CALL, caller.name, caller.describe())
    assert numbers_in(answer.sdp) == ["111 opus/48000/2", "96 VP8/90000", "97 rtx/90000", "97 apt=96"]


async def test_extensions_with_two_numbers_are_left_out(gateway: Gateway, pair: Pair) -> None:
    caller, callee = pair
    await caller.join(gateway, CALL)
    answer = await gateway.offer(CALL, callee.name, callee.describe().replace("extmap:3", "extmap:4"))
    assert "extmap:2 http://www.webrtc.org/experiments/rtp-hdrext/abs-send-time" in answer.sdp
    assert "transport-wide-cc" not in answer.sdp


async def test_what_would_have_the_number_of_another_is_refused(gateway: Gateway, pair: Pair) -> None:
    caller, callee = pair
    await caller.join(gateway, CALL)
    only_sound = re.sub(r"m=video(.|\n)*", "", in_other_numbers(callee)).replace("109", "96")
    assert await refused(gateway, CALL, callee.name, only_sound) == "description_unsupported"


async def test_a_call_that_is_not_one_leaves_nothing(gateway: Gateway, engine: RtpEngine, pair: Pair) -> None:
    sdp = pair[0].describe().replace("opus", "speex").replace("VP8", "VP9")
    assert await refused(gateway, CALL, "p_caller001", sdp) == "description_unsupported"
    assert gateway.calls == ()
    await asyncio.wait_for(gateway.emptied(), SECONDS)
    assert await calls_of(engine) == []


async def test_no_more_calls_than_there_is_room_for(gateway: Gateway, engine: RtpEngine, pair: Pair) -> None:
    sdp = pair[0].describe()
    for call in ("c_0000000001", "c_0000000002"):
        await gateway.offer(call, "p_caller001", sdp)
    assert await refused(gateway, CALL, "p_caller001", sdp) == "worker_full"
    assert len(await calls_of(engine)) == 2
    gateway.drain()
    await gateway.leave("c_0000000001", "p_caller001")
    assert await refused(gateway, CALL, "p_caller001", sdp) == "worker_draining"
    await gateway.close("c_0000000002")
    await gateway.close("c_0000000002")
    await asyncio.wait_for(gateway.emptied(), SECONDS)
    assert await calls_of(engine) == []


async def test_nothing_is_recorded(gateway: Gateway, talking: Pair) -> None:
    for call, code in ((CALL, "recording_failed"), ("c_9876543210", "no_such_call")):
        with pytest.raises(MediaRefusal, match=code):
            gateway.record(call, "r_0123456789", bytes(32), [], keep=True)
    gateway.stop_recording(CALL, "r_0123456789")


@pytest.mark.parametrize("patience", [Patience(connect=0.5)])
async def test_who_never_comes_is_reported(gateway: Gateway, pair: Pair, events: list[MediaEvent]) -> None:
    await pair[0].join(gateway, CALL)
    await until(lambda: bool(events), SECONDS)
    assert (events[0].kind, events[0].party, events[0].reason) == ("lost", pair[0].name, "never_connected")


@pytest.mark.parametrize("patience", [Patience(silence=2)])
async def test_who_falls_silent_is_lost_until_heard_again(talking: Pair, events: list[MediaEvent]) -> None:
    caller, callee = talking

    def told(kind: str) -> bool:
        callee.say()
        return [event.kind for event in events if event.party == caller.name] == [kind]

    def spoken_to(kind: str) -> bool:
        caller.say()
        return told(kind)

    events.clear()
    await until(lambda: spoken_to("connected"), SECONDS)
    events.clear()
    await until(lambda: told("lost"), SECONDS)
    assert [event.reason for event in events if event.party == caller.name] == ["silent"]
    events.clear()
    await until(lambda: spoken_to("connected"), SECONDS)


@pytest.mark.parametrize("patience", [Patience(idle=1)])
async def test_a_call_that_everybody_left_is_dropped(
    gateway: Gateway, engine: RtpEngine, pair: Pair, events: list[MediaEvent]
) -> None:
    await pair[0].join(gateway, CALL)
    await until(lambda: bool(events), SECONDS)
    assert [event.kind for event in events] == ["idle"]
    assert gateway.calls == ()
    assert await calls_of(engine) == []


@pytest.mark.parametrize("again", [False, True], ids=["for good", "and started again"])
async def test_an_engine_that_was_killed_has_failed(again: bool, pair: Pair, events: list[MediaEvent]) -> None:
    with RtpEngine() as engine:
        gateway = Gateway("127.0.0.1", engine.port, addresses=["127.0.0.1"], on_event=events.append)
        await gateway.start()
        await introduce(gateway, CALL, *pair)
        engine.send(signal.SIGKILL)
        if again:
            engine.start()
        await asyncio.wait_for(gateway.failed(), SECONDS)
        assert gateway.draining
        code = await refused(gateway, "c_9876543210", "p_caller001", pair[0].describe())
        assert code == "worker_draining"
        await gateway.stop()
        assert gateway.calls == ()


async def test_an_engine_that_is_not_there_is_missed() -> None:
    with RtpEngine() as engine:
        engine.send(signal.SIGKILL)
        gateway = Gateway("127.0.0.1", engine.port, addresses=["127.0.0.1"], on_event=lambda _: None)
        with pytest.raises(ConnectionError):
            await gateway.start()
        await gateway.stop()
