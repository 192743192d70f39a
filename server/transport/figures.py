"""Figures: what the desk counts about itself for Prometheus. Numbers and names of commands, nothing of anybody."""

from collections.abc import Iterator
from contextlib import contextmanager

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram

from server.protocol.errors import Refusal
from server.protocol.words import Kind


class Figures:
    """The counters of one node."""

    def __init__(self, registry: CollectorRegistry) -> None:
        self._connections = Gauge(
            "onlineloket_connections", "Open connections, by kind of participant.", ["kind"], registry=registry
        )
        self._seconds = Histogram(
            "onlineloket_command_seconds",
            "Time from a command's arrival to its acknowledgement.",
            ["command"],
            buckets=(0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5),
            registry=registry,
        )
        self._refusals = Counter(
            "onlineloket_refusals",
            "Commands that were refused, by the code of the refusal.",
            ["code"],
            registry=registry,
        )

    def connected(self, kind: Kind) -> None:
        self._connections.labels(kind).inc()

    def disconnected(self, kind: Kind) -> None:
        self._connections.labels(kind).dec()

    @contextmanager
    def carrying_out(self, command: str) -> Iterator[None]:
        """Time a command that exists: names that clients make up must not become figures."""
        with self._seconds.labels(command).time():
            yield

    def refused(self, refusal: Refusal) -> None:
        self._refusals.labels(refusal.code).inc()
