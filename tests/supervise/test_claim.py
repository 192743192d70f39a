"""Only one command runs in a data folder."""

import stat
import subprocess
import sys
from pathlib import Path

import pytest

from server.supervise.claim import ClaimedError, claim

HOLD = """
import sys
from pathlib import Path
from server.supervise.claim import claim
with claim(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


def test_a_second_is_refused_until_the_first_is_gone(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    first = subprocess.Popen([sys.executable, "-c", HOLD, folder], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert first.stdout
    assert first.stdout.readline() == b"held\n"
    with pytest.raises(ClaimedError, match=str(folder)), claim(folder):
        pass
    first.kill()
    first.communicate()
    with claim(folder):
        pass


def test_the_folder_is_made_for_its_owner_only(tmp_path: Path) -> None:
    with claim(tmp_path / "new" / "data"):
        assert stat.S_IMODE((tmp_path / "new" / "data").stat().st_mode) == 0o700
