"""A load, in a process of its own: `python -m tests.bench.load '{"load": "saturate", "port": 8080, "server": 4711}'`.

`server` is the process whose CPU is counted. What else a load takes are the arguments of its function. Prints what it
found as one line of JSON.
"""

import json
import sys
from collections.abc import Callable, Coroutine

import msgspec
import uvloop

from tests.bench.load.across import across
from tests.bench.load.citizens import come_back, hold, read
from tests.bench.load.commands import each_command
from tests.bench.load.neighbour import disturb
from tests.bench.load.rounds import pace, saturate

LOADS: dict[str, Callable[..., Coroutine[None, None, object]]] = {
    "saturate": saturate,
    "pace": pace,
    "hold": hold,
    "come_back": come_back,
    "read": read,
    "disturb": disturb,
    "across": across,
    "each_command": each_command,
}

if __name__ == "__main__":
    asked = json.loads(sys.argv[1])
    found = uvloop.run(LOADS[asked.pop("load")](**asked))
    print(msgspec.json.encode(found).decode())
