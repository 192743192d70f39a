"""How far sound and picture of a film are apart, and the films of two parties: two real browsers that flash and beep on
every full second, recorded on loopback."""

import asyncio
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.bench.result import Result
from tests.media.recording.clapper import Measured, clap
from tests.support.chromium import chromium


def measure() -> Iterator[Result]:
    measured = asyncio.run(_clap())
    worst = max(measured.lips, key=abs)
    yield Result(name="recording_sync_lips", value=abs(worst), unit="ms", must=100, aim=40)
    yield Result(name="recording_sync_parties", value=abs(measured.parties), unit="ms", must=100, aim=40)


async def _clap() -> Measured:
    with tempfile.TemporaryDirectory(prefix="recording-sync-") as folder:
        async with chromium() as browser:
            return await clap(browser, Path(folder))
