"""Socket.IO: connections come in, commands are decoded, limited and carried out, refusals go back as codes."""

import traceback
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import structlog
from socketio.exceptions import ConnectionRefusedError as ConnectionRefused
from sqlalchemy.exc import SQLAlchemyError

from server.desk.connections import Connection, Connections
from server.desk.sign_ins import SignIns
from server.domain.actor import Actor, Citizen
from server.protocol import wire
from server.protocol.commands import COMMANDS, Command, OpenConversation, PostMessage, RequestPerson, RevokeToken
from server.protocol.errors import Refusal, Refused
from server.protocol.signals import SignedOut
from server.protocol.wire import JsonText
from server.protocol.words import Kind
from server.transport.arrivals import Arrivals
from server.transport.desk_server import DeskServer
from server.transport.doors import Doors
from server.transport.figures import Figures
from server.transport.limits import Bucket, Rate
from server.transport.router import Router

_RATE = {
    "citizen": Rate(burst=60, per_minute=240),
    "agent": Rate(burst=200, per_minute=1200),
    "bot": Rate(burst=5000, per_minute=120_000),
}

_EVENTS = frozenset(command.event for command in COMMANDS)


@dataclass(frozen=True, slots=True)
class _Caller:
    """What a connection may still do, and the address it is counted by."""

    bucket: Bucket
    address: str | None


@dataclass
class Sockets:
    """The people and bots at `/citizen`, `/agent` and `/service`. Media workers are `MediaSockets`'."""

    server: DeskServer
    connections: Connections
    router: Router
    doors: Doors
    sign_ins: SignIns
    arrivals: Arrivals
    figures: Figures
    clock: Callable[[], datetime]
    _callers: dict[str, _Caller] = field(default_factory=dict)

    def attach(self) -> None:
        """Let the server call us."""
        for kind, namespace in wire.NAMESPACES.items():
            if kind != "bot":
                self.server.on("connect", self._connector(kind), namespace=namespace)
                self.server.on("disconnect", self.disconnected, namespace=namespace)
                self.server.on("*", self.received, namespace=namespace)

    def _connector(self, kind: Kind) -> Callable[..., Any]:
        async def connect(sid: str, environ: dict[str, Any], auth: object = None) -> None:
            try:
                actor, sign_in = await self.doors.enter(kind, environ, auth, self.clock())
            except Refusal as refusal:
                raise ConnectionRefused(refusal.code, wire.refuse(refusal.refused)["error"]) from refusal
            address = self.arrivals.address_of(environ["aiohttp.request"])
            self.add(sid, actor, wire.NAMESPACES[kind], sign_in, address)

        return connect

    def add(
        self, sid: str, actor: Actor, namespace: str, sign_in: str | None = None, address: str | None = None
    ) -> Connection:
        """A socket of this actor is open."""
        line = self.server.line(sid, namespace)
        connection = Connection(sid, actor, line.send, line.close, sign_in)
        self.connections.add(connection)
        self._callers[sid] = _Caller(Bucket(_RATE[actor.kind], self.clock()), address)
        self.figures.connected(actor.kind)
        return connection

    async def disconnected(self, sid: str, reason: object = None) -> Connection | None:
        """A socket is gone."""
        self._callers.pop(sid, None)
        gone = self.connections.remove(sid)
        if gone is not None:
            self.figures.disconnected(gone.actor.kind)
        return gone

    async def received(self, event: str, sid: str, *payload: JsonText) -> dict[str, Any]:
        """Carry out one command. Whatever comes in, one acknowledgement goes out, and the connection stays open."""
        connection = self.connections.get(sid)
        if connection is None:
            return wire.refuse(Refused(code="not_signed_in"))
        log = structlog.get_logger("sockets")
        try:
            now = self.clock()
            command = self._decode(connection, event, payload, now)
            await self._limit(connection, command, now)
            if connection.sign_in is not None:
                await self.sign_ins.touch(connection.sign_in, now)
            with self.figures.carrying_out(command.event):
                return wire.acknowledge(await self.router.carry_out(connection, command, now))
        except Refusal as refusal:
            self.figures.refused(refusal)
            # Who is told to wait and does not could fill the log.
            if refusal.code != "too_many_requests":
                log.info("refused", command=_known(event), kind=connection.actor.kind, code=refusal.code)
            return wire.refuse(refusal.refused)
        except SQLAlchemyError as error:
            # The words of a database error quote what was to be stored: only its kind is logged.
            log.error("database_failed", command=_known(event), error=type(error).__name__)
            return wire.refuse(Refused(code="unavailable"))
        except Exception as error:  # noqa: BLE001 a fault in one command must not end the connection
            last = traceback.extract_tb(error.__traceback__)[-1]
            log.error("fault", command=_known(event), error=type(error).__name__, at=f"{last.filename}:{last.lineno}")
            return wire.refuse(Refused(code="unavailable"))

    def _decode(self, connection: Connection, event: str, payload: tuple[JsonText, ...], now: datetime) -> Command:
        """The command that was sent. What is none costs as much. Raises Refusal."""
        try:
            if len(payload) > 1:
                raise Refusal("malformed")
            return wire.decode_command(event, payload[0] if payload else b"{}", connection.actor.kind)
        except Refusal:
            self._callers[connection.id].bucket.take(now, 0.5)
            raise

    async def _limit(self, connection: Connection, command: Command, now: datetime) -> None:
        """Raise Refusal `too_many_requests` where there was too much of this connection or its address."""
        # Who asks for a person or leaves in a hurry is never told to wait.
        if isinstance(command, RequestPerson | RevokeToken):
            return
        caller, actor = self._callers[connection.id], connection.actor
        caller.bucket.take(now, 1 if isinstance(command, PostMessage) else 0.5)
        begins = isinstance(command, OpenConversation) and command.code is None
        if begins and caller.address is not None and isinstance(actor, Citizen):
            await self._limit_conversations(actor, caller.address, now)

    async def _limit_conversations(self, citizen: Citizen, address: str, now: datetime) -> None:
        if not await self.router.conversations.has_opened(citizen):
            self.arrivals.begin_conversation(address, now)

    async def end_sign_in(self, sign_in: str) -> None:
        """Close the sockets of a sign-in that ended."""
        for connection in self.connections.of_sign_in(sign_in):
            connection.signal(SignedOut(reason="sign_in_ended"))
            await connection.close()


def _known(event: str) -> str:
    """The name of a command for the log; a name that somebody made up may hold anything."""
    return event if event in _EVENTS else "unknown"
