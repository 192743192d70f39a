"""The zone a process works with: read again when its folder changes, and never given up for one with a mistake."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

from server.zone.folder import files_of
from server.zone.load import load_zone
from server.zone.problems import ZoneProblems
from server.zone.zone import Zone


class ZoneHolder:
    """Holds the last good version of a zone's folder. `problems` says why a newer one was not taken."""

    def __init__(self, path: Path) -> None:
        """Load the folder. Raises ZoneProblems: a process does not start without a zone."""
        self._path = path
        self._seen = self._stamp()
        self.zone: Zone = load_zone(path)
        self.problems: ZoneProblems | None = None

    def refresh(self) -> bool:
        """Look whether a file changed, and if so read the folder again. True when `zone` or `problems` is a new one."""
        stamp = self._stamp()
        if stamp == self._seen:
            return False
        # Remembered before reading: a file saved while the folder is read is seen as another change next time.
        self._seen = stamp
        try:
            zone = load_zone(self._path)
        except ZoneProblems as problems:
            self.problems = problems
            return True
        was_wrong, self.problems = self.problems is not None, None
        is_new, self.zone = zone.version != self.zone.version, zone
        return is_new or was_wrong

    async def changes(self, every: float) -> AsyncIterator[Zone | ZoneProblems]:
        """Look every so many seconds, and give each new version, or what is wrong with it, as it comes. Never ends."""
        while True:
            await asyncio.sleep(every)
            if await asyncio.to_thread(self.refresh):
                yield self.problems or self.zone

    def _stamp(self) -> tuple[tuple[str, int, int], ...]:
        stamps = []
        for file in files_of(self._path):
            try:
                status = file.stat()
            except FileNotFoundError:
                # Editors save by renaming: a file that was listed may be gone a moment later. Its return is a change.
                continue
            stamps.append((str(file), status.st_mtime_ns, status.st_size))
        return tuple(stamps)
