"""Two people before their cameras, as the packets that a worker would have taped: encoded once, sent over a line that
loses, repeats and reorders as a test says."""

import fractions
import random
import struct
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import av
import numpy as np

from server.media.recording.dump import dump_label
from server.media.recording.records import (
    PACKET,
    RECORD,
    AnyNote,
    Began,
    Described,
    Encoded,
    Stream,
    encode_note,
)
from server.sealed.file import SealedFile
from server.sealed.stream import Sealer

RECORDING = "r_0123456789"
KEY = bytes(range(32))
EPOCH = 1_790_000_000_000_000
"""When the recording began, in microseconds since 1970."""

FRAME = 1 / 30
VP8 = Encoded(96, "vp8", 90_000)
VP8_REPAIR = Encoded(97, "rtx", 90_000, repairs=96)
H264 = Encoded(102, "h264", 90_000)
OPUS = Encoded(111, "opus", 48_000)
MOST = 1_100

Lose = Callable[["Sent"], bool]


@dataclass
class Sent:
    """A packet on its way: when it was sent, in seconds, and of what."""

    at: float
    kind: str
    data: bytes
    frame: int = -1


@dataclass
class Person:
    """What one party sends. `clock`: by how many seconds their wall clock is wrong; `way`: how long packets take."""

    party: str
    number: int
    clock: float = 0.0
    way: float = 0.02
    rate: float = 1.0
    sent: list[Sent] = field(default_factory=list)
    picture: int = field(init=False)
    sound: int = field(init=False)
    repair: int = field(init=False)

    def __post_init__(self) -> None:
        base = 1_000 * (self.number + 1)
        self.picture, self.sound, self.repair = base + 1, base + 2, base + 3
        self._numbers = {self.picture: 65_500, self.sound: 7, self.repair: 3}
        self._offsets = {self.picture: 0xFFFF_F000, self.sound: 12_345}

    def described(self, video: tuple[Encoded, ...] = (VP8, VP8_REPAIR)) -> Described:
        return Described(
            number=self.number,
            party=self.party,
            streams=(
                Stream("microphone", "0", (OPUS,), (self.sound,)),
                Stream("camera", "1", video, (self.picture, self.repair), ((self.picture, self.repair),)),
            ),
        )

    def show(self, at: float, frame: bytes, *, kind: str = "vp8", number: int = -1) -> None:
        """Send an encoded frame that was seen at this moment."""
        payloads = list(_vp8_payloads(frame) if kind == "vp8" else _h264_payloads(frame))
        payload_type = VP8.payload_type if kind == "vp8" else H264.payload_type
        for index, payload in enumerate(payloads):
            data = self._rtp(self.picture, payload_type, at, 90_000, payload, marker=index == len(payloads) - 1)
            self.sent.append(Sent(at + 0.001 + index * 0.0002, "picture", data, number))

    def say(self, at: float, packet: bytes) -> None:
        """Send a packet of sound that was heard at this moment."""
        data = self._rtp(self.sound, OPUS.payload_type, at, 48_000, packet)
        self.sent.append(Sent(at + 0.021, "sound", data))

    def report(self, at: float) -> None:
        """Say what both RTP clocks show now, by one's own wall clock."""
        for source, rate in ((self.picture, 90_000), (self.sound, 48_000)):
            wall = (EPOCH / 1e6 + at) * self.rate + self.clock + 2_208_988_800
            stamp = self._stamp(source, at, rate)
            data = struct.pack("!BBHIIIIII", 0x80, 200, 6, source, int(wall), int(wall % 1 * 2**32), stamp, 0, 0)
            self.sent.append(Sent(at, "report", data))

    def repeat(self, sent: Sent, at: float) -> None:
        """Send a packet again that was lost, in the stream for that."""
        number, stamp = struct.unpack_from("!HI", sent.data, 2)
        marker = sent.data[1] & 0x80
        mine = self._next(self.repair)
        head = struct.pack("!BBHII", 0x80, VP8_REPAIR.payload_type | marker, mine, stamp, self.repair)
        self.sent.append(Sent(at, "repair", head + struct.pack("!H", number) + sent.data[12:]))

    def arrivals(
        self, lose: Lose = lambda _: False, jitter: random.Random | None = None
    ) -> Iterator[tuple[int, bytes]]:
        """What reaches the worker, and when, in microseconds."""
        for sent in self.sent:
            if not lose(sent):
                late = jitter.random() * 0.03 if jitter and sent.kind != "report" else 0.0
                yield EPOCH + round((sent.at + self.way + late) * 1e6), sent.data

    def _rtp(
        self, source: int, payload_type: int, at: float, rate: int, payload: bytes, *, marker: bool = False
    ) -> bytes:
        stamp = self._stamp(source, at, rate)
        head = struct.pack("!BBHII", 0x80, payload_type | marker << 7, self._next(source), stamp, source)
        return head + payload

    def _stamp(self, source: int, at: float, rate: int) -> int:
        return (self._offsets[source] + round(at * rate * self.rate)) & 0xFFFFFFFF

    def _next(self, source: int) -> int:
        self._numbers[source] = (self._numbers[source] + 1) & 0xFFFF
        return self._numbers[source]


