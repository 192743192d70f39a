"""The roster: accounts are added, given another password, and disabled."""

from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy.exc import IntegrityError

from server.desk.passwords import Passwords
from server.desk.sign_ins import SignIns
from server.domain.actor import Desk
from server.protocol.errors import Refusal
from server.store import agents, audit
from server.store.agents import Account
from server.store.database import Database


class LoginTaken(Exception):
    """Somebody signs in under that name already."""


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

    async def set_password(self, login: str, password: str, now: datetime) -> None:
        """Give an agent another password, a made-up one, and end what was signed in with the old one. Raises Refusal
        `no_such_agent`, also where the account was taken away."""
        kept = self.passwords.hash_made_up(password)
        async with self.database.write() as connection:
            account = await agents.load_by_login(connection, login)
            if account.disabled_at is not None:
                raise Refusal("no_such_agent")
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
