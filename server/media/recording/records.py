"""What a dump holds: records of 16 bytes and their payload, one after the other, in the order of arrival.

    0   2   bytes of payload, little-endian, as all of it
    2   1   kind: 0 a packet, RTP or RTCP, decrypted; 1 a note, JSON
    3   1   party, by the number that a note gives it
    4   4   zero
    8   8   arrival, microseconds since 1970

The notes are `Began`, first of all; `Described`, whenever a party is new or described itself anew; `Paused`, `Resumed`.
"""

import struct
from collections.abc import Iterable, Iterator

import msgspec

from server.protocol.media import StreamSource

RECORD = struct.Struct("<HBBIQ")
PACKET, NOTE = 0, 1


class Note(msgspec.Struct, frozen=True, tag_field="note"):
    """Base of all notes."""


class Began(Note, frozen=True, tag="began"):
    """The dump of this recording begins."""

    recording: str


class Encoded(msgspec.Struct, frozen=True):
    """A payload type: name of the encoding in lower case, clock rate, and the payload type it repairs, for `rtx`."""

    payload_type: int
    name: str
    clock_rate: int
    repairs: int | None = None


class Stream(msgspec.Struct, frozen=True):
    """One `m=` section of a party: what it may send, and under which sources.

    `repairs` are pairs of sources: the second repeats what was lost of the first (RFC 4588). `mid_extension`: the id
    of the header extension that names the section in packets (RFC 9143); none where there is none.
    """

    source: StreamSource
    mid: str
    encodings: tuple[Encoded, ...]
    sources: tuple[int, ...] = ()
    repairs: tuple[tuple[int, int], ...] = ()
    mid_extension: int | None = None


class Described(Note, frozen=True, tag="described"):
    """The party of this number, by its id, sends these streams from now on."""

    number: int
    party: str
    streams: tuple[Stream, ...]


class Paused(Note, frozen=True, tag="paused"):
    """Nothing is kept from here on."""


class Resumed(Note, frozen=True, tag="resumed"):
    """Packets are kept again."""


AnyNote = Began | Described | Paused | Resumed
_NOTE = msgspec.json.Decoder(AnyNote)


class Record(msgspec.Struct, frozen=True, gc=False):
    """One record: `note`, or a `packet` of the party of this number. `at`: microseconds since 1970."""

    at: int
    party: int = 0
    packet: bytes = b""
    note: AnyNote | None = None


def encode_note(note: AnyNote, at: int) -> bytes:
    """A note as a record."""
    payload = msgspec.json.encode(note)
    return RECORD.pack(len(payload), NOTE, 0, 0, at) + payload


def decode(chunks: Iterable[bytes]) -> Iterator[Record]:
    """The records in the chunks of a dump; a chunk holds whole records only. Raises ValueError for what are none."""
    size = RECORD.size
    for chunk in chunks:
        at = 0
        while at < len(chunk):
            if at + size > len(chunk):
                raise ValueError("half a record")
            length, kind, party, _, moment = RECORD.unpack_from(chunk, at)
            at += size
            payload = chunk[at : at + length]
            if len(payload) < length:
                raise ValueError("half a payload")
            at += length
            if kind == PACKET:
                yield Record(moment, party, payload)
            elif kind == NOTE:
                yield Record(moment, note=_NOTE.decode(payload))
            else:
                raise ValueError("a record of another kind")
