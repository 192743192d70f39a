"""The bot as a process of its own."""

import asyncio
import signal
import sys
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
