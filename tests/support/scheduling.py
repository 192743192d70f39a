"""Which tests run one after the other in one worker of pytest-xdist: those of a file, and those that share a desk."""

from collections.abc import Collection
from pathlib import PurePosixPath

import pytest
from xdist.remote import Producer
from xdist.scheduler.loadfile import LoadFileScheduling


class PackageScheduling(LoadFileScheduling):  # type: ignore[misc]
    """Gives whole files to workers, and whole packages where their tests share what takes long to start.

    `packages`: folders, as the ids of tests name them.
    """

    def __init__(self, config: pytest.Config, log: Producer | None, packages: Collection[str]) -> None:
        super().__init__(config, log)
        self._packages = frozenset(packages)

    def _split_scope(self, nodeid: str) -> str:
        file: str = super()._split_scope(nodeid)
        package = str(PurePosixPath(file).parent)
        return package if package in self._packages else file
