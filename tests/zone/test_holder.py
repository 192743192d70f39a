"""Zone data that changes while the desk runs."""

import asyncio
import os
import time

import pytest

from server.zone.holder import ZoneHolder
from server.zone.problems import ZoneProblems
from server.zone.zone import Zone
from tests.zone.folders import Draft


def places(holder: ZoneHolder) -> set[tuple[str, int]]:
    """Where the newest version has mistakes."""
    return {(problem.file, problem.line) for problem in holder.problems.problems} if holder.problems else set()


def test_nothing_changed_is_nothing_read(draft: Draft) -> None:
    holder = ZoneHolder(draft.path)
    zone = holder.zone
    assert not holder.refresh()
    assert holder.zone is zone


def test_a_change_is_taken_without_a_restart(draft: Draft) -> None:
    holder = ZoneHolder(draft.path)
    draft.change("zone.yaml", "reference_prefix: OL", "reference_prefix: PROEF")
    assert holder.refresh()
    assert holder.zone.profile.reference_prefix == "PROEF"
    assert holder.problems is None


def test_a_mistake_leaves_the_last_good_version_in_place_until_it_is_mended(draft: Draft) -> None:
    holder = ZoneHolder(draft.path)
    good = holder.zone
    line = draft.change("zone.yaml", "reference_prefix: OL", "reference_prefx: OL")
    assert holder.refresh()
    assert holder.zone is good
    assert ("zone.yaml", line) in places(holder)
    assert not holder.refresh()
    draft.change("zone.yaml", "reference_prefx: OL", "reference_prefix: OL")
    assert holder.refresh()
    assert places(holder) == set()
    assert holder.zone.version == good.version


def test_a_file_that_was_only_touched_is_no_news(draft: Draft) -> None:
    holder = ZoneHolder(draft.path)
    later = time.time() + 10
    os.utime(draft.path / "zone.yaml", (later, later))
    assert not holder.refresh()


def test_files_that_come_and_go_are_changes(draft: Draft) -> None:
    holder = ZoneHolder(draft.path)
    (draft.path / "answers" / "lost_id.de.md").rename(draft.path / "lost_id.de.md.bak")
    assert holder.refresh()
    assert places(holder) == {("answers/lost_id.en.md", 2)}
    (draft.path / "lost_id.de.md.bak").rename(draft.path / "answers" / "lost_id.de.md")
    assert holder.refresh()
    assert places(holder) == set()


def test_a_process_does_not_start_without_a_zone(draft: Draft) -> None:
    (draft.path / "zone.yaml").unlink()
    with pytest.raises(ZoneProblems):
        ZoneHolder(draft.path)


async def test_each_version_and_each_mistake_is_given_as_it_comes(draft: Draft) -> None:
    holder = ZoneHolder(draft.path)
    seen: list[Zone | ZoneProblems] = []

    async def follow() -> None:
        async for change in holder.changes(every=0.01):
            seen.append(change)
            if len(seen) == 2:
                return

    following = asyncio.create_task(follow())
    draft.change("zone.yaml", "routine: 3", "routine: none")
    while not seen:
        await asyncio.sleep(0.01)
    draft.change("zone.yaml", "routine: none", "routine: 2")
    await asyncio.wait_for(following, timeout=30)
    assert isinstance(seen[0], ZoneProblems)
    assert isinstance(seen[1], Zone)
    assert seen[1].profile.staffing.routine == 2
