"""Making films: from the dumps of a recording to one film for each party and picture, without decoding anything.

The dumps are read twice: a survey first, then packet by packet in order. A film that was made lies there under its
name, whole; made again from the same dumps it is the same film.
"""

import hashlib
import itertools
import logging
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Literal

from server.media.recording.dump import dump_label, is_written
from server.media.recording.film import Film
from server.media.recording.packets import Packet, is_rtcp, read_packet
from server.media.recording.pictures import Depacketizer, H264Pictures, Vp8Pictures
from server.media.recording.records import Began, Described, Paused, Record, decode
from server.media.recording.reorder import InOrder, Reorder
from server.media.recording.survey import Encoding, PartySurvey, Streams, Survey, Told, picture_encoding
from server.protocol.media import StreamSource
from server.sealed.file import SealedFile, digest, film_label
from server.sealed.stream import Damaged, SealedStream

logger = logging.getLogger(__name__)

_BEHIND = 5_000_000
"""Microseconds by which what is heard may come later than the rest: longer than a hole is waited for."""


Shows = Literal["camera", "screen", "sound"]

_SHOWS: dict[StreamSource | None, Shows] = {"camera": "camera", "screen": "screen", None: "sound"}


@dataclass(frozen=True, slots=True)
class DumpMade:
    """A dump as it lies there, by its file's name: `is_whole` unless its end is missing or a part was changed."""

    name: str
    size: int
    sha256: str
    is_whole: bool


@dataclass(frozen=True, slots=True)
class FilmMade:
    """A film: file name, what it shows of whom, container, size and digest of its content, length, frames."""

    name: str
    party: str
    shows: Shows
    container: str
    size: int
    sha256: str
    seconds: float
    frames: int


@dataclass(frozen=True, slots=True)
class Made:
    """All that became of a recording."""

    dumps: tuple[DumpMade, ...]
    films: tuple[FilmMade, ...]


def dumps_of(folder: Path, recording: str) -> list[Path]:
    """The dumps of a recording: one for each worker that had its call."""
    return sorted(folder.glob(f"{recording}.*.dump"))


def films_of(folder: Path, recording: str) -> list[Path]:
    """Its films, half made ones too."""
    return sorted([*folder.glob(f"{recording}.*.film"), *folder.glob(f"{recording}.*.film.part")])


def make_films(folder: Path, recording: str, key: bytes, *, waits: bool = True) -> Made:
    """Make all films of a recording whose call is over. May be done again, from the beginning.

    Raises OSError; BlockingIOError where it `waits`, while a worker has a dump open yet: one that was frozen, say.
    """
    if waits and any(map(is_written, dumps_of(folder, recording))):
        raise BlockingIOError
    for left in films_of(folder, recording):
        left.unlink()
    survey, dumps = Survey(), []
    readings = [_Reading(path, recording, key) for path in dumps_of(folder, recording)]
    readings.sort(key=lambda reading: reading.began_at)
    for reading in readings:
        survey.read(reading.records())
        dumps.append(DumpMade(reading.path.name, reading.path.stat().st_size, _sha256(reading.path), reading.is_whole))
    workshop = _Workshop(folder, recording, key, survey)
    for reading in readings:
        workshop.work(reading.records())
    return Made(tuple(dumps), tuple(workshop.finish()))


class _Reading:
    """One dump, read as often as wanted; what comes after a damaged part is left out."""

    def __init__(self, path: Path, recording: str, key: bytes) -> None:
        self.path = path
        self.is_whole = True
        self._recording = recording
        self._key = key
        self.began_at = next((record.at for record in self.records() if isinstance(record.note, Began)), 0)
        self.is_whole = True

    def records(self) -> Iterator[Record]:
        with self.path.open("rb") as file:
            try:
                yield from self._records(file)
            except (Damaged, ValueError):
                self.is_whole = False

    def _records(self, file: BinaryIO) -> Iterator[Record]:
        stream = SealedStream(file, self._key, dump_label(self._recording))
        yield from decode(stream)
        self.is_whole = stream.is_complete


