"""The bot's first assignment: which bots are told of which conversations, and what only bots do."""

from dataclasses import dataclass
from datetime import datetime

from msgspec.structs import replace

from server.desk import admission, needs
from server.desk.audience import Audience
from server.desk.connections import Connection, Connections
from server.desk.ledger import Change, Ledger
from server.desk.one_by_one import one_by_one
from server.domain import bot_work
from server.domain.actor import Actor
from server.protocol.bot_entries import TriageDecided
from server.protocol.commands import RaiseEmergency, RecordTriage
from server.protocol.entries import EmergencyRaised, Entry
from server.protocol.errors import Refusal
from server.protocol.results import Done, Posted
from server.protocol.signals import AssignmentMade
from server.protocol.words import Language
from server.store import conversations, decisions

_AT_ONCE = 50
"""Conversations claimed in one transaction, so that several nodes share what a dead one leaves."""


@dataclass
class Triage:
    """Assigns to bots and keeps what they decide.

    A conversation in triage belongs to the bots of one node, or to none: then any node that has a bot claims it. So
    does one that waits for a person: its bot says nothing more, and still raises the alarm. It does no harm when two
    workers have one, because their `client_id`s follow from the message, so that a second answer is the first one
    again. A worker that comes back simply goes on.
    """

    ledger: Ledger
    connections: Connections
    audience: Audience

    def bot_node(self) -> str | None:
        """The node whose bots get what is opened here: this one, where it has any."""
        return self.audience.fanout.node if self.connections.bots() else None

    async def assign(self, conversation: str) -> None:
        """Tell one bot of this node that a conversation is its own from now on; where there is none, another node's may
        have it. Where nobody has a bot, the sweep of silent bots brings the citizen to a person."""
        bots = sorted(self.connections.bots(), key=lambda bot: (len(bot.follows), bot.id))
        for bot in bots[:1]:
            await self._give(conversation, bot)
        if not bots:
            async with self.ledger.database.write() as connection:
                await conversations.let_go_by_bot(connection, [conversation])

    async def assign_all(self, bot: Connection) -> None:
        """Give a bot that just connected all conversations of this node's bots that no other one of them has."""
        async with self.ledger.database.read() as connection:
            waiting = await conversations.for_bots(connection, self.audience.fanout.node)
        taken = {each for other in self.connections.bots() if other is not bot for each in other.follows}
        for conversation in waiting:
            if conversation not in taken:
                await self._give(conversation, bot)
        await self.claim()

    async def claim(self) -> None:
        """Give the bots of this node what no bot has: its node died, or has none, or it could not be given when it
        should have been."""
        bots = self.connections.bots()
        if not bots:
            return
        async with self.ledger.database.read() as connection:
            orphans = await conversations.for_bots(connection)
            ours = await conversations.for_bots(connection, self.audience.fanout.node)
        followed = {conversation for bot in bots for conversation in bot.follows}
        await one_by_one([each for each in ours if each not in followed], self.assign)
        for first in range(0, len(orphans), _AT_ONCE):
            async with self.ledger.database.write() as connection:
                some = orphans[first : first + _AT_ONCE]
                claimed = await conversations.claim_for_bot(connection, some, self.audience.fanout.node)
            for conversation in claimed:
                await self.assign(conversation)

    async def raise_emergency(self, actor: Actor, command: RaiseEmergency, now: datetime) -> Done:
        """Show the emergency card, or ask whether it happens now. Tier 1 makes the conversation the most urgent."""
        async with self.ledger.change(now) as change:
            seat = await admission.admit(
                change.connection, actor, command.conversation, "raise_emergency", now, lock=True
            )
            raised = await change.append(
                command.conversation, seat.author, EmergencyRaised(tier=command.tier), command.client_id
            )
            # Repeated, it is no new danger: an agent may have found meanwhile that there was none.
            if command.tier == 1 and change.is_new(raised):
                need = replace(seat.conversation.need, urgency="emergency")
                await needs.follows(change, seat.conversation, need)
        return Done()

    async def record(self, actor: Actor, command: RecordTriage, now: datetime) -> Posted:
        """Keep what the bot decided on one message, and why, where staff can look into it.

        Raises Refusal `malformed` where there is no such message.
        """
        async with self.ledger.change(now) as change:
            seat = await admission.admit(
                change.connection, actor, command.conversation, "record_triage", now, lock=True
            )
            if max(command.message, *command.said, 0) > seat.conversation.shared_last:
                raise Refusal("malformed", field="message")
            body = TriageDecided(**{name: getattr(command, name) for name in TriageDecided.__struct_fields__})
            entry = await change.append(command.conversation, seat.author, body, command.client_id)
            if change.is_new(entry):
                await self._count(change, entry, body, seat.conversation.language)
        return Posted(number=entry.number, at=entry.at)

    async def _count(self, change: Change, entry: Entry, decided: TriageDecided, screen: Language) -> None:
        """Keep the decision where it can be counted, and what it says of the one before."""
        came_to = bot_work.came_to(decided.action, decided.handover)
        topic = next(iter(decided.topics), None)
        if (judgement := bot_work.judgement(decided.reply)) is not None:
            before, after = judgement
            judged = await decisions.last(change.connection, entry.conversation, (before,))
            if judged is not None:
                values: dict[str, str | None] = {"came_to": after}
                if decided.reply == "chose_topic":
                    # What comes of the choice comes of the words that led to it.
                    values["topic"], came_to = topic, "other"
                await decisions.change(change.connection, entry.conversation, judged.number, **values)
        await decisions.insert(
            change.connection,
            entry.conversation,
            entry.number,
            message=decided.message,
            at=entry.at,
            language=decided.language or screen,
            action=decided.action,
            heard=bool(decided.stages),
            topic=topic,
            answer=decided.answer,
            came_to=came_to,
            said_first=min(decided.said, default=None),
            said_last=max(decided.said, default=None),
        )

    async def _give(self, conversation: str, bot: Connection) -> None:
        self.connections.follow(bot, conversation, ("shared",))
        bot.signal(AssignmentMade(conversation=conversation))
        await self.audience.review(conversation)
