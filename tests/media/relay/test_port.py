"""What comes out of the internet at a worker's port, besides calls."""

import asyncio
import os
import struct
from collections.abc import AsyncIterator
from dataclasses import asdict

import pytest
from aioice import stun

from server.media.worker import Worker
from tests.media.conftest import CALL
from tests.media.endpoint import Endpoint, introduce, rtp
from tests.media.waiting import until

Pair = tuple[Endpoint, Endpoint]


async def counted(worker: Worker, name: str, at_least: int = 1) -> int:
    """What a counter has come to once it has come that far, or after a while."""
    for _ in range(1_000):
        if asdict(worker.counters)[name] >= at_least:
            break
        await asyncio.sleep(0.01)
    number: int = asdict(worker.counters)[name]
    return number


@pytest.fixture
async def stranger(worker: Worker) -> AsyncIterator[Endpoint]:
    """Somebody who knows the port and nothing else."""
    endpoint = Endpoint("p_stranger1")
    endpoint.worker = ("127.0.0.1", worker.port)
    endpoint.their_ufrag, endpoint.their_password = "0" * 12, "0" * 32
    yield endpoint
    endpoint.vanish()


async def test_garbage_is_counted_and_nothing_else(worker: Worker, talking: Pair, stranger: Endpoint) -> None:
    for packet in (b"", b"\x04", b"\x40" * 30, b"\xff" * 1_400):
        stranger.put(packet)
    assert await counted(worker, "garbage", 4) == 4
    assert stranger.received == 0
    caller, callee = talking
    caller.say(b"undisturbed")
    assert (await callee.hear())[12:] == b"undisturbed"


async def test_media_and_handshakes_of_strangers_are_not_looked_at(worker: Worker, stranger: Endpoint) -> None:
    stranger.put(rtp(1, 1))
    stranger.put(b"\x16\xfe\xfd" + bytes(100))
    assert await counted(worker, "stranger", 2) == 2
    assert stranger.received == 0


async def test_stun_that_proves_nothing_gets_no_answer(worker: Worker, talking: Pair, stranger: Endpoint) -> None:
    caller, _ = talking
    assert not await stranger.check(wait=0.1), "a name that nobody has"
    assert not await stranger.check(ufrag=caller.their_ufrag, wait=0.1), "a password that was guessed"
    indication = stun.Message(message_method=stun.Method.BINDING, message_class=stun.Class.INDICATION)
    stranger.put(bytes(indication))
    unsigned = stun.Message(message_method=stun.Method.BINDING, message_class=stun.Class.REQUEST)
    unsigned.attributes["USERNAME"] = f"{caller.their_ufrag}:x"
    stranger.put(bytes(unsigned))
    assert await counted(worker, "unauthenticated", 3) == 3
    assert await counted(worker, "garbage") == 1
    assert stranger.received == 0


async def test_broken_stun_breaks_nothing(worker: Worker, talking: Pair) -> None:
    caller, callee = talking
    request = stun.Message(message_method=stun.Method.BINDING, message_class=stun.Class.REQUEST)
    request.attributes["USERNAME"] = f"{caller.their_ufrag}:{caller.ufrag}"
    request.attributes["PRIORITY"] = 1
    request.add_message_integrity(caller.their_password.encode())
    whole = bytes(request)
    for length in range(20, len(whole), 2):
        cut = whole[:2] + struct.pack("!H", length - 20) + whole[4:length]
        caller.put(cut)
    for place in range(0, len(whole), 3):
        caller.put(whole[:place] + bytes([whole[place] ^ 0xFF]) + whole[place + 1 :])
    caller.say(b"still here")
    assert (await callee.hear())[12:] == b"still here"


async def test_a_party_cannot_take_anothers_address(worker: Worker, talking: Pair) -> None:
    caller, callee = talking
    # The callee has credentials of its own, but sends from where the caller is.
    assert not await caller.check(ufrag=callee.their_ufrag, password=callee.their_password, wait=0.2)
    assert await counted(worker, "taken") == 1
    caller.say(b"mine")
    assert (await callee.hear())[12:] == b"mine"


async def test_forged_media_goes_no_further(worker: Worker, talking: Pair) -> None:
    caller, callee = talking
    packet = caller.dtls.protect(rtp(caller.audio, 1))
    caller.put(packet[:-1] + bytes([packet[-1] ^ 1]))
    caller.put(rtp(caller.audio, 99, b"never encrypted"))
    caller.put(b"\x80\xc8" + os.urandom(40))
    caller.put(b"\x80\x6f\x00")
    assert await counted(worker, "forged", 3) == 3
    assert await counted(worker, "garbage") == 1
    assert await callee.hears_nothing()


async def test_media_is_passed_on_once(worker: Worker, talking: Pair) -> None:
    caller, callee = talking
    packet = caller.say(b"once")
    await callee.hear()
    caller.put(packet)
    assert await counted(worker, "replayed") == 1
    assert await callee.hears_nothing()


async def test_a_party_has_only_so_many_sources(worker: Worker, talking: Pair) -> None:
    caller, callee = talking
    for source in range(1, 41):
        caller.say(ssrc=source)
    assert await counted(worker, "excess_sources", 8) == 8
    await until(lambda: callee.media.qsize() == 32)
    caller.say(b"known", ssrc=32)
    while (await callee.hear())[12:] != b"known":
        pass


async def test_datagrams_too_large_for_us_are_cut_and_dropped(worker: Worker, talking: Pair) -> None:
    caller, callee = talking
    caller.put(caller.dtls.protect(rtp(caller.audio, 1)) + bytes(1_600))
    assert await counted(worker, "forged") == 1
    assert await callee.hears_nothing()


async def test_media_before_both_have_keys_waits_for_nobody(worker: Worker, pair: Pair) -> None:
    caller, callee = pair
    await introduce(worker, CALL, caller, callee)
    await caller.connect()
    caller.say()
    assert await counted(worker, "early") == 1


async def test_a_flood_from_one_place_is_throttled(worker: Worker, talking: Pair, stranger: Endpoint) -> None:
    caller, callee = talking
    request = stun.Message(message_method=stun.Method.BINDING, message_class=stun.Class.REQUEST)
    for _ in range(1_000):
        stranger.put(bytes(request))
    assert await counted(worker, "throttled", 300) >= 300
    assert await callee.check(), "a party that is known is not a stranger"
    caller.say(b"through")
    assert (await callee.hear())[12:] == b"through"


async def test_so_is_a_party_that_shakes_hands_without_end(worker: Worker, talking: Pair) -> None:
    caller, callee = talking
    for _ in range(1_000):
        caller.put(b"\x16\xfe\xfd" + os.urandom(60))
    assert await counted(worker, "throttled", 800) >= 800
    caller.say(b"through")
    assert (await callee.hear())[12:] == b"through"
