"""`make faults`: many faults, in rounds that each end with the proof. FAULTS and SEED are read from the environment."""

import asyncio
import os
import sys
import tempfile
import time
from pathlib import Path
from random import Random

from tests.faults.installation import Installation
from tests.faults.run import Plan, chosen_seed, possible, run

ROUND = 50
"""Faults between two proofs."""

TOGETHER = 0.2
"""How often two faults come at once."""


async def main() -> int:
    """The exit status: 1 where something was lost, doubled or told to somebody else."""
    faults, seed = int(os.environ.get("FAULTS") or 1000), chosen_seed()
    _say(f"seed {seed}: `make faults FAULTS={faults} SEED={seed}` does the same again")
    dice = Random(seed)
    with tempfile.TemporaryDirectory() as cache:
        for number, first in enumerate(range(0, faults, ROUND)):
            size = min(ROUND, faults - first)
            if not await _round(number, size, dice.getrandbits(32), Path(cache)):
                return 1
    return 0


async def _round(number: int, size: int, seed: int, cache: Path) -> bool:
    began, dice = time.monotonic(), Random(seed)
    spread = number % 2 == 1
    async with Installation(nodes=1 + spread, postgres=spread, bot_cache=cache) as installation:
        kinds, why_not = possible(installation)
        for reason in why_not:
            _say(f"left out: {reason}")
        plan = Plan(
            seed=seed,
            faults=["+".join(dice.sample(kinds, 1 + (dice.random() < TOGETHER))) for _ in range(size)],
            longest=dice.choice((2.0, 5.0, 30.0)),
        )
        outcome = await run(installation, plan, lambda fault: _say(f"  {time.monotonic() - began:6.0f} s  {fault}"))
    where = "two nodes on PostgreSQL" if spread else "one node on SQLite"
    _say(f"round {number}, seed {seed}, {where}: {size} faults, {outcome}, {time.monotonic() - began:.0f} s")
    for problem in outcome.problems[:50]:
        _say(problem)
    return not outcome.problems


def _say(words: str) -> None:
    sys.stdout.write(words + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
