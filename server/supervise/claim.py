"""One command to a data folder: two would share a database and a socket, and ruin both."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class ClaimedError(RuntimeError):
    """Another process runs in this folder."""


@contextmanager
def claim(folder: Path) -> Iterator[None]:
    """Hold `folder` for this process, for as long as the block lasts; made when it is not there, for its owner only.

    Raises ClaimedError when another process holds it. A process that is killed lets go.
    """
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    with (folder / ".claim").open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise ClaimedError(f"another onlineloket runs in {folder}") from None
        yield
