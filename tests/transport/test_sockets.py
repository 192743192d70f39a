"""The sockets: who gets in, what is refused and how, and that a refusal costs nobody the connection."""

import asyncio
import json
import secrets
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from socketio.exceptions import ConnectionError as Refused

from server.transport.allowance import RATES
from server.transport.desk_server import LARGEST
from tests.desk.harness import without
from tests.transport.node import Client, ServedNode, served_node


@pytest.fixture(scope="module")
async def node(
    tmp_path_factory: pytest.TempPathFactory, redis_server: Any, node_database: dict[str, str]
) -> AsyncIterator[ServedNode]:
    folder: Path = tmp_path_factory.mktemp("node")
    async with served_node(folder, redis_server.url, **node_database) as served:
        yield served


def message(conversation: str, text: str = "hallo", **more: Any) -> dict[str, Any]:
    return {"conversation": conversation, "client_id": secrets.token_hex(8), "text": text, **more}


def code(answer: Any) -> str:
    return str(answer["error"]["code"])


async def refusal(node: ServedNode, namespace: str, auth: Any, **options: Any) -> str:
    client = Client(namespace)
    with pytest.raises(Refused):
        await client.connect(node.origin, auth, **options)
    await client.close()
    return str(client.refused["data"]["code"] if "data" in client.refused else client.refused)


async def polled_refusal(node: ServedNode, namespace: str, auth: Any, headers: dict[str, str]) -> str:
    """The packet by which somebody who polls is refused; a client of the library would wait for the next one, too."""
    url, query = f"{node.origin}/socket.io/", {"EIO": "4", "transport": "polling"}
    async with aiohttp.ClientSession(headers=headers) as session:
        async with session.get(url, params=query) as opened:
            query["sid"] = json.loads((await opened.text())[1:])["sid"]
        async with session.post(url, params=query, data=f"40{namespace},{json.dumps(auth)}") as sent:
            assert sent.status == 200
        async with session.get(url, params=query) as answered:
            packet = await answered.text()
    assert packet.startswith(f"44{namespace},")
    return packet


@pytest.mark.parametrize("transports", [["websocket"], ["polling"]])
async def test_a_citizen_talks_over_either_transport(node: ServedNode, transports: list[str]) -> None:
    citizen, conversation = await node.citizen(transports=transports)
    answer = await citizen.ask("message.post", message(conversation))
    assert answer["ok"]["number"] == 2
    assert [entry["number"] for entry in citizen.events("entry")] == [2]


@pytest.mark.parametrize(
    ("auth", "expected"),
    [
        (None, "malformed"),
        ("token", "malformed"),
        ({"token": "short", "protocol": 1}, "token_malformed"),
        ({"token": "x" * 43, "protocol": 0}, "outdated_protocol"),
        ({"ticket": "as it was once", "protocol": 0}, "outdated_protocol"),
        ({"token": "x" * 43, "protocol": 1, "admin": True}, "malformed"),
    ],
)
async def test_who_does_not_speak_the_contract_is_told_so(node: ServedNode, auth: Any, expected: str) -> None:
    assert await refusal(node, "/citizen", auth) == expected


async def test_an_agent_needs_the_cookie_and_the_consoles_origin(node: ServedNode) -> None:
    cookie = await node.cookie()
    own = {"Origin": node.origin}
    assert await refusal(node, "/agent", {"protocol": 1}, headers=own) == "not_signed_in"
    assert await refusal(node, "/agent", {"protocol": 1}, headers={"Cookie": cookie}) == "not_allowed"
    foreign = {"Cookie": cookie, "Origin": "https://evil.example"}
    assert await refusal(node, "/agent", {"protocol": 1}, headers=foreign) == "not_allowed"


@pytest.mark.parametrize(
    ("site", "host", "enters"),
    [("same-origin", None, True), ("same-site", None, False), ("same-origin", "desk.example", False)],
)
async def test_a_console_that_polls_is_known_without_an_origin(
    node: ServedNode, site: str, host: str | None, enters: bool
) -> None:
    # A browser names no origin when a page asks its own; that it does, it says in a header no page can set.
    headers = {"Cookie": await node.cookie(), "Sec-Fetch-Site": site, **({"Host": host} if host else {})}
    if enters:
        agent = await node.client("/agent", {"protocol": 1}, headers=headers, transports=["polling"])
        assert "ok" in await agent.ask("queue.watch", {})
    else:
        assert "not_allowed" in await polled_refusal(node, "/agent", {"protocol": 1}, headers)