def tape(
    folder: Path,
    notes: list[AnyNote],
    arrivals: list[tuple[int, int, bytes]],
    *,
    name: str = "a1",
    began: int = EPOCH,
    later: list[tuple[int, AnyNote]] | None = None,
    cut: bool = False,
    recording: str = RECORDING,
    key: bytes = KEY,
) -> Path:
    """A dump of what arrived, as (moment, party's number, packet). `later`: notes between; `cut`: without its end."""
    folder.mkdir(exist_ok=True)
    path = folder / f"{recording}.{name}.dump"
    sealer = Sealer(key, dump_label(recording))
    records = [encode_note(note, began) for note in (Began(recording=recording), *notes)]
    timed = [(at, encode_note(note, at)) for at, note in later or ()]
    timed += [(at, RECORD.pack(len(data), PACKET, number, 0, at) + data) for at, number, data in arrivals]
    records += [record for _, record in sorted(timed, key=lambda pair: pair[0])]
    with path.open("wb") as file:
        file.write(sealer.header)
        for at in range(0, len(records), 50):
            final = at + 50 >= len(records) and not cut
            file.write(sealer.seal(b"".join(records[at : at + 50]), final=final))
    return path


def content(path: Path, label: str) -> bytes:
    """What is in a film."""
    with SealedFile(path, KEY, label) as sealed:
        return b"".join(sealed.read(0, sealed.size))


def encoded(kind: str, shades: list[int], size: tuple[int, int] = (160, 120)) -> list[bytes]:
    """Frames of one shade of grey each, encoded; the first is a key frame."""
    codec = av.CodecContext.create("libvpx" if kind == "vp8" else "libx264", "w")
    codec.width, codec.height = size
    codec.pix_fmt = "yuv420p"
    codec.framerate = fractions.Fraction(30, 1)
    codec.time_base = fractions.Fraction(1, 30)
    codec.bit_rate = 400_000
    codec.options = (
        {"deadline": "realtime", "cpu-used": "8", "lag-in-frames": "0", "auto-alt-ref": "0", "error-resilient": "0"}
        if kind == "vp8"
        else {"tune": "zerolatency", "profile": "baseline", "preset": "ultrafast", "x264-params": "repeat-headers=1"}
    )
    packets: list[bytes] = []
    noise = np.random.default_rng(3)
    for number, shade in enumerate(shades):
        picture = np.full((size[1], size[0], 3), shade, dtype=np.uint8)
        picture[:40, :60] = noise.integers(0, 255, (40, 60, 3), dtype=np.uint8)
        frame = av.VideoFrame.from_ndarray(picture, format="rgb24")
        frame.pts = number
        packets += [bytes(packet) for packet in codec.encode(frame)]
    return packets


def tone(packets: int, *, loud: frozenset[int]) -> list[bytes]:
    """So many packets of 20 ms of sound, a tone in those that are loud."""
    codec = av.CodecContext.create("libopus", "w")
    codec.sample_rate = 48_000
    codec.layout = "stereo"
    codec.format = "s16"
    codec.bit_rate = 48_000
    found: list[bytes] = []
    for number in range(packets):
        time = (np.arange(960) + number * 960) / 48_000
        wave = (np.sin(time * 2 * np.pi * 1_000) * (16_000 if number in loud else 0)).astype(np.int16)
        frame = av.AudioFrame.from_ndarray(np.repeat(wave, 2).reshape(1, -1), format="s16", layout="stereo")
        frame.sample_rate = 48_000
        frame.pts = number * 960
        found += [bytes(packet) for packet in codec.encode(frame)]
    return found


def _vp8_payloads(frame: bytes) -> Iterator[bytes]:
    for at in range(0, len(frame), MOST):
        # A long descriptor, as browsers write it: extended, with a picture id of 15 bits.
        yield (b"\x90" if at == 0 else b"\x80") + b"\x80\x81\x23" + frame[at : at + MOST]


def _h264_payloads(frame: bytes) -> Iterator[bytes]:
    units = [unit for unit in frame.replace(b"\x00\x00\x00\x01", b"\x00\x00\x01").split(b"\x00\x00\x01") if unit]
    small = [unit for unit in units if unit[0] & 0x1F in (7, 8)]
    if small:
        yield b"\x18" + b"".join(struct.pack("!H", len(unit)) + unit for unit in small)
    for unit in units:
        if unit in small:
            continue
        if len(unit) <= MOST:
            yield unit
            continue
        pieces = [unit[at : at + MOST] for at in range(1, len(unit), MOST)]
        for number, piece in enumerate(pieces):
            mark = 0x80 * (number == 0) | 0x40 * (number == len(pieces) - 1)
            yield bytes((unit[0] & 0xE0 | 28, mark | unit[0] & 0x1F)) + piece
