"""A worker's line to a desk that ended too early is opened again, however early that was."""

import asyncio

import pytest

from server.media.desk_link import Command, DeskLink
from server.protocol.media import Done, WorkerAnnounced
from server.protocol.words import Word
from tests.support.short_lines import ENDS, ending


@pytest.mark.parametrize("end", ENDS)
async def test_a_line_that_ended_too_early_is_opened_again(end: str) -> None:
    async def serve(link: DeskLink, command: Command) -> Word:
        return Done()

    def announcement() -> WorkerAnnounced:
        return WorkerAnnounced(worker="w_0123456789", addresses=("127.0.0.1",), port=1, capacity=1)

    async with ending(ENDS[end]) as desk:
        link = DeskLink(
            desk.url, key="a key", announcement=announcement, serve=serve, on_connect=lambda: None, opening=1.0
        )
        running = asyncio.create_task(link.run())
        let_in = asyncio.create_task(desk.let_in.wait())
        await asyncio.wait({running, let_in}, timeout=30, return_when=asyncio.FIRST_COMPLETED)
        assert not running.done(), "it gave up"
        assert let_in.done(), "it waits for ever"
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)
