"""The media workers of a desk, as processes."""

import os
import signal
from pathlib import Path

from tests.support.desk import ServedDesk


def worker_of(desk: ServedDesk, port: int) -> int:
    """The process of the media worker on a port."""
    wanted = f"--index\0{port - desk.media_port}\0".encode()
    for folder in Path("/proc").iterdir():
        if folder.name.isdecimal():
            try:
                if wanted in (folder / "cmdline").read_bytes() and _serves(desk, int(folder.name)):
                    return int(folder.name)
            except OSError:
                continue
    raise LookupError(port)


def _serves(desk: ServedDesk, process: int) -> bool:
    """Whether a process is a child of this desk's supervisor."""
    status = Path(f"/proc/{process}/status").read_text()
    assert desk.process is not None
    return f"PPid:\t{desk.process.pid}\n" in status


def kill_worker_on(desk: ServedDesk, port: int) -> None:
    """Kill the worker on a port, at once."""
    os.kill(worker_of(desk, port), signal.SIGKILL)
