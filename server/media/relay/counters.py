"""What a worker counts, for metrics and tests."""

from dataclasses import dataclass


@dataclass(slots=True)
class Counters:
    """Totals since the worker started. Everything but the first two was received and dropped."""

    forwarded_packets: int = 0
    forwarded_bytes: int = 0
    garbage: int = 0
    """Not STUN, DTLS or SRTP, or too short to be."""
    stranger: int = 0
    """Media or handshakes from an address that no party has proved to be at."""
    throttled: int = 0
    """More handshakes than anybody needs."""
    unauthenticated: int = 0
    """STUN that does not know the name or the password of a leg."""
    taken: int = 0
    """STUN that claims an address at which another party is."""
    early: int = 0
    """Media before the keys were agreed, on either side, while the other party has no path, or before it was told."""
    unreadable: int = 0
    """Media of an encoding that the other does not have, or under an SSRC that nobody announced."""
    forged: int = 0
    """Media that does not decrypt under the party's keys."""
    replayed: int = 0
    """Media that was received before, or long after it was sent."""
    excess_sources: int = 0
    """Media under more SSRCs than a party may have."""
    unsendable: int = 0
    """Media that the operating system would not send."""
