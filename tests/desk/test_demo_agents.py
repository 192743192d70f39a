"""The demo agents get passwords once, and they are kept where only the desk's user can read them."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from argon2 import PasswordHasher

from server.desk import demo_agents
from server.desk.passwords import Passwords
from server.desk.roster import Roster
from server.desk.sign_ins import SignIns
from server.store.database import Database
from server.zone.load import demo_folder, load_zone
from server.zone.zone import Zone

NOW = datetime(2026, 3, 14, 9, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def zone() -> Zone:
    return load_zone(demo_folder())


@pytest.fixture
async def roster(sqlite_url: str) -> AsyncIterator[Roster]:
    database = Database(sqlite_url)

    async def ended(agent: str, sign_in: str) -> None:
        return None

    passwords = Passwords(PasswordHasher(time_cost=1, memory_cost=64))
    yield Roster(database, passwords, SignIns(database, passwords, ended))
    await database.close()


async def test_everybody_in_the_zone_can_sign_in(zone: Zone, roster: Roster, tmp_path: Path) -> None:
    made = await demo_agents.ensure(zone, roster, tmp_path / "demo-agents.txt", NOW)
    assert [each.login for each in made] == [agent.login for agent in zone.demo_agents]
    assert len({each.password for each in made}) == len(made) > 3
    for each in made:
        await roster.sign_ins.sign_in(each.login, each.password, NOW)


async def test_the_file_is_private_and_says_the_same_ever_after(zone: Zone, roster: Roster, tmp_path: Path) -> None:
    file = tmp_path / "demo-agents.txt"
    made = await demo_agents.ensure(zone, roster, file, NOW)
    assert file.stat().st_mode & 0o777 == 0o600
    assert await demo_agents.ensure(zone, roster, file, NOW) == made


async def test_who_lost_the_file_gets_other_passwords(zone: Zone, roster: Roster, tmp_path: Path) -> None:
    file = tmp_path / "demo-agents.txt"
    before = await demo_agents.ensure(zone, roster, file, NOW)
    file.unlink()
    after = await demo_agents.ensure(zone, roster, file, NOW)
    assert before[0].password != after[0].password
    await roster.sign_ins.sign_in(after[0].login, after[0].password, NOW)


async def test_whose_account_was_taken_away_gets_none_back(zone: Zone, roster: Roster, tmp_path: Path) -> None:
    file = tmp_path / "demo-agents.txt"
    gone, *others = await demo_agents.ensure(zone, roster, file, NOW)
    await roster.disable(gone.login, NOW)
    file.unlink()
    assert [each.login for each in await demo_agents.ensure(zone, roster, file, NOW)] == [each.login for each in others]
