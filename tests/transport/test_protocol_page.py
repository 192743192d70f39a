"""Who knows nothing but docs/protocol.md can talk to the desk: the program that stands there does."""

import asyncio
import re
from pathlib import Path

from server.protocol.entries import MessagePosted
from server.store import conversations
from tests.support.programs import require
from tests.transport.site import ServedSite

ROOT = Path(__file__).parents[2]


async def test_the_program_on_the_page_holds_a_conversation(site: ServedSite, tmp_path: Path) -> None:
    page = (ROOT / "docs" / "protocol.md").read_text(encoding="utf-8")
    program = re.search(r"```js\n(import .*?)```", page, re.DOTALL)
    assert program is not None
    (tmp_path / "client.mjs").write_text(program[1], encoding="utf-8")
    (tmp_path / "node_modules").symlink_to(ROOT / "node_modules")
    node = await asyncio.create_subprocess_exec(
        require("node"),
        "client.mjs",
        site.origin,
        cwd=tmp_path,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    said, _ = await node.communicate()
    lines = said.decode().splitlines()
    assert "1 citizen conversation.opened " in lines
    assert any(re.fullmatch(r"stored as number \d+", line) for line in lines)
    assert any(line.endswith("citizen message.posted My bicycle was stolen.") for line in lines)
    async with site.bench.database.read() as connection:
        (conversation,) = await conversations.for_bots(connection)
    (message,) = [entry for entry in await site.bench.log(conversation) if isinstance(entry.body, MessagePosted)]
    assert f"stored as number {message.number}" in lines
