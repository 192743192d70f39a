"""A session description as far as we understand it: what is not in these classes does not reach another party.

Standards: SDP (RFC 8866), BUNDLE (RFC 9143), ICE (RFC 8839), DTLS-SRTP (RFC 8842), source attributes (RFC 5576), and
the profile of all of them that browsers speak, JSEP (RFC 9429).
"""

import secrets
from dataclasses import dataclass
from typing import Literal

Kind = Literal["audio", "video", "application"]
Direction = Literal["sendrecv", "sendonly", "recvonly", "inactive"]
SENDING, RECEIVING = frozenset({"sendrecv", "sendonly"}), frozenset({"sendrecv", "recvonly"})
"""Directions of a section in which its party sends, and in which it receives."""


@dataclass(frozen=True, slots=True)
class Codec:
    """One payload type: an encoding, its parameters, and the RTCP feedback it understands."""

    payload_type: int
    name: str
    clock_rate: int
    channels: int = 1
    parameters: tuple[tuple[str, str], ...] = ()
    feedback: tuple[str, ...] = ()

    @property
    def repairs(self) -> int | None:
        """The payload type whose packets this one retransmits, for `rtx` (RFC 4588)."""
        return int(dict(self.parameters)["apt"]) if self.name == "rtx" else None


@dataclass(frozen=True, slots=True)
class HeaderExtension:
    """An RTP header extension and the id it has in packets (RFC 8285)."""

    id: int
    uri: str


@dataclass(frozen=True, slots=True)
class Source:
    """An SSRC that a party sends under, and what binds it to the party's other sources."""

    ssrc: int
    cname: str


@dataclass(frozen=True, slots=True)
class Section:
    """One `m=` section: a stream of audio or video, or, when it is rejected, only its place in the order.

    `stream` names whose it is and of what; `sources` are the SSRCs of whoever described the section, `repairs` those of
    them that retransmit another: (another, retransmission).
    """

    kind: Kind
    mid: str
    rejected: bool = False
    direction: Direction = "sendrecv"
    codecs: tuple[Codec, ...] = ()
    extensions: tuple[HeaderExtension, ...] = ()
    stream: tuple[str, str] | None = None
    sources: tuple[Source, ...] = ()
    repairs: tuple[tuple[int, int], ...] = ()

    def reject(self) -> "Section":
        """This section with nothing left but its place."""
        return Section(kind=self.kind, mid=self.mid, rejected=True, direction="inactive")


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """The digest of the certificate that a party proves itself with in the DTLS handshake."""

    algorithm: str
    value: str


@dataclass(frozen=True, slots=True)
class Credentials:
    """The name and password by which a packet of ICE is proved; the other side learned them in a description."""

    ufrag: str
    password: str

    @classmethod
    def mint(cls) -> "Credentials":
        return cls(ufrag=secrets.token_hex(6), password=secrets.token_hex(16))


@dataclass(frozen=True, slots=True)
class RemoteTransport:
    """How a party authenticates itself to us: by ICE name and password, and by certificate."""

    credentials: Credentials
    fingerprints: frozenset[Fingerprint]


@dataclass(frozen=True, slots=True)
class LocalTransport:
    """Where and how a party reaches us. We are always the server of the DTLS handshake."""

    session: int
    version: int
    ufrag: str
    password: str
    fingerprint: Fingerprint
    candidates: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Description:
    """What a party offers."""

    sections: tuple[Section, ...]
    transport: RemoteTransport
