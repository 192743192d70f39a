"""Packets in their order: whatever order they came in, each once, and holes are told."""

from hypothesis import given
from hypothesis import strategies as st

from server.media.recording.packets import Packet
from server.media.recording.reorder import PATIENCE, Reorder


def packet(number: int) -> Packet:
    return Packet(96, marker=False, number=number & 0xFFFF, stamp=0, source=1, payload=b"", extensions=())


def run(numbers: list[int], step: int = 1_000) -> tuple[list[int], list[bool]]:
    """Push packets of these numbers, so many microseconds apart; the order that comes out, and after which gaps."""
    reorder = Reorder()
    found = [given for at, number in enumerate(numbers) for given in reorder.push(packet(number), at * step)]
    found += reorder.flush()
    return [given.packet.number for given in found], [given.after_gap for given in found]


@given(st.integers(0, 0xFFFF), st.permutations(range(60)), st.sets(st.integers(0, 59)))
def test_any_order_becomes_the_right_one(start: int, order: list[int], doubled: set[int]) -> None:
    numbers = [start + number for number in order for _ in range(2 if number in doubled else 1)]
    found, gaps = run(numbers)
    assert found == [(start + number) & 0xFFFF for number in range(60)]
    assert not any(gaps)


@given(st.integers(0, 0xFFFF), st.sets(st.integers(1, 98), max_size=20))
def test_holes_are_told(start: int, lost: set[int]) -> None:
    kept = [number for number in range(100) if number not in lost]
    found, gaps = run([start + number for number in kept])
    assert found == [(start + number) & 0xFFFF for number in kept]
    assert [number for number, gap in zip(kept, gaps, strict=True) if gap] == [
        number for number in kept if number - 1 in lost
    ]


def test_a_hole_is_waited_for_and_then_given_up() -> None:
    reorder = Reorder()
    numbers = [*range(10), *range(11, 400)]
    out = [[given.packet.number for given in reorder.push(packet(n), n * 20_000)] for n in numbers]
    behind = next(number for number, given in zip(numbers, out, strict=True) if 11 in given)
    assert PATIENCE <= (behind - 10) * 20_000 < PATIENCE + 100_000


def test_one_that_begins_anew_is_followed() -> None:
    found, gaps = run([*range(40_000, 40_300), *range(500, 800)])
    assert found == [*range(40_000, 40_300), *range(500, 800)]
    assert [number for number, gap in zip(found, gaps, strict=True) if gap] == [500]
