"""Films out of packets: what was sent is what plays, over lines that lose, repeat and reorder."""

import json
import subprocess
from pathlib import Path
from random import Random

import numpy as np
import pytest

from server.media.recording.making import make_films
from server.media.recording.records import AnyNote, Paused, Resumed
from server.sealed.file import film_label
from tests.media.recording.cinema import arrive, film_of, recite
from tests.media.recording.studio import (
    EPOCH,
    FRAME,
    H264,
    KEY,
    RECORDING,
    Person,
    content,
    encoded,
    tape,
    tone,
)
from tests.support.programs import require

SECONDS = 4
SHADES = [40 + 3 * (number % 60) for number in range(SECONDS * 30)]


@pytest.fixture(scope="module")
def frames() -> list[bytes]:
    return encoded("vp8", SHADES)


@pytest.fixture(scope="module")
def sounds() -> list[bytes]:
    return tone(SECONDS * 50, loud=frozenset(range(100, 110)))


def test_what_was_sent_is_what_plays(tmp_path: Path, frames: list[bytes], sounds: list[bytes]) -> None:
    person = Person("p_citizen01", 0)
    recite(person, frames, sounds)
    tape(tmp_path, [person.described()], arrive(person, jitter=Random(1)))  # noqa: S311
    made = make_films(tmp_path, RECORDING, KEY)
    film, played = film_of(tmp_path, made, person.party)
    assert (film.container, film.shows, film.frames) == ("webm", "camera", len(frames))
    assert [shade for _, shade in played.frames] == pytest.approx(SHADES, abs=6)
    gaps = np.diff([at for at, _ in played.frames])
    assert gaps == pytest.approx(np.full(len(gaps), FRAME), abs=0.002)
    assert played.length == pytest.approx(SECONDS, abs=0.2)
    assert made.dumps[0].is_whole


def test_a_film_is_what_ffprobe_calls_sound(tmp_path: Path, frames: list[bytes], sounds: list[bytes]) -> None:
    person = Person("p_citizen01", 0)
    recite(person, frames, sounds)
    tape(tmp_path, [person.described()], arrive(person))
    film = make_films(tmp_path, RECORDING, KEY).films[0]
    path = tmp_path / "clear.webm"
    path.write_bytes(content(tmp_path / film.name, film_label(RECORDING, film.name)))
    told = ("-v", "error", "-count_frames", "-show_streams", "-show_format", "-of", "json")
    done = subprocess.run([require("ffprobe"), *told, path], check=True, capture_output=True)
    assert done.stderr == b""
    found = json.loads(done.stdout)
    video, audio = found["streams"]
    assert (video["codec_name"], video["nb_read_frames"]) == ("vp8", str(len(frames)))
    assert (audio["codec_name"], audio["channels"], audio["start_time"]) == ("opus", 2, "0.000000")
    assert float(found["format"]["duration"]) == pytest.approx(SECONDS, abs=0.2)


def test_what_was_lost_and_repeated_plays(tmp_path: Path, frames: list[bytes], sounds: list[bytes]) -> None:
    person = Person("p_citizen01", 0)
    recite(person, frames, sounds)
    chance = Random(5)  # noqa: S311
    lost = [sent for sent in person.sent if sent.kind == "picture" and chance.random() < 0.1]
    for sent in lost:
        person.repeat(sent, sent.at + 0.3)
    ids = {id(sent) for sent in lost}
    tape(tmp_path, [person.described()], arrive(person, lose=lambda sent: id(sent) in ids))
    film, played = film_of(tmp_path, make_films(tmp_path, RECORDING, KEY), person.party)
    assert len(lost) > 10
    assert film.frames == len(frames)
    assert [shade for _, shade in played.frames] == pytest.approx(SHADES, abs=6)


def test_what_was_lost_for_good_is_left_out_until_the_next_key_frame(tmp_path: Path, sounds: list[bytes]) -> None:
    person = Person("p_citizen01", 0)
    halves = [encoded("vp8", SHADES[:60]), encoded("vp8", SHADES[60:])]
    recite(person, halves[0] + halves[1], sounds)
    gone = [sent for sent in person.sent if sent.frame == 20]
    ids = {id(sent) for sent in gone}
    tape(tmp_path, [person.described()], arrive(person, lose=lambda sent: id(sent) in ids))
    _, played = film_of(tmp_path, make_films(tmp_path, RECORDING, KEY), person.party)
    assert [shade for _, shade in played.frames] == pytest.approx(SHADES[:20] + SHADES[60:], abs=6)
    assert played.frames[20][0] == pytest.approx(played.frames[0][0] + 60 * FRAME, abs=0.01)
    assert played.length == pytest.approx(SECONDS, abs=0.2)


def test_a_film_begins_with_its_first_key_frame(tmp_path: Path, sounds: list[bytes]) -> None:
    person = Person("p_citizen01", 0)
    halves = [encoded("vp8", SHADES[:60]), encoded("vp8", SHADES[60:])]
    recite(person, halves[0] + halves[1], sounds)
    tape(tmp_path, [person.described()], arrive(person, lose=lambda sent: sent.frame in range(5)))
    film, played = film_of(tmp_path, make_films(tmp_path, RECORDING, KEY), person.party)
    assert film.frames == 60
    assert [shade for _, shade in played.frames] == pytest.approx(SHADES[60:], abs=6)
    assert played.frames[0][0] == pytest.approx(60 * FRAME, abs=0.05)


