"""The connections of this node: who is here, what each follows, and how something reaches them."""

from collections import defaultdict
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass, field

from msgspec import structs

from server.bus.fanout import Fanout
from server.bus.hints import (
    AnyHint,
    CallMoved,
    CallReplaced,
    HasRead,
    Hearers,
    PhotoMoved,
    RecordingMoved,
    ReportMoved,
    Signed,
    StreamsChanged,
    Typed,
    Wrote,
)
from server.domain.actor import Actor, Agent, Citizen, Guest
from server.protocol import signals, wire
from server.protocol.entries import Entry
from server.protocol.signals import (
    CallStands,
    PhotoStands,
    Reading,
    RecordingStands,
    ReportStands,
    Signal,
    Signing,
    StreamsChange,
    Typing,
    Writing,
)
from server.protocol.words import Kind, LogName

Send = Callable[[str, str], None]
"""Sends an event with its payload, JSON text: one text serves all who get it."""

IN_CALL = frozenset({"accepted", "running"})
"""States of a call in which a line that is dead has to be noticed within seconds."""

AFTER_THE_CALL = frozenset({"stored", "erased"})
"""States of a recording that it only reaches when its call, or its part in it, is long over."""

Close = Callable[[], Awaitable[None]]


def _unhurried(hurried: bool) -> None:
    """For a connection that is always asked as often."""


@dataclass(eq=False, slots=True)
class Connection:
    """One socket of one actor. `send` never waits and never raises: what cannot be delivered is found by sync."""

    id: str
    actor: Actor
    send: Send
    close: Close
    sign_in: str | None = None
    address: str | None = None
    """Where it comes from, as limits count it; None where they do not."""
    hurry: Callable[[bool], None] = _unhurried
    """Asks for signs of life more often as long as somebody is in a call, so that a dead line is noticed at once."""
    watches_queue: bool = False
    follows: dict[str, frozenset[LogName]] = field(default_factory=dict)

    def signal(self, signal: Signal) -> None:
        self.send(signal.event, wire.announce(signal))


