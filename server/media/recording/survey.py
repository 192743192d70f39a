"""The survey: a first reading of a recording's dumps, for what must be known before the first frame is written."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

from server.media.recording.clocks import PartyClock
from server.media.recording.h264 import Parameters, Size, parameters_of, size_in, units_of
from server.media.recording.packets import Packet, is_rtcp, read_packet, sender_reports
from server.media.recording.pictures import vp8_packet_size
from server.media.recording.records import Described, Encoded, Record, Stream
from server.protocol.media import StreamSource

Encoding = Literal["vp8", "h264"]


@dataclass(frozen=True, slots=True)
class Picture:
    """How a film's picture begins: `parameters` for H.264."""

    size: Size
    parameters: Parameters | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """Which stream a packet belongs to, and as what; `repeats` the source whose lost packet it holds again."""

    stream: Stream
    encoding: Encoded
    repeats: int | None = None


class Streams:
    """What one party said that it sends, by which its packets are told apart."""

    def __init__(self) -> None:
        self._streams: tuple[Stream, ...] = ()
        self._by_source: dict[int, Stream] = {}
        self._repeats: dict[int, int] = {}
        self._latest: dict[tuple[str, int], int] = {}

    def describe(self, streams: tuple[Stream, ...]) -> None:
        self._streams = streams
        for stream in streams:
            self._by_source.update(dict.fromkeys(stream.sources, stream))
            self._repeats.update({second: first for first, second in stream.repairs})

    def tell(self, packet: Packet) -> Told | None:
        """Whose packet it is; None where nobody said that there would be such."""
        stream = self._stream_of(packet)
        encoding = _encoding(stream, packet.payload_type) if stream else None
        if stream is None or encoding is None:
            return None
        if encoding.repairs is None:
            self._latest[stream.mid, packet.payload_type] = packet.source
            return Told(stream, encoding)
        repaired = _encoding(stream, encoding.repairs)
        # Without a word on what it repairs, it is the source that is sent in the same section.
        source = self._repeats.get(packet.source) or self._latest.get((stream.mid, encoding.repairs))
        if repaired is None or source is None:
            return None
        return Told(stream, repaired, source)

    def _stream_of(self, packet: Packet) -> Stream | None:
        known = self._by_source.get(packet.source)
        if known is not None:
            return known
        fitting = [stream for stream in self._streams if _encoding(stream, packet.payload_type)]
        named = [stream for stream in fitting if (stream.mid_extension, stream.mid.encode()) in packet.extensions]
        found = next(iter(named or fitting), None)
        if found is not None and (named or len(fitting) == 1):
            self._by_source[packet.source] = found
        return found


@dataclass
class PartySurvey:
    """What is known of a party: when its packets were made, and how each of its pictures begins, by what it shows and
    its encoding."""

    party: str
    clock: PartyClock = field(default_factory=PartyClock)
    streams: Streams = field(default_factory=Streams)
    pictures: dict[tuple[StreamSource, Encoding], Picture] = field(default_factory=dict)
    packets: int = 0
    _units: dict[StreamSource, list[bytes]] = field(default_factory=dict)

    def look(self, record: Record) -> None:
        """Take a packet into account."""
        if is_rtcp(record.packet):
            for report in sender_reports(record.packet):
                self.clock.note_report(report, record.at)
            return
        packet = read_packet(record.packet)
        told = self.streams.tell(packet) if packet else None
        if packet is None or told is None or told.repeats is not None:
            return
        self.packets += 1
        self.clock.note_packet(packet.source, told.encoding.clock_rate, packet.stamp, record.at)
        encoding = picture_encoding(told.encoding)
        if encoding is not None and packet.payload and (told.stream.source, encoding) not in self.pictures:
            picture = self._picture(told.stream.source, encoding, packet.payload)
            if picture is not None:
                self.pictures[told.stream.source, encoding] = picture

    def _picture(self, source: StreamSource, encoding: Encoding, payload: bytes) -> Picture | None:
        """How the picture begins, where this packet says it."""
        if encoding == "vp8":
            size = vp8_packet_size(payload)
            return Picture(size) if size else None
        # The two parameter sets may come in one packet or in two.
        units = self._units[source] = self._units.get(source, [])[-1:] + list(units_of([payload]))
        parameters = parameters_of(units)
        size = size_in(parameters.sequence) if parameters else None
        return Picture(size, parameters) if size else None


@dataclass
class Survey:
    """What a recording holds: from when to when, and of whom."""

    began_at: int = 0
    ended_at: int = 0
    parties: dict[str, PartySurvey] = field(default_factory=dict)

    def read(self, records: Iterable[Record]) -> None:
        """Read one dump of the recording, after those before it. Raises what reading it raises, at the end of what is
        good."""
        numbers: dict[int, PartySurvey] = {}
        for record in records:
            self.began_at = self.began_at or record.at
            self.ended_at = max(self.ended_at, record.at)
            match record.note:
                case Described(number=number, party=party, streams=streams):
                    survey = numbers[number] = self.parties.setdefault(party, PartySurvey(party))
                    survey.streams.describe(streams)
                case None if record.party in numbers:
                    numbers[record.party].look(record)


def picture_encoding(encoding: Encoded) -> Encoding | None:
    """The encoding, where it is one of pictures."""
    match encoding.name:
        case "vp8" | "h264" as name:
            return name
        case _:
            return None


def _encoding(stream: Stream, payload_type: int) -> Encoded | None:
    return next((each for each in stream.encodings if each.payload_type == payload_type), None)
