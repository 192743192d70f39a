"""Calls through a worker: how they begin, change and end."""

import asyncio

import pytest

from server.media.refusal import MediaRefusal
from server.media.relay.patience import Patience
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
    assert {(event.party, event.kind) for event in events} == {(person.name, "connected") for person in people}


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
        await until(lambda: len(events) == 2)
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
    with pytest.raises(MediaRefusal) as refused:
        await worker.answer(CALL, caller.name, caller.describe("active"))
    assert refused.value.code == "no_such_call"
    with pytest.raises(MediaRefusal):
        await worker.offer(CALL, caller.name, "v=0\r\n")
    assert worker.calls == ()


async def test_a_call_has_two_parties(worker: Worker, talking: Pair) -> None:
    stranger = Endpoint("p_stranger1")
    with pytest.raises(MediaRefusal) as refused:
        await worker.offer(CALL, stranger.name, stranger.describe())
    assert refused.value.code == "not_a_party"
    await worker.offer(CALL, talking[0].name, talking[0].describe())
    for party in (stranger.name, talking[0].name):
        with pytest.raises(MediaRefusal) as refused:
            await worker.answer(CALL, party, stranger.describe("active"))
        assert refused.value.code == "not_a_party"
    await stranger.close()


async def test_who_offers_second_answers_first(worker: Worker, talking: Pair) -> None:
    caller, callee = talking
    await worker.offer(CALL, caller.name, caller.describe())
    with pytest.raises(MediaRefusal) as refused:
        await worker.offer(CALL, callee.name, callee.describe())
    assert refused.value.code == "offer_pending"
    await worker.answer(CALL, callee.name, callee.describe("active"))
    await worker.offer(CALL, callee.name, callee.describe())
    with pytest.raises(MediaRefusal) as refused:
        await worker.answer("c_another001", caller.name, caller.describe("active"))
    assert refused.value.code == "no_such_call"


async def test_an_offer_that_nobody_answers_blocks_nobody_for_long(pair: Pair, events: list[MediaEvent]) -> None:
    worker = Worker(addresses=["127.0.0.1"], port=0, on_event=events.append, patience=Patience(answer=0.1))
    await worker.start()
    caller, callee = pair
    await introduce(worker, CALL, caller, callee)
    await worker.offer(CALL, caller.name, caller.describe())
    await asyncio.sleep(0.2)
    await worker.offer(CALL, callee.name, callee.describe())
    await worker.stop()


async def test_an_answer_answers_the_offer(worker: Worker, pair: Pair) -> None:
    caller, callee = pair
    await worker.offer(CALL, caller.name, caller.describe())
    wrong = {
        "answer_mismatch": callee.describe("active").replace("a=mid:1", "a=mid:2").replace("BUNDLE 0 1", "BUNDLE 0 2"),
        "description_unsupported": callee.describe("actpass"),
    }
    for code, sdp in wrong.items():
        with pytest.raises(MediaRefusal) as refused:
            await worker.answer(CALL, callee.name, sdp)
        assert refused.value.code == code
    answer = await worker.answer(CALL, callee.name, callee.describe("active"))
    assert await worker.answer(CALL, callee.name, callee.describe("active")) == answer, "said once more"
    with pytest.raises(MediaRefusal) as refused:
        await worker.answer(CALL, callee.name, callee.describe("active").replace("a=sendrecv", "a=recvonly"))
    assert refused.value.code == "no_offer"


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
