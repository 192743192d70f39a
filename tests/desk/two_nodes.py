"""Two nodes on one database, each a desk without sockets whose hints really go out and come in."""

import asyncio
from collections.abc import Callable

from server.desk.relay import Relay
from tests.desk.harness import Bench


class Node:
    """A desk whose hints really go out and come in."""

    def __init__(self, desk: Bench) -> None:
        self.desk = desk
        self.ended: list[str] = []
        self.relay = Relay(
            desk.database,
            desk.connections,
            desk.fanout,
            desk.audience,
            desk.board,
            desk.reports,
            self._end,
            lambda: desk.now,
        )

    def start(self) -> None:
        self.desk.fanout.start(self.relay)
        self.desk.board.start()

    async def stop(self) -> None:
        await self.desk.fanout.stop()
        await self.desk.board.stop()

    async def _end(self, sign_in: str) -> None:
        self.ended.append(sign_in)


async def until(happened: Callable[[], object]) -> None:
    async with asyncio.timeout(30):
        while not happened():
            await asyncio.sleep(0.01)


async def met(conversation: str, *desks: Bench) -> None:
    """These nodes know of each other that somebody there follows the conversation."""
    await until(lambda: all(desk.fanout.peers.has(conversation) for desk in desks))