class Connections:
    """All connections of this node, found by id, by conversation and by who they belong to.

    The fan-out is told which conversations are followed here, and of each signal that participants on other nodes are
    to get as well.
    """

    def __init__(self, fanout: Fanout) -> None:
        self._fanout = fanout
        self._all: dict[str, Connection] = {}
        self._by_kind: dict[str, dict[str, Connection]] = defaultdict(dict)
        self._followers: dict[str, set[Connection]] = defaultdict(set)

    def add(self, connection: Connection) -> None:
        self._all[connection.id] = connection
        self._by_kind[connection.actor.kind][connection.id] = connection

    def get(self, connection: str) -> Connection | None:
        return self._all.get(connection)

    def remove(self, connection: str) -> Connection | None:
        """Forget a connection and all that it follows; None where it is not known."""
        gone = self._all.pop(connection, None)
        if gone is not None:
            del self._by_kind[gone.actor.kind][connection]
            for conversation in list(gone.follows):
                self.unfollow(gone, conversation)
        return gone

    def follow(
        self, connection: Connection, conversation: str, logs: Iterable[LogName], known: tuple[int, int] = (0, 0)
    ) -> None:
        """Let a connection receive what is added to these logs from now on. `known`: the newest number of the shared
        and of the staff log that it was told of."""
        if connection.id in self._all:
            connection.follows[conversation] = frozenset(logs)
            if conversation not in self._followers:
                self._fanout.follow(conversation, *known)
            self._followers[conversation].add(connection)

    def unfollow(self, connection: Connection, conversation: str) -> None:
        connection.follows.pop(conversation, None)
        followers = self._followers.get(conversation)
        if followers is not None:
            followers.discard(connection)
            if not followers:
                del self._followers[conversation]
                self._fanout.unfollow(conversation)

    def followers(self, conversation: str, log: LogName = "shared") -> list[Connection]:
        return [each for each in self._followers.get(conversation, ()) if log in each.follows[conversation]]

    def everybody_at(self, conversation: str) -> list[Connection]:
        """All that follow anything of a conversation: a guest follows its call, and none of its logs."""
        return list(self._followers.get(conversation, ()))

    def of_agent(self, agent: str) -> list[Connection]:
        return [each for one, each in self.of_agents() if one.id == agent]

    def of_token(self, token_hash: str) -> list[Connection]:
        return [each for one, each in self.of_citizens() if one.token_hash == token_hash]

    def of_sign_in(self, sign_in: str) -> list[Connection]:
        return [each for _, each in self.of_agents() if each.sign_in == sign_in]

    def bots(self) -> list[Connection]:
        return list(self._by_kind["bot"].values())

    def watchers(self) -> list[Connection]:
        return [each for _, each in self.of_agents() if each.watches_queue]

    def of_agents(self) -> list[tuple[Agent, Connection]]:
        """All connections of agents, each with its agent."""
        return [(each.actor, each) for each in self._by_kind["agent"].values() if isinstance(each.actor, Agent)]

    def of_citizens(self) -> list[tuple[Citizen, Connection]]:
        """All connections of citizens, each with its citizen."""
        return [(each.actor, each) for each in self._by_kind["citizen"].values() if isinstance(each.actor, Citizen)]

    def deliver(self, entry: Entry) -> None:
        """Send an entry to all that follow its log."""
        followers = self.followers(entry.conversation, entry.log)
        if followers:
            payload = wire.announce(entry)
            for each in followers:
                each.send(wire.ENTRY_EVENT, payload)

    def signal(
        self,
        conversation: str,
        signal: Signal,
        *,
        log: LogName = "shared",
        kinds: frozenset[Kind] | None = None,
        but: str | None = None,
    ) -> None:
        """Send a signal to all that follow a log, also on other nodes where they could not know of it otherwise; here
        only to some kinds of actor, or not to one connection, if named."""
        self.signal_here(conversation, signal, log=log, kinds=kinds, but=but)
        hint = _hint_at(signal)
        if hint is not None:
            self._fanout.hint(hint)

    def signal_here(
        self,
        conversation: str,
        signal: Signal,
        *,
        log: LogName = "shared",
        kinds: frozenset[Kind] | None = None,
        but: str | None = None,
    ) -> None:
        """The same, on this node only."""
        following = self.followers(conversation, log)
        if signal.for_guests:
            following += [each for each in self.everybody_at(conversation) if each.actor.kind == "guest"]
        heard_by = [each for each in following if (kinds is None or each.actor.kind in kinds) and each.id != but]
        if isinstance(signal, CallStands | signals.CallMoved):
            for each in heard_by:
                each.hurry(signal.view.state in IN_CALL)
        if isinstance(signal, RecordingStands):
            self._show_recording(heard_by, signal)
        elif heard_by:
            payload = wire.announce(signal)
            for each in heard_by:
                each.send(signal.event, payload)

    def signal_in_call(self, signal: Writing | Signing, heard_by: Hearers) -> None:
        """Send a signal to those who are in a call, also on other nodes."""
        self.signal_in_call_here(signal, heard_by)
        about = signal.conversation
        if isinstance(signal, Writing):
            self._fanout.hint(Wrote(conversation=about, signal=signal, heard_by=heard_by))
        else:
            self._fanout.hint(Signed(conversation=about, signal=signal, heard_by=heard_by))

    def signal_in_call_here(self, signal: Writing | Signing, heard_by: Hearers) -> None:
        """The same, on this node only."""
        present = [each for each in self.everybody_at(signal.conversation) if _is_among(each.actor, heard_by)]
        if present:
            payload = wire.announce(signal)
            for each in present:
                each.send(signal.event, payload)

    def _show_recording(self, heard_by: list[Connection], signal: RecordingStands) -> None:
        """That it is held, for a legal reason, is for agents only; and what becomes of it after the call is not for its
        guests."""
        for_others = structs.replace(signal, view=structs.replace(signal.view, held=False))
        for each in heard_by:
            if each.actor.kind == "agent":
                each.signal(signal)
            elif each.actor.kind != "guest" or signal.view.state not in AFTER_THE_CALL:
                each.signal(for_others)


def _is_among(actor: Actor, heard_by: Hearers) -> bool:
    match actor:
        case Citizen():
            return heard_by.citizen
        case Agent():
            return actor.id in heard_by.agents
        case Guest():
            return actor.label in heard_by.guests
    return False


def _hint_at(signal: Signal) -> AnyHint | None:
    """What other nodes are told, so that their participants get this signal too."""
    match signal:
        case Typing():
            return Typed(conversation=signal.conversation, signal=signal)
        case Reading():
            return HasRead(conversation=signal.conversation, signal=signal)
        case CallStands():
            return CallMoved(conversation=signal.conversation)
        case signals.CallMoved():
            return CallReplaced(conversation=signal.conversation)
        case StreamsChange():
            return StreamsChanged(conversation=signal.conversation, signal=signal)
        case RecordingStands():
            return RecordingMoved(conversation=signal.conversation, recording=signal.view.recording)
        case PhotoStands():
            return PhotoMoved(conversation=signal.conversation, photo=signal.view.photo)
        case ReportStands():
            return ReportMoved(conversation=signal.conversation, report=signal.view.report)
        case _:
            return None
