"""A few seconds of a person before a camera, encoded once, as RTP payloads: what all benches of calls send."""

import fractions
from collections.abc import Iterator
from dataclasses import dataclass

import av
import numpy as np

WIDTH, HEIGHT, FRAMES_PER_SECOND = 640, 480, 30
VIDEO_BITS_PER_SECOND = 1_000_000
AUDIO_PACKETS_PER_SECOND = 50
SECONDS = 2
MAX_PAYLOAD = 1_100


@dataclass(frozen=True)
class Clip:
    """Payloads of VP8 frames, each cut in packets, and of Opus packets."""

    video: tuple[tuple[bytes, ...], ...]
    audio: tuple[bytes, ...]


def make_clip() -> Clip:
    return Clip(video=tuple(_packets(frame) for frame in _encoded_video()), audio=tuple(_encoded_audio()))


def _packets(frame: bytes) -> tuple[bytes, ...]:
    """A VP8 frame behind payload descriptors of one byte (RFC 7741, 4.2): the first says that a frame begins."""
    pieces = [frame[at : at + MAX_PAYLOAD] for at in range(0, len(frame), MAX_PAYLOAD)]
    return tuple((b"\x10" if number == 0 else b"\x00") + piece for number, piece in enumerate(pieces))


def _encoded_video() -> Iterator[bytes]:
    codec = av.CodecContext.create("libvpx", "w")
    codec.width, codec.height = WIDTH, HEIGHT
    codec.bit_rate = VIDEO_BITS_PER_SECOND
    codec.pix_fmt = "yuv420p"
    codec.framerate = fractions.Fraction(FRAMES_PER_SECOND, 1)
    codec.time_base = fractions.Fraction(1, FRAMES_PER_SECOND)
    codec.options = {"deadline": "realtime", "cpu-used": "8", "lag-in-frames": "0"}
    noise = np.random.default_rng(1)
    coarse = noise.integers(0, 255, (HEIGHT // 8, WIDTH // 8, 3), dtype=np.uint8)
    picture = np.kron(coarse, np.ones((8, 8, 1), dtype=np.uint8))
    for number in range(SECONDS * FRAMES_PER_SECOND):
        moved = np.roll(picture, 3 * number, axis=1)
        moved[160:320, 240:400] = np.kron(noise.integers(90, 160, (20, 20, 3)), np.ones((8, 8, 1))).astype(np.uint8)
        frame = av.VideoFrame.from_ndarray(moved, format="rgb24")
        frame.pts = number
        for packet in codec.encode(frame):
            yield bytes(packet)


def _encoded_audio() -> Iterator[bytes]:
    codec = av.CodecContext.create("libopus", "w")
    codec.sample_rate = 48_000
    codec.layout = "stereo"
    codec.format = "s16"
    codec.bit_rate = 48_000
    samples = 48_000 // AUDIO_PACKETS_PER_SECOND
    for number in range(SECONDS * AUDIO_PACKETS_PER_SECOND):
        time = (np.arange(samples) + number * samples) / 48_000
        tone = (np.sin(time * 2 * np.pi * 440) * 8_000).astype(np.int16)
        frame = av.AudioFrame.from_ndarray(np.repeat(tone, 2).reshape(1, -1), format="s16", layout="stereo")
        frame.sample_rate = 48_000
        frame.pts = number * samples
        for packet in codec.encode(frame):
            yield bytes(packet)
