"""Three and four parties, each reduced to its packets: what crosses, and what the worker answers by itself."""

import asyncio
import random
import struct
from collections.abc import Callable

import pytest

from server.media.refusal import MediaRefusal
from server.media.room import rtcp
from server.media.room.estimates import SOUND
from server.media.worker import Worker
from server.protocol.media import MediaEvent
from tests.media.conftest import CALL
from tests.media.endpoint import Endpoint, introduce, rtp
from tests.media.endpoint import rtcp as empty_report
from tests.media.waiting import until

Trio = tuple[Endpoint, Endpoint, Endpoint]


async def heard(endpoint: Endpoint, wanted: Callable[[bytes], bool], wait: float = 3) -> bytes:
    """The next packet that is wanted; others are passed over."""
    async with asyncio.timeout(wait):
        while not wanted(packet := await endpoint.hear(wait)):
            continue
    return packet


def is_media(packet: bytes) -> bool:
    return not 192 <= packet[1] <= 223


def is_control(type_: int, format_: int) -> Callable[[bytes], bool]:
    return lambda packet: packet[1] == type_ and packet[0] & 31 == format_


def picture(sender: Endpoint, number: int, payload: bytes = b"picture", extensions: bytes = b"") -> bytes:
    return rtp(sender.video, number, payload, 96, extensions)


def show(sender: Endpoint, *numbers: int) -> None:
    for number in numbers:
        sender.put(sender.dtls.protect(picture(sender, number)))


async def test_everybody_hears_everybody(trio: Trio) -> None:
    for sender in trio:
        packet = rtp(sender.audio, 7, b"a word", extensions=b"\x10L\x31NN")
        sender.put(sender.dtls.protect(packet))
        for receiver in trio:
            if receiver is not sender:
                got = await heard(receiver, is_media)
                assert (got[:12], got[-6:]) == (packet[:12], b"a word")
                assert got[16:18] == b"\x10L"
                assert got[18] == 0x22, "the time it left, in place of the sender's transport-wide number"


async def test_a_stream_keeps_its_ssrc_when_a_third_comes_and_goes(
    worker: Worker, talking: tuple[Endpoint, Endpoint], events: list[MediaEvent]
) -> None:
    caller, callee = talking
    show(caller, 1)
    assert await callee.hear() == picture(caller, 1)
    third = Endpoint("p_interprt1")
    await third.join(worker, CALL)
    await third.connect()
    show(caller, 2)
    assert await heard(callee, is_media) == picture(caller, 2), "before it was told of the third"
    assert await heard(third, is_media) == picture(caller, 2)
    assert sorted(str(event.party) for event in events if event.kind == "changed") == sorted([caller.name, callee.name])
    await caller.join(worker, CALL)
    await callee.join(worker, CALL)
    show(caller, 3)
    assert await heard(callee, is_media) == picture(caller, 3)
    third.say(b"dzien dobry")
    for receiver in talking:
        assert (await heard(receiver, is_media))[12:] == b"dzien dobry"
    await worker.leave(CALL, third.name)
    show(caller, 4)
    assert await heard(callee, is_media) == picture(caller, 4)
    caller.put(caller.dtls.protect(empty_report(caller.audio)))
    assert await heard(callee, lambda packet: packet == empty_report(caller.audio)), "two are left to themselves"
    await third.close()


async def test_an_agent_hands_over_to_another(
    worker: Worker, talking: tuple[Endpoint, Endpoint], events: list[MediaEvent]
) -> None:
    citizen, agent = talking
    successor = Endpoint("p_agent0002")
    await successor.join(worker, CALL)
    await successor.connect()
    await worker.leave(CALL, agent.name)
    await citizen.join(worker, CALL)
    assert {stream.party for stream in citizen.streams} == {successor.name}
    citizen.say(b"still here")
    assert (await heard(successor, is_media))[12:] == b"still here"
    successor.say(b"so am I")
    assert (await heard(citizen, is_media))[12:] == b"so am I"
    assert not [event for event in events if event.party == citizen.name and event.kind in ("lost", "connected")]
    await successor.close()


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


async def test_what_is_lost_on_the_way_in_is_asked_for_again(trio: Trio) -> None:
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
        assert await receiver_hears_no_media(receiver)


async def receiver_hears_no_media(receiver: Endpoint) -> bool:
    await asyncio.sleep(0.1)
    return not any(map(is_media, receiver.drain()))


