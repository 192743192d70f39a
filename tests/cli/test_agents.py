"""Accounts, as whoever runs the desk looks after them."""

import asyncio
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from sqlalchemy import select

from server.cli.agents import agent
from server.desk.passwords import Passwords
from server.desk.sign_ins import SignIns
from server.protocol.errors import Refusal
from server.settings import Settings
from server.store import schema
from server.store.database import Database
from server.supervise.child import GIVES_UP

ADD = ["add", "An", "--name", "An", "--role", "Inspecteur", "--kind", "police", "--team", "central", "--language", "nl"]


@pytest.fixture(autouse=True)
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ONLINELOKET_DATA", str(tmp_path))


def run(*words: str) -> Result:
    return CliRunner().invoke(agent, words)


async def sign_in(password: str) -> None:
    database = Database(Settings().database_url)

    async def ended(agent: str, sign_in: str) -> None:
        """Nobody is connected here."""

    try:
        await SignIns(database, Passwords(), ended).sign_in("an", password, datetime.now(UTC))
    finally:
        await database.close()


async def sign_ins() -> int:
    """How many there are."""
    database = Database(Settings().database_url)
    async with database.read() as connection:
        kept = (await connection.execute(select(schema.sign_ins))).all()
    await database.close()
    return len(kept)


def test_an_account_is_added_used_and_taken_away() -> None:
    password = run(*ADD).output.strip()
    assert run("list").output == "an\tAn\tInspecteur\tpolice\tcentral\n"
    asyncio.run(sign_in(password))
    assert asyncio.run(sign_ins()) == 1
    assert run("disable", "An").exit_code == 0
    assert run("list").output == ""
    assert asyncio.run(sign_ins()) == 0, "a running desk shows out whose sign-in is not there any more"
    with pytest.raises(Refusal, match="wrong_credentials"):
        asyncio.run(sign_in(password))
    assert run("password", "an").exit_code == GIVES_UP, "it would open nothing"


def test_a_password_is_given_whichever_way_the_name_is_written() -> None:
    run(*ADD)
    asyncio.run(sign_in(run("password", "AN").output.strip()))


def test_nobody_can_be_taken_away_who_is_not_there() -> None:
    gone = run("disable", "an")
    assert (gone.exit_code, gone.output) == (GIVES_UP, "there is no agent an\n")


async def skills_of(login: str) -> list[str]:
    database = Database(Settings().database_url)
    async with database.read() as connection:
        kept = (await connection.execute(select(schema.agents.c.skills).where(schema.agents.c.login == login))).scalar()
    await database.close()
    return list(kept or ())


def test_skills_are_those_of_the_zone() -> None:
    refused = run(*ADD, "--skill", "juggling")
    assert refused.exit_code == GIVES_UP
    assert "the zone has no skill juggling; it has " in refused.output
    known = refused.output.strip().rpartition("it has ")[2].split(", ")[0]
    run(*ADD, "--skill", known)
    assert asyncio.run(skills_of("an")) == [known]
