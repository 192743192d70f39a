"""How much each may send, as the others can take it."""

from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import cast

from server.media.room.estimates import DROP, FIRST_HOLD, GOOD_FOR, LEAST, LIFTED, SOUND, Estimates
from server.media.room.track import Track


@dataclass
class Stream:
    """What of a track matters here: whose it is, who gets it, and how much it is."""

    party: str
    to: tuple[str, ...]
    rate: int
    is_video: bool = True
    active: bool = True
    receivers: dict[str, None] = field(init=False)

    def __post_init__(self) -> None:
        self.receivers = dict.fromkeys(self.to)
        self.member = SimpleNamespace(party=self.party)

    def is_active(self, _now: float) -> bool:
        return self.active


def limit(estimates: Estimates, party: str, *streams: Stream, now: float = 0.0) -> int | None:
    """For pictures."""
    told = estimates.limit(party, tracks(*streams), now)
    return told if told is None else told - SOUND


def tracks(*streams: Stream) -> list[Track]:
    return cast("list[Track]", list(streams))


def pressed(*said: tuple[str, int]) -> Estimates:
    """Receivers that have just said that they can take less than before."""
    estimates = Estimates()
    for party, bitrate in said:
        estimates.note(party, 2 * bitrate, [], 0.0)
        estimates.note(party, bitrate, [], 0.0)
    return estimates


A, B, C = "agent", "interpreter", "citizen"


def test_the_least_able_receiver_decides() -> None:
    estimates = pressed((B, 800_000), (C, 300_000))
    assert limit(estimates, A, Stream(A, (B, C), 500_000)) == 300_000
    assert limit(estimates, A, Stream(A, (B,), 500_000)) == 800_000
    assert limit(estimates, B, Stream(A, (B, C), 500_000)) is None


def test_pictures_share_evenly_and_take_what_others_leave() -> None:
    estimates = pressed((C, 900_000))
    full = Stream(A, (C,), 450_000), Stream(B, (C,), 450_000)
    assert limit(estimates, A, *full) == 450_000
    thrifty = Stream(A, (C,), 450_000), Stream(B, (C,), 50_000)
    assert limit(estimates, A, *thrifty) == 850_000
    assert limit(estimates, B, *thrifty) == 450_000
    sharing = Stream(A, (C,), 300_000), Stream(A, (C,), 300_000), Stream(B, (C,), 300_000)
    assert limit(estimates, A, *sharing) == 600_000
    assert limit(estimates, A, Stream(A, (C,), 0), Stream(B, (C,), 450_000, active=False)) == 900_000


def test_nobody_is_told_to_send_nothing() -> None:
    assert limit(pressed((C, 1_000)), A, Stream(A, (C,), 5_000)) == LEAST


def test_a_receiver_that_was_never_at_its_limit_is_tried_with_more() -> None:
    estimates, stream = Estimates(), Stream(A, (C,), 280_000)
    estimates.note(C, 300_000, tracks(stream), 0.0)
    assert limit(estimates, A, stream) == 560_000
    estimates.note(C, 270_000, tracks(stream), 2.0)
    assert limit(estimates, A, stream, now=2.0) == 270_000, "packets queue up"
    estimates.note(C, 290_000, tracks(stream), 9.0)
    assert limit(estimates, A, stream, now=9.0) == 290_000, "for a while it is taken at its word"
    estimates.note(C, 290_000, tracks(stream), 2.0 + FIRST_HOLD)
    assert limit(estimates, A, stream, now=2.0 + FIRST_HOLD) == 420_000, "then tried with a little more"
    estimates.note(C, 200_000, tracks(stream), 20.0)
    estimates.note(C, 200_000, tracks(stream), 20.0 + FIRST_HOLD)
    assert limit(estimates, A, stream, now=20.0 + FIRST_HOLD) == 200_000, "and believed twice as long"


def test_a_receiver_that_gets_far_less_than_is_sent_is_at_its_limit() -> None:
    estimates, stream = Estimates(), Stream(A, (C,), 800_000)
    estimates.note(C, 265_000, tracks(stream), 0.0)
    assert limit(estimates, A, stream) == 265_000


def test_heavy_loss_is_answered_with_less_and_light_loss_with_more() -> None:
    estimates, stream = Estimates(), Stream(A, (C,), 800_000)
    estimates.note(C, 2_000_000, tracks(stream), 0.0)
    estimates.note_loss(C, 0.10, tracks(stream), 0.0)
    assert limit(estimates, A, stream) == 2_000_000, "a tenth lost at random is not too much sent"
    estimates.note_loss(C, 0.5, tracks(stream), 0.0)
    estimates.note_loss(C, 0.5, tracks(stream), 0.5)
    assert limit(estimates, A, stream) == 600_000, "once a second"
    estimates.note_loss(C, 0.0, tracks(stream), 1.5)
    assert limit(estimates, A, stream) == 648_000
    quiet = Stream(A, (C,), 300_000)
    estimates.note_loss(C, 0.0, tracks(quiet), 3.0)
    assert limit(estimates, A, quiet) == 2_000_000, "there is room enough"


def test_what_was_said_long_ago_is_good_no_more() -> None:
    assert limit(pressed((C, 300_000)), A, Stream(A, (C,), 1), now=GOOD_FOR + 1) is None


def test_a_sender_hears_of_a_fall_at_once_and_of_the_rest_in_turn() -> None:
    estimates = Estimates()
    assert estimates.news(A, None, due=True) is None
    assert estimates.news(A, 500_000, due=False) == 500_000
    assert estimates.news(A, 700_000, due=False) is None
    assert estimates.news(A, 700_000, due=True) == 700_000
    assert estimates.news(A, int(700_000 * DROP) - 1, due=False) == int(700_000 * DROP) - 1
    assert estimates.limited() == [A]
    assert estimates.news(A, None, due=False) == LIFTED
    assert estimates.news(A, None, due=True) is None
