"""A bot worker: follows every conversation that the desk gives it."""

import asyncio
from collections.abc import Callable
from typing import Any
from zoneinfo import ZoneInfo

import msgspec
import structlog

from bots.connection import Connection
from bots.follower import Follower
from bots.triage.dialogue import Dialogue
from server.protocol.entries import Entry
from server.protocol.signals import AssignmentEnded, AssignmentMade
from server.protocol.wire import ENTRY_EVENT
from server.protocol.words import Identifier

FINISHING = 5.0
"""Seconds that the steps in hand get when the worker stops."""


class Worker:
    """Has one follower for each conversation in its hands."""

    def __init__(self, url: str, key: str, worker: str, dialogue: Dialogue, zone: ZoneInfo) -> None:
        self._dialogue = dialogue
        self._zone = zone
        self._connection = Connection(url, key, worker, self._hear)
        self._followers: dict[Identifier, Follower] = {}
        self._tasks: dict[Identifier, asyncio.Task[None]] = {}
        self._log = structlog.get_logger("bot.worker")

    def speak_from(self, dialogue: Dialogue) -> None:
        """Lead conversations that begin from now on by this dialogue; each goes on as it began."""
        self._dialogue = dialogue

    async def work(self, stop: asyncio.Event, connected: Callable[[], None]) -> None:
        """Work until `stop` is set, then finish the steps in hand. `connected` is called at each connection."""
        line = asyncio.create_task(self._connection.keep(connected))
        stopped = asyncio.create_task(stop.wait())
        try:
            await asyncio.wait({line, stopped}, return_when=asyncio.FIRST_COMPLETED)
            if line.done():
                # A fault: nobody at this desk would be answered again. The process ends, and is started anew.
                line.result()
            for follower in self._followers.values():
                follower.leave()
            if self._tasks:
                await asyncio.wait(self._tasks.values(), timeout=FINISHING)
        finally:
            everything = [line, stopped, *self._tasks.values()]
            for task in everything:
                task.cancel()
            await asyncio.gather(*everything, return_exceptions=True)

    def _hear(self, event: str, payload: Any) -> None:
        try:
            match event:
                case AssignmentMade.event:
                    self._begin(msgspec.convert(payload, AssignmentMade).conversation)
                case AssignmentEnded.event:
                    self._end(msgspec.convert(payload, AssignmentEnded).conversation)
                case entry if entry == ENTRY_EVENT:
                    self._pass_on(msgspec.convert(payload, Entry))
        except msgspec.ValidationError:
            self._log.warning("unreadable", heard=event)

    def _begin(self, conversation: Identifier) -> None:
        if conversation in self._followers:
            # Given again after the line was cut: something may have been missed.
            self._followers[conversation].notice(None)
            return
        follower = Follower(conversation, self._connection, self._dialogue, self._zone)
        task = asyncio.create_task(follower.run())
        self._followers[conversation] = follower
        self._tasks[conversation] = task
        task.add_done_callback(lambda done: self._forget(conversation, done))

    def _end(self, conversation: Identifier) -> None:
        if task := self._tasks.get(conversation):
            task.cancel()

    def _forget(self, conversation: Identifier, done: asyncio.Task[None]) -> None:
        if self._tasks.get(conversation) is done:
            del self._tasks[conversation]
            del self._followers[conversation]

    def _pass_on(self, entry: Entry) -> None:
        if follower := self._followers.get(entry.conversation):
            follower.notice(entry)