async def test_what_never_comes_ends_in_a_key_frame(trio: Trio) -> None:
    sender, *_ = trio
    await asyncio.sleep(0.6)  # the key frame for those who joined was asked just now
    sender.drain()
    show(sender, 1, 3)
    (packet,) = rtcp.read_compound(await heard(sender, is_control(206, 1)))
    assert packet.about == sender.video


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


async def test_four_are_enough(worker: Worker, trio: Trio) -> None:
    fourth, fifth = Endpoint("p_agent0002"), Endpoint("p_agent0003")
    await fourth.join(worker, CALL)
    with pytest.raises(MediaRefusal) as refused:
        await fifth.join(worker, CALL)
    assert refused.value.code == "call_full"
    await worker.leave(CALL, fourth.name)
    await fifth.join(worker, CALL)
    for endpoint in (fourth, fifth):
        await endpoint.close()


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
    sender.put(sender.dtls.protect(rtcp.sender_report(sender.video, bytes(range(20)))))
    show(sender, 1, 2, 4)
    report = await heard(sender, is_control(201, 1))
    ssrc, lost, highest, _, last, since = struct.unpack("!LLLLLL", report[8:32])
    assert (ssrc, lost & 0xFFFFFF, highest) == (sender.video, 1, 4)
    assert last == 0x02030405
    assert 0 < since < 2 * 65_536
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


def limit_in(packet: bytes) -> int:
    (remb,) = rtcp.read_compound(packet)
    return rtcp.estimated(remb) or 0


async def test_two_who_are_left_are_limited_by_nobody(worker: Worker, trio: Trio) -> None:
    sender, second, third = trio
    show(sender, 1)
    await heard(second, is_media)
    second.put(second.dtls.protect(rtcp.estimate(second.video, 300_000, [sender.video])))
    await heard(sender, is_control(206, 15))
    await worker.leave(CALL, third.name)
    assert limit_in(await heard(sender, is_control(206, 15))) > 10_000_000


async def test_a_source_that_another_has_gets_another_number(worker: Worker, trio: Trio) -> None:
    victim, listener, _ = trio
    copycat = Endpoint("p_copycat01")
    copycat.audio, copycat.video, copycat.repair = victim.audio, victim.video, victim.repair
    await copycat.join(worker, CALL)
    await copycat.connect()
    await introduce(worker, CALL, *trio)
    copycat.say(b"I am him", ssrc=copycat.audio)
    got = await heard(listener, is_media)
    assert got[-8:] == b"I am him"
    assert int.from_bytes(got[8:12], "big") != victim.audio
    victim.say(b"I am me")
    assert int.from_bytes((await heard(listener, is_media))[8:12], "big") == victim.audio
    await copycat.close()


async def test_what_is_forged_replayed_or_unheard_of_goes_no_further(worker: Worker, trio: Trio) -> None:
    sender, *receivers = trio
    packet = sender.dtls.protect(picture(sender, 1))
    forged = bytearray(sender.dtls.protect(picture(sender, 2)))
    forged[-1] ^= 1
    for noise in (packet, packet, bytes(forged), b"\x80\xc8" + bytes(60), b"\x80\x60"):
        sender.put(noise)
    for number in range(40):
        sender.put(sender.dtls.protect(rtp(1_000 + number, 1)))
    for receiver in receivers:
        assert await heard(receiver, is_media) == picture(sender, 1)
        assert await receiver_hears_no_media(receiver)
    counters = worker.counters
    assert (counters.replayed, counters.forged, counters.garbage) == (1, 2, 1)
    assert counters.unreadable + counters.excess_sources == 40
    assert counters.excess_sources > 0


async def test_a_tap_hears_a_party_as_it_sends(worker: Worker, trio: Trio) -> None:
    sender, receiver, _ = trio
    heard_here: list[bytes] = []
    call = worker.call(CALL)
    assert call is not None
    call.tap(sender.name, lambda packet: heard_here.append(bytes(packet)))
    packet = rtp(sender.audio, 1, extensions=b"\x31NN")
    for each in (packet, empty_report(sender.audio)):
        sender.put(sender.dtls.protect(each))
    receiver.say(b"not me")
    await heard(receiver, is_media)
    await heard(sender, is_media)
    assert heard_here == [packet, empty_report(sender.audio)]
    call.tap(sender.name, None)
    sender.put(sender.dtls.protect(rtp(sender.audio, 2)))
    await heard(receiver, is_media)
    assert len(heard_here) == 2


