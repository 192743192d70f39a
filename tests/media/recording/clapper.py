"""A clapper: two real browsers flash and beep on every full second of one clock, and are recorded."""

import asyncio
import io
import statistics
from dataclasses import dataclass
from pathlib import Path

import av
import numpy as np
from playwright.async_api import Browser

from server.media.recording.dump import Spool
from server.media.recording.making import make_films
from server.media.worker import Worker
from server.protocol.media import MediaEvent
from server.sealed.file import film_label
from tests.media.browsers import Exchange, Party, site
from tests.media.recording.studio import KEY, RECORDING, content

CALL = "k_clapper0001"
SECONDS = 9

CLAPPER = """(() => {
  const length = 120;
  navigator.mediaDevices.getUserMedia = async () => {
    const canvas = Object.assign(document.createElement("canvas"), { width: 320, height: 240 });
    const brush = canvas.getContext("2d");
    let noise = 0;
    setInterval(() => {
      brush.fillStyle = Date.now() % 1000 < length ? "#fff" : "#222";
      brush.fillRect(0, 0, 320, 240);
      brush.fillStyle = "#444";
      brush.fillRect(noise++ % 300, 220, 20, 20);
    }, 15);
    const context = new AudioContext({ sampleRate: 48000 });
    const tone = context.createOscillator(), gain = context.createGain();
    const out = context.createMediaStreamDestination();
    tone.frequency.value = 1000;
    gain.gain.value = 0;
    tone.connect(gain).connect(out);
    tone.start();
    const beep = () => {
      const wait = 1000 - Date.now() % 1000;
      const at = context.currentTime + wait / 1000;
      gain.gain.setValueAtTime(0.8, at);
      gain.gain.setValueAtTime(0, at + length / 1000);
      setTimeout(beep, wait + 300);
    };
    beep();
    return new MediaStream([...canvas.captureStream(30).getTracks(), ...out.stream.getTracks()]);
  };
})()"""
"""Takes the place of camera and microphone in a page."""


@dataclass(frozen=True)
class Measured:
    """In milliseconds, medians over some seconds: how long after the flash the beep is heard, in each film; how far the
    flashes of the two films are apart."""

    lips: tuple[float, float]
    parties: float


async def clap(browser: Browser, folder: Path) -> Measured:
    """Have two pages call each other and clap, record them, and look at the films."""
    events: list[MediaEvent] = []

    def on_event(event: MediaEvent) -> None:
        events.append(event)
        exchange.on_event(event)

    async with site() as url:
        parties = [await Party.open(name, browser, url) for name in ("p_agent0001", "p_citizen01")]
        worker = Worker(addresses=["127.0.0.1"], port=0, on_event=on_event, spool=Spool(folder))
        exchange = Exchange(worker, CALL, *parties)
        await worker.start()
        for party in parties:
            await party.page.evaluate(CLAPPER)
            await party.begin()
        await asyncio.gather(*(party.page.evaluate("call.connect()") for party in parties))
        for party in parties:
            await party.wait_for("connected")
            await party.sees_and_hears()
        worker.record(CALL, RECORDING, KEY, [party.name for party in parties], keep=True)
        await asyncio.sleep(SECONDS)
        await worker.stop()
        for party in parties:
            await party.close()
    films = [content(folder / film.name, film_label(RECORDING, film.name)) for film in _films(folder)]
    flashes, beeps = [_flashes(film) for film in films], [_beeps(film) for film in films]
    return Measured(
        lips=(_apart(beeps[0], flashes[0]), _apart(beeps[1], flashes[1])), parties=_apart(flashes[0], flashes[1])
    )


def _films(folder: Path) -> list[Path]:
    return [folder / film.name for film in make_films(folder, RECORDING, KEY).films]


def _flashes(film: bytes) -> list[float]:
    """When the picture turns white."""
    found, was_white = [], True
    with av.open(io.BytesIO(film), "r") as container:
        for frame in container.decode(video=0):
            is_white = float(np.median(frame.to_ndarray(format="gray"))) > 140
            if is_white and not was_white:
                found.append(float(frame.time or 0))
            was_white = is_white
    return found


def _beeps(film: bytes) -> list[float]:
    """When it begins to sound after a silence."""
    found: list[float] = []
    last_loud = 0.0
    with av.open(io.BytesIO(film), "r") as container:
        for sound in container.decode(audio=0):
            wave = np.abs(sound.to_ndarray().astype(float)).reshape(-1, 2 if not sound.format.is_planar else 1)
            loud = np.flatnonzero(wave.max(axis=1) > 0.1)
            if len(loud):
                at = float(sound.time or 0) + loud[0] / 48_000
                if at - last_loud > 0.4:
                    found.append(at)
                last_loud = float(sound.time or 0) + loud[-1] / 48_000
    return found


def _apart(some: list[float], others: list[float]) -> float:
    """By how many milliseconds the ones come after the nearest of the others, in the middle."""
    gaps = [1_000 * (one - min(others, key=lambda other: abs(other - one))) for one in some]
    return statistics.median(gap for gap in gaps if abs(gap) < 450)