async def test_an_agent_who_connects_while_the_database_is_away_is_told_to_come_again(node: ServedNode) -> None:
    headers = {"Cookie": await node.cookie("claire"), "Origin": node.origin}
    async with without(node.node.database, "sign_ins"):
        assert await refusal(node, "/agent", {"protocol": 1}, headers={**headers}) == "unavailable"
    agent = await node.client("/agent", {"protocol": 1}, headers=headers)
    assert "ok" in await agent.ask("queue.watch", {})


async def test_a_cookie_makes_no_citizen_an_agent(node: ServedNode) -> None:
    headers = {"Cookie": await node.cookie(), "Origin": node.origin}
    citizen, _ = await node.citizen(headers=headers)
    assert code(await citizen.ask("queue.watch", {})) == "unknown_command"


@pytest.mark.parametrize("key", ["", "wrong", "x" * 43])
async def test_a_service_needs_the_key(node: ServedNode, key: str) -> None:
    assert await refusal(node, "/service", {"key": key, "kind": "bot", "protocol": 1}) == "not_allowed"


async def test_half_a_character_is_no_proof(node: ServedNode) -> None:
    assert await refusal(node, "/service", {"key": "\ud800", "kind": "bot", "protocol": 1}) == "malformed"


@pytest.mark.parametrize(
    ("event", "payload", "expected"),
    [
        ("message.post", None, "malformed"),
        ("message.post", [], "malformed"),
        ("message.post", {"text": "x"}, "malformed"),
        ("message.post", {"conversation": "c_x", "client_id": "a" * 8, "text": "x"}, "malformed"),
        ("message.post", {"conversation": "c_conversation", "client_id": "a" * 8, "text": 5}, "malformed"),
        ("message.post", {"conversation": "c_conversation", "client_id": "a" * 8, "text": "x" * 4001}, "too_large"),
        ("message.post", {"conversation": "c_conversation", "client_id": "a" * 8, "text": "x"}, "no_such_conversation"),
        ("conversation.take", {}, "unknown_command"),
        ("triage.record", {}, "unknown_command"),
        ("no.such", {}, "unknown_command"),
        ("log.sync", {"conversation": "c_conversation", "after": -1}, "malformed"),
        ("log.sync", {"conversation": "c_conversation", "after": 2**60}, "malformed"),
        ("log.sync", {"conversation": "c_conversation", "before": 0}, "malformed"),
        ("log.sync", {"conversation": "c_conversation", "before": 7, "after": 7}, "malformed"),
        ("log.sync", {"conversation": "c_conversation", "before": "7"}, "malformed"),
        ("log.sync", {"conversation": "c_conversation", "before": 2**60}, "malformed"),
        ("log.sync", {"conversation": "c_conversation", "limit": 501}, "malformed"),
    ],
)
async def test_nonsense_gets_one_clear_refusal_and_the_connection_stays(
    node: ServedNode, event: str, payload: Any, expected: str
) -> None:
    citizen, conversation = await node.citizen()
    assert code(await citizen.ask(event, payload)) == expected
    assert (await citizen.ask("message.post", message(conversation)))["ok"]["number"] == 2


@pytest.mark.parametrize("transport", ["websocket", "polling"])
@pytest.mark.parametrize("size", [4_001, 300_000, 900_000])
async def test_what_is_too_large_is_refused_as_such_and_the_connection_stays(
    node: ServedNode, transport: str, size: int
) -> None:
    citizen, conversation = await node.citizen(transports=[transport])
    answer = await citizen.ask("message.post", message(conversation, size * "x"))
    assert code(answer) == "too_large"
    assert answer["error"].get("field") == ("text" if size < LARGEST else None)
    assert (await citizen.ask("message.post", message(conversation)))["ok"]["number"] == 2


async def test_too_much_of_an_argument_or_of_a_proof_is_refused_as_such(node: ServedNode) -> None:
    assert await refusal(node, "/citizen", {"token": "x" * 300_000, "protocol": 1}) == "too_large"
    citizen, conversation = await node.citizen()
    many = [{"label": "Ja", "value": "yes"}] * 1_000
    answer = await citizen.ask("message.post", message(conversation, choices=many))
    assert answer["error"] == {"code": "too_large", "field": "choices"}


async def test_an_unknown_field_is_named(node: ServedNode) -> None:
    citizen, conversation = await node.citizen()
    answer = await citizen.ask("message.post", message(conversation, colour="red"))
    assert answer["error"] == {"code": "malformed", "field": "colour"}


async def test_markup_is_kept_as_text_and_controls_are_not_kept(node: ServedNode) -> None:
    citizen, conversation = await node.citizen()
    await citizen.ask("message.post", message(conversation, "<script>1</script>\u202e\u0000 ok\r\nja\ufeff"))
    kept = await citizen.ask("log.sync", {"conversation": conversation, "after": 1})
    assert kept["ok"]["entries"][0]["body"]["text"].startswith("<script>1</script> ok\nja")
    assert code(await citizen.ask("message.post", message(conversation, "\u202e\u0007 "))) == "malformed"


