"""Transport-wide feedback, read as a sender reads it."""

import struct

from hypothesis import given
from hypothesis import strategies as st

from server.media.room.arrivals import MAX_PENDING, Arrivals


def read(feedback: bytes) -> dict[int, float | None]:
    """When each packet came, in milliseconds, as the draft says it is to be read; None for one that did not."""
    first, type_, words = struct.unpack_from("!BBH", feedback)
    assert (first & 0xDF, type_) == (0x8F, 205)
    assert len(feedback) == 4 + 4 * words
    if first & 0x20:
        feedback = feedback[: -feedback[-1]]
    base, count = struct.unpack_from("!HH", feedback, 12)
    reference = int.from_bytes(feedback[16:19], "big") * 64.0
    statuses: list[int] = []
    at = 20
    while len(statuses) < count:
        (chunk,) = struct.unpack_from("!H", feedback, at)
        at += 2
        if chunk >> 15 == 0:
            statuses += [chunk >> 13 & 3] * (chunk & 0x1FFF)
        elif chunk >> 14 & 1:
            statuses += [chunk >> shift & 3 for shift in range(12, -1, -2)]
        else:
            statuses += [chunk >> shift & 1 for shift in range(13, -1, -1)]
    times: dict[int, float | None] = {}
    for place, status in enumerate(statuses[:count]):
        number = (base + place) & 0xFFFF
        times[number] = None
        if status:
            reference += struct.unpack_from("!B" if status == 1 else "!h", feedback, at)[0] * 0.25
            at += status
            times[number] = reference
    assert at == len(feedback)
    return times


@given(
    st.integers(0, 0xFFFF),
    st.lists(st.tuples(st.integers(1, 40), st.floats(0, 0.5)), min_size=1, max_size=60),
)
def test_what_came_is_said_with_its_time(number: int, steps: list[tuple[int, float]]) -> None:
    arrivals, now, came = Arrivals(), 1_000.0, {}
    for step, pause in steps:
        arrivals.note(number, now)
        came[number] = now
        number, now = (number + step) & 0xFFFF, now + pause
    feedback = arrivals.report(1, 2)
    assert feedback is not None
    times = read(feedback)
    if max((n - min(came)) & 0xFFFF for n in came) < 900:
        assert {n for n, at in times.items() if at is not None} == came.keys()
    for n, at in times.items():
        if at is not None:
            assert abs(at - came[n] * 1_000) < 0.6


def test_a_gap_between_two_reports_is_said() -> None:
    arrivals = Arrivals()
    arrivals.note(10, 1.0)
    assert list(read(arrivals.report(1, 2) or b"")) == [10]
    assert arrivals.report(1, 2) is None
    arrivals.note(13, 1.1)
    times = read(arrivals.report(1, 2) or b"")
    assert [number for number, at in times.items() if at is None] == [11, 12]


def test_what_came_late_was_reported_as_lost_and_stays_so() -> None:
    arrivals = Arrivals()
    for number in (10, 12):
        arrivals.note(number, 1.0)
    arrivals.report(1, 2)
    arrivals.note(11, 1.1)
    assert arrivals.report(1, 2) is None


def test_a_jump_begins_anew_and_a_flood_is_bounded() -> None:
    arrivals = Arrivals()
    arrivals.note(10, 1.0)
    arrivals.report(1, 2)
    arrivals.note(20_000, 1.1)
    assert list(read(arrivals.report(1, 2) or b"")) == [20_000]
    for number in range(3 * MAX_PENDING):
        arrivals.note(number & 0xFFFF, 1.2)
    assert len(arrivals.report(1, 2) or b"") < 1_500
