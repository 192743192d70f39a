"""Builds of the desk that are broken on purpose, to prove that the checker finds out.

`python -m tests.faults.broken <way> desk` is `onlineloket desk`, but for one thing. Nothing is patched anywhere else.
"""

import asyncio
import dataclasses
import sys
import threading
from collections.abc import Callable, Sequence
from typing import Any

import msgspec

from server.cli import main
from server.desk.identity import new_id
from server.desk.ledger import Ledger
from server.desk.messages import Messages
from server.store.grouped import sqlite, writer

LATE = 0.3
"""Seconds by which the commit comes too late."""


def acknowledge_before_commit() -> None:
    """Say that it is stored, and store it a moment later."""
    whole = sqlite.SqliteGroups.carry_out
    background: set[asyncio.Task[Any]] = set()

    async def carry_out(self: Any, asked: Sequence[Any], settle: Callable[..., Any], *, wait: bool = False) -> Any:
        settled: asyncio.Future[Any] = asyncio.get_running_loop().create_future()

        def told(asked: Any, seats: Any) -> Any:
            found = settle(asked, seats)
            settled.get_loop().call_soon_threadsafe(settled.set_result, found)
            _dawdle(found)
            return found

        task = asyncio.create_task(whole(self, asked, told, wait=wait))
        background.add(task)
        task.add_done_callback(background.discard)
        return await settled

    sqlite.SqliteGroups.carry_out = carry_out  # type: ignore[method-assign]


def publish_before_commit() -> None:
    """Tell everybody, and store it a moment later; acknowledge it when it is stored."""
    begin, ask = writer.GroupWriter.__init__, writer.GroupWriter._ask  # noqa: SLF001 it is patched
    loops: list[asyncio.AbstractEventLoop] = []

    def init(self: Any, groups: Any, admit: Any, publish: Any) -> None:
        async def nothing(_: object) -> None:
            """It was told before."""

        def early(asked: Any, seats: Any) -> Any:
            found = settle(asked, seats)
            asyncio.run_coroutine_threadsafe(publish(found), loops[-1])
            _dawdle(found)
            return found

        begin(self, groups, admit, nothing)
        settle, self._settle = self._settle, early

    async def asked(self: Any, what: Any) -> Any:
        loops.append(asyncio.get_running_loop())
        return await ask(self, what)

    writer.GroupWriter.__init__ = init  # type: ignore[method-assign]
    writer.GroupWriter._ask = asked  # type: ignore[assignment, method-assign]  # noqa: SLF001


def sync_empty() -> None:
    """Answer `log.sync` with nothing."""
    whole = Messages.sync

    async def sync(self: Messages, *asked: Any) -> Any:
        return msgspec.structs.replace(await whole(self, *asked), entries=())

    Messages.sync = sync  # type: ignore[assignment, method-assign]


def forget_client_ids() -> None:
    """Take every repetition for something new."""
    whole = Ledger.post

    async def post(self: Ledger, posting: Any) -> Any:
        return await whole(self, dataclasses.replace(posting, client_id=new_id("x")))

    Ledger.post = post  # type: ignore[method-assign]


WAYS = {way.__name__: way for way in (acknowledge_before_commit, publish_before_commit, sync_empty, forget_client_ids)}
"""All ways in which the desk can be broken, by name."""


def _dawdle(found: Any) -> None:
    """In the thread that writes, while the transaction is open, where something was said."""
    # Not `time.sleep`: under libfaketime the kernel refuses what Python asks it for.
    threading.Event().wait(LATE if found.rows else 0)


if __name__ == "__main__":
    WAYS[sys.argv.pop(1)]()
    main()
