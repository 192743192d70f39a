"""The media workers that are connected to this node, and what it asks of them."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Any

import msgspec
import structlog

from server.media.placement import WorkerStanding, choose_worker
from server.protocol.errors import Refusal
from server.protocol.media import (
    Declined,
    Described,
    MediaClose,
    MediaError,
    MediaLeave,
    MediaOffer,
    WorkerAnnounced,
)
from server.protocol.words import Word

Request = Callable[[str, dict[str, Any]], Awaitable[Any]]
"""Sends one event with a payload to a worker, and returns what it acknowledged."""

_PATIENCE = 5.0

_OWED = 300.0
"""Seconds for which a worker that did not hear that somebody left, or that a call is over, is told of it again."""

_STALLED = 0.75
"""Seconds between two looks at the leases after which this node was asleep, and could not have heard anybody."""


class MediaWorkers:
    """Workers by their id, as long as their connection and their lease last; every node has its own connection to each.

    `pulse`: seconds of a clock that only goes forward.
    """

    def __init__(self, pulse: Callable[[], float]) -> None:
        self._pulse = pulse
        self._standings: dict[str, WorkerStanding] = {}
        self._requests: dict[str, Request] = {}
        self._lost: dict[str, asyncio.Event] = {}
        self._owed: dict[tuple[str, MediaLeave | MediaClose], float] = {}
        self._looked_at: float | None = None
        self._log = structlog.get_logger("media_workers")

    def announce(self, worker: WorkerAnnounced, request: Request) -> bool:
        """Note a worker and its load, and renew its lease; whether it is new here."""
        at = self._pulse()
        known = self._standings.get(worker.worker)
        self._standings[worker.worker] = known.announcing(worker, at) if known else WorkerStanding(worker, at)
        self._requests[worker.worker] = request
        if known is None:
            self._lost[worker.worker] = asyncio.Event()
        return known is None

    def lost(self, worker: str) -> bool:
        """The connection of a worker is gone, or its lease: whoever waits for it waits no longer. Whether it was
        here."""
        was_here = self._standings.pop(worker, None) is not None
        self._requests.pop(worker, None)
        if lost := self._lost.pop(worker, None):
            lost.set()
        return was_here

    def announced(self) -> tuple[WorkerAnnounced, ...]:
        """What each worker that is connected to this node said last."""
        return tuple(each.announced for each in self._standings.values())

    def here(self) -> frozenset[str]:
        """The workers that are connected to this node."""
        return frozenset(self._standings)

    def silent(self) -> list[str]:
        """The workers whose lease has run out: stopped, frozen, or cut off without their connection being closed.

        To be asked several times a second.
        """
        at = self._pulse()
        if self._looked_at is not None and at - self._looked_at > _STALLED:
            self._standings = {worker: replace(each, heard_at=at) for worker, each in self._standings.items()}
        self._looked_at = at
        return [worker for worker, standing in self._standings.items() if not standing.is_alive(at)]

    def check(self) -> str:
        """The worker that the next call would get. Raises Refusal `no_media_worker`."""
        chosen = choose_worker(self._standings.values(), self._pulse())
        if chosen is None:
            raise Refusal("no_media_worker")
        return chosen

    def place(self, call: str) -> str:
        """Place a call on the worker that should carry it. Raises Refusal `no_media_worker`."""
        chosen = self.check()
        # It may come from another worker, to which it never came.
        self._standings = {worker: each.losing(call) for worker, each in self._standings.items()}
        self._standings[chosen] = self._standings[chosen].taking(call, self._pulse())
        return chosen

    async def offer(self, worker: str, call: str, party: str, sdp: str, screen: str | None) -> Described | MediaError:
        """Hand a party's offer to a worker; its answer, or why it declined. Raises Refusal `media_failed`."""
        answer = await self._ask(worker, MediaOffer(call=call, party=party, sdp=sdp, screen=screen), MediaOffer.event)
        try:
            if isinstance(answer, dict) and "error" in answer:
                declined = msgspec.convert(answer, Declined)
                self._log.warning("media_declined", worker=worker, call=call, error=declined.error)
                return declined.error
            return msgspec.convert(answer, Described)
        except msgspec.ValidationError as error:
            self._log.warning("media_not_understood", worker=worker, call=call)
            raise Refusal("media_failed") from error

    def owed(self) -> list[tuple[str, MediaLeave | MediaClose]]:
        """What workers that are here have not heard."""
        at = self._pulse()
        self._owed = {each: since for each, since in self._owed.items() if at - since < _OWED}
        return [each for each in self._owed if each[0] in self._standings]

    def forget(self, worker: str, words: MediaLeave | MediaClose) -> None:
        """It is not to be told any more."""
        self._owed.pop((worker, words), None)

    async def leave(self, worker: str, call: str, party: str) -> None:
        """Tell a worker that a party is no longer in a call. Where it does not answer, it is `owed` that."""
        await self._tell(worker, MediaLeave(call=call, party=party), MediaLeave.event)

    async def have_done(self, worker: str, words: Word, event: str) -> None:
        """Have a worker do what only needs to be acknowledged.

        Raises Refusal: `recording_unavailable` where it cannot record, `media_failed` where it declined for another
        reason, or did not answer.
        """
        answer = await self._ask(worker, words, event)
        error = answer.get("error") if isinstance(answer, dict) else "no answer"
        if error is not None:
            self._log.warning("media_declined", worker=worker, request=event, error=error)
            raise Refusal("recording_unavailable" if error == "recording_failed" else "media_failed")

    async def close(self, worker: str, call: str) -> None:
        """Tell a worker that a call is over. Where it does not answer, it is `owed` that."""
        if standing := self._standings.get(worker):
            self._standings[worker] = standing.losing(call)
        await self._tell(worker, MediaClose(call=call), MediaClose.event)

    async def _tell(self, worker: str, words: MediaLeave | MediaClose, event: str) -> None:
        try:
            await self._ask(worker, words, event)
            self.forget(worker, words)
        except Refusal:
            self._owed.setdefault((worker, words), self._pulse())
            self._log.warning("media_unanswered", asked=event, worker=worker, call=words.call)

    async def _ask(self, worker: str, words: Word, event: str) -> Any:
        request, lost = self._requests.get(worker), self._lost.get(worker)
        if request is None or lost is None:
            raise Refusal("media_failed")
        asking = asyncio.ensure_future(request(event, msgspec.to_builtins(words)))
        losing = asyncio.create_task(lost.wait())
        try:
            await asyncio.wait({asking, losing}, timeout=_PATIENCE, return_when=asyncio.FIRST_COMPLETED)
            if not asking.done():
                raise Refusal("media_failed")
            return asking.result()
        except ConnectionError as error:
            raise Refusal("media_failed") from error
        finally:
            asking.cancel()
            losing.cancel()
