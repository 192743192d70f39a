"""What one message costs the bot, how long it takes to be ready with taught models, and how much memory it holds."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.bench.result import Result

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
    yield Result(name="bot_ready", value=ready, unit="s")
    yield Result(name="bot_memory", value=megabytes, unit="MB")
    yield Result(name="bot_classification", value=milliseconds, unit="ms CPU")


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
