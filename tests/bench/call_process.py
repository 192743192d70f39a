"""The process of a server that calls go through, on a core that the load keeps off."""

import asyncio
import tempfile
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from server.supervise.lifeline import tied_to_this_process
from tests.bench.load.processor import SERVER_CORE, on_core
from tests.bench.result import SkippedError
from tests.support.programs import find


@asynccontextmanager
async def running(*argv: str | Path) -> AsyncIterator[Process]:
    """Start it, with pipes in and out; inside, it runs. What it says of errors is told when something fails inside."""
    with tempfile.TemporaryFile() as log:
        process = await asyncio.create_subprocess_exec(
            *argv,
            stdin=PIPE,
            stdout=PIPE,
            stderr=log,
            preexec_fn=on_core(SERVER_CORE, tied_to_this_process()),
        )
        try:
            yield process
        except Exception as error:
            log.seek(0)
            error.add_note(log.read()[-2000:].decode(errors="replace"))
            raise
        finally:
            if process.returncode is None:
                process.kill()
            await process.wait()


def installed(name: str, package: str) -> Path:
    """The program of this name. Raises SkippedError where it is missing."""
    found = find(name)
    if found is None:
        raise SkippedError(f"{name} is not installed (on Debian: apt install {package})")
    return found
