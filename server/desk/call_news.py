"""Call news: everybody in a conversation, and a guest of its call, is told how the call stands after each change."""

from dataclasses import dataclass

from server.desk.connections import Connections
from server.desk.ledger import Change
from server.protocol.signals import CallMoved, CallStands
from server.protocol.words import CallView
from server.store import calls, parties


@dataclass
class CallNews:
    """Tells after the commit what a change left behind."""

    connections: Connections

    async def tell(self, change: Change, conversation: str, call: str, *, moved: bool = False) -> CallView:
        """The call as this change leaves it, which everybody is told after the commit; `moved`: it lost its place on a
        media worker, and may have another."""
        view = await parties.view(change.connection, await calls.load(change.connection, conversation, call))
        word = CallMoved if moved else CallStands

        async def tell() -> None:
            self.connections.signal(conversation, word(conversation=conversation, view=view))

        change.afterwards(tell)
        return view
