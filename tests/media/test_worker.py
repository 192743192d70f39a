"""Calls through a worker: how they begin, change and end."""

import asyncio
import re

import pytest

from server.media.refusal import MediaRefusal
from server.media.worker import Worker
from server.protocol.media import MediaEvent
from tests.media.conftest import CALL
from tests.media.endpoint import Endpoint, introduce, rtcp
from tests.media.people import Person, connect
from tests.media.waiting import until

Pair = tuple[Endpoint, Endpoint]


@pytest.mark.parametrize("codec", ["VP8", "H264"])
async def test_picture_and_sound_go_both_ways(
    worker: Worker, people: tuple[Person, Person], events: list[MediaEvent], codec: str
) -> None:
    for person in people:
        person.video_codec = codec
    await connect(worker, CALL, *people)
    for person in people:
        await person.sees_and_hears()
    connected = [event.party for event in events if event.kind == "connected"]
    assert sorted(map(str, connected)) == sorted(person.name for person in people)


async def test_packets_arrive_as_they_were_sent(worker: Worker, talking: Pair) -> None:
    caller, callee = talking
    for sender, receiver in (talking, reversed(talking)):
        sender.say(b"a word")
        packet = await receiver.hear()
        assert packet[12:] == b"a word"
        assert int.from_bytes(packet[8:12], "big") == sender.audio
    caller.put(caller.dtls.protect(rtcp(caller.audio)))
    assert await callee.hear() == rtcp(caller.audio)
    assert caller.dtls.cipher == "SRTP_AEAD_AES_256_GCM"
    assert worker.counters.forwarded_packets == 3


async def test_parties_reach_each_other_over_ipv6(events: list[MediaEvent]) -> None:
    worker = Worker(addresses=["127.0.0.1", "::1"], port=0, on_event=events.append)
    await worker.start()
    old, new = Endpoint("p_version4"), Endpoint("p_version6", "::1")
    try:
        await introduce(worker, CALL, old, new)
        new.worker = ("::1", worker.port)
        await old.connect()
        await new.connect()
        await until(lambda: len(events) == 3)
        old.say(b"four")
        assert (await new.hear())[12:] == b"four"
        new.say(b"six")
        assert (await old.hear())[12:] == b"six"
    finally:
        await old.close()
        await new.close()
        await worker.stop()


async def test_a_call_begins_with_an_offer(worker: Worker, pair: Pair) -> None:
    caller, _ = pair
    for sdp in (
        "v=0\r\n",
        caller.describe("passive"),
        caller.describe().replace("opus", "speex").replace("VP8", "VP9"),
    ):
        with pytest.raises(MediaRefusal):
            await worker.offer(CALL, caller.name, sdp)
    assert not worker.calls
    await worker.offer(CALL, caller.name, caller.describe())
    assert worker.calls == (CALL,)


async def test_both_may_offer_at_once(worker: Worker, pair: Pair, events: list[MediaEvent]) -> None:
    await asyncio.gather(*(endpoint.join(worker, CALL) for endpoint in pair))
    (changed,) = events
    first = next(endpoint for endpoint in pair if endpoint.name == changed.party)
    other = next(endpoint for endpoint in pair if endpoint is not first)
    assert (changed.kind, {stream.party for stream in changed.streams}) == ("changed", {other.name})
    await first.join(worker, CALL)
    for endpoint in pair:
        await endpoint.connect()
    first.say(b"hello")
    assert (await other.hear())[12:] == b"hello"
    other.say(b"hello you")
    assert (await first.hear())[12:] == b"hello you"


async def test_nothing_comes_from_whom_one_was_not_told_of(worker: Worker, pair: Pair) -> None:
    caller, callee = pair
    await caller.join(worker, CALL)
    await callee.join(worker, CALL)
    for endpoint in pair:
        await endpoint.connect()
    callee.say()
    assert await caller.hears_nothing()
    assert worker.counters.early == 1
    callee.put(callee.dtls.protect(rtcp(callee.audio)))
    assert await caller.hear() == rtcp(callee.audio), "but what it says of what it gets"
    await caller.join(worker, CALL)
    callee.say(b"now")
    assert (await caller.hear())[12:] == b"now"


async def test_an_answer_says_whose_each_stream_is(worker: Worker, talking: Pair) -> None:
    caller, callee = talking
    answer = (await worker.offer(CALL, caller.name, caller.describe())).sdp
    assert [(each.party, each.source, each.mid) for each in caller.streams] == [
        (callee.name, "microphone", "0"),
        (callee.name, "camera", "1"),
    ]
    assert re.findall(r"a=msid:(.*?)\r", answer) == [
        f"{callee.name} {callee.name}.{source}" for source in ("microphone", "camera")
    ]
    assert f"a=ssrc-group:FID {callee.video} " in answer
    assert f"cname:{callee.name}" not in answer
    assert "198.51.100.7" not in answer


async def test_opus_is_asked_for_with_correction_and_silence(worker: Worker, pair: Pair) -> None:
    answer = (await worker.offer(CALL, pair[0].name, pair[0].describe())).sdp
    assert "a=fmtp:111 useinbandfec=1;usedtx=1\r\n" in answer


async def test_a_worker_takes_no_more_than_it_can_carry(pair: Pair, events: list[MediaEvent]) -> None:
    worker = Worker(addresses=["127.0.0.1"], port=0, on_event=events.append, capacity=1)
    await worker.start()
    caller, _ = pair
    await worker.offer(CALL, caller.name, caller.describe())
    with pytest.raises(MediaRefusal) as refused:
        await worker.offer("c_another001", caller.name, caller.describe())
    assert refused.value.code == "worker_full"
    await worker.close(CALL)
    await worker.offer("c_another001", caller.name, caller.describe())
    await worker.stop()


async def test_the_port_is_nobody_elses(worker: Worker, events: list[MediaEvent]) -> None:
    second = Worker(addresses=["127.0.0.1"], port=worker.port, on_event=events.append)
    with pytest.raises(OSError, match="in use"):
        await second.start()
