"""The roster: accounts are added, changed, given another password, and disabled."""

from dataclasses import dataclass, fields, replace
from datetime import datetime
from typing import Any

from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncConnection

from server.desk.passwords import Passwords
from server.desk.sign_ins import SignIns
from server.domain.actor import Desk
from server.protocol.errors import Refusal
from server.store import agents, audit
from server.store.agents import Account
from server.store.database import Database


class LoginTaken(Exception):
    """Somebody signs in under that name already."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """What becomes otherwise of an account; None leaves it as it is."""

    role: str | None = None
    teams: tuple[str, ...] | None = None
    languages: tuple[str, ...] | None = None
    skills: tuple[str, ...] | None = None
    supervisor: bool | None = None

    @property
    def named(self) -> dict[str, Any]:
        """What is not left, by its name."""
        values = {each.name: getattr(self, each.name) for each in fields(self)}
        return {name: value for name, value in values.items() if value is not None}


@dataclass
class Roster:
    """Use cases on accounts, for whoever runs the desk."""

    database: Database
    passwords: Passwords
    sign_ins: SignIns

    async def add_agent(self, account: Account, password: str, now: datetime) -> None:
        """Add an account that signs in with this password, a made-up one. Raises LoginTaken."""
        kept = replace(account, password_hash=self.passwords.hash_made_up(password))
        try:
            async with self.database.write() as connection:
                await agents.insert(connection, kept)
                await audit.record(connection, Desk(), "agent.add", now, detail=account.id)
        except IntegrityError as error:
            raise LoginTaken(account.login) from error

    async def change(self, login: str, changes: Changes, now: datetime) -> None:
        """Change what an agent does and brings, and end their sign-ins: the next one goes by it. Raises Refusal
        `no_such_agent`, also where the account was taken away."""
        async with self.database.write() as connection:
            account = await self._there(connection, login)
            await agents.set_work(connection, account.id, **changes.named)
            # What somebody may do is to be known afterwards: of the rank its value, of the rest that it changed.
            what = [f"{name}={value}" if name == "supervisor" else name for name, value in changes.named.items()]
            await audit.record(connection, Desk(), "agent.change", now, detail=f"{account.id} {' '.join(what)}")
        await self.sign_ins.end_all(account.id)

    async def set_password(self, login: str, password: str, now: datetime) -> None:
        """Give an agent another password, a made-up one, and end what was signed in with the old one. Raises Refusal
        `no_such_agent`, also where the account was taken away."""
        kept = self.passwords.hash_made_up(password)
        async with self.database.write() as connection:
            account = await self._there(connection, login)
            await agents.set_password(connection, account.id, kept)
            await audit.record(connection, Desk(), "agent.set_password", now, detail=account.id)
        await self.sign_ins.end_all(account.id)

    async def disable(self, login: str, now: datetime) -> None:
        """Take an account away; what the agent did stays. Raises Refusal `no_such_agent`."""
        async with self.database.write() as connection:
            account = await agents.load_by_login(connection, login)
            await agents.disable(connection, account.id, now)
            await audit.record(connection, Desk(), "agent.disable", now, detail=account.id)
        await self.sign_ins.end_all(account.id)

    @staticmethod
    async def _there(connection: AsyncConnection, login: str) -> Account:
        account = await agents.load_by_login(connection, login)
        if account.disabled_at is not None:
            raise Refusal("no_such_agent")
        return account
