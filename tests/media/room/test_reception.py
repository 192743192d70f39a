"""What is missing of a stream, and what is said of it."""

from hypothesis import given
from hypothesis import strategies as st

from server.media.room.history import KEPT, MAX_BYTES, MAX_PACKETS, History
from server.media.room.reception import MAX_ASKED, MAX_MISSING, WAIT_LONGEST, Reception


def received(*numbers: int) -> tuple[Reception, list[bool], list[int]]:
    """A reception of these; which of them were wanted, and what was missed in turn."""
    reception, wanted, missed = Reception(90_000), [], []
    for number in numbers:
        is_wanted, gap = reception.take(number & 0xFFFF, 0, now=0.0)
        wanted.append(is_wanted)
        missed += gap
    return reception, wanted, missed


def test_what_is_missing_is_missed_once_and_wanted_once() -> None:
    reception, wanted, missed = received(65_534, 65_535, 2, 1, 1)
    assert wanted == [True, True, True, True, False]
    assert missed == [0, 1]
    assert reception.recover(0, now=0.1)
    assert not reception.recover(0, now=0.1)
    assert not reception.waits


@given(st.integers(0, 0xFFFF), st.permutations(range(1, 30)))
def test_each_packet_is_wanted_once_in_any_order(first: int, order: list[int]) -> None:
    numbers = [first, *(first + place for place in order)]
    _, wanted, _ = received(*numbers, *numbers)
    assert wanted == [True] * 30 + [False] * 30


def test_what_stays_away_is_asked_for_again_and_given_up() -> None:
    reception, _, _ = received(1, 3)
    asked, turn, given_up = 1, 0, False
    while not given_up:
        turn += 1
        again, given_up = reception.due(turn / 100)
        asked += len(again)
    assert turn / 100 <= WAIT_LONGEST + 0.02
    assert 3 <= asked <= MAX_ASKED
    assert not reception.waits


def test_a_sender_that_answers_fast_is_asked_again_sooner() -> None:
    def asked(answer: float) -> int:
        reception = Reception(90_000)
        for number in range(0, 40, 2):
            reception.take(number, 0, now=float(number))
            reception.recover(number - 1 & 0xFFFF, now=number + answer)
        reception.take(50, 0, now=100.0)
        return sum(len(reception.due(100 + turn / 100)[0]) for turn in range(20))

    assert asked(0.02) > asked(0.2)


def test_a_jump_is_another_beginning() -> None:
    reception, wanted, missed = received(1, 20_000)
    assert wanted == [True, True]
    assert missed == []
    assert not reception.waits


def test_what_is_waited_for_is_bounded() -> None:
    reception = Reception(90_000)
    for number in range(0, 5_000, MAX_MISSING - 1):
        reception.take(number, 0, now=0.0)
    again, _ = reception.due(0.5)
    assert len(again) == MAX_MISSING


def test_loss_and_jitter_are_reported_as_they_were() -> None:
    reception = Reception(90_000)
    assert reception.block(7, 0.0) is None
    for number in range(100):
        if number % 4:
            late = 0.002 if number % 2 else 0
            reception.take(65_500 + number & 0xFFFF, number * 3_000, now=number / 30 + late)
    reception.note_report(bytes(20), 3.0)
    block = reception.block(7, 4.0)
    assert block is not None
    assert (block.ssrc, block.highest, block.lost) == (7, 65_599, 24)
    assert block.fraction_lost == 24 * 256 // 99
    assert 50 < block.jitter < 200
    assert block.last_report == block.since_report == 0, "a report whose time is nothing is none"
    again = reception.block(7, 5.0)
    assert again is not None
    assert again.fraction_lost == 0


def test_a_history_is_bounded_in_number_bytes_and_time() -> None:
    history = History()
    for number in range(2_000):
        history.add(number, bytes(100), 0.0)
    assert len(history) == MAX_PACKETS
    for number in range(2_000):
        history.add(number, bytes(1_500), 1.0)
    assert len(history) == MAX_BYTES // 1_500
    assert history.get(1_999, 0.0, 1.5) is not None
    assert history.get(1_999, 1.2, 1.5) is None, "from before the receiver came"
    assert history.get(1_999, 0.0, 1.1 + KEPT) is None
    history.expire(1.1 + KEPT)
    assert len(history) == 0
