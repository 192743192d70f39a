"""The bot as a process of its own."""

import asyncio
import shutil
import signal
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import psutil
from structlog.testing import capture_logs

from bots.process import Knowing, follow_zone
from bots.triage.dialogue import Dialogue
from server.zone.holder import ZoneHolder
from server.zone.load import demo_folder
from tests.bots.stand_in_desk import KEY, StandInDesk
from tests.bots.triage.talk import Talk

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


class Spoken:
    """Remembers from which dialogues it was to speak."""

    def __init__(self) -> None:
        self.dialogues: list[Dialogue] = []

    def speak_from(self, dialogue: Dialogue) -> None:
        self.dialogues.append(dialogue)


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


async def test_it_ends_at_once_while_it_is_taught(tmp_path: Path) -> None:
    arguments = ["-c", PROGRAM, "http://127.0.0.1:9", KEY, str(demo_folder()), str(tmp_path)]
    process = await asyncio.create_subprocess_exec(sys.executable, *arguments, cwd=TREE)
    own = psutil.Process(process.pid)
    async with asyncio.timeout(60):
        while not (teachers := [each for each in own.children() if "spawn_main" in " ".join(each.cmdline())]):
            await asyncio.sleep(0.05)
    process.send_signal(signal.SIGTERM)
    async with asyncio.timeout(60):
        assert await process.wait() == 0
    assert psutil.wait_procs(teachers, timeout=30)[1] == []
    assert list(tmp_path.iterdir()) == []


@asynccontextmanager
async def followed(folder: Path, cache_folder: Path) -> AsyncIterator[tuple[ZoneHolder, Spoken]]:
    """A zone that is followed, and the worker that speaks from it."""
    holder, worker = ZoneHolder(folder), Spoken()
    following = asyncio.create_task(follow_zone(holder, Knowing.read(cache_folder), [worker], every=0.02))
    try:
        yield holder, worker
    finally:
        following.cancel()
        await asyncio.gather(following, return_exceptions=True)


async def until(true: Callable[[], object]) -> None:
    async with asyncio.timeout(30):
        while not true():
            await asyncio.sleep(0.02)


async def test_it_speaks_from_a_new_version_of_the_zone_and_keeps_the_last_good_one(
    cache_folder: Path, triage: object, tmp_path: Path
) -> None:
    folder = shutil.copytree(demo_folder(), tmp_path / "zone")
    answer = next((folder / "answers").rglob("bike_theft.nl.md"))
    written = answer.read_text(encoding="utf-8")
    with capture_logs() as logs:
        async with followed(folder, cache_folder) as (holder, worker):
            answer.write_text("---\nnonsense: [\n" + written, encoding="utf-8")
            await until(lambda: holder.problems is not None)
            assert worker.dialogues == []
            answer.write_text(written + "\nNog een zin.\n", encoding="utf-8")
            await until(lambda: worker.dialogues)
    assert (logs[0]["event"], logs[1]["event"]) == ("zone_not_taken", "zone_taken")
    assert logs[0]["problems"].startswith("answers/bike_theft.nl.md:")
    talk = Talk(worker.dialogues[-1]).say("mijn fiets is gestolen")
    assert "Nog een zin." in talk.words


async def test_it_goes_on_following_the_zone_after_the_folder_could_not_be_read(
    cache_folder: Path, triage: object, tmp_path: Path
) -> None:
    folder = shutil.copytree(demo_folder(), tmp_path / "zone")
    answer = next((folder / "answers").rglob("bike_theft.nl.md"))
    to_itself = folder / "loop.yaml"
    with capture_logs() as logs:
        async with followed(folder, cache_folder) as (_, worker):
            to_itself.symlink_to(to_itself)
            await until(lambda: logs)
            to_itself.unlink()
            answer.write_text(answer.read_text(encoding="utf-8") + "\nNog een zin.\n", encoding="utf-8")
            await until(lambda: worker.dialogues)
    assert (logs[0]["event"], logs[0]["error"]) == ("zone_not_followed", "OSError")
    assert "Nog een zin." in Talk(worker.dialogues[-1]).say("mijn fiets is gestolen").words
