"""What strangers may make a worker do."""

from server.media.relay.throttle import MAX_SOURCES, StrangerThrottle, TokenBucket


def test_a_bucket_gives_what_it_holds_and_refills_with_time() -> None:
    bucket = TokenBucket(rate=2, burst=3, now=0)
    assert [bucket.take(0) for _ in range(4)] == [True, True, True, False]
    assert not bucket.take(0.4)
    assert bucket.take(0.5)
    assert [bucket.take(1_000) for _ in range(4)] == [True, True, True, False]


def test_one_address_cannot_take_what_is_anothers() -> None:
    throttle = StrangerThrottle(0, rate=1, burst=2)
    assert [throttle.allows(("192.0.2.1", port), 0) for port in range(3)] == [True, True, False]
    assert throttle.allows(("192.0.2.2", 1), 0)


def test_an_ipv6_subscriber_is_one_network() -> None:
    throttle = StrangerThrottle(0, rate=1, burst=2)
    sources = [("2001:db8:0:1::1", 1, 0, 0), ("2001:db8:0:1:ffff::2", 1, 0, 0), ("2001:db8:0:1::3", 1, 0, 0)]
    assert [throttle.allows(source, 0) for source in sources] == [True, True, False]
    assert throttle.allows(("2001:db8:0:2::1", 1, 0, 0), 0)
    assert throttle.allows(("fe80::1%eth0", 1, 0, 2), 0)


def test_forged_addresses_are_bounded_together() -> None:
    throttle = StrangerThrottle(0, together=10)
    allowed = [throttle.allows((f"198.51.{number // 256}.{number % 256}", 1), 0) for number in range(100)]
    assert allowed.count(True) == 10


def test_so_is_what_is_remembered_of_them() -> None:
    throttle = StrangerThrottle(0, rate=0, burst=1, together=1e9)
    first = ("203.0.113.1", 1)
    assert throttle.allows(first, 0)
    assert not throttle.allows(first, 0)
    for number in range(MAX_SOURCES):
        throttle.allows((f"198.{number >> 16}.{number >> 8 & 255}.{number & 255}", 1), 0)
    assert throttle.allows(first, 0), "forgotten, as the one that was quiet longest"
