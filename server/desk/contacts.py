"""Contacts: that a citizen was here before, as the citizen or an agent says.

The desk recognises nobody. A browser forgets a conversation when it ends, and a token opens one conversation only; what
is known of an earlier one is what somebody said.
"""

from dataclasses import dataclass
from datetime import datetime

from server.desk import admission
from server.desk.ledger import DESK_AUTHOR, Change, Ledger
from server.domain.actor import Agent
from server.domain.bot_work import RECONTACT, is_recontact
from server.domain.permission import may
from server.protocol.bot_entries import ContactLinked
from server.protocol.commands import FindContacts, LinkContact
from server.protocol.errors import Refusal
from server.protocol.results import ContactsFound, Done
from server.protocol.words import Author, EarlierContact
from server.store import audit, conversations, decisions, reports, tokens
from server.store.conversations import Conversation

_MOST = 20
_LOOKED_AT = 200


@dataclass
class Contacts:
    """Finds earlier conversations, and links them."""

    ledger: Ledger

    async def find(self, actor: Agent, command: FindContacts, now: datetime) -> ContactsFound:
        """Conversations that its citizen may have had before. What was said in them is not told."""
        async with self.ledger.database.write() as connection:
            seat = await admission.admit(connection, actor, command.conversation, "link_contact", now)
            await audit.record(connection, actor, "contact.find", now, conversation=command.conversation)
            if command.reference is not None:
                named = await reports.conversation_of(connection, command.reference.strip().upper())
                found = [await conversations.load(connection, named)] if named is not None else []
            else:
                since = seat.conversation.opened_at - RECONTACT
                found = list(await conversations.earlier_than(connection, seat.conversation, since, _LOOKED_AT))
        seen = [
            each
            for each in found
            if may(actor, "read_shared", each.facts()) and each.opened_at < seat.conversation.opened_at
        ]
        return ContactsFound(contacts=tuple(map(as_earlier, seen[:_MOST])))

    async def link(self, actor: Agent, command: LinkContact, now: datetime) -> Done:
        """Note that its citizen had that conversation before, or no longer. Raises Refusal: `no_such_conversation` for
        either; `malformed` where the other is not an earlier one."""
        async with self.ledger.change(now) as change:
            seat = await admission.admit(change.connection, actor, command.conversation, "link_contact", now, lock=True)
            earlier = None
            if command.earlier is not None:
                earlier = (
                    await admission.admit(change.connection, actor, command.earlier, "read_shared", now)
                ).conversation
                await audit.record(change.connection, actor, "contact.link", now, conversation=earlier.id)
                if earlier.opened_at >= seat.conversation.opened_at:
                    raise Refusal("malformed", field="earlier")
            author = (await admission.seat_of_agent(change.connection, seat, actor, now)).author
            await self._link(change, seat.conversation, earlier, author, command.client_id)
        return Done()

    async def link_by_token(self, change: Change, opened: str, token: str) -> None:
        """Note what the citizen says who opens a conversation: that this one goes on from the one that `token` opens.
        One that is not known, was revoked, or opens what is still going on, says nothing."""
        found = await tokens.find(change.connection, tokens.hashed(token))
        if found is None or found.revoked_at is not None or found.conversation == opened:
            return
        earlier = await conversations.load(change.connection, found.conversation)
        if earlier.phase == "closed":
            later = await conversations.load(change.connection, opened)
            await self._link(change, later, earlier, DESK_AUTHOR)

    async def _link(
        self,
        change: Change,
        later: Conversation,
        earlier: Conversation | None,
        author: Author,
        client_id: str | None = None,
    ) -> None:
        body = ContactLinked(earlier=None if earlier is None else as_earlier(earlier))
        entry = await change.append(later.id, author, body, client_id)
        if not change.is_new(entry):
            return
        follows = None if earlier is None else earlier.id
        await conversations.change(change.connection, later.id, follows=follows)
        for each in sorted({follows, later.follows} - {None}, key=str):
            await _note_followers(change, str(each))


async def _note_followers(change: Change, id: str) -> None:
    """Write down when the first new contact after this one began, and of what the bot answered in it that one did."""
    earlier = await conversations.load(change.connection, id, lock=True)
    ended = earlier.closed_at or earlier.said_at or earlier.opened_at
    followers = await conversations.followers(change.connection, earlier.id)
    first = next((opened for opened in followers if is_recontact(ended, opened)), None)
    await conversations.change(change.connection, earlier.id, followed_at=first)
    # Where a person helped, it is not the bot's answer that the citizen came back after.
    by_nobody_else = earlier.queued_at is None
    await decisions.set_recontact(change.connection, earlier.id, recontact=first is not None and by_nobody_else)


def as_earlier(conversation: Conversation) -> EarlierContact:
    """A conversation as another one tells of it that came later."""
    return EarlierContact(
        conversation=conversation.id,
        opened_at=conversation.opened_at,
        language=conversation.language,
        topic=conversation.topic,
        helped_by=conversation.helped_by,
    )
