"""RTCP as a room reads and writes it."""

import struct

from hypothesis import given
from hypothesis import strategies as st

from server.media.room import rtcp


def only(data: bytes) -> rtcp.Packet:
    (packet,) = rtcp.read_compound(data)
    return packet


@given(st.sets(st.integers(0, 400), min_size=1, max_size=60), st.integers(0, 0xFFFF))
def test_what_is_asked_for_is_what_is_read(places: set[int], first: int) -> None:
    numbers = [(first + place) & 0xFFFF for place in sorted(places)]
    packet = only(rtcp.nack(1, 2, numbers))
    assert (packet.type, packet.format, packet.sender, packet.about) == (205, 1, 1, 2)
    assert rtcp.nacked(packet) == numbers


def test_a_nack_asks_for_no_more_than_so_many() -> None:
    assert len(rtcp.nacked(only(rtcp.nack(1, 2, range(0, 60_000, 1))))) == rtcp.MAX_NACKED


@given(st.integers(0, 2**40))
def test_an_estimate_is_as_exact_as_its_form_allows(bitrate: int) -> None:
    read = rtcp.estimated(only(rtcp.estimate(1, bitrate, [2, 3])))
    assert read is not None
    assert bitrate * (1 - 2**-16) <= read <= bitrate


def test_a_key_frame_is_asked_in_two_ways() -> None:
    assert only(rtcp.picture_loss(1, 2)).about == 2
    refresh = struct.pack("!BBHLLLBxxxLBxxx", 0x84, 206, 6, 1, 0, 7, 3, 8, 1)
    assert rtcp.refreshed(only(refresh)) == [7, 8]


def test_reports_are_read_as_they_are_written() -> None:
    clock = bytes(range(20))
    assert rtcp.sender_clock(only(rtcp.sender_report(7, clock))) == clock
    block = rtcp.Block(ssrc=7, fraction_lost=128, lost=-1, highest=70_000, jitter=5, last_report=9, since_report=8)
    packet = only(rtcp.receiver_report(1, [block]))
    assert packet.format == 1
    assert rtcp.losses(packet) == [(7, 0.5)]
    assert packet.body[4:] == struct.pack("!LLLLLL", 7, 128 << 24 | 0xFFFFFF, 70_000, 5, 9, 8)


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_left(noise: bytes) -> None:
    for packet in rtcp.read_compound(noise):
        rtcp.nacked(packet)
        rtcp.refreshed(packet)
        rtcp.estimated(packet)
        rtcp.sender_clock(packet)
        rtcp.losses(packet)
        assert packet.sender >= 0 <= packet.about
