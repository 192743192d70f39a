"""What rtpengine is told of a party, and what it says: how each is reached and proved, and nothing else.

It sees one section of encodings that it does not know, whatever the parties send each other. So it carries all of a
bundle over one port, as packets that it does not look into; what is in them, the parties are told by us.
"""

import re
import secrets
from collections.abc import Iterator
from ipaddress import ip_address
from typing import Literal

from server.media.relay.description import Credentials, Fingerprint, LocalTransport, RemoteTransport
from server.media.relay.whitelist import FINGERPRINT_LENGTHS
from server.media.rtpengine.control import EngineRefusal

DYNAMIC = (*range(35, 64), *range(96, 128))
"""Payload types that browsers give to encodings (RFC 5761, 4, keeps those between for RTCP)."""

_CANDIDATE = re.compile(r"candidate:\S+ 1 udp [0-9]+ (\S+) ([0-9]{1,5}) typ host( .*)?", re.IGNORECASE)


def nobody() -> RemoteTransport:
    """A party that does not exist: no one has the name, the password and the certificate that it would have."""
    digest = ":".join(f"{byte:02X}" for byte in secrets.token_bytes(FINGERPRINT_LENGTHS["sha-256"]))
    return RemoteTransport(Credentials.mint(), frozenset({Fingerprint("sha-256", digest)}))


def write_transport(party: RemoteTransport, setup: Literal["actpass", "active"]) -> str:
    """A party's part of an offer (`actpass`) or an answer (`active`), for the engine."""
    fingerprint = min(party.fingerprints, key=lambda each: list(FINGERPRINT_LENGTHS).index(each.algorithm))
    lines = (
        "v=0",
        "o=- 1 1 IN IP4 0.0.0.0",
        "s=-",
        "t=0 0",
        f"m=audio 9 UDP/TLS/RTP/SAVPF {' '.join(map(str, DYNAMIC))}",
        "c=IN IP4 0.0.0.0",
        *(f"a=rtpmap:{number} any/90000" for number in DYNAMIC),
        "a=sendrecv",
        "a=rtcp-mux",
        f"a=ice-ufrag:{party.credentials.ufrag}",
        f"a=ice-pwd:{party.credentials.password}",
        # No candidates: the engine speaks only to where the party has proved to be.
        "a=ice-options:trickle",
        f"a=fingerprint:{fingerprint.algorithm} {fingerprint.value}",
        f"a=setup:{setup}",
    )
    return "".join(f"{line}\r\n" for line in lines)


def read_transport(sdp: str, session: int, version: int) -> LocalTransport:
    """How a party reaches the engine, from what the engine answers it. Raises EngineRefusal where that is not said."""
    lines = [line.removeprefix("a=") for line in sdp.splitlines()]
    values = {name: value for name, found, value in (line.partition(":") for line in lines) if found}
    algorithm, _, digest = values.get("fingerprint", "").partition(" ")
    candidates = tuple(_candidates(lines))
    if not {"ice-ufrag", "ice-pwd"} <= values.keys() or not digest or not candidates:
        raise EngineRefusal("it says not how it is reached")
    if values.get("setup") != "passive" or "ice-lite" not in lines:
        raise EngineRefusal("it takes another role than it was given")
    return LocalTransport(
        session=session,
        version=version,
        ufrag=values["ice-ufrag"],
        password=values["ice-pwd"],
        fingerprint=Fingerprint(algorithm.lower(), digest),
        candidates=candidates,
    )


def _candidates(lines: list[str]) -> Iterator[tuple[str, int]]:
    for match in filter(None, map(_CANDIDATE.fullmatch, lines)):
        yield str(ip_address(match[1])), int(match[2])
