"""A media worker is killed in a call: both talk again on another, without a click, and the record says so."""

import os
import signal
from pathlib import Path

import pytest
from playwright.async_api import expect

from tests.scenarios.calls.people import InCall, makes_another, worker_port
from tests.support.desk import ServedDesk

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]


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


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGSTOP])
async def test_both_talk_again_on_another(served_desk: ServedDesk, call: InCall, how: signal.Signals) -> None:
    port = await worker_port(call.citizen.page)
    process = worker_of(served_desk, port)
    os.kill(process, how)
    try:
        await expect(call.citizen.log()).to_contain_text("Technische storing")
        for person in (call.citizen, call.agent):
            await makes_another(person, 1)
        await call.citizen.receives_picture_and_sound()
        await call.agent.receives_picture_and_sound()
        assert await worker_port(call.citizen.page) != port
        await call.citizen.say("ik zie u weer")
        await call.agent.sees("ik zie u weer")
        await call.citizen.button("Hang op").click()
    finally:
        if how == signal.SIGSTOP:
            os.kill(process, signal.SIGCONT)
