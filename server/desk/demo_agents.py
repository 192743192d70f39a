"""The demo zone's agents: at the first run each gets a made-up password, kept in a file that only the desk's user
can read."""

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from server.desk.identity import new_id
from server.desk.passwords import made_up
from server.desk.roster import LoginTaken, Roster
from server.store.agents import Account
from server.zone.team import DemoAgent
from server.zone.zone import Zone

_HEADING = "# The demo agents' sign-ins: name, password, who it is. Delete this file to get other passwords.\n"


@dataclass(frozen=True, slots=True)
class Credentials:
    """What a demo agent signs in with."""

    login: str
    password: str
    who: str


async def ensure(zone: Zone, roster: Roster, file: Path, now: datetime) -> Sequence[Credentials]:
    """The credentials of the zone's demo agents, as they stand in `file`.

    Whoever is not in the file yet gets an account and a password; whoever has an account but lost the file, another
    password.
    """
    known = {each.login: each for each in read(file)}
    missing = [agent for agent in zone.demo_agents if agent.login not in known]
    for agent in missing:
        made = Credentials(agent.login, made_up(), _who(agent, zone))
        try:
            await roster.add_agent(_account(agent, zone), made.password, now)
        except LoginTaken:
            await roster.set_password(agent.login, made.password, now)
        known[agent.login] = made
    if missing:
        _write(file, known.values())
    return [known[agent.login] for agent in zone.demo_agents]


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


def read(file: Path) -> Sequence[Credentials]:
    """The sign-ins that stand in the file; none where there is no file."""
    lines = file.read_text(encoding="utf-8").splitlines() if file.exists() else []
    return [Credentials(*line.split("\t")) for line in lines if line and not line.startswith("#")]


def _write(file: Path, all_of_them: Iterable[Credentials]) -> None:
    lines = [f"{each.login}\t{each.password}\t{each.who}\n" for each in all_of_them]
    new = file.with_suffix(".new")
    new.unlink(missing_ok=True)
    with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as stream:
        stream.write(_HEADING + "".join(lines))
    new.replace(file)
