"""The demo zone's agents: at the first run each gets a made-up password."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from server.desk.demo_sheet import Credentials, read, write
from server.desk.identity import new_id
from server.desk.passwords import made_up
from server.desk.roster import LoginTaken, Roster
from server.protocol.errors import Refusal
from server.store.agents import Account
from server.zone.team import DemoAgent
from server.zone.zone import Zone


async def ensure(zone: Zone, roster: Roster, file: Path, now: datetime) -> Sequence[Credentials]:
    """The credentials of the zone's demo agents, as they stand in `file`.

    Whoever is not in the file yet gets an account and a password; whoever has an account but lost the file, another
    password, unless it was taken away.
    """
    known = {each.login: each for each in read(file)}
    missing = [agent for agent in zone.demo_agents if agent.login not in known]
    for agent in missing:
        made = Credentials(agent.login, made_up(), _who(agent, zone))
        try:
            await roster.add_agent(_account(agent, zone), made.password, now)
        except LoginTaken:
            try:
                await roster.set_password(agent.login, made.password, now)
            except Refusal:
                continue
        known[agent.login] = made
    if missing:
        write(file, known.values())
    return [known[agent.login] for agent in zone.demo_agents if agent.login in known]


def _account(agent: DemoAgent, zone: Zone) -> Account:
    return Account(
        id=new_id("a"),
        login=agent.login,
        name=agent.first_name,
        role=agent.role[zone.profile.procedure_language],
        kind=agent.kind,
        teams=agent.teams,
        languages=agent.languages,
        skills=agent.skills,
        capacity=zone.profile.staffing.routine,
        supervisor=agent.supervisor,
    )


def _who(agent: DemoAgent, zone: Zone) -> str:
    return f"{agent.first_name}, {agent.role[zone.profile.procedure_language]}"
