"""The kinds of faults. Each does its harm, lets it last for a while, and heals it."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from random import Random

from tests.faults.child import Child
from tests.faults.gathering import Gathering
from tests.faults.installation import Installation
from tests.faults.proxy import Direction, Link, Proxy, cut

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

    def links(self, proxies: Sequence[Proxy]) -> list[Link]:
        """Some of the connections through one of these proxies, or all of them."""
        share = self.dice.choice((0.1, HALF, 1.0))
        chosen = self.dice.choice(([self.dice.choice(proxies)], proxies))
        return [link for proxy in chosen for link in proxy.some(self.dice, share)]


async def _kill(scene: Scene, child: Child, share: float = 0.3) -> None:
    async with child.busy:
        await child.kill()
        await scene.last(share)
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


async def keep_redis_away(scene: Scene) -> None:
    """SIGKILL Redis, and start it again only after up to twice as long as anything else lasts."""
    await _kill(scene, scene.installation.redis, share=2.0)


async def freeze_redis(scene: Scene) -> None:
    """SIGSTOP Redis, and let it go on."""
    await _freeze(scene, scene.installation.redis)


async def kill_postgres(scene: Scene) -> None:
    """SIGKILL PostgreSQL."""
    assert scene.installation.postgres is not None
    await _kill(scene, scene.installation.postgres)


async def empty_redis(scene: Scene) -> None:
    """Let Redis forget everything, as it runs or by a start without its data."""
    redis = scene.installation.redis
    async with redis.busy:
        if scene.dice.random() < HALF:
            await redis.empty()
        else:
            await redis.kill()
            redis.lose()
            await redis.start()
    await scene.last(0.1)


async def cut_links(scene: Scene) -> None:
    """Reset connections of people and bots, in one go or a few."""
    await _cut(scene, scene.installation.proxies)


async def stall_links(scene: Scene) -> None:
    """Let connections of people and bots pass nothing on, in one direction or both."""
    await _stall(scene, scene.installation.proxies)


async def split_links(scene: Scene) -> None:
    """Let connections of people and bots pass on single bytes and small pieces."""
    await _split(scene, scene.installation.proxies)


async def half_close_links(scene: Scene) -> None:
    """End connections of people and bots in one direction only."""
    await _half_close(scene, scene.installation.proxies)


async def cut_redis(scene: Scene) -> None:
    """Reset connections of nodes to Redis."""
    await _cut(scene, scene.installation.redis_proxies)


async def stall_redis(scene: Scene) -> None:
    """Let connections of nodes to Redis pass nothing on."""
    await _stall(scene, scene.installation.redis_proxies)


async def split_redis(scene: Scene) -> None:
    """Let connections of nodes to Redis pass on single bytes and small pieces."""
    await _split(scene, scene.installation.redis_proxies)


async def half_close_redis(scene: Scene) -> None:
    """End connections of nodes to Redis in one direction only."""
    await _half_close(scene, scene.installation.redis_proxies)


async def cut_postgres(scene: Scene) -> None:
    """Reset connections of nodes to PostgreSQL."""
    await _cut(scene, scene.installation.postgres_proxies)


async def stall_postgres(scene: Scene) -> None:
    """Let connections of nodes to PostgreSQL pass nothing on."""
    await _stall(scene, scene.installation.postgres_proxies)


async def split_postgres(scene: Scene) -> None:
    """Let connections of nodes to PostgreSQL pass on single bytes and small pieces."""
    await _split(scene, scene.installation.postgres_proxies)


async def half_close_postgres(scene: Scene) -> None:
    """End connections of nodes to PostgreSQL in one direction only."""
    await _half_close(scene, scene.installation.postgres_proxies)


async def _cut(scene: Scene, proxies: Sequence[Proxy]) -> None:
    for _ in range(scene.dice.choice((1, 1, 3))):
        cut(scene.links(proxies))
        await scene.last(0.1)


async def _stall(scene: Scene, proxies: Sequence[Proxy]) -> None:
    both: tuple[Direction, Direction] = ("up", "down")
    for direction in scene.dice.choice((both, both[:1], both[1:])):
        for link in scene.links(proxies):
            link.stall(direction)
    await scene.last()
    _heal(proxies)


async def _split(scene: Scene, proxies: Sequence[Proxy]) -> None:
    for link in scene.links(proxies):
        link.split(lambda: scene.dice.choice((1, 2, 7, 100)))
    await scene.last()
    _heal(proxies)


async def _half_close(scene: Scene, proxies: Sequence[Proxy]) -> None:
    direction: Direction = scene.dice.choice(("up", "down"))
    for link in scene.links(proxies):
        link.half_close(direction)
    await scene.last(0.2)


def _heal(proxies: Sequence[Proxy]) -> None:
    for proxy in proxies:
        proxy.heal()


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
        keep_redis_away,
        freeze_redis,
        empty_redis,
        kill_postgres,
        cut_links,
        stall_links,
        split_links,
        half_close_links,
        cut_redis,
        stall_redis,
        split_redis,
        half_close_redis,
        cut_postgres,
        stall_postgres,
        split_postgres,
        half_close_postgres,
        repeat_commands,
        fill_folder,
        step_clock,
        freeze_clients,
    )
}
"""All kinds, by name."""
