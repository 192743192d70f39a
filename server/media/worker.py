"""A media worker: all calls of one process, on one UDP port."""

import asyncio
import ipaddress
import logging
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import replace

from server.media.call import Call, Surroundings
from server.media.recording.dump import Spool
from server.media.recording.recording import CallRecording
from server.media.refusal import MediaRefusal
from server.media.relay.clock import Clock
from server.media.relay.counters import Counters
from server.media.relay.leg import Registry
from server.media.relay.patience import Patience
from server.media.relay.port import MediaPort, addresses_to_bind
from server.media.relay.reader import read_description
from server.media.relay.throttle import StrangerThrottle
from server.media.relay.touchpoints import PacketBuffer
from server.protocol.media import Described, MediaEvent

logger = logging.getLogger(__name__)

SWEEP_SECONDS = 0.5


class Worker:
    """Forwards media between the parties of its calls; `start`ed, then used, then `stop`ped, in one event loop.

    :param addresses: IP addresses at which the parties reach this machine, best first; they go into every description.
        Where they are not its own (behind NAT, in a container) the port must be forwarded unchanged.
    :param port: the UDP port, the same for all addresses; 0 takes any.
    :param on_event: told what happens in a call.
    :param bind: local addresses to bind instead of those that `addresses` call for.
    :param capacity: calls at a time.
    :param spool: where recordings go; without one the worker records nothing.
    """

    def __init__(
        self,
        *,
        addresses: Sequence[str],
        port: int,
        on_event: Callable[[MediaEvent], None],
        bind: Sequence[str] = (),
        capacity: int = 100,
        patience: Patience | None = None,
        spool: Spool | None = None,
    ) -> None:
        self.addresses = tuple(str(ipaddress.ip_address(address)) for address in addresses)
        self.capacity = capacity
        self.draining = False
        self._bind = tuple(bind)
        self._wanted_port = port
        self._on_event = on_event
        self._patience = patience or Patience()
        self._spool = spool
        self._registry = Registry()
        self._buffer = PacketBuffer()
        self._counters = Counters()
        self._calls: dict[str, Call] = {}
        self._empty = asyncio.Event()
        self._empty.set()
        self._ports: list[MediaPort] = []
        self._clock = Clock()
        self._sweeping: asyncio.Task[None] | None = None

    @property
    def port(self) -> int:
        """The UDP port, once started."""
        return self._ports[0].number if self._ports else self._wanted_port

    @property
    def calls(self) -> tuple[str, ...]:
        """The calls there are."""
        return tuple(self._calls)

    @property
    def counters(self) -> Counters:
        """Totals since the start, as they stand now."""
        packets, octets = (
            zip(*(call.traffic for call in self._calls.values()), strict=True) if self._calls else ((), ())
        )
        return replace(
            self._counters,
            forwarded_packets=self._counters.forwarded_packets + sum(packets),
            forwarded_bytes=self._counters.forwarded_bytes + sum(octets),
        )

    async def start(self) -> None:
        """Open the port. Raises OSError where it is taken."""
        throttle = StrangerThrottle(self._clock.now())
        try:
            for address in self._bind or addresses_to_bind(self.addresses):
                port = MediaPort(
                    address,
                    self.port,
                    registry=self._registry,
                    buffer=self._buffer,
                    counters=self._counters,
                    throttle=throttle,
                    clock=self._clock,
                )
                self._ports.append(port)
        except OSError:
            self._close_ports()
            raise
        self._sweeping = asyncio.create_task(self._sweep())

    async def stop(self) -> None:
        """End all calls and close the port."""
        if self._sweeping is not None:
            self._sweeping.cancel()
            with suppress(asyncio.CancelledError):
                await self._sweeping
        for call_id in self.calls:
            await self.close(call_id)
        self._close_ports()
        if self._spool is not None:
            self._spool.close()

    async def offer(self, call_id: str, party: str, sdp: str, screen: str | None = None) -> Described:
        """The answer to a party's offer. A call begins with its first; `screen` is the mid of a shared screen.

        Raises MediaRefusal, as `server.protocol.media.MediaError` says.
        """
        description = read_description(sdp)
        call = self._calls.get(call_id) or self._begin(call_id)
        answer, retired = call.offer(party, description, screen, self._clock.now())
        self._calls[call_id] = call
        self._empty.clear()
        if retired is not None:
            await retired.close()
        return answer

    async def leave(self, call_id: str, party: str) -> None:
        """A party leaves a call, which ends when it was the last. One that is not there has left already."""
        call = self._calls.get(call_id)
        if call is not None:
            await call.leave(party)
            if call.is_empty:
                await self.close(call_id)

    def call(self, call_id: str) -> Call | None:
        """A call, if there is one under this id."""
        return self._calls.get(call_id)

    async def close(self, call_id: str) -> None:
        """End a call. One that is not there is ended already."""
        call = self._calls.pop(call_id, None)
        if call is None:
            return
        packets, octets = call.traffic
        self._counters.forwarded_packets += packets
        self._counters.forwarded_bytes += octets
        await call.close()
        if not self._calls:
            self._empty.set()

    def record(self, call_id: str, recording: str, key: bytes, agreed: Iterable[str], *, keep: bool) -> None:
        """Record a call, or go on with that or pause it, with the parties that have `agreed` by now.

        Raises MediaRefusal: `no_such_call`, `recording_failed`.
        """
        call = self._calls.get(call_id)
        if call is None:
            raise MediaRefusal("no_such_call")
        if self._spool is None:
            raise MediaRefusal("recording_failed")
        tape = call.recording
        if tape is None or tape.id != recording:
            try:
                tape = CallRecording(recording, key, self._spool, lambda: self._recording_failed(call_id, recording))
            except OSError as error:
                raise MediaRefusal("recording_failed") from error
        tape.order(agreed, keep=keep)
        call.record(tape)

    def stop_recording(self, call_id: str, recording: str) -> None:
        """End a recording. One that is not there is ended already."""
        call = self._calls.get(call_id)
        if call is not None and call.recording is not None and call.recording.id == recording:
            call.stop_recording()

    def drain(self) -> None:
        """Begin no more calls; those there are go on."""
        self.draining = True

    async def emptied(self) -> None:
        """Wait until there is no call."""
        await self._empty.wait()

    async def failed(self) -> None:
        """Never: what can fail ends the process."""
        await asyncio.Event().wait()

    def _begin(self, call_id: str) -> Call:
        if self.draining:
            raise MediaRefusal("worker_draining")
        if len(self._calls) >= self.capacity:
            raise MediaRefusal("worker_full")
        around = Surroundings(
            registry=self._registry,
            buffer=self._buffer,
            counters=self._counters,
            candidates=tuple((address, self.port) for address in self.addresses),
            patience=self._patience,
            on_event=self._on_event,
        )
        return Call(call_id, around)

    def _recording_failed(self, call_id: str, recording: str) -> None:
        self.stop_recording(call_id, recording)
        self._on_event(MediaEvent(call=call_id, kind="recording_failed"))

    async def _sweep(self) -> None:
        while True:
            await self._clock.sleep(SWEEP_SECONDS)
            await self._look_after_calls(self._clock.now())

    async def _look_after_calls(self, now: float) -> None:
        for call in tuple(self._calls.values()):
            try:
                await self._look_after(call, now)
            except Exception as error:  # noqa: BLE001 what one call stumbles over must not leave the others alone
                logger.error("call %s could not be looked after: %s", call.id, type(error).__name__)

    async def _look_after(self, call: Call, now: float) -> None:
        call.sweep(now)
        if call.is_idle(now):
            await self.close(call.id)
            self._on_event(MediaEvent(call=call.id, kind="idle"))

    def _close_ports(self) -> None:
        for port in self._ports:
            port.close()
        self._ports.clear()
