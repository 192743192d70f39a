"""Marks: what the bot said that an agent found wrong."""

from dataclasses import dataclass
from datetime import datetime

from server.desk import admission
from server.desk.ledger import Change, Ledger
from server.desk.zones import ZoneSource
from server.domain.actor import Agent
from server.protocol.bot_entries import AnswerMarked, AnswerUnmarked
from server.protocol.commands import MarkAnswer, UnmarkAnswer
from server.protocol.entries import MessagePosted
from server.protocol.errors import Refusal
from server.protocol.results import Done
from server.store import decisions, log


@dataclass
class Marks:
    """Sets and takes back marks. They stand in the staff log, where colleagues see them."""

    ledger: Ledger
    zone: ZoneSource

    async def mark(self, actor: Agent, command: MarkAnswer, now: datetime) -> Done:
        """Mark a message of the bot as wrong. Raises Refusal: `no_such_answer`; `malformed` for an unknown topic."""
        if command.topic is not None and self.zone().topic(command.topic) is None:
            raise Refusal("malformed", field="topic")
        body = AnswerMarked(message=command.message, reason=command.reason, topic=command.topic)
        async with self.ledger.change(now) as change:
            if await self._append(change, actor, command, body):
                decision = await decisions.that_said(change.connection, command.conversation, command.message)
                if decision is not None:
                    await decisions.change(
                        change.connection,
                        command.conversation,
                        decision.number,
                        marked=command.message,
                        wrong=command.reason,
                        right_topic=command.topic,
                    )
        return Done()

    async def unmark(self, actor: Agent, command: UnmarkAnswer, now: datetime) -> Done:
        """Take a mark back. Raises Refusal `no_such_answer`."""
        async with self.ledger.change(now) as change:
            if await self._append(change, actor, command, AnswerUnmarked(message=command.message)):
                decision = await decisions.that_said(change.connection, command.conversation, command.message)
                if decision is not None and decision.marked == command.message:
                    await decisions.change(
                        change.connection,
                        command.conversation,
                        decision.number,
                        marked=None,
                        wrong=None,
                        right_topic=None,
                    )
        return Done()

    @staticmethod
    async def _append(
        change: Change, actor: Agent, command: MarkAnswer | UnmarkAnswer, body: AnswerMarked | AnswerUnmarked
    ) -> bool:
        """Append to the staff log; whether it is new."""
        seat = await admission.admit(
            change.connection, actor, command.conversation, "mark_answer", change.now, lock=True
        )
        place = (command.conversation, command.message)
        exists = command.message <= seat.conversation.shared_last
        said = (await log.said(change.connection, [place])).get(place) if exists else None
        if said is None or said.author.kind != "bot" or not isinstance(said.body, MessagePosted):
            raise Refusal("no_such_answer")
        author = (await admission.seat_of_agent(change.connection, seat, actor, change.now)).author
        return change.is_new(await change.append(command.conversation, author, body, command.client_id))
