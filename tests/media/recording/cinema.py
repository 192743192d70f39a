"""Showing films in tests: what is in them, decoded, and how people perform for them."""

import io
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import av
import numpy as np

from server.media.recording.making import FilmMade, Made
from server.sealed.file import film_label
from tests.media.recording.studio import FRAME, RECORDING, Person, content


@dataclass
class Played:
    """A film, decoded: the shade of each frame with its moment, sizes, and where sound is loud; in seconds."""

    frames: list[tuple[float, int]]
    sizes: list[tuple[int, int]]
    loud: list[float]
    length: float


def play(film: bytes) -> Played:
    frames: list[tuple[float, int]] = []
    sizes: list[tuple[int, int]] = []
    loud: list[float] = []
    length = 0.0
    with av.open(io.BytesIO(film), "r") as container:
        for frame in container.decode(video=0) if container.streams.video else ():
            picture = frame.to_ndarray(format="gray")
            frames.append((float(frame.time or 0), int(np.median(picture[-20:, -40:]))))
            if (frame.width, frame.height) not in sizes:
                sizes.append((frame.width, frame.height))
    with av.open(io.BytesIO(film), "r") as container:
        for sound in container.decode(audio=0):
            wave = np.abs(sound.to_ndarray().astype(float))
            length = float(sound.time or 0) + sound.samples / 48_000
            if wave.max() > 0.2:
                first = int(np.argmax(wave.max(axis=0) > 0.2))
                loud.append(float(sound.time or 0) + first / 48_000)
    return Played(frames, sizes, loud, length)


def film_of(folder: Path, made: Made, party: str) -> tuple[FilmMade, Played]:
    film = next(film for film in made.films if film.party == party)
    return film, play(content(folder / film.name, film_label(RECORDING, film.name)))


def recite(person: Person, frames: list[bytes], sounds: list[bytes], *, kind: str = "vp8") -> None:
    """Send frames, sound and a report a second from the beginning on."""
    for number, frame in enumerate(frames):
        person.show(number * FRAME, frame, kind=kind, number=number)
    for number, packet in enumerate(sounds):
        person.say(number * 0.02, packet)
    for second in range(max(len(frames) // 30, len(sounds) // 50)):
        person.report(second + 0.5)


def arrive(person: Person, **line: Any) -> list[tuple[int, int, bytes]]:
    return [(at, person.number, data) for at, data in person.arrivals(**line)]
