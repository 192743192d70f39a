"""A session description as far as the relay lets it pass: what is not in these classes does not reach the other party.

Standards: SDP (RFC 8866), BUNDLE (RFC 9143), ICE (RFC 8839), DTLS-SRTP (RFC 8842), source attributes (RFC 5576), and
the profile of all of them that browsers speak, JSEP (RFC 9429).
"""

from dataclasses import dataclass, replace
from typing import Literal

Kind = Literal["audio", "video", "application"]
Direction = Literal["sendrecv", "sendonly", "recvonly", "inactive"]
Setup = Literal["actpass", "active"]
"""A party's role in the DTLS handshake (RFC 8842): either, or client. We are always the server."""


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
    """One `m=` section: a stream of audio or video, or, when it is rejected, only its place in the order."""

    kind: Kind
    mid: str
    rejected: bool = False
    direction: Direction = "sendrecv"
    codecs: tuple[Codec, ...] = ()
    extensions: tuple[HeaderExtension, ...] = ()
    streams: tuple[tuple[str, str], ...] = ()
    sources: tuple[Source, ...] = ()
    repairs: tuple[tuple[int, int], ...] = ()

    def reject(self) -> "Section":
        """This section with nothing left but its place."""
        return Section(kind=self.kind, mid=self.mid, rejected=True, direction="inactive")

    def answering(self, offered: "Section") -> "Section":
        """This section of an answer with only those codecs and extensions that were offered under the same numbers."""
        if offered.rejected or self.rejected:
            return self.reject()
        names = {codec.payload_type: codec.name for codec in offered.codecs}
        codecs = tuple(codec for codec in self.codecs if names.get(codec.payload_type) == codec.name)
        if not any(codec.repairs is None for codec in codecs):
            return self.reject()
        extensions = tuple(extension for extension in self.extensions if extension in offered.extensions)
        return replace(self, codecs=codecs, extensions=extensions)


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """The digest of the certificate that a party proves itself with in the DTLS handshake."""

    algorithm: str
    value: str


@dataclass(frozen=True, slots=True)
class RemoteTransport:
    """How a party authenticates itself to us: ICE name, certificate, and its role in the handshake."""

    ufrag: str
    fingerprints: frozenset[Fingerprint]
    setup: Setup


@dataclass(frozen=True, slots=True)
class LocalTransport:
    """Where and how a party reaches us: what the writer puts in place of the other party's own transport."""

    session: int
    version: int
    ufrag: str
    password: str
    fingerprint: Fingerprint
    setup: Literal["actpass", "passive"]
    candidates: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Description:
    """An offer or an answer."""

    sections: tuple[Section, ...]
    transport: RemoteTransport
    mixed_extensions: bool = False

    def answering(self, offer: "Description") -> "Description | None":
        """This answer with only what `offer` had in it; nothing when it does not answer that offer at all."""
        if [(s.kind, s.mid) for s in self.sections] != [(s.kind, s.mid) for s in offer.sections]:
            return None
        sections = tuple(mine.answering(theirs) for mine, theirs in zip(self.sections, offer.sections, strict=True))
        mixed = self.mixed_extensions and offer.mixed_extensions
        return replace(self, sections=sections, mixed_extensions=mixed)