def test_the_resolution_may_change(tmp_path: Path, sounds: list[bytes]) -> None:
    person = Person("p_citizen01", 0)
    parts = [encoded("vp8", SHADES[:60]), encoded("vp8", SHADES[60:], (320, 240))]
    recite(person, parts[0] + parts[1], sounds)
    tape(tmp_path, [person.described()], arrive(person))
    film, played = film_of(tmp_path, make_films(tmp_path, RECORDING, KEY), person.party)
    assert film.frames == len(SHADES)
    assert played.sizes == [(160, 120), (320, 240)]
    assert [shade for _, shade in played.frames] == pytest.approx(SHADES, abs=6)


def test_h264_becomes_mp4(tmp_path: Path, sounds: list[bytes]) -> None:
    person = Person("p_citizen01", 0)
    parts = [encoded("h264", SHADES[:60]), encoded("h264", SHADES[60:], (320, 240))]
    recite(person, parts[0] + parts[1], sounds, kind="h264")
    tape(tmp_path, [person.described((H264,))], arrive(person, jitter=Random(2)))  # noqa: S311
    film, played = film_of(tmp_path, make_films(tmp_path, RECORDING, KEY), person.party)
    assert (film.container, film.frames) == ("mp4", len(SHADES))
    assert played.sizes == [(160, 120), (320, 240)]
    assert [shade for _, shade in played.frames] == pytest.approx(SHADES, abs=6)
    assert played.length == pytest.approx(SECONDS, abs=0.2)


@pytest.mark.parametrize("rate", [1.0, 1.0001])
def test_a_clap_is_seen_and_heard_at_the_same_moment_in_both_films(tmp_path: Path, rate: float) -> None:
    """A flash and a beep at the same moment before both cameras. One party's clock is an hour slow, the other's a day
    fast, and one packet takes longer than the other."""
    clap = 60
    shades = [200 if number == clap else 40 for number in range(120)]
    sounds = tone(200, loud=frozenset({100}))
    frames = encoded("vp8", shades)
    people = [
        Person("p_citizen01", 0, clock=-3_600, way=0.06, rate=rate),
        Person("p_agent0001", 1, clock=86_400, way=0.01),
    ]
    arrivals: list[tuple[int, int, bytes]] = []
    for person in people:
        recite(person, frames, sounds)
        arrivals += arrive(person, jitter=Random(person.number))  # noqa: S311
    tape(tmp_path, [person.described() for person in people], arrivals)
    made = make_films(tmp_path, RECORDING, KEY)
    seen, heard = [], []
    for person in people:
        _, played = film_of(tmp_path, made, person.party)
        seen.append(next(at for at, shade in played.frames if shade > 120))
        heard.append(played.loud[0])
    assert seen == pytest.approx([clap * FRAME + person.way for person in people], abs=0.02)
    assert heard == pytest.approx(seen, abs=0.03)
    assert abs(seen[0] - seen[1]) < 0.1


def test_without_reports_the_quickest_packets_tell_the_time(tmp_path: Path, frames: list[bytes]) -> None:
    person = Person("p_citizen01", 0)
    recite(person, frames, tone(200, loud=frozenset({100})))
    tape(tmp_path, [person.described()], arrive(person, lose=lambda sent: sent.kind == "report"))
    _, played = film_of(tmp_path, make_films(tmp_path, RECORDING, KEY), person.party)
    assert played.frames[60][0] == pytest.approx(60 * FRAME + person.way, abs=0.02)
    assert played.loud[0] == pytest.approx(2 + person.way, abs=0.05)


def test_a_party_that_lies_about_the_time_changes_nothing(
    tmp_path: Path, frames: list[bytes], sounds: list[bytes]
) -> None:
    person = Person("p_citizen01", 0)
    recite(person, frames, sounds)
    reports = [sent for sent in person.sent if sent.kind == "report"]
    for number, sent in enumerate(reports):
        sent.data = sent.data[:8] + bytes([(number * 37) % 255 + 1]) * 16 + sent.data[24:]
    tape(tmp_path, [person.described()], arrive(person))
    film, played = film_of(tmp_path, make_films(tmp_path, RECORDING, KEY), person.party)
    assert film.frames == len(frames)
    assert played.frames[-1][0] == pytest.approx(SECONDS, abs=0.3)


