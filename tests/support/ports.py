"""Ports on loopback that nobody uses at this moment."""

import socket
from random import SystemRandom

_NOT_HANDED_OUT = (20_000, 32_000)
_DICE = SystemRandom()


def free_port(kind: socket.SocketKind = socket.SOCK_STREAM) -> int:
    """A port the kernel just handed out. Prefer binding to port 0 where the server under test can tell its port."""
    with socket.socket(socket.AF_INET, kind) as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def free_pair() -> int:
    """A free TCP port whose successor is free too, as the desk and its demo page want.

    None that the kernel hands out by itself: to a server that is started again, somebody's connection may have taken
    its port meanwhile.
    """
    while True:
        port = _DICE.randrange(*_NOT_HANDED_OUT)
        with socket.socket() as first, socket.socket() as second:
            try:
                first.bind(("127.0.0.1", port))
                second.bind(("127.0.0.1", port + 1))
            except OSError:
                continue
            return port
