"""Three or four parties: everything that crosses between them, and all RTCP, which ends here."""

import asyncio
import secrets
import time

from server.media.member import Member
from server.media.relay.counters import Counters
from server.media.relay.touchpoints import PacketBuffer
from server.media.room import rtcp
from server.media.room.estimates import LIFTED, Estimates
from server.media.room.track import Receiver, Track
from server.media.room.uplink import Uplink

TURN = 0.1
"""Seconds between two rounds of feedback, as a browser gives it."""
REPORT_EVERY = 10
"""Turns between two reports."""
ASK_AGAIN = 0.02
"""Seconds between two looks at what is missing, as long as something is."""


class Room:
    """Kept as its members stand: `seat` says who they are, `rewire` that something has changed about one."""

    def __init__(self, members: tuple[Member, ...], buffer: PacketBuffer, counters: Counters) -> None:
        self._buffer = buffer
        self._counters = counters
        self._ssrc = secrets.randbits(32)
        self._uplinks: dict[str, Uplink] = {}
        self._tracks: dict[tuple[str, int], Track] = {}
        self._estimates = Estimates()
        self._turns = 0
        self._loop = asyncio.get_running_loop()
        self._next_turn = self._loop.call_later(TURN, self._turn)
        self._asking: asyncio.TimerHandle | None = None
        self.seat(members)

    def seat(self, members: tuple[Member, ...]) -> None:
        """From now on these are in it."""
        gone = self._uplinks.keys() - {member.party for member in members}
        for party in gone:
            del self._uplinks[party]
        self._estimates.forget(gone)
        for member in members:
            if member.party not in self._uplinks:
                uplink = Uplink(
                    member, self._buffer, self._counters, on_control=self._take_control, on_gap=self._ask_for_gap
                )
                self._uplinks[member.party] = uplink
                member.leg.attach(uplink)

    def rewire(self) -> None:
        """Something has changed about a member: its keys, its path, what it sends or what it was told."""
        now = time.monotonic()
        members = [uplink.member for uplink in self._uplinks.values()]
        before, self._tracks = self._tracks, {}
        for member in members:
            for sent in member.sent:
                track = before.pop((member.party, sent.ssrc), None)
                if track is None or track.sent.repair != sent.repair:
                    track = Track(member, sent)
                track.sent = sent
                self._tracks[member.party, sent.ssrc] = track
                track.send_to(self._receivers(track, members, now))
                track.ask_key_frame(self._ssrc, now)
        for party, uplink in self._uplinks.items():
            uplink.wire([track for track in self._tracks.values() if track.member.party == party])

    def close(self) -> None:
        """Let go of all members, as they go on in another way or not at all."""
        self._next_turn.cancel()
        if self._asking is not None:
            self._asking.cancel()
        for party in self._estimates.limited():
            self._tell_limit(self._uplinks[party], LIFTED)
        for uplink in self._uplinks.values():
            uplink.member.leg.detach()

    def _receivers(self, track: Track, members: list[Member], now: float) -> dict[str, Receiver]:
        """Who gets a track: those who were told of it, as they were told; a new one is shown a whole picture first."""
        receivers = {}
        announcement = track.sent.announced(room=True)
        for member in members:
            if member is track.member or not member.outlet.is_open or not member.receives(announcement):
                continue
            receiver = Receiver(track, member, now)
            known = track.receivers.get(member.party)
            if known is not None and known.identity == receiver.identity:
                receiver = known
            elif known is None or known.page != receiver.page:
                track.want_key_frame()
            receivers[member.party] = receiver
        return receivers

    def _turn(self) -> None:
        """What is due ten times a second, and every second."""
        self._next_turn = self._loop.call_later(TURN, self._turn)
        self._turns += 1
        now = time.monotonic()
        is_report = self._turns % REPORT_EVERY == 0
        for party, uplink in self._uplinks.items():
            outlet = uplink.member.outlet
            if not outlet.is_open:
                continue
            tracks = [track for track in self._tracks.values() if track.member.party == party]
            about = next((track.sent.ssrc for track in tracks if track.is_video), 0)
            feedback = uplink.arrivals.report(self._ssrc, about)
            if feedback is not None:
                outlet.send_rtcp(feedback)
            for track in tracks:
                track.ask_key_frame(self._ssrc, now)
            if is_report:
                self._report(uplink, tracks, now)

    def _report(self, uplink: Uplink, tracks: list[Track], now: float) -> None:
        blocks = [block for track in tracks if (block := track.reception.block(track.sent.ssrc, now))]
        if blocks:
            uplink.member.outlet.send_rtcp(rtcp.receiver_report(self._ssrc, blocks))
        for track in tracks:
            track.close_second(now)
        self._limit(uplink, now, due=True)

    def _ask_for_gap(self, track: Track, gap: list[int]) -> None:
        """Packets of a track are missing: ask for them now, and see to it that they are asked for again."""
        if track.is_video:
            track.member.outlet.send_rtcp(rtcp.nack(self._ssrc, track.sent.ssrc, gap))
        if self._asking is None:
            self._asking = self._loop.call_later(ASK_AGAIN, self._ask_again)

    def _ask_again(self) -> None:
        now = time.monotonic()
        for track in self._tracks.values():
            if not track.reception.waits:
                continue
            again, given_up = track.reception.due(now)
            if track.is_video and again:
                track.member.outlet.send_rtcp(rtcp.nack(self._ssrc, track.sent.ssrc, again))
            if given_up:
                track.want_key_frame()
                track.ask_key_frame(self._ssrc, now)
        waits = any(track.reception.waits for track in self._tracks.values())
        self._asking = self._loop.call_later(ASK_AGAIN, self._ask_again) if waits else None

    def _take_control(self, member: Member, data: bytes, now: float) -> None:
        """RTCP from a member: about what it sends, or about what it gets."""
        for packet in rtcp.read_compound(data):
            if packet.type in (rtcp.SENDER_REPORT, rtcp.RECEIVER_REPORT):
                self._take_report(member, packet, now)
            elif packet.type == rtcp.TRANSPORT_FEEDBACK and packet.format == rtcp.NACK:
                track = self._received(member, packet.about)
                if track is not None:
                    track.receivers[member.party].retransmit(track, rtcp.nacked(packet), now)
            elif packet.type == rtcp.PAYLOAD_FEEDBACK:
                self._take_wish(member, packet, now)

    def _take_wish(self, member: Member, packet: rtcp.Packet, now: float) -> None:
        if packet.format == rtcp.APPLICATION:
            bitrate = rtcp.estimated(packet)
            if bitrate is not None:
                self._estimates.note(member.party, bitrate, self._tracks.values(), now)
                for uplink in self._uplinks.values():
                    self._limit(uplink, now, due=False)
            return
        wanted = {rtcp.PLI: [packet.about], rtcp.FIR: rtcp.refreshed(packet)}.get(packet.format, [])
        for ssrc in wanted:
            track = self._received(member, ssrc)
            if track is not None:
                track.want_key_frame()
                track.ask_key_frame(self._ssrc, now)

    def _take_report(self, member: Member, packet: rtcp.Packet, now: float) -> None:
        if packet.type == rtcp.SENDER_REPORT:
            self._pass_clock(member, packet, now)
        shares = [
            share
            for ssrc, share in rtcp.losses(packet)
            if (track := self._received(member, ssrc)) is not None and track.is_video
        ]
        if shares:
            self._estimates.note_loss(member.party, sum(shares) / len(shares), self._tracks.values(), now)

    def _pass_clock(self, member: Member, packet: rtcp.Packet, now: float) -> None:
        clock = rtcp.sender_clock(packet)
        track = self._tracks.get((member.party, packet.sender))
        if track is None or clock is None:
            return
        track.reception.note_report(clock, now)
        report = rtcp.sender_report(track.sent.room_ssrc, clock)
        for receiver in track.receivers.values():
            receiver.member.outlet.send_rtcp(report)

    def _received(self, member: Member, ssrc: int) -> Track | None:
        """The track that a member gets under this SSRC."""
        for track in self._tracks.values():
            if track.sent.room_ssrc == ssrc and member.party in track.receivers:
                return track
        return None

    def _limit(self, uplink: Uplink, now: float, *, due: bool) -> None:
        party = uplink.member.party
        news = self._estimates.news(party, self._estimates.limit(party, self._tracks.values(), now), due=due)
        if news is not None:
            self._tell_limit(uplink, news)

    def _tell_limit(self, uplink: Uplink, bitrate: int) -> None:
        about = [sent.ssrc for sent in uplink.member.sent if sent.source != "microphone"]
        if about and uplink.member.outlet.is_open:
            uplink.member.outlet.send_rtcp(rtcp.estimate(self._ssrc, bitrate, about))
