"""Processes are started in order, kept alive, and stopped in reverse order, all of them."""

import asyncio
import os
import signal
import sys
from pathlib import Path

import psutil
import pytest
from structlog.testing import capture_logs

from server.supervise.child import GIVES_UP, Child
from server.supervise.supervisor import Supervisor
from tests.supervise.stage import Stage, running, supervisor


@pytest.fixture
def stage(tmp_path: Path) -> Stage:
    return Stage(tmp_path)


async def test_children_start_in_order_and_stop_in_reverse(stage: Stage) -> None:
    subject = supervisor(stage.child("redis"), stage.child("desk"), stage.child("bot"))
    async with running(subject) as task:
        assert stage.events() == ["began redis", "began desk", "began bot"]
        subject.stop()
        assert await task == 0
    assert stage.events()[3:] == ["asked bot", "ended bot", "asked desk", "ended desk", "asked redis", "ended redis"]


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
async def test_a_signal_stops_them_all(stage: Stage, number: signal.Signals) -> None:
    async with running(supervisor(stage.child("redis"), stage.child("desk"))) as task:
        os.kill(os.getpid(), number)
        assert await task == 0
    assert stage.events()[-1] == "ended redis"


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGSEGV, signal.SIGTERM])
async def test_a_child_that_dies_comes_back_and_the_others_stay(stage: Stage, number: signal.Signals) -> None:
    async with running(supervisor(stage.child("redis"), stage.child("desk"))):
        stage.processes("desk")[0].send_signal(number)
        await stage.until(2, "began desk")
        assert stage.events().count("began redis") == 1
        assert len(stage.processes("desk")) == 1


async def test_a_death_is_logged_with_its_cause(stage: Stage) -> None:
    with capture_logs() as lines:
        async with running(supervisor(stage.child("desk"))):
            stage.processes("desk")[0].kill()
            await stage.until(2, "began desk")
    death = next(line for line in lines if line["event"] == "child died")
    assert (death["child"], death["status"], death["log_level"]) == ("desk", -signal.SIGKILL, "warning")
    assert death["ran"] > 0
    assert 0.005 <= death["again_in"] <= 0.01


async def test_it_comes_back_however_often_it_dies(stage: Stage) -> None:
    async with running(supervisor(stage.child("desk"))):
        for life in range(1, 6):
            await stage.until(life, "began desk")
            stage.processes("desk")[0].kill()
        await stage.until(6, "began desk")


async def test_a_child_that_does_not_stop_is_killed_with_what_it_started(stage: Stage) -> None:
    wrapped = stage.child("desk", stubborn=True, grace=0.2)
    shell = Child(
        name="desk",
        argv=("/bin/sh", "-c", 'trap "" TERM; "$@" & wait; wait', "sh", *wrapped.argv),
        ready=wrapped.ready,
        grace=0.2,
    )
    async with running(supervisor(shell)):
        process = stage.processes("desk")[0]
    process.wait(timeout=60)


async def test_who_asks_twice_does_not_wait_for_the_grace(stage: Stage) -> None:
    subject = supervisor(stage.child("desk", stubborn=True, grace=60))
    async with running(subject) as task:
        subject.stop()
        await stage.until(1, "asked desk")
        subject.stop()
        async with asyncio.timeout(10):
            assert await task == 0


async def test_the_next_waits_until_the_one_before_it_is_ready(stage: Stage) -> None:
    open_now = asyncio.Event()

    async def opened() -> bool:
        return open_now.is_set()

    redis = Child(name="redis", argv=stage.child("redis").argv, ready=opened)
    subject = supervisor(redis, stage.child("desk"))
    ready = asyncio.Event()
    task = asyncio.create_task(subject.run(ready.set))
    await stage.until(1, "began redis")
    await asyncio.sleep(0.2)
    assert stage.events() == ["began redis"]
    assert not ready.is_set()
    open_now.set()
    await stage.until(1, "began desk")
    subject.stop()
    await task


async def test_a_child_that_does_not_become_ready_is_started_again(stage: Stage) -> None:
    async def never() -> bool:
        return False

    subject = supervisor(Child(name="desk", argv=stage.child("desk").argv, ready=never, ready_within=3))
    task = asyncio.create_task(subject.run(lambda: None))
    await stage.until(2, "began desk")
    subject.stop()
    assert await task == 0
    assert stage.processes("desk") == []


async def test_a_stop_while_starting_starts_no_more(stage: Stage) -> None:
    async def never() -> bool:
        return False

    subject = supervisor(Child(name="redis", argv=stage.child("redis").argv, ready=never), stage.child("desk"))
    task = asyncio.create_task(subject.run(lambda: pytest.fail("nothing was ready")))
    await stage.until(1, "began redis")
    subject.stop()
    assert await task == 0
    assert stage.events() == ["began redis", "asked redis", "ended redis"]


async def test_a_child_that_gives_up_ends_the_others(stage: Stage) -> None:
    hopeless = Child(name="desk", argv=(sys.executable, "-S", "-c", f"raise SystemExit({GIVES_UP})"))
    assert await supervisor(stage.child("redis"), hopeless).run(lambda: None) == GIVES_UP
    assert stage.events() == ["began redis", "asked redis", "ended redis"]


async def test_a_program_that_cannot_be_run_ends_the_others_and_is_named(stage: Stage) -> None:
    absent = Child(name="desk", argv=("/nonexistent/desk",))
    with pytest.raises(FileNotFoundError, match="/nonexistent/desk"):
        await supervisor(stage.child("redis"), absent).run(lambda: None)
    assert stage.events()[-1] == "ended redis"


async def test_a_child_gets_what_was_added_to_our_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OURS", "kept")
    script = 'printf "%s %s" "$OURS" "$ITS" > "$1"; exec sleep 60'
    argv = ("/bin/sh", "-c", script, "sh", str(tmp_path / "said"))

    async def said() -> bool:
        return (tmp_path / "said").exists() and (tmp_path / "said").read_text() == "kept added"

    async with running(supervisor(Child(name="desk", argv=argv, env={"ITS": "added"}, ready=said))):
        pass


def run_in_a_process_of_its_own(folder: str) -> None:
    """What the next test kills."""
    stage = Stage(Path(folder))
    subject: Supervisor = supervisor(stage.child("redis"), stage.child("desk", stubborn=True))
    asyncio.run(subject.run(lambda: None))


async def test_children_do_not_outlive_a_supervisor_that_is_killed(stage: Stage, tmp_path: Path) -> None:
    script = f"from tests.supervise.test_supervisor import *; run_in_a_process_of_its_own({str(tmp_path)!r})"
    parent = await asyncio.create_subprocess_exec(sys.executable, "-c", script)
    await stage.until(1, "began desk")
    children = [*stage.processes("redis"), *stage.processes("desk")]
    assert len(children) == 2
    parent.kill()
    await parent.wait()
    assert psutil.wait_procs(children, timeout=60)[1] == []
