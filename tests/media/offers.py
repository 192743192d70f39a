"""Session descriptions as a browser writes them, with Chromium's numbers, for endpoints that are no browsers."""

import re
from dataclasses import asdict, dataclass

SDP = """v=0
o=- 1 1 IN IP4 198.51.100.7
s=-
t=0 0
a=group:BUNDLE {mids}
"""

TRANSPORT = """c=IN IP4 198.51.100.7
a=ice-ufrag:{ufrag}
a=ice-pwd:{password}
a=fingerprint:sha-256 {fingerprint}
a=setup:{setup}
a=mid:{mid}
a={direction}
a=rtcp-mux
a=rtcp-rsize
a=candidate:1 1 udp 2130706431 {address} {port} typ host
"""

SOUND = """m=audio 9 UDP/TLS/RTP/SAVPF 111
{transport}a=extmap:1 urn:ietf:params:rtp-hdrext:ssrc-audio-level
a=extmap:2 http://www.webrtc.org/experiments/rtp-hdrext/abs-send-time
a=extmap:3 http://www.ietf.org/id/draft-holmer-rmcat-transport-wide-cc-extensions-01
a=rtpmap:111 opus/48000/2
a=rtcp-fb:111 transport-cc
"""

PICTURE = """m=video 9 UDP/TLS/RTP/SAVPF 96 97
{transport}a=extmap:2 http://www.webrtc.org/experiments/rtp-hdrext/abs-send-time
a=extmap:3 http://www.ietf.org/id/draft-holmer-rmcat-transport-wide-cc-extensions-01
a=rtpmap:96 VP8/90000
a=rtcp-fb:96 goog-remb
a=rtcp-fb:96 transport-cc
a=rtcp-fb:96 ccm fir
a=rtcp-fb:96 nack
a=rtcp-fb:96 nack pli
a=rtpmap:97 rtx/90000
a=fmtp:97 apt=96
"""


@dataclass(frozen=True)
class Described:
    """How an endpoint is reached and proves itself."""

    ufrag: str
    password: str
    fingerprint: str
    setup: str
    address: str
    port: int


def describe(
    who: Described, cname: str, *, sound: int, camera: tuple[int, int], screen: tuple[int, int] | None, places: int
) -> str:
    """An offer of sound, a picture (SSRC, and that of its retransmissions) and perhaps a screen, under mids 0 to 2.

    `places`: for how many others there are sections beside these, which only receive.
    """

    def section(template: str, mid: int, *ssrcs: int) -> str:
        lines = [f"a=ssrc:{ssrc} cname:{cname}" for ssrc in ssrcs]
        if len(ssrcs) == 2:
            lines.insert(0, f"a=ssrc-group:FID {ssrcs[0]} {ssrcs[1]}")
        common = TRANSPORT.format(mid=mid, direction="sendrecv" if ssrcs else "recvonly", **asdict(who))
        return template.format(transport=common) + "".join(f"{line}\n" for line in lines)

    sections = [section(SOUND, 0, sound), section(PICTURE, 1, *camera)]
    if screen is not None:
        sections.append(section(PICTURE, 2, *screen))
    for number in range(places):
        sections += [section(SOUND, 10 + 2 * number), section(PICTURE, 11 + 2 * number)]
    mids = " ".join(re.findall(r"^a=mid:(.*)$", "".join(sections), re.MULTILINE))
    return SDP.format(mids=mids) + "".join(sections)
