"""What is read of a session description, and what is refused."""

import re
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from server.media.refusal import MediaRefusal
from server.media.relay.description import Description
from server.media.relay.reader import read_description

DESCRIPTIONS = Path(__file__).parent / "descriptions"
CHROMIUM = (DESCRIPTIONS / "chromium_offer.sdp").read_text()
FIREFOX = (DESCRIPTIONS / "firefox_offer.sdp").read_text()

LINES = CHROMIUM.splitlines()


def refusal(sdp: str) -> str:
    with pytest.raises(MediaRefusal) as refused:
        read_description(sdp)
    return refused.value.code


def names(description: Description, section: int) -> list[tuple[int, str]]:
    return [(codec.payload_type, codec.name) for codec in description.sections[section].codecs]


def test_an_offer_of_chromium() -> None:
    offer = read_description(CHROMIUM)
    audio, video, application = offer.sections
    assert [section.mid for section in offer.sections] == ["0", "1", "2"]
    assert application.rejected
    assert names(offer, 0) == [(111, "opus")]
    assert names(offer, 1) == [
        (number + repair, "rtx" if repair else name)
        for number, name in ((96, "VP8"), (102, "H264"), (108, "H264"), (116, "H264"))
        for repair in (0, 1)
    ]
    assert dict(audio.codecs[0].parameters) == {"minptime": "10", "useinbandfec": "1"}
    assert set(video.codecs[0].feedback) == {"nack", "nack pli", "ccm fir", "goog-remb", "transport-cc"}
    assert all(dict(codec.parameters)["packetization-mode"] == "1" for codec in video.codecs if codec.name == "H264")
    assert len(video.sources) == 2
    assert video.repairs == ((video.sources[0].ssrc, video.sources[1].ssrc),)
    assert offer.transport.credentials.ufrag == "SXNm"
    assert offer.transport.credentials.password == "Cdokp8oJu6qoiTJpES7Ax9q5"
    assert {fingerprint.algorithm for fingerprint in offer.transport.fingerprints} == {"sha-256"}


def test_an_offer_of_firefox() -> None:
    offer = read_description(FIREFOX)
    audio, video, application = offer.sections
    assert audio.direction == "recvonly"
    assert application.rejected
    assert names(offer, 1) == [(120, "VP8"), (124, "rtx"), (126, "H264"), (127, "rtx")]
    assert dict(video.codecs[0].parameters) == {"max-fs": "12288", "max-fr": "60"}
    assert {extension.id for extension in video.extensions} == {4, 7}
    assert offer.transport.credentials.ufrag == "59a2c0b7"
    assert len(offer.transport.fingerprints) == 1


@pytest.mark.parametrize(
    "sdp",
    [
        "",
        "hello",
        "v=1\r\ns=-\r\n",
        CHROMIUM.replace("a=mid:0", "a=mid:<script>"),
        CHROMIUM.replace("a=mid:0\n", ""),
        CHROMIUM.replace("a=mid:0", "a=mid:1"),
        CHROMIUM.replace("m=video", "m=picture"),
        CHROMIUM.replace("s=-", "s=\x00"),
        CHROMIUM.replace("s=-", "something"),
        re.sub(r"a=ice-ufrag:.*", "a=ice-ufrag:;", CHROMIUM),
        re.sub(r"a=fingerprint:.*\n", "", CHROMIUM),
        re.sub(r"a=fingerprint:sha-256 ..:", "a=fingerprint:sha-256 ", CHROMIUM),
        re.sub(r"a=fingerprint:sha-256", "a=fingerprint:sha-1", CHROMIUM),
        re.sub(r"a=ssrc:\d+", "a=ssrc:9999999999", CHROMIUM),
        re.sub(r"a=ice-pwd:.*", "a=ice-pwd:short", CHROMIUM),
        CHROMIUM + "a=x\r\n" * 2_000,
    ],
)
def test_what_no_browser_writes_is_malformed(sdp: str) -> None:
    assert refusal(sdp) == "description_malformed"


@pytest.mark.parametrize(
    "sdp",
    [
        "v=0\r\ns=-\r\n",
        CHROMIUM.replace("a=rtcp-mux\n", ""),
        CHROMIUM.replace("a=group:BUNDLE 0 1 2", "a=group:BUNDLE 0"),
        CHROMIUM.replace("UDP/TLS/RTP/SAVPF", "RTP/AVP"),
        CHROMIUM.replace("a=setup:actpass", "a=setup:passive"),
        CHROMIUM.replace("opus", "speex").replace("VP8", "VP9").replace("H264", "H265"),
        re.sub(r"m=(audio|video) \d+", r"m=\1 0", CHROMIUM),
        CHROMIUM.replace("a=mid:1\n", "a=mid:1\n" + "".join(f"a=ssrc:{n} cname:x\n" for n in range(1, 10))),
        CHROMIUM + "".join(f"m=video 0 UDP/TLS/RTP/SAVPF 96\r\na=mid:x{n}\r\n" for n in range(16)),
    ],
)
def test_what_cannot_be_forwarded_is_unsupported(sdp: str) -> None:
    assert refusal(sdp) == "description_unsupported"


def test_a_bundled_section_may_have_no_port_of_its_own() -> None:
    offer = CHROMIUM.replace("m=video 9", "m=video 0").replace("a=mid:1", "a=mid:1\r\na=bundle-only")
    assert read_description(offer) == read_description(CHROMIUM)


def test_what_is_not_known_is_skipped() -> None:
    known = read_description(CHROMIUM).sections[1].codecs[0]
    more = CHROMIUM.replace("a=mid:1", "a=mid:1\r\na=unknown:1\r\nb=AS:100\r\na=rtcp-fb:96 x\r\na=fmtp:96 evil=1")
    assert read_description(more).sections[1].codecs[0] == known


def test_digits_are_ascii() -> None:
    assert refusal(CHROMIUM.replace("m=audio ", "m=audio \u0661")) == "description_malformed"


@settings(deadline=None)
@given(st.data())
def test_any_damage_is_read_or_refused(data: st.DataObject) -> None:
    lines = list(LINES)
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, len(lines) - 1))
        damage = data.draw(st.sampled_from(("drop", "double", "cut", "noise")))
        if damage == "drop":
            del lines[place]
        elif damage == "double":
            lines.insert(data.draw(st.integers(0, len(lines))), lines[place])
        elif damage == "cut":
            lines[place] = lines[place][: data.draw(st.integers(0, len(lines[place])))]
        else:
            lines[place] = lines[place][:4] + data.draw(st.text(max_size=30))
    with suppress(MediaRefusal):
        read_description("\r\n".join(lines))
