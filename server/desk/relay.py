"""The relay: what other nodes committed, passed on to those who are connected here. The database says what it was."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from server.bus.fanout import Fanout
from server.bus.hints import (
    AnyHint,
    AudienceChanged,
    CallMoved,
    CallReplaced,
    Directed,
    Grown,
    HasRead,
    Joined,
    Met,
    PhotoMoved,
    QueueChanged,
    RecordingMoved,
    ReportMoved,
    Signed,
    SignInEnded,
    StandingMoved,
    StreamsChanged,
    Typed,
    Wrote,
)
from server.bus.peers import QUEUE
from server.desk.audience import Audience, changes_audience
from server.desk.board import Board
from server.desk.connections import Connections
from server.desk.reports import Reports
from server.protocol import signals
from server.protocol.signals import CallStands, PhotoStands, Reading, RecordingStands, StreamsChange, Typing
from server.protocol.words import Kind, LogName
from server.store import calls, conversations, log, parties, photos, recordings, reports, sign_ins, tokens
from server.store.database import Database

_MOST = 200

NOT_GUESTS: frozenset[Kind] = frozenset({"citizen", "agent", "bot"})
"""Who hears of recordings of earlier calls: a guest knows the call they are in."""


@dataclass
class Relay:
    """Follows the hints of the other nodes."""

    database: Database
    connections: Connections
    fanout: Fanout
    audience: Audience
    board: Board
    reports: Reports
    end_sign_in: Callable[[str], Awaitable[None]]
    clock: Callable[[], datetime]

    async def on_hints(self, hints: Sequence[AnyHint]) -> None:
        """Do what each of them asks for, where somebody here is concerned."""
        for hint in hints:
            if not isinstance(hint, Directed):
                await self._on_other(hint)
            elif self.connections.everybody_at(hint.conversation):
                await self._on_directed(hint)
        # Until just now the other node did not know that somebody here is to be told.
        await self._look([hint.conversation for hint in hints if isinstance(hint, Met)])

    async def on_joined(self, topics: Sequence[str]) -> None:
        """Something may have been missed: where a log has grown meanwhile, everybody here gets its newest entry, sees
        the gap in the numbers, and asks. What no log tells is shown anew."""
        if QUEUE in topics:
            self.board.changed()
        followed = [topic for topic in topics if topic != QUEUE]
        async with self.database.read() as connection:
            lasts = await conversations.lasts(connection, followed)
        for conversation, (shared, staff) in lasts.items():
            await self._compare(conversation, shared, staff)
        await self._look(followed)
        await self._offer_again(followed)

    async def _on_directed(self, hint: Directed) -> None:
        conversation = hint.conversation
        match hint:
            case Grown():
                await self._deliver(conversation, hint.log, hint.first - 1, hint.last - hint.first + 1)
            case Joined() | Met():
                await self._compare(conversation, hint.shared, hint.staff)
            case Typed(signal=Typing() as signal) | HasRead(signal=Reading() as signal):
                if signal.conversation == conversation:
                    self.connections.signal_here(conversation, signal, log=signal.log)
            case Wrote(signal=told, heard_by=heard_by) | Signed(signal=told, heard_by=heard_by):
                if told.conversation == conversation:
                    self.connections.signal_in_call_here(told, heard_by)
            case CallMoved():
                await self._show_call(conversation)
            case CallReplaced():
                await self._show_call(conversation, moved=True)
            case StreamsChanged(signal=signal):
                if signal.conversation == conversation:
                    self.connections.signal_here(conversation, signal)
            case RecordingMoved():
                await self._show_recordings(conversation, hint.recording)
            case PhotoMoved():
                await self._show_photos(conversation, hint.photo)
            case ReportMoved():
                await self.reports.show_again(conversation, hint.report, self.clock())
            case StandingMoved():
                await self.board.tell_here(conversation)
            case AudienceChanged():
                await self.audience.review(conversation)

    async def _on_other(self, hint: AnyHint) -> None:
        match hint:
            case QueueChanged():
                self.board.changed()
            case SignInEnded():
                await self._end_sign_in(hint.sign_in)

    async def _compare(self, conversation: str, shared: int, staff: int) -> None:
        """The logs have grown to these numbers: whoever here does not know of it gets the newest entry."""
        known_shared, known_staff = self.fanout.known(conversation)
        if shared > known_shared:
            await self._deliver(conversation, "shared", 0, 1, newest=True)
            await self.audience.review(conversation)
            await self.board.tell_here(conversation)
        if staff > known_staff:
            await self._deliver(conversation, "staff", 0, 1, newest=True)

    async def _look(self, followed: Sequence[str]) -> None:
        """Show everybody here what no log tells of these conversations, and let go whoever may no longer see them. That
        a call is over, the log tells: to all but a guest, who reads none."""
        some = [conversation for conversation in followed if self.connections.everybody_at(conversation)]
        if not some:
            return
        async with self.database.read() as connection:
            revoked = await tokens.revoked_in(connection, some)
            called = await calls.open_in(connection, some)
            reported = await reports.begun_in(connection, some)
        for conversation in revoked:
            await self.audience.review(conversation)
        for conversation in {*called, *filter(self._has_guest, some)}:
            await self._show_call(conversation)
            await self._show_recordings(conversation)
        for conversation in {*called, *(conversation for conversation, _ in reported)}:
            await self._show_photos(conversation)
        for conversation, report in reported:
            await self.reports.show_again(conversation, report, self.clock())

    async def _offer_again(self, followed: Sequence[str]) -> None:
        """Have everybody here who is in a call offer again: that what the others send has changed is said once, and an
        offer too many does no harm."""
        some = [conversation for conversation in followed if self.connections.everybody_at(conversation)]
        if not some:
            return
        async with self.database.read() as connection:
            seated = await parties.seated_in(connection, some)
        for conversation, call, party in seated:
            change = StreamsChange(conversation=conversation, call=call, party=party)
            self.connections.signal_here(conversation, change)

    def _has_guest(self, conversation: str) -> bool:
        return any(each.actor.kind == "guest" for each in self.connections.everybody_at(conversation))

    async def _deliver(self, conversation: str, name: LogName, after: int, count: int, *, newest: bool = False) -> None:
        if not self.connections.followers(conversation, name):
            return
        async with self.database.read() as connection:
            entries = await log.sync(
                connection, conversation, name, after=after, limit=min(count, _MOST), newest=newest
            )
        for entry in entries:
            self.connections.deliver(entry)
            self.fanout.note(entry)
        if any(changes_audience(entry.body) for entry in entries):
            self.board.changed()
            await self.audience.review(conversation)

    async def _end_sign_in(self, sign_in: str) -> None:
        async with self.database.read() as connection:
            is_good = await sign_ins.known(connection, [sign_in])
        if not is_good:
            await self.end_sign_in(sign_in)

    async def _show_call(self, conversation: str, *, moved: bool = False) -> None:
        async with self.database.read() as connection:
            call = await calls.newest(connection, conversation)
            view = await parties.view(connection, call) if call else None
        if view is not None:
            word = signals.CallMoved if moved else CallStands
            self.connections.signal_here(conversation, word(conversation=conversation, view=view))

    async def _show_recordings(self, conversation: str, only: str | None = None) -> None:
        async with self.database.read() as connection:
            found = await recordings.of_conversation(connection, conversation)
            call = await calls.newest(connection, conversation)
        for recording in found:
            if only in (None, recording.id):
                signal = RecordingStands(conversation=conversation, view=recording.view)
                kinds = None if call is not None and call.id == recording.call else NOT_GUESTS
                self.connections.signal_here(conversation, signal, kinds=kinds)

    async def _show_photos(self, conversation: str, only: str | None = None) -> None:
        async with self.database.read() as connection:
            found = await photos.of_conversation(connection, conversation)
        for photo in found:
            if only in (None, photo.id):
                self.connections.signal_here(conversation, PhotoStands(conversation=conversation, view=photo.view))
