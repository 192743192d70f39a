"""A secret is made once, whole, and for its owner's eyes only."""

import stat
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from server.secret_files import SecretError, SecretFile


@pytest.fixture
def file(tmp_path: Path) -> SecretFile:
    return SecretFile(tmp_path / "keys" / "service.key")


def test_is_made_at_first_and_read_ever_after(file: SecretFile) -> None:
    made = file.read_or_make()
    assert len(made) == 43
    assert file.read_or_make() == file.read() == SecretFile(file.path).read() == made


def test_is_for_its_owner_only(file: SecretFile) -> None:
    file.read_or_make()
    assert stat.S_IMODE(file.path.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.path.parent.stat().st_mode) == 0o700


def test_no_two_are_alike(tmp_path: Path) -> None:
    assert SecretFile(tmp_path / "a").read_or_make() != SecretFile(tmp_path / "b").read_or_make()


def test_all_who_make_it_at_once_get_the_same(file: SecretFile) -> None:
    with ThreadPoolExecutor(8) as together:
        made = {future.result() for future in [together.submit(file.read_or_make) for _ in range(32)]}
    assert made == {file.read()}
    assert [path.name for path in file.path.parent.iterdir()] == ["service.key"]


def test_is_refused_where_it_is_missing(file: SecretFile) -> None:
    with pytest.raises(SecretError, match="missing"):
        file.read()


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o660, 0o602])
def test_is_refused_where_others_may_touch_it(file: SecretFile, mode: int) -> None:
    file.read_or_make()
    file.path.chmod(mode)
    with pytest.raises(SecretError, match="chmod 600"):
        file.read()


@pytest.mark.parametrize("content", ["", "changeme", "a" * 42, "a" * 44, "a" * 42 + "!"])
def test_is_refused_where_it_is_not_one_of_ours(file: SecretFile, content: str) -> None:
    file.read_or_make()
    file.path.write_text(content)
    with pytest.raises(SecretError, match="does not hold a key"):
        file.read()


def test_can_be_made_from_the_command_line(file: SecretFile) -> None:
    subprocess.run([sys.executable, "-m", "server.secret_files", file.path], check=True)
    assert len(file.read()) == 43
