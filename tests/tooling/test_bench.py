"""The bench runner says what it found in lines that a script can read."""

import importlib
import json
from pathlib import Path

import pytest

from tests.bench.__main__ import names, run
from tests.bench.result import Result


def test_a_result_is_one_json_object() -> None:
    line = Result(name="start_up_time", value=1.23456, unit="s").line()
    assert json.loads(line) == {"name": "start_up_time", "value": 1.235, "unit": "s"}


def test_beside_a_peer_stands_the_ratio() -> None:
    line = Result(name="cpu_per_message", value=100.0, unit="µs", peer="node", peer_value=50.0).line()
    found = json.loads(line)
    assert (found["peer"], found["peer_value"], found["ratio"]) == ("node", 50.0, 2.0)


def test_a_ratio_is_held_against_its_bounds() -> None:
    line = Result(name="x", value=60.0, unit="µs", peer="y", peer_value=100.0, must=0.65, aim=0.45).line()
    found = json.loads(line)
    assert (found["must"], found["aim"], found["met"]) == (0.65, 0.45, "must")


@pytest.mark.parametrize(("value", "met"), [(3999, "nothing"), (4000, "must"), (6500, "aim")])
def test_a_value_is_held_against_its_bounds(value: float, met: str) -> None:
    line = Result(name="x", value=value, unit="1/s", must=4000, aim=6500, more_is_better=True).line()
    assert json.loads(line)["met"] == met


def test_beside_a_value_stands_what_helps_to_judge_it() -> None:
    line = Result(name="x", value=1.0, unit="s", beside={"busy": 0.51234}).line()
    assert json.loads(line)["busy"] == 0.5123


def test_a_peer_that_measured_nothing_has_no_ratio() -> None:
    assert json.loads(Result(name="x", value=1.0, unit="s", peer="node", peer_value=0.0).line())["ratio"] is None


@pytest.mark.parametrize("name", names())
def test_a_bench_measures(name: str) -> None:
    assert callable(importlib.import_module(f"tests.bench.bench_{name}").measure)


def test_a_bench_that_is_not_there_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["speed_of_light"]) == 2
    assert "no bench speed_of_light" in capsys.readouterr().err


def test_a_bench_that_misses_a_program_says_so_and_is_no_failure(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert run(["call_vs_rtpengine_20"]) == 0
    assert "apt install rtpengine-daemon" in capsys.readouterr().err
