"""Builds of the desk that are broken on purpose, to prove that the checker finds out.

`python -m tests.faults.broken <way> desk` is `onlineloket desk`, but for one thing. Nothing is patched anywhere else.
"""

import asyncio
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
    whole, settling = sqlite.SqliteGroups.carry_out, _commit_late()
    background: set[asyncio.Task[Any]] = set()

    async def carry_out(self: Any, asked: Sequence[Any], settle: Callable[..., Any], *, wait: bool = False) -> Any:
        settled: asyncio.Future[Any] = asyncio.get_running_loop().create_future()

        def told(asked: Any, seats: Any) -> Any:
            found = settling(settle(asked, seats))
            settled.set_result(found)
            return found

        task = asyncio.create_task(whole(self, asked, told, wait=wait))
        background.add(task)
        task.add_done_callback(background.discard)
        return await settled

    sqlite.SqliteGroups.carry_out = carry_out  # type: ignore[method-assign]


def publish_before_commit() -> None:
    """Tell everybody, and store it a moment later; acknowledge it when it is stored."""
    begin, settling = writer.GroupWriter.__init__, _commit_late()
    background: set[asyncio.Task[Any]] = set()

    def init(self: Any, groups: Any, admit: Any, publish: Any) -> None:
        async def nothing(_: object) -> None:
            """It was told before."""

        def early(asked: Any, seats: Any) -> Any:
            found = settling(settle(asked, seats))
            task = asyncio.create_task(publish(found))
            background.add(task)
            task.add_done_callback(background.discard)
            return found

        begin(self, groups, admit, nothing)
        settle, self._settle = self._settle, early

    writer.GroupWriter.__init__ = init  # type: ignore[method-assign]


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
        return await whole(self, msgspec.structs.replace(posting, client_id=new_id("x")))

    Ledger.post = post  # type: ignore[method-assign]


WAYS = {way.__name__: way for way in (acknowledge_before_commit, publish_before_commit, sync_empty, forget_client_ids)}
"""All ways in which the desk can be broken, by name."""


def _commit_late() -> Callable[[Any], Any]:
    """Let the commit come late where something was said. What is settled goes through the function that is returned."""
    whole = sqlite.SqliteGroups._commit  # noqa: SLF001 it is patched
    said = False

    def settling(found: Any) -> Any:
        nonlocal said
        said = bool(found.rows)
        return found

    def commit(self: Any, connection: Any) -> None:
        # Not `time.sleep`: under libfaketime the kernel refuses what Python asks it for.
        threading.Event().wait(LATE if said else 0)
        whole(self, connection)

    sqlite.SqliteGroups._commit = commit  # type: ignore[method-assign]  # noqa: SLF001
    return settling


if __name__ == "__main__":
    WAYS[sys.argv.pop(1)]()
    main()
