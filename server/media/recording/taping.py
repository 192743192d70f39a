"""The taping of a call: what its parties send goes into the recording, if there is one, as that says."""

import secrets
from collections.abc import Iterable

from server.media.member import Member, sending_sections
from server.media.recording.recording import CallRecording
from server.media.room.rtcp import picture_loss


class Taping:
    """`follow` whenever the members of the call, what they send, or the recording have changed; then rewire."""

    def __init__(self) -> None:
        self.recording: CallRecording | None = None
        self._asks_as = secrets.randbits(32)

    def follow(self, members: Iterable[Member]) -> None:
        """Give each member the tap that the recording says."""
        members = tuple(members)
        taps = {}
        if self.recording is not None:
            taps = self.recording.follow(
                {member.party: tuple(sending_sections(member.description, member.screen)) for member in members}
            )
        for member in members:
            member.tap = taps.get(member.party)

    def sweep(self, members: Iterable[Member]) -> None:
        """To be called about twice a second."""
        if self.recording is None:
            return
        self.recording.tick()
        if self.recording.wants_pictures():
            for member in members:
                for sent in member.sent:
                    if sent.source != "microphone":
                        member.outlet.send_rtcp(picture_loss(self._asks_as, sent.ssrc))
