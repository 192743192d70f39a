"""The media workers that are connected to this node, and what it asks of them."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import datetime
from typing import Any

import msgspec
import structlog

from server.media.placement import WorkerStanding, choose_worker
from server.protocol.errors import Refusal
from server.protocol.media import MediaAnswer, MediaClose, MediaOffer, WorkerAnnounced
from server.protocol.words import Word

Request = Callable[[str, dict[str, Any]], Awaitable[Any]]
"""Sends one event with a payload to a worker, and returns what it acknowledged."""

_PATIENCE = 5.0


class MediaWorkers:
    """Workers by their id, as long as their connection lasts; every node has its own connection to each."""

    def __init__(self) -> None:
        self._standings: dict[str, WorkerStanding] = {}
        self._requests: dict[str, Request] = {}
        self._log = structlog.get_logger("media_workers")

    def announce(self, worker: WorkerAnnounced, request: Request, now: datetime) -> bool:
        """Note a worker and its load; whether it is new here."""
        new = worker.worker not in self._standings
        self._standings[worker.worker] = WorkerStanding(worker, now)
        self._requests[worker.worker] = request
        return new

    def lost(self, worker: str) -> None:
        """The connection of a worker is gone."""
        self._standings.pop(worker, None)
        self._requests.pop(worker, None)

    def here(self) -> frozenset[str]:
        """The workers that are connected to this node."""
        return frozenset(self._standings)

    def check(self, now: datetime) -> str:
        """The worker that the next call would get. Raises Refusal `no_media_worker`."""
        chosen = choose_worker(self._standings.values(), now)
        if chosen is None:
            raise Refusal("no_media_worker")
        return chosen

    def place(self, now: datetime) -> str:
        """Place a call on the worker that should carry it. Raises Refusal `no_media_worker`."""
        chosen = self.check(now)
        standing = self._standings[chosen]
        self._standings[chosen] = replace(standing, placed_since=standing.placed_since + 1)
        return chosen

    async def describe(self, worker: str, call: str, party: str, kind: str, sdp: str) -> str:
        """Hand a party's session description to a worker; the one that the other party is to get.

        Raises Refusal `media_failed`.
        """
        words = MediaOffer if kind == "offer" else MediaAnswer
        answer = await self._ask(worker, words(call=call, party=party, sdp=sdp), words.event)
        described = answer.get("sdp") if isinstance(answer, dict) else None
        if not isinstance(described, str):
            error = answer.get("error") if isinstance(answer, dict) else None
            self._log.warning("media_declined", worker=worker, call=call, error=error)
            raise Refusal("media_failed")
        return described

    async def close(self, worker: str, call: str) -> None:
        """Tell a worker that a call is over. One that does not answer notices by itself."""
        try:
            await self._ask(worker, MediaClose(call=call), MediaClose.event)
        except Refusal:
            self._log.warning("media_close_unanswered", worker=worker, call=call)

    async def _ask(self, worker: str, words: Word, event: str) -> Any:
        request = self._requests.get(worker)
        if request is None:
            raise Refusal("media_failed")
        try:
            return await asyncio.wait_for(request(event, msgspec.to_builtins(words)), _PATIENCE)
        except (TimeoutError, ConnectionError) as error:
            raise Refusal("media_failed") from error