async def test_the_librarys_own_events_cannot_be_called_by_a_client(node: ServedNode) -> None:
    citizen, conversation = await node.citizen()
    for event in ("connect", "disconnect", "connect_error"):
        await citizen.socket.eio.send(f'2/citizen,["{event}",{{"aiohttp.request":{{}}}},{{"protocol":1}}]')
    assert (await citizen.ask("message.post", message(conversation)))["ok"]["number"] == 2


async def test_only_the_holder_of_the_token_hears_the_conversation(node: ServedNode) -> None:
    citizen, conversation = await node.citizen()
    stranger, _ = await node.citizen()
    await citizen.ask("message.post", message(conversation))
    assert code(await stranger.ask("log.sync", {"conversation": conversation})) == "no_such_conversation"
    assert stranger.events("entry") == []


async def test_too_much_at_once_is_refused_with_the_time_to_wait_but_never_a_person(node: ServedNode) -> None:
    citizen, conversation = await node.citizen()
    loop, rate = asyncio.get_running_loop(), RATES["citizen"]
    began = loop.time()
    answers = [await citizen.ask("message.post", message(conversation))]
    while "ok" in answers[-1] and len(answers) < 600:
        answers.append(await citizen.ask("message.post", message(conversation)))
    # The longer it takes, the more is allowed.
    assert len(answers) - 1 <= rate.burst + (loop.time() - began) * rate.per_minute / 60
    assert code(answers[-1]) == "too_many_requests"
    assert answers[-1]["error"]["retry_after"] > 0
    assert "ok" in await citizen.ask("person.request", {"conversation": conversation})


async def test_signing_out_closes_the_agents_sockets(node: ServedNode) -> None:
    agent = await node.agent("bram")
    await agent.ask("queue.watch", {})
    (connection,) = [each for who, each in node.node.sweeps.connections.of_agents() if who.name == "Bram"]
    assert connection.sign_in is not None
    await node.node.roster.sign_ins.end_all(connection.actor.id)  # type: ignore[union-attr]
    async with asyncio.timeout(10):
        while agent.socket.connected:
            await asyncio.sleep(0.05)
    assert agent.events("signed_out")


async def test_a_bot_that_comes_back_goes_on_at_once_where_it_was(node: ServedNode) -> None:
    bot = await node.bot()
    _, conversation = await node.citizen()
    words = {"conversation": conversation, "client_id": "answer-0001", "text": "Dag"}
    async with asyncio.timeout(10):
        while {"conversation": conversation} not in bot.events("assignment"):
            await asyncio.sleep(0.01)
    stranger = await node.bot()
    assert code(await stranger.ask("message.post", words)) == "no_such_conversation"
    await stranger.close()
    said = await bot.ask("message.post", words)
    await bot.close()
    async with asyncio.timeout(10):
        while node.node.sweeps.connections.bots():
            await asyncio.sleep(0.01)
    again = await node.bot()
    assert await again.ask("message.post", words) == said
    await again.close()


async def test_a_bot_hears_what_it_is_given_and_nothing_of_the_staff(node: ServedNode) -> None:
    bot = await node.bot()
    citizen, conversation = await node.citizen()
    async with asyncio.timeout(10):
        while {"conversation": conversation} not in bot.events("assignment"):
            await asyncio.sleep(0.05)
    await citizen.ask("message.post", message(conversation, "goeiedag"))
    record = {"conversation": conversation, "client_id": "triage-0001", "message": 2, "action": "greet"}
    assert (await bot.ask("triage.record", record))["ok"]["number"] == 1
    assert code(await bot.ask("log.sync", {"conversation": conversation, "log": "staff"})) == "not_allowed"
    assert {entry["log"] for entry in bot.events("entry")} <= {"shared"}
    await bot.close()


async def test_repeating_after_a_lost_acknowledgement_keeps_one(node: ServedNode) -> None:
    token = secrets.token_urlsafe(32)
    citizen, conversation = await node.citizen(token)
    said = message(conversation)
    await citizen.socket.emit("message.post", said, namespace="/citizen")
    await citizen.close()
    again, same = await node.citizen(token)
    assert same == conversation
    first = await again.ask("message.post", said)
    assert (await again.ask("message.post", said)) == first
    synced = (await again.ask("log.sync", {"conversation": conversation}))["ok"]
    assert [entry["body"]["type"] for entry in synced["entries"]] == ["conversation.opened", "message.posted"]
