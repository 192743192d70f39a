"""`onlineloket agent`: accounts of those who work at the console."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime

import click

from server.cli.ending import give_up, settings, why
from server.desk.identity import new_id
from server.desk.passwords import Passwords, made_up
from server.desk.roster import Changes, LoginTaken, Roster
from server.desk.sign_ins import SignIns
from server.protocol.errors import Refusal
from server.store import agents
from server.store.agents import Account
from server.store.database import Database
from server.store.migrate import migrate
from server.zone.load import load_zone
from server.zone.problems import ZoneProblems
from server.zone.zone import Zone


@click.group()
def agent() -> None:
    """Look after the accounts of agents."""


@agent.command("list")
def list_agents() -> None:
    """Name all agents."""

    async def work(_: Roster, database: Database) -> None:
        async with database.read() as connection:
            for each in await agents.present(connection):
                rank = "supervisor" if each.supervisor else each.kind
                click.echo(f"{each.login}\t{each.name}\t{each.role}\t{rank}\t{','.join(each.teams)}")

    _run(work)


@agent.command()
@click.argument("login")
@click.option("--name", required=True, help="First name, as citizens see it.")
@click.option("--role", required=True, help="Role, as citizens see it, such as Wijkinspecteur.")
@click.option("--kind", type=click.Choice(["police", "prevention"]), required=True)
@click.option("--team", "teams", multiple=True, required=True, help="Id of a team; may be given more than once.")
@click.option("--language", "languages", multiple=True, required=True, help="ISO 639-1 code; may be given again.")
@click.option("--skill", "skills", multiple=True, help="Id of a skill of the zone; may be given more than once.")
@click.option("--supervisor", is_flag=True)
def add(
    login: str,
    name: str,
    role: str,
    kind: str,
    teams: tuple[str, ...],
    languages: tuple[str, ...],
    skills: tuple[str, ...],
    supervisor: bool,
) -> None:
    """Add an agent, and print the password that was made up."""
    zone = _zone_with(teams, skills)
    password = made_up()
    account = Account(
        id=new_id("a"),
        login=login.strip().lower(),
        name=name,
        role=role,
        kind="police" if kind == "police" else "prevention",
        teams=teams,
        languages=languages,
        skills=skills,
        capacity=zone.profile.staffing.routine,
        supervisor=supervisor,
    )

    async def work(roster: Roster, _: Database) -> None:
        try:
            await roster.add_agent(account, password, datetime.now(UTC))
        except LoginTaken:
            give_up(f"there is an agent {login} already")
        click.echo(password)

    _run(work)


@agent.command()
@click.argument("login")
@click.option("--role", help="Role, as citizens see it from the next conversation on.")
@click.option("--team", "teams", multiple=True, help="Id of a team; those that are named take the place of all.")
@click.option("--language", "languages", multiple=True, help="ISO 639-1 code; likewise.")
@click.option("--skill", "skills", multiple=True, help="Id of a skill of the zone; likewise.")
@click.option("--no-skills", is_flag=True, help="Take all skills away.")
@click.option("--supervisor/--no-supervisor", default=None)
def change(
    login: str,
    role: str | None,
    teams: tuple[str, ...],
    languages: tuple[str, ...],
    skills: tuple[str, ...],
    no_skills: bool,
    supervisor: bool | None,
) -> None:
    """Change what an agent does and brings, and end all their sign-ins. What is not named stays as it is."""
    if skills and no_skills:
        give_up("--skill and --no-skills do not go together")
    _zone_with(teams, skills)
    changes = Changes(
        role=role,
        teams=teams or None,
        languages=languages or None,
        skills=skills if skills or no_skills else None,
        supervisor=supervisor,
    )
    if changes == Changes():
        give_up("name what is to change: see onlineloket agent change --help")

    async def work(roster: Roster, _: Database) -> None:
        try:
            await roster.change(login.strip().lower(), changes, datetime.now(UTC))
        except Refusal:
            give_up(f"there is no agent {login}, or the account was taken away")

    _run(work)


@agent.command()
@click.argument("login")
def password(login: str) -> None:
    """Give an agent another password, print it, and end all their sign-ins."""
    made = made_up()

    async def work(roster: Roster, _: Database) -> None:
        try:
            await roster.set_password(login.strip().lower(), made, datetime.now(UTC))
        except Refusal:
            give_up(f"there is no agent {login}, or the account was taken away")
        click.echo(made)

    _run(work)


@agent.command()
@click.argument("login")
def disable(login: str) -> None:
    """Take an agent's account away, and end all their sign-ins. What the agent did stays on record."""

    async def work(roster: Roster, _: Database) -> None:
        try:
            await roster.disable(login.strip().lower(), datetime.now(UTC))
        except Refusal:
            give_up(f"there is no agent {login}")

    _run(work)


def _zone_with(teams: tuple[str, ...], skills: tuple[str, ...]) -> Zone:
    """The zone; where it does not have these, the command ends here and says what it has."""
    try:
        zone = load_zone(settings().zone)
    except ZoneProblems as problems:
        give_up(why(problems))
    unknown = [team for team in teams if zone.team(team) is None]
    if unknown:
        give_up(f"the zone has no team {', '.join(unknown)}; it has {', '.join(team.id for team in zone.teams)}")
    strange = [skill for skill in skills if skill not in zone.profile.skills]
    if strange:
        give_up(f"the zone has no skill {', '.join(strange)}; it has {', '.join(zone.profile.skills) or 'none'}")
    return zone


def _run(work: Callable[[Roster, Database], Awaitable[None]]) -> None:
    async def all_of_it() -> None:
        database = Database(settings().database_url)
        passwords = Passwords()

        async def nobody_is_connected_here(agent: str, sign_in: str) -> None:
            """A running desk notices within seconds, and shows the connections out."""

        try:
            await migrate(database)
            await work(Roster(database, passwords, SignIns(database, passwords, nobody_is_connected_here)), database)
        finally:
            await database.close()

    asyncio.run(all_of_it())
