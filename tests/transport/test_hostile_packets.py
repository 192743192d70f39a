"""Packets that no client of ours sends: whoever sends them harms nobody else, and takes no room that grows."""

import asyncio
import contextlib
import json
import secrets
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from structlog.testing import capture_logs

from server.store.tokens import hashed
from server.transport.socketio.socket import MOST_UNREAD, PAUSE
from tests.transport.node import ServedNode, served_node
from tests.transport.wire import Wire, wired

PATIENCE = 10

BEFORE_ANY_DATABASE = pytest.mark.parametrize("node_database", ["sqlite"], indirect=True)
"""For what is dealt with before a database is asked, and takes seconds: on one of them is enough."""


@pytest.fixture(scope="module")
async def node(
    tmp_path_factory: pytest.TempPathFactory, redis_server: Any, node_database: dict[str, str]
) -> AsyncIterator[ServedNode]:
    folder: Path = tmp_path_factory.mktemp("node")
    async with served_node(folder, redis_server.url, **node_database) as served:
        yield served


@pytest.fixture
async def wire(node: ServedNode) -> AsyncIterator[Wire]:
    async with wired(node.origin) as wire:
        yield wire


@BEFORE_ANY_DATABASE
async def test_attachments_are_refused_and_not_collected(node: ServedNode, wire: Wire) -> None:
    await wire.enter(secrets.token_urlsafe(32))
    placeholder = '{"_placeholder":true,"num":0}'
    await wire.socket.send_str(f'451000000-/citizen,7["message.post",{placeholder}]')
    for _ in range(20):
        await wire.socket.send_bytes(b"x" * 200_000)
    assert (await wire.acknowledged(7))["error"]["code"] == "malformed"
    await wire.socket.send_str('42/citizen,8["conversation.open",{"language":"nl"}]')
    assert "ok" in await wire.acknowledged(8)


@pytest.mark.parametrize(
    "packet",
    [
        "",
        "4",
        "49",
        "4x",
        "42",
        "42/citizen,",
        "42/citizen,12",
        "42/citizen,[]",
        "42/citizen,[1]",
        "42/citizen,{}",
        "42/citizen,[" + "[" * 100_000,
        "43/citizen,1[]",
        "44/citizen,{}",
        "45-/citizen,[]",
        "40/nowhere,",
        "40/citizen,{}",
        '42/nowhere,["message.post",{}]',
        "7",
        "é",
    ],
)
async def test_what_is_no_packet_costs_nobody_the_connection(node: ServedNode, wire: Wire, packet: str) -> None:
    other, conversation = await node.citizen()
    await wire.enter(secrets.token_urlsafe(32))
    with capture_logs() as logged:
        await wire.socket.send_str(packet)
        said = {"conversation": conversation, "client_id": secrets.token_hex(8), "text": "hallo"}
        assert "ok" in await other.ask("message.post", said)
        if packet not in ("", "é"):
            await wire.socket.send_str('42/citizen,9["conversation.open",{"language":"nl"}]')
            assert "ok" in await wire.acknowledged(9)
    assert [line for line in logged if line["event"] == "fault"] == []


async def test_an_event_without_a_name_is_answered(node: ServedNode, wire: Wire) -> None:
    await wire.enter(secrets.token_urlsafe(32))
    for packet in ("42/citizen,12", "42/citizen,12[]"):
        await wire.socket.send_str(packet)
        assert (await wire.acknowledged(12))["error"]["code"] == "malformed"


