"""Carrying out what was decided, one command after the other, so that repeating it does no harm."""

import hashlib
import re

import structlog

from bots.connection import Connection
from bots.triage.actions import Action, Close, Fill, HandOver, RaiseTier, Record, Say, StateNeed
from server.protocol import commands
from server.protocol.entries import EmergencyRaised, Entry, MessagePosted, ReportChanged, ReportStarted
from server.protocol.errors import Code, Refusal
from server.protocol.results import Posted, ReportShown
from server.protocol.words import FieldValue, HandoverReason, Identifier, Number

_LONGEST = 4000
_SPOKEN = re.compile(r"b(\d+)-(\d+)-")

ENDING: frozenset[Code] = frozenset({"no_such_conversation", "not_allowed", "conversation_closed"})
"""Refusals that mean the conversation is no longer the bot's."""


class Performer:
    """Acts in one conversation.

    What the bot says and does has a `client_id` made of the number of the entry that it answers and its place among the
    answers: whoever does it again, this worker after a restart or another one, does it once.
    """

    def __init__(self, connection: Connection, conversation: Identifier) -> None:
        self._connection = connection
        self._conversation = conversation
        self._mark = hashlib.sha256(conversation.encode()).hexdigest()[:10]
        self._raised: Number = 0
        self._report: tuple[Identifier, Number] | None = None
        self._log = structlog.get_logger("bot.performer")

    def observe(self, entry: Entry) -> None:
        """Take note of what the log says was done."""
        match entry.body:
            case EmergencyRaised():
                self._raised = entry.number
            case ReportStarted(report=report):
                self._report = (report, 0)
            case ReportChanged(report=report, revision=revision):
                self._report = (report, revision)

    async def perform(self, answered: Number, actions: tuple[Action, ...]) -> None:
        """Carry out what follows from the entry of that number. Raises Refusal: one of `ENDING`, or of a hand-over."""
        called = next((action.why for action in actions if isinstance(action, HandOver)), None)
        await self._carry_out_all(answered, tuple(enumerate(actions)), called)

    async def alarm(self, answered: Number, actions: tuple[Action, ...]) -> None:
        """Of what follows from the entry of that number, raise the alarm and record why, if danger is in it: all that a
        bot may do beside the queue. Raises Refusal: one of `ENDING`.
        """
        if any(isinstance(action, RaiseTier) for action in actions):
            placed = tuple((place, each) for place, each in enumerate(actions) if isinstance(each, RaiseTier | Record))
            await self._carry_out_all(answered, placed, None)

    async def _carry_out_all(
        self, answered: Number, placed: tuple[tuple[int, Action], ...], called: HandoverReason | None
    ) -> None:
        """`placed`: actions, each with its place among the answers."""
        said: list[Number] = []
        for place, action in placed:
            try:
                await self._carry_out(answered, place, action, said, called)
            except Refusal as refusal:
                if refusal.code in ENDING or isinstance(action, HandOver):
                    raise
                # `client_id_reused`: another worker answered in other words. Anything else is a fault to be looked
                # into; the rest of the turn still helps the citizen.
                self._log.warning(
                    "refused", action=type(action).__name__, code=refusal.code, field=refusal.refused.field
                )

    async def _carry_out(
        self, answered: Number, place: int, action: Action, said: list[Number], called: HandoverReason | None
    ) -> None:
        """`said`: the numbers of what was said in this turn so far. `called`: why a person is called in it."""
        conversation = self._conversation

        def mark(letter: str) -> str:
            return f"{letter}{answered}-{place}-{self._mark}"

        match action:
            case Say():
                posted = await self._ask(
                    commands.PostMessage(
                        conversation=conversation,
                        client_id=mark("b"),
                        text=action.text[:_LONGEST],
                        choices=action.choices,
                        links=action.links,
                        answer=action.answer,
                    )
                )
                if isinstance(posted, Posted):
                    said.append(posted.number)
            case RaiseTier(tier=tier):
                if self._raised < answered:
                    await self._ask(commands.RaiseEmergency(conversation=conversation, tier=tier, client_id=mark("e")))
            case StateNeed(need=need):
                await self._ask(commands.StateNeed(conversation=conversation, need=need, client_id=mark("n")))
            case Fill(form=form, fields=fields):
                await self._fill(form, fields)
            case HandOver(need=need, why=why):
                await self._ask(
                    commands.TransferConversation(
                        conversation=conversation,
                        need=need,
                        why=why,
                        client_id=mark("h"),
                    )
                )
            case Close(outcome=outcome):
                await self._ask(commands.CloseConversation(conversation=conversation, outcome=outcome))
            case Record():
                await self._ask(
                    commands.RecordTriage(
                        conversation=conversation,
                        client_id=mark("t"),
                        message=answered,
                        action=action.action,
                        topics=action.topics,
                        language=action.language,
                        rules=action.rules[:20],
                        scores=action.scores,
                        model=action.model,
                        answer=action.answer,
                        said=tuple(said[:12]),
                        stages=action.stages,
                        reply=action.reply,
                        handover=called,
                    )
                )

    async def _fill(self, form: str, fields: dict[str, FieldValue]) -> None:
        if self._report is None:
            start = commands.StartReport(conversation=self._conversation, form=form, fields=fields)
            shown = await self._ask(start)
        else:
            report, revision = self._report
            shown = await self._ask(
                commands.FillReport(conversation=self._conversation, report=report, revision=revision, fields=fields)
            )
        if isinstance(shown, ReportShown):
            self._report = (shown.view.report, shown.view.revision)

    async def _ask(self, command: commands.Command) -> object:
        return await self._connection.ask(command)


def answered_by(entry: Entry) -> Number:
    """The number of the entry that a bot's message answers; 0 where it is none."""
    if entry.author.kind != "bot" or not isinstance(entry.body, MessagePosted):
        return 0
    found = _SPOKEN.match(entry.client_id or "")
    return int(found[1]) if found else 0
