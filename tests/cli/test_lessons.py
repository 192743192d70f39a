"""Lessons leave the desk as files, on whichever machine they are asked for, and are gone once they are taken over."""

import asyncio
import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import msgspec
from sqlalchemy import select

from server.store import conversations, lessons, schema
from server.store.agents import Account, insert
from server.store.database import Database
from server.store.lessons import KeptLesson
from server.store.migrate import migrate

NOW = datetime(2026, 3, 2, 10, 0, tzinfo=UTC)


async def fill(url: str) -> None:
    database = Database(url)
    await migrate(database)
    async with database.write() as connection:
        account = Account(
            id="a_els-at-work",
            login="els",
            name="Els",
            role="Teamchef",
            kind="police",
            teams=("central",),
            languages=("nl",),
            skills=(),
            capacity=3,
        )
        await insert(connection, account)
        for number, (topic, text) in enumerate([("bike_theft", "velo foetsie"), ("elsewhere", "pizza bestellen")]):
            id = f"c_conversation{number}"
            await conversations.insert(connection, id, language="nl", team="central", site=None, now=NOW)
            lesson = KeptLesson(id, 2, language="nl", topic=topic, text=text)
            await lessons.keep(connection, lesson, account.id, NOW)
    await database.close()


async def left(url: str) -> tuple[int, list[str]]:
    database = Database(url)
    async with database.read() as connection:
        kept = await lessons.kept(connection)
        audited = list((await connection.execute(select(schema.audit.c.action))).scalars())
    await database.close()
    return len(kept), audited


def run(data: Path, *arguments: str) -> str:
    environment = {**os.environ, "ONLINELOKET_DATA": str(data)}
    program = [sys.executable, "-m", "server.cli", "lessons", *arguments]
    tree = Path(__file__).parents[2]
    return subprocess.run(program, cwd=tree, env=environment, check=True, capture_output=True, text=True).stdout


def test_written_anywhere_and_cleared(tmp_path: Path) -> None:
    data, elsewhere = tmp_path / "data", tmp_path / "elsewhere"
    url = f"sqlite+aiosqlite:///{data / 'desk.db'}"
    asyncio.run(fill(url))
    assert run(data, "write", str(elsewhere)) == f"2 in {elsewhere}\n"
    assert msgspec.yaml.decode((elsewhere / "nl/topics.yaml").read_bytes()) == {"bike_theft": "velo foetsie\n"}
    danger = msgspec.yaml.decode((elsewhere / "nl/danger.yaml").read_bytes())
    assert danger == {"emergencies": "", "near_misses": {}, "elsewhere": "pizza bestellen\n"}
    run(data, "write")
    assert (data / "lessons/nl/topics.yaml").exists()
    assert run(data, "clear") == "2 cleared\n"
    assert list((data / "lessons").rglob("*.yaml")) == []
    assert asyncio.run(left(url)) == (0, ["lessons.clear"])
