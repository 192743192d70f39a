"""Somebody who uses a TURN server as no browser would: asks for what they should not get, and hears what they do."""

import asyncio
import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from aioice import stun
from aioice.turn import TCP_TRANSPORT, TurnClientTcpProtocol, TurnClientUdpProtocol

from server.desk.turn import Turn
from server.protocol.results import IceServer
from tests.support.coturn import ADDRESS, Coturn

Address = tuple[str, int]


def credentials(coturn: Coturn, **how: object) -> IceServer:
    """What the desk gives to a party of a call for this server."""
    return Turn(tuple(coturn.urls), coturn.secret).mint(**how)[-1]  # type: ignore[arg-type]


class Inbox(asyncio.DatagramProtocol):
    """Keeps what arrives."""

    def __init__(self) -> None:
        self.arrived: asyncio.Queue[tuple[bytes, Address]] = asyncio.Queue()

    def datagram_received(self, data: bytes, addr: Address) -> None:
        self.arrived.put_nowait((data, addr))


class TurnClient:
    """One allocation, once `allocate`d."""

    def __init__(self, protocol: TurnClientUdpProtocol | TurnClientTcpProtocol) -> None:
        self._protocol = protocol
        self.inbox = protocol.receiver = Inbox()

    @classmethod
    @asynccontextmanager
    async def at(
        cls,
        coturn: Coturn,
        server: IceServer,
        way: str = "udp",
        believed: ssl.SSLContext | None = None,
        front: int | None = None,
    ) -> "AsyncIterator[TurnClient]":
        """By UDP, TCP, or TLS with a context that believes the server; `front`: the port of what stands before it."""
        address = (ADDRESS, front or (coturn.tls_port if believed else coturn.port))
        given = (address, server.username, server.credential, 600, 500)
        loop = asyncio.get_running_loop()
        transport: asyncio.BaseTransport
        protocol: TurnClientUdpProtocol | TurnClientTcpProtocol
        if way == "udp":
            transport, protocol = await loop.create_datagram_endpoint(
                lambda: TurnClientUdpProtocol(*given), remote_addr=address
            )
        else:
            transport, protocol = await loop.create_connection(
                lambda: TurnClientTcpProtocol(*given),
                *address,
                ssl=believed,
                server_hostname=Coturn.NAME if believed else None,
            )
        client = cls(protocol)
        try:
            yield client
        finally:
            # Given back: the next who gets this port would be refused.
            if protocol.refresh_task:
                await protocol.delete()
            transport.close()

    async def allocate(self) -> Address:
        """The address from which the server will speak for us. Raises TransactionFailed where it refuses."""
        relayed: Address = await self._protocol.connect()
        return relayed

    async def allocate_tcp(self) -> int | None:
        """Ask for what would open TCP connections for us (RFC 6062); the code of the refusal."""
        return await self._refusal(stun.Method.ALLOCATE, {"REQUESTED-TRANSPORT": TCP_TRANSPORT})

    async def permit(self, peer: Address) -> int | None:
        """Ask for a permission; the code of the refusal, None where it was given."""
        return await self._refusal(stun.Method.CREATE_PERMISSION, {"XOR-PEER-ADDRESS": peer})

    async def bind(self, peer: Address, channel: int = 0x4100) -> int | None:
        """Ask for a channel; the code of the refusal, None where it was given."""
        return await self._refusal(stun.Method.CHANNEL_BIND, {"CHANNEL-NUMBER": channel, "XOR-PEER-ADDRESS": peer})

    async def send(self, data: bytes, peer: Address) -> None:
        """Send over a channel, which is bound first."""
        await self._protocol.send_data(data, peer)

    def indicate(self, data: bytes, peer: Address) -> None:
        """Send without a channel; nothing answers, whatever becomes of it."""
        attributes = {"XOR-PEER-ADDRESS": peer, "DATA": data}
        message = stun.Message(stun.Method.SEND, stun.Class.INDICATION, attributes=attributes)
        self._protocol.send_stun(message, self._protocol.server)

    async def _refusal(self, method: stun.Method, attributes: dict[str, object]) -> int | None:
        try:
            await self._protocol.request_with_retry(stun.Message(method, stun.Class.REQUEST, attributes=attributes))
        except stun.TransactionFailed as failed:
            return failed.response.error_code
        return None
