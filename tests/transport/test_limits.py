"""Token buckets: what may come at once, and how long to wait otherwise."""

import pytest

from server.protocol.errors import Refusal
from server.transport.limits import Bucket, Buckets, Rate

NOW = 1000.0
RATE = Rate(burst=3, per_minute=6)


def later(seconds: float) -> float:
    return NOW + seconds


def test_a_burst_and_then_one_by_one() -> None:
    bucket = Bucket(RATE, NOW)
    for _ in range(3):
        bucket.take(NOW)
    with pytest.raises(Refusal) as refused:
        bucket.take(NOW)
    assert refused.value.code == "too_many_requests"
    assert refused.value.refused.retry_after == 10
    bucket.take(later(10))
    with pytest.raises(Refusal):
        bucket.take(later(15))


def test_whoever_waits_as_told_is_let_in() -> None:
    bucket = Bucket(RATE, NOW)
    bucket.take(NOW, 2.9)
    bucket.take(later(bucket.wait(NOW)))


def test_a_refusal_costs_nothing() -> None:
    bucket = Bucket(RATE, NOW)
    bucket.take(NOW, 3)
    for second in range(10):
        with pytest.raises(Refusal):
            bucket.take(later(second))
    bucket.take(later(10))


def test_it_never_holds_more_than_a_burst() -> None:
    bucket = Bucket(RATE, NOW)
    assert bucket.is_full(later(3600))
    bucket.take(later(3600), 3)
    assert bucket.wait(later(3600)) == 10


def test_keys_do_not_share() -> None:
    buckets = Buckets(RATE)
    for _ in range(3):
        buckets.take("one", NOW)
    assert buckets.wait("one", NOW) == 10
    assert buckets.wait("other", NOW) == 0
    buckets.take("other", NOW)


def test_what_filled_up_again_is_forgotten() -> None:
    buckets = Buckets(RATE)
    for key in range(1000):
        buckets.take(str(key), later(key * 60))
    assert len(buckets) < 10


def test_there_are_never_more_than_the_most() -> None:
    buckets = Buckets(RATE, most=100)
    for key in range(1000):
        buckets.take(str(key), NOW)
    assert len(buckets) == 100
