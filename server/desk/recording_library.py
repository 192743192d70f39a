"""The library: recordings that were made, watched by those who may, erased when their time is over."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import structlog

from server.desk import admission
from server.desk.connections import Connections
from server.desk.ledger import DESK_AUTHOR, Ledger
from server.desk.one_by_one import one_by_one
from server.desk.recording_steps import tell_later
from server.domain.actor import Agent
from server.protocol.commands import OpenRecording
from server.protocol.errors import Refusal
from server.protocol.recording_entries import RecordingErased, RecordingOpened, RecordingStored
from server.protocol.results import RecordingToWatch
from server.protocol.words import FilmView
from server.sealed.file import SealedFile, film_label
from server.sealed.openings import Openings
from server.sealed.stream import Damaged
from server.sealed.vault import Vault, WrongKey
from server.store import audit, conversations, participants, recordings
from server.store.recordings import Recording

_CONTENT_TYPES = {"webm": "video/webm", "mp4": "video/mp4"}


class OpenFilm:
    """A film that is read: `size` bytes of it, of this type. `close` it."""

    def __init__(self, sealed: SealedFile, content_type: str) -> None:
        self._sealed = sealed
        self.size = sealed.size
        self.content_type = content_type

    async def read(self, start: int, end: int) -> AsyncIterator[bytes]:
        """The bytes from `start` to before `end`, opened piece by piece in another thread. Raises OSError."""
        pieces = self._sealed.read(start, end)
        while (piece := await asyncio.to_thread(next, pieces, None)) is not None:
            yield piece

    def close(self) -> None:
        self._sealed.close()


@dataclass
class RecordingLibrary:
    """Use cases of recordings after their call. `folder`: where they lie; `vault`: None where there is no key."""

    ledger: Ledger
    connections: Connections
    vault: Vault | None
    folder: Path

    async def open(self, actor: Agent, command: OpenRecording, now: datetime) -> RecordingToWatch:
        """Open a recording: written down in the audit log and in the conversation's, each time.

        Raises Refusal: `not_allowed`, `no_such_recording`, `recording_unavailable`.
        """
        async with self.ledger.change(now) as change:
            seat = await admission.admit(
                change.connection, actor, command.conversation, "watch_recording", now, lock=True
            )
            own = await admission.seat_of_agent(change.connection, seat, actor, now)
            found = await recordings.load(change.connection, command.conversation, command.recording)
            if found.state != "stored" or self.vault is None:
                raise Refusal("no_such_recording" if self.vault else "recording_unavailable")
            await audit.record(
                change.connection, actor, "recording.open", now, conversation=command.conversation, detail=found.id
            )
            await change.append(command.conversation, own.author, RecordingOpened(recording=found.id))
            people = await participants.of(change.connection, command.conversation)
        code, until = self._openings(self.vault).make(found.id, actor.id, now)
        authors = {each.id: each.author for each in people}
        films = tuple(
            FilmView(
                party=film["party"],
                shows=film["shows"],
                path=f"/recordings/{found.id}/{number}?opening={code}",
                content_type=_CONTENT_TYPES[film["container"]],
                seconds=film["seconds"],
                sha256=film["sha256"],
                author=authors.get(film["party"]),
            )
            for number, film in enumerate(found.films or ())
        )
        return RecordingToWatch(films=films, until=until)

    async def film(self, actor: Agent, recording: str, number: int, code: str, now: datetime) -> OpenFilm:
        """A film of a recording that this agent has opened, and may still look at.

        Raises Refusal: `not_allowed`, `no_such_recording`, `recording_unavailable`.
        """
        if self.vault is None:
            raise Refusal("recording_unavailable")
        if not self._openings(self.vault).is_good(code, recording, actor.id, now):
            raise Refusal("not_allowed")
        async with self.ledger.database.read() as connection:
            found = await recordings.find(connection, recording)
            if found is None or found.wrapped_key is None or number >= len(found.films or ()):
                raise Refusal("no_such_recording")
            await admission.admit(connection, actor, found.conversation, "watch_recording", now)
        film: dict[str, Any] = (found.films or [])[number]
        label = film_label(recording, film["name"])
        try:
            key = self.vault.open(recording, found.wrapped_key)
            sealed = await asyncio.to_thread(SealedFile, self.folder / film["name"], key, label)
        except (OSError, Damaged, WrongKey) as error:
            structlog.get_logger("recordings").error("film_unreadable", recording=recording, error=type(error).__name__)
            raise Refusal("recording_unavailable") from error
        return OpenFilm(sealed, _CONTENT_TYPES[film["container"]])

    async def store(self, now: datetime) -> None:
        """Sweep: of what films were made, the digests go into the log."""
        async with self.ledger.database.read() as connection:
            waiting = await recordings.made(connection)
        for made in waiting:
            async with self.ledger.change(now) as change:
                await conversations.load(change.connection, made.conversation, lock=True)
                if await recordings.change_from(change.connection, made.id, "made", state="stored"):
                    await change.append(made.conversation, DESK_AUTHOR, _stored(made))
                    tell_later(change, self.connections, await _again(change.connection, made))

    async def erase(self, now: datetime) -> None:
        """Sweep: what is kept no longer loses its key, in one change with the word in the log."""
        async with self.ledger.database.read() as connection:
            over = await recordings.to_erase(connection, now)

        async def erase(each: Recording) -> None:
            async with self.ledger.change(now) as change:
                await conversations.load(change.connection, each.conversation, lock=True)
                # Another node may have erased it meanwhile, or somebody may hold it since.
                found = await _again(change.connection, each)
                if found.held or found.state == "erased":
                    return
                await recordings.change(
                    change.connection, each.id, state="erased", wrapped_key=None, films=None, dumps=None, erased_at=now
                )
                await change.append(each.conversation, DESK_AUTHOR, RecordingErased(recording=each.id))
                tell_later(change, self.connections, await _again(change.connection, each))

        await one_by_one(over, erase)

    async def clear(self, now: datetime) -> None:
        """Sweep: the files of what is erased go. Nobody could open them; they only take room."""
        async with self.ledger.database.read() as connection:
            ids = await recordings.to_clear(connection)

        async def clear(recording: str) -> None:
            await asyncio.to_thread(_remove, self.folder, recording)
            async with self.ledger.database.write() as connection:
                await recordings.change(connection, recording, cleared_at=now)

        await one_by_one(ids, clear)

    def _openings(self, vault: Vault) -> Openings:
        return Openings(vault.signing_key)


def _stored(made: Recording) -> RecordingStored:
    dumps = made.dumps or []
    return RecordingStored(
        recording=made.id,
        films=tuple(film["sha256"] for film in made.films or ()),
        dumps=tuple(dump["sha256"] for dump in dumps),
        whole=bool(made.films) and all(dump["is_whole"] for dump in dumps),
    )


async def _again(connection: Any, recording: Recording) -> Recording:
    return await recordings.load(connection, recording.conversation, recording.id)


def _remove(folder: Path, recording: str) -> None:
    for path in folder.glob(f"{recording}.*"):
        path.unlink(missing_ok=True)
