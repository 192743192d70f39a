"""The relay: what other nodes committed, passed on to those who are connected here. The database says what it was."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from server.bus.hints import AnyHint, CallMoved, Grown, QueueChanged, SignInEnded
from server.desk.audience import Audience, changes_audience
from server.desk.board import Board
from server.desk.connections import Connections
from server.protocol.signals import CallStands
from server.protocol.words import LogName
from server.store import calls, log, sign_ins
from server.store.database import Database

_MOST = 200


@dataclass
class Relay:
    """Follows the hints of the other nodes."""

    database: Database
    connections: Connections
    audience: Audience
    board: Board
    end_sign_in: Callable[[str], Awaitable[None]]

    async def on_hint(self, hint: AnyHint) -> None:
        match hint:
            case Grown():
                await self._deliver(hint.conversation, hint.log, hint.first - 1, hint.last - hint.first + 1)
            case QueueChanged():
                self.board.changed()
            case CallMoved():
                await self._show_call(hint.conversation)
            case SignInEnded():
                await self._end_sign_in(hint.sign_in)

    async def on_gap(self) -> None:
        """Hints may have been missed: give everybody here the newest entry of each log, so that who missed something
        sees the gap in the numbers, and asks."""
        for conversation in self.connections.conversations():
            await self.audience.review(conversation)
            for name in ("shared", "staff"):
                if self.connections.followers(conversation, name):
                    await self._deliver(conversation, name, 0, 1, newest=True)
        self.board.changed()

    async def _deliver(self, conversation: str, name: LogName, after: int, count: int, *, newest: bool = False) -> None:
        if not self.connections.followers(conversation, name):
            return
        async with self.database.read() as connection:
            entries = await log.sync(
                connection, conversation, name, after=after, limit=min(count, _MOST), newest=newest
            )
        for entry in entries:
            self.connections.deliver(entry)
        if any(changes_audience(entry.body) for entry in entries):
            await self.audience.review(conversation)

    async def _end_sign_in(self, sign_in: str) -> None:
        async with self.database.read() as connection:
            is_good = await sign_ins.known(connection, [sign_in])
        if not is_good:
            await self.end_sign_in(sign_in)

    async def _show_call(self, conversation: str) -> None:
        if not self.connections.followers(conversation):
            return
        async with self.database.read() as connection:
            call = await calls.current(connection, conversation)
        if call is not None:
            self.connections.signal(conversation, CallStands(conversation=conversation, view=call.view))
