"""What a party is told of another: nothing but media, under our own transport."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from server.media.refusal import MediaRefusal
from server.media.relay.description import Fingerprint, LocalTransport
from server.media.relay.reader import read_description
from server.media.relay.writer import write_answer

DESCRIPTIONS = Path(__file__).parent / "descriptions"
CHROMIUM = (DESCRIPTIONS / "chromium_offer.sdp").read_text()
FIREFOX = (DESCRIPTIONS / "firefox_offer.sdp").read_text()
KEY = b"k" * 32

OURS = LocalTransport(
    session=77,
    version=3,
    ufrag="ourufrag",
    password="our/password/of/22/chars",
    fingerprint=Fingerprint(algorithm="sha-256", value=":".join(["AB"] * 32)),
    candidates=(("203.0.113.9", 40_001), ("2001:db8::9", 40_001)),
)

GRAMMAR = re.compile(
    r"v=0|s=-|t=0 0|o=- 77 3 IN IP4 0\.0\.0\.0|c=IN IP4 0\.0\.0\.0"
    r"|a=(group:BUNDLE( [A-Za-z0-9_-]+)+|msid-semantic: WMS \*|ice-lite)"
    r"|m=(audio|video) (9|0) UDP/TLS/RTP/SAVPF( \d+)+|m=application 0 UDP/DTLS/SCTP webrtc-datachannel"
    r"|a=(mid:[A-Za-z0-9_-]{1,16}|sendrecv|sendonly|recvonly|inactive|rtcp-mux|rtcp-rsize)"
    r"|a=extmap:\d+ (urn|http)[a-zA-Z0-9:/.-]+"
    r"|a=rtpmap:\d+ (opus/48000/2|VP8/90000|H264/90000|rtx/90000)"
    r"|a=rtcp-fb:\d+ (nack|nack pli|ccm fir|goog-remb|transport-cc)"
    r"|a=fmtp:\d+ [a-z-]+=[0-9A-Fa-f]+(;[a-z-]+=[0-9A-Fa-f]+)*"
    r"|a=ssrc-group:FID \d+ \d+|a=ssrc:\d+ cname:[0-9a-f]{24}"
    r"|a=ice-ufrag:ourufrag|a=ice-pwd:our/password/of/22/chars|a=fingerprint:sha-256 AB(:AB){31}|a=setup:passive"
    r"|a=candidate:\d 1 udp \d+ (203\.0\.113\.9|2001:db8::9) 40001 typ host|a=end-of-candidates"
)
"""Everything that may be written."""


def rewritten(sdp: str, key: bytes = KEY) -> str:
    """All that is known of a description, as it would be written for another party."""
    return write_answer(read_description(sdp).sections, OURS, key)


@pytest.mark.parametrize("sdp", [CHROMIUM, FIREFOX])
def test_nothing_passes_but_what_is_on_the_list(sdp: str) -> None:
    written = rewritten(sdp)
    assert written.endswith("\r\n")
    assert [line for line in written.splitlines() if not GRAMMAR.fullmatch(line)] == []


@pytest.mark.parametrize("sdp", [CHROMIUM, FIREFOX])
def test_what_is_written_reads_as_the_same_media(sdp: str) -> None:
    before, written = read_description(sdp), rewritten(sdp)
    after = read_description(written.replace("a=setup:passive", "a=setup:active"))
    assert after.transport.credentials.ufrag == "ourufrag"
    for old, new in zip(before.sections, after.sections, strict=True):
        for what in ("kind", "mid", "rejected", "direction", "codecs", "extensions", "repairs"):
            assert getattr(new, what) == getattr(old, what)
        assert [source.ssrc for source in new.sources] == [source.ssrc for source in old.sources]


def test_what_another_named_is_named_anew_but_stays_the_same() -> None:
    first, again, elsewhere = rewritten(CHROMIUM), rewritten(CHROMIUM), rewritten(CHROMIUM, b"x" * 32)
    assert first == again != elsewhere
    assert len(set(re.findall(r"cname:(\S+)", first))) == 1, "sound and picture share a clock"


def test_our_addresses_stand_best_first() -> None:
    priorities = [int(each) for each in re.findall(r"a=candidate:\d 1 udp (\d+) ", rewritten(CHROMIUM))]
    assert priorities == [2130706431, 2130706175] * 2


MARK = "10.66.6.6"


@settings(deadline=None)
@given(st.data())
def test_no_text_of_a_party_passes(data: st.DataObject) -> None:
    """A mark is put anywhere into an offer; whatever is made of the offer, the mark is not in it."""
    lines = CHROMIUM.splitlines()
    for _ in range(data.draw(st.integers(1, 5))):
        place = data.draw(st.integers(0, len(lines) - 1))
        at = data.draw(st.integers(0, len(lines[place])))
        mark = data.draw(st.sampled_from((MARK, f" {MARK}", f";x={MARK}", f"={MARK}")))
        lines[place] = lines[place][:at] + mark + lines[place][at:]
    try:
        written = rewritten("\r\n".join(lines))
    except MediaRefusal:
        return
    assert MARK not in written
    assert [line for line in written.splitlines() if not GRAMMAR.fullmatch(line)] == []
