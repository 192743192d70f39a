"""Tests of the network: whether a call would get through from where somebody is, tried on a media worker itself."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from server.desk.identity import new_id
from server.desk.media_workers import MediaWorkers
from server.desk.turn import Turn
from server.domain import permission
from server.domain.actor import Citizen
from server.protocol.commands import EndTest, OfferTest, StartTest
from server.protocol.errors import Refusal
from server.protocol.results import Done, NetworkTestAnswered, NetworkTestStarted

MOST = 20
"""Tests that run at a time on this node: they take room on the media workers, where calls come first."""

LASTS = 30.0
"""Seconds until a test is over."""

OFFERS = 4
"""Offers of one test."""

CREDENTIALS = timedelta(minutes=1)
"""How long the TURN servers let a test begin."""

NAMES = 32
"""Names at the TURN servers that all tests go by. Anybody may test, and keep open what a test opened; coturn counts by
name, so that strangers leave three quarters of it to calls."""


@dataclass
class _Running:
    by: str
    until: float
    legs: list[tuple[str, str]] = field(default_factory=list)
    """Workers, and the calls on them that the test made: each with one party, and known to nobody else."""


@dataclass
class NetworkTests:
    """Use cases of testing. Nothing of a test is stored: it lives and ends with this node.

    `pulse`: seconds of a clock that only goes forward.
    """

    media: MediaWorkers
    turn: Turn
    pulse: Callable[[], float]
    _running: dict[str, _Running] = field(default_factory=dict)

    async def start(self, actor: Citizen, command: StartTest, address: str | None, now: datetime) -> NetworkTestStarted:
        """Begin a test; one that the same citizen began before is over. `address`: where it comes from, if known: one
        address has one of the names at the TURN servers, so that it uses up no more than that.

        Raises Refusal `too_many_requests`.
        """
        permission.check_at_large(actor, "test_network")
        at = self.pulse()
        await self._end([test for test, each in self._running.items() if each.by == actor.token_hash])
        if len(self._running) >= MOST:
            soonest = min(each.until for each in self._running.values())
            raise Refusal("too_many_requests", retry_after=max(1.0, soonest - at))
        test = new_id("k")
        self._running[test] = _Running(actor.token_hash, at + LASTS)
        servers = self.turn.mint_shared(address or test, NAMES, now + CREDENTIALS)
        return NetworkTestStarted(test=test, servers=servers)

    async def offer(self, actor: Citizen, command: OfferTest, now: datetime) -> NetworkTestAnswered:
        """Hand an offer to a media worker.

        Raises Refusal: `no_such_call` where the test is over or another's, `no_media_worker`, `media_failed`.
        """
        running = self._running.get(command.test)
        if running is None or running.by != actor.token_hash or len(running.legs) >= OFFERS:
            raise Refusal("no_such_call")
        call = new_id("k")
        worker = self.media.place(call)
        running.legs.append((worker, call))
        answer = await self.media.offer(worker, call, new_id("p"), command.sdp, None)
        if isinstance(answer, str):
            await self.media.close(worker, call)
            raise Refusal("media_failed")
        if command.test not in self._running:
            await self.media.close(worker, call)
            raise Refusal("no_such_call")
        return NetworkTestAnswered(sdp=answer.sdp)

    async def end(self, actor: Citizen, command: EndTest, now: datetime) -> Done:
        """End a test. One that is over, or another's, is left alone."""
        running = self._running.get(command.test)
        if running is not None and running.by == actor.token_hash:
            await self._end([command.test])
        return Done()

    async def sweep(self) -> None:
        """End what has run long enough. May be called at any time."""
        at = self.pulse()
        await self._end([test for test, each in self._running.items() if each.until <= at])

    async def _end(self, tests: list[str]) -> None:
        ended = [self._running.pop(test) for test in tests]
        for running in ended:
            for worker, call in running.legs:
                await self.media.close(worker, call)