async def test_a_screen_is_shown_and_taken_away(worker: Worker, trio: Trio, events: list[MediaEvent]) -> None:
    sender, receiver, _ = trio
    sender.shares = True
    await sender.join(worker, CALL)
    assert {event.party for event in events} == {each.name for each in trio if each is not sender}
    assert {stream.source for stream in events[0].streams if stream.party == sender.name} == {
        "microphone",
        "camera",
        "screen",
    }
    await receiver.join(worker, CALL)
    sender.put(sender.dtls.protect(rtp(sender.screen, 1, b"screen", 96)))
    assert (await heard(receiver, is_media))[12:] == b"screen"
    sender.shares = False
    await sender.join(worker, CALL)
    await receiver.join(worker, CALL)
    assert "screen" not in {stream.source for stream in receiver.streams}


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


async def test_each_gets_the_numbers_of_its_own_browser(worker: Worker, talking: tuple[Endpoint, Endpoint]) -> None:
    """One who numbers otherwise comes to two who number alike, and stays with one of them."""
    first, second = talking
    other = Endpoint("p_interprt1")
    numbers = {" 111": " 109", ":111": ":109", " 96 97": " 120 124", ":96 ": ":120 ", ":97 ": ":124 ", "=96": "=120"}
    describe = other.describe

    def renumbered(setup: str = "actpass") -> str:
        sdp = describe(setup)
        for old, new in {**numbers, "extmap:2 ": "extmap:4 ", "extmap:3 ": "extmap:7 "}.items():
            sdp = sdp.replace(old, new)
        return sdp

    other.describe = renumbered  # type: ignore[method-assign]
    for endpoint in (other, first, second):
        await endpoint.join(worker, CALL)
    await other.connect()
    first.put(first.dtls.protect(rtp(first.video, 1, b"picture", 96, b"\x31NN")))
    in_room = await heard(other, is_media)
    assert (in_room[1] & 127, in_room[16], in_room[-7:]) == (120, 0x42, b"picture"), "sent at, in its numbers"
    assert (await heard(second, is_media))[16] == 0x22

    await worker.leave(CALL, second.name)
    for endpoint in (other, first):
        await endpoint.join(worker, CALL)
    first.put(first.dtls.protect(rtp(first.video, 2, b"picture", 96, b"\x31NN")))
    in_pair = await heard(other, is_media)
    assert (in_pair[1] & 127, in_pair[16:20], in_pair[-7:]) == (120, b"\x71NN\x00", b"picture")
    other.put(other.dtls.protect(rtp(other.audio, 1, b"sound", 109)))
    assert (await heard(first, is_media))[1] & 127 == 111
    await other.close()


async def test_no_nonsense_of_a_party_breaks_the_room(worker: Worker, trio: Trio) -> None:
    sender, receiver, _ = trio
    broken: list[str] = []
    asyncio.get_running_loop().set_exception_handler(lambda _, context: broken.append(context["message"]))
    noise = random.Random(1)  # noqa: S311  # the same each time
    ssrcs = [sender.audio, sender.video, sender.repair, receiver.video, 0]
    for number in range(1_500):
        tail = noise.randbytes(noise.randrange(60))
        ssrc = noise.choice(ssrcs).to_bytes(4, "big")
        if number % 2:
            extensions = noise.randbytes(noise.randrange(12))
            payload_type = noise.choice((96, 97, 111, 50))
            packet = rtp(
                int.from_bytes(ssrc, "big"), 20 * number + noise.randrange(300), tail, payload_type, extensions
            )
        else:
            head = bytes([0x80 | noise.randrange(32), noise.choice((200, 201, 203, 205, 206, 207))])
            body = ssrc + noise.choice(ssrcs).to_bytes(4, "big") + tail + bytes(-len(tail) % 4)
            packet = head + (len(body) // 4).to_bytes(2, "big") + body
        sender.put(sender.dtls.protect(packet))
        if number % 50 == 0:
            await asyncio.sleep(0.001)
    receiver.say(b"still here")
    await heard(sender, lambda packet: packet[12:] == b"still here")
    assert broken == []
