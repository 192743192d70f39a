"""One stream in a room: how it comes in, and to whom it goes."""

from server.media.member import Member, Sent
from server.media.relay.numbering import UNKNOWN
from server.media.relay.outlet import Outlet
from server.media.relay.throttle import TokenBucket
from server.media.room.form import Form
from server.media.room.history import History
from server.media.room.reception import Reception
from server.media.room.rtcp import picture_loss

KEY_FRAME_PAUSE = 0.5
"""Seconds between two key frames that one sender is asked for: each costs as much as a second of picture."""

CLOCK_RATES = {"microphone": 48_000, "camera": 90_000, "screen": 90_000}

RETRANSMISSIONS = 250
"""A second, to one receiver of one stream: a lost fifth of what the best camera sends."""


class Receiver:
    """One who gets a stream.

    Retransmissions come as a stream of their own, or, where the receiver has no encoding for that, as the same packet
    once more.
    """

    __slots__ = ("_bucket", "_repair", "_repair_types", "form", "member", "page", "since", "ssrc")

    def __init__(self, track: "Track", member: Member, now: float) -> None:
        sender, receiver = track.member.numbering, member.numbering
        types = bytearray([UNKNOWN] * 128)
        for encoding, number in sender.payload_types.items():
            types[number] = receiver.payload_types.get(f"rtx/{encoding}", UNKNOWN)
        self._repair = member.repairs(track.sent) if any(each != UNKNOWN for each in types) else None
        self._repair_types = bytes(types)
        self._bucket = TokenBucket(rate=RETRANSMISSIONS, burst=2 * RETRANSMISSIONS, now=now)
        self.member = member
        self.page = member.leg.page
        self.ssrc = track.sent.room_ssrc
        self.form = Form(sender, receiver, self.ssrc, stamped=self._repair is not None or not track.is_video)
        self.since = now

    @property
    def identity(self) -> tuple[object, ...]:
        """Changes when the stream comes to the receiver in another way than before."""
        return self.page, self._repair, self._repair_types, self.form.identity

    def retransmit(self, track: "Track", numbers: list[int], now: float) -> None:
        """Send again what it lost, if there is something left of it."""
        for number in numbers:
            packet = track.history.get(number, self.since, now)
            if packet is None or not self._bucket.take(now):
                continue
            payload_type = self._repair_types[packet[1] & 127]
            if self._repair is None:
                again = self.form.write(packet, now)
            elif payload_type == UNKNOWN:
                continue
            else:
                again = self.form.retransmit(packet, payload_type, self._repair.ssrc, self._repair.next(), now)
            if again is not None:
                self.member.outlet.send_rtp(again)


class Track:
    """A stream of a member, with all its receivers."""

    __slots__ = (
        "_asked_at",
        "_bytes",
        "_forms",
        "_wanted",
        "history",
        "is_video",
        "member",
        "rate",
        "receivers",
        "reception",
        "sent",
        "taken_at",
    )

    def __init__(self, member: Member, sent: Sent) -> None:
        self.member = member
        self.sent = sent
        self.is_video = sent.source != "microphone"
        self.reception = Reception(CLOCK_RATES[sent.source])
        self.history = History()
        self.receivers: dict[str, Receiver] = {}
        self.taken_at = float("-inf")
        self.rate = 0
        """Bits in the last second."""
        self._bytes = 0
        self._forms: list[tuple[Form, list[Outlet]]] = []
        self._asked_at = float("-inf")
        self._wanted = False

    def is_active(self, now: float) -> bool:
        """Whether something of it has come lately."""
        return now - self.taken_at < 1

    def send_to(self, receivers: dict[str, Receiver]) -> None:
        """From now on it goes to these."""
        self.receivers = receivers
        forms: dict[tuple[object, ...], tuple[Form, list[Outlet]]] = {}
        for receiver in receivers.values():
            _, outlets = forms.setdefault(receiver.form.identity, (receiver.form, []))
            outlets.append(receiver.member.outlet)
        self._forms = list(forms.values())

    def forward(self, packet: bytes, number: int, now: float) -> None:
        """A packet came, or came at last: everybody gets it."""
        self.taken_at = now
        self._bytes += len(packet)
        if self.is_video:
            self.history.add(number, packet, now)
        for form, outlets in self._forms:
            written = form.write(packet, now)
            if written is not None:
                for outlet in outlets:
                    outlet.send_rtp(written)

    def close_second(self, now: float) -> None:
        """A second is over."""
        self.rate, self._bytes = self._bytes * 8, 0
        self.history.expire(now)

    def want_key_frame(self) -> None:
        """Ask the sender for a key frame as soon as it may be asked."""
        self._wanted = self.is_video

    def ask_key_frame(self, own: int, now: float) -> None:
        """Ask for the key frame that is wanted, if one is and it may be asked for; `own` is our SSRC."""
        if self._wanted and now - self._asked_at >= KEY_FRAME_PAUSE and self.member.outlet.is_open:
            self._wanted = False
            self._asked_at = now
            self.member.outlet.send_rtcp(picture_loss(own, self.sent.ssrc))
