"""The load of the benches counts what really happened, on each server that it is put on."""

import pytest

from tests.bench.load.pairs import CLIENTS
from tests.bench.servers import Server, desk, node_relay, python_relay
from tests.support.ports import free_port

SERVERS = {"desk": desk, "python": python_relay, "node": node_relay}


@pytest.mark.parametrize("name", SERVERS)
def test_every_message_is_acknowledged_and_delivered(name: str) -> None:
    with SERVERS[name]() as server:
        found = server.load("saturate", each=2, within=60)
    assert found["messages"] == 2 * CLIENTS
    assert found["cpu"] > 0


def test_a_load_that_is_refused_says_why() -> None:
    with python_relay() as server, pytest.raises(RuntimeError, match="ended with 1"):
        Server(free_port(), server.process).load("saturate")
