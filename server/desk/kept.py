"""What is kept of calls under seal: recordings, and photos that citizens sent."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Self

from server.desk.connections import Connections
from server.desk.ledger import Ledger
from server.desk.media_workers import MediaWorkers
from server.desk.one_by_one import one_by_one
from server.desk.photo_album import PhotoAlbum
from server.desk.photos import Photos
from server.desk.recording_library import RecordingLibrary
from server.desk.recording_upkeep import RecordingUpkeep
from server.desk.recordings import Recordings
from server.desk.tapes import Tapes
from server.desk.zones import ZoneSource
from server.sealed.vault import Vault


@dataclass
class Kept:
    """The use cases of both, and the sweeps."""

    recordings: Recordings
    upkeep: RecordingUpkeep
    library: RecordingLibrary
    photos: Photos

    @classmethod
    def build(
        cls,
        ledger: Ledger,
        connections: Connections,
        media: MediaWorkers,
        zone: ZoneSource,
        *,
        vault: Vault | None,
        folder: Path,
        taped: bool = True,
    ) -> Self:
        """Build the parts. `vault`: None where nothing can be kept; `folder`: all nodes' own; `taped`: whether what
        carries the calls can record them."""
        tapes = Tapes(media, vault if taped else None)
        upkeep = RecordingUpkeep(ledger, connections, tapes, zone)
        return cls(
            recordings=Recordings(ledger, connections, tapes, upkeep, zone),
            upkeep=upkeep,
            library=RecordingLibrary(ledger, connections, vault, folder),
            photos=Photos(ledger, connections, PhotoAlbum(folder / "photos", vault), zone),
        )

    async def erase(self, now: datetime) -> None:
        """Sweep: what is kept no longer is erased, the keys of all of it before any file."""
        sweeps = (self.library.erase, self.photos.erase, self.library.clear, self.photos.clear)
        await one_by_one(sweeps, lambda sweep: sweep(now))
