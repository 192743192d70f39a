"""Accounts, as whoever runs the desk looks after them."""

import asyncio
from dataclasses import replace
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
from server.store import agents, schema
from server.store.agents import Account
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


async def account(login: str) -> Account:
    database = Database(Settings().database_url)
    async with database.read() as connection:
        found = await agents.load_by_login(connection, login)
    await database.close()
    return found


def test_skills_are_those_of_the_zone() -> None:
    refused = run(*ADD, "--skill", "juggling")
    assert refused.exit_code == GIVES_UP
    assert "the zone has no skill juggling; it has " in refused.output
    known = refused.output.strip().rpartition("it has ")[2].split(", ")[0]
    run(*ADD, "--skill", known)
    assert asyncio.run(account("an")).skills == (known,)


def test_what_is_named_takes_the_place_of_what_was_there_and_the_rest_stays() -> None:
    asyncio.run(sign_in(run(*ADD).output.strip()))
    before = asyncio.run(account("an"))
    known = run("change", "an", "--skill", "juggling").output.strip().rpartition("it has ")[2].split(", ")[0]
    assert run("change", "An", "--team", "prevention", "--skill", known, "--supervisor").exit_code == 0
    after = asyncio.run(account("an"))
    assert after == replace(before, teams=("prevention",), skills=(known,), supervisor=True)
    assert asyncio.run(sign_ins()) == 0, "whoever is signed in has to do so anew"
    assert run("change", "an", "--no-skills", "--no-supervisor", "--role", "Teamchef").exit_code == 0
    assert asyncio.run(account("an")) == replace(before, teams=("prevention",), role="Teamchef")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["an"], "name what is to change"),
        (["an", "--no-skills", "--skill", "fraud"], "do not go together"),
        (["an", "--team", "nowhere"], "the zone has no team nowhere"),
        (["piet", "--supervisor"], "there is no agent piet"),
    ],
)
def test_a_change_that_cannot_be_made_is_told(words: list[str], told: str) -> None:
    run(*ADD)
    before = asyncio.run(account("an"))
    refused = run("change", *words)
    assert (refused.exit_code, told in refused.output) == (GIVES_UP, True), refused.output
    assert asyncio.run(account("an")) == before
