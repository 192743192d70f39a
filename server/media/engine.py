"""What carries the calls of a media worker's process: our own `Worker`, or an engine that a zone already runs."""

from collections.abc import Iterable
from typing import Protocol

from server.media.relay.counters import Counters
from server.protocol.media import Described


class Engine(Protocol):
    """`start`ed, then used, then `stop`ped, in one event loop. Tells events of its calls to whoever made it."""

    @property
    def addresses(self) -> tuple[str, ...]:
        """IP addresses at which parties reach it, best first."""

    @property
    def port(self) -> int:
        """The UDP port at which it is known, once started."""

    @property
    def calls(self) -> tuple[str, ...]:
        """The calls there are."""

    @property
    def capacity(self) -> int:
        """Calls at a time."""

    @property
    def draining(self) -> bool:
        """Whether it begins no more calls."""

    @property
    def counters(self) -> Counters | None:
        """Totals since the start, as they stand now; nothing where packets pass it by."""

    async def start(self) -> None:
        """Raises OSError where it cannot."""

    async def stop(self) -> None:
        """End all calls."""

    async def offer(self, call_id: str, party: str, sdp: str, screen: str | None = None) -> Described:
        """The answer to a party's offer. A call begins with its first; `screen` is the mid of a shared screen.

        Raises MediaRefusal, as `server.protocol.media.MediaError` says.
        """

    async def leave(self, call_id: str, party: str) -> None:
        """A party leaves a call, which ends when it was the last. One that is not there has left already."""

    async def close(self, call_id: str) -> None:
        """End a call. One that is not there is ended already."""

    def record(self, call_id: str, recording: str, key: bytes, agreed: Iterable[str], *, keep: bool) -> None:
        """Record a call, or go on with that or pause it, with the parties that have `agreed` by now.

        Raises MediaRefusal: `no_such_call`, `recording_failed`.
        """

    def stop_recording(self, call_id: str, recording: str) -> None:
        """End a recording. One that is not there is ended already."""

    def drain(self) -> None:
        """Begin no more calls; those there are go on."""

    async def emptied(self) -> None:
        """Wait until there is no call."""

    async def failed(self) -> None:
        """Wait until it cannot carry calls any more, and those it had are lost."""
