"""What an engine is told of a party, and what is read of what it says."""

import re

import pytest

from server.media.relay.description import Credentials, Fingerprint, RemoteTransport
from server.media.rtpengine.control import EngineRefusal
from server.media.rtpengine.transport import nobody, read_transport, write_transport

SAID = """v=0
o=- 1 1 IN IP4 192.0.2.1
s=-
t=0 0
a=ice-lite
m=audio 30010 UDP/TLS/RTP/SAVPF 96
c=IN IP4 192.0.2.1
a=rtpmap:96 any/90000
a=sendrecv
a=rtcp-mux
a=setup:passive
a=fingerprint:sha-256 48:B9
a=ice-ufrag:Xzzqatv3
a=ice-pwd:1BRAhNKX4VFLPp4caSElEY3T8r
a=ice-options:trickle
a=candidate:7Sq4TKQOchdmlsjT 1 UDP 2130706431 192.0.2.1 30010 typ host
a=candidate:7Sq4TKQOchdmlsjT 2 UDP 2130706430 192.0.2.1 30011 typ host
a=candidate:8Sq4TKQOchdmlsjT 1 UDP 2130706175 2001:db8::1 30010 typ host
a=end-of-candidates
"""


def test_a_party_is_told_by_its_name_and_certificate_alone() -> None:
    fingerprints = {Fingerprint("sha-512", "CD"), Fingerprint("sha-256", "AB")}
    party = RemoteTransport(Credentials("name", "password"), frozenset(fingerprints))
    sdp = write_transport(party, "actpass")
    lines = sdp.split("\r\n")
    assert {"a=ice-ufrag:name", "a=ice-pwd:password", "a=fingerprint:sha-256 AB", "a=setup:actpass"} <= set(lines)
    assert "candidate" not in sdp
    assert sdp.count("m=") == 1
    assert "a=setup:active" in write_transport(party, "active").split("\r\n")


def test_how_it_is_reached_is_read() -> None:
    transport = read_transport(SAID.replace("\n", "\r\n"), 5, 2)
    assert (transport.session, transport.version) == (5, 2)
    assert (transport.ufrag, transport.password) == ("Xzzqatv3", "1BRAhNKX4VFLPp4caSElEY3T8r")
    assert transport.fingerprint == Fingerprint("sha-256", "48:B9")
    assert transport.candidates == (("192.0.2.1", 30010), ("2001:db8::1", 30010))


@pytest.mark.parametrize(
    ("said", "instead"),
    [
        (r"a=setup:passive", "a=setup:active"),
        (r"a=ice-lite\n", ""),
        (r"a=fingerprint:.*\n", ""),
        (r"a=ice-pwd:.*\n", ""),
        (r"a=candidate:.*\n", ""),
    ],
)
def test_half_an_answer_is_none(said: str, instead: str) -> None:
    with pytest.raises(EngineRefusal):
        read_transport(re.sub(said, instead, SAID), 1, 1)


def test_nobody_is_somebody_else_each_time() -> None:
    assert nobody() != nobody()
    (fingerprint,) = nobody().fingerprints
    assert re.fullmatch(r"[0-9A-F]{2}(:[0-9A-F]{2}){31}", fingerprint.value)
