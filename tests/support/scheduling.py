"""Which tests run where and one after the other in workers of pytest-xdist: those of a file, those that share a desk,
those that need the processor at the moment they ask for it, and those that mostly wait."""

import os
from collections.abc import Collection, Mapping
from pathlib import PurePosixPath

import pytest
from xdist.remote import Producer
from xdist.scheduler.loadfile import LoadFileScheduling
from xdist.workermanage import WorkerController

FIRST_WORKER = "gw0"
POLITENESS = 10
"""By how much workers but the first, and all that they start, give way: what is left of the processor is theirs."""


class PackageScheduling(LoadFileScheduling):  # type: ignore[misc]
    """Gives whole files to workers, and whole packages where their tests share what takes long to start.

    `packages`: folders, as the ids of tests name them. `lanes`: folders and files by the worker that begins with them;
    who has no lane, or is through with it, takes what is in none, and in the end what others did not come to.
    """

    def __init__(
        self,
        config: pytest.Config,
        log: Producer | None,
        packages: Collection[str],
        lanes: Mapping[str, Collection[str]],
    ) -> None:
        super().__init__(config, log)
        self._packages = frozenset(packages)
        self._lanes = {path: worker for worker, paths in lanes.items() for path in paths}

    def _split_scope(self, nodeid: str) -> str:
        file: str = super()._split_scope(nodeid)
        package = str(PurePosixPath(file).parent)
        return package if package in self._packages and file not in self._lanes else file

    def _assign_work_unit(self, node: WorkerController) -> None:
        preference = [node.gateway.id, None]
        ranks = {scope: _rank(self._lane(scope), preference) for scope in self.workqueue}
        self.workqueue.move_to_end(min(ranks, key=lambda scope: ranks[scope]), last=False)
        super()._assign_work_unit(node)

    def _lane(self, scope: str) -> str | None:
        path = PurePosixPath(scope)
        return next((self._lanes[str(each)] for each in (path, *path.parents) if str(each) in self._lanes), None)


def _rank(lane: str | None, preference: list[str | None]) -> int:
    return preference.index(lane) if lane in preference else len(preference)


def give_way() -> None:
    """To be called in each worker: all but the first leave the processor to it when it asks."""
    if os.environ.get("PYTEST_XDIST_WORKER", FIRST_WORKER) != FIRST_WORKER:
        os.nice(POLITENESS)
