"""Nodes: one row for each desk node that lives, and all that is bound to one.

A node raises its own `beat`; nobody compares clocks. Whoever takes away a node's row takes what was bound to it too, in
the same transaction, so that it happens once.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta

from sqlalchemy import delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from server.store import schema
from server.store.conversations import BOT_PHASES

_nodes, _links = schema.nodes, schema.media_links
_agents, _conversations = schema.agents, schema.conversations


async def begin(connection: AsyncConnection, node: str, now: datetime) -> None:
    """Note that a node lives."""
    await connection.execute(_nodes.insert().values(id=node, beat=0, started_at=now))


async def beats(connection: AsyncConnection) -> dict[str, int]:
    """The beat of each node that nobody has found dead."""
    return dict((await connection.execute(select(_nodes.c.id, _nodes.c.beat))).all())


async def beat(connection: AsyncConnection, node: str) -> None:
    """Give a sign of life."""
    await connection.execute(update(_nodes).where(_nodes.c.id == node).values(beat=_nodes.c.beat + 1))


async def bury(connection: AsyncConnection, node: str, last_beat: int, now: datetime, absent_after: timedelta) -> bool:
    """Take away a node that has shown no sign of life since `last_beat`; False where it has, or another was first.

    Its agents count as absent, as if last seen `absent_after` ago, unless another node sees them.
    """
    gone = await connection.execute(delete(_nodes).where(_nodes.c.id == node, _nodes.c.beat == last_beat))
    if gone.rowcount != 1:
        return False
    await connection.execute(
        update(_agents).where(_agents.c.node == node).values(node=None, seen_at=now - absent_after)
    )
    await _let_go(connection, node)
    return True


async def end(connection: AsyncConnection, node: str) -> None:
    """A node stops. Its agents are about to connect to another."""
    await connection.execute(delete(_nodes).where(_nodes.c.id == node))
    await connection.execute(update(_agents).where(_agents.c.node == node).values(node=None))
    await _let_go(connection, node)


async def link(connection: AsyncConnection, node: str, workers: Iterable[str]) -> None:
    """These media workers are connected to a node, and no others."""
    await connection.execute(delete(_links).where(_links.c.node == node))
    rows = [{"node": node, "worker": worker} for worker in workers]
    if rows:
        await connection.execute(insert(_links), rows)


async def unlink(connection: AsyncConnection, node: str, worker: str) -> None:
    """This media worker is no longer connected to a node."""
    await connection.execute(delete(_links).where(_links.c.node == node, _links.c.worker == worker))


async def linked_workers(connection: AsyncConnection) -> set[str]:
    """The media workers that are connected to any node."""
    return set((await connection.execute(select(_links.c.worker).distinct())).scalars())


async def _let_go(connection: AsyncConnection, node: str) -> None:
    await connection.execute(delete(_links).where(_links.c.node == node))
    await connection.execute(
        update(_conversations)
        .where(_conversations.c.phase.in_(BOT_PHASES), _conversations.c.bot_node == node)
        .values(bot_node=None)
    )
