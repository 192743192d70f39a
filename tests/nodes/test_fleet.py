"""Several real nodes: people on different nodes talk, whatever dies or is restarted under them, and nothing is lost."""

import asyncio
import time
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from server.zone.load import demo_folder, load_zone
from tests.nodes.fleet import Fleet
from tests.nodes.person import Person, helped, present, signed_in
from tests.support.postgres import PostgresServer

# Several nodes start before a test begins: on a busy machine that takes a while.
pytestmark = [pytest.mark.postgres, pytest.mark.timeout(600)]

OUTCOME = load_zone(demo_folder()).outcomes[0].id


@pytest.fixture(scope="module")
def fleet(request: pytest.FixtureRequest, postgres_server: PostgresServer) -> Iterator[Fleet]:
    database = postgres_server.create()
    with Fleet(postgres_server.url(database), request.param) as fleet:
        yield fleet
    postgres_server.drop(database)


async def agent_at(fleet: Fleet, url: str, login: str = "an") -> Person:
    return Person(url, cookie=await signed_in(fleet, login), origin=fleet.origin)


@pytest.fixture
async def with_bot(fleet: Fleet, bot_models: Path) -> AsyncIterator[None]:
    """A bot at every node."""
    fleet.start_bot(bot_models)
    for index in range(len(fleet.ports)):
        await asyncio.to_thread(fleet.wait_for, index, "bot")
    yield
    assert await asyncio.to_thread(fleet.stop_bot) == 0


async def asked_and_answered(citizen: Person) -> None:
    """The citizen says something, and the bot answers."""
    answered = len(citizen.answers())
    await citizen.post("wanneer zijn jullie open?")
    await citizen.until(lambda: len(citizen.answers()) > answered)


@pytest.mark.parametrize("fleet", [2, 4], indirect=True)
async def test_people_on_different_nodes_hear_all_of_each_other_also_after_redis_was_away(fleet: Fleet) -> None:
    citizen, agent = Person(fleet.url(0)), await agent_at(fleet, fleet.url(len(fleet.ports) - 1))
    async with present(citizen, agent):
        await helped(citizen, agent)
        await citizen.post("een")
        await agent.post("twee")
        await agent.until(lambda: agent.texts() == ["een", "twee"])
        await citizen.until(lambda: citizen.texts() == ["een", "twee"])

        about = {"conversation": citizen.conversation}
        # Said again and again, as a browser does: before the nodes know of each other it is lost without harm.
        while not agent.events("typing"):
            await citizen.ask("typing.show", **about, typing=True)
            await asyncio.sleep(0.1)
        await citizen.ask("read.mark", **about, number=max(citizen.entries))
        await agent.until(lambda: agent.events("reading"))
        call = (await agent.ask("call.propose", **about, video=True))["view"]["call"]
        await citizen.until(lambda: citizen.events("call"))
        await citizen.ask("call.decline", **about, call=call)
        await agent.until(lambda: [each["view"]["state"] for each in agent.events("call")][-1:] == ["ended"])
        await agent.ask("report.start", **about, form="bike_theft")
        await citizen.until(lambda: citizen.events("report"))

        fleet.redis.stop()
        await citizen.post("zonder redis")
        await agent.post("ook zonder")
        fleet.redis.start()
        await agent.until(lambda: agent.texts()[-2:] == ["zonder redis", "ook zonder"])
        await citizen.until(lambda: citizen.texts()[-2:] == ["zonder redis", "ook zonder"])

        fleet.redis.flush()
        await citizen.post("leeg")
        await agent.until(lambda: agent.texts()[-1:] == ["leeg"])
        assert citizen.connections == agent.connections == 1, "nobody had to come back"
        assert [entry["body"]["type"] for entry in agent.entries.values()].count("participant.joined") == 1
        assert citizen.refused == agent.refused == []
        await agent.ask("conversation.close", **about, outcome=OUTCOME)


