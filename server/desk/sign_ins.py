"""Sign-ins: an agent proves who they are once, and a cookie stands for it until it ends."""

from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from server.desk.identity import new_code
from server.desk.passwords import Passwords
from server.domain.actor import Agent, Desk
from server.protocol.errors import Refusal
from server.store import agents, audit, sign_ins, tokens
from server.store.agents import Account
from server.store.database import Database
from server.store.sign_ins import SignIn

_TOUCH_EVERY = timedelta(minutes=1)

OnEnded = Callable[[str, str], Awaitable[None]]
"""Called after a sign-in ended, with the agent's id and the sign-in's: close its connections, on every node."""


@dataclass(frozen=True, slots=True)
class SignedInAgent:
    """Who is signed in, under which sign-in (the hash of the cookie)."""

    agent: Agent
    sign_in: str


@dataclass
class SignIns:
    """Use cases of signing in. `idle`: how long one lasts unused; `absolute`: how long at most."""

    database: Database
    passwords: Passwords
    on_ended: OnEnded
    idle: timedelta = timedelta(minutes=30)
    absolute: timedelta = timedelta(hours=12)
    _touched: dict[str, datetime] = field(default_factory=dict, init=False)

    async def sign_in(self, login: str, password: str, now: datetime, *, instead_of: str | None = None) -> str:
        """Sign in; the result is the secret to put in the cookie. It is new each time.

        `instead_of`: the cookie that the browser held until now, which ends. Raises Refusal `wrong_credentials`.
        """
        async with self.database.read() as connection:
            try:
                account: Account | None = await agents.load_by_login(connection, login.strip().lower())
            except Refusal:
                account = None
        kept = account.password_hash if account and account.disabled_at is None else None
        if not await self.passwords.matches(kept, password) or account is None or kept is None:
            await self._note_failure(account, now)
            raise Refusal("wrong_credentials")
        renewed = await self.passwords.hash(password) if self.passwords.is_outdated(kept) else None
        if instead_of is not None:
            await self.sign_out(instead_of, now)
        secret = new_code()
        begun = SignIn(tokens.hashed(secret), account.id, now, now, now + self.absolute)
        async with self.database.write() as connection:
            current = await agents.load(connection, account.id, lock=True)
            if current.password_hash == kept and current.disabled_at is None:
                if renewed is not None:
                    await agents.set_password(connection, account.id, renewed)
                await sign_ins.insert(connection, begun)
                await audit.record(connection, account.actor, "sign_in", now)
                return secret
        # Since it was read, another password was given, or another sign-in hashed this one anew: checked once more.
        return await self.sign_in(login, password, now, instead_of=instead_of)

    async def authenticate(self, secret: str, now: datetime) -> SignedInAgent:
        """Who holds this cookie. Counts as use. Raises Refusal `not_signed_in`."""
        async with self.database.read() as connection:
            found = await sign_ins.find(connection, tokens.hashed(secret))
            if found is None or not self._is_good(found, now):
                raise Refusal("not_signed_in")
            account = await agents.load(connection, found.agent)
        if account.disabled_at is not None:
            raise Refusal("not_signed_in")
        await self.touch(found.id_hash, now)
        return SignedInAgent(account.actor, found.id_hash)

    async def touch(self, sign_in: str, now: datetime) -> None:
        """Note that a sign-in is in use, by a request or a command on one of its connections. Cheap: writes at most
        once a minute."""
        if now - self._touched.get(sign_in, now - _TOUCH_EVERY) >= _TOUCH_EVERY:
            self._touched[sign_in] = now
            async with self.database.write() as connection:
                await sign_ins.touch(connection, sign_in, now)

    async def sign_out(self, secret: str, now: datetime) -> None:
        """End the sign-in of this cookie, if there is one."""
        async with self.database.write() as connection:
            gone = await sign_ins.remove(connection, tokens.hashed(secret))
            if gone is not None:
                account = await agents.load(connection, gone.agent)
                await audit.record(connection, account.actor, "sign_out", now)
        await self._ended([gone] if gone else [])

    async def end_all(self, agent: str) -> None:
        """End all sign-ins of an agent: the account was disabled or changed, or the password was."""
        async with self.database.write() as connection:
            gone = await sign_ins.remove_of(connection, agent)
        await self._ended(gone)

    async def sweep(self, now: datetime) -> None:
        """End the sign-ins that were idle too long or have lasted long enough. May run anywhere, any number of
        times."""
        async with self.database.write() as connection:
            gone = await sign_ins.remove_over(connection, idle_since=now - self.idle, now=now)
        # Also of those that another node ended: after a minute it makes no difference whether one is known.
        self._touched = {each: at for each, at in self._touched.items() if now - at < _TOUCH_EVERY}
        await self._ended(gone)

    def _is_good(self, sign_in: SignIn, now: datetime) -> bool:
        return now < sign_in.absolute_until and now < sign_in.used_at + self.idle

    async def _ended(self, gone: Iterable[SignIn]) -> None:
        for each in gone:
            await self.on_ended(each.agent, each.id_hash)

    async def _note_failure(self, account: Account | None, now: datetime) -> None:
        """Leave a line for an attempt that failed; what was typed does not stand in it. Names that do not exist get one
        too: else the time it takes would tell which do."""
        async with self.database.write() as connection:
            await audit.record(connection, account.actor if account else Desk(), "sign_in.failed", now)
