"""`make faults`: many faults, in rounds that each end with the proof. FAULTS and SEED are read from the environment.

Two installations go through it side by side: one node on SQLite, and two nodes on PostgreSQL. Each mostly waits.
"""

import asyncio
import os
import secrets
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from bots.process import LANGUAGE_FOLDER
from bots.triage.corpus import read_corpus
from bots.triage.pipeline import Triage
from tests.faults.installation import Installation
from tests.faults.run import Plan, chosen_seed, possible, run

ROUND = 50
"""Faults between two proofs."""

TOGETHER = 0.2
"""How often two faults come at once."""


@dataclass(frozen=True)
class Round:
    """So many faults, and what they are decided by."""

    number: int
    size: int
    seed: int

    @property
    def spread(self) -> bool:
        """Whether it is for the two nodes."""
        return self.number % 2 == 1

    def say(self, words: str) -> None:
        """Tell whoever watches."""
        _say(f"round {self.number}: {words}")


async def main() -> int:
    """The exit status: 1 where something was lost, doubled or told to somebody else."""
    faults, seed = int(os.environ.get("FAULTS") or 1000), chosen_seed(secrets.randbits(32))
    _say(f"seed {seed}: `make faults FAULTS={faults} SEED={seed}` does the same again")
    dice = Random(seed)
    rounds = [
        Round(number, min(ROUND, faults - first), dice.getrandbits(32))
        for number, first in enumerate(range(0, faults, ROUND))
    ]
    with tempfile.TemporaryDirectory() as cache:
        Triage.build(read_corpus(LANGUAGE_FOLDER), Path(cache))
        well = await asyncio.gather(
            _one_by_one([each for each in rounds if not each.spread], Path(cache)),
            _one_by_one([each for each in rounds if each.spread], Path(cache)),
        )
    return 0 if all(well) else 1


async def _one_by_one(rounds: Sequence[Round], cache: Path) -> bool:
    return all([await _goes_well(each, cache) for each in rounds])


async def _goes_well(this: Round, cache: Path) -> bool:
    began, dice = time.monotonic(), Random(this.seed)

    def tell(fault: str) -> None:
        this.say(f"{time.monotonic() - began:6.0f} s  {fault}")

    async with Installation(nodes=1 + this.spread, postgres=this.spread, bot_cache=cache) as installation:
        kinds, why_not = possible(installation)
        for reason in why_not:
            this.say(f"left out: {reason}")
        plan = Plan(
            seed=this.seed,
            faults=["+".join(dice.sample(kinds, 1 + (dice.random() < TOGETHER))) for _ in range(this.size)],
            longest=dice.choice((2.0, 5.0, 30.0)),
        )
        outcome = await run(installation, plan, tell)
    where = "two nodes on PostgreSQL" if this.spread else "one node on SQLite"
    this.say(f"seed {this.seed}, {where}: {this.size} faults, {outcome}, {time.monotonic() - began:.0f} s")
    for problem in outcome.problems[:50]:
        this.say(problem)
    return not outcome.problems


def _say(words: str) -> None:
    sys.stdout.write(words + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
