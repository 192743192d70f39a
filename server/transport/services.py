"""`/service`: bot and media workers, who come in with the service key."""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from datetime import datetime
from typing import Any

import structlog
from sqlalchemy.exc import SQLAlchemyError

from server.desk.call_media import CallMedia
from server.desk.call_places import CallPlaces
from server.desk.media_workers import MediaWorkers
from server.desk.recording_upkeep import RecordingUpkeep
from server.desk.triage import Triage
from server.domain.actor import Bot
from server.protocol import wire
from server.protocol.errors import Refusal, Refused
from server.protocol.media import MediaEvent, WorkerAnnounced
from server.protocol.wire import JsonText
from server.transport.desk_server import DeskServer
from server.transport.doors import Doors
from server.transport.faults import place_of
from server.transport.sockets import Sockets, refused

NAMESPACE = wire.NAMESPACES["bot"]


class Services:
    """Bots are participants like people, and go on to `Sockets`; media workers have two events of their own."""

    def __init__(
        self,
        server: DeskServer,
        sockets: Sockets,
        doors: Doors,
        triage: Triage,
        media: MediaWorkers,
        call_media: CallMedia,
        recordings: RecordingUpkeep,
        places: CallPlaces,
        unlink: Callable[[str], Awaitable[None]],
        clock: Callable[[], datetime],
    ) -> None:
        self._server = server
        self._sockets = sockets
        self._doors = doors
        self._triage = triage
        self._media = media
        self._call_media = call_media
        self._recordings = recordings
        self._places = places
        self._unlink = unlink
        self._clock = clock
        self._workers: dict[str, str | None] = {}
        self._given: dict[str, asyncio.Task[None]] = {}
        self._latest: dict[tuple[str, str], asyncio.Task[dict[str, Any]]] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._log = structlog.get_logger("services")

    def attach(self) -> None:
        """Let the server call us."""
        self._server.on("connect", self._connected, namespace=NAMESPACE)
        self._server.on("disconnect", self._disconnected, namespace=NAMESPACE)
        self._server.on("*", self._received, namespace=NAMESPACE)

    async def _connected(self, sid: str, environ: dict[str, Any], auth: object = None) -> None:
        try:
            proof = self._doors.enter_service(auth)
        except Refusal as refusal:
            self._log.warning("service_refused", code=refusal.code)
            raise refused(refusal) from refusal
        self._sockets.arrivals.let_in(self._server.line(sid, NAMESPACE).session_id, environ["aiohttp.request"])
        self._log.info("service_connected", kind=proof.kind)
        if proof.kind == "media":
            self._workers[sid] = None
            return
        bot = self._sockets.add(sid, Bot(proof.worker), NAMESPACE)
        # The client hears nothing before it has been told that it is connected, which happens after this returns.
        self._given[sid] = asyncio.create_task(self._triage.assign_all(bot))

    async def _disconnected(self, sid: str, reason: object = None) -> None:
        if sid in self._workers:
            worker = self._workers.pop(sid)
            # One that came back before its old connection was given up is still here, by the new one.
            if worker is not None and worker not in self._workers.values():
                self._lose(worker, "closed")
            return
        self._given.pop(sid, None)
        had = self._sockets.connections.get(sid)
        conversations = list(had.follows) if had is not None else []
        await self._sockets.disconnected(sid)
        for conversation in conversations:
            await self._triage.assign(conversation)

    async def _received(
        self, event: str, sid: str, *payload: JsonText
    ) -> dict[str, Any] | asyncio.Future[dict[str, Any]]:
        if sid not in self._workers:
            # A bot that comes back repeats what was not acknowledged: first it is given again what is its own.
            if sid in self._given:
                await asyncio.wait([self._given[sid]])
            return await self._sockets.received(event, sid, *payload)
        try:
            match event, payload:
                case WorkerAnnounced.event, (words,):
                    self._announced(sid, wire.decode_words(words, WorkerAnnounced))
                case MediaEvent.event, (words,):
                    if worker := self._workers[sid]:
                        return self._follow_up(wire.decode_words(words, MediaEvent), worker)
                case _:
                    return wire.refuse(Refused(code="unknown_command"))
        except Refusal as refusal:
            return wire.refuse(refusal.refused)
        return {"ok": {}}

    def _follow_up(self, event: MediaEvent, worker: str) -> asyncio.Future[dict[str, Any]]:
        """Do what follows from an event, beside the reading of what its worker says: what the worker is asked because
        of it is answered there, and its lease is renewed."""
        key = worker, event.call
        task = asyncio.create_task(self._happened(event, worker, self._latest.get(key)))
        self._latest[key] = task
        task.add_done_callback(lambda done: self._latest.pop(key) if self._latest.get(key) is done else None)
        return task

    async def _happened(
        self, event: MediaEvent, worker: str, before: asyncio.Task[dict[str, Any]] | None
    ) -> dict[str, Any]:
        """`before`: what the same worker said of the same call, which is done first."""
        try:
            if before is not None:
                await asyncio.wait({before})
            heard = await self._call_media.on_event(event, worker, self._clock())
            if heard and event.kind == "connected":
                await self._recordings.follow(event.call, self._clock())
            elif heard and event.kind == "recording_failed":
                await self._recordings.failed(event.call, self._clock())
        except Refusal as refusal:
            return wire.refuse(refusal.refused)
        except Exception as error:  # noqa: BLE001 a database that is away has many names; the worker tells it again
            self._log.error("event_not_heard", kind=event.kind, error=type(error).__name__, at=place_of(error))
            return wire.refuse(Refused(code="unavailable"))
        return {"ok": {}}

    def _announced(self, sid: str, worker: WorkerAnnounced) -> None:
        async def request(event: str, payload: dict[str, Any]) -> Any:
            return await self._server.ask(event, payload, to=sid, namespace=NAMESPACE)

        self._workers[sid] = worker.worker
        if self._media.announce(worker, request):
            self._log.info("media_worker_here", worker=worker.worker, calls=len(worker.calls))
            self._begin(self._places.worker_here(worker.worker, worker.calls, self._clock()))

    async def look_at_leases(self) -> None:
        """Lose the workers of which nothing was heard for too long, though their connections stand. To be called
        several times a second."""
        for worker in self._media.silent():
            for sid in [each for each, of in self._workers.items() if of == worker]:
                # One that was frozen and goes on comes back by a connection of its own.
                self._workers[sid] = None
                self._begin(self._server.disconnect(sid, namespace=NAMESPACE))
            self._lose(worker, "silent")

    def _lose(self, worker: str, why: str) -> None:
        if self._media.lost(worker):
            self._log.warning("media_worker_gone", worker=worker, why=why)
            self._begin(self._move_calls(worker))

    async def _move_calls(self, worker: str) -> None:
        await self._unlink(worker)
        await self._places.worker_gone(worker, self._clock())

    def _begin(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(self._attempt(work))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _attempt(self, work: Coroutine[Any, Any, None]) -> None:
        try:
            await work
        except (SQLAlchemyError, OSError, Refusal) as error:
            # What is left undone the sweeps find.
            self._log.error("service_work_failed", error=type(error).__name__)
