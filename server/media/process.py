"""The process of a media worker: a `Worker`, or the `Gateway` to an engine, in the service of all desk nodes."""

import asyncio
import base64
import logging
import secrets
import signal
from collections import deque
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path

import uvloop

from server.media.desk_link import Command, DeskLink
from server.media.engine import Engine
from server.media.recording.dump import Spool
from server.media.rtpengine.gateway import Gateway
from server.media.worker import Worker
from server.protocol.media import (
    Done,
    MediaClose,
    MediaEvent,
    MediaLeave,
    MediaOffer,
    MediaRecord,
    MediaStopRecording,
    WorkerAnnounced,
    WorkerTotals,
)
from server.protocol.words import Word

logger = logging.getLogger(__name__)

MAX_UNTOLD = 100
"""Events of a call that are kept while no desk node can be told; the oldest go first."""
PAUSE = 1.0
"""Seconds before an event is told again that was not heard."""


class WorkerProcess:
    """Puts a worker in the service of desk nodes: our own, or the gateway to the `rtpengine` at this host and port.

    A desk node that goes away ends no call: media needs no desk. When it is back it hears which calls there are. Events
    of a call go to the node that last spoke of it, or, when that is gone, to another; while there is none they wait.
    """

    def __init__(
        self,
        *,
        addresses: Sequence[str],
        port: int,
        key: str,
        desk_urls: Sequence[str],
        capacity: int = 100,
        recordings: Path | None = None,
        rtpengine: tuple[str, int] | None = None,
    ) -> None:
        self.id = f"w_{secrets.token_hex(8)}"
        self._worker: Engine
        if rtpengine is None:
            self._worker = Worker(
                addresses=addresses,
                port=port,
                on_event=self._happened,
                capacity=capacity,
                spool=Spool(recordings) if recordings else None,
            )
        else:
            self._worker = Gateway(*rtpengine, addresses=addresses, on_event=self._happened, capacity=capacity)
        self._links = [
            DeskLink(
                url,
                key=key,
                announcement=self._announcement,
                serve=self._serve,
                on_connect=self._wake,
            )
            for url in desk_urls
        ]
        self._spoke_of: dict[str, DeskLink] = {}
        self._untold: dict[str, deque[MediaEvent]] = {}
        self._telling: set[asyncio.Task[None]] = set()
        self._linked = asyncio.Event()

    async def run(self, stop: asyncio.Event, drain_seconds: float) -> None:
        """Work until `stop` is set; then take no more calls, and end when there are none, at the latest after a while.

        Raises OSError where the port is taken, or an engine is not there or no longer: whoever started us tries anew.
        """
        await self._worker.start()
        logger.info("media worker %s on UDP port %d", self.id, self._worker.port)
        tasks = [asyncio.create_task(link.run()) for link in self._links]
        try:
            await self._work(stop, drain_seconds)
        finally:
            tasks += self._telling
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
            await self._worker.stop()

    async def _work(self, stop: asyncio.Event, drain_seconds: float) -> None:
        async def until_stopped() -> None:
            await stop.wait()
            await self._drain(drain_seconds)

        stopped, failed = asyncio.create_task(until_stopped()), asyncio.create_task(self._worker.failed())
        try:
            await asyncio.wait((stopped, failed), return_when=asyncio.FIRST_COMPLETED)
            if not stopped.done():
                raise ConnectionAbortedError("the engine that carries the calls is gone")
            await stopped
        finally:
            stopped.cancel()
            failed.cancel()
            await asyncio.gather(stopped, failed, return_exceptions=True)

    async def _drain(self, seconds: float) -> None:
        self._worker.drain()
        for link in self._links:
            link.announce()
        logger.info("media worker %s is draining: %d calls", self.id, len(self._worker.calls))
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._worker.emptied()
        await asyncio.gather(*(link.take_leave() for link in self._links))

    def _announcement(self) -> WorkerAnnounced:
        counters = self._worker.counters
        return WorkerAnnounced(
            worker=self.id,
            addresses=self._worker.addresses,
            port=self._worker.port,
            calls=self._worker.calls,
            capacity=self._worker.capacity,
            draining=self._worker.draining,
            totals=None if counters is None else WorkerTotals(**asdict(counters)),
        )

    async def _serve(self, link: DeskLink, command: Command) -> Word:
        match command:
            case MediaOffer():
                self._spoke_of[command.call] = link
                return await self._worker.offer(command.call, command.party, command.sdp, command.screen)
            case MediaLeave():
                await self._worker.leave(command.call, command.party)
                return Done()
            case MediaClose():
                self._spoke_of.pop(command.call, None)
                await self._worker.close(command.call)
                return Done()
            case MediaRecord():
                key = base64.urlsafe_b64decode(command.key + "=")
                self._worker.record(command.call, command.recording, key, command.agreed, keep=command.keep)
                return Done()
            case MediaStopRecording():
                self._worker.stop_recording(command.call, command.recording)
                return Done()

    def _happened(self, event: MediaEvent) -> None:
        untold = self._untold.get(event.call)
        if untold is None:
            untold = self._untold[event.call] = deque(maxlen=MAX_UNTOLD)
            task = asyncio.create_task(self._tell(event.call, untold))
            self._telling.add(task)
            task.add_done_callback(self._telling.discard)
        untold.append(event)

    def _wake(self) -> None:
        """A desk node can be told things: whoever waited for one goes on, and who comes later waits for the next."""
        self._linked.set()
        self._linked = asyncio.Event()

    async def _tell(self, call: str, untold: deque[MediaEvent]) -> None:
        """Tell the desk what happened in a call, in order. What the desk cannot take now holds up no other call."""
        while untold:
            linked, link = self._linked, self._link_for(untold[0])
            if link is None:
                await linked.wait()
                continue
            event = untold[0]
            try:
                await link.tell(event)
            except (OSError, TimeoutError):
                await asyncio.sleep(PAUSE)
                continue
            if untold and untold[0] is event:
                untold.popleft()
            if event.kind == "idle":
                self._spoke_of.pop(event.call, None)
        del self._untold[call]

    def _link_for(self, event: MediaEvent) -> DeskLink | None:
        link = self._spoke_of.get(event.call)
        if link is not None and link.connected:
            return link
        return next((link for link in self._links if link.connected), None)


