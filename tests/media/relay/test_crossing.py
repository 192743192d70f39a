"""Packets on their way from one party to the other, at the edges of size."""

import os
import socket
from collections.abc import Iterator

import pytest
from pylibsrtp import Policy, Session

from server.media.relay.counters import Counters
from server.media.relay.crossing import Crossing
from server.media.relay.touchpoints import MAX_DATAGRAM, Keys, PacketBuffer, protect_rtp, unprotect_rtp
from tests.media.endpoint import rtp

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

    crossing = Crossing(buffer, counters)
    crossing.sent_under(Keys(open_, seal))
    crossing.received_under(Keys(open_again, seal_again))
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sender:
        crossing.leads_to(sender, receiver.getsockname())
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
    buffer, counters = PacketBuffer(), Counters()
    crossing = Crossing(buffer, counters)
    crossing.sent_under(Keys(open_, seal))
    crossing.received_under(Keys(open_again, seal_again))
    packet = seal.protect(rtp(7, 1))
    buffer.view[: len(packet)] = packet
    crossing.forward(len(packet))
    assert counters.early == 1
    sender = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    crossing.leads_to(sender, receiver.getsockname())
    sender.close()
    buffer.view[: len(packet)] = packet
    crossing.forward(len(packet))
    assert counters.unsendable == 1
