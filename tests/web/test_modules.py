"""The browser's headless modules, run as they are by Node's own test runner."""

import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
NODE = Path(sys.executable).with_name("node")  # the one that the lock brings


@pytest.mark.parametrize("file", sorted(HERE.rglob("*.test.js")), ids=lambda file: file.name)
def test_module(file: Path) -> None:
    command: list[str | Path] = [NODE, "--test", "--test-reporter=spec", file]
    run = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert run.returncode == 0, run.stdout + run.stderr
