"""Secrets in files that only their owner may read."""

import os
import re
import secrets
import stat
import sys
from pathlib import Path

_FORM = re.compile(r"[A-Za-z0-9_-]{43}")  # 256 bits in base64url


class SecretError(RuntimeError):
    """A secret is missing, could be read by others, or is not one of ours. The message says what to do."""


class SecretFile:
    """256 random bits in a file of mode 0600: absent -> made once -> read ever after."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def read(self) -> str:
        """The secret. Raises SecretError where the file is missing, open to others, or holds something else."""
        try:
            # The file that was looked at is the file that is read.
            with self.path.open() as file:
                status = os.fstat(file.fileno())
                content = file.read(100).strip()
        except FileNotFoundError:
            raise SecretError(f"{self.path} is missing: `onlineloket serve` makes it, or copy it from there") from None
        except PermissionError:
            raise SecretError(f"{self.path} belongs to another user than the one the desk runs as") from None
        if stat.S_IMODE(status.st_mode) & 0o077:
            raise SecretError(f"{self.path} can be read by others: chmod 600 it, and make a new one if they may have")
        if not _FORM.fullmatch(content):
            raise SecretError(f"{self.path} does not hold a key: remove it, and `onlineloket serve` makes a new one")
        return content

    def read_or_make(self) -> str:
        """The secret, made now if there is none. Of several processes that make it at once, all get the same one."""
        self.path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        if not self.path.exists():
            draft = self.path.with_name(f".{self.path.name}.{secrets.token_hex(8)}")
            try:
                _write(draft, secrets.token_urlsafe(32))
                # A link appears whole or not at all, and never in place of one that was first.
                os.link(draft, self.path)
            except FileExistsError:
                pass
            finally:
                draft.unlink(missing_ok=True)
        return self.read()


def _write(path: Path, content: str) -> None:
    """A new file that was never, not for a moment, open to others."""
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        file.write(content + "\n")
        file.flush()
        os.fsync(file.fileno())


if __name__ == "__main__":  # for roles that run apart and share keys: `python -m server.secret_files <path> …`
    for name in sys.argv[1:]:
        SecretFile(Path(name)).read_or_make()
