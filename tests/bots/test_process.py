"""The bot as a process of its own."""

import asyncio
import contextlib
import shutil
import signal
import sys
from collections.abc import AsyncIterator
from pathlib import Path

from server.zone.load import demo_folder
from tests.bots.stand_in_desk import KEY, StandInDesk

TREE = Path(__file__).resolve().parents[2]

PROGRAM = """
import asyncio, sys
from pathlib import Path
from bots.process import run

if __name__ == "__main__":
    asyncio.run(run(
        desk_urls=[sys.argv[1]], key=sys.argv[2], zone_folder=Path(sys.argv[3]), cache_folder=Path(sys.argv[4]),
        worker="test", ready=lambda: sys.stdout.write("ready\\n") and sys.stdout.flush(),
    ))
"""


class Running:
    """A bot process, from the moment that it is ready."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self.process = process
        self.said: list[bytes] = []

    async def until(self, word: bytes) -> bytes:
        """The first line of its output from here on that holds a word."""
        assert self.process.stdout is not None
        async with asyncio.timeout(60):
            while line := await self.process.stdout.readline():
                self.said.append(line)
                if word in line:
                    return line
        raise AssertionError(f"it ended without {word!r}: {self.said}")


@contextlib.asynccontextmanager
async def running(desk: StandInDesk, zone_folder: Path, cache_folder: Path) -> AsyncIterator[Running]:
    arguments = ["-W", "error", "-c", PROGRAM, desk.url, KEY, str(zone_folder), str(cache_folder)]
    process = await asyncio.create_subprocess_exec(
        sys.executable, *arguments, cwd=TREE, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE
    )
    try:
        bot = Running(process)
        await bot.until(b"ready\n")
        yield bot
    finally:
        if process.returncode is None:
            process.kill()
        await process.communicate()


async def test_it_speaks_from_what_the_zone_says_now_and_keeps_the_last_good_version(
    cache_folder: Path, triage: object, tmp_path: Path
) -> None:
    folder = tmp_path / "zone"
    shutil.copytree(demo_folder(), folder)
    answer = folder / "answers/opening_hours.nl.md"
    written = answer.read_text()
    async with StandInDesk() as desk, running(desk, folder, cache_folder) as bot:
        answer.write_text(written.replace("Dit loket is dag en nacht open", "Dit loket is altijd open"))
        await bot.until(b"zone_taken")
        answer.write_text("---\nchecked_on: never\n---\n")
        problem = await bot.until(b"zone_not_taken")
        assert b"answers/opening_hours.nl.md" in problem
        conversation = await desk.open("nl")
        await desk.until(lambda: len(conversation.said()) == 1)
        await desk.say(conversation, "wanneer zijn jullie open?")
        await desk.until(lambda: len(conversation.said()) == 3)
        assert "Dit loket is altijd open" in conversation.said()[1].text


async def test_it_says_when_it_is_ready_and_stops_on_sigterm(cache_folder: Path, triage: object) -> None:
    async with StandInDesk() as desk:
        arguments = ["-W", "error", "-c", PROGRAM, desk.url, KEY, str(demo_folder()), str(cache_folder)]
        process = await asyncio.create_subprocess_exec(
            sys.executable, *arguments, cwd=TREE, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE
        )
        try:
            assert process.stdout is not None
            async with asyncio.timeout(60):
                while (line := await process.stdout.readline()) not in (b"ready\n", b""):
                    pass
            assert line == b"ready\n"
            conversation = await desk.open("de")
            await desk.until(lambda: len(conversation.said()) == 1)
            process.send_signal(signal.SIGTERM)
            async with asyncio.timeout(10):
                output, errors = await process.communicate()
        finally:
            if process.returncode is None:
                process.kill()
                await process.wait()
    assert (process.returncode, errors) == (0, b"")
    assert b"Guten Tag" not in output
