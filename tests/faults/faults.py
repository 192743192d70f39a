"""The kinds of faults. Each does its harm, lets it last for a while, and heals it."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from random import Random

from tests.faults.child import Child
from tests.faults.gathering import Gathering
from tests.faults.installation import Installation
from tests.faults.proxy import Direction, Link, cut

HALF = 0.5
STEPS = (-3600, -900, -90, -2, 2, 90, 900, 3600)
"""Seconds by which a wall clock is set. A token lives for a day: nobody's ends by it."""


@dataclass
class Scene:
    """What a fault can reach. `dice` decides everything that is random; `longest` is how many seconds it lasts at
    most, before the desk is given time again."""

    installation: Installation
    gatherings: Sequence[Gathering]
    dice: Random
    longest: float

    async def last(self, share: float = 1.0) -> None:
        """Let it last."""
        await asyncio.sleep(self.dice.uniform(0.05, share) * self.longest)

    def links(self) -> list[Link]:
        """Some of the connections there are, at one of the nodes or all."""
        share = self.dice.choice((0.1, HALF, 1.0))
        proxies = self.dice.choice(([self.dice.choice(self.installation.proxies)], self.installation.proxies))
        return [link for proxy in proxies for link in proxy.some(self.dice, share)]


async def _kill(scene: Scene, child: Child) -> None:
    async with child.busy:
        await child.kill()
        await scene.last(0.3)
        await child.start()


async def _freeze(scene: Scene, child: Child | Gathering) -> None:
    async with child.busy:
        child.freeze()
        try:
            await scene.last()
        finally:
            child.thaw()


async def kill_desk(scene: Scene) -> None:
    """SIGKILL a desk node."""
    await _kill(scene, scene.dice.choice(scene.installation.nodes))


async def restart_desk(scene: Scene) -> None:
    """Stop a desk node in good order, and start it again."""
    node = scene.dice.choice(scene.installation.nodes)
    async with node.busy:
        status = await node.stop()
        assert status == 0, f"{node.name} ended with {status}:\n{node.words}"
        await node.start()


async def freeze_desk(scene: Scene) -> None:
    """SIGSTOP a desk node, and let it go on."""
    await _freeze(scene, scene.dice.choice(scene.installation.nodes))


async def kill_bot(scene: Scene) -> None:
    """SIGKILL a bot worker."""
    await _kill(scene, scene.dice.choice(scene.installation.bots))


async def freeze_bot(scene: Scene) -> None:
    """SIGSTOP a bot worker, and let it go on."""
    await _freeze(scene, scene.dice.choice(scene.installation.bots))


async def kill_redis(scene: Scene) -> None:
    """SIGKILL Redis."""
    await _kill(scene, scene.installation.redis)


async def freeze_redis(scene: Scene) -> None:
    """SIGSTOP Redis, and let it go on."""
    await _freeze(scene, scene.installation.redis)


async def kill_postgres(scene: Scene) -> None:
    """SIGKILL PostgreSQL."""
    assert scene.installation.postgres is not None
    await _kill(scene, scene.installation.postgres)


async def cut_links(scene: Scene) -> None:
    """Reset connections, in one go or a few."""
    for _ in range(scene.dice.choice((1, 1, 3))):
        cut(scene.links())
        await scene.last(0.1)


async def stall_links(scene: Scene) -> None:
    """Let connections pass nothing on, in one direction or both."""
    both: tuple[Direction, Direction] = ("up", "down")
    for direction in scene.dice.choice((both, both[:1], both[1:])):
        for link in scene.links():
            link.stall(direction)
    await scene.last()
    _flow(scene)


async def split_links(scene: Scene) -> None:
    """Let connections pass on single bytes and small pieces."""
    for link in scene.links():
        link.split(lambda: scene.dice.choice((1, 2, 7, 100)))
    await scene.last()
    _flow(scene)


async def half_close_links(scene: Scene) -> None:
    """End connections in one direction only."""
    direction: Direction = scene.dice.choice(("up", "down"))
    for link in scene.links():
        link.half_close(direction)
    await scene.last(0.2)


async def repeat_commands(scene: Scene) -> None:
    """Let clients send again, whole, what was acknowledged before."""
    for gathering in scene.gatherings:
        gathering.order("repeat")
    await scene.last(0.1)


async def fill_folder(scene: Scene) -> None:
    """Leave no room in the data folder."""
    volume = scene.installation.volume
    volume.fill()
    try:
        await scene.last()
    finally:
        volume.empty()


async def step_clock(scene: Scene) -> None:
    """Set the wall clock of one process, or of all."""
    clocks = scene.installation.clocks
    for clock in scene.dice.choice((clocks, [scene.dice.choice(clocks)])):
        clock.step(scene.dice.choice([step for step in STEPS if abs(clock.ahead + step) <= max(STEPS)]))
    await scene.last(0.5)


async def freeze_clients(scene: Scene) -> None:
    """SIGSTOP a process full of clients, and let it go on."""
    await _freeze(scene, scene.dice.choice(scene.gatherings))


def _flow(scene: Scene) -> None:
    for proxy in scene.installation.proxies:
        proxy.heal()


Fault = Callable[[Scene], Awaitable[None]]

FAULTS: dict[str, Fault] = {
    fault.__name__: fault
    for fault in (
        kill_desk,
        restart_desk,
        freeze_desk,
        kill_bot,
        freeze_bot,
        kill_redis,
        freeze_redis,
        kill_postgres,
        cut_links,
        stall_links,
        split_links,
        half_close_links,
        repeat_commands,
        fill_folder,
        step_clock,
        freeze_clients,
    )
}
"""All kinds, by name."""
