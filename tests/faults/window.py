"""A window: a page or console that somebody has open. It comes back whenever it is cut off, and closes every gap."""

import asyncio
from collections import defaultdict
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from random import Random
from typing import Any

import aiohttp

from tests.faults.carrier import Carrier, Polling, WebSocket
from tests.faults.journal import Followed, Heard, Journal, Opened, Stands, fingerprint_of
from tests.faults.line import Line, LineClosed
from tests.faults.outbox import LONGEST_WAIT, PASSING, Outbox

PATIENCE = 20.0
"""Seconds to wait for an acknowledgement before the line is given up."""

LONGEST_PAUSE = 2.0
"""Seconds between two attempts to connect, at most."""

Log = tuple[str, str]
"""A conversation, and `shared` or `staff`."""


@dataclass(frozen=True)
class Door:
    """How somebody comes in: at any of the `urls`, with what `proof` says at the moment of connecting; now and then, as
    often as `polling` says, where no WebSocket can be had."""

    urls: Sequence[str]
    namespace: str
    proof: Callable[[aiohttp.ClientSession, str], Awaitable[tuple[Mapping[str, Any], dict[str, str]]]]
    """Given a session and the URL: the auth payload and headers. May raise what a request raises."""
    polling: float = 0.0


class Window:
    """Keeps itself connected while `keep` runs.

    `opened` is called after each connect, before anything else is sent; `heard` with each event; `refused` with the
    code of the desk's refusal to let us connect.
    """

    def __init__(self, name: str, door: Door, journal: Journal, dice: Random, *, width: int = 1) -> None:
        self.name = name
        self.opened: Callable[[], Awaitable[None]] = _nothing
        self.heard: Callable[[str, Any], None] = lambda event, payload: None
        self.refused: Callable[[str], None] = lambda code: None
        self.following: set[Log] = set()
        self.outbox = Outbox(self, journal, dice, width)
        self.entries: dict[Log, list[Mapping[str, Any]]] = defaultdict(list)
        """Each log as it is shown: without gaps, from number 1 on."""
        self._door = door
        self._journal = journal
        self._dice = dice
        self._line: asyncio.Future[Line] = asyncio.get_running_loop().create_future()
        self._opening: Line | None = None
        self._syncing: dict[Log, asyncio.Task[None]] = {}
        self._again: set[Log] = set()

    async def keep(self) -> None:
        """Be open until cancelled."""
        sending = asyncio.create_task(self.outbox.run())
        try:
            async with aiohttp.ClientSession() as session:
                await self._keep(session)
        finally:
            for task in (sending, *self._syncing.values()):
                task.cancel()

    async def line(self) -> Line:
        """The line, once there is one that everything was synced over."""
        return await asyncio.shield(self._line)

    async def answers(self, asked: "Sequence[asyncio.Future[Any]]") -> list[Any]:
        """What was acknowledged to each, None where nothing was in time; the line is given up then."""
        done, waiting = await asyncio.wait(asked, timeout=PATIENCE)
        if waiting and self._line.done():
            self._line.result().cut.set()
        return [each.result() if each in done else None for each in asked]

    async def try_asking(self, event: str, payload: Any) -> Any:
        """The acknowledgement of a command that is sent once, or None."""
        return (await self.answers([(await self.line()).ask(event, payload)]))[0]

    async def ask(self, event: str, payload: Any) -> Any:
        """The acknowledgement of a command that is sent until it is answered."""
        while True:
            answer = await self.try_asking(event, payload)
            if answer is not None and answer.get("error", {}).get("code") not in PASSING:
                return answer
            await asyncio.sleep(self._dice.uniform(0.1, 0.5))

    async def follow(self, event: str, payload: Any, logs: Sequence[str]) -> Any:
        """Ask to be shown a conversation (over a line that just opened, too), and sync its logs; the acknowledgement,
        None where the line was cut."""
        answer = await self.ask_at_once(event, payload)
        if answer is None or "error" in answer:
            return answer
        shown = answer["ok"]
        conversation = shown["conversation"]
        self._journal.write(
            Followed(window=self.name, conversation=conversation, participant=shown.get("participant", ""))
        )
        for log in logs:
            self.following.add((conversation, log))
            await self._sync((conversation, log), self.ask_at_once)
        return answer

    def unfollow(self, conversation: str) -> None:
        """The desk said that it is no longer ours to see."""
        self.following -= {each for each in self.following if each[0] == conversation}

    async def read_anew(self, followed: Log, *, early: bool = False) -> None:
        """Sync to the end, and read the log once more from its beginning; write down both. `early`: others stay."""
        over = not await self._sync(followed, self.ask) or early
        self._write_down(followed, self.entries[followed], anew=False, over=over)
        if not over or early:
            read: list[Mapping[str, Any]] = []
            while part := await self._read(followed, len(read), self.ask):
                read += part
            self._write_down(followed, read, anew=True, over=over)

    async def _keep(self, session: aiohttp.ClientSession) -> None:
        failures = 0
        while True:
            polls = self._dice.random() < self._door.polling
            carrier: Carrier = Polling(session) if polls else WebSocket(session)
            line = Line(carrier, self._door.namespace, self._hear)
            try:
                url = self._dice.choice(self._door.urls)
                auth, headers = await self._door.proof(session, url)
                await line.open(url, auth, headers)
            except (LineClosed, aiohttp.ClientError, OSError, TimeoutError, ValueError) as error:
                failures += 1
                if isinstance(error, LineClosed) and error.code is not None:
                    self.refused(error.code)
            else:
                failures = 0
                self._journal.write(Opened(window=self.name, by="polling" if polls else "websocket"))
                self._opening = line
                await self.opened()
                if not line.cut.is_set():
                    self._line.set_result(line)
                    await line.cut.wait()
                    self._line = asyncio.get_running_loop().create_future()
            await line.close()
            await asyncio.sleep(min(LONGEST_PAUSE, 0.1 * 2**failures) * self._dice.uniform(0.3, 1))

    async def ask_at_once(self, event: str, payload: Any) -> Any:
        """`ask` over the line that is being opened, or is open; None where it is cut meanwhile."""
        line = self._opening
        while line is not None and not line.cut.is_set():
            done, _ = await asyncio.wait([asked := line.ask(event, payload)], timeout=PATIENCE)
            if not done:
                line.cut.set()
                return None
            answer = asked.result()
            refused = (answer or {}).get("error", {})
            if refused.get("code") not in PASSING:
                return answer
            await asyncio.sleep(min(LONGEST_WAIT, refused.get("retry_after") or self._dice.uniform(0.1, 0.5)))
        return None

    def _hear(self, event: str, payload: Any) -> None:
        if event == "entry":
            self._take(payload, "event")
        self.heard(event, payload)

    def _take(self, entry: Mapping[str, Any], by: Any) -> None:
        followed = (entry["conversation"], entry["log"])
        self._journal.write(
            Heard(
                window=self.name,
                by=by,
                conversation=entry["conversation"],
                log=entry["log"],
                number=entry["number"],
                fingerprint=fingerprint_of(entry),
            )
        )
        shown = self.entries[followed]
        if entry["number"] == len(shown) + 1:
            shown.append(entry)
        elif entry["number"] > len(shown) and by == "event":
            self._close_gap(followed)

    def _close_gap(self, followed: Log) -> None:
        if followed not in self._syncing:
            task = self._syncing[followed] = asyncio.create_task(self._sync_behind(followed))
            task.add_done_callback(lambda _: self._syncing.pop(followed, None))
        else:
            self._again.add(followed)

    async def _sync_behind(self, followed: Log) -> None:
        self._again.add(followed)
        while followed in self._again:
            self._again.discard(followed)
            await self._sync(followed, self.ask)

    async def _sync(self, followed: Log, ask: Callable[[str, Any], Awaitable[Any]]) -> bool:
        """Read what is missing. False where the desk lets us read no further."""
        while (part := await self._read(followed, len(self.entries[followed]), ask)) is not None:
            if not part:
                return True
            for entry in part:
                self._take(entry, "sync")
        return False

    async def _read(
        self, followed: Log, after: int, ask: Callable[[str, Any], Awaitable[Any]]
    ) -> Sequence[Mapping[str, Any]] | None:
        answer = await ask("log.sync", {"conversation": followed[0], "log": followed[1], "after": after})
        if answer is None or "error" in answer:
            return None
        entries: list[Mapping[str, Any]] = answer["ok"].get("entries", [])
        return entries

    def _write_down(self, followed: Log, entries: Sequence[Mapping[str, Any]], *, anew: bool, over: bool) -> None:
        self._journal.write(
            Stands(
                window=self.name,
                conversation=followed[0],
                log=followed[1],
                fingerprints=[fingerprint_of(each) for each in entries],
                anew=anew,
                over=over,
            )
        )


async def _nothing() -> None:
    """Where nothing is to be done after connecting."""
