"""nginx before web server and TURN server on one port, told apart by name, exactly as docs/turn.md says."""

import asyncio
import os
import re
import shutil
import socket
import ssl
import subprocess
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from server.supervise.lifeline import tied_to_this_process
from tests.media.turn_client import TurnClient, credentials
from tests.support.coturn import ADDRESS, TREE, Coturn
from tests.support.ports import free_port
from tests.support.programs import lack, require

MODULE = Path("/usr/lib/nginx/modules/ngx_stream_module.so")

MAIN = """
{load}
daemon off;
pid {folder}/nginx.pid;
error_log {folder}/nginx.log;
worker_processes 1;
{user}
events {{ worker_connections 64; }}
{documented}
"""


@pytest.fixture(scope="module")
def coturn() -> Iterator[Coturn]:
    with Coturn(["127.0.0.2"], tls=True) as server:
        yield server


@pytest.fixture
def web() -> int:
    """The port of the web server behind."""
    return free_port()


@pytest.fixture
def front(coturn: Coturn, web: int) -> Iterator[int]:
    """The one port that both are reached by."""
    nginx, folder, port = require("nginx"), Path(tempfile.mkdtemp(prefix="front-")), free_port()
    (block,) = re.findall(r"```nginx\n(.*?)```", (TREE / "docs" / "turn.md").read_text(), re.DOTALL)
    for documented, real in (
        ("turn.example.org", Coturn.NAME),
        ("listen 443;", f"listen {ADDRESS}:{port};"),
        ("127.0.0.1:5348", f"{ADDRESS}:{free_port()}"),
        ("127.0.0.1:5349", f"{ADDRESS}:{coturn.tls_port}"),
        ("127.0.0.1:8443", f"{ADDRESS}:{web}"),
    ):
        assert documented in block
        block = block.replace(documented, real)
    user = "user root;" if os.geteuid() == 0 else ""
    (folder / "nginx.conf").write_text(MAIN.format(folder=folder, user=user, documented=block, load=_load(nginx)))
    process = subprocess.Popen(
        [nginx, "-c", folder / "nginx.conf", "-e", folder / "nginx.log"],
        stderr=subprocess.DEVNULL,
        preexec_fn=tied_to_this_process(),
    )
    try:
        deadline = time.monotonic() + 20
        while not _listens(port):
            if process.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError("nginx did not start:\n" + (folder / "nginx.log").read_text())
            time.sleep(0.02)
        yield port
    finally:
        process.terminate()
        process.wait()
        shutil.rmtree(folder)


async def test_the_name_of_the_turn_server_leads_to_it(coturn: Coturn, front: int) -> None:
    server = credentials(coturn, who="somebody", until=datetime.now(UTC) + timedelta(minutes=10))
    believed = ssl.create_default_context(cafile=str(coturn.certificate))
    async with TurnClient.at(coturn, server, "tcp", believed, front) as client:
        await client.allocate()
        assert await client.permit(("127.0.0.2", 40_000)) is None
        assert await client.permit((ADDRESS, 40_000)) == 403


async def test_any_other_name_leads_to_the_web_server_with_who_asks(front: int, web: int) -> None:
    begun: asyncio.Future[bytes] = asyncio.get_running_loop().create_future()

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        begun.set_result(await reader.readline() + await reader.read(3))
        writer.close()

    server = await asyncio.start_server(serve, ADDRESS, web)
    async with server:
        with pytest.raises((ssl.SSLError, ConnectionError)):
            await asyncio.open_connection(
                ADDRESS, front, ssl=ssl.create_default_context(), server_hostname="desk.example.org"
            )
        line, handshake = (await asyncio.wait_for(begun, 10)).split(b"\r\n")
    assert re.fullmatch(rb"PROXY TCP4 127\.0\.0\.1 127\.0\.0\.1 \d+ %d" % front, line)
    assert handshake.startswith(b"\x16\x03")  # TLS, not opened on the way


def _load(nginx: Path) -> str:
    built = subprocess.run([nginx, "-V"], capture_output=True, text=True, check=True).stderr
    if "--with-stream " in built:
        return ""
    if not MODULE.exists():
        lack("nginx's stream module (libnginx-mod-stream)")
    return f"load_module {MODULE};"


def _listens(port: int) -> bool:
    try:
        socket.create_connection((ADDRESS, port), timeout=1).close()
    except OSError:
        return False
    return True
