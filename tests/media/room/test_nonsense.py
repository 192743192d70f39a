"""Parties of a room that mean no good."""

import asyncio
import random

from server.media.worker import Worker
from tests.media.conftest import CALL
from tests.media.endpoint import Endpoint, introduce, rtp
from tests.media.room.watching import Trio, heard, hears_no_media, is_media, picture


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
        assert await hears_no_media(receiver)
    counters = worker.counters
    assert (counters.replayed, counters.forged, counters.garbage) == (1, 2, 1)
    assert counters.unreadable + counters.excess_sources == 40
    assert counters.excess_sources > 0


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
