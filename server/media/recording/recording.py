"""A call that is recorded, as its worker sees it: whose packets are kept, and when."""

import secrets
from collections.abc import Callable, Iterable

from server.media.recording.dump import Dump, Spool
from server.media.recording.records import Began, Described, Encoded, Paused, Resumed, Stream
from server.media.relay.crossing import Tap
from server.media.relay.description import Section
from server.protocol.media import StreamSource

Sections = tuple[tuple[StreamSource, Section], ...]
"""What a party sends, each in its section."""

MID = "urn:ietf:params:rtp-hdrext:sdes:mid"

REQUESTS_FOR_PICTURE = 3
"""How often a key frame is asked for when recording begins or goes on: without one there is no picture, and the
question may be lost."""


class CallRecording:
    """Keeps the packets of a call, as long as it is to `keep` and everybody who is in the call has agreed.

    Who has not agreed holds the recording up by being there; it is no party's packets that are left out then, but all.
    Nobody is recorded who is alone in the call, waiting for whoever takes it over.

    :param id_: the recording, as the desk names it. :param on_failure: as a `Dump` calls it.

    Raises OSError where nothing can be written.
    """

    def __init__(self, id_: str, key: bytes, spool: Spool, on_failure: Callable[[], None]) -> None:
        self.id = id_
        self._dump = Dump(spool, f"{id_}.{secrets.token_hex(8)}.dump", id_, key, on_failure)
        self._dump.note(Began(recording=id_))
        self._agreed: frozenset[str] = frozenset()
        self._keep = False
        self._numbers: dict[str, int] = {}
        self._described: dict[str, Sections] = {}
        self._running = False
        self._requests = 0

    def order(self, agreed: Iterable[str], *, keep: bool) -> None:
        """What the desk wants now. `follow` puts it into effect."""
        self._agreed = frozenset(agreed)
        self._keep = keep

    def follow(self, present: dict[str, Sections]) -> dict[str, Tap]:
        """Who is in the call, and what each of them sends: the taps they get, now and until the next time."""
        running = self._keep and len(present) > 1 and present.keys() <= self._agreed
        if running != self._running:
            self._running = running
            self._dump.note(Resumed() if running else Paused())
            self._requests = REQUESTS_FOR_PICTURE if running else 0
        if not running:
            return {}
        for party, sections in present.items():
            number = self._numbers.setdefault(party, len(self._numbers))
            if self._described.get(party) != sections:
                self._described[party] = sections
                self._dump.note(Described(number=number, party=party, streams=tuple(_streams(sections))))
        return {party: self._dump.tap(self._numbers[party]) for party in present}

    def wants_pictures(self) -> bool:
        """Whether a key frame should be asked of every party now. Asking this counts as asking them."""
        if self._requests:
            self._requests -= 1
            return True
        return False

    def tick(self) -> None:
        """To be called about twice a second."""
        self._dump.tick()

    def close(self) -> None:
        """The recording is over, as far as this worker goes. The taps must not be used any more."""
        self._dump.close()


def _streams(sections: Sections) -> Iterable[Stream]:
    for source, section in sections:
        yield Stream(
            source=source,
            mid=section.mid,
            encodings=tuple(
                Encoded(codec.payload_type, codec.name.lower(), codec.clock_rate, codec.repairs)
                for codec in section.codecs
            ),
            sources=tuple(each.ssrc for each in section.sources),
            repairs=section.repairs,
            mid_extension=next((each.id for each in section.extensions if each.uri == MID), None),
        )
