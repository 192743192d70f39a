"""What the worker says to senders by itself: key frames, limits, reports."""

import asyncio
import struct

from server.media.room import rtcp
from server.media.room.estimates import SOUND
from server.media.worker import Worker
from tests.media.conftest import CALL
from tests.media.endpoint import Endpoint
from tests.media.room.watching import Trio, heard, is_control, is_media, limit_in, picture, show


async def test_many_who_miss_a_picture_ask_once(trio: Trio) -> None:
    sender, *receivers = trio
    loop = asyncio.get_running_loop()
    asked: list[float] = []
    begun = loop.time()
    while loop.time() - begun < 1.2:
        for receiver in receivers:
            receiver.put(receiver.dtls.protect(rtcp.picture_loss(receiver.video, sender.video)))
            refresh = struct.pack("!BBHLLLBxxx", 0x84, 206, 4, receiver.video, 0, sender.video, 1)
            receiver.put(receiver.dtls.protect(refresh))
        await asyncio.sleep(0.02)
        asked += [loop.time() for packet in sender.drain() if is_control(206, 1)(packet)]
    assert 1 <= len(asked) <= 3


async def test_who_joins_is_shown_a_whole_picture(worker: Worker, trio: Trio) -> None:
    await asyncio.sleep(0.6)
    for endpoint in trio:
        endpoint.drain()
    fourth = Endpoint("p_agent0002")
    await fourth.join(worker, CALL)
    await fourth.connect()
    for sender in trio:
        (packet,) = rtcp.read_compound(await heard(sender, is_control(206, 1)))
        assert packet.about == sender.video
    assert len(fourth.streams) == 6
    assert all(stream.mid for stream in fourth.streams)
    await fourth.close()


async def test_clocks_of_sound_and_picture_stay_bound(trio: Trio) -> None:
    sender, *receivers = trio
    clocks = {sender.audio: b"A" * 20, sender.video: b"V" * 20}
    for ssrc, clock in clocks.items():
        sender.put(sender.dtls.protect(rtcp.sender_report(ssrc, clock)))
    for receiver in receivers:
        for ssrc, clock in clocks.items():
            assert await heard(receiver, is_control(200, 0)) == rtcp.sender_report(ssrc, clock)


async def test_a_sender_hears_how_it_comes_in(trio: Trio) -> None:
    sender, *_ = trio
    loop = asyncio.get_running_loop()
    said = loop.time()
    sender.put(sender.dtls.protect(rtcp.sender_report(sender.video, bytes(range(20)))))
    show(sender, 1, 2, 4)
    report = await heard(sender, is_control(201, 1))
    ssrc, lost, highest, _, last, since = struct.unpack("!LLLLLL", report[8:32])
    assert (ssrc, lost & 0xFFFFFF, highest) == (sender.video, 1, 4)
    assert last == 0x02030405
    assert 0 < since <= (loop.time() - said) * 65_536
    sender.put(sender.dtls.protect(picture(sender, 5, extensions=b"\x31\x00\x09")))
    feedback = await heard(sender, is_control(205, 15))
    assert struct.unpack_from("!LHH", feedback, 8) == (sender.video, 9, 1)


async def test_the_least_that_a_receiver_can_take_is_the_limit(trio: Trio) -> None:
    sender, second, third = trio
    show(sender, 1)
    await heard(second, is_media)
    for receiver, bitrate in ((second, 900_000), (third, 600_000)):
        receiver.put(receiver.dtls.protect(rtcp.estimate(receiver.video, bitrate, [sender.video])))
    said = await heard(sender, lambda packet: is_control(206, 15)(packet) and limit_in(packet) <= 600_000 + SOUND)
    assert limit_in(said) > 595_000 + SOUND
    third.put(third.dtls.protect(rtcp.estimate(third.video, 300_000, [sender.video])))
    fallen = limit_in(await heard(sender, is_control(206, 15)))
    assert 295_000 + SOUND < fallen <= 300_000 + SOUND, "at once"


async def test_two_who_are_left_are_limited_by_nobody(worker: Worker, trio: Trio) -> None:
    sender, second, third = trio
    show(sender, 1)
    await heard(second, is_media)
    second.put(second.dtls.protect(rtcp.estimate(second.video, 300_000, [sender.video])))
    await heard(sender, is_control(206, 15))
    await worker.leave(CALL, third.name)
    assert limit_in(await heard(sender, is_control(206, 15))) > 10_000_000
