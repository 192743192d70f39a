"""The desk's side of making films: which recordings wait for it, and what became of them."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Protocol

import structlog

from server.sealed.vault import Vault, WrongKey
from server.store import recordings
from server.store.database import Database

SETTLED = timedelta(seconds=5)
"""After so long a worker has written the end of what it kept, or is looked at again."""

LEASE = timedelta(minutes=10)
"""How long whoever makes films of a recording has it to itself: an hour of a call takes half a minute. Who is killed
over it leaves it to another then."""


@dataclass(frozen=True, slots=True)
class Made:
    """What became of a recording, as `server/store/recordings.py` keeps it."""

    dumps: list[dict[str, Any]]
    films: list[dict[str, Any]]


PATIENCE = timedelta(minutes=10)
"""How long a worker is waited for that still writes: one that was frozen and goes on does so sooner."""


class Make(Protocol):
    """Makes the films of a recording under its key. May be called again for the same one. May raise OSError, of it
    BlockingIOError where it `waits` for a worker that still writes."""

    def __call__(self, recording: str, key: bytes, *, waits: bool) -> Made: ...


class FilmMaking:
    """Takes recordings whose call is over, one after the other. Several processes may do so at once."""

    def __init__(self, database: Database, vault: Vault, make: Make) -> None:
        self._database = database
        self._vault = vault
        self._make = make
        self._log = structlog.get_logger("films")

    async def make_next(self, clock: Callable[[], datetime]) -> bool:
        """Make the films of one recording, if one waits; whether one did."""
        now = clock()
        async with self._database.write() as connection:
            found = await recordings.claim(connection, now - SETTLED, now, now + LEASE)
        if found is None or found.wrapped_key is None:
            return found is not None
        try:
            waits = found.stopped_at is None or now - found.stopped_at < PATIENCE
            made = self._make(found.id, self._vault.open(found.id, found.wrapped_key), waits=waits)
        except BlockingIOError:
            self._log.warning("films_wait", recording=found.id)
            async with self._database.write() as connection:
                await recordings.change(connection, found.id, making_until=clock() + SETTLED)
            return True
        except (OSError, WrongKey) as error:
            # It stays claimed for a while, and is tried again then.
            self._log.error("films_not_made", recording=found.id, error=type(error).__name__)
            return True
        except Exception as error:  # noqa: BLE001 whatever a stream was made to do to us, other recordings wait
            # The same packets would do the same again: they stay as they are, without films.
            self._log.error("films_given_up", recording=found.id, error=type(error).__name__)
            made = Made([], [])
        async with self._database.write() as connection:
            await recordings.change_from(
                connection,
                found.id,
                "stopped",
                state="made",
                making_until=None,
                dumps=made.dumps,
                films=made.films,
            )
        self._log.info("films_made", recording=found.id, films=len(made.films))
        return True
