"""A container that is given the time of two processors does not count all that the machine has."""

import os
from pathlib import Path

import pytest

from server.processors import usable

ALL = len(os.sched_getaffinity(0))


@pytest.mark.parametrize(
    ("quota", "expected"),
    [
        ("50000 100000", 1),
        ("150000 100000", min(ALL, 2)),
        ("6400000 100000", min(ALL, 64)),
        ("max 100000", ALL),
        ("", ALL),
    ],
)
def test_what_a_container_is_given_counts(tmp_path: Path, quota: str, expected: int) -> None:
    (tmp_path / "cpu.max").write_text(quota)
    assert usable(tmp_path / "cpu.max") == expected


def test_without_a_container_it_is_what_it_may_run_on(tmp_path: Path) -> None:
    assert usable(tmp_path / "cpu.max") == ALL
