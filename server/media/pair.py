"""Two parties and nobody else: the transparent relay."""

from server.media.member import Member
from server.media.relay.counters import Counters
from server.media.relay.crossing import Crossing
from server.media.relay.numbering import Translation
from server.media.relay.touchpoints import PacketBuffer


class Pair:
    """Both crossings of a call of two, kept as both parties stand."""

    def __init__(self, members: tuple[Member, Member], buffer: PacketBuffer, counters: Counters) -> None:
        self.members = members
        self._ways = tuple(
            (sender, receiver, Crossing(buffer, counters, sender.leg.sources))
            for sender, receiver in (members, members[::-1])
        )
        for sender, _, crossing in self._ways:
            sender.leg.attach(crossing)

    def rewire(self) -> None:
        """Something has changed about one of them."""
        for sender, receiver, crossing in self._ways:
            crossing.wire(
                sender.leg.keys,
                receiver.leg.keys,
                receiver.leg.path,
                announced=receiver.knows(sender),
                translation=Translation(sender.numbering, receiver.numbering),
                repairs={
                    sent.repair: stream
                    for sent in sender.sent
                    if sent.repair is not None and (stream := receiver.repairs(sent)) is not None
                },
                tap=sender.tap,
            )

    def sweep(self, now: float) -> None:
        """Nothing is due: the parties do everything between themselves."""

    def close(self) -> None:
        """Let go of both."""
        for sender, _, _ in self._ways:
            sender.leg.detach()
