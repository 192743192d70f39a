"""Pictures for the typesetter, which reads files: they lie in memory under the name of one, never on a disk."""

import os
import shutil
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import typst

_FORGETS_AFTER = 10
"""typst keeps what it decoded until it has set so many more papers: three bytes for each pixel."""


def can_print() -> bool:
    """Whether this machine can hand pictures over in memory."""
    return sys.platform == "linux"


@contextmanager
def beside(template: Path, pictures: Mapping[str, bytes]) -> Iterator[Path]:
    """A folder with the template, and links to the pictures by their names, as long as the block lasts."""
    descriptors: list[int] = []
    with TemporaryDirectory(prefix="paper-") as name:
        folder = Path(name)
        shutil.copy(template, folder)
        try:
            for picture, content in pictures.items():
                if sys.platform == "linux":
                    descriptors.append(os.memfd_create(picture))
                    with os.fdopen(os.dup(descriptors[-1]), "wb") as file:
                        file.write(content)
                    (folder / picture).symlink_to(f"/proc/self/fd/{descriptors[-1]}")
            yield folder
        finally:
            for descriptor in descriptors:
                os.close(descriptor)


def forget() -> None:
    """Have typst let go of what it decoded."""
    for _ in range(_FORGETS_AFTER):
        typst.compile(b"", format="svg")
