"""The load of the benches counts what really happened, on each server that it is put on."""

import pytest

from tests.bench.servers import Server, desk, node_relay, python_relay
from tests.support.ports import free_port

SERVERS = {"desk": desk, "python": python_relay, "node": node_relay}


@pytest.mark.parametrize("name", SERVERS)
def test_every_message_is_acknowledged_and_delivered(name: str) -> None:
    with SERVERS[name]() as server:
        found = server.load("saturate", clients=20, each=2, within=60)
    assert found["messages"] == 2 * 20
    assert found["cpu"] > 0


def test_citizens_of_a_populated_desk_come_back_and_read() -> None:
    with desk(20, 60) as server:
        back = server.load("come_back", citizens=20, entries=60, missed=5, within=100)
        read = server.load("read", entries=60, last=50, times=2)
        held = server.load("hold", citizens=20, warm_up=5, seconds=0.1)
    assert (back["missing"], back["errors"]) == (0, 0)
    assert 0 < read["p50"] < read["arriving"]
    assert held["citizens"] == 20


def test_a_load_that_is_refused_says_why() -> None:
    with python_relay() as server, pytest.raises(RuntimeError, match="ended with 1"):
        Server(free_port(), server.process).load("saturate")
