"""The journal of a crowd: what each window said, was told and heard, written down as it happens."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import IO, Any, Literal, Self

import msgspec


class Record(msgspec.Struct, frozen=True, kw_only=True, tag_field="what"):
    """One thing that happened at a window."""

    window: str


class Followed(Record, frozen=True, kw_only=True, tag="followed"):
    """The window was shown a conversation, in which its person is `participant`."""

    conversation: str
    participant: str


class Opened(Record, frozen=True, kw_only=True, tag="opened"):
    """The window has a line; what is acknowledged from now on is acknowledged over it."""

    by: Literal["websocket", "polling"]


class Sent(Record, frozen=True, kw_only=True, tag="sent"):
    """Something was put in the window's outbox; it is sent, perhaps many times, from now on."""

    conversation: str
    log: str
    client_id: str
    text: str


class Acknowledged(Record, frozen=True, kw_only=True, tag="acknowledged"):
    """The desk said that it has it, under this number. `late`: it was sent at once with others, and again after some of
    them were answered: those may come before it, whatever the order in which they were said."""

    client_id: str
    number: int
    late: bool = False


class Refused(Record, frozen=True, kw_only=True, tag="refused"):
    """The desk said that it will not have it; it is not sent again."""

    client_id: str
    code: str


class Heard(Record, frozen=True, kw_only=True, tag="heard"):
    """An entry reached the window."""

    by: Literal["event", "sync"]
    conversation: str
    log: str
    number: int
    fingerprint: str


class Stands(Record, frozen=True, kw_only=True, tag="stands"):
    """What the window shows of a log in the end: fingerprints from number 1 on. `anew`: read again from the beginning,
    as after a reload. `over`: the window may no longer read it, so that its end may be missing."""

    conversation: str
    log: str
    fingerprints: list[str]
    anew: bool
    over: bool = False


_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)

AnyRecord = Opened | Followed | Sent | Acknowledged | Refused | Heard | Stands

_LINE: msgspec.json.Decoder[AnyRecord] = msgspec.json.Decoder(AnyRecord)


class Journal:
    """Written by one process. Use as a context manager."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: IO[bytes] | None = None
        self.acknowledged = 0
        """How many acknowledgements were written down."""

    def __enter__(self) -> Self:
        self._file = self._path.open("wb")
        return self

    def __exit__(self, *_: object) -> None:
        if self._file is not None:
            self._file.close()

    def write(self, record: AnyRecord) -> None:
        assert self._file is not None
        self.acknowledged += isinstance(record, Acknowledged)
        self._file.write(msgspec.json.encode(record) + b"\n")


def read(path: Path) -> Iterator[AnyRecord]:
    """Everything in a journal, oldest first."""
    with path.open("rb") as lines:
        for line in lines:
            yield _LINE.decode(line)


def fingerprint(
    conversation: str, log: str, number: int, at: int, author: Mapping[str, Any], client_id: str | None, body: Any
) -> str:
    """What makes an entry this one and no other, the same from the wire and from the database.

    `at`: microseconds since 1970. Whoever was told too early, and says the same again, gets the same number at another
    moment.
    """
    words = [
        conversation,
        log,
        number,
        at,
        author["participant"],
        author["kind"],
        author.get("name"),
        author.get("role"),
    ]
    return hashlib.sha256(json.dumps([*words, client_id, body], sort_keys=True).encode()).hexdigest()[:16]


def fingerprint_of(entry: Mapping[str, Any]) -> str:
    """The fingerprint of an entry as it came over the wire."""
    at = (datetime.fromisoformat(entry["at"]) - _EPOCH) // timedelta(microseconds=1)
    return fingerprint(
        entry["conversation"], entry["log"], entry["number"], at, entry["author"], entry.get("client_id"), entry["body"]
    )
