"""The words between nodes are taken exactly as they are, or not at all."""

from typing import get_args

import pytest

from server.bus import hints
from server.bus.hints import (
    AnyHint,
    AudienceChanged,
    CallMoved,
    CallReplaced,
    Envelope,
    Grown,
    HasRead,
    Hearers,
    Joined,
    Left,
    Met,
    Missed,
    PhotoMoved,
    QueueChanged,
    RecordingMoved,
    ReportMoved,
    Signed,
    SignInEnded,
    StandingMoved,
    StreamsChanged,
    Typed,
    Wrote,
)
from server.bus.peers import QUEUE
from server.desk.identity import new_id
from server.protocol.signals import Reading, Signing, StreamsChange, Typing, Writing
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
STREAMS_CHANGED = StreamsChanged(
    conversation="c_conversation",
    signal=StreamsChange(conversation="c_conversation", call="k_somecall", party="p_somebody"),
)
HEARD_BY = Hearers(citizen=True, agents=("a_somebody",), guests=("0123456789ab",))
WROTE = Wrote(
    conversation="c_conversation",
    signal=Writing(
        conversation="c_conversation",
        call="k_somecall",
        author=Author(participant="p_somebody", kind="guest", name="Samira"),
        line="line-0001",
        sequence=3,
        text="x" * 4000,
    ),
    heard_by=HEARD_BY,
)
SIGNED = Signed(
    conversation="c_conversation",
    signal=Signing(conversation="c_conversation", call="k_somecall", participant="p_somebody", signing=True),
    heard_by=HEARD_BY,
)
EVERY_KIND = (
    GROWN,
    WROTE,
    SIGNED,
    STREAMS_CHANGED,
    TYPED,
    HAS_READ,
    *(Membership(conversation=topic) for Membership in (Joined, Met, Left) for topic in (GROWN.conversation, QUEUE)),
    *(Moved(conversation=GROWN.conversation) for Moved in (CallMoved, CallReplaced, StandingMoved, AudienceChanged)),
    RecordingMoved(conversation=GROWN.conversation, recording=new_id("rec")),
    PhotoMoved(conversation=GROWN.conversation, photo=new_id("pho")),
    ReportMoved(conversation=GROWN.conversation, report=new_id("r")),
    QueueChanged(),
    SignInEnded(sign_in="0" * 64),
    Missed(),
)
"""As the desk makes them."""


def test_hints_survive_the_wire() -> None:
    envelope = Envelope(node="n_nodeone01", hints=EVERY_KIND)
    assert {type(hint) for hint in EVERY_KIND} == set(get_args(AnyHint))
    assert hints.decode(hints.encode(envelope)) == (envelope, 0)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b'"last":7', b'"last":6'),
        (b'"first":7', b'"first":0'),
        (b'"log":"shared"', b'"log":"secret"'),
        (b'"hint":"grown"', b'"hint":"obey"'),
        (b'"last":7', b'"last":7,"sql":1'),
    ],
)
def test_what_is_no_hint_is_passed_over(before: bytes, after: bytes) -> None:
    encoded = hints.encode(Envelope(node="n_nodeone01", hints=(GROWN, HAS_READ)))
    assert before in encoded
    left = hints.decode(encoded.replace(before, after, 1))
    assert left == (Envelope(node="n_nodeone01", hints=(HAS_READ,)), 1)


def test_whoever_has_no_name_of_a_node_is_not_heard() -> None:
    assert hints.decode(hints.encode(Envelope(node="n_x", hints=(GROWN,)))) is None


def test_an_envelope_is_bounded() -> None:
    with_too_many = hints.encode(Envelope(node="n_nodeone01", hints=(GROWN,) * (hints.MOST + 1)))
    assert hints.decode(with_too_many) is None
