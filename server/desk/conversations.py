"""A conversation's life for those who take part: open it, show it, choose its language, end it, rate it."""

from dataclasses import dataclass
from datetime import datetime, timedelta

import msgspec
from sqlalchemy.exc import IntegrityError

from server.desk import admission, needs
from server.desk.audience import Audience
from server.desk.board import Board
from server.desk.closing import Closing
from server.desk.contacts import Contacts, as_earlier
from server.desk.identity import new_id
from server.desk.ledger import Ledger
from server.desk.report_view import view_of
from server.desk.triage import Triage
from server.desk.zones import ZoneSource
from server.domain import permission
from server.domain.actor import Actor, Agent, Citizen
from server.domain.recording import OPEN
from server.protocol import entries
from server.protocol.commands import (
    ChooseLanguage,
    EndConversation,
    OpenConversation,
    RateConversation,
    RenewToken,
    RevokeToken,
    ShowConversation,
)
from server.protocol.errors import Refusal
from server.protocol.results import ConversationShown, Done, ReadPosition, TokenRenewed
from server.protocol.wire import clean
from server.protocol.words import LogName
from server.store import assignments, calls, conversations, participants, parties, photos, recordings, reports, tokens
from server.store.participants import Participant
from server.store.questions import Reading


@dataclass
class Conversations:
    """Use cases of a conversation as a whole."""

    ledger: Ledger
    zone: ZoneSource
    board: Board
    triage: Triage
    closing: Closing
    audience: Audience
    contacts: Contacts

    async def open(self, actor: Citizen, command: OpenConversation, now: datetime) -> ConversationShown:
        """Open a conversation under the citizen's token, or show the one that it opens already. Repeating it is safe.

        Raises Refusal: `token_expired`; `ticket_used` where a code was given that lets nobody in.
        """
        token = await self._token(actor)
        if token is None:
            try:
                await self._begin(actor, command, now)
            except IntegrityError:
                # Opened twice under one token at the same moment, say from two tabs: the other one was first.
                self.board.changed()
            token = await self._token(actor)
        if token is None or not token.is_good(now):
            raise Refusal("token_expired")
        return await self.show(actor, ShowConversation(conversation=token.conversation), now)

    async def has_opened(self, actor: Citizen) -> bool:
        """Whether the citizen's token opens a conversation already, or did: opening it begins nothing new."""
        return await self._token(actor) is not None

    async def show(self, actor: Actor, command: ShowConversation, now: datetime) -> ConversationShown:
        """The conversation as it stands. An agent's look leaves an audit line."""
        async with admission.looking(self.ledger.database, actor) as connection:
            # Locked, because an agent gets a seat: two windows that open at once must not both make one.
            seat = await admission.admit(
                connection, actor, command.conversation, "read_shared", now, lock=isinstance(actor, Agent)
            )
            await admission.note_read(connection, actor, "conversation.show", command.conversation, now)
            own = seat.author.participant
            if isinstance(actor, Agent):
                own = (await admission.seat_of_agent(connection, seat, actor, now)).id
            shown = await self._shown(connection, actor, seat, own, now)
        if isinstance(actor, Citizen):
            # Read after the other connection was given back: who holds one while waiting for the next waits for ever
            # when all do.
            shown = msgspec.structs.replace(shown, standing=await self.board.standing(seat.conversation))
        return shown

    async def choose_language(self, actor: Citizen, command: ChooseLanguage, now: datetime) -> Done:
        """Go on in another language: the bot answers in it, and the queue looks for somebody who speaks it."""
        async with self.ledger.change(now) as change:
            seat = await admission.admit(
                change.connection, actor, command.conversation, "choose_language", now, lock=True
            )
            if seat.conversation.language != command.language:
                need = msgspec.structs.replace(seat.conversation.need, languages=(command.language,))
                await conversations.change(change.connection, command.conversation, language=command.language)
                await needs.follows(change, seat.conversation, need)
                await change.append(
                    command.conversation, seat.author, entries.LanguageChosen(language=command.language)
                )
                change.queue_changed = True
        return Done()

    async def end(self, actor: Citizen, command: EndConversation, now: datetime) -> Done:
        """End the conversation as citizen. Ending it again does nothing."""
        async with self.ledger.change(now) as change:
            try:
                seat = await admission.admit(change.connection, actor, command.conversation, "end", now, lock=True)
            except Refusal as refusal:
                if refusal.code == "conversation_closed":
                    return Done()
                raise
            await self.closing.close(change, seat.conversation, seat.author, "citizen", "ended_by_citizen")
        return Done()

    async def rate(self, actor: Citizen, command: RateConversation, now: datetime) -> Done:
        """Keep how the citizen felt helped. The first rating stays. Raises Refusal `not_closed`."""
        async with self.ledger.change(now) as change:
            seat = await admission.admit(change.connection, actor, command.conversation, "rate", now, lock=True)
            if seat.conversation.score is None:
                await conversations.change(change.connection, command.conversation, score=command.score)
                await change.append(
                    command.conversation,
                    seat.author,
                    entries.ConversationRated(score=command.score, comment=clean(command.comment)),
                )
        return Done()

    async def renew_token(self, actor: Citizen, command: RenewToken, now: datetime) -> TokenRenewed:
        """Let the token live a whole life from now. Raises Refusal `token_expired`."""
        async with self.ledger.database.write() as connection:
            await admission.admit(connection, actor, command.conversation, "manage_token", now)
            await tokens.renew(connection, actor.token_hash, now + self._lifetime)
        return TokenRenewed(expires_in=int(self._lifetime.total_seconds()))

    async def revoke_token(self, actor: Citizen, command: RevokeToken, now: datetime) -> Done:
        """Quick exit: all tokens of the conversation end, on every device; staff sees that the citizen left."""
        async with self.ledger.change(now) as change:
            seat = await admission.admit(change.connection, actor, command.conversation, "manage_token", now, lock=True)
            await tokens.revoke_all(change.connection, command.conversation, now)
            if seat.conversation.phase != "closed":
                await change.append(
                    command.conversation,
                    seat.author,
                    entries.ParticipantLeft(participant=seat.author, reason="quick_exit"),
                )
                # An agent who has the conversation decides what is done about it; nobody else has to wait for nobody.
                if seat.conversation.phase == "active":
                    await self.closing.end_call_of(change, seat.conversation, seat.author)
                else:
                    await self.closing.close(change, seat.conversation, seat.author, "citizen", "ended_by_citizen")
            change.afterwards(lambda: self.audience.review_everywhere(command.conversation))
        return Done()

    async def leave_in_a_hurry(self, actor: Citizen, now: datetime) -> None:
        """`revoke_token` by one who names no conversation. A token that opens nothing is no error: there is nothing
        left to revoke."""
        token = await self._token(actor)
        if token is not None and token.is_good(now):
            await self.revoke_token(actor, RevokeToken(conversation=token.conversation), now)

    @property
    def _lifetime(self) -> timedelta:
        return timedelta(hours=self.zone().profile.limits.token_lifetime_hours)

    async def _token(self, actor: Citizen) -> tokens.Token | None:
        async with self.ledger.database.asking() as connection:
            return await tokens.find(connection, actor.token_hash)

    async def _begin(self, actor: Citizen, command: OpenConversation, now: datetime) -> None:
        """Let the token into a conversation: the one its code leads to, or a new one that the bot has."""
        async with self.ledger.change(now) as change:
            if command.code is not None:
                code = tokens.hashed(command.code)
                moved = await tokens.conversation_of_ticket(change.connection, code)
                if moved is not None:
                    # Locked first: a quick exit at this moment finds either the new token, or the ticket not yet used.
                    await conversations.load(change.connection, moved, lock=True)
                ticket = await tokens.use_ticket(change.connection, code, now)
                if ticket is None or ticket.purpose != "move":
                    raise Refusal("ticket_used")
                await tokens.insert(change.connection, actor.token_hash, ticket.conversation, now, now + self._lifetime)
                return
            opened = new_id("c")
            await conversations.insert(
                change.connection,
                opened,
                language=command.language,
                team=self.zone().central_team.id,
                site=command.site,
                now=now,
                bot_node=self.triage.bot_node(),
            )
            await tokens.insert(change.connection, actor.token_hash, opened, now, now + self._lifetime)
            citizen = await participants.insert(change.connection, new_id("p"), opened, "citizen", now=now)
            await participants.insert(change.connection, new_id("p"), opened, "bot", now=now)
            await assignments.begin(change.connection, opened, None, now)
            await change.append(
                opened, citizen.author, entries.ConversationOpened(language=command.language, site=command.site)
            )
            if command.earlier is not None:
                await self.contacts.link_by_token(change, opened, command.earlier)
            change.afterwards(lambda: self.triage.assign(opened))

    async def _shown(
        self, connection: Reading, actor: Actor, seat: admission.Seat, own: str, now: datetime
    ) -> ConversationShown:
        found = seat.conversation
        staff = permission.may(actor, "read_staff", seat.facts)
        people = await participants.of(connection, found.id)
        call = await calls.current(connection, found.id)
        form = self.zone().form
        earlier = await conversations.load(connection, found.follows) if staff and found.follows else None
        # A citizen sees what is going on now; without a call that is nothing, and a crowd need not ask.
        recorded = await recordings.of_conversation(connection, found.id) if staff or call else ()
        begun = await reports.of(connection, found.id)
        sent = await photos.of_conversation(connection, found.id) if staff or call or begun else ()
        return ConversationShown(
            conversation=found.id,
            participant=own,
            phase=found.phase,
            language=found.language,
            need=found.need,
            team=found.team,
            sensitive=found.sensitive,
            shared_last=found.shared_last,
            staff_last=found.staff_last if staff else 0,
            participants=tuple(each.author for each in people if each.left_at is None),
            read=(
                *(_read(each, "shared") for each in people if staff or each.took_part),
                *(_read(each, "staff") for each in people if staff and each.kind == "agent"),
            ),
            call=await parties.view(connection, call) if call else None,
            recordings=tuple(each.view for each in recorded if staff or each.state in OPEN),
            reports=tuple(view_of(each, form(each.form), now) for each in begun),
            photos=tuple(each.view for each in sent),
            rated=found.score is not None,
            expires_in=int((seat.token.expires_at - now).total_seconds()) if seat.token else None,
            opened_at=found.opened_at if staff else None,
            site=found.site if staff else None,
            earlier=as_earlier(earlier) if earlier else None,
        )


def _read(participant: Participant, log: LogName) -> ReadPosition:
    return ReadPosition(participant=participant.id, kind=participant.kind, log=log, number=participant.read(log))
