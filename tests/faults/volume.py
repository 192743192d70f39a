"""A folder of limited size, which can be filled to the last byte."""

import errno
import os
import shutil
import subprocess
from pathlib import Path
from typing import Self

_BALLAST = "ballast"
_STEP = 1 << 20


class Volume:
    """A folder on a tmpfs of its own. Use as a context manager; `is_limited` is false where it could not be mounted."""

    def __init__(self, folder: Path, megabytes: int) -> None:
        self.folder = folder
        self.is_limited = False
        self._megabytes = megabytes

    def __enter__(self) -> Self:
        self.folder.mkdir(mode=0o700)
        if os.getuid() == 0 and shutil.which("mount"):
            options = f"size={self._megabytes}m,mode=0700"
            command = ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(self.folder)]
            self.is_limited = subprocess.run(command, capture_output=True, check=False).returncode == 0
        return self

    def __exit__(self, *_: object) -> None:
        if self.is_limited:
            subprocess.run(["umount", "--lazy", str(self.folder)], check=True)

    def fill(self) -> None:
        """Leave not one block free."""
        with (self.folder / _BALLAST).open("ab") as ballast:
            size = ballast.tell()
            step = _STEP
            while step:
                try:
                    os.posix_fallocate(ballast.fileno(), size, step)
                    size += step
                except OSError as error:
                    if error.errno != errno.ENOSPC:
                        raise
                    step //= 2

    def empty(self) -> None:
        """Make room again."""
        (self.folder / _BALLAST).unlink(missing_ok=True)
