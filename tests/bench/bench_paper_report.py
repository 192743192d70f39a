"""What the copy of a report costs, and a transcript, in CPU time once fonts and templates are loaded.

Each paper differs from the one before, so that nothing comes from a cache.
"""

import statistics
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from server.papers.printer import Printer
from server.protocol.entries import MessagePosted
from tests.bench.result import Result
from tests.papers.samples import CITIZEN, EVERYTHING, FILED_AT, demo_zone, report, talk

ROUNDS = 30
LOCALES = Path(__file__).resolve().parents[2] / "web/locales"


def measure() -> Iterator[Result]:
    zone, printer = demo_zone(), Printer.load(LOCALES)
    paper = report(zone)
    yield _time("paper_report", lambda at: printer.copy(replace(paper, reference=f"OL-2026-{at:04}-M2XD-5"), FILED_AT))
    said = [(CITIZEN, MessagePosted(text="Mijn fiets stond op slot aan het station. " * 5))] * 100
    yield _time(
        "paper_transcript_128_entries",
        lambda at: printer.transcript(replace(talk(zone, [*EVERYTHING, *said]), conversation=f"c_{at:08}"), FILED_AT),
    )


def _time(name: str, make: Callable[[int], bytes]) -> Result:
    make(0)
    taken = []
    for at in range(1, ROUNDS + 1):
        before = time.process_time()
        make(at)
        taken.append(time.process_time() - before)
    return Result(name=name, value=statistics.median(taken) * 1000, unit="ms")
