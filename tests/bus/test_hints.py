"""The words between nodes are taken exactly as they are, or not at all."""

import pytest

from server.bus import hints
from server.bus.hints import Envelope, Grown, HasRead, Typed
from server.protocol.signals import Reading, Typing
from server.protocol.words import Author

GROWN = Grown(conversation="c_conversation", log="shared", first=7, last=7)
TYPED = Typed(
    conversation="c_conversation",
    signal=Typing(
        conversation="c_conversation", log="shared", author=Author(participant="p_somebody", kind="agent"), typing=True
    ),
)
HAS_READ = HasRead(
    conversation="c_conversation",
    signal=Reading(conversation="c_conversation", log="staff", participant="p_somebody", kind="agent", number=3),
)


def test_hints_survive_the_wire() -> None:
    envelope = Envelope(node="n_nodeone01", hints=(GROWN, TYPED, HAS_READ))
    assert hints.decode(hints.encode(envelope)) == envelope


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b'"last":7', b'"last":6'),
        (b'"first":7', b'"first":0'),
        (b'"log":"shared"', b'"log":"secret"'),
        (b'"hint":"grown"', b'"hint":"obey"'),
        (b'"node":"n_nodeone01"', b'"node":"n_x"'),
        (b'"number":3', b'"number":3,"sql":1'),
    ],
)
def test_anything_else_is_no_envelope(before: bytes, after: bytes) -> None:
    encoded = hints.encode(Envelope(node="n_nodeone01", hints=(GROWN, HAS_READ)))
    assert before in encoded
    assert hints.decode(encoded.replace(before, after, 1)) is None


def test_an_envelope_is_bounded() -> None:
    with_too_many = hints.encode(Envelope(node="n_nodeone01", hints=(GROWN,) * (hints.MOST + 1)))
    assert hints.decode(with_too_many) is None
