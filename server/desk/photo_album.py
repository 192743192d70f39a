"""The album: where photos lie, each sealed under a key of its own."""

import contextlib
import os
import secrets
from dataclasses import dataclass
from pathlib import Path

from server.protocol.errors import Refusal
from server.sealed.file import SealedFile, SealedFileWriter
from server.sealed.stream import Damaged
from server.sealed.vault import Vault, WrongKey
from server.store.photos import Photo


@dataclass
class PhotoAlbum:
    """One folder for all desk nodes. `vault` is None where there is no key to seal photos under.

    What reads and writes files here is to be called in a thread.
    """

    folder: Path
    vault: Vault | None

    def check(self) -> Vault:
        """The vault. Raises Refusal `photo_unavailable` where no photo can be kept."""
        if self.vault is None:
            raise Refusal("photo_unavailable")
        return self.vault

    def put(self, photo: str, content: bytes) -> tuple[str, str]:
        """Keep a photo: the name of its file and its wrapped key, once it is on the disk.

        Each call makes a file of its own, so that several that are sent at once do not meet. Raises Refusal
        `photo_unavailable`.
        """
        key, wrapped = self.check().make(photo)
        name = f"{photo}.{secrets.token_hex(4)}"
        try:
            self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            descriptor = os.open(self.folder / name, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(descriptor, "w+b") as file:
                sealed = SealedFileWriter(file, key, _label(photo))
                sealed.write(content)
                sealed.close()
                os.fsync(file.fileno())
            _sync(self.folder)
        except OSError as error:
            self.drop(name)
            raise Refusal("photo_unavailable") from error
        return name, wrapped

    def get(self, photo: Photo) -> bytes:
        """The photo. Raises Refusal: `no_such_photo` where it is erased, `photo_unavailable` where it cannot be
        opened."""
        if photo.wrapped_key is None or photo.file is None:
            raise Refusal("no_such_photo")
        try:
            key = self.check().open(photo.id, photo.wrapped_key)
            with SealedFile(self.folder / photo.file, key, _label(photo.id)) as sealed:
                return b"".join(sealed.read(0, sealed.size))
        except (OSError, Damaged, WrongKey) as error:
            raise Refusal("photo_unavailable") from error

    def drop(self, name: str) -> None:
        """Remove one file."""
        with contextlib.suppress(OSError):
            (self.folder / name).unlink()

    def clear(self, photo: str, but: str | None = None) -> None:
        """Remove every file of a photo but the one named, also what was left by a node that was killed over it."""
        for path in self.folder.glob(f"{photo}.*"):
            if path.name != but:
                path.unlink(missing_ok=True)


def _label(photo: str) -> str:
    return f"photo {photo}"


def _sync(folder: Path) -> None:
    """Have the disk know the names in a folder, too."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
