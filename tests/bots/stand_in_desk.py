"""A desk as small as a bot's test can do with: a real Socket.IO server with conversations in memory.

It keeps the promises that matter to a bot (numbered logs, idempotent `client_id`s, acknowledged means stored) and can
be told to misbehave: cut the line, lose acknowledgements, swallow entries, be unavailable.
"""

import asyncio
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, TypeVar

import msgspec
import socketio
from aiohttp import web
from socketio.exceptions import ConnectionRefusedError as ConnectionRefused

from server.protocol import commands, results, wire
from server.protocol.entries import (
    AnyBody,
    ConversationClosed,
    ConversationOpened,
    ConversationQueued,
    EmergencyRaised,
    Entry,
    LanguageChosen,
    MessagePosted,
    ReportChanged,
    ReportStarted,
)
from server.protocol.errors import Refusal, Refused
from server.protocol.signals import AssignmentEnded, AssignmentMade
from server.protocol.words import Author, FieldValue, Kind, Language, Need, Phase, ReportView
from tests.support.ports import free_port

NAMESPACE = wire.NAMESPACES["bot"]
KEY = "a service key"
BESIDE = (commands.ShowConversation, commands.SyncLog, commands.RaiseEmergency, commands.RecordTriage)
"""What a bot may do while the citizen waits for a person."""

T = TypeVar("T")
AT = datetime(2026, 3, 12, 13, 30, tzinfo=UTC)


@dataclass
class Conversation:
    """One conversation: its shared log, and what the bot asked for."""

    id: str
    language: Language
    phase: Phase = "triage"
    entries: list[Entry] = field(default_factory=list)
    asked: list[commands.Command] = field(default_factory=list)
    report: dict[str, FieldValue] = field(default_factory=dict)
    revision: int = 0

    def said(self) -> list[MessagePosted]:
        """What the bot said."""
        return [
            each.body for each in self.entries if each.author.kind == "bot" and isinstance(each.body, MessagePosted)
        ]

    def of(self, kind: type[T]) -> list[T]:
        """The commands of one kind, in order."""
        return [command for command in self.asked if isinstance(command, kind)]


