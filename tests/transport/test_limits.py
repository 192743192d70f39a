"""Token buckets: what may come at once, and how long to wait otherwise."""

from pathlib import Path

import pytest

from server.desk import network_tests
from server.protocol.errors import Refusal
from server.transport import allowance, arrivals, photos, sign_in
from server.transport.limits import Bucket, Buckets, Rate

OPERATIONS = Path(__file__).parents[2] / "docs" / "operations.md"
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


def test_what_operators_are_told_is_what_counts() -> None:
    told = {
        name.strip(): (at_once.strip(), a_minute.strip())
        for _, name, at_once, a_minute, _ in (
            line.split("|") for line in OPERATIONS.read_text().splitlines() if line.count("|") == 4
        )
    }
    for name, *rates in (
        ("connections from one address", arrivals.CONNECTIONS),
        (
            "connections of one who has a conversation or a sign-in, from an address that has too many",
            arrivals.KNOWN,
        ),
        ("new conversations from one address", arrivals.CONVERSATIONS),
        ("what citizens and guests say from one address", allowance.ADDRESS),
        ("what citizens and guests say in one conversation", allowance.CONVERSATION),
        ("tests of the network from one address", arrivals.TESTS),
        ("photos from one address", photos.PER_ADDRESS),
        ("attempts to sign in from one address", sign_in.PER_ADDRESS),
        (
            "attempts to sign in under one name, from one address / from anywhere",
            sign_in.PER_NAME_THERE,
            sign_in.PER_NAME,
        ),
    ):
        at_once = " / ".join(f"{rate.burst:,}" for rate in rates)
        assert told[name] == (at_once, " / ".join(f"{rate.per_minute:,}" for rate in rates)), name
    words = " ".join(OPERATIONS.read_text().split())
    assert f"{arrivals.OPEN:,} connections from one address, and {arrivals.OPEN_OF_KNOWN:,} with those" in words
    assert f"{network_tests.MOST} tests of the network run at a time" in words
