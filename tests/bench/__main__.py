"""`make bench`: every bench, or those named, a line of JSON for each result.

A bench is a module `bench_<name>.py` beside this one with `measure() -> Iterator[Result]`. It starts what it measures
itself, on ports and folders of its own, and leaves nothing behind.
"""

import importlib
import sys
import traceback
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Protocol, cast

from tests.bench.result import Result, SkippedError

HERE = Path(__file__).parent


class Bench(Protocol):
    def measure(self) -> Iterator[Result]:
        """Each result as soon as it is known."""


def names() -> list[str]:
    """The benches there are."""
    return sorted(path.stem.removeprefix("bench_") for path in HERE.glob("bench_*.py"))


def run(wanted: Sequence[str]) -> int:
    """Run the benches named, or all. Returns the exit status: 1 when one failed, 2 when there is none of that name."""
    unknown = set(wanted) - set(names())
    if unknown:
        sys.stderr.write(f"no bench {', '.join(sorted(unknown))}: there are {', '.join(names())}\n")
        return 2
    status = 0
    for name in wanted or names():
        bench = cast("Bench", importlib.import_module(f"tests.bench.bench_{name}"))
        try:
            for result in bench.measure():
                print(result.line(), flush=True)
        except SkippedError as reason:
            sys.stderr.write(f"{name} is skipped: {reason}\n")
        except Exception:  # noqa: BLE001 (one that fails must not hide the others' results)
            traceback.print_exc()
            status = 1
    return status


if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))
