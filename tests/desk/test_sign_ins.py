"""Signing in: who gets a cookie, how long it is good, and what ends it."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from typing import Literal

import pytest
from argon2 import PasswordHasher
from sqlalchemy import select, update

from server.desk.passwords import Passwords
from server.desk.roster import Changes, LoginTaken, Roster
from server.desk.sign_ins import SignIns
from server.protocol.errors import Refusal
from server.store import agents, schema
from server.store.agents import Account
from server.store.database import Database
from server.store.tokens import hashed

NOW = datetime(2026, 3, 14, 9, 0, tzinfo=UTC)
PASSWORD = "made up for this test"


class Desk:
    """The use cases under test on a real database, and what they said."""

    def __init__(self, database: Database, hasher: PasswordHasher) -> None:
        self.database = database
        self.ended: list[tuple[str, str]] = []
        self.passwords = Passwords(hasher)
        self.sign_ins = SignIns(database, self.passwords, self._ended)
        self.roster = Roster(database, self.passwords, self.sign_ins)

    async def _ended(self, agent: str, sign_in: str) -> None:
        self.ended.append((agent, sign_in))

    async def audited(self) -> list[tuple[str, str]]:
        async with self.database.read() as connection:
            query = select(schema.audit.c.actor, schema.audit.c.action).order_by(schema.audit.c.id)
            return [tuple(row) for row in await connection.execute(query)]

    async def details(self, action: str) -> list[str | None]:
        """What the audit says further of such actions."""
        async with self.database.read() as connection:
            query = select(schema.audit.c.detail).where(schema.audit.c.action == action).order_by(schema.audit.c.id)
            return list((await connection.execute(query)).scalars())

    async def is_good(self, secret: str, now: datetime) -> bool:
        try:
            await self.sign_ins.authenticate(secret, now)
        except Refusal as refusal:
            if refusal.code != "not_signed_in":
                raise
            return False
        return True


def account(login: str = "an") -> Account:
    return Account(
        id=f"a_{login:_<10}",
        login=login,
        name="An",
        role="inspecteur",
        kind="police",
        teams=("central",),
        languages=("nl", "fr"),
        skills=(),
        capacity=3,
    )


@pytest.fixture
async def desk(sqlite_url: str) -> AsyncIterator[Desk]:
    database = Database(sqlite_url)
    desk = Desk(database, PasswordHasher(time_cost=1, memory_cost=64))
    await desk.roster.add_agent(account(), PASSWORD, NOW)
    yield desk
    await database.close()


async def test_whoever_signs_in_is_known_by_the_cookie(desk: Desk) -> None:
    secret = await desk.sign_ins.sign_in("an", PASSWORD, NOW)
    signed_in = await desk.sign_ins.authenticate(secret, NOW)
    assert signed_in.agent == account().actor
    assert ("a_an________", "sign_in") in await desk.audited()


async def test_case_and_blanks_of_the_name_do_not_matter(desk: Desk) -> None:
    assert await desk.is_good(await desk.sign_ins.sign_in(" An ", PASSWORD, NOW), NOW)


@pytest.mark.parametrize(("login", "password"), [("an", "wrong"), ("nobody", PASSWORD), ("an", ""), ("", PASSWORD)])
async def test_wrong_name_and_wrong_password_are_refused_alike(desk: Desk, login: str, password: str) -> None:
    with pytest.raises(Refusal, match="wrong_credentials"):
        await desk.sign_ins.sign_in(login, password, NOW)
    assert [action for _, action in await desk.audited()] == ["agent.add", "sign_in.failed"]


async def test_each_sign_in_has_a_secret_of_its_own_and_only_its_hash_is_kept(desk: Desk) -> None:
    first = await desk.sign_ins.sign_in("an", PASSWORD, NOW)
    second = await desk.sign_ins.sign_in("an", PASSWORD, NOW)
    assert first != second
    async with desk.database.read() as connection:
        kept = str((await connection.execute(select(schema.sign_ins))).all())
    assert first not in kept
    assert second not in kept


async def test_the_sign_in_a_browser_held_before_ends(desk: Desk) -> None:
    before = await desk.sign_ins.sign_in("an", PASSWORD, NOW)
    await desk.sign_ins.sign_in("an", PASSWORD, NOW, instead_of=before)
    assert not await desk.is_good(before, NOW)
    assert len(desk.ended) == 1


async def test_ends_when_it_is_not_used(desk: Desk) -> None:
    secret = await desk.sign_ins.sign_in("an", PASSWORD, NOW)
    assert await desk.is_good(secret, NOW + timedelta(minutes=29))
    assert await desk.is_good(secret, NOW + timedelta(minutes=58))
    assert not await desk.is_good(secret, NOW + timedelta(minutes=88))


async def test_ends_after_twelve_hours_of_constant_use(desk: Desk) -> None:
    secret = await desk.sign_ins.sign_in("an", PASSWORD, NOW)
    for minutes in range(20, 12 * 60, 20):
        assert await desk.is_good(secret, NOW + timedelta(minutes=minutes))
    assert not await desk.is_good(secret, NOW + timedelta(hours=12))


async def test_use_on_a_connection_keeps_it_alive(desk: Desk) -> None:
    secret = await desk.sign_ins.sign_in("an", PASSWORD, NOW)
    sign_in = (await desk.sign_ins.authenticate(secret, NOW)).sign_in
    await desk.sign_ins.touch(sign_in, NOW + timedelta(minutes=25))
    assert await desk.is_good(secret, NOW + timedelta(minutes=50))


async def test_signing_out_ends_it_and_tells(desk: Desk) -> None:
    secret = await desk.sign_ins.sign_in("an", PASSWORD, NOW)
    sign_in = (await desk.sign_ins.authenticate(secret, NOW)).sign_in
    await desk.sign_ins.sign_out(secret, NOW)
    await desk.sign_ins.sign_out(secret, NOW)
    assert not await desk.is_good(secret, NOW)
    assert desk.ended == [("a_an________", sign_in)]
    assert ("a_an________", "sign_out") in await desk.audited()


async def test_the_sweep_ends_what_is_over_and_tells(desk: Desk) -> None:
    old = await desk.sign_ins.sign_in("an", PASSWORD, NOW)
    young = await desk.sign_ins.sign_in("an", PASSWORD, NOW + timedelta(minutes=20))
    await desk.sign_ins.sweep(NOW + timedelta(minutes=31))
    assert len(desk.ended) == 1
    assert not await desk.is_good(old, NOW)
    assert await desk.is_good(young, NOW + timedelta(minutes=31))


async def test_another_password_ends_what_the_old_one_opened(desk: Desk) -> None:
    secret = await desk.sign_ins.sign_in("an", PASSWORD, NOW)
    await desk.roster.set_password("an", "another one", NOW)
    assert not await desk.is_good(secret, NOW)
    with pytest.raises(Refusal, match="wrong_credentials"):
        await desk.sign_ins.sign_in("an", PASSWORD, NOW)
    assert await desk.is_good(await desk.sign_ins.sign_in("an", "another one", NOW), NOW)


async def test_a_node_forgets_a_sign_in_that_another_node_ended(desk: Desk) -> None:
    other = Desk(desk.database, PasswordHasher(time_cost=1, memory_cost=64))
    secret = await desk.sign_ins.sign_in("an", PASSWORD, NOW)
    assert await other.is_good(secret, NOW)
    assert hashed(secret) in repr(other.sign_ins)
    await desk.sign_ins.sign_out(secret, NOW)
    await other.sign_ins.sweep(NOW + timedelta(minutes=2))
    assert hashed(secret) not in repr(other.sign_ins)


async def test_a_disabled_agent_is_out(desk: Desk) -> None:
    secret = await desk.sign_ins.sign_in("an", PASSWORD, NOW)
    await desk.roster.disable("an", NOW)
    assert not await desk.is_good(secret, NOW)
    with pytest.raises(Refusal, match="wrong_credentials"):
        await desk.sign_ins.sign_in("an", PASSWORD, NOW)


async def test_disabled_behind_our_back_is_out_too(desk: Desk) -> None:
    secret = await desk.sign_ins.sign_in("an", PASSWORD, NOW)
    async with desk.database.write() as connection:
        await connection.execute(update(schema.agents).values(disabled_at=NOW))
    assert not await desk.is_good(secret, NOW)


async def test_two_agents_cannot_have_one_login(desk: Desk) -> None:
    with pytest.raises(LoginTaken):
        await desk.roster.add_agent(account(), "whatever", NOW)


async def test_password_is_hashed_anew_when_the_parameters_have_changed(desk: Desk) -> None:
    stronger = Desk(desk.database, PasswordHasher(time_cost=2, memory_cost=64))
    await stronger.sign_ins.sign_in("an", PASSWORD, NOW)
    async with desk.database.read() as connection:
        kept = (await agents.load_by_login(connection, "an")).password_hash
    assert kept is not None
    assert kept.startswith("$argon2id$")
    assert ",t=2," in kept
    assert await stronger.is_good(await stronger.sign_ins.sign_in("an", PASSWORD, NOW), NOW)


async def test_a_made_up_password_is_hashed_in_earnest_at_the_first_sign_in(desk: Desk) -> None:
    async with desk.database.read() as connection:
        made = (await agents.load_by_login(connection, "an")).password_hash
    await desk.sign_ins.sign_in("an", PASSWORD, NOW)
    async with desk.database.read() as connection:
        kept = (await agents.load_by_login(connection, "an")).password_hash
    assert made is not None
    assert kept is not None
    assert desk.passwords.is_outdated(made)
    assert not desk.passwords.is_outdated(kept)


async def test_a_password_that_is_taken_away_while_it_is_checked_opens_nothing(desk: Desk) -> None:
    checked = desk.passwords.matches

    async def slowly(kept: str | None, password: str) -> bool:
        matched = await checked(kept, password)
        if password == PASSWORD and matched:
            await desk.roster.set_password("an", "another one", NOW)
        return matched

    desk.passwords.matches = slowly  # type: ignore[method-assign]
    with pytest.raises(Refusal, match="wrong_credentials"):
        await desk.sign_ins.sign_in("an", PASSWORD, NOW)
    assert await desk.is_good(await desk.sign_ins.sign_in("an", "another one", NOW), NOW)


async def test_two_may_sign_in_at_once_for_the_first_time(desk: Desk) -> None:
    secrets = await asyncio.gather(*(desk.sign_ins.sign_in("an", PASSWORD, NOW) for _ in range(3)))
    assert all([await desk.is_good(secret, NOW) for secret in secrets])


async def test_the_time_does_not_tell_which_names_exist() -> None:
    slow: list[bool] = []

    class Watched(PasswordHasher):
        def verify(self, hash: str | bytes, password: str | bytes) -> Literal[True]:  # noqa: A002 as it is called there
            slow.append(not self.check_needs_rehash(hash))
            return super().verify(hash, password)

    passwords = Passwords(Watched(time_cost=1, memory_cost=64))
    for kept in (None, passwords.hash_made_up(PASSWORD), await passwords.hash(PASSWORD)):
        slow.clear()
        assert not await passwords.matches(kept, "wrong")
        assert slow.count(True) == 1


async def test_what_became_of_somebodys_rank_is_on_record(desk: Desk) -> None:
    await desk.roster.change("an", Changes(supervisor=True, teams=("north",)), NOW)
    await desk.roster.change("an", Changes(supervisor=False), NOW)
    assert await desk.details("agent.change") == ["a_an________ teams supervisor=True", "a_an________ supervisor=False"]
