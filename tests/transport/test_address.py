"""Which address a request counts for, with and without proxies in front."""

import pytest

from server.transport.address import Addresses

BEHIND_ONE = Addresses(["10.0.0.0/8", "fd00::/8"])


@pytest.mark.parametrize(
    ("peer", "forwarded", "expected"),
    [
        ("192.0.2.1", "", "192.0.2.1"),
        ("192.0.2.1", "198.51.100.9", "192.0.2.1"),  # no proxy of ours: what it claims counts for nothing
        ("10.0.0.2", "198.51.100.9", "198.51.100.9"),
        ("10.0.0.2", "203.0.113.7, 198.51.100.9", "198.51.100.9"),  # the last one is what our proxy saw
        ("10.0.0.2", "198.51.100.9, 10.0.0.3", "198.51.100.9"),
        ("10.0.0.2", "nonsense", "10.0.0.2"),
        ("10.0.0.2", "", "10.0.0.2"),
        ("::ffff:192.0.2.1", "", "192.0.2.1"),
        ("2001:db8:1:2:3:4:5:6", "", "2001:db8:1:2::/64"),
        ("2001:db8:1:2:aaaa::1", "", "2001:db8:1:2::/64"),
        ("fd00::1", "2001:db8:9::1", "2001:db8:9::/64"),
        (None, "198.51.100.9", ""),
    ],
)
def test_address(peer: str | None, forwarded: str, expected: str) -> None:
    assert BEHIND_ONE.read(peer, forwarded) == expected


def test_without_proxies_nobody_is_believed() -> None:
    assert Addresses().read("10.0.0.2", "198.51.100.9") == "10.0.0.2"
