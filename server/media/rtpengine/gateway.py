"""A media worker that carries nothing itself: its calls are an rtpengine's, which it tells what to do."""

import asyncio
import logging
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress

from server.media.refusal import MediaRefusal
from server.media.relay.counters import Counters
from server.media.relay.patience import Patience
from server.media.relay.reader import read_description
from server.media.rtpengine.call import EngineCall
from server.media.rtpengine.control import Control, EngineGone, EngineRefusal
from server.protocol.media import Described, MediaEvent

logger = logging.getLogger(__name__)

SWEEP_SECONDS = 0.5


class Gateway:
    """Carries calls of two through an engine; an `Engine` as `server.media.engine` says.

    When the engine is gone, it has `failed`, with all its calls.

    :param host, port: where the engine takes commands. The engine itself is told by its own configuration at which
        addresses and ports parties reach it.
    :param addresses: what is said of it to the desk.
    :param on_event: told what happens in a call.
    :param capacity: calls at a time.
    """

    def __init__(
        self,
        host: str,
        port: int,
        *,
        addresses: Sequence[str],
        on_event: Callable[[MediaEvent], None],
        capacity: int = 100,
        patience: Patience | None = None,
    ) -> None:
        self.addresses = tuple(addresses)
        self.port = port
        self.capacity = capacity
        self.draining = False
        self._host = host
        self._on_event = on_event
        self._patience = patience or Patience()
        self._control: Control | None = None
        self._calls: dict[str, EngineCall] = {}
        self._empty = asyncio.Event()
        self._empty.set()
        self._failure = asyncio.Event()
        self._sweeping: asyncio.Task[None] | None = None

    @property
    def calls(self) -> tuple[str, ...]:
        """The calls there are."""
        return tuple(self._calls)

    @property
    def counters(self) -> Counters | None:
        """Nothing: packets are the engine's, which counts them itself."""
        return None

    async def start(self) -> None:
        """Find the engine. Raises OSError where there is none."""
        self._control = await Control.connect(self._host, self.port)
        self._sweeping = asyncio.create_task(self._sweep(self._control))

    async def stop(self) -> None:
        """End all calls."""
        if self._sweeping is not None:
            self._sweeping.cancel()
            with suppress(asyncio.CancelledError):
                await self._sweeping
        for call_id in self.calls:
            await self.close(call_id)
        if self._control is not None:
            self._control.close()

    async def offer(self, call_id: str, party: str, sdp: str, screen: str | None = None) -> Described:
        """The answer to a party's offer. A call begins with its first; `screen` is the mid of a shared screen.

        Raises MediaRefusal, as `server.protocol.media.MediaError` says; `call_full` when two are in it.
        """
        description = read_description(sdp)
        call = self._calls.get(call_id) or self._begin(call_id)
        try:
            return await call.offer(party, description, screen, self._now())
        except EngineRefusal as refusal:
            logger.warning("the engine takes no offer in call %s: %s", call_id, refusal)
            raise MediaRefusal("worker_full") from refusal
        except EngineGone as gone:
            self._fail(gone)
            raise MediaRefusal("worker_draining") from gone
        finally:
            await self._close_if_empty(call)

    async def leave(self, call_id: str, party: str) -> None:
        """A party leaves a call, which ends when it was the last. One that is not there has left already."""
        call = self._calls.get(call_id)
        if call is None:
            return
        try:
            await call.leave(party)
        except EngineRefusal as refusal:
            logger.warning("the engine lets nobody leave call %s: %s", call_id, refusal)
        except EngineGone as gone:
            self._fail(gone)
        await self._close_if_empty(call)

    async def close(self, call_id: str) -> None:
        """End a call. One that is not there is ended already."""
        call = self._calls.pop(call_id, None)
        if not self._calls:
            self._empty.set()
        if call is None or self._failure.is_set():
            return
        try:
            await call.close()
        except EngineRefusal:
            logger.info("the engine had ended call %s already", call_id)
        except EngineGone as gone:
            self._fail(gone)

    def record(self, call_id: str, recording: str, key: bytes, agreed: Iterable[str], *, keep: bool) -> None:
        """Raises MediaRefusal: `no_such_call`, `recording_failed`. What the engine carries, it does not give to us."""
        raise MediaRefusal("recording_failed" if call_id in self._calls else "no_such_call")

    def stop_recording(self, call_id: str, recording: str) -> None:
        """There is none."""

    def drain(self) -> None:
        """Begin no more calls; those there are go on."""
        self.draining = True

    async def emptied(self) -> None:
        """Wait until there is no call."""
        await self._empty.wait()

    async def failed(self) -> None:
        """Wait until the engine is gone."""
        await self._failure.wait()

    def _begin(self, call_id: str) -> EngineCall:
        if self.draining or self._control is None:
            raise MediaRefusal("worker_draining")
        if len(self._calls) >= self.capacity:
            raise MediaRefusal("worker_full")
        call = EngineCall(call_id, self._control, patience=self._patience, on_event=self._on_event)
        self._calls[call_id] = call
        self._empty.clear()
        return call

    async def _close_if_empty(self, call: EngineCall) -> None:
        if call.is_empty and self._calls.get(call.id) is call:
            await self.close(call.id)

    async def _sweep(self, control: Control) -> None:
        try:
            while True:
                await asyncio.sleep(SWEEP_SECONDS)
                await control.command("ping")
                for call in tuple(self._calls.values()):
                    await self._look_after_one_of_many(call)
        except EngineGone as gone:
            self._fail(gone)

    async def _look_after_one_of_many(self, call: EngineCall) -> None:
        try:
            await self._look_after(call)
        except EngineGone:
            raise
        except Exception as error:  # noqa: BLE001 what one call stumbles over must not leave the others alone
            logger.error("call %s could not be looked after: %s", call.id, type(error).__name__)

    async def _look_after(self, call: EngineCall) -> None:
        if call.is_empty:
            return  # somebody is about to come
        try:
            await call.look_after(self._now())
            idle = call.is_idle(self._now())
        except EngineRefusal:
            idle = True
        if idle and self._calls.get(call.id) is call:
            await self.close(call.id)
            self._on_event(MediaEvent(call=call.id, kind="idle"))

    def _fail(self, gone: EngineGone) -> None:
        if not self._failure.is_set():
            logger.error("the engine is gone: %s", gone)
            self.draining = True
            self._failure.set()

    def _now(self) -> float:
        return asyncio.get_running_loop().time()
