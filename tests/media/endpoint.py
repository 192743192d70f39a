"""A WebRTC party reduced to its packets, so that tests decide about each of them."""

import asyncio
import itertools
import math
import re
import secrets
import socket
import struct
from typing import Protocol

from aioice import stun
from aiortc import RTCCertificate, RTCDtlsFingerprint, RTCDtlsParameters, RTCDtlsTransport

from server.media.relay.description import Fingerprint
from server.media.relay.touchpoints import Wire
from server.protocol.media import Described as Answer
from server.protocol.media import Stream
from tests.media.offers import Described, describe

AGAIN = 0.5
"""Seconds after which a binding request is sent again: a datagram may be lost, or come late on a busy machine."""


class Answering(Protocol):
    """A worker, an engine, or a desk that has one."""

    async def offer(self, call_id: str, party: str, sdp: str, screen: str | None = None) -> Answer: ...


def rtp(ssrc: int, number: int, payload: bytes = b"sound", payload_type: int = 111, extensions: bytes = b"") -> bytes:
    """An RTP packet (RFC 3550, 5.1), with elements of extensions behind headers of one byte (RFC 8285)."""
    block = b""
    if extensions:
        padded = extensions + bytes(-len(extensions) % 4)
        block = struct.pack("!HH", 0xBEDE, len(padded) // 4) + padded
    first = 0x90 if block else 0x80
    head = struct.pack("!BBHLL", first, payload_type, number & 0xFFFF, number * 960 & 0xFFFFFFFF, ssrc)
    return head + block + payload


def rtcp(ssrc: int) -> bytes:
    """An empty receiver report (RFC 3550, 6.4.2)."""
    return struct.pack("!BBHL", 0x80, 201, 1, ssrc)


class DtlsEnd(RTCDtlsTransport):
    """One side of a DTLS association, with its keys at hand: the client's, as browsers are, unless told otherwise."""

    def __init__(self, wire: Wire, certificate: RTCCertificate) -> None:
        super().__init__(wire, [certificate])  # type: ignore[arg-type]
        self._set_role("client")

    def serve(self) -> None:
        """Be the server, as other servers than ours want it."""
        self._set_role("server")

    async def connect(self, expected: Fingerprint) -> None:
        """Shake hands with the one that has this certificate; look at `state` afterwards."""
        fingerprint = RTCDtlsFingerprint(algorithm=expected.algorithm, value=expected.value)
        await self.start(RTCDtlsParameters(fingerprints=[fingerprint]))

    def protect(self, packet: bytes) -> bytes:
        session = self._tx_srtp
        return bytes(session.protect_rtcp(packet) if 192 <= packet[1] <= 223 else session.protect(packet))

    def unprotect(self, packet: bytes) -> bytes:
        session = self._rx_srtp
        return bytes(session.unprotect_rtcp(packet) if 192 <= packet[1] <= 223 else session.unprotect(packet))

    @property
    def cipher(self) -> str:
        assert self._ssl is not None
        return self._ssl.get_selected_srtp_profile().decode()

    async def finish(self) -> None:
        pump = self._task
        await self.stop()
        if pump is not None:
            await asyncio.gather(pump, return_exceptions=True)


class Endpoint:
    """One party: `describe`, `learn` what comes back, `check` a path, `shake_hands`, then send and receive."""

    def __init__(self, name: str, address: str = "127.0.0.1") -> None:
        self.name = name
        self.audio, self.video = secrets.randbits(31) + 1, secrets.randbits(31) + 1
        self.repair = secrets.randbits(31) + 1
        self.screen, self.screen_repair = secrets.randbits(31) + 1, secrets.randbits(31) + 1
        self.shares = False
        self.answers, self.asked = True, 0
        """Whether it answers who asks for a sign of life, and how often it was asked."""
        self.controlling = True
        """Whether it decides on the path (RFC 8445, 6.1.1), as who offers does."""
        self.places = 0
        """For how many others there are sections that only receive, beside its own that do both."""
        self.streams: tuple[Stream, ...] = ()
        self.media: asyncio.Queue[bytes] = asyncio.Queue()
        self.received = 0
        self.worker = ("", 0)
        self._address = address
        self._numbers = itertools.count()
        self._checks: dict[bytes, asyncio.Future[stun.Message]] = {}
        self._loop = asyncio.get_running_loop()
        self._socket: socket.socket | None = None
        self.renew()
        self.move()

    def renew(self) -> None:
        """Become another page of the same party: other keys, another name."""
        self.ufrag, self.password = secrets.token_hex(4), secrets.token_hex(12)
        self.certificate = RTCCertificate.generateCertificate()
        self._wire = Wire(self.put)
        self.dtls = DtlsEnd(self._wire, self.certificate)

    def move(self) -> None:
        """Get another address, as when the network changes."""
        self._close_socket()
        family = socket.AF_INET6 if ":" in self._address else socket.AF_INET
        self._socket = socket.socket(family, socket.SOCK_DGRAM)
        self._socket.setblocking(False)
        self._socket.bind((self._address, 0))
        self._loop.add_reader(self._socket, self._read)

    @property
    def address(self) -> tuple[str, int]:
        assert self._socket is not None
        host, port, *_ = self._socket.getsockname()
        return host, port

    def describe(self, setup: str = "actpass") -> str:
        """What it offers: sound, a picture, perhaps a screen; then sections for others."""
        digest = next(each.value for each in self.certificate.getFingerprints() if each.algorithm == "sha-256")
        address, port = self.address
        described = Described(
            ufrag=self.ufrag, password=self.password, fingerprint=digest, setup=setup, address=address, port=port
        )
        return describe(
            described,
            self.name,
            sound=self.audio,
            camera=(self.video, self.repair),
            screen=(self.screen, self.screen_repair) if self.shares else None,
            places=self.places,
        )

    async def join(self, worker: Answering, call: str) -> None:
        """Offer, as often as there are streams without a section, and learn the answer."""
        while True:
            answer = await worker.offer(call, self.name, self.describe(), "2" if self.shares else None)
            self.learn(answer.sdp)
            self.streams = answer.streams
            if all(stream.mid for stream in answer.streams) or self.places > 2:
                return
            self.places += 1

    def learn(self, sdp: str) -> None:
        """Read where the worker is, and how it is addressed."""
        found = dict(re.findall(r"^a=(ice-ufrag|ice-pwd|fingerprint):(.*?)\r?$", sdp, re.MULTILINE))
        self.their_ufrag, self.their_password = found["ice-ufrag"], found["ice-pwd"]
        algorithm, digest = found["fingerprint"].split(" ")
        self._theirs = Fingerprint(algorithm=algorithm, value=digest)
        address, port = re.findall(r"^a=candidate:\S+ 1 (?:udp|UDP) \d+ (\S+) (\d+) typ host", sdp, re.MULTILINE)[0]
        self.worker = (address, int(port))
        if "a=setup:active" in sdp:
            self.dtls.serve()

    async def check(
        self, *, nominate: bool = True, ufrag: str | None = None, password: str | None = None, wait: float = 10
    ) -> bool:
        """Send a binding request, and again as long as nobody answers; whether it was answered, rightly."""
        request = self._request(nominate, ufrag or self.their_ufrag, password or self.their_password)
        answered = self._checks[request.transaction_id] = self._loop.create_future()
        for _ in range(math.ceil(wait / AGAIN)):
            self.put(bytes(request))
            await asyncio.wait([answered], timeout=min(wait, AGAIN))
            if answered.done():
                break
        else:
            return False
        response = answered.result()
        assert response.check_message_integrity(self.their_password.encode())
        assert response.attributes["XOR-MAPPED-ADDRESS"][:2] == self.address
        return True

    def prove(self) -> None:
        """Send a binding request, and do not wait."""
        self.put(bytes(self._request(True, self.their_ufrag, self.their_password)))

    def _request(self, nominate: bool, ufrag: str, password: str) -> stun.Message:
        request = stun.Message(message_method=stun.Method.BINDING, message_class=stun.Class.REQUEST)
        request.attributes["USERNAME"] = f"{ufrag}:{self.ufrag}"
        request.attributes["PRIORITY"] = 1
        request.attributes["ICE-CONTROLLING" if self.controlling else "ICE-CONTROLLED"] = 1
        if nominate and self.controlling:
            request.attributes["USE-CANDIDATE"] = None
        request.add_message_integrity(password.encode())
        return request

    async def shake_hands(self) -> None:
        await self.dtls.connect(self._theirs)

    async def connect(self) -> None:
        assert await self.check(), "no answer to any check"
        await self.shake_hands()
        assert self.dtls.state == "connected", self.dtls.state

    def put(self, packet: bytes) -> None:
        """Put these bytes on the wire."""
        if self._socket is not None and self.worker[1]:
            self._socket.sendto(packet, self.worker)

    def say(self, payload: bytes = b"sound", ssrc: int | None = None) -> bytes:
        """Send the next RTP packet; gives what went over the wire."""
        packet = self.dtls.protect(rtp(ssrc or self.audio, next(self._numbers), payload))
        self.put(packet)
        return packet

    async def hear(self, wait: float = 2) -> bytes:
        """The next media packet that arrives, decrypted. Raises TimeoutError."""
        return self.dtls.unprotect(await asyncio.wait_for(self.media.get(), wait))

    def drain(self) -> list[bytes]:
        """All media packets that have arrived, decrypted."""
        packets = []
        while not self.media.empty():
            packets.append(self.dtls.unprotect(self.media.get_nowait()))
        return packets

    async def hears_nothing(self, wait: float = 0.2) -> bool:
        await asyncio.sleep(wait)
        return self.media.empty()

    async def close(self) -> None:
        self._wire.close()
        await self.dtls.finish()
        self._close_socket()

    def vanish(self) -> None:
        """Be gone without a word."""
        self._close_socket()

    def _close_socket(self) -> None:
        if self._socket is not None:
            self._loop.remove_reader(self._socket)
            self._socket.close()
            self._socket = None

    def _read(self) -> None:
        assert self._socket is not None
        while True:
            try:
                packet = self._socket.recv(2048)
            except OSError:
                return
            self.take(packet)

    def take(self, packet: bytes) -> None:
        """A packet came in."""
        self.received += 1
        if packet[0] < 4:
            self._take_stun(stun.parse_message(packet))
        elif packet[0] < 64:
            self._wire.feed(packet)
        else:
            self.take_media(packet)

    def take_media(self, packet: bytes) -> None:
        self.media.put_nowait(packet)

    def _take_stun(self, message: stun.Message) -> None:
        if message.message_class == stun.Class.REQUEST and self.worker[1]:
            self.asked += 1
            if not self.answers:
                return
            response = stun.Message(
                message_method=stun.Method.BINDING,
                message_class=stun.Class.RESPONSE,
                transaction_id=message.transaction_id,
                attributes={"XOR-MAPPED-ADDRESS": self.worker},
            )
            response.add_message_integrity(self.password.encode())
            self.put(bytes(response))
            return
        waiting = self._checks.pop(message.transaction_id, None)
        if waiting is not None and not waiting.done():
            waiting.set_result(message)


async def introduce(worker: Answering, call: str, *parties: Endpoint) -> None:
    """Have all offer until each knows of the others; nobody is connected yet."""
    for _ in range(2):
        for party in parties:
            await party.join(worker, call)
