"""The bot's work over real sockets: recorded by the bot, marked by an agent, looked over by a supervisor, refused to
all others."""

import secrets
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.transport.node import Client, ServedNode, served_node

NOW = datetime.now(UTC)
LATELY = {"since": (NOW - timedelta(days=1)).isoformat(), "until": (NOW + timedelta(days=1)).isoformat()}
"""By the clock on the wall, as the node has it."""


@pytest.fixture(scope="module")
async def node(tmp_path_factory: pytest.TempPathFactory, redis_server: Any) -> AsyncIterator[ServedNode]:
    folder: Path = tmp_path_factory.mktemp("node")
    async with served_node(folder, redis_server.url) as served:
        yield served


async def said(who: Client, conversation: str, text: str) -> int:
    posted = await who.ask(
        "message.post", {"conversation": conversation, "client_id": secrets.token_hex(8), "text": text}
    )
    return int(posted["ok"]["number"])


def code(answer: Any) -> str:
    return str(answer["error"]["code"])


async def test_from_the_bots_record_to_a_lesson_in_a_file(node: ServedNode) -> None:
    bot = await node.bot()
    citizen, conversation = await node.citizen()
    message = await said(citizen, conversation, "mijn velo is foetsie")
    answer = await said(bot, conversation, "Bel Card Stop.")
    record = {
        "conversation": conversation,
        "client_id": "t2-recorded",
        "message": message,
        "action": "answer",
        "topics": ["stolen_phone_or_wallet"],
        "language": "nl",
        "said": [answer],
        "stages": [{"name": "gate", "outcome": "answer", "names": ["a"], "figures": {"confidence": 0.6}}],
    }
    assert "ok" in await bot.ask("triage.record", record)
    await citizen.ask("person.request", {"conversation": conversation})

    agent = await node.agent("an")
    await agent.ask("conversation.show", {"conversation": conversation})
    mark = {
        "conversation": conversation,
        "client_id": secrets.token_hex(8),
        "message": answer,
        "reason": "wrong_topic",
        "topic": "bike_theft",
    }
    assert await agent.ask("answer.mark", mark) == await agent.ask("answer.mark", mark) == {"ok": {}}
    assert code(await agent.ask("answer.mark", {**mark, "reason": "no such reason"})) == "malformed"
    assert code(await agent.ask("bot.review", LATELY)) == "not_allowed"
    assert code(await agent.ask("bot.utterances", LATELY)) == "not_allowed"

    chief = await node.agent("els")
    assert code(await chief.ask("bot.review", {**LATELY, "since": "yesterday"})) == "malformed"
    (figures,) = (await chief.ask("bot.review", LATELY))["ok"]["figures"]
    assert (figures["language"], figures["conversations"], figures["wrong"]) == ("nl", 1, 1)
    (listed,) = (await chief.ask("bot.utterances", LATELY))["ok"]["utterances"]
    assert (listed["text"], listed["causes"], listed["right_topic"]) == (
        "mijn velo is foetsie",
        ["wrong"],
        "bike_theft",
    )
    lesson = {
        "conversation": conversation,
        "message": message,
        "text": listed["masked"],
        "topic": "bike_theft",
        "language": "nl",
    }
    kept = (await chief.ask("lesson.add", lesson))["ok"]
    file = Path(kept["folder"]) / "nl" / "topics.yaml"
    assert file.is_relative_to(node.node.settings.data)
    assert file.read_text().endswith("bike_theft: |\n  mijn velo is foetsie\n")
    assert code(await chief.ask("lesson.add", {**lesson, "text": "bel 0470 12 34 56"})) == "personal_data"


async def test_citizens_and_bots_have_no_part_in_it(node: ServedNode) -> None:
    citizen, conversation = await node.citizen()
    bot = await node.bot()
    for who in (citizen, bot):
        for event, payload in (
            ("bot.review", LATELY),
            ("bot.utterances", LATELY),
            ("contact.find", {"conversation": conversation}),
            ("lesson.remove", {"conversation": conversation, "message": 2}),
        ):
            assert code(await who.ask(event, payload)) in ("unknown_command", "not_allowed")
