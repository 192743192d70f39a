"""A run: people talk while faults happen one after the other; in the end everything is proven."""

import asyncio
import os
import time
from collections.abc import Callable, Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass
from random import Random

from tests.faults import evidence
from tests.faults.checker import Checker
from tests.faults.child import LOOKING, Clock, until
from tests.faults.crowd import Script
from tests.faults.faults import FAULTS, Scene
from tests.faults.gathering import Gathering
from tests.faults.installation import AGENTS, ORIGIN, Installation
from tests.faults.journal import read

CROWDS = 2
PROGRESS = 20
"""Messages that have to be acknowledged after a fault, before the next may come: the desk is back."""


@dataclass(frozen=True)
class Plan:
    """What is to happen. `faults`: each a kind, or several joined by `+` that happen at once. `longest`: seconds that
    one lasts. `pace` and `agent_pace`: seconds between two things that one of them does. `polling`: the share of lines
    without WebSocket. `settling`: seconds within which everybody is shown everything when all is quiet again."""

    seed: int
    faults: Sequence[str]
    citizens: int = 200
    agents: int = AGENTS
    longest: float = 3.0
    pace: float = 3.0
    agent_pace: float = 0.3
    polling: float = 0.25
    settling: float = 120.0


@dataclass(frozen=True)
class Outcome:
    """What a run came to."""

    problems: Sequence[str]
    conversations: int
    acknowledged: int
    polled: int
    """Acknowledgements that came by long-polling."""

    def __str__(self) -> str:
        return (
            f"{self.conversations} conversations, {self.acknowledged} messages ({self.polled} acknowledged by polling),"
            f" {len(self.problems)} problems"
        )


def chosen_seed(otherwise: int) -> int:
    """The one that the environment names in SEED, if it names one."""
    return int(os.environ.get("SEED") or otherwise)


def possible(installation: Installation) -> tuple[list[str], list[str]]:
    """The kinds of faults that this installation can have on this machine; and why not the others."""
    kinds, why_not = dict(FAULTS), []
    if not installation.bots:
        del kinds["kill_bot"], kinds["freeze_bot"]
    if installation.postgres is not None:
        del kinds["fill_folder"]
    else:
        kinds = {kind: fault for kind, fault in kinds.items() if not kind.endswith("_postgres")}
        if not installation.volume.is_limited:
            del kinds["fill_folder"]
            why_not.append("fill_folder: a tmpfs cannot be mounted here")
    if not Clock.can_be_set():
        del kinds["step_clock"]
        why_not.append("step_clock: libfaketime is not installed")
    return list(kinds), why_not


async def run(installation: Installation, plan: Plan, tell: Callable[[str], None] = lambda _: None) -> Outcome:
    """Carry out a plan in an installation that is well; its desk nodes are stopped afterwards.

    `tell` hears of each fault. Raises TimeoutError where the desk does not come back, or its people do not. Whatever is
    raised names the seed, and what everybody said last.
    """
    problems: list[str] = []
    try:
        return await _run(installation, plan, tell, problems)
    except Exception as error:
        words = [f"{child.name}: {child.words[-1500:]}" for child in installation.children]
        error.add_note("\n".join([f"seed {plan.seed}", *problems, *installation.fallen(), *words]))
        raise


async def _run(installation: Installation, plan: Plan, tell: Callable[[str], None], problems: list[str]) -> Outcome:
    dice = Random(plan.seed)
    async with AsyncExitStack() as stack:
        gatherings = [await stack.enter_async_context(each) for each in _gatherings(installation, plan, dice)]
        scene = Scene(installation, gatherings, dice, plan.longest)
        await _progress(scene, "nobody is helped at the beginning")
        for fault in plan.faults:
            tell(fault)
            await asyncio.gather(*(FAULTS[kind](scene) for kind in fault.split("+")))
            problems += installation.fallen()
            await _progress(scene, f"the desk does not come back after {fault}")
        await installation.get_well()
        tell("quiet")
        for each in gatherings:
            each.order("enough")
        await _until(scene, lambda: all(each.report.flushed for each in gatherings), "not everything is answered")
        problems += await _settle(scene, plan.settling)
        due = await evidence.counters(installation.database_url)
        tell("leaving")
        await asyncio.gather(*(each.leave() for each in gatherings))
        problems += [f"a desk node ended with {status}" for status in await installation.close_desks() if status]
        found = await evidence.gather(installation.database_url)
        checker = Checker(found, (record for each in gatherings for record in read(each.journal)), due)
        problems += checker.problems()
        conversations = sum(each.report.conversations for each in gatherings)
        return Outcome(problems, conversations, checker.acknowledged(), checker.polled())


def _gatherings(installation: Installation, plan: Plan, dice: Random) -> list[Gathering]:
    def script(name: str, **who: object) -> Script:
        return Script(
            name=name,
            seed=dice.getrandbits(32),
            journal=str(installation.folder / f"{name}.journal"),
            urls=installation.urls,
            origin=ORIGIN,
            citizen_pace=plan.pace,
            agent_pace=plan.agent_pace,
            polling=plan.polling,
            **who,  # type: ignore[arg-type]
        )

    each = -(-plan.citizens // CROWDS)
    agents = dict(list(installation.passwords().items())[: plan.agents])
    crowds = [script(f"crowd{number}-", citizens=each) for number in range(CROWDS)]
    return [Gathering(each) for each in (*crowds, script("staff", agents=agents))]


async def _progress(scene: Scene, otherwise: str) -> None:
    def total() -> int:
        return sum(each.report.acknowledged for each in scene.gatherings)

    before = total()
    await _until(scene, lambda: total() >= before + PROGRESS, otherwise)


async def _until(scene: Scene, condition: Callable[[], bool], otherwise: str) -> None:
    async def holds() -> bool:
        for each in scene.gatherings:
            if each.has_fallen:
                raise RuntimeError(f"{each.script.name} fell over:\n{each.words}")
        return condition()

    await until(holds, otherwise)


async def _settle(scene: Scene, patience: float) -> list[str]:
    """Wait until every window shows everything, without asking for it; what some do not show."""
    deadline = time.monotonic() + patience
    behind: list[str] = ["nobody looked"]
    while behind and time.monotonic() < deadline:
        await asyncio.sleep(LOOKING)
        stored = await evidence.counters(scene.installation.database_url)
        behind = [
            f"{window}: shows {number} of {stored.get((conversation, log))} when all is quiet"
            for each in scene.gatherings
            for place, number in each.report.shown.items()
            for window, conversation, log in [place.split(" ")]
            if number != stored.get((conversation, log))
        ]
    return behind
