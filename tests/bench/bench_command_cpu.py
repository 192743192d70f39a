"""What else a conversation asks of the desk than messages: to come in, to read, to say what was read, to type."""

from collections.abc import Iterator

from tests.bench.result import Result
from tests.bench.servers import desk

CITIZENS = 200
ENTRIES = 20


def measure() -> Iterator[Result]:
    with desk(CITIZENS, ENTRIES) as ours:
        found = ours.load("each_command", citizens=CITIZENS, entries=ENTRIES)
    for command, spent in found.items():
        yield Result(name=f"command_cpu_{command}", value=spent, unit="µs CPU")
