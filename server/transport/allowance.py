"""The allowance: what each connection may ask of the desk, and how often.

Live text has an allowance of its own: a few small signals a second, which must not use up what is said besides.

Three things are counted for citizens and guests: the connection, the address it comes from, and the conversation,
however many windows it is open in. For agents and bots, who have proved who they are, the connection alone.

What is counted stays with the websocket or the polling session, whichever namespaces it leaves and enters again.

An emergency is never limited away. What somebody in danger needs (a person, an emergency raised, a call ended, a way
out) is never refused: whoever asks for it over and over is made to wait a second each time. And whoever has said
little goes on being heard when others at the same address say too much: each connection has a trickle that nobody else
can use up.
"""

from collections.abc import Callable, Container
from dataclasses import dataclass

from server.protocol.commands import (
    Command,
    EndConversation,
    HangUp,
    PostMessage,
    RaiseEmergency,
    RequestPerson,
    RevokeToken,
    ShowWriting,
)
from server.protocol.errors import Refusal
from server.protocol.words import Kind
from server.transport.limits import Bucket, Buckets, Rate

RATES: dict[Kind, Rate] = {
    "citizen": Rate(burst=60, per_minute=240),
    "agent": Rate(burst=200, per_minute=1200),
    "guest": Rate(burst=60, per_minute=240),
    "bot": Rate(burst=5000, per_minute=120_000),
}
"""Messages of one connection; any other command counts half."""

UNPROVEN: tuple[Kind, ...] = ("citizen", "guest")
"""Who may be anybody: a token of one's own making is enough to connect."""

CONVERSATION = Rate(burst=120, per_minute=480)
"""What citizens and guests say in one conversation, over all their connections."""

ADDRESS = Rate(burst=3000, per_minute=12_000)
"""What citizens and guests say from one address: a school, or a mobile network, may sit behind it."""

TRICKLE = Rate(burst=6, per_minute=12)
"""What one connection may still say when its address says too much."""

WRITING = Rate(burst=30, per_minute=450)
"""Signals of live text of one connection: a page sends five a second at most, and repeats what stands still."""

WRITING_COST = 0.25
"""What such a signal counts where it is counted with what others do."""

NEVER_REFUSED = (RequestPerson, RevokeToken, RaiseEmergency, EndConversation, HangUp)

URGENT = Rate(burst=20, per_minute=60)
"""How often one connection of a citizen or a guest may do what is never refused, without a wait."""


@dataclass(slots=True)
class Caller:
    """What one connection may still do, and the address it is counted by."""

    kind: Kind
    bucket: Bucket
    address: str | None
    trickle: Bucket | None = None
    urgent: Bucket | None = None
    writing: Bucket | None = None
    conversation: str | None = None
    """A citizen's or guest's conversation, once a command in it was carried out."""


class Allowance:
    """Counts what connections of this node ask."""

    def __init__(self, pulse: Callable[[], float]) -> None:
        """`pulse`: seconds of a clock that only goes forward."""
        self._pulse = pulse
        self._conversations = Buckets(CONVERSATION)
        self._addresses = Buckets(ADDRESS)

    def of(self, kind: Kind, address: str | None) -> Caller:
        """A connection that has just opened."""
        return Caller(kind, Bucket(RATES[kind], self._pulse()), address)

    def count_nonsense(self, caller: Caller) -> None:
        """Count what was no command. Raises Refusal `too_many_requests`."""
        caller.bucket.take(self._pulse(), 0.5)

    def count_entry(self, caller: Caller) -> None:
        """Count a namespace that is entered. Raises Refusal `too_many_requests`."""
        caller.bucket.take(self._pulse(), 1)

    def count(self, caller: Caller, command: Command, follows: Container[str]) -> float:
        """Count a command of a connection that follows these conversations: nobody uses up another's. Returns the
        seconds that it waits before it is carried out.

        Raises Refusal `too_many_requests`, with the seconds to wait.
        """
        now = self._pulse()
        if isinstance(command, NEVER_REFUSED):
            return self._count_urgent(caller, now) if caller.kind in UNPROVEN else 0.0
        cost = 1 if isinstance(command, PostMessage) else 0.5
        if isinstance(command, ShowWriting):
            cost = WRITING_COST
            self._count_writing(caller, now)
        else:
            caller.bucket.take(now, cost)
        if caller.kind not in UNPROVEN:
            return 0.0
        conversation = getattr(command, "conversation", None)
        if isinstance(conversation, str) and (conversation == caller.conversation or conversation in follows):
            self._conversations.take(conversation, now, cost)
        if caller.address is not None:
            self._count_address(caller, caller.address, now, cost)
        return 0.0

    def carried_out(self, caller: Caller, command: Command) -> None:
        """A command was carried out: what is said in its conversation counts from now on, opened or not."""
        if caller.kind in UNPROVEN:
            caller.conversation = getattr(command, "conversation", None) or caller.conversation

    def _count_writing(self, caller: Caller, now: float) -> None:
        if caller.writing is None:
            caller.writing = Bucket(WRITING, now)
        caller.writing.take(now)

    def _count_urgent(self, caller: Caller, now: float) -> float:
        if caller.urgent is None:
            caller.urgent = Bucket(URGENT, now)
        wait = caller.urgent.wait(now)
        if not wait:
            caller.urgent.take(now)
        return wait

    def _count_address(self, caller: Caller, address: str, now: float, cost: float) -> None:
        try:
            self._addresses.take(address, now, cost)
        except Refusal:
            if caller.trickle is None:
                caller.trickle = Bucket(TRICKLE, now)
            caller.trickle.take(now, cost)