def test_a_pause_is_still_and_silent(tmp_path: Path, sounds: list[bytes]) -> None:
    person = Person("p_citizen01", 0)
    parts = [encoded("vp8", SHADES[:60]), encoded("vp8", SHADES[60:])]
    recite(person, parts[0] + parts[1], tone(200, loud=frozenset(range(200))))
    kept = [arrival for arrival in arrive(person) if not EPOCH + 1_000_000 < arrival[0] < EPOCH + 3_000_000]
    later: list[tuple[int, AnyNote]] = [(EPOCH + 1_000_000, Paused()), (EPOCH + 3_000_000, Resumed())]
    tape(tmp_path, [person.described()], kept, later=later)
    _, played = film_of(tmp_path, make_films(tmp_path, RECORDING, KEY), person.party)
    assert not any(1.1 < at < 2.9 for at, _ in played.frames)
    assert not any(1.1 < at < 2.9 for at in played.loud)
    assert any(at > 3.1 for at in played.loud)
    assert played.length == pytest.approx(SECONDS, abs=0.2)


def test_a_dump_without_its_end_gives_all_that_was_sealed(
    tmp_path: Path, frames: list[bytes], sounds: list[bytes]
) -> None:
    person = Person("p_citizen01", 0)
    recite(person, frames, sounds)
    path = tape(tmp_path, [person.described()], arrive(person), cut=True)
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) * 3 // 4])
    made = make_films(tmp_path, RECORDING, KEY)
    film, played = film_of(tmp_path, made, person.party)
    assert not made.dumps[0].is_whole
    assert len(frames) * 0.6 < film.frames < len(frames)
    assert len(played.frames) == film.frames


def test_two_dumps_become_one_film(tmp_path: Path) -> None:
    """The call was moved to another worker after two seconds, and the browser began anew there."""
    first, second = Person("p_citizen01", 0), Person("p_citizen01", 3, clock=2.5)
    recite(first, encoded("vp8", SHADES[:60]), tone(100, loud=frozenset()))
    recite(second, encoded("vp8", SHADES[60:]), tone(100, loud=frozenset(range(50, 60))))
    tape(tmp_path, [first.described()], arrive(first), name="b2", cut=True)
    moved = [(at + 2_500_000, number, data) for at, number, data in arrive(second)]
    tape(tmp_path, [second.described()], moved, name="a1", began=EPOCH + 2_400_000)
    made = make_films(tmp_path, RECORDING, KEY)
    _, played = film_of(tmp_path, made, "p_citizen01")
    assert len(made.films) == 1
    assert [shade for _, shade in played.frames] == pytest.approx(SHADES, abs=6)
    assert played.frames[60][0] == pytest.approx(2.5, abs=0.1)
    assert played.loud[0] == pytest.approx(3.5, abs=0.1)


def test_sound_alone_is_a_film_too(tmp_path: Path) -> None:
    person = Person("p_citizen01", 0)
    recite(person, [], tone(100, loud=frozenset({50})))
    tape(tmp_path, [person.described()], arrive(person))
    film, played = film_of(tmp_path, make_films(tmp_path, RECORDING, KEY), person.party)
    assert (film.shows, film.frames, played.frames) == ("sound", 0, [])
    assert played.loud[0] == pytest.approx(1.02, abs=0.05)


def test_who_sent_nothing_has_no_film_and_no_dump_no_films(tmp_path: Path) -> None:
    tape(tmp_path, [Person("p_citizen01", 0).described()], [])
    assert make_films(tmp_path, RECORDING, KEY).films == ()
    assert make_films(tmp_path / "nowhere", RECORDING, KEY).dumps == ()


def test_films_are_made_again_the_same(tmp_path: Path, frames: list[bytes], sounds: list[bytes]) -> None:
    person = Person("p_citizen01", 0)
    recite(person, frames, sounds)
    tape(tmp_path, [person.described()], arrive(person))
    first = make_films(tmp_path, RECORDING, KEY)
    (tmp_path / f"{RECORDING}.9.film.part").write_bytes(b"of one that was killed")
    assert make_films(tmp_path, RECORDING, KEY) == first
    assert {path.name for path in tmp_path.iterdir()} == {first.dumps[0].name, first.films[0].name}


def test_a_film_that_cannot_be_made_is_left_out_and_the_others_are_made(
    tmp_path: Path, frames: list[bytes], sounds: list[bytes]
) -> None:
    odd, sound = Person("p_citizen01", 0), Person("p_agent0001", 1)
    recite(odd, [odd_picture()] * 5, sounds, kind="h264")
    recite(sound, frames, sounds)
    tape(tmp_path, [odd.described((H264,)), sound.described()], arrive(odd) + arrive(sound))
    made = make_films(tmp_path, RECORDING, KEY)
    assert [film.party for film in made.films] == [sound.party]
    assert made.dumps[0].is_whole
    assert list(tmp_path.glob("*.part")) == []


def odd_picture() -> bytes:
    """A key frame of H.264 that says it is a million pixels wide."""
    once, wide = "1", 16 * "0" + "1" + 16 * "0"
    bits = "01000010" + 8 * "0" + "00011110" + 5 * once + "0" + wide + once + "1" + "0" + "0" + "0" + "1"
    sequence = int(bits.ljust(-(-len(bits) // 8) * 8, "0"), 2).to_bytes(-(-len(bits) // 8), "big")
    return b"".join(
        b"\x00\x00\x00\x01" + unit for unit in (b"\x67" + sequence, b"\x68\xce\x38\x80", b"\x65" + bytes(range(1, 60)))
    )
