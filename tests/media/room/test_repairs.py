"""What is lost on the way into a room, or out of it."""

import asyncio

import pytest

from server.media.room import rtcp
from server.media.worker import Worker
from tests.media.conftest import CALL
from tests.media.endpoint import Endpoint, rtp
from tests.media.room.watching import Trio, heard, hears_no_media, is_control, is_media, show
from tests.media.waiting import until


async def test_what_a_receiver_lost_comes_from_the_workers_memory(trio: Trio) -> None:
    sender, receiver, _ = trio
    show(sender, 1, 2, 3)
    for _ in range(3):
        await heard(receiver, is_media)
    receiver.put(receiver.dtls.protect(rtcp.nack(receiver.video, sender.video, [2, 3, 9])))
    again = [await heard(receiver, is_media) for _ in range(2)]
    assert [packet[1] & 127 for packet in again] == [97, 97]
    assert [packet[12:] for packet in again] == [b"\x00\x02picture", b"\x00\x03picture"]
    first, second = (int.from_bytes(packet[2:4], "big") for packet in again)
    assert second == first + 1
    ssrcs = {packet[8:12] for packet in again}
    assert len(ssrcs) == 1
    assert ssrcs.isdisjoint({sender.video.to_bytes(4, "big"), sender.repair.to_bytes(4, "big")})
    assert not [p for p in sender.drain() if is_control(205, 1)(p)], "the sender is not bothered"


async def test_retransmissions_are_bounded(trio: Trio) -> None:
    sender, receiver, _ = trio
    show(sender, *range(200))
    await until(lambda: receiver.media.qsize() >= 200)
    receiver.drain()
    sent = 0
    for _ in range(20):
        receiver.put(receiver.dtls.protect(rtcp.nack(receiver.video, sender.video, range(200))))
        await asyncio.sleep(0.02)
        sent += len([p for p in receiver.drain() if is_media(p)])
    assert 200 < sent < 1_000, "of 4,000"


async def test_what_is_lost_on_the_way_in_is_asked_for_again(trio: Trio, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("server.media.room.reception.WAIT_LONGEST", 30)
    monkeypatch.setattr("server.media.room.reception.MAX_ASKED", 300)
    sender, *receivers = trio
    show(sender, 1, 4)
    for _ in range(2):
        asked = await heard(sender, is_control(205, 1))
        (packet,) = rtcp.read_compound(asked)
        assert (packet.about, rtcp.nacked(packet)) == (sender.video, [2, 3])
    repair = rtp(sender.repair, 1, b"\x00\x03picture", 97)
    sender.put(sender.dtls.protect(repair))
    sender.put(sender.dtls.protect(rtp(sender.repair, 2, b"\x00\x03picture", 97)))
    sender.put(sender.dtls.protect(rtp(sender.repair, 3, b"", 97)))
    show(sender, 2)
    for receiver in receivers:
        got = [await heard(receiver, is_media) for _ in range(4)]
        assert [int.from_bytes(packet[2:4], "big") for packet in got] == [1, 4, 3, 2]
        assert got[2][1] & 127 == 96
        assert got[2][12:] == b"picture"
        assert await hears_no_media(receiver)


async def test_what_never_comes_ends_in_a_key_frame(trio: Trio) -> None:
    sender, *_ = trio
    await asyncio.sleep(0.6)  # the key frame for those who joined was asked just now
    sender.drain()
    show(sender, 1, 3)
    (packet,) = rtcp.read_compound(await heard(sender, is_control(206, 1)))
    assert packet.about == sender.video


async def test_retransmissions_have_one_source_whoever_makes_them(
    worker: Worker, talking: tuple[Endpoint, Endpoint]
) -> None:
    """By the sender when there are two, by the worker when there are three, and by the sender again."""
    sender, receiver = talking
    third = Endpoint("p_interprt1")
    got: list[bytes] = []

    async def retransmit() -> None:
        sender.put(sender.dtls.protect(rtp(sender.repair, 40_000, b"\x00\x01picture", 97)))
        got.append(await heard(receiver, is_media))

    await retransmit()
    await third.join(worker, CALL)
    await third.connect()
    show(sender, 1)
    await heard(receiver, is_media)
    receiver.put(receiver.dtls.protect(rtcp.nack(receiver.video, sender.video, [1])))
    got.append(await heard(receiver, is_media))
    await worker.leave(CALL, third.name)
    sender.put(sender.dtls.protect(rtp(sender.repair, 40_001, b"\x00\x01picture", 97)))
    got.append(await heard(receiver, is_media))
    assert [packet[1] & 127 for packet in got] == [97] * 3
    assert {packet[12:] for packet in got} == {b"\x00\x01picture"}
    assert len({packet[8:12] for packet in got}) == 1
    first = int.from_bytes(got[0][2:4], "big")
    assert [int.from_bytes(packet[2:4], "big") for packet in got] == [first, first + 1, first + 2]
    await third.close()