def run(
    *,
    addresses: Sequence[str],
    port: int,
    key: str,
    desk_urls: Sequence[str],
    capacity: int = 100,
    drain_seconds: float = 30,
    recordings: Path | None = None,
    rtpengine: tuple[str, int] | None = None,
) -> None:
    """Be a media worker until SIGTERM or SIGINT; a second signal ends it at once.

    :param addresses: IP addresses under which browsers reach this machine, best first.
    :param port: the UDP port of this worker: base port plus index.
    :param key: the service key, by which desk nodes know that they may trust us.
    :param desk_urls: all desk nodes, e.g. `http://127.0.0.1:8080`.
    :param capacity: calls at a time.
    :param drain_seconds: how long calls may go on after the first signal.
    :param recordings: the folder of recordings; without one the worker makes none.
    :param rtpengine: host and port of an engine that is to carry the calls instead. Raises OSError when it is gone.
    """

    async def work() -> None:
        stop = asyncio.Event()
        process = WorkerProcess(
            addresses=addresses,
            port=port,
            key=key,
            desk_urls=desk_urls,
            capacity=capacity,
            recordings=recordings,
            rtpengine=rtpengine,
        )
        working = asyncio.create_task(process.run(stop, drain_seconds))

        def asked_to_stop() -> None:
            if stop.is_set():
                working.cancel()
            stop.set()

        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(number, asked_to_stop)
        with suppress(asyncio.CancelledError):
            await working

    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(work())
