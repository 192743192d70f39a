"""Tapes: what the media workers are told about recordings, under whose key."""

import base64
from dataclasses import dataclass

from server.desk.media_workers import MediaWorkers
from server.protocol.errors import Refusal
from server.protocol.media import MediaRecord, MediaStopRecording
from server.sealed.vault import Vault, WrongKey
from server.store.calls import Call
from server.store.recordings import Recording


@dataclass
class Tapes:
    """Asks the worker of a call. `vault` is None where nothing can be recorded: there is no key for it, or an engine
    carries the calls."""

    media: MediaWorkers
    vault: Vault | None

    def new_key(self, recording: str) -> str:
        """A key for a recording, wrapped. Raises Refusal `recording_unavailable`."""
        if self.vault is None:
            raise Refusal("recording_unavailable")
        return self.vault.make(recording)[1]

    def check(self) -> None:
        """Raise Refusal `recording_unavailable` where nothing can be recorded."""
        if self.vault is None:
            raise Refusal("recording_unavailable")

    async def run(self, call: Call, recording: Recording, *, keep: bool) -> None:
        """Have the worker keep what the parties send who agreed, or nothing for now. A call that waits for a worker
        sends nothing that could be kept.

        Raises Refusal `media_failed` where nobody knows whether the worker heard of it, `recording_unavailable` where
        it cannot record, or the recording's key is under another than ours.
        """
        if call.worker is None:
            return
        if self.vault is None or recording.wrapped_key is None:
            raise Refusal("media_failed")
        try:
            key = self.vault.open(recording.id, recording.wrapped_key)
        except WrongKey as error:
            raise Refusal("recording_unavailable") from error
        order = MediaRecord(
            call=call.id,
            recording=recording.id,
            key=base64.urlsafe_b64encode(key).rstrip(b"=").decode(),
            agreed=tuple(recording.agreed),
            keep=keep,
        )
        await self.media.have_done(call.worker, order, order.event)

    async def stop(self, call: Call, recording: Recording) -> None:
        """Have the worker keep nothing any more. Raises Refusal `media_failed`."""
        if call.worker is not None:
            order = MediaStopRecording(call=call.id, recording=recording.id)
            await self.media.have_done(call.worker, order, order.event)
