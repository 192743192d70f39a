"""What one message costs the bot, how long it takes to be ready with taught models, how much memory it holds, and how
soon many citizens who write at the same moment are answered by one worker.
"""

import asyncio
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from server.zone.load import demo_folder
from tests.bench.result import Result
from tests.bots.stand_in_desk import KEY, Conversation, StandInDesk
from tests.bots.test_process import PROGRAM

AT_ONCE = 200

TREE = Path(__file__).resolve().parents[2]

READY = """
import sys, time
began = time.monotonic()
from pathlib import Path
from bots.process import prepare
from server.zone.load import demo_folder

if __name__ == "__main__":
    prepare(demo_folder(), Path(sys.argv[1]))
    print(time.monotonic() - began)
"""

MESSAGES = """
import sys, time
from pathlib import Path
from bots.process import LANGUAGE_FOLDER
from bots.triage.corpus import read_corpus
from bots.triage.pipeline import Triage

if __name__ == "__main__":
    triage = Triage.build(read_corpus(LANGUAGE_FOLDER), Path(sys.argv[1]))
    said = ["Goeiedag, mijn fiets is gisteren gestolen aan het station, wat moet ik nu doen?", "on m'a volé mon sac",
            "my neighbour's dog barks all night", "wo finde ich das Fundbüro?"]
    began = time.process_time()
    for _ in range(100):
        for text in said:
            triage.read(text, "nl")
    print((time.process_time() - began) / 400 * 1000)
"""


def measure() -> Iterator[Result]:
    """Models are taught first, and are on disk for what is measured."""
    with tempfile.TemporaryDirectory() as cache:
        _run(READY, cache)
        ready, megabytes = _run(READY, cache)
        milliseconds, _ = _run(MESSAGES, cache)
        answered = asyncio.run(_answered(cache))
    yield Result(name="bot_ready", value=ready, unit="s", must=3.0)
    yield Result(name="bot_memory", value=megabytes, unit="MB", must=250.0)
    yield Result(name="bot_classification", value=milliseconds, unit="ms CPU", must=3.0)
    middle = answered[len(answered) // 2]
    yield Result(
        name=f"bot_last_answer_of_{AT_ONCE}", value=answered[-1], unit="s", must=1.0, beside={"median": middle}
    )


async def _answered(cache: str) -> list[float]:
    """Seconds until each of many citizens who write at once sees the first words of the answer, in order."""
    async with StandInDesk() as desk:
        arguments = ["-c", PROGRAM, desk.url, KEY, str(demo_folder()), cache]
        worker = await asyncio.create_subprocess_exec(
            sys.executable, *arguments, cwd=TREE, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.DEVNULL
        )
        try:
            assert worker.stdout is not None
            while await worker.stdout.readline() not in (b"ready\n", b""):
                pass
            opened = [await desk.open("nl", f"c_conversation-{number:03}") for number in range(AT_ONCE)]
            await desk.until(lambda: all(each.said() for each in opened), 60)
            begun, loop = {}, asyncio.get_running_loop()
            for each in opened:
                begun[each.id] = loop.time()
                await desk.say(each, "goeiedag, mijn fiets is gisteren gestolen aan het station, wat nu?")
            heard: dict[str, float] = {}

            def note() -> bool:
                for each in opened:
                    if each.id not in heard and _has_answer(each):
                        heard[each.id] = loop.time() - begun[each.id]
                return len(heard) == AT_ONCE

            await desk.until(note, 120)
            return sorted(heard.values())
        finally:
            worker.terminate()
            await worker.wait()


def _has_answer(conversation: Conversation) -> bool:
    # The greeting came first.
    return len(conversation.said()) > 1


def _run(program: str, cache: str) -> tuple[float, float]:
    """The number that a program tells, and its largest resident set in megabytes."""
    with subprocess.Popen([sys.executable, "-c", program, cache], cwd=TREE, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        told = process.stdout.read()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"the bot ended with {process.returncode}")
    return float(told), usage.ru_maxrss / 1024
