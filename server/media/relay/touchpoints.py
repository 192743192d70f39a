"""Every name of aiortc, aioice and pylibsrtp that we touch below its public interface, here and nowhere else.

- pylibsrtp: `_binding.lib` and `ffi`, `Session._srtp`: libsrtp working in place, in our own buffer. The public methods
  copy each packet twice, which costs as much as the encryption.
- aiortc: an `RTCDtlsTransport` on an ICE transport that is not aiortc's: it calls `_recv` and `_send` on it.
  `_set_role`, because as server we get AES-256-GCM, the cheapest cipher here, where a browser as server would choose
  AES-128 with SHA-1; `_rx_srtp`, `_tx_srtp`, the keys; `_task`, so that nothing runs on after closing.
- aioice: its `stun` module, which is not part of what the package offers.

The versions are pinned; `tests/media/relay/test_touchpoints.py` fails when one of these moves.
"""

import asyncio
import struct
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, cast

from aioice import stun
from aiortc import RTCCertificate, RTCDtlsFingerprint, RTCDtlsParameters, RTCDtlsTransport, RTCIceTransport
from pylibsrtp import Error as SrtpError
from pylibsrtp import Session
from pylibsrtp._binding import ffi, lib  # type: ignore[import-not-found]  # a compiled module without stubs

from server.media.relay.description import Fingerprint

MAX_DATAGRAM = 1_500
"""What we receive at most. Larger than any packet of a browser, which keeps to a path MTU of 1,200."""

BUFFER_SIZE = 2_048
"""Encrypting may lengthen a packet (RFC 3711, RFC 7714: by 20 bytes at most) past what was received."""

MAX_WAITING = 16
"""Handshake packets that wait to be read. More come only from somebody who means no handshake."""

REPLAYED = frozenset({9, 10})
"""libsrtp's `srtp_err_status_replay_fail` and `srtp_err_status_replay_old`."""


class PacketBuffer:
    """The memory that packets are received into, decrypted and encrypted in, and sent from; one for a worker."""

    __slots__ = ("length", "memory", "view", "words")

    def __init__(self) -> None:
        self.memory: Any = ffi.new("unsigned char[]", BUFFER_SIZE)
        self.length: Any = ffi.new("int *")
        self.view = memoryview(ffi.buffer(self.memory))
        self.words = self.view.cast("I")


unprotect_rtp: Callable[[Any, Any, Any], int] = lib.srtp_unprotect
unprotect_rtcp: Callable[[Any, Any, Any], int] = lib.srtp_unprotect_rtcp
protect_rtp: Callable[[Any, Any, Any], int] = lib.srtp_protect
protect_rtcp: Callable[[Any, Any, Any], int] = lib.srtp_protect_rtcp
"""Each takes a context of `Keys` and a buffer's `memory` and `length`, works in place, returns 0 or libsrtp's error."""


class Keys:
    """The SRTP contexts of a party: `inbound` for what it sends, `outbound` for what it gets."""

    __slots__ = ("_inbound_session", "_outbound_session", "inbound", "outbound")

    def __init__(self, inbound: Session, outbound: Session) -> None:
        # The contexts live as long as the sessions that own them.
        self._inbound_session = inbound
        self._outbound_session = outbound
        self.inbound: Any = inbound._srtp[0]  # noqa: SLF001
        self.outbound: Any = outbound._srtp[0]  # noqa: SLF001

    def forget(self, ssrcs: Iterable[int]) -> None:
        """Release what is kept for each of these sources, which will send to this party no more."""
        for ssrc in ssrcs:
            try:
                self._outbound_session.remove_stream(ssrc)
            except SrtpError:
                continue  # nothing of it ever reached this party


