"""Keeping up with one conversation: its log is read without gaps, and each entry answered once.

The state is a fold over the log. A restarted worker, or another one, reads the log again and stands where this one did:
from its beginning, or from where a person last was, who has read what came before.
"""

import asyncio
import traceback
from zoneinfo import ZoneInfo

import structlog
from msgspec.structs import replace

from bots.connection import Connection
from bots.performer import ENDING, Performer, answered_by
from bots.triage.dialogue import Dialogue
from bots.triage.state import Said, State
from bots.triage.turn import Turn
from server.protocol.commands import MarkRead, ShowConversation, SyncLog, TransferConversation
from server.protocol.entries import (
    ConversationClosed,
    ConversationOpened,
    ConversationQueued,
    Entry,
    LanguageChosen,
    MessagePosted,
    ReportChanged,
)
from server.protocol.errors import Refusal
from server.protocol.results import ConversationShown, LogSlice
from server.protocol.words import Identifier, Language, Number

INBOX = 100
"""Entries that may wait to be read; with more of them the log is read instead."""


class Follower:
    """Follows one conversation from `run` until it is over for the bot."""

    def __init__(self, conversation: Identifier, connection: Connection, dialogue: Dialogue, zone: ZoneInfo) -> None:
        """`zone`: the time zone in which days are meant."""
        self._conversation = conversation
        self._connection = connection
        self._dialogue = dialogue
        self._zone = zone
        self._performer = Performer(connection, conversation)
        self._inbox: asyncio.Queue[Entry | None] = asyncio.Queue(INBOX)
        self._language: Language | None = None
        self._state: State | None = None
        self._read: Number = 0
        self._queued = False
        self._leaving = False
        self._log = structlog.get_logger("bot.follower")

    def notice(self, entry: Entry | None) -> None:
        """An entry arrived, or (None) some may have been missed."""
        if self._inbox.full():
            # What is dropped here is a gap that the next entry shows.
            self._inbox.get_nowait()
        self._inbox.put_nowait(entry)

    def leave(self) -> None:
        """Finish the present step, and no more."""
        self._leaving = True
        self.notice(None)

    async def run(self) -> None:
        """Answer until the citizen waits for a person; then look out for danger until the conversation is no longer the
        bot's.

        Whatever goes wrong, the citizen gets a person, and is looked after until then. What it went wrong at has been
        read; where nothing could be read since it went wrong before, that is the end.
        """
        stumbled_at: Number | None = None
        while True:
            try:
                await self._keep_up()
            except Refusal as refusal:
                if refusal.code in ENDING:
                    return
                self._log.error("refused", code=refusal.code)
            except Exception as error:  # noqa: BLE001 one conversation, and one word in it, is no reason to stop
                last = traceback.extract_tb(error.__traceback__)[-1]
                self._log.error("fault", error=type(error).__name__, at=f"{last.filename}:{last.lineno}")
            else:
                return
            if not self._beside:
                await self._give_up()
            if self._read == stumbled_at:
                return
            stumbled_at, self._queued = self._read, True

    async def _keep_up(self) -> None:
        while not self._leaving and await self._is_ours():
            await self._follow()

    async def _is_ours(self) -> bool:
        shown = await self._connection.ask(ShowConversation(conversation=self._conversation))
        if not isinstance(shown, ConversationShown) or shown.phase not in ("triage", "waiting"):
            return False
        self._language = shown.language
        return True

    async def _follow(self) -> None:
        """Take entries as they come, until leaving, or until the desk no longer allows an answer: the citizen may have
        come to wait for a person meanwhile.
        """
        try:
            await self._catch_up()
            while not self._leaving:
                entry = await self._inbox.get()
                if entry is None or entry.number > self._read + 1:
                    await self._catch_up()
                elif entry.number == self._read + 1:
                    await self._take(entry, answered=0)
        except Refusal as refusal:
            if refusal.code != "not_allowed":
                raise

    @property
    def _beside(self) -> bool:
        """Whether the citizen was given to a person: not answered any more, and still looked after."""
        return self._queued or (self._state is not None and self._state.over)

    async def _catch_up(self) -> None:
        """Read the log from where we are. What was answered before is only followed, not answered again; of what came
        before the citizen was queued, the alarm alone.
        """
        entries = await (self._read_on() if self._read else self._read_back())
        answered = max(map(answered_by, entries), default=0)
        # Where an agent was, a person has read what came before.
        answered = max(answered, *(entry.number for entry in entries if entry.author.kind == "agent"), 0)
        queued = max((entry.number for entry in entries if isinstance(entry.body, ConversationQueued)), default=0)
        for entry in entries:
            if self._leaving:
                return
            await self._take(entry, answered=answered, queued=queued)

    async def _read_on(self) -> list[Entry]:
        entries: list[Entry] = []
        last: Number | None = None
        while last is None or (entries and entries[-1].number < last):
            after = entries[-1].number if entries else self._read
            part = await self._connection.ask(SyncLog(conversation=self._conversation, after=after))
            if not isinstance(part, LogSlice) or not part.entries:
                break
            entries += part.entries
            last = part.last
        return entries

    async def _read_back(self) -> list[Entry]:
        """The log from its beginning, or from the last word of a person: since then the citizen waits for another one,
        and what was said before, be it about danger, is not the bot's.
        """
        entries: list[Entry] = []
        while not entries or entries[0].number > 1:
            before = entries[0].number if entries else None
            part = await self._connection.ask(SyncLog(conversation=self._conversation, before=before, last=True))
            if not isinstance(part, LogSlice) or not part.entries:
                break
            entries[:0] = part.entries
            person = max((entry.number for entry in part.entries if entry.author.kind == "agent"), default=0)
            if person and self._language is not None:
                self._read, self._queued = person, True
                self._state = self._dialogue.open(self._language).state
                return [entry for entry in entries if entry.number > person]
        return entries

    async def _take(self, entry: Entry, *, answered: Number, queued: Number = 0) -> None:
        """Follow one entry. Part of the answer to the last one `answered` may be missing: it is gone through again.
        What was to be said before the citizen was `queued` is said, or can no longer be; danger still counts.
        """
        self._read = entry.number
        beside = self._beside
        self._performer.observe(entry)
        step = self._step(entry)
        if step is None:
            return
        self._state = step.state
        if entry.number < queued:
            if entry.number > answered:
                await self._performer.alarm(entry.number, step.actions)
            return
        if entry.number < answered:
            return
        if not beside:
            await self._mark_read(entry.number, step)
        await self._performer.perform(entry.number, step.actions)

    async def _mark_read(self, number: Number, step: Turn) -> None:
        try:
            await self._connection.ask(MarkRead(conversation=self._conversation, number=number))
        except Refusal as refusal:
            if refusal.code == "not_allowed":
                # The citizen waits for a person by now: that is no reason to keep danger to ourselves.
                await self._performer.alarm(number, step.actions)
            raise

    def _step(self, entry: Entry) -> Turn | None:
        match entry.body:
            case ConversationOpened(language=language):
                return self._dialogue.open(language)
            case LanguageChosen(language=language) if self._state is not None:
                return self._dialogue.switch(replace(self._state, over=self._beside), language)
            case MessagePosted(text=text, choice=choice) if entry.author.kind == "citizen" and self._state is not None:
                at = entry.at.astimezone(self._zone).replace(tzinfo=None)
                said = Said(entry.number, at, text, choice)
                hear = self._dialogue.watch if self._beside else self._dialogue.hear
                return hear(self._state, said)
            case ReportChanged(fields=fields) if entry.author.kind == "citizen" and self._state is not None:
                return self._dialogue.amend(self._state, fields)
            case ConversationQueued():
                self._queued = True
            case ConversationClosed():
                self._leaving = True
        return None

    async def _give_up(self) -> None:
        try:
            await self._connection.ask(TransferConversation(conversation=self._conversation, why="unsure"))
        except Refusal as refusal:
            self._log.warning("not_given_up", code=refusal.code)
