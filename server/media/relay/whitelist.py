"""What of a session description is known, and may be answered: codecs, their parameters, feedback, header extensions.

Every value that passes is matched whole against a pattern here. Left out on purpose: redundancy and forward error
correction (`red`, `ulpfec`, `flexfec`), which retransmission makes unnecessary; simulcast, as nobody in a call of four
needs a lesser picture; VP9 and AV1, which phones encode in software.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Encoding:
    """An encoding that is forwarded: its canonical name, and the `fmtp` parameters that pass, each with its pattern."""

    name: str
    clock_rate: int
    channels: int
    parameters: Mapping[str, re.Pattern[str]]
    required: frozenset[str] = frozenset()

    def read_parameters(self, text: str) -> tuple[tuple[str, str], ...] | None:
        """The parameters of an `fmtp` line that pass; nothing when a required one is missing or does not."""
        given = {
            name.strip().lower(): value.strip() for name, _, value in (part.partition("=") for part in text.split(";"))
        }
        passing = tuple(
            (name, given[name])
            for name, pattern in self.parameters.items()
            if name in given and pattern.fullmatch(given[name])
        )
        return passing if self.required <= {name for name, _ in passing} else None


_NUMBER = re.compile(r"[0-9]{1,9}")
_ONE = re.compile(r"1")
_FLAG = re.compile(r"[01]")
_PROFILE = re.compile(r"[0-9A-Fa-f]{6}")
_PAYLOAD_TYPE = re.compile(r"[0-9]{1,3}")

ENCODINGS: Mapping[str, Mapping[str, Encoding]] = {
    "audio": {
        "opus": Encoding(
            name="opus",
            clock_rate=48_000,
            channels=2,
            parameters={
                "minptime": _NUMBER,
                "ptime": _NUMBER,
                "maxptime": _NUMBER,
                "useinbandfec": _FLAG,
                "usedtx": _FLAG,
                "cbr": _FLAG,
                "stereo": _FLAG,
                "sprop-stereo": _FLAG,
                "maxaveragebitrate": _NUMBER,
                "maxplaybackrate": _NUMBER,
            },
        ),
    },
    "video": {
        "vp8": Encoding(
            name="VP8",
            clock_rate=90_000,
            channels=1,
            parameters={"max-fs": _NUMBER, "max-fr": _NUMBER},
        ),
        "h264": Encoding(
            name="H264",
            clock_rate=90_000,
            channels=1,
            parameters={
                "level-asymmetry-allowed": _FLAG,
                # Mode 0 allows no fragmentation: its pictures do not fit in packets that cross every network.
                "packetization-mode": _ONE,
                "profile-level-id": _PROFILE,
            },
            required=frozenset({"packetization-mode"}),
        ),
        "rtx": Encoding(
            name="rtx",
            clock_rate=90_000,
            channels=1,
            parameters={"apt": _PAYLOAD_TYPE, "rtx-time": _NUMBER},
            required=frozenset({"apt"}),
        ),
    },
}

FEEDBACK = frozenset({"nack", "nack pli", "ccm fir", "goog-remb", "transport-cc"})

SEND_TIME = "http://www.webrtc.org/experiments/rtp-hdrext/abs-send-time"
TRANSPORT_NUMBER = "http://www.ietf.org/id/draft-holmer-rmcat-transport-wide-cc-extensions-01"

HEADER_EXTENSIONS = frozenset(
    {
        "urn:ietf:params:rtp-hdrext:ssrc-audio-level",
        "urn:3gpp:video-orientation",
        SEND_TIME,
        "http://www.webrtc.org/experiments/rtp-hdrext/playout-delay",
        "http://www.webrtc.org/experiments/rtp-hdrext/video-content-type",
        TRANSPORT_NUMBER,
    }
)
"""Not `mid`: sections have other names for each party. Sources are announced by their SSRC instead."""

FINGERPRINT_LENGTHS: Mapping[str, int] = {"sha-256": 32, "sha-384": 48, "sha-512": 64}
"""Digests a certificate may be named by, with their lengths in bytes. SHA-1 is not among them."""
