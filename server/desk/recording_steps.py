"""The steps of a recording, whoever takes them: each inside a change that holds the conversation locked."""

from datetime import datetime, timedelta
from typing import Any, Literal

from server.desk.connections import Connections
from server.desk.ledger import Change
from server.protocol.recording_entries import RecordingPaused, RecordingResumed, RecordingStopped
from server.protocol.signals import RecordingStands
from server.protocol.words import Author
from server.store import parties, recordings
from server.store.recordings import Recording

Reason = Literal["asked", "refused", "call_ended", "failed", "topic"]


def tell_later(change: Change, connections: Connections, recording: Recording) -> None:
    """After the commit, tell everybody in the conversation and its call how the recording stands."""

    async def tell() -> None:
        signal = RecordingStands(conversation=recording.conversation, view=recording.view)
        connections.signal(recording.conversation, signal)

    change.afterwards(tell)


async def put(change: Change, connections: Connections, recording: Recording, **values: Any) -> Recording:
    """Set columns of a recording: as it is then, which everybody is told."""
    await recordings.change(change.connection, recording.id, **values)
    changed = await recordings.load(change.connection, recording.conversation, recording.id)
    tell_later(change, connections, changed)
    return changed


def untold(change: Change, recording: Recording) -> dict[str, datetime]:
    """For the columns that a change sets: its worker has to hear of it, from whichever node reaches it."""
    return {"untold_since": recording.untold_since or change.now}


async def missing(change: Change, recording: Recording) -> set[str]:
    """Who is in the call and has not agreed."""
    present = await parties.of(change.connection, recording.call)
    return {each.participant for each in present if each.state == "in"} - set(recording.agreed)


async def pause(
    change: Change, connections: Connections, recording: Recording, author: Author, by: str | None
) -> Recording:
    """Keep nothing for now; by nobody, where somebody new has to be asked."""
    paused = await put(change, connections, recording, state="paused", paused_by=by, **untold(change, recording))
    body = RecordingPaused(recording=recording.id, reason="asked" if by else "newcomer")
    await change.append(recording.conversation, author, body)
    return paused


async def resume(change: Change, connections: Connections, recording: Recording, author: Author) -> Recording:
    """Go on."""
    resumed = await put(change, connections, recording, state="running", paused_by=None, **untold(change, recording))
    await change.append(recording.conversation, author, RecordingResumed(recording=recording.id))
    return resumed


async def stop(
    change: Change, connections: Connections, recording: Recording, author: Author, reason: Reason
) -> Recording:
    """Stop a recording that is not over; where its call is, its worker need not be told.

    What was recorded is kept as long as was said when it was asked for. Where nothing was, it has lapsed.
    """
    if recording.started_at is None:
        return await put(change, connections, recording, state="lapsed")
    await change.append(recording.conversation, author, RecordingStopped(recording=recording.id, reason=reason))
    return await put(
        change,
        connections,
        recording,
        state="stopped",
        paused_by=None,
        untold_since=None if reason == "call_ended" else change.now,
        stopped_at=change.now,
        erase_at=change.now + timedelta(days=recording.keep_days),
    )
