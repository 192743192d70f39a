"""One thing after the other, where one that fails is no reason to leave the others."""

from collections.abc import Awaitable, Callable, Iterable
from typing import TypeVar

T = TypeVar("T")


async def one_by_one(things: Iterable[T], work: Callable[[T], Awaitable[None]]) -> None:
    """Do the work for each, also after one for which it failed. Raises what failed first, at the end."""
    failed: list[Exception] = []
    for thing in things:
        try:
            await work(thing)
        except Exception as error:  # noqa: BLE001 it is raised below
            failed.append(error)
    if failed:
        raise failed[0]
