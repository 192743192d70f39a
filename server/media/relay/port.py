"""A UDP socket that all calls of a worker share.

What a packet is shows in its first byte (RFC 7983): STUN, DTLS or SRTP. Whose it is: STUN says to whom it is addressed,
and proves it; anything else must come from an address that STUN has proved.
"""

import asyncio
import ipaddress
import socket
from collections.abc import Sequence

from server.media.relay.clock import Clock
from server.media.relay.counters import Counters
from server.media.relay.leg import Registry
from server.media.relay.throttle import Source, StrangerThrottle
from server.media.relay.touchpoints import MAX_DATAGRAM, BindingResponse, PacketBuffer, read_binding

PACKETS_A_TURN = 64
"""Packets read before the event loop may do something else."""

SOCKET_BUFFER = 4 << 20
"""Bytes the kernel is asked to hold for us while the loop is busy: some 20 calls for a second."""


class MediaPort:
    """One bound socket, reading as long as it is open.

    It is bound exclusively: a second socket on the same port would silently get part of the packets.

    :param bind: the local address to bind; port 0 takes any.
    """

    def __init__(
        self,
        bind: str,
        port: int,
        *,
        registry: Registry,
        buffer: PacketBuffer,
        counters: Counters,
        throttle: StrangerThrottle,
        clock: Clock,
    ) -> None:
        self._registry = registry
        self._buffer = buffer
        self._counters = counters
        self._throttle = throttle
        self._now = clock.now
        self._loop = asyncio.get_running_loop()
        self._socket = _bind(bind, port)
        self._loop.add_reader(self._socket, self._read)

    @property
    def number(self) -> int:
        """The UDP port that the socket is bound to."""
        port: int = self._socket.getsockname()[1]
        return port

    def close(self) -> None:
        self._loop.remove_reader(self._socket)
        self._socket.close()

    def _read(self) -> None:
        receive = self._socket.recvfrom_into
        view = self._buffer.view
        legs = self._registry.by_address
        for _ in range(PACKETS_A_TURN):
            try:
                size, source = receive(view, MAX_DATAGRAM)
            except BlockingIOError:
                return
            except OSError:
                continue  # the fate of something sent earlier, told by ICMP
            leg = legs.get(source)
            if leg is not None and 127 < view[0] < 192:
                leg.forward(size)
            else:
                self._receive(bytes(view[:size]), source)

    def _receive(self, packet: bytes, source: Source) -> None:
        """Everything but media of known parties."""
        first = packet[0] if packet else 255
        leg = self._registry.by_address.get(source)
        now = self._now()
        if first < 4:
            allowed = leg.handshakes.take(now) if leg else self._throttle.allows(source, now)
            if allowed:
                self._check(packet, source, now)
            else:
                self._counters.throttled += 1
        elif not 19 < first < 64 and not 127 < first < 192:
            self._counters.garbage += 1
        elif leg is None:
            self._counters.stranger += 1
        elif leg.handshakes.take(now):
            leg.shake_hands(packet)
        else:
            self._counters.throttled += 1

    def _check(self, packet: bytes, source: Source, now: float) -> None:
        binding = read_binding(packet)
        if binding is None:
            self._counters.garbage += 1
        elif isinstance(binding, BindingResponse):
            leg = self._registry.by_address.get(source)
            if leg is None:
                self._counters.unauthenticated += 1
            else:
                leg.take_answer(binding, source, now)
        else:
            leg = self._registry.by_ufrag.get(binding.addressed_to)
            if leg is None:
                self._counters.unauthenticated += 1
            else:
                leg.answer_check(binding, self._socket, source, now)


def addresses_to_bind(advertised: Sequence[str]) -> tuple[str, ...]:
    """What to bind so that parties reach the advertised addresses, and get their answers from them, as ICE demands.

    Those that are this machine's own, each by itself; where one is not (it stands for us behind NAT), all of its kind.
    """
    bound: list[str] = []
    for version, everything in ((4, "0.0.0.0"), (6, "::")):  # noqa: S104
        addresses = [address for address in advertised if ipaddress.ip_address(address).version == version]
        bound += addresses if all(map(_is_local, addresses)) else [everything]
    return tuple(bound)


def _is_local(address: str) -> bool:
    try:
        _bind(address, 0).close()
    except OSError:
        return False
    return True


def _bind(address: str, port: int) -> socket.socket:
    version = ipaddress.ip_address(address).version
    sock = socket.socket(socket.AF_INET6 if version == 6 else socket.AF_INET, socket.SOCK_DGRAM)
    try:
        if version == 6:
            sock.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, SOCKET_BUFFER)
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, SOCKET_BUFFER)
        sock.setblocking(False)
        sock.bind((address, port))
    except OSError:
        sock.close()
        raise
    return sock
