"""Figures: what the desk counts about itself for Prometheus. Numbers and names of commands, nothing of anybody."""

from bisect import bisect_left
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import accumulate
from time import perf_counter

from prometheus_client import CollectorRegistry, Counter, Gauge
from prometheus_client.metrics_core import HistogramMetricFamily, Metric
from prometheus_client.registry import Collector

from server.protocol.errors import Refusal
from server.protocol.words import Kind

_BOUNDS = (0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0)


class Seconds(Collector):
    """Times of commands. The library's own histogram takes three locks for each time, in a process of one thread."""

    def __init__(self) -> None:
        self._counts: dict[str, list[int]] = {}
        self._sums: dict[str, float] = {}

    def observe(self, command: str, seconds: float) -> None:
        if command not in self._counts:
            self._counts[command] = [0] * (len(_BOUNDS) + 1)
            self._sums[command] = 0.0
        self._counts[command][bisect_left(_BOUNDS, seconds)] += 1
        self._sums[command] += seconds

    def collect(self) -> Iterator[Metric]:
        family = HistogramMetricFamily(
            "onlineloket_command_seconds",
            "Time from a command's arrival to its acknowledgement.",
            labels=["command"],
        )
        bounds = [*(str(bound) for bound in _BOUNDS), "+Inf"]
        for command, counts in self._counts.items():
            buckets = list(zip(bounds, accumulate(counts), strict=True))
            family.add_metric([command], buckets, self._sums[command])
        yield family


class Figures:
    """The counters of one node."""

    def __init__(self, registry: CollectorRegistry) -> None:
        self._connections = Gauge(
            "onlineloket_connections", "Open connections, by kind of participant.", ["kind"], registry=registry
        )
        self._seconds = Seconds()
        registry.register(self._seconds)
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
        began = perf_counter()
        try:
            yield
        finally:
            self._seconds.observe(command, perf_counter() - began)

    def refused(self, refusal: Refusal) -> None:
        self._refusals.labels(refusal.code).inc()
