"""Settling: numbers without gaps, one entry for each client_id, refusals that cost nobody else anything."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from server.domain.actor import Bot, Citizen
from server.domain.permission import Action
from server.protocol.entries import MessagePosted
from server.protocol.errors import Refusal
from server.protocol.results import Posted
from server.store.grouped.asked import Asked, Earlier, Marking, Moved, Posting, Seat, Settled
from server.store.grouped.settling import digest, settle

NOW = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
CONVERSATION = "c_conversation"


def seat(**values: object) -> Seat:
    known = {
        "phase": "waiting",
        "team": "central",
        "agent": None,
        "offered_to": None,
        "sensitive": False,
        "shared_last": 4,
        "staff_last": 2,
        "participant": "p_citizen00",
        "name": None,
        "role": None,
        "has_left": False,
        "called_in": False,
        "read_shared": 1,
        "read_staff": 0,
        "token": None,
        "earlier": None,
    }
    return Seat(**{**known, **values})  # type: ignore[arg-type]


def posting(text: str, client_id: str, conversation: str = CONVERSATION) -> Posting:
    return Posting(Citizen("a" * 64), conversation, MessagePosted(text=text), client_id, NOW)


def marking(number: int, log: str = "shared") -> Marking:
    return Marking(Citizen("a" * 64), CONVERSATION, log, number, NOW)  # type: ignore[arg-type]


def anybody(asked: Asked, found: Seat, action: Action) -> None:
    """Lets everybody do everything."""


def settled(*asked: Asked, found: Seat | None = None) -> Settled:
    return settle(anybody, asked, [found or seat()] * len(asked))


def test_what_is_said_at_the_same_moment_is_numbered_in_order() -> None:
    result = settled(posting("een", "client-1"), posting("twee", "client-2"))
    assert result.answers == [Posted(number=5, at=NOW), Posted(number=6, at=NOW)]
    assert [entry.number for entry in result.entries] == [row.number for row in result.rows] == [5, 6]
    assert result.growth[CONVERSATION].shared_last == 6


def test_said_twice_in_one_group_it_is_stored_once() -> None:
    result = settled(posting("een", "client-1"), posting("een", "client-1"), posting("iets anders", "client-1"))
    first, again, other = result.answers
    assert first == again == Posted(number=5, at=NOW)
    assert isinstance(other, Refusal)
    assert other.code == "client_id_reused"
    assert len(result.rows) == 1


def test_said_before_it_is_answered_as_before_also_where_nothing_may_be_said_any_more() -> None:
    def closed(asked: Asked, found: Seat, action: Action) -> None:
        if action == "post":
            raise Refusal("conversation_closed")

    body = '{"type":"message.posted","text":"een"}'
    before = seat(earlier=Earlier(3, NOW - timedelta(hours=1), digest(body)))
    said, new = settle(
        closed, [posting("een", "client-1"), posting("nieuw", "client-2")], [before, seat(phase="closed")]
    ).answers
    assert said == Posted(number=3, at=NOW - timedelta(hours=1))
    assert isinstance(new, Refusal)
    assert new.code == "conversation_closed"


def test_who_may_not_see_a_conversation_learns_nothing_of_what_was_said_in_it() -> None:
    def stranger(asked: Asked, found: Seat, action: Action) -> None:
        raise Refusal("no_such_conversation")

    before = seat(earlier=Earlier(3, NOW, "another payload"))
    (answer,) = settle(stranger, [posting("een", "client-1")], [before]).answers
    assert isinstance(answer, Refusal)
    assert answer.code == "no_such_conversation"


def test_a_refusal_leaves_the_others_as_they_are() -> None:
    result = settle(anybody, [posting("een", "client-1"), posting("twee", "client-2")], [None, seat()])
    refusal, posted = result.answers
    assert isinstance(refusal, Refusal)
    assert posted == Posted(number=5, at=NOW)


def test_what_a_bot_says_counts_as_an_answer() -> None:
    bot = Posting(Bot("bot-1"), CONVERSATION, MessagePosted(text="dag"), "client-1", NOW)
    assert settled(bot).growth[CONVERSATION].answered_at is not None


def test_a_read_position_moves_forward_only_and_never_past_what_there_is() -> None:
    there, back, future = settled(marking(3), marking(2), marking(2**53 - 1)).answers
    assert there == Moved("p_citizen00", 3, has_left=False)
    assert back is None
    assert future == Moved("p_citizen00", 4, has_left=False)


def test_what_was_said_in_the_same_group_can_be_read_in_it() -> None:
    _, moved = settled(posting("een", "client-1"), marking(5)).answers
    assert moved == Moved("p_citizen00", 5, has_left=False)


def test_the_two_logs_are_read_apart() -> None:
    result = settled(marking(4), marking(2, "staff"))
    assert (result.shared_read, result.staff_read) == ({"p_citizen00": 4}, {"p_citizen00": 2})


@given(st.lists(st.tuples(st.sampled_from(["c_one00000", "c_two00000"]), st.integers(0, 5), st.sampled_from("ab"))))
def test_whatever_is_asked_in_one_group(said: list[tuple[str, int, str]]) -> None:
    result = settled(*(posting(text, f"client-{client}", conversation) for conversation, client, text in said))
    first: dict[tuple[str, int], tuple[str, int]] = {}
    for (conversation, client, text), answer in zip(said, result.answers, strict=True):
        if isinstance(answer, Posted):
            assert first.setdefault((conversation, client), (text, answer.number)) == (text, answer.number)
        else:
            assert first[conversation, client][0] != text
    for conversation in ("c_one00000", "c_two00000"):
        numbers = [entry.number for entry in result.entries if entry.conversation == conversation]
        assert numbers == list(range(5, 5 + len(numbers)))
