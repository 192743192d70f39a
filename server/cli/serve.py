"""`onlineloket serve`: the whole desk on one machine, kept alive until it is told to stop."""

import asyncio
import contextlib
import socket
import sys
from pathlib import Path

import click
import structlog

from server.cli.ending import give_up, settings
from server.cli.health import answers
from server.cli.logs import configure
from server.desk.demo_sheet import read
from server.secret_files import SecretError, SecretFile
from server.settings import Settings
from server.supervise.child import Child
from server.supervise.claim import ClaimedError, claim
from server.supervise.private_redis import find_redis_server, private_redis
from server.supervise.supervisor import Supervisor


@click.command()
def serve() -> None:
    """Run the whole desk on this machine: Redis, desk, media workers, bot, and what makes films of recorded calls."""
    chosen = settings()
    configure(chosen, "serve")
    try:
        with claim(chosen.data):
            SecretFile(chosen.service_key_file).read_or_make()
            SecretFile(chosen.recording_key_file).read_or_make()
            if chosen.has_turn:
                SecretFile(chosen.turn_secret_file).read_or_make()
            supervisor = Supervisor(_children(chosen), structlog.get_logger("supervisor"))
            sys.exit(asyncio.run(supervisor.run(lambda: say_where(chosen))))
    except (ClaimedError, SecretError, OSError) as error:
        give_up(str(error))


def _children(chosen: Settings) -> list[Child]:
    """What runs, in the order in which it is needed."""
    children = []
    if chosen.has_private_redis:
        children.append(private_redis(Path(chosen.redis_url.removeprefix("unix://")), find_redis_server()))
    children.append(_role("desk", "desk", part="database", chosen=chosen))
    children += [
        _role(f"media-{index}", "media", "--index", str(index), part="media", chosen=chosen)
        for index in range(chosen.media_workers)
    ]
    children.append(_role("films", "films", part=None, chosen=chosen))
    children.append(_role("bot", "bot", part="bot", chosen=chosen))
    return children


def _role(name: str, *words: str, chosen: Settings, part: str | None) -> Child:
    """One of our own commands as a child; it is ready when the desk says that this part answers, where it is one that
    answers."""
    return Child(
        name=name,
        argv=(sys.executable, "-m", "server.cli", *words),
        env={"PYTHONUNBUFFERED": "1"},
        ready=(lambda: answers(chosen, part)) if part else None,
        # The bot learns its lessons before it answers: on a small or busy machine that takes a while.
        ready_within=180.0,
        grace=15.0,
    )


def say_where(chosen: Settings) -> None:
    """Print what to open, and who can sign in."""
    lines = [
        "",
        "  Onlineloket is open.",
        "",
        f"    citizens    {chosen.public_origin}/desk",
        f"    agents      {chosen.console_origin}/console",
    ]
    # Only for a demo zone, and where the desk listens on this address.
    if _listens(chosen.demo_port):
        lines.append(
            f"    demo site   http://127.0.0.1:{chosen.demo_port}/    (a municipality's page, with the widget)"
        )
    lines.append("")
    agents = read(chosen.demo_agents_file)
    if agents:
        lines.append(f"  Demo agents (kept in {chosen.demo_agents_file}):")
        lines += [f"    {each.login:<12} {each.password:<26} {each.who}" for each in agents]
    lines += ["", "  Ctrl-C stops it.", ""]
    click.echo("\n".join(lines))


def _listens(port: int) -> bool:
    """Whether this port answers on this machine."""
    with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
        return True
    return False
