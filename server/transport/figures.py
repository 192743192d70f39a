"""Figures: what desk and media workers count for Prometheus. Numbers and names of commands, nothing of anybody."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from itertools import accumulate

from prometheus_client import CollectorRegistry, Counter, Gauge, GCCollector, PlatformCollector, ProcessCollector
from prometheus_client.metrics_core import CounterMetricFamily, HistogramMetricFamily, Metric
from prometheus_client.registry import Collector

from server.protocol.errors import Refusal
from server.protocol.media import WorkerAnnounced, WorkerTotals
from server.protocol.words import Kind

_BOUNDS = (0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0)

_REASONS = [name for name in WorkerTotals.__struct_fields__ if not name.startswith("forwarded_")]


def process_registry() -> CollectorRegistry:
    """A registry with what the library knows about this process."""
    registry = CollectorRegistry()
    for collector in (ProcessCollector, PlatformCollector, GCCollector):
        collector(registry=registry)
    return registry


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
            "Time that it took to carry out a command, refused or not.",
            labels=["command"],
        )
        bounds = [*(str(bound) for bound in _BOUNDS), "+Inf"]
        for command, counts in self._counts.items():
            buckets = list(zip(bounds, accumulate(counts), strict=True))
            family.add_metric([command], buckets, self._sums[command])
        yield family


class MediaTotals(Collector):
    """What media workers say that they have counted since their start, for as long as they are here. Each node is told
    the same by each worker."""

    def __init__(self, announced: Callable[[], Iterable[WorkerAnnounced]]) -> None:
        self._announced = announced

    def collect(self) -> Iterator[Metric]:
        packets = CounterMetricFamily(
            "onlineloket_media_forwarded_packets", "Packets that a media worker took to pass on.", labels=["worker"]
        )
        octets = CounterMetricFamily("onlineloket_media_forwarded_bytes", "Bytes of the same.", labels=["worker"])
        dropped = CounterMetricFamily(
            "onlineloket_media_dropped_packets",
            "Packets that a media worker received and dropped, by the reason.",
            labels=["worker", "reason"],
        )
        for worker in self._announced():
            if worker.totals is not None:
                packets.add_metric([worker.worker], worker.totals.forwarded_packets)
                octets.add_metric([worker.worker], worker.totals.forwarded_bytes)
                for reason in _REASONS:
                    dropped.add_metric([worker.worker, reason], getattr(worker.totals, reason))
        yield from (packets, octets, dropped)


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

    def carried_out(self, command: str, seconds: float) -> None:
        """Count a command that exists: names that clients make up must not become figures."""
        self._seconds.observe(command, seconds)

    def refused(self, refusal: Refusal) -> None:
        self._refusals.labels(refusal.code).inc()
