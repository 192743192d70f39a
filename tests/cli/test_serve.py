"""`onlineloket serve` is the whole desk: it comes up from nothing, stays up, and leaves nothing behind."""

import re
import socket
import stat
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest

from server.cli.serve import say_where
from server.settings import Settings
from server.supervise.child import GIVES_UP
from tests.support.desk import ServedDesk


@pytest.fixture(scope="module")
def served(bot_models: Path) -> Iterator[ServedDesk]:
    with ServedDesk(models=bot_models) as desk:
        yield desk


@pytest.fixture
def desk(served: ServedDesk) -> ServedDesk:
    """One that runs, whatever the test before did to it."""
    if not served.process:
        served.start()
    return served


def role(desk: ServedDesk, word: str) -> psutil.Process:
    """The process of one role, as it runs now."""
    assert desk.process
    for child in psutil.Process(desk.process.pid).children():
        if word in child.cmdline() or child.name() == word:
            return child
    raise LookupError(word)


def wait_for(condition: Callable[[], bool], within: float = 60) -> None:
    deadline = time.monotonic() + within
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.05)


def test_it_runs_every_role(desk: ServedDesk) -> None:
    assert len({role(desk, word).pid for word in ("redis-server", "desk", "media", "bot")}) == 4


def test_it_says_what_to_open_and_who_can_sign_in(desk: ServedDesk) -> None:
    wait_for(lambda: "Ctrl-C" in desk.log.read_text())
    said = desk.log.read_text()
    for address in (f"{desk.origin}/desk", f"{desk.origin}/console", f"{desk.demo_origin}/"):
        assert f" {address}\n" in said or f" {address} " in said
    agents = [
        line.split("\t")[:2]
        for line in (desk.folder / "data" / "demo-agents.txt").read_text().splitlines()
        if not line.startswith("#")
    ]
    assert len(agents) > 3
    for login, password in agents:
        assert re.search(rf"^ +{login} +{re.escape(password)} ", said, re.MULTILINE)


def test_what_it_makes_is_for_its_owner_only(desk: ServedDesk) -> None:
    data = desk.folder / "data"
    assert stat.S_IMODE(data.stat().st_mode) == 0o700
    assert stat.S_IMODE((data / "keys/service.key").stat().st_mode) == 0o600


@pytest.mark.parametrize("word", ["desk", "redis-server"])
def test_a_role_that_is_killed_comes_back(desk: ServedDesk, word: str) -> None:
    before = role(desk, word)
    others = {other: role(desk, other).pid for other in ("media", "bot")}
    before.kill()
    before.wait(10)

    def back() -> bool:
        try:
            return role(desk, word).pid != before.pid and desk.is_healthy()
        except LookupError:
            return False

    wait_for(back)
    assert {other: role(desk, other).pid for other in others} == others


def test_two_do_not_share_a_folder(desk: ServedDesk) -> None:
    status, said = ServedDesk({"DATA": str(desk.folder / "data")}).refused()
    assert status == GIVES_UP
    assert said == f"another onlineloket runs in {desk.folder}/data\n"
    assert desk.is_healthy()


def test_a_port_that_is_taken_is_named_and_not_tried_again(desk: ServedDesk, bot_models: Path) -> None:
    status, said = ServedDesk({"PORT": str(desk.port)}, models=bot_models).refused()
    assert status == GIVES_UP
    assert str(desk.port) in said
    assert "again_in" not in said


def test_it_stops_cleanly_with_all_it_started(desk: ServedDesk) -> None:
    processes = started(desk)
    assert desk.stop() == 0
    # What nobody has asked for its status yet is dead all the same.
    assert [each for each in processes if each.is_running() and each.status() != psutil.STATUS_ZOMBIE] == []


def test_nothing_outlives_it_when_it_is_killed(desk: ServedDesk) -> None:
    processes = started(desk)
    assert desk.process
    desk.process.kill()
    assert psutil.wait_procs(processes, timeout=60)[1] == []
    desk.stop()


def test_the_demo_site_is_named_where_it_is_served(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as site:
        settings = Settings(data=tmp_path, port=site.getsockname()[1] - 1)
        say_where(settings)
        said = capsys.readouterr().out
        assert f"http://127.0.0.1:{settings.demo_port}/" in said
    say_where(settings)
    assert capsys.readouterr().out == "".join(
        line for line in said.splitlines(keepends=True) if "demo site" not in line
    )


def started(desk: ServedDesk) -> list[psutil.Process]:
    """Every process below the command."""
    assert desk.process
    return psutil.Process(desk.process.pid).children(recursive=True)
