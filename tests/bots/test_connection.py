"""A line that ended too early is opened again, however early that was."""

import asyncio

import pytest

from bots.connection import Connection
from tests.support.short_lines import ENDS, ending


@pytest.mark.parametrize("end", ENDS)
async def test_a_line_that_ended_too_early_is_opened_again(end: str) -> None:
    async with ending(ENDS[end]) as desk:
        connection = Connection(desk.url, "a key", "test", lambda event, payload: None, opening=1.0)
        keeping = asyncio.create_task(connection.keep(lambda: None))
        let_in = asyncio.create_task(desk.let_in.wait())
        await asyncio.wait({keeping, let_in}, timeout=30, return_when=asyncio.FIRST_COMPLETED)
        assert not keeping.done(), "it gave up"
        assert let_in.done(), "it waits for ever"
        keeping.cancel()
        await asyncio.gather(keeping, return_exceptions=True)
