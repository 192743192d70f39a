"""The least loaded worker that is alive gets the call."""

from msgspec.structs import replace

from server.media.placement import ARRIVES_WITHIN, LEASE, WorkerStanding, choose_worker
from server.protocol.media import WorkerAnnounced

NOW = 1_000.0


def standing(
    worker: str, calls: int, *, capacity: int = 10, draining: bool = False, age: float = 1, placed: int = 0
) -> WorkerStanding:
    return WorkerStanding(
        announced=WorkerAnnounced(
            worker=f"w_{worker * 8}",
            addresses=("192.0.2.1",),
            port=40_000,
            calls=tuple(f"c_{number:08}" for number in range(calls)),
            capacity=capacity,
            draining=draining,
        ),
        heard_at=NOW - age,
        placed={f"c_placed{number:02}": NOW for number in range(placed)},
    )


def test_nobody_is_there() -> None:
    assert choose_worker([], NOW) is None


def test_the_least_loaded_takes_it() -> None:
    assert choose_worker([standing("a", 3), standing("b", 1), standing("c", 2)], NOW) == "w_bbbbbbbb"


def test_load_is_a_share_of_what_a_worker_can_carry() -> None:
    assert choose_worker([standing("a", 3, capacity=4), standing("b", 10, capacity=100)], NOW) == "w_bbbbbbbb"


def test_calls_placed_since_the_announcement_count() -> None:
    assert choose_worker([standing("a", 1, placed=2), standing("b", 2)], NOW) == "w_bbbbbbbb"


def test_a_call_counts_from_when_it_is_placed_until_it_is_announced_or_does_not_come() -> None:
    idle = standing("a", 0)
    taken = idle.taking("c_placed00", NOW).announcing(idle.announced, NOW + 0.5)
    assert choose_worker([taken, standing("b", 0)], NOW) == "w_bbbbbbbb"
    assert taken.free == taken.announced.capacity - 1
    arrived = taken.announcing(replace(idle.announced, calls=("c_placed00",)), NOW + 1)
    assert arrived.free == taken.free
    for gone in (
        arrived.announcing(idle.announced, NOW + 1.5),
        taken.losing("c_placed00"),
        taken.announcing(idle.announced, NOW + ARRIVES_WITHIN + 0.1),
    ):
        assert gone.free == gone.announced.capacity


def test_the_full_the_draining_and_the_silent_take_none() -> None:
    full = standing("a", 9, placed=1)
    draining = standing("b", 0, draining=True)
    silent = standing("c", 0, age=LEASE + 0.1)
    assert choose_worker([full, draining, silent], NOW) is None
    assert choose_worker([full, draining, silent, standing("d", 8)], NOW) == "w_dddddddd"


def test_equals_are_told_apart_the_same_everywhere() -> None:
    assert choose_worker([standing("b", 1), standing("a", 1)], NOW) == "w_aaaaaaaa"
