"""What waits for Redis is merged, bounded, and never older than what came after it."""

from server.bus.hints import AnyHint, CallMoved, Grown, Hearers, QueueChanged, SignInEnded, Typed, Wrote
from server.bus.outgoing import Outgoing, topic_of
from server.bus.peers import QUEUE
from server.protocol.signals import Typing, Writing
from server.protocol.words import Author


def grown(first: int, last: int, conversation: str = "c_conversation") -> Grown:
    return Grown(conversation=conversation, log="shared", first=first, last=last)


def typed(typing: bool) -> Typed:
    author = Author(participant="p_somebody", kind="agent")
    signal = Typing(conversation="c_conversation", log="shared", author=author, typing=typing)
    return Typed(conversation="c_conversation", signal=signal)


def wrote(line: str, sequence: int, *, finished: bool = False) -> Wrote:
    signal = Writing(
        conversation="c_conversation",
        call="k_somecall",
        author=Author(participant="p_somebody", kind="agent"),
        line=line,
        sequence=sequence,
        text="x" * sequence,
        finished=finished,
    )
    heard_by = Hearers(citizen=True, agents=(), guests=())
    return Wrote(conversation="c_conversation", signal=signal, heard_by=heard_by)


def added(*several: AnyHint, most: int = 100) -> Outgoing:
    outgoing = Outgoing(most)
    for hint in several:
        outgoing.add(hint, topic_of(hint))
    return outgoing


def test_growth_is_merged_and_the_last_word_about_typing_kept() -> None:
    outgoing = added(grown(3, 3), typed(True), grown(4, 5), grown(2, 2), typed(False), typed(False))
    assert outgoing.take(10) == {"c_conversation": [grown(2, 5), typed(False)]}
    assert not outgoing


def test_of_each_line_of_live_text_the_last_state_and_the_end_are_kept() -> None:
    finished = wrote("line-0001", 0, finished=True)
    late = wrote("line-0001", 3)
    outgoing = added(wrote("line-0001", 1), wrote("line-0001", 2), finished, late, wrote("line-0002", 4))
    assert outgoing.take(10) == {"c_conversation": [late, finished, wrote("line-0002", 4)]}


def test_what_is_given_back_is_older_than_what_was_said_since() -> None:
    outgoing = added(grown(1, 1), typed(True))
    taken = outgoing.take(10)
    outgoing.add(grown(2, 2), "c_conversation")
    outgoing.add(typed(False), "c_conversation")
    outgoing.give_back(taken)
    assert outgoing.take(10) == {"c_conversation": [grown(1, 2), typed(False)]}


def test_beyond_the_bound_it_is_remembered_that_something_was_dropped() -> None:
    outgoing = added(
        *(grown(1, 1, f"c_some_talk_{number:04}") for number in range(4)), grown(2, 2, "c_some_talk_0000"), most=3
    )
    assert outgoing.dropped
    assert outgoing.take(10)["c_some_talk_0000"] == [grown(1, 2, "c_some_talk_0000")]
    assert len(outgoing.take(10)) == 0


def test_each_hint_has_those_who_need_it() -> None:
    assert topic_of(CallMoved(conversation="c_conversation")) == "c_conversation"
    assert topic_of(QueueChanged()) == QUEUE
    assert topic_of(SignInEnded(sign_in="hash")) is None
