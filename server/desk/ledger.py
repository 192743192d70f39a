"""Changes: one transaction each, and what is told to others only once it is durable."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import datetime

import structlog
from sqlalchemy.ext.asyncio import AsyncConnection

from server.bus.fanout import Fanout
from server.desk import speaking
from server.desk.connections import Connections
from server.desk.identity import DESK_PARTICIPANT
from server.protocol.entries import AnyBody, Entry
from server.protocol.results import Posted
from server.protocol.words import Author, LogName
from server.store import log
from server.store.database import Database
from server.store.grouped.asked import Marking, Moved, Posting, Settled
from server.store.grouped.writer import GroupWriter

DESK_AUTHOR = Author(participant=DESK_PARTICIPANT, kind="desk")


class Change:
    """A transaction that is being written. What it appends is delivered after the commit, never without one."""

    def __init__(self, connection: AsyncConnection, now: datetime) -> None:
        self.connection = connection
        self.now = now
        self.appended: list[Entry] = []
        self.repeated: list[Entry] = []
        self.queue_changed = False
        self._afterwards: list[Callable[[], Awaitable[object]]] = []

    async def append(self, conversation: str, author: Author, body: AnyBody, client_id: str | None = None) -> Entry:
        """Append to the log that `body` belongs to; the same `client_id` gives the first entry again.

        Raises Refusal `client_id_reused`.
        """
        entry, new = await log.append(self.connection, conversation, author, body, self.now, client_id)
        # Told again where it is repeated: the node that stored it may have stopped before it told anybody.
        (self.appended if new else self.repeated).append(entry)
        return entry

    async def repeats(self, conversation: str, author: Author, name: LogName, client_id: str | None) -> bool:
        """Whether this author appended to that log under `client_id` before: then it is told again."""
        if client_id is None:
            return False
        earlier = await log.earlier(self.connection, conversation, name, author.participant, client_id)
        if earlier is not None:
            self.repeated.append(earlier)
        return earlier is not None

    def is_new(self, entry: Entry) -> bool:
        """Whether this change appended the entry, rather than found it under its `client_id`."""
        return any(each is entry for each in self.appended)

    def afterwards(self, action: Callable[[], Awaitable[object]]) -> None:
        """Run `action` after the commit and after the entries were delivered. If it fails, the change stands: whoever
        asked for it is not told that nothing happened."""
        self._afterwards.append(action)

    async def publish(self, connections: Connections, fanout: Fanout) -> None:
        """Tell everybody what was committed."""
        told = [*self.repeated, *self.appended]
        for entry in told:
            connections.deliver(entry)
        fanout.announce(told, queue_changed=self.queue_changed)
        for action in self._afterwards:
            try:
                await action()
            except Exception as error:  # noqa: BLE001 it is stored already, and the other actions have to follow
                structlog.get_logger("ledger").error("afterwards_failed", error=type(error).__name__)


class Ledger:
    """Opens changes, and stores what is said and read. The database decides what happened; connections and fan-out only
    pass it on."""

    def __init__(
        self,
        database: Database,
        connections: Connections,
        fanout: Fanout,
        queue_changed: Callable[[], None],
    ) -> None:
        self.database = database
        self._connections = connections
        self._fanout = fanout
        self._queue_changed = queue_changed
        self._writer = GroupWriter(database.groups, speaking.admit, self._publish)

    def post(self, posting: Posting) -> Awaitable[Posted]:
        """Append what somebody says, in one transaction with what others say at the same moment.

        Raises Refusal, once awaited: `client_id_reused`, or what `speaking.admit` raises.
        """
        return self._writer.post(posting)

    def mark(self, marking: Marking) -> Awaitable[Moved | None]:
        """Move a read position forward; None where it was there already. Raises Refusal, once awaited."""
        return self._writer.mark(marking)

    @asynccontextmanager
    async def change(self, now: datetime) -> AsyncIterator[Change]:
        """One transaction. It is durable when the block has ended; if the block raises, nothing happened."""
        async with self.database.write() as connection:
            change = Change(connection, now)
            yield change
        await change.publish(self._connections, self._fanout)
        if change.queue_changed:
            self._queue_changed()

    async def _publish(self, settled: Settled) -> None:
        for entry in settled.entries:
            self._connections.deliver(entry)
        self._fanout.announce(settled.entries)
