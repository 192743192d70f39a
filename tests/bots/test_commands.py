"""`onlineloket bot` and its commands, as processes of their own."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

TREE = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def environment(cache_folder: Path, triage: object, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """A data folder in which the models are taught already."""
    data = tmp_path_factory.mktemp("data")
    (data / "bot").symlink_to(cache_folder)
    return {**os.environ, "ONLINELOKET_DATA": str(data)}


def run(environment: dict[str, str], *arguments: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    program = [sys.executable, "-W", "error", "-m", "server.cli", "bot", *arguments]
    return subprocess.run(program, cwd=TREE, env=environment, input=given, capture_output=True, check=False)


def test_lines_are_classified_in_order_and_each_alone(environment: dict[str, str]) -> None:
    lines = [
        b'{"text": "mijn fiets is gestolen", "ui_lang": "nl"}',
        b"{not json",
        b'{"text": "\\u0000\\u202e", "ui_lang": "fr"}',
        b'{"text": 12}',
        b'{"text": "il a un couteau", "ui_lang": "fr"}',
    ]
    done = run(environment, "classify", given=b"\n".join(lines))
    first, second, third, fourth, fifth = map(json.loads, done.stdout.splitlines())
    assert (first["tier"], first["ranked"][0], first["action"], first["lang"]) == (0, "bike_theft", "answer", "nl")
    assert second == {"error": "malformed"}
    assert third == {"tier": 0, "ranked": [], "action": "handover", "lang": "fr"}
    assert fourth == {"error": "invalid"}
    assert (fifth["tier"], fifth["action"]) == (1, "handover")
    assert (done.returncode, done.stderr) == (1, b"")


def test_a_thousand_lines_that_are_right_end_with_success(environment: dict[str, str]) -> None:
    done = run(environment, "classify", given=b'{"text": "hallo", "ui_lang": "nl"}\n' * 1000)
    assert (done.returncode, len(done.stdout.splitlines())) == (0, 1000)


def test_a_labelled_file_gives_a_table(environment: dict[str, str], tmp_path: Path) -> None:
    file = tmp_path / "labelled.jsonl"
    file.write_text('{"text": "mijn fiets is gestolen", "topic": "bike_theft"}\n')
    done = run(environment, "evaluate", str(file))
    assert done.returncode == 0
    assert b"topic top-1, nl" in done.stdout
    file.write_text('{"text": "mijn fiets is gestolen", "topic": "bicycles"}\n')
    done = run(environment, "evaluate", str(file))
    assert done.returncode != 0
    assert b"bicycles" in done.stderr


def test_a_message_is_explained(environment: dict[str, str]) -> None:
    done = run(environment, "explain", "er staat een man met een mes aan mijn deur")
    told = {line.split()[0]: line for line in done.stdout.decode().splitlines()}
    assert list(told) == ["normalise", "concepts", "emergency", "language", "topic", "gate", "model"]
    assert "tier 1" in told["emergency"]
    assert "armed" in told["emergency"]


def test_the_bot_can_be_talked_to(environment: dict[str, str]) -> None:
    done = run(environment, "try", "--language", "en", given=b"my bike was stolen\n")
    assert done.returncode == 0
    assert b"bike" in done.stdout


def test_the_corpus_is_checked(environment: dict[str, str]) -> None:
    assert run(environment, "check").returncode == 0


def test_alone_it_is_the_worker(environment: dict[str, str]) -> None:
    # Without a service key there is nothing to prove itself with.
    done = run(environment)
    assert done.returncode != 0
    assert b"service.key" in done.stderr
