"""Figures: what Prometheus reads is what its own library would have written."""

from prometheus_client import CollectorRegistry, Histogram, generate_latest

from server.transport.figures import Seconds

TIMES = [0.0001, 0.002, 0.0021, 0.3, 4.9, 5, 60]


def test_times_are_told_as_the_librarys_histogram_tells_them() -> None:
    theirs, ours = CollectorRegistry(), CollectorRegistry()
    histogram = Histogram(
        "onlineloket_command_seconds",
        "Time from a command's arrival to its acknowledgement.",
        ["command"],
        buckets=(0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5),
        registry=theirs,
    )
    ours.register(seconds := Seconds())
    for command in ("message.post", "log.sync"):
        for time in TIMES:
            histogram.labels(command).observe(time)
            seconds.observe(command, time)
    told = [line for line in generate_latest(theirs).decode().splitlines() if "_created" not in line]
    assert generate_latest(ours).decode().splitlines() == told
