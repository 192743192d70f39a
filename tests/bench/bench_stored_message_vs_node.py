"""What a stored message costs the desk: on disk, acknowledged, delivered to one other, at saturation.

Beside it the bare relay of Node's socket.io, which passes a message on and stores nothing.
"""

from collections.abc import Iterator

from tests.bench.result import Result
from tests.bench.saturation import by_turns, median_cpu, told_beside
from tests.bench.servers import desk, node_relay


def measure() -> Iterator[Result]:
    with desk() as ours, node_relay() as theirs:
        stored, relayed = by_turns(ours, theirs)
    yield Result(
        name="stored_message_vs_node",
        value=median_cpu(stored),
        unit="µs CPU",
        peer="Node socket.io relay, nothing stored",
        peer_value=median_cpu(relayed),
        must=3,
        aim=2,
        beside=told_beside(stored, relayed),
    )
