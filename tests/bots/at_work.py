"""Workers at work on a real line, for the tests of what they say."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from zoneinfo import ZoneInfo

from bots.triage.dialogue import Dialogue
from bots.worker import Worker
from tests.bots.stand_in_desk import KEY, Conversation

ZONE = ZoneInfo("Europe/Brussels")

ASKED_ABOUT = "mijn moeder met dementie is niet thuisgekomen"
"""What may be danger, so that the bot asks whether it is happening now."""


@asynccontextmanager
async def working(dialogue: Dialogue, *urls: str, key: str = KEY) -> AsyncIterator[asyncio.Event]:
    """A worker at work at each of these desk nodes; the event is set at the first connection."""
    stop, connected = asyncio.Event(), asyncio.Event()
    workers = [Worker(url, key, "test", dialogue, ZONE) for url in urls]
    task = asyncio.gather(*(each.work(stop, connected.set) for each in workers))
    try:
        yield connected
    finally:
        stop.set()
        await task


def heard(conversation: Conversation, count: int) -> bool:
    return len(conversation.said()) >= count
