"""The picture: each agent sees what permission lets that agent see, and long lists are cut."""

import itertools
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import msgspec

from server.desk.picture import SHOWN, Picture, same
from server.desk.snapshot import Snapshot
from server.domain.actor import Agent
from server.domain.permission import may
from server.protocol.signals import QueueStands
from server.protocol.words import Colleague
from server.store.conversations import Conversation
from server.zone.zone import Zone

NOW = datetime(2026, 3, 2, 10, 0, tzinfo=UTC)

PLAIN = Conversation(
    **dict.fromkeys(Conversation.__dataclass_fields__),  # type: ignore[arg-type]
)
PLAIN = replace(
    PLAIN,
    phase="waiting",
    language="nl",
    team="central",
    languages=("nl",),
    urgency="routine",
    video=False,
    sensitive=False,
    opened_at=NOW,
    queued_at=NOW,
    shared_last=1,
    staff_last=0,
)


def agent(name: str, *teams: str, supervisor: bool = False) -> Agent:
    return Agent(name, name, "politie", frozenset(teams), ("nl",), 3, supervisor)


AGENTS = [
    agent("a_agent_one", "central"),
    agent("a_agent_two", "prevention"),
    agent("a_agent_three", "central", "prevention"),
    agent("a_agent_chief", "central", supervisor=True),
]


def snapshot(zone: Zone, waiting: list[Conversation], active: list[Conversation]) -> Snapshot:
    colleagues = [
        Colleague(agent=each.id, name=each.name, role=each.role, teams=(), languages=("nl",), accepting=True, load=0)
        for each in AGENTS
    ]
    return Snapshot(NOW, zone, waiting, active, colleagues, {each.agent: each.name for each in colleagues}, [], {})


def read(stands: QueueStands) -> QueueStands:
    """As it arrives."""
    return msgspec.json.decode(msgspec.json.encode(stands), type=QueueStands)


def several(phase: str) -> list[Conversation]:
    """Of every kind that permission tells apart."""
    kinds = itertools.product(("central", "prevention"), (False, True), (None, *AGENTS))
    return [
        replace(
            PLAIN,
            id=f"c_{phase}_{number:04}",
            phase=phase,  # type: ignore[arg-type]
            team=team,
            sensitive=sensitive,
            agent=someone.id if someone and phase == "active" else "a_agent_gone" if phase == "active" else None,
            offered_to=someone.id if someone and phase == "waiting" else None,
        )
        for number, (team, sensitive, someone) in enumerate(kinds)
    ]


def test_each_agent_sees_what_permission_lets_that_agent_see(demo_zone: Zone) -> None:
    waiting, active = several("waiting"), several("active")
    picture = Picture(snapshot(demo_zone, waiting, active))
    for one in AGENTS:
        stands = read(picture.seen_by(one))
        seen = {each.id for each in [*waiting, *active] if may(one, "read_shared", each.facts())}
        own = {each.id for each in active if each.agent == one.id}
        assert {each.conversation for each in stands.waiting} == seen & {each.id for each in waiting}
        assert {each.conversation for each in stands.mine} == own
        assert {each.conversation for each in stands.team} == (seen - own) & {each.id for each in active}
        assert (stands.waiting_count, stands.team_count) == (len(stands.waiting), len(stands.team))


def test_a_long_list_is_cut_and_its_length_told(demo_zone: Zone) -> None:
    waiting = [replace(PLAIN, id=f"c_waits_{number:05}") for number in range(3 * SHOWN)]
    active = [
        replace(PLAIN, id=f"c_has_{number:07}", phase="active", agent="a_agent_three") for number in range(2 * SHOWN)
    ]
    stands = read(Picture(snapshot(demo_zone, waiting, active)).seen_by(AGENTS[0]))
    assert (len(stands.waiting), stands.waiting_count) == (SHOWN, 3 * SHOWN)
    assert (len(stands.team), stands.team_count) == (SHOWN, 2 * SHOWN)
    assert stands.team[0].agent_name == "a_agent_three"


def test_what_is_the_same_at_another_moment_is_the_same(demo_zone: Zone) -> None:
    one = snapshot(demo_zone, several("waiting"), [])
    then = replace(one, at=NOW + timedelta(seconds=1))
    first, later = (Picture(each).seen_by(AGENTS[0]) for each in (one, then))
    assert same(later, first)
    fewer = Picture(replace(one, waiting=one.waiting[1:])).seen_by(AGENTS[0])
    assert not same(fewer, first)
    assert not same(first, None)
