"""What the desk writes is its own, also where the folder it was given stands open."""

import os
import stat
import subprocess
import sys
from pathlib import Path


def test_others_on_the_machine_read_no_conversation(tmp_path: Path) -> None:
    data = tmp_path / "data"
    data.mkdir(mode=0o755)
    environment = {**os.environ, "ONLINELOKET_DATA": str(data)}
    program, tree = [sys.executable, "-m", "server.cli", "migrate"], Path(__file__).parents[2]
    subprocess.run(program, cwd=tree, env=environment, check=True, umask=0o022)
    written = [each for each in data.iterdir() if each.is_file()]
    assert data / "desk.db" in written
    assert {stat.S_IMODE(each.stat().st_mode) for each in written} == {0o600}
