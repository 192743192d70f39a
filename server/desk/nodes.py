"""The nodes: this one's sign of life, and what follows when another gives none any more."""

import contextlib
from dataclasses import dataclass, field
from datetime import datetime

import structlog
from sqlalchemy.exc import SQLAlchemyError

from server.bus.fanout import Fanout
from server.bus.hints import QueueChanged
from server.desk.board import PRESENT, Board
from server.desk.media_workers import MediaWorkers
from server.store import nodes
from server.store.database import Database

DEAD = 5.0
"""Seconds without a sign of life after which a node counts as dead, of this node's own clock, that only runs."""

_LATE = 2.5
"""Seconds between two looks after which neither the looking nor what was seen counts: this node slept, or the database
was away, and then nobody could give a sign of life."""


@dataclass
class Nodes:
    """Watches the other nodes in the database, so that neither an emptied Redis nor a wrong clock looks like a death.

    A life: `begin`, `beat` about once a second, `end`. A node whose row was taken away, because it was silent for too
    long, finds that out at its next beat, begins anew, and joins everything that is followed on it once more.
    """

    database: Database
    fanout: Fanout
    board: Board
    media: MediaWorkers
    leads: bool = field(default=True, init=False)
    """Whether this node does what one does for all: of those that live, the first by its name. For seconds after a
    death there may be none, or two."""
    _seen: dict[str, tuple[int, float]] = field(default_factory=dict)
    _looked_at: float | None = None
    _linked: frozenset[str] = frozenset()

    @property
    def name(self) -> str:
        """This node's."""
        return self.fanout.node

    async def begin(self, now: datetime) -> None:
        """This node lives from now on. On SQLite there is one desk node: any other is a remainder."""
        async with self.database.write() as connection:
            if self.database.is_sqlite:
                for node, beat in (await nodes.beats(connection)).items():
                    await nodes.bury(connection, node, beat, now, PRESENT)
            await nodes.begin(connection, self.fanout.node, now)

    async def end(self) -> None:
        """This node stops. Where the database is away, the others find out."""
        with contextlib.suppress(SQLAlchemyError, OSError):
            async with self.database.write() as connection:
                await nodes.end(connection, self.fanout.node)

    async def beat(self, now: datetime, at: float) -> None:
        """Give a sign of life, and bury who gives none. `at`: seconds of a clock that nobody sets."""
        me, asked = self.name, self.fanout.nodes()
        async with self.database.read() as connection:
            beats = await nodes.beats(connection)
        if me not in beats:
            await self._begin_anew(now)
        elif len(beats) > 1:
            # Who is alone need not write every second: nobody looks.
            async with self.database.write() as connection:
                await nodes.beat(connection, me)
        beats.pop(me, None)
        dead = self._silent(beats, at)
        for node in dead:
            await self._bury(node, beats[node], now)
        alive = frozenset(beats) - dead
        self.leads = me <= min(alive, default=me)
        self.fanout.keep(asked, alive)
        await self._link()

    async def unlink(self, worker: str) -> None:
        """Let all nodes know at once that a media worker is no longer connected here."""
        self._linked -= {worker}
        async with self.database.write() as connection:
            await nodes.unlink(connection, self.fanout.node, worker)

    def _silent(self, beats: dict[str, int], at: float) -> frozenset[str]:
        """Those of whom the same beat has been seen for too long, in looks that followed each other."""
        if self._looked_at is None or at - self._looked_at > _LATE:
            self._seen.clear()
        self._looked_at = at
        self._seen = {
            node: seen if (seen := self._seen.get(node)) and seen[0] == beat else (beat, at)
            for node, beat in beats.items()
        }
        return frozenset(node for node, (_, since) in self._seen.items() if at - since > DEAD)

    async def _begin_anew(self, now: datetime) -> None:
        structlog.get_logger("nodes").warning("was_taken_for_dead", node=self.fanout.node)
        async with self.database.write() as connection:
            await nodes.begin(connection, self.fanout.node, now)
        self._linked = frozenset()
        self.fanout.join_anew()

    async def _bury(self, node: str, beat: int, now: datetime) -> None:
        async with self.database.write() as connection:
            buried = await nodes.bury(connection, node, beat, now, PRESENT)
        if buried:
            structlog.get_logger("nodes").warning("node_dead", node=node)
            self.board.changed()
            self.fanout.hint(QueueChanged())

    async def _link(self) -> None:
        """Let all nodes know which media workers are connected here."""
        here = self.media.here()
        if here != self._linked:
            async with self.database.write() as connection:
                await nodes.link(connection, self.fanout.node, here)
            self._linked = here
