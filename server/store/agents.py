"""Agents: who may sign in to the console, what they bring, and whether they accept conversations."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from sqlalchemy import RowMapping, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from server.domain.actor import Agent
from server.protocol.errors import Refusal
from server.store import schema

_table = schema.agents


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """An agent as the database knows one. Without a `password_hash` there is no way to sign in by password."""

    id: str
    login: str
    name: str
    role: str
    kind: Literal["police", "prevention"]
    teams: tuple[str, ...]
    languages: tuple[str, ...]
    skills: tuple[str, ...]
    capacity: int
    supervisor: bool = False
    accepting: bool = False
    password_hash: str | None = None
    disabled_at: datetime | None = None
    seen_at: datetime | None = None
    node: str | None = None

    @property
    def actor(self) -> Agent:
        """The agent as who asks for something."""
        return Agent(
            id=self.id,
            name=self.name,
            role=self.role,
            teams=frozenset(self.teams),
            languages=self.languages,
            capacity=self.capacity,
            supervisor=self.supervisor,
            skills=frozenset(self.skills),
        )


async def load(connection: AsyncConnection, agent: str, *, lock: bool = False) -> Account:
    """The account of that id, disabled or not; with `lock`, nobody else changes it until the transaction ends.

    Raises Refusal `no_such_agent`.
    """
    return _found(await _first(connection, _table.c.id == agent, lock=lock))


async def load_by_login(connection: AsyncConnection, login: str) -> Account:
    """The account that signs in under that name, disabled or not. Raises Refusal `no_such_agent`."""
    return _found(await _first(connection, _table.c.login == login))


async def present(connection: AsyncConnection) -> Sequence[Account]:
    """All who are not disabled, by name."""
    query = select(_table).where(_table.c.disabled_at.is_(None)).order_by(_table.c.name, _table.c.id)
    return [_read(row) for row in (await connection.execute(query)).mappings()]


async def insert(connection: AsyncConnection, account: Account) -> None:
    """Add an account. Raises sqlalchemy's IntegrityError where the login is taken."""
    values = {name: getattr(account, name) for name in _table.c.keys()}  # noqa: SIM118 columns, not a dict
    await connection.execute(_table.insert().values(values))


async def set_password(connection: AsyncConnection, agent: str, password_hash: str) -> None:
    """Keep the hash of another password."""
    await _change(connection, [agent], password_hash=password_hash)


async def set_work(connection: AsyncConnection, agent: str, **work: Any) -> None:
    """Keep what of an agent's role, teams, languages, skills and rank (`supervisor`) is named."""
    await _change(connection, [agent], **work)


async def set_accepting(connection: AsyncConnection, agent: str, accepting: bool) -> None:
    """Say whether an agent takes conversations."""
    await _change(connection, [agent], accepting=accepting)


async def set_seen(connection: AsyncConnection, agents: Iterable[str], now: datetime, node: str) -> None:
    """Note that these agents have a connection that is alive, on a node."""
    await _change(connection, agents, seen_at=now, node=node)


async def accepting(connection: AsyncConnection) -> set[str]:
    """Ids of all who take conversations."""
    query = select(_table.c.id).where(_table.c.accepting, _table.c.disabled_at.is_(None))
    return set((await connection.execute(query)).scalars())


async def disable(connection: AsyncConnection, agent: str, now: datetime) -> None:
    """Take away the account: who it was stays known, signing in and accepting end."""
    await _change(connection, [agent], disabled_at=now, accepting=False, password_hash=None)


async def _first(connection: AsyncConnection, condition: Any, *, lock: bool = False) -> RowMapping | None:
    query = select(_table).where(condition)
    return (await connection.execute(query.with_for_update(key_share=True) if lock else query)).mappings().one_or_none()


async def _change(connection: AsyncConnection, agents: Iterable[str], **values: Any) -> None:
    await connection.execute(update(_table).where(_table.c.id.in_(list(agents))).values(**values))


def _found(row: RowMapping | None) -> Account:
    if row is None:
        raise Refusal("no_such_agent")
    return _read(row)


def _read(row: RowMapping) -> Account:
    values: dict[str, Any] = dict(row)
    for name in ("teams", "languages", "skills"):
        values[name] = tuple(values[name])
    return Account(**values)
