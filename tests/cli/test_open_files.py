"""A desk is not held to the thousand open files that a system begins with."""

import os
import resource
import subprocess
import sys
from pathlib import Path

import psutil

from tests.support.ports import free_port


def test_a_desk_raises_its_limit_to_what_it_is_allowed(tmp_path: Path) -> None:
    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    settings = {"DATA": str(tmp_path), "PORT": str(free_port()), "REDIS_URL": f"unix://{tmp_path}/nobody.sock"}
    environment = {**os.environ, **{f"ONLINELOKET_{name}": value for name, value in settings.items()}}
    key = tmp_path / "keys" / "service.key"
    key.parent.mkdir(mode=0o700)
    key.touch(0o600)
    key.write_text("k" * 43)
    program = ("sh", "-c", 'ulimit -Sn 256 && exec "$0" -m server.cli desk', sys.executable)
    tree = Path(__file__).parents[2]
    with subprocess.Popen(program, cwd=tree, env=environment, stderr=subprocess.PIPE, text=True) as desk:
        assert desk.stderr is not None
        said = next(line for line in desk.stderr if "open_files" in line)
        assert psutil.Process(desk.pid).rlimit(psutil.RLIMIT_NOFILE) == (hard, hard)
        desk.terminate()
        desk.stderr.read()
    assert '"before": 256' in said
