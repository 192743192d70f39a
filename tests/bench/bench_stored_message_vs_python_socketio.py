"""What a stored message costs the desk: on disk, acknowledged, delivered to one other, at saturation.

Beside it python-socketio's bare relay, which passes a message on and stores nothing.
"""

from collections.abc import Iterator

from tests.bench.result import Result
from tests.bench.saturation import by_turns, median_cpu, told_beside
from tests.bench.servers import desk, python_relay


def measure() -> Iterator[Result]:
    with desk() as ours, python_relay() as theirs:
        stored, relayed = by_turns(ours, theirs)
    yield Result(
        name="stored_message_vs_python_socketio",
        value=median_cpu(stored),
        unit="µs CPU",
        peer="python-socketio relay, nothing stored",
        peer_value=median_cpu(relayed),
        must=0.65,
        aim=0.45,
        beside=told_beside(stored, relayed),
    )