@pytest.mark.parametrize("fleet", [2, 4], indirect=True)
async def test_nodes_restarted_one_after_another_refuse_and_lose_nothing(fleet: Fleet, with_bot: None) -> None:
    indexes = range(len(fleet.ports))
    polls, asks = Person(fleet.origin, transports="polling"), Person(fleet.origin)
    citizens = [polls, *(Person(fleet.origin) for _ in range(3))]
    agents = [await agent_at(fleet, fleet.origin, login) for login in ("an", "bram", "claire", "nadia")]
    done = asyncio.Event()
    said: dict[str, list[str]] = {}

    async def talk(person: Person, name: str) -> None:
        mine = said.setdefault(person.conversation, [])
        while not done.is_set():
            mine.append(text := f"{name} {len(mine)}")
            await person.post(text)
            await asyncio.sleep(0.3)

    async with present(*citizens, asks, *agents):
        for citizen, agent in zip(citizens, agents, strict=True):
            await helped(citizen, agent)
        assert all(fleet.connected(index) for index in indexes), "everybody is somewhere, and somebody is everywhere"
        conversations = [each.conversation for each in (*citizens, asks)]
        talking = [asyncio.create_task(talk(each, f"p{n}")) for n, each in enumerate([*citizens, *agents])]
        for index in indexes:
            assert await asyncio.to_thread(fleet.stop, index) == 0, fleet.log(index)
            fleet.start(index)
            await asked_and_answered(asks)
            await asyncio.to_thread(fleet.wait_for, index)
        done.set()
        await asyncio.gather(*talking)
        for citizen, agent in zip(citizens, agents, strict=True):
            expected = sorted(said[citizen.conversation])
            for person in (citizen, agent):
                await person.until_heard(expected)
            assert citizen.texts() == agent.texts()
            await agent.ask("conversation.close", conversation=agent.conversation, outcome=OUTCOME)
        for person in (*citizens, asks, *agents):
            assert person.refused == []
            assert person.connections > 1, "each node was stopped under somebody"
        assert conversations == [each.conversation for each in (*citizens, asks)]
        assert len(set(asks.answers())) == len(asks.answers())
    assert all(len(each) > 5 for each in said.values())


@pytest.mark.parametrize("fleet", [4], indirect=True)
async def test_a_node_that_dies_is_noticed_within_seconds(fleet: Fleet) -> None:
    last = len(fleet.ports) - 1
    watcher, lost = await agent_at(fleet, fleet.url(0)), await agent_at(fleet, fleet.url(last), "bram")
    citizen = Person(fleet.url(0))

    def accepts() -> bool:
        colleagues = watcher.events("queue")[-1]["colleagues"]
        return bool(next(each["accepting"] for each in colleagues if each["name"] == "Bram"))

    async with present(watcher, lost, citizen):
        await lost.ask("availability.set", accepting=True)
        await helped(citizen, lost)
        await watcher.until(lambda: watcher.events("queue") and accepts())
        fleet.kill(last)
        began = time.monotonic()
        await watcher.until(lambda: not accepts())
        assert time.monotonic() - began < 20, "five seconds, on a machine that is not busy"
        lost.url = fleet.url(0)
        await lost.until(lambda: lost.connections == 2)
        await lost.post("terug")
        await citizen.until(lambda: citizen.texts() == ["terug"])
        await watcher.until(accepts)
        await lost.ask("availability.set", accepting=False)
        await lost.ask("conversation.close", conversation=lost.conversation, outcome=OUTCOME)
    fleet.start(last)
    await asyncio.to_thread(fleet.wait_for, last)


@pytest.mark.parametrize("fleet", [2], indirect=True)
@pytest.mark.parametrize("transports", ["polling", "polling,websocket"])
async def test_who_cannot_have_a_websocket_polls_one_node_through_the_proxy(fleet: Fleet, transports: str) -> None:
    citizen, other = Person(fleet.origin, transports=transports), Person(fleet.origin)
    async with present(citizen, other):
        for number in range(10):
            await citizen.post(f"bericht {number}")
        await citizen.until(lambda: len(citizen.texts()) == 10)
        assert citizen.connections == 1
        assert citizen.refused == []
