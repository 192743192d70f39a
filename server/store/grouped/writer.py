"""The writer: whatever is asked while one group is on its way to disk makes up the next."""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from typing import Any, Protocol

import structlog

from server.protocol.errors import Refusal
from server.protocol.results import Posted
from server.store.grouped.asked import Admit, Asked, Marking, Moved, NotStored, Posting, Seat, Settle, Settled
from server.store.grouped.settling import settle

_MOST = 512
"""How many make up one group: a transaction that takes long keeps others waiting."""

Publish = Callable[[Settled], Awaitable[None]]
"""Tells everybody what has just been committed."""

_Waiting = tuple[Asked, asyncio.Future[Any]]


class Groups(Protocol):
    """One database's way to carry out a group in one transaction; see `SqliteGroups` and `PostgresGroups`."""

    async def carry_out(self, asked: Sequence[Asked], settle: Settle, *, wait: bool = False) -> Settled: ...

    async def close(self) -> None: ...


class GroupWriter:
    """Puts what is asked into groups, without waiting for a group to fill.

    An answer is given when it is on disk, and after it was published, so that everybody hears of the entries of a
    conversation in the order of their numbers.
    """

    def __init__(self, groups: Groups, admit: Admit, publish: Publish) -> None:
        self._groups = groups
        self._admit = admit
        self._publish = publish
        self._waiting: list[_Waiting] = []
        self._held: dict[str, list[_Waiting]] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._busy = False
        self._log = structlog.get_logger("groups")

    def post(self, posting: Posting) -> asyncio.Future[Posted]:
        """Store what somebody says; said again under the same `client_id`, it is the first one again.

        The future raises Refusal (`client_id_reused`, or what `admit` raises), NotStored.
        """
        return self._ask(posting)

    def mark(self, marking: Marking) -> asyncio.Future[Moved | None]:
        """Move a read position; None where it was there already. The future raises Refusal, NotStored."""
        return self._ask(marking)

    def _ask(self, asked: Asked) -> asyncio.Future[Any]:
        """What the group will answer. No coroutine: it would be one more to wake for each message."""
        answer: asyncio.Future[Any] = asyncio.get_running_loop().create_future()
        self._waiting.append((asked, answer))
        if not self._busy:
            self._busy = True
            self._start(self._work())
        return answer

    async def _work(self) -> None:
        while self._waiting:
            group, self._waiting = self._waiting[:_MOST], self._waiting[_MOST:]
            await self._carry_out(group)
        self._busy = False

    async def _carry_out(self, group: Sequence[_Waiting], *, wait: bool = False) -> None:
        try:
            settled = await self._groups.carry_out([asked for asked, _ in group], self._settle, wait=wait)
        except NotStored as error:
            self._log.error("group_not_stored", error=type(error.__cause__).__name__, size=len(group))
            for _, waiting in group:
                _fail(waiting)
            return
        except Exception as error:  # noqa: BLE001 one that can never be stored must not take the others with it
            self._log.error("group_fault", error=type(error).__name__, size=len(group))
            if len(group) == 1:
                _fail(group[0][1])
            else:
                for each in group:
                    await self._carry_out([each], wait=wait)
            return
        try:
            await self._publish(settled)
        except Exception as error:  # noqa: BLE001 it is stored: who asked must hear so, and the next group must come
            self._log.error("group_not_told", error=type(error).__name__, size=len(group))
        for place, (each, answer) in enumerate(zip(group, settled.answers, strict=True)):
            if place in settled.held:
                self._hold(each)
            elif not each[1].done():
                if isinstance(answer, Refusal):
                    each[1].set_exception(answer)
                else:
                    each[1].set_result(answer)

    def _hold(self, waiting: _Waiting) -> None:
        """Let it wait until the other transaction lets go of its conversation."""
        conversation = waiting[0].conversation
        if conversation in self._held:
            self._held[conversation].append(waiting)
        else:
            self._held[conversation] = [waiting]
            self._start(self._wait_for(conversation))

    async def _wait_for(self, conversation: str) -> None:
        while group := self._held[conversation]:
            self._held[conversation] = []
            await self._carry_out(group, wait=True)
        del self._held[conversation]

    def _settle(self, asked: Sequence[Asked], seats: Sequence[Seat | None]) -> Settled:
        return settle(self._admit, asked, seats)

    def _start(self, work: Coroutine[None, None, None]) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)


def _fail(waiting: asyncio.Future[Any]) -> None:
    if not waiting.done():
        waiting.set_exception(NotStored())