class _Party:
    """The films of one party, and what leads to them."""

    def __init__(self, survey: PartySurvey, began_at: int, new_film: "_NewFilm") -> None:
        self._survey = survey
        self._began_at = began_at
        self._orders: dict[int, Reorder] = {}
        self._pictures: dict[tuple[int, Encoding], Depacketizer] = {}
        self._told: dict[int, Told] = {}
        self.streams = Streams()
        self.films: dict[tuple[StreamSource, Encoding] | None, Film] = {}
        for source, encoding in survey.pictures:
            self.films[source, encoding] = new_film(survey, source, encoding)
        self._with_sound = [film for key, film in self.films.items() if key and key[0] == "camera"]
        if not self._with_sound and survey.packets:
            self.films[None] = new_film(survey, None, None)
            self._with_sound = [self.films[None]]

    def take(self, record: Record) -> None:
        packet = None if is_rtcp(record.packet) else read_packet(record.packet)
        told = self.streams.tell(packet) if packet else None
        if packet is None or told is None:
            return
        if told.repeats is not None:
            if len(packet.payload) < 2:
                return  # padding
            # RFC 4588, 4: the number it had comes first.
            packet = packet._replace(
                source=told.repeats,
                number=int.from_bytes(packet.payload[:2], "big"),
                payload_type=told.encoding.payload_type,
                payload=packet.payload[2:],
            )
        self._told[packet.source] = told
        order = self._orders.setdefault(packet.source, Reorder())
        for given in order.push(packet, record.at):
            self._use(given)

    def reach(self, at: int) -> None:
        for film in self.films.values():
            film.reach(at - self._began_at)

    def interrupt(self) -> None:
        """Nothing comes for a while: what waits goes on, and the next frame has to be a key frame."""
        for order in self._orders.values():
            for given in order.flush():
                self._use(given)
        self._orders.clear()
        self._pictures.clear()

    def _use(self, given: InOrder) -> None:
        packet: Packet = given.packet
        told = self._told[packet.source]
        encoding = picture_encoding(told.encoding)
        if encoding is None:
            moment = self._moment(packet.source, packet.stamp, given.at)
            for film in self._with_sound:
                film.play(packet.payload, moment)
            return
        shown_in = self.films.get((told.stream.source, encoding))
        if shown_in is None:
            return
        pictures = self._pictures.get((packet.source, encoding))
        if pictures is None:
            pictures = Vp8Pictures() if encoding == "vp8" else H264Pictures()
            self._pictures[packet.source, encoding] = pictures
        for frame in pictures.push(given):
            shown_in.show(frame, self._moment(packet.source, frame.stamp, frame.at))

    def _moment(self, source: int, stamp: int, at: int) -> int:
        return self._survey.clock.when(source, stamp, at) - self._began_at


@dataclass
class _NewFilm:
    """Begins the films of a recording, under names of their own, half made until they are finished."""

    folder: Path
    recording: str
    key: bytes

    def __post_init__(self) -> None:
        self.begun: list[tuple[str, PartySurvey, Shows, Film]] = []
        self._numbers = itertools.count(1)

    def __call__(self, party: PartySurvey, source: StreamSource | None, encoding: Encoding | None) -> Film:
        name = f"{self.recording}.{next(self._numbers)}.film"
        picture = party.pictures[source, encoding] if source is not None and encoding is not None else None
        film = Film(
            self.folder / f"{name}.part",
            self.key,
            film_label(self.recording, name),
            encoding=encoding,
            picture=picture,
        )
        self.begun.append((name, party, _SHOWS[source], film))
        return film


class _Workshop:
    """All films of a recording while they are made."""

    def __init__(self, folder: Path, recording: str, key: bytes, survey: Survey) -> None:
        self._folder = folder
        self._recording = recording
        self._key = key
        self._survey = survey
        self._new_film = _NewFilm(folder, recording, key)
        self._parties = {
            id_: _Party(party, survey.began_at, self._new_film) for id_, party in sorted(survey.parties.items())
        }

    def work(self, records: Iterator[Record]) -> None:
        """Take one dump, after those before it."""
        numbers: dict[int, _Party] = {}
        reached = 0
        for record in records:
            match record.note:
                case Described(number=number, party=party, streams=streams):
                    numbers[number] = self._parties[party]
                    numbers[number].streams.describe(streams)
                case Paused():
                    self._interrupt()
                case None if record.party in numbers:
                    numbers[record.party].take(record)
            if record.at - reached > 1_000_000:
                reached = record.at
                for each in self._parties.values():
                    each.reach(reached - _BEHIND)
        self._interrupt()

    def finish(self) -> Iterator[FilmMade]:
        for each in self._parties.values():
            each.reach(self._survey.ended_at)
        for name, party, shows, film in self._new_film.begun:
            film.close()
            if film.is_broken:
                logger.warning("a film of %s is left out: its stream is odd", self._recording)
                (self._folder / f"{name}.part").unlink()
                continue
            path = (self._folder / f"{name}.part").rename(self._folder / name)
            label = film_label(self._recording, name)
            with SealedFile(path, self._key, label) as sealed:
                size = sealed.size
            yield FilmMade(
                name=name,
                party=party.party,
                shows=shows,
                container=film.container,
                size=size,
                sha256=digest(path, self._key, label),
                seconds=(self._survey.ended_at - self._survey.began_at) / 1e6,
                frames=film.frames,
            )

    def _interrupt(self) -> None:
        for party in self._parties.values():
            party.interrupt()


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
