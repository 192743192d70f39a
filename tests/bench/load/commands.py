"""What the commands cost that are no messages: each citizen of a populated desk sends them one after the other."""

import asyncio
from typing import Any

from tests.bench.load.citizens import arrive, conversation_of
from tests.bench.load.processor import cpu_seconds

_TIMES = 10


async def each_command(port: int, server: int, *, citizens: int, entries: int) -> dict[str, float]:
    """Microseconds of CPU of the server for each command, by its name; `connect` is to connect and open."""
    before = cpu_seconds(server)
    clients = await arrive(port, range(citizens))
    found = {"connect": (cpu_seconds(server) - before) / citizens * 1e6}
    commands: dict[str, dict[str, Any]] = {
        "read.mark": {},
        "typing.show": {"typing": True},
        "log.sync": {"after": entries - 5},
    }
    for event, words in commands.items():
        before = cpu_seconds(server)
        for turn in range(_TIMES):
            moving = {"number": turn + 1} if event == "read.mark" else {}
            await asyncio.gather(
                *(
                    client.call(event, {"conversation": conversation_of(number), **words, **moving})
                    for number, client in enumerate(clients)
                )
            )
        found[event] = (cpu_seconds(server) - before) / (citizens * _TIMES) * 1e6
    for client in clients:
        client.cut()
    return found