class StandInDesk:
    """Use as an async context manager."""

    def __init__(self) -> None:
        self.conversations: dict[str, Conversation] = {}
        self.sids: list[str] = []
        self.auths: list[Any] = []
        self.lose_acknowledgements = 0
        self.unavailable = 0
        self.swallow_entries = False
        self._changed = asyncio.Event()
        self._server = socketio.AsyncServer(async_mode="aiohttp", async_handlers=True)
        self._server.on("connect", self._connected, namespace=NAMESPACE)
        self._server.on("disconnect", self._disconnected, namespace=NAMESPACE)
        self._server.on("*", self._received, namespace=NAMESPACE)
        self._runner: web.AppRunner | None = None
        self.port = free_port()

    async def __aenter__(self) -> "StandInDesk":
        await self.start()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.stop()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    async def start(self) -> None:
        """Listen, each time at the same port."""
        application = web.Application()
        self._server.attach(application)
        self._runner = web.AppRunner(application)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", self.port, reuse_address=True).start()

    async def stop(self) -> None:
        """Be gone."""
        for sid in list(self.sids):
            await self._server.disconnect(sid, namespace=NAMESPACE)
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None

    async def cut(self) -> None:
        """Close every line."""
        for sid in list(self.sids):
            await self._server.disconnect(sid, namespace=NAMESPACE)

    async def open(self, language: Language = "nl", id: str = "c_conversation1") -> Conversation:
        """A citizen comes; the bot is told."""
        conversation = self.conversations[id] = Conversation(id, language)
        await self._append(conversation, "citizen", ConversationOpened(language=language))
        await self._signal("assignment", AssignmentMade(conversation=id))
        return conversation

    async def say(self, conversation: Conversation, text: str, choice: str | None = None) -> None:
        """The citizen says something."""
        await self._append(conversation, "citizen", MessagePosted(text=text, choice=choice))

    async def fill(self, conversation: Conversation, **fields: FieldValue) -> None:
        """The citizen writes in the report itself."""
        conversation.report |= fields
        conversation.revision += 1
        body = ReportChanged(report="r_the-report-1", revision=conversation.revision, fields=fields)
        await self._append(conversation, "citizen", body)

    async def choose(self, conversation: Conversation, language: Language) -> None:
        """The citizen goes on in another language."""
        await self._append(conversation, "citizen", LanguageChosen(language=language))

    async def queue(self, conversation: Conversation) -> None:
        """The citizen asks for a person and waits."""
        conversation.phase = "waiting"
        await self._append(conversation, "citizen", ConversationQueued(team="central", reason="requested"))

    async def answer(self, conversation: Conversation, text: str) -> None:
        """An agent says something."""
        await self._append(conversation, "agent", MessagePosted(text=text))

    async def take(self, conversation: Conversation) -> None:
        """A person takes the conversation: it is no bot's any more."""
        conversation.phase = "active"
        await self._signal("assignment.ended", AssignmentEnded(conversation=conversation.id))

    def raised(self, conversation: Conversation) -> list[int]:
        """The tiers that stand in the log."""
        return [each.body.tier for each in conversation.entries if isinstance(each.body, EmergencyRaised)]

    async def until(self, met: Any, seconds: float = 20) -> None:
        """Wait until `met()` is true."""
        async with asyncio.timeout(seconds):
            while not met():
                self._changed.clear()
                await self._changed.wait()

    async def _connected(self, sid: str, environ: dict[str, Any], auth: Any) -> None:
        self.auths.append(auth)
        self._changed.set()
        if auth.get("key") != KEY:
            raise ConnectionRefused("not_allowed", {"code": "not_allowed"})
        self.sids.append(sid)
        self._changed.set()
        self._server.start_background_task(self._assign_all, sid)

    async def _assign_all(self, sid: str) -> None:
        for conversation in self.conversations.values():
            if conversation.phase in ("triage", "waiting"):
                made = AssignmentMade(conversation=conversation.id)
                await self._server.emit("assignment", msgspec.to_builtins(made), to=sid, namespace=NAMESPACE)

    async def _disconnected(self, sid: str, reason: object = None) -> None:
        if sid in self.sids:
            self.sids.remove(sid)
        self._changed.set()

    async def _received(self, event: str, sid: str, payload: Any) -> Any:
        if self.unavailable:
            self.unavailable -= 1
            return wire.refuse(Refused(code="unavailable", retry_after=0.01))
        try:
            command = wire.decode_command(event, msgspec.json.encode(payload), "bot")
            conversation = self.conversations[msgspec.structs.asdict(command)["conversation"]]
            if conversation.phase in ("active", "closed"):
                raise Refusal("no_such_conversation")
            if conversation.phase == "waiting" and not isinstance(command, BESIDE):
                raise Refusal("not_allowed")
            conversation.asked.append(command)
            answer = msgspec.to_builtins(wire.acknowledge(await self._carry_out(conversation, command)))
        except Refusal as refusal:
            answer = wire.refuse(refusal.refused)
        self._changed.set()
        if self.lose_acknowledgements:
            self.lose_acknowledgements -= 1
            await self._server.disconnect(sid, namespace=NAMESPACE)
        return answer

    async def _carry_out(self, conversation: Conversation, command: commands.Command) -> Any:
        match command:
            case commands.ShowConversation():
                return results.ConversationShown(
                    conversation=conversation.id,
                    participant="p_the-bot-1",
                    phase=conversation.phase,
                    language=conversation.language,
                    need=Need(),
                    team="central",
                    sensitive=False,
                    shared_last=len(conversation.entries),
                )
            case commands.SyncLog(after=after, before=before, limit=limit, last=last):
                between = conversation.entries[after : before and before - 1]
                part = tuple(between[-limit:] if last else between[:limit])
                return results.LogSlice(log="shared", entries=part, last=len(conversation.entries))
            case commands.PostMessage():
                return await self._post(conversation, command)
            case commands.RaiseEmergency(tier=tier, client_id=client_id):
                if all(entry.client_id != client_id for entry in conversation.entries):
                    await self._append(conversation, "bot", EmergencyRaised(tier=tier), client_id)
            case commands.StartReport() | commands.FillReport():
                return await self._fill(conversation, command)
            case commands.TransferConversation(why=why):
                await self._end(conversation, "waiting", ConversationQueued(team="central", reason=why))
            case commands.CloseConversation():
                await self._end(conversation, "closed", ConversationClosed(reason="bot"))
            case commands.RecordTriage():
                return results.Posted(number=1, at=AT)
        return results.Done()

    async def _post(self, conversation: Conversation, command: commands.PostMessage) -> results.Posted:
        body = MessagePosted(text=command.text, choices=command.choices, links=command.links, answer=command.answer)
        for entry in conversation.entries:
            if entry.client_id == command.client_id:
                if entry.body != body:
                    raise Refusal("client_id_reused")
                return results.Posted(number=entry.number, at=AT)
        entry = await self._append(conversation, "bot", body, command.client_id)
        return results.Posted(number=entry.number, at=AT)

    async def _fill(
        self, conversation: Conversation, command: commands.StartReport | commands.FillReport
    ) -> results.ReportShown:
        report = "r_the-report-1"
        if isinstance(command, commands.StartReport):
            await self._append(conversation, "bot", ReportStarted(report=report, form=command.form, form_version=1))
        if command.fields:
            conversation.report |= command.fields
            conversation.revision += 1
            await self._append(
                conversation,
                "bot",
                ReportChanged(report=report, revision=conversation.revision, fields=command.fields),
            )
        view = ReportView(
            report=report,
            form="bike_theft",
            form_version=1,
            revision=conversation.revision,
            state="draft",
            fields=conversation.report,
        )
        return results.ReportShown(view=view)

    async def _end(self, conversation: Conversation, phase: Phase, body: AnyBody) -> None:
        conversation.phase = phase
        await self._append(conversation, "bot", body)
        if phase == "closed":
            await self._signal("assignment.ended", AssignmentEnded(conversation=conversation.id))

    async def _append(
        self, conversation: Conversation, kind: Kind, body: AnyBody, client_id: str | None = None
    ) -> Entry:
        entry = Entry(
            conversation=conversation.id,
            log="shared",
            number=len(conversation.entries) + 1,
            at=AT,
            author=Author(participant=f"p_{kind}-1234", kind=kind),
            client_id=client_id,
            body=body,
        )
        conversation.entries.append(entry)
        if not self.swallow_entries:
            await self._server.emit(wire.ENTRY_EVENT, msgspec.to_builtins(entry), namespace=NAMESPACE)
        self._changed.set()
        return entry

    async def _signal(self, event: str, signal: Any) -> None:
        await self._server.emit(event, msgspec.to_builtins(signal), namespace=NAMESPACE)
