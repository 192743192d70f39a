"""Whatever names a conversation asks whether it is theirs who send it: to strangers it does not exist."""

import secrets
from collections.abc import AsyncIterator
from dataclasses import dataclass

import pytest

from server.protocol.commands import COMMANDS, Command
from server.protocol.render.examples import example
from tests.support.redis import RedisServer
from tests.transport.node import Client, ServedNode, served_node

OVERSIGHT = ("lesson.add", "lesson.remove")
"""A supervisor's, whatever they name: that is asked first."""

OF_THE_ZONE = {"topic": "bike_theft", "form": "bike_theft"}
"""What the zone knows, where an example names something of another."""

NAMED = [command for command in COMMANDS if "conversation" in command.__struct_fields__]


@dataclass
class Scene:
    """A conversation that An handles, and those whom it is no business of: by kind, one of each."""

    conversation: str
    strangers: dict[str, Client]


@pytest.fixture(scope="module")
async def node(tmp_path_factory: pytest.TempPathFactory, redis_server: RedisServer) -> AsyncIterator[ServedNode]:
    async with served_node(tmp_path_factory.mktemp("node"), redis_server.url) as served:
        yield served


@pytest.fixture(scope="module")
async def scene(node: ServedNode) -> Scene:
    citizen, conversation = await node.citizen()
    handler = await node.agent("an")
    for client, event, more in (
        (citizen, "message.post", {"text": "ik wil een mens spreken", "client_id": secrets.token_hex(8)}),
        (citizen, "person.request", {}),
        (handler, "conversation.take", {}),
    ):
        assert "ok" in await client.ask(event, {"conversation": conversation, **more}), event
    other_citizen, _ = await node.citizen()
    return Scene(conversation, {"citizen": other_citizen, "agent": await node.agent("karim"), "bot": await node.bot()})


@pytest.mark.parametrize("command", NAMED, ids=lambda command: command.event)
async def test_to_strangers_it_does_not_exist(scene: Scene, command: type[Command]) -> None:
    payload = {**example(command), "conversation": scene.conversation}
    payload |= {name: value for name, value in OF_THE_ZONE.items() if name in payload}
    expected = "not_allowed" if command.event in OVERSIGHT else "no_such_conversation"
    asked = [scene.strangers[kind] for kind in command.by if kind in scene.strangers]
    for stranger in asked:
        answer = await stranger.ask(command.event, payload)
        assert answer.get("error", {}).get("code") == expected, (stranger.namespace, answer)
