"""What it costs a node to show its agents the queue once: to read it and draw what a team sees, and each agent beside.

One team has all conversations, which is the worst case; SQLite.
"""

import asyncio
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from server.bus.fanout import Fanout
from server.bus.line import open_line
from server.desk.board import Board
from server.desk.connections import Connections
from server.desk.picture import Picture
from server.desk.snapshot import Snapshot
from server.domain.actor import Agent
from server.protocol import wire
from server.store.database import Database
from server.zone.load import demo_folder, load_zone
from tests.bench.population import populate
from tests.bench.result import Result

CONVERSATIONS = (1_000, 10_000)
AGENTS = 20
ROUNDS = 5


def measure() -> Iterator[Result]:
    for conversations in CONVERSATIONS:
        read, snapshot = asyncio.run(_read(conversations))
        first, others = zip(*(_draw(snapshot) for _ in range(ROUNDS)), strict=True)
        yield Result(
            name=f"queue_picture_{conversations}",
            value=read + min(first),
            unit="ms CPU",
            beside={
                "each_agent": min(others),
                "kilobytes": len(wire.announce(Picture(snapshot).seen_by(_agent(0)))) / 1000,
            },
        )


async def _read(conversations: int) -> tuple[float, Snapshot]:
    zone = load_zone(demo_folder())
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite+aiosqlite:///{Path(folder) / 'desk.db'}"
        await populate(url, citizens=conversations, entries=1, team=zone.central_team.id)
        database, line = Database(url), open_line("unix:///nowhere")
        fanout = Fanout(line, "n_measured")
        board = Board(database, Connections(fanout), fanout, lambda: zone, lambda: datetime.now(UTC))
        snapshots, spent = [], []
        for _ in range(ROUNDS):
            began = time.process_time()
            snapshots.append(await board.snapshot())
            spent.append(time.process_time() - began)
        await line.close()
        await database.close()
    return min(spent) * 1000, snapshots[-1]


def _draw(snapshot: Snapshot) -> tuple[float, float]:
    """For the first agent of a team, and for each other."""
    picture = Picture(snapshot)
    spent = []
    for number in range(AGENTS):
        began = time.process_time()
        wire.announce(picture.seen_by(_agent(number)))
        spent.append((time.process_time() - began) * 1000)
    return spent[0], sum(spent[1:]) / (AGENTS - 1)


def _agent(number: int) -> Agent:
    return Agent(f"a_watching{number:04}", "An", "politie", frozenset({"central"}), ("nl",), 3)
