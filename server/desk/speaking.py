"""Speaking: who may say something in a conversation, or mark it as read. Asked inside the group's transaction."""

from server.domain import permission
from server.domain.actor import Citizen
from server.domain.permission import Action
from server.protocol.errors import Refusal
from server.store.grouped.asked import Asked, Marking, Seat


def admit(asked: Asked, seat: Seat, action: Action) -> None:
    """Return where the actor may. What `admission.admit` is to other changes, without a query of its own.

    Raises Refusal: `token_expired`, `not_allowed`, or whatever the permission check raises.
    """
    actor, opens = asked.actor, False
    if isinstance(actor, Citizen) and seat.token is not None and seat.token.conversation == asked.conversation:
        if not seat.token.is_good(asked.now):
            raise Refusal("token_expired")
        opens = True
    facts = seat.facts(token_opens=opens)
    permission.check(actor, action, facts)
    # Only who reads the staff log has a place in it.
    if isinstance(asked, Marking) and asked.log == "staff":
        permission.check(actor, "read_staff", facts)
