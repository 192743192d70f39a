"""Media workers on two machines of their own: calls on both, and on the other when one is cut off or dies."""

import asyncio
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack
from functools import partial

import msgspec
import pytest

from server.protocol.media import Described
from tests.media.endpoint import Endpoint, introduce
from tests.nodes.machines import Machines
from tests.nodes.person import Person, helped, present, signed_in
from tests.support.machines import need_machines

pytestmark = pytest.mark.timeout(300)

MOVES_WITHIN = 9
"""Seconds from the moment a worker is gone until both hear each other again: two, on a machine that is not busy. By its
connection alone one that is cut off would be missed after eleven."""


class Call:
    """A citizen and an agent who talk, each with packets in place of a browser."""

    def __init__(self, citizen: Person, agent: Person, address: str) -> None:
        self._people = (citizen, agent)
        self.ends = (Endpoint("citizen", address), Endpoint("agent", address))
        self._conversation = citizen.conversation
        self._call = ""
        self._placement = 0

    async def begin(self) -> None:
        """The agent proposes, the citizen accepts, and both hear each other."""
        citizen, agent = self._people
        about = {"conversation": self._conversation}
        self._call = (await agent.ask("call.propose", **about, video=True))["view"]["call"]
        accepted = await citizen.ask("call.accept", **about, call=self._call)
        self._placement = accepted["view"]["placement"]
        await self._connect()

    async def offer(self, call_id: str, party: str, sdp: str, screen: str | None = None) -> Described:
        """Offer through the desk, as a page does."""
        person = self._people[party == "agent"]
        offer = {"conversation": self._conversation, "call": call_id, "sdp": sdp, "placement": self._placement}
        answer = await person.ask("call.offer", **offer)
        assert answer is not None, person.refused
        return msgspec.convert(answer, Described)

    async def moved(self) -> None:
        """Both are told, connect anew, and hear each other again."""
        for person in self._people:
            await person.until(partial(self._moves, person))
        self._placement = self._moves(self._people[0])[-1]
        for end in self.ends:
            end.renew()
            end.move()
        await self._connect()

    def was_moved(self) -> bool:
        return any(self._moves(person) for person in self._people)

    @property
    def machine(self) -> str:
        """The address of the machine that carries it."""
        places = {end.worker[0] for end in self.ends}
        assert len(places) == 1
        return places.pop()

    async def flows(self) -> None:
        """What each says arrives at the other."""
        for here, there in (self.ends, self.ends[::-1]):
            there.drain()
            here.say(b"do you hear me?")
            while (await there.hear())[12:] != b"do you hear me?":
                pass

    async def close(self) -> None:
        for end in self.ends:
            await end.close()

    async def _connect(self) -> None:
        await introduce(self, self._call, *self.ends)
        for end in self.ends:
            await end.connect()
        await self.flows()

    def _moves(self, person: Person) -> list[int]:
        """Placements after the one we have, as far as the person was told."""
        told = [event["view"]["placement"] for event in person.events("call.moved")]
        return [placement for placement in told if placement > self._placement]


@pytest.fixture(scope="module")
def machines() -> Iterator[Machines]:
    need_machines()
    with Machines() as machines:
        yield machines


@pytest.fixture
async def calls(machines: Machines) -> AsyncIterator[list[Call]]:
    """Two, by different agents."""
    agents = [
        Person(machines.origin, cookie=await signed_in(machines, login), origin=machines.origin)
        for login in ("an", "bram")
    ]
    citizens = [Person(machines.origin) for _ in agents]
    async with present(*citizens, *agents), AsyncExitStack() as ending:
        calls = []
        for citizen, agent in zip(citizens, agents, strict=True):
            await helped(citizen, agent)
            call = Call(citizen, agent, machines.network.address)
            ending.push_async_callback(call.close)
            await call.begin()
            calls.append(call)
        yield calls


async def test_calls_are_on_both_machines_and_on_one_when_the_other_is_gone(
    machines: Machines, calls: list[Call]
) -> None:
    one, other = calls
    assert {one.machine, other.machine} == set(machines.media)
    first, second = (machines.media[call.machine] for call in calls)

    machines.network.cut(first)
    began = time.monotonic()
    await one.moved()
    assert time.monotonic() - began < MOVES_WITHIN
    assert one.machine == other.machine == second.address
    assert not other.was_moved()
    await other.flows()

    machines.network.mend(first)
    await asyncio.to_thread(machines.wait_for_workers, 3)
    second.kill()
    began = time.monotonic()
    await asyncio.gather(one.moved(), other.moved())
    assert time.monotonic() - began < MOVES_WITHIN
    assert one.machine == other.machine == first.address
