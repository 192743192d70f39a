"""Writes the answer that a party gets: what the others send, and how we are reached.

Nothing here is copied from what another party sent. A name that it chose freely (of its clock, the CNAME) becomes a
digest under a key of the call, so that it stays the same through a call and says nothing.
"""

from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2s

from server.media.relay.description import Codec, LocalTransport, Section


def write_answer(sections: Sequence[Section], transport: LocalTransport, key: bytes) -> str:
    """The answer for a party: `sections` as many and in the order of its offer, reached through `transport`.

    `key` (16 to 32 bytes, secret, one for each call) hides the names that other parties chose.
    """
    return "".join(f"{line}\r\n" for line in _lines(sections, transport, key))


def _lines(sections: Iterable[Section], transport: LocalTransport, key: bytes) -> Iterator[str]:
    live = [section.mid for section in sections if not section.rejected]
    yield "v=0"
    yield f"o=- {transport.session} {transport.version} IN IP4 0.0.0.0"
    yield "s=-"
    yield "t=0 0"
    yield f"a=group:BUNDLE {' '.join(live)}"
    yield "a=msid-semantic: WMS *"
    yield "a=ice-lite"
    for section in sections:
        if section.rejected:
            yield from _rejected(section)
        else:
            yield from _section(section, key)
            yield from _transport(transport)


def _rejected(section: Section) -> Iterator[str]:
    if section.kind == "application":
        yield "m=application 0 UDP/DTLS/SCTP webrtc-datachannel"
    else:
        yield f"m={section.kind} 0 UDP/TLS/RTP/SAVPF 0"
    yield "c=IN IP4 0.0.0.0"
    yield f"a=mid:{section.mid}"
    yield "a=inactive"


def _section(section: Section, key: bytes) -> Iterator[str]:
    formats = " ".join(str(codec.payload_type) for codec in section.codecs)
    yield f"m={section.kind} 9 UDP/TLS/RTP/SAVPF {formats}"
    yield "c=IN IP4 0.0.0.0"
    yield f"a=mid:{section.mid}"
    yield f"a={section.direction}"
    yield "a=rtcp-mux"
    yield "a=rtcp-rsize"
    for extension in section.extensions:
        yield f"a=extmap:{extension.id} {extension.uri}"
    if section.stream:
        yield f"a=msid:{' '.join(section.stream)}"
    for codec in section.codecs:
        yield from _codec(codec)
    for first, second in section.repairs:
        yield f"a=ssrc-group:FID {first} {second}"
    for source in section.sources:
        yield f"a=ssrc:{source.ssrc} cname:{_name(source.cname, key)}"


def _codec(codec: Codec) -> Iterator[str]:
    channels = f"/{codec.channels}" if codec.channels > 1 else ""
    yield f"a=rtpmap:{codec.payload_type} {codec.name}/{codec.clock_rate}{channels}"
    for word in codec.feedback:
        yield f"a=rtcp-fb:{codec.payload_type} {word}"
    if codec.parameters:
        yield f"a=fmtp:{codec.payload_type} {';'.join(f'{name}={value}' for name, value in codec.parameters)}"


def _transport(transport: LocalTransport) -> Iterator[str]:
    yield f"a=ice-ufrag:{transport.ufrag}"
    yield f"a=ice-pwd:{transport.password}"
    yield f"a=fingerprint:{transport.fingerprint.algorithm} {transport.fingerprint.value}"
    yield "a=setup:passive"
    for place, (address, port) in enumerate(transport.candidates, start=1):
        # Type preference 126 for a host candidate, ours in the order given (RFC 8445, 5.1.2.1).
        priority = (126 << 24) | ((65_536 - place) << 8) | 255
        yield f"a=candidate:{place} 1 udp {priority} {address} {port} typ host"
    yield "a=end-of-candidates"


def _name(chosen: str, key: bytes) -> str:
    return blake2s(chosen.encode(), key=key, digest_size=12).hexdigest()
