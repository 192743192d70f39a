"""Socket.IO: connections come in, commands are decoded, limited and carried out, refusals go back as codes."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from time import perf_counter
from typing import Any

import structlog
from aiohttp import web
from socketio.exceptions import ConnectionRefusedError as ConnectionRefused
from sqlalchemy.exc import SQLAlchemyError

from server.desk.connections import Connection, Connections
from server.desk.sign_ins import SignIns
from server.domain.actor import Actor, Citizen, Guest
from server.protocol import wire
from server.protocol.commands import COMMANDS, Command, OpenConversation, StartTest
from server.protocol.errors import Refusal, Refused
from server.protocol.signals import SignedOut
from server.protocol.wire import JsonText
from server.protocol.words import Kind
from server.transport.allowance import Allowance, Caller
from server.transport.arrivals import Arrivals
from server.transport.desk_server import ClientLine, DeskServer
from server.transport.doors import Doors
from server.transport.faults import place_of
from server.transport.figures import Figures
from server.transport.router import Router
from server.transport.socketio.socket import PAUSE

_EVENTS = frozenset(command.event for command in COMMANDS)


@dataclass
class Sockets:
    """The people and bots at `/citizen`, `/agent`, `/guest` and `/service`. Media workers are `Services`'."""

    server: DeskServer
    connections: Connections
    router: Router
    doors: Doors
    sign_ins: SignIns
    arrivals: Arrivals
    allowance: Allowance
    figures: Figures
    clock: Callable[[], datetime]
    _callers: dict[str, Caller] = field(default_factory=dict)
    _log: Any = field(default_factory=lambda: structlog.get_logger("sockets"))

    def attach(self) -> None:
        """Let the server call us."""
        for kind, namespace in wire.NAMESPACES.items():
            if kind != "bot":
                self.server.on("connect", self._connector(kind), namespace=namespace)
                self.server.on("disconnect", self.disconnected, namespace=namespace)
                self.server.on("*", self.received, namespace=namespace)

    def _connector(self, kind: Kind) -> Callable[..., Any]:
        async def connect(sid: str, environ: dict[str, Any], auth: object = None) -> None:
            request: web.Request = environ["aiohttp.request"]
            address = self.arrivals.address_of(request)
            line = self.server.line(sid, wire.NAMESPACES[kind])
            try:
                self.allowance.count_entry(self._caller(line, kind, address))
                actor, sign_in = await self.doors.enter(kind, environ, auth, self.clock())
                if wait := self.arrivals.wait(line.session_id, request):
                    if await self._is_stranger(actor):
                        raise Refusal("too_many_requests", retry_after=wait)
                    self.arrivals.let_in(line.session_id, request, f"{kind} {actor.label}")
            except Refusal as refusal:
                raise refused(refusal) from refusal
            except Exception as error:
                # A client that is told nothing would wait for ever, on a line that stands.
                self._log.error("not_let_in", kind=kind, error=type(error).__name__, at=place_of(error))
                raise refused(Refusal("unavailable")) from error
            self.add(sid, actor, wire.NAMESPACES[kind], sign_in, address)

        return connect

    def add(
        self, sid: str, actor: Actor, namespace: str, sign_in: str | None = None, address: str | None = None
    ) -> Connection:
        """A socket of this actor is open. Raises socketio's ConnectionRefusedError when it is closed already."""
        line = self.server.line(sid, namespace)
        connection = Connection(sid, actor, line.send, line.close, sign_in, address, line.hurry)
        self.connections.add(connection)
        self._callers[sid] = self._caller(line, actor.kind, address)
        self.figures.connected(actor.kind)
        return connection

    def _caller(self, line: ClientLine, kind: Kind, address: str | None) -> Caller:
        """What is counted for the session, also where it left the namespace and enters it again."""
        caller: Caller = line.session.setdefault(kind, self.allowance.of(kind, address))
        return caller

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
        try:
            command = self._decode(connection, event, payload)
            caller = self._callers[sid]
            if wait := self.allowance.count(caller, command, connection.follows):
                await asyncio.sleep(wait)
            now = self.clock()
            if isinstance(command, OpenConversation) and command.code is None:
                await self._limit_conversations(connection.actor, caller.address)
            elif isinstance(command, StartTest) and caller.address is not None:
                self.arrivals.begin_test(caller.address)
            if connection.sign_in is not None:
                await self.sign_ins.touch(connection.sign_in, now)
            began = perf_counter()
            try:
                result = await self.router.carry_out(connection, command, now)
            finally:
                self.figures.carried_out(command.event, perf_counter() - began)
            self.allowance.carried_out(caller, command)
            return wire.acknowledge(result)
        except Refusal as refusal:
            self.figures.refused(refusal)
            # Who is told to wait and does not could fill the log, and is not read meanwhile.
            if refusal.code == "too_many_requests":
                await asyncio.sleep(PAUSE)
            else:
                self._log.info("refused", command=_known(event), kind=connection.actor.kind, code=refusal.code)
            return wire.refuse(refusal.refused)
        except SQLAlchemyError as error:
            # The words of a database error quote what was to be stored: only its kind is logged.
            self._log.error("database_failed", command=_known(event), error=type(error).__name__)
            return wire.refuse(Refused(code="unavailable"))
        except Exception as error:  # noqa: BLE001 a fault in one command must not end the connection
            self._log.error("fault", command=_known(event), error=type(error).__name__, at=place_of(error))
            return wire.refuse(Refused(code="unavailable"))

    def _decode(self, connection: Connection, event: str, payload: tuple[JsonText, ...]) -> Command:
        """The command that was sent. What is none costs as much. Raises Refusal."""
        try:
            if len(payload) > 1:
                raise Refusal("malformed")
            return wire.decode_command(event, payload[0] if payload else b"{}", connection.actor.kind)
        except Refusal:
            self.allowance.count_nonsense(self._callers[connection.id])
            raise

    async def _is_stranger(self, actor: Actor) -> bool:
        """Whether whoever comes has shown nothing that the desk knows: a token may be of one's own making."""
        match actor:
            case Citizen():
                return not await self.router.conversations.has_opened(actor)
            case Guest():
                return not await self.router.guests.has_arrived(actor)
        return False

    async def _limit_conversations(self, actor: Actor, address: str | None) -> None:
        """Count a conversation that is begun; who comes back begins none. Raises Refusal `too_many_requests`."""
        if address is not None and isinstance(actor, Citizen) and not await self.router.conversations.has_opened(actor):
            self.arrivals.begin_conversation(address)

    async def end_sign_in(self, sign_in: str) -> None:
        """Close the sockets of a sign-in that ended."""
        for connection in self.connections.of_sign_in(sign_in):
            connection.signal(SignedOut(reason="sign_in_ended"))
            await connection.close()


def refused(refusal: Refusal) -> ConnectionRefused:
    """A refusal, as who connects is told of it."""
    return ConnectionRefused(refusal.code, wire.refuse(refusal.refused)["error"])


def _known(event: str) -> str:
    """The name of a command for the log; a name that somebody made up may hold anything."""
    return event if event in _EVENTS else "unknown"
