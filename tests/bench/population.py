"""Fills a desk's database with citizens in conversations, as a busy desk has them, before the desk starts."""

from datetime import UTC, datetime, timedelta
from typing import Any

from server.protocol.entries import MessagePosted
from server.protocol.wire import encode_json
from server.store import schema
from server.store.database import Database
from server.store.migrate import migrate
from server.store.tokens import hashed
from tests.bench.load.citizens import conversation_of, token_of

_OF_AN_AGENT = 4
"""Conversations that one agent has."""

_WORDS = "Mijn fiets stond op slot aan het station, en het nummer van het kader heb ik hier ergens."

Row = dict[str, Any]


async def populate(url: str, *, citizens: int, entries: int, team: str) -> None:
    """That many citizens, each in a conversation with that many entries.

    Of twenty conversations the bot has ten, agents have nine, and one waits.
    """
    now = datetime.now(UTC)
    tables: dict[str, list[Row]] = {
        name: [] for name in ("agents", "conversations", "tokens", "participants", "entries")
    }
    for number in range(citizens):
        _add(tables, number, entries, team, now)
    database = Database(url)
    try:
        await migrate(database)
        async with database.write() as connection:
            for name, rows in tables.items():
                if rows:
                    await connection.execute(schema.metadata.tables[name].insert(), rows)
    finally:
        await database.close()


def _add(tables: dict[str, list[Row]], number: int, entries: int, team: str, now: datetime) -> None:
    phase = "triage" if number % 20 < 10 else "active" if number % 20 < 19 else "waiting"
    conversation, agent = conversation_of(number), None
    if phase == "active":
        agent = f"a_{number // 20:04}{number % 20 // _OF_AN_AGENT:04}"
        if all(row["id"] != agent for row in tables["agents"][-1:]):
            tables["agents"].append(_agent(agent, team, now))
    tables["conversations"].append(
        {
            "id": conversation,
            "phase": phase,
            "language": "nl",
            "team": team,
            "languages": ["nl"],
            "urgency": "routine",
            "agent": agent,
            "opened_at": now,
            "queued_at": None if phase == "triage" else now,
            "taken_at": now if agent else None,
            "said_at": now,
            "answered_at": now,
            "shared_last": entries,
        }
    )
    tables["tokens"].append(
        {
            "hash": hashed(token_of(number)),
            "conversation": conversation,
            "created_at": now,
            "expires_at": now + timedelta(hours=4),
        }
    )
    speakers: list[Row] = [
        {"id": f"p_citizen{number:08}", "kind": "citizen", "agent": None, "name": None, "role": None},
        {"id": f"p_answers{number:08}", "kind": "bot", "agent": None, "name": None, "role": None},
    ]
    if agent is not None:
        speakers.append({"id": f"p_agent{number:08}", "kind": "agent", "agent": agent, "name": "An", "role": "politie"})
    tables["participants"] += [{**each, "conversation": conversation, "joined_at": now} for each in speakers]
    tables["entries"] += [_entry(conversation, at + 1, speakers[0 if at % 2 else -1], now) for at in range(entries)]


def _agent(agent: str, team: str, now: datetime) -> Row:
    return {
        "id": agent,
        "login": agent,
        "name": f"An {agent}",
        "role": "politie",
        "kind": "police",
        "teams": [team],
        "languages": ["nl"],
        "skills": [],
        "capacity": _OF_AN_AGENT,
        "accepting": True,
        "seen_at": now,
    }


def _entry(conversation: str, number: int, speaker: Row, now: datetime) -> Row:
    return {
        "conversation": conversation,
        "log": "shared",
        "number": number,
        "at": now,
        "participant": speaker["id"],
        "kind": speaker["kind"],
        "name": speaker["name"],
        "role": speaker["role"],
        "client_id": f"message-{number:06}",
        "payload": "0" * 64,
        "body": encode_json(MessagePosted(text=f"{number}. {_WORDS}")),
    }
