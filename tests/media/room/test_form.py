"""How a packet looks to its receivers."""

from hypothesis import given
from hypothesis import strategies as st

from server.media.relay.numbering import Numbering
from server.media.relay.whitelist import SEND_TIME, TRANSPORT_NUMBER
from server.media.room.form import Form
from tests.media.endpoint import rtp

LEVEL = "urn:ietf:params:rtp-hdrext:ssrc-audio-level"
SENDER = Numbering({"opus": 111, "VP8": 96}, {LEVEL: 1, SEND_TIME: 2, TRANSPORT_NUMBER: 3, "theirs": 5})
RECEIVER = Numbering({"opus": 109, "VP8": 120}, {LEVEL: 4, SEND_TIME: 6, TRANSPORT_NUMBER: 7})

STAMP = b"\x62\x04\x00\x00"
"""One second, as the receiver's extension 6."""


def form(*, stamped: bool = True) -> Form:
    return Form(SENDER, RECEIVER, 9, stamped=stamped)


def test_numbers_are_the_receivers_and_the_time_is_ours() -> None:
    packet = rtp(7, 5, extensions=b"\x10L\x31NN\x50U")
    assert form().write(packet, 1.0) == rtp(9, 5, extensions=b"\x40L" + STAMP + bytes(2), payload_type=109)
    assert form().write(rtp(7, 5, extensions=b"\x31NN"), 1.0) == rtp(9, 5, extensions=STAMP, payload_type=109)
    assert form().write(rtp(7, 5, extensions=b"\x22TTT"), 1.0) == rtp(9, 5, extensions=STAMP, payload_type=109)
    assert form().write(rtp(7, 5), 1.0) == rtp(9, 5, payload_type=109)
    assert form().write(rtp(7, 5, payload_type=100), 1.0) is None


def test_without_a_time_a_packet_always_looks_the_same() -> None:
    packet = rtp(7, 5, extensions=b"\x10L\x31NN")
    first, second = (form(stamped=False).write(packet, now) for now in (1.0, 2.0))
    assert first == second == rtp(9, 5, extensions=b"\x40L" + bytes(6), payload_type=109)


def test_a_retransmission_says_which_packet_it_was() -> None:
    packet = rtp(7, 5, b"picture", payload_type=96, extensions=b"\x31NN")
    again = form().retransmit(packet, 121, 11, 500, 1.0)
    expected = rtp(11, 500, b"\x00\x05picture", payload_type=121, extensions=STAMP)
    assert again[:4] + again[8:] == expected[:4] + expected[8:]
    assert again[4:8] == packet[4:8], "at the same time of its clock"
    plain = form().retransmit(rtp(7, 5, b"picture", payload_type=96), 121, 11, 500, 1.0)
    assert plain[12:] == b"\x00\x05picture"


@given(st.integers(0, 10), st.binary(max_size=64))
def test_any_extensions_keep_their_size(words: int, noise: bytes) -> None:
    for profile in (b"\xbe\xde", b"\x10\x00"):
        block = noise[: 4 * words].ljust(4 * words, b"\x00")
        packet = b"\x90\x6f" + bytes(10) + profile + words.to_bytes(2, "big") + block + b"payload"
        written = form().write(packet, 1.0)
        assert written is not None
        assert len(written) == len(packet)
        assert written[-7:] == b"payload"
