"""Packets on their way from one party to the other, at the edges of size."""

import os
import socket
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pylibsrtp import Policy, Session

from server.media.relay.counters import Counters
from server.media.relay.crossing import Crossing
from server.media.relay.ice import Path
from server.media.relay.numbering import Numbering, Translation
from server.media.relay.touchpoints import (
    MAX_DATAGRAM,
    Keys,
    PacketBuffer,
    protect_rtp,
    unprotect_rtcp,
    unprotect_rtp,
)
from tests.media.endpoint import rtcp, rtp

Unprotect = Callable[[Any, Any, Any], int]

COUNTER_MODE = Policy.SRTP_PROFILE_AES128_CM_SHA1_80, 30, 10
GALOIS_256 = Policy.SRTP_PROFILE_AEAD_AES_256_GCM, 44, 16
"""Profile, length of key and salt, and bytes that it adds to a packet."""


def sessions(profile: int, key_length: int) -> tuple[Session, Session]:
    """An encrypting and a decrypting end."""
    key = os.urandom(key_length)
    ends = (Policy.SSRC_ANY_OUTBOUND, Policy.SSRC_ANY_INBOUND)
    return tuple(Session(Policy(key=key, ssrc_type=end, srtp_profile=profile)) for end in ends)  # type: ignore[return-value]


@pytest.fixture
def receiver() -> Iterator[socket.socket]:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sock:
        sock.bind(("127.0.0.1", 0))
        sock.settimeout(1)
        yield sock


def wire(crossing: Crossing, sender: Keys, receiver: Keys, path: Path | None, *, announced: bool = True) -> None:
    same = Translation(Numbering(), Numbering())
    crossing.wire(sender, receiver, path, announced=announced, translation=same, repairs={}, tap=None)


def opened(keys: Keys, buffer: PacketBuffer, packet: bytes, unprotect: Unprotect) -> bytes:
    """A packet as its receiver decrypts it."""
    buffer.view[: len(packet)] = packet
    buffer.length[0] = len(packet)
    assert unprotect(keys.inbound, buffer.memory, buffer.length) == 0
    return bytes(buffer.view[: buffer.length[0]])


def test_a_packet_of_the_largest_size_may_grow(receiver: socket.socket) -> None:
    """From counter mode to Galois, which adds six bytes more."""
    profile, key_length, tag = COUNTER_MODE
    seal, open_ = sessions(profile, key_length)
    profile, key_length, longer_tag = GALOIS_256
    seal_again, open_again = sessions(profile, key_length)
    buffer, counters = PacketBuffer(), Counters()
    plain = rtp(7, 1, os.urandom(MAX_DATAGRAM - tag - 12))

    size = len(plain)
    buffer.view[:size] = plain
    buffer.length[0] = size
    assert protect_rtp(Keys(open_, seal).outbound, buffer.memory, buffer.length) == 0
    assert buffer.length[0] == MAX_DATAGRAM

    crossing = Crossing(buffer, counters, set())
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sender:
        path = Path(sender, receiver.getsockname(), "")
        wire(crossing, Keys(open_, seal), Keys(open_again, seal_again), path)
        crossing.forward(MAX_DATAGRAM)
    arrived = receiver.recv(4_096)
    assert len(arrived) == MAX_DATAGRAM - tag + longer_tag
    buffer.view[: len(arrived)] = arrived
    buffer.length[0] = len(arrived)
    assert unprotect_rtp(Keys(open_again, seal_again).inbound, buffer.memory, buffer.length) == 0
    assert bytes(buffer.view[: buffer.length[0]]) == plain
    assert (crossing.packets, crossing.bytes) == (1, MAX_DATAGRAM)


def test_what_cannot_be_sent_is_counted(receiver: socket.socket) -> None:
    profile, key_length, _ = GALOIS_256
    seal, open_ = sessions(profile, key_length)
    seal_again, open_again = sessions(profile, key_length)
    keys = Keys(open_, seal), Keys(open_again, seal_again)
    buffer, counters = PacketBuffer(), Counters()
    crossing = Crossing(buffer, counters, set())
    sender = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    path = Path(sender, receiver.getsockname(), "")
    sender.close()

    def forward(number: int) -> None:
        packet = seal.protect(rtp(7, number))
        buffer.view[: len(packet)] = packet
        crossing.forward(len(packet))

    wire(crossing, *keys, None)
    forward(1)
    assert counters.early == 1, "nowhere"
    wire(crossing, *keys, path, announced=False)
    forward(2)
    assert counters.early == 2, "the receiver knows of nobody"
    wire(crossing, *keys, path)
    forward(3)
    assert counters.unsendable == 1


def test_numbers_are_written_over_where_the_receiver_has_others(receiver: socket.socket) -> None:
    profile, key_length, _ = GALOIS_256
    seal, open_ = sessions(profile, key_length)
    seal_again, open_again = sessions(profile, key_length)
    buffer, counters, heard = PacketBuffer(), Counters(), list[bytes]()
    crossing = Crossing(buffer, counters, set())
    theirs = Numbering({"opus": 111, "VP8": 96}, {"level": 1, "number": 3, "unknown": 5})
    ours = Numbering({"opus": 109}, {"level": 2, "number": 7})
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sender:
        path = Path(sender, receiver.getsockname(), "")
        keys = Keys(open_, seal), Keys(open_again, seal_again)
        crossing.wire(
            *keys,
            path,
            announced=True,
            translation=Translation(theirs, ours),
            repairs={},
            tap=lambda packet: heard.append(bytes(packet)),
        )
        elements = b"\x10L" + b"\x31NN" + b"\x50U"
        plain = rtp(7, 1, extensions=elements)
        for packet in (plain, rtp(7, 2, payload_type=96), rtcp(7)):
            sealed = seal.protect_rtcp(packet) if packet == rtcp(7) else seal.protect(packet)
            buffer.view[: len(sealed)] = sealed
            crossing.forward(len(sealed))
    assert heard == [plain, rtp(7, 2, payload_type=96), rtcp(7)], "the tap hears what was sent"
    expected = rtp(7, 1, extensions=b"\x20L" + b"\x71NN" + bytes(2), payload_type=109)
    keys_again = Keys(open_again, seal_again)
    assert opened(keys_again, buffer, receiver.recv(4_096), unprotect_rtp) == expected
    assert opened(keys_again, buffer, receiver.recv(4_096), unprotect_rtcp) == rtcp(7)
    assert counters.unreadable == 1, "the receiver has no VP8"


@settings(deadline=None)
@given(st.binary(max_size=60))
def test_any_extensions_are_renumbered_or_left(noise: bytes) -> None:
    translation = Translation(Numbering({"opus": 111}, {"level": 1}), Numbering({"opus": 109}, {"level": 2}))
    for profile in (b"\xbe\xde", b"\x10\x00"):
        packet = bytearray(b"\x90\x6f" + bytes(10) + profile + noise)
        size = len(packet)
        translation.renumber(memoryview(packet))
        assert len(packet) == size
