"""Ports on loopback that nobody uses at this moment."""

import socket
from contextlib import ExitStack
from random import SystemRandom

_NOT_HANDED_OUT = range(10_000, 20_000)
"""None that the kernel gives to connections by itself, nor are those ten thousand further on: one may have taken the
port before the server begins, or before it is started again."""

_DICE = SystemRandom()
_GIVEN: set[int] = set()
"""Those that somebody in this process was told of, and may not use yet."""


def free_port(kind: socket.SocketKind = socket.SOCK_STREAM, *, also: int = 0) -> int:
    """A port that is free, and so is the one that many further on. Prefer binding to port 0 where the server under test
    can tell its port."""
    while True:
        port = _DICE.choice(_NOT_HANDED_OUT)
        both = {port, port + also}
        if both & _GIVEN:
            continue
        with ExitStack() as stack:
            try:
                for each in both:
                    stack.enter_context(socket.socket(socket.AF_INET, kind)).bind(("127.0.0.1", each))
            except OSError:
                continue
        _GIVEN.update(both)
        return port


def free_pair() -> int:
    """A free TCP port whose successor is free too, as the desk and its demo page want."""
    return free_port(also=1)
