"""A film: one party's picture and sound as WebM or MP4, as they were encoded, sealed while it is written."""

import fractions
import io
import os
from pathlib import Path
from typing import Any

import av

from server.media.recording.pictures import Frame
from server.media.recording.survey import Encoding, Picture
from server.sealed.file import SealedFileWriter

SILENCE = b"\xf8\xff\xfe"
"""20 ms of nothing in Opus (RFC 6716, 2.1.9 and 3.1). It fills what was not heard: players count sound by its length,
and would play what comes after a hole too early."""

_RATE = 48_000
_SILENCE_SAMPLES = 960
_MAY_OVERLAP = 1_920
"""Samples by which sound may run ahead of its clock before a packet of it is left out: 40 ms."""

_OPUS_RATE = fractions.Fraction(1, _RATE)
_PICTURE_RATE = fractions.Fraction(1, 90_000)


ODD = (ValueError, IndexError)
"""What the library raises for what is no such stream as it says; it would every time. (What the disk does not take is
an OSError.)"""


class Film:
    """Moments are microseconds from the beginning of the recording, at which every film of it begins.

    :param picture: how the picture begins; None for a film of sound alone.
    """

    def __init__(
        self, path: Path, key: bytes, label: str, *, encoding: Encoding | None, picture: Picture | None
    ) -> None:
        self.container = "mp4" if encoding == "h264" else "webm"
        self.frames = 0
        self.is_broken = False
        """Whether what was sent cannot be put into such a film: it is to be left out."""
        self._file = os.fdopen(os.open(path, os.O_RDWR | os.O_CREAT | os.O_TRUNC, 0o600), "w+b")
        self._sealed = SealedFileWriter(self._file, key, label)
        self._output: Any = av.open(
            # Nothing in it that is by chance, or of the moment: made again it is the same.
            self._sealed,
            "w",
            format=self.container,
            options={"fflags": "+bitexact"},
        )
        try:
            self._picture = self._add_picture(encoding, picture) if encoding and picture else None
        except ODD:
            self._picture, self.is_broken = None, True
        # An encoder for its description of the stream only: nothing is ever encoded with it.
        self._sound = self._output.add_stream("libopus", rate=_RATE, layout="stereo")
        self._heard = 0
        self._seen = -1

    def show(self, frame: Frame, moment: int) -> None:
        """Add a frame of the picture."""
        if self._picture is None or moment < 0:
            return
        self._seen = max(self._seen + 1, moment * 9 // 100)
        self.frames += 1
        self._put(self._picture, frame.data, self._seen, _PICTURE_RATE, is_key=frame.size is not None)

    def play(self, packet: bytes, moment: int) -> None:
        """Add a packet of sound."""
        position = moment * _RATE // 1_000_000
        if self._heard - position > _MAY_OVERLAP:
            return
        self._be_silent_until(position)
        self._put_sound(packet, samples_in(packet))

    def reach(self, moment: int) -> None:
        """Nothing more comes that was heard before this moment."""
        self._be_silent_until(moment * _RATE // 1_000_000)

    def close(self) -> None:
        """Write what is left, and seal the end."""
        try:
            try:
                self._output.close()
            except ODD:
                self.is_broken = True
            self._sealed.close()
            os.fsync(self._file.fileno())
        finally:
            self._file.close()

    def _add_picture(self, encoding: Encoding, picture: Picture) -> Any:
        if encoding == "h264" and picture.parameters is not None:
            # What describes the stream is read from its parameter sets, by a reader of such streams.
            with av.open(io.BytesIO(picture.parameters.stream), format="h264") as described:
                stream: Any = self._output.add_stream_from_template(described.streams.video[0])
            stream.width, stream.height = picture.size
        else:
            stream = self._output.add_mux_stream(encoding, width=picture.size.width, height=picture.size.height)
        stream.time_base = _PICTURE_RATE
        return stream

    def _be_silent_until(self, position: int) -> None:
        while position - self._heard >= _SILENCE_SAMPLES:
            self._put_sound(SILENCE, _SILENCE_SAMPLES)

    def _put_sound(self, packet: bytes, samples: int) -> None:
        if samples:
            self._put(self._sound, packet, self._heard, _OPUS_RATE, is_key=True, duration=samples)
            self._heard += samples

    def _put(
        self, stream: Any, data: bytes, at: int, rate: fractions.Fraction, *, is_key: bool, duration: int = 0
    ) -> None:
        if self.is_broken:
            return
        packet = av.Packet(data)
        packet.stream = stream
        packet.time_base = rate
        packet.pts = packet.dts = at
        packet.duration = duration
        packet.is_keyframe = is_key
        try:
            self._output.mux(packet)
        except ODD:
            self.is_broken = True


def samples_in(packet: bytes) -> int:
    """How long a packet of Opus is, in samples at 48 kHz, by its first byte or two (RFC 6716, 3.1)."""
    if not packet:
        return 0
    config, code = packet[0] >> 3, packet[0] & 3
    if config < 12:
        frame = (480, 960, 1_920, 2_880)[config & 3]
    elif config < 16:
        frame = (480, 960)[config & 1]
    else:
        frame = (120, 240, 480, 960)[config & 3]
    if code < 3:
        return frame * (1, 2, 2)[code]
    return frame * (packet[1] & 0x3F) if len(packet) > 1 else 0
