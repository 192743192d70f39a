"""Logs hold what happened, and never what people wrote: not even where a library logs an exception."""

import subprocess
import sys
from pathlib import Path

SECRET = "what somebody wrote"

FORGOTTEN_TASK = f"""
import asyncio
from pathlib import Path
from server.cli.logs import configure
from server.settings import Settings

async def fail():
    raise ValueError("{SECRET}")

async def main():
    asyncio.create_task(fail())
    await asyncio.sleep(0.01)

configure(Settings(data=Path(".")), "desk")
asyncio.run(main())
"""


def test_a_librarys_exception_is_named_and_not_quoted() -> None:
    program, tree = [sys.executable, "-c", FORGOTTEN_TASK], Path(__file__).parents[2]
    ran = subprocess.run(program, cwd=tree, capture_output=True, text=True, check=True)
    assert "asyncio: ERROR" in ran.stderr
    assert "ValueError at <string>:" in ran.stderr
    assert SECRET not in ran.stderr
