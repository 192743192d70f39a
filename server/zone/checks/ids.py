"""An id names one thing."""

from collections.abc import Iterable

from server.zone.folder import Folder
from server.zone.phrase import phrase
from server.zone.zone import Zone


def check_ids(zone: Zone, folder: Folder) -> None:
    """Report every id, login or holiday that stands in its file a second time."""
    lists: tuple[tuple[str, tuple[str, ...], str, Iterable[object]], ...] = (
        ("numbers.yaml", (), "id", (number.id for number in zone.numbers)),
        ("teams.yaml", (), "id", (team.id for team in zone.teams)),
        ("neighbourhoods.yaml", ("clusters",), "id", (cluster.id for cluster in zone.map.clusters)),
        ("neighbourhoods.yaml", ("neighbourhoods",), "id", (place.id for place in zone.map.neighbourhoods)),
        ("doors.yaml", (), "id", (door.id for door in zone.doors)),
        ("topics.yaml", (), "id", (topic.id for topic in zone.topics)),
        ("outcomes.yaml", (), "id", (outcome.id for outcome in zone.outcomes)),
        ("transfer-reasons.yaml", (), "id", (reason.id for reason in zone.transfer_reasons)),
        ("canned.yaml", (), "id", (canned.id for canned in zone.canned)),
        ("holidays.yaml", (), "date", (holiday.date for holiday in zone.holidays)),
        ("demo-agents.yaml", (), "login", (agent.login for agent in zone.demo_agents)),
    )
    for file, path, key, values in lists:
        seen: set[object] = set()
        for at, value in enumerate(values):
            if value in seen:
                folder.report(file, (*path, at, key), phrase("zone-second", value=str(value), key=key))
            seen.add(value)