class Wire:
    """What aiortc takes for an ICE transport: a queue of received handshake packets, and a function that sends."""

    role = "controlled"

    def __init__(self, send: Callable[[bytes], object]) -> None:
        self._put_on_wire = send
        self._received: asyncio.Queue[bytes | None] = asyncio.Queue(MAX_WAITING)

    def feed(self, packet: bytes) -> bool:
        """Hand over a received packet. False when it was dropped, as networks do: the sender will repeat it."""
        if self._received.full():
            return False
        self._received.put_nowait(packet)
        return True

    def close(self) -> None:
        """Nothing more is received: whoever waits for it gets a ConnectionError, now and ever after."""
        while not self._received.empty():
            self._received.get_nowait()
        self._received.put_nowait(None)

    async def _recv(self) -> bytes:
        packet = await self._received.get()
        if packet is None:
            self.close()
            raise ConnectionError
        return packet

    async def _send(self, data: bytes) -> None:
        self._put_on_wire(data)


class DtlsServer(RTCDtlsTransport):
    """The server's side of one DTLS association."""

    def __init__(self, wire: Wire, certificate: RTCCertificate) -> None:
        super().__init__(cast("RTCIceTransport", wire), [certificate])
        self._set_role("server")

    async def handshake(self, fingerprints: Iterable[Fingerprint]) -> Keys | None:
        """Agree on keys with the party whose certificate has these fingerprints; nothing when that fails."""
        expected = [RTCDtlsFingerprint(algorithm=each.algorithm, value=each.value) for each in fingerprints]
        await self.start(RTCDtlsParameters(fingerprints=expected))
        return Keys(self._rx_srtp, self._tx_srtp) if self.state == "connected" else None

    async def hang_up(self) -> None:
        """Tell the party, and wait until nothing runs on. The wire must have been closed, or that may never be."""
        pump = self._task
        await self.stop()
        if pump is not None:
            await asyncio.gather(pump, return_exceptions=True)


@dataclass(frozen=True, slots=True)
class BindingRequest:
    """A STUN binding request as ICE uses it (RFC 8445, 7): a party asks whether this path works, or settles on it."""

    addressed_to: str
    nominates: bool
    message: stun.Message

    def is_authentic(self, password: str) -> bool:
        """Whether it was made by somebody who knows the password."""
        return self.message.check_message_integrity(password.encode())

    def response(self, source: tuple[Any, ...], password: str) -> bytes:
        """The success response: it tells the party the address it came from."""
        response = stun.Message(
            message_method=stun.Method.BINDING,
            message_class=stun.Class.RESPONSE,
            transaction_id=self.message.transaction_id,
            attributes={"XOR-MAPPED-ADDRESS": source},
        )
        response.add_message_integrity(password.encode())
        return bytes(response)


@dataclass(frozen=True, slots=True)
class BindingResponse:
    """A STUN binding success response: what a party says to a request of ours."""

    message: stun.Message

    @property
    def transaction(self) -> bytes:
        """Which request it answers."""
        return bytes(self.message.transaction_id)

    def is_authentic(self, password: str) -> bool:
        """Whether it was made by somebody who knows the password."""
        return self.message.check_message_integrity(password.encode())


def read_binding(packet: bytes) -> BindingRequest | BindingResponse | None:
    """The binding request or success response in a packet, not yet authenticated; nothing when it is something else."""
    try:
        message = stun.parse_message(packet)
    except (ValueError, struct.error):
        return None
    if message.message_method != stun.Method.BINDING:
        return None
    if message.message_class == stun.Class.RESPONSE:
        return BindingResponse(message)
    if message.message_class != stun.Class.REQUEST:
        return None
    return BindingRequest(
        addressed_to=str(message.attributes.get("USERNAME", "")).partition(":")[0],
        nominates="USE-CANDIDATE" in message.attributes,
        message=message,
    )


def make_binding_request(username: str, password: str) -> tuple[bytes, bytes]:
    """A request for a sign of life, from the controlled side (RFC 7675, 5.1): its transaction, and the packet."""
    request = stun.Message(
        message_method=stun.Method.BINDING,
        message_class=stun.Class.REQUEST,
        attributes={"USERNAME": username, "PRIORITY": 1, "ICE-CONTROLLED": 1},
    )
    request.add_message_integrity(password.encode())
    return bytes(request.transaction_id), bytes(request)
