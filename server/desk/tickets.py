"""Tickets: codes for one use within sixty seconds, so that no token ever stands in a URL."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from server.desk import admission
from server.desk.identity import new_code
from server.desk.ledger import Ledger
from server.domain.actor import Actor, Citizen
from server.protocol.commands import MintTicket
from server.protocol.errors import Refusal
from server.protocol.results import TicketMinted
from server.store import audit, reports, tokens
from server.store.tokens import Ticket

LIFETIME = timedelta(seconds=60)


@dataclass
class Tickets:
    """Makes tickets and takes them in."""

    ledger: Ledger

    async def mint(self, actor: Actor, command: MintTicket, now: datetime) -> TicketMinted:
        """A code for one purpose. Only a citizen moves to another window. Raises Refusal `no_such_report`."""
        if command.purpose == "move" and not isinstance(actor, Citizen):
            raise Refusal("not_allowed")
        if command.purpose in ("report", "certificate") and command.report is None:
            raise Refusal("malformed", field="report")
        code, expires_at = new_code(), now + LIFETIME
        async with self.ledger.database.write() as connection:
            seat = await admission.admit(connection, actor, command.conversation, "mint_ticket", now)
            if command.report is not None:
                await reports.load(connection, command.report, command.conversation)
            ticket = Ticket(command.purpose, command.conversation, command.report, seat.conversation.language)
            await tokens.insert_ticket(connection, tokens.hashed(code), ticket, expires_at)
            await audit.record(
                connection,
                actor,
                f"ticket.{command.purpose}",
                now,
                conversation=command.conversation,
                report=command.report,
            )
        path = None if command.purpose == "move" else f"/papers/{code}"
        return TicketMinted(code=code, path=path, expires_at=expires_at)

    async def redeem(self, code: str, now: datetime) -> Ticket:
        """What the code was made for; it is used up by this. Raises Refusal `ticket_used`.

        A code that moves a conversation cannot fetch a paper.
        """
        async with self.ledger.database.write() as connection:
            ticket = await tokens.use_ticket(connection, tokens.hashed(code), now)
        if ticket is None or ticket.purpose == "move":
            raise Refusal("ticket_used")
        return ticket
