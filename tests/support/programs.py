"""Programs that tests start."""

import os
import shutil
import sys
from pathlib import Path
from typing import NoReturn

import pytest


def find(name: str) -> Path | None:
    """A program on PATH, one that our packages bring, or one of PostgreSQL's, which Debian keeps off PATH."""
    found = shutil.which(name) or shutil.which(name, path=str(Path(sys.executable).parent))
    if found:
        return Path(found)
    off_path = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"))
    return off_path[-1] if off_path else None


def require(*names: str) -> Path:
    """The first of `names` that is here. Without one the test is skipped, and in CI it fails: nothing goes untested
    there without a word."""
    found = next((each for name in names if (each := find(name))), None)
    if found is None:
        lack(" or ".join(names))
    return found


def lack(what: str) -> NoReturn:
    """Skip the test for want of something that should be installed; in CI, fail it."""
    missing = f"{what} is not installed: run `make test` as root, or install it"
    if os.environ.get("CI") == "true":
        pytest.fail(missing)
    pytest.skip(missing)