@BEFORE_ANY_DATABASE
async def test_who_never_reads_is_cut_off_before_much_waits(node: ServedNode, wire: Wire) -> None:
    token = secrets.token_urlsafe(32)
    await wire.enter(token)
    await wire.socket.send_str('42/citizen,1["conversation.open",{"language":"nl"}]')
    await wire.acknowledged(1)
    (deaf,) = node.node.sweeps.connections.of_token(hashed(token))
    payload = json.dumps({"filler": "x" * 20_000})
    for _ in range(20 * MOST_UNREAD // len(payload)):
        deaf.send("typing", payload)
    assert most_unread(node) <= MOST_UNREAD + 2 * len(payload)
    async with asyncio.timeout(PATIENCE):
        while node.node.sweeps.connections.of_token(hashed(token)):
            await asyncio.sleep(0.05)


def most_unread(node: ServedNode) -> int:
    return max((each.unread for each in node.node.server.eio.sockets.values()), default=0)


async def test_who_asks_without_reading_is_answered_no_further(node: ServedNode, wire: Wire) -> None:
    token = secrets.token_urlsafe(32)
    citizen, conversation = await node.citizen(token)
    for _ in range(20):
        said = {"conversation": conversation, "client_id": secrets.token_hex(8), "text": "é" * 4000}
        await citizen.ask("message.post", said)
    await wire.enter(token)
    ask = f'["log.sync",{{"conversation":"{conversation}"}}]'
    for id in range(100):
        with contextlib.suppress(ConnectionError):
            await wire.socket.send_str(f"42/citizen,{id}{ask}")
    await asyncio.sleep(1)
    assert most_unread(node) <= 2 * 20 * 4000 * len("é".encode())


@pytest.mark.parametrize(
    ("event", "field", "value"),
    [
        ("report.fill", "fields", '{"value":NaN}'),
        ("report.fill", "fields", '{"value":1e999}'),
        ("report.fill", "fields", '{"value":1' + 30 * "0" + "}"),
        ("message.post", "choice", r'"\ud800"'),
        ("message.post", "choice", r'"\u202e\u0000"'),
        ("conversation.open", "code", r'"\ud800"'),
        ("conversation.open", "site", r'"\ud800"'),
        ("conversation.open", "site", r'"\u202eword"'),
        ("conversation.open", "site", '"look: https://evil.example"'),
    ],
)
async def test_what_others_could_not_read_is_refused(
    node: ServedNode, wire: Wire, event: str, field: str, value: str
) -> None:
    token = secrets.token_urlsafe(32)
    _, conversation = await node.citizen(token)
    await wire.enter(token)
    rest = {
        "report.fill": {"conversation": conversation, "report": "r_0123456789", "revision": 0},
        "message.post": {"conversation": conversation, "client_id": secrets.token_hex(8), "text": "ja"},
        "conversation.open": {"language": "nl"},
    }[event]
    payload = json.dumps(rest).removesuffix("}") + f', "{field}": {value}}}'
    await wire.socket.send_str(f'42/citizen,3["{event}",{payload}]')
    error = (await wire.acknowledged(3))["error"]
    assert error["code"] == "malformed"
    # What is no JSON has no fields.
    assert error.get("field", field).partition("[")[0] == field


@BEFORE_ANY_DATABASE
async def test_nonsense_is_limited_and_neither_it_nor_the_waiting_is_logged(
    node: ServedNode, wire: Wire, capsys: pytest.CaptureFixture[str]
) -> None:
    await wire.enter(secrets.token_urlsafe(32))
    codes: list[str] = []
    while "too_many_requests" not in codes and len(codes) < 1_000:
        id = len(codes)
        await wire.socket.send_str(f'42/citizen,{id}["mijn.naam.is.jan",{{}}]')
        codes.append((await wire.acknowledged(id))["error"]["code"])
    assert codes[0] == "unknown_command"
    assert codes[-1] == "too_many_requests"
    logged = capsys.readouterr().out
    assert "refused" in logged
    assert "jan" not in logged
    assert logged.count("too_many_requests") == 0


async def test_the_limits_stay_with_the_websocket_whichever_way_it_enters(node: ServedNode, wire: Wire) -> None:
    token = secrets.token_urlsafe(32)
    _, conversation = await node.citizen(token)
    for turn in range(100):
        await wire.socket.send_str(f'40/citizen,{{"token":"{token}","protocol":1}}')
        entered = await wire.answer("40/citizen", "44/citizen")
        if entered.startswith("44"):
            assert "too_many_requests" in entered
            break
        said = {"conversation": conversation, "client_id": secrets.token_hex(8), "text": "nog eens"}
        await wire.socket.send_str(f'42/citizen,{turn}["message.post",{json.dumps(said)}]')
        await wire.acknowledged(turn)
        await wire.socket.send_str("41/citizen,")
    else:
        pytest.fail("never limited")


@BEFORE_ANY_DATABASE
@pytest.mark.parametrize("packet", ["3", "49", "4zzz", "43/citizen,1[]", '42/nowhere,["x"]', "41/nowhere,"])
async def test_whoever_sends_nonsense_waits_for_it(node: ServedNode, wire: Wire, packet: str) -> None:
    await wire.enter(secrets.token_urlsafe(32))
    loop = asyncio.get_running_loop()
    began = loop.time()
    for _ in range(10):
        await wire.socket.send_str(packet)
    await wire.socket.send_str('42/citizen,9["conversation.open",{"language":"nl"}]')
    assert "ok" in await wire.acknowledged(9)
    assert loop.time() - began >= 10 * PAUSE
