"""Waiting for what must happen soon."""

import asyncio
from collections.abc import Callable


async def until(happened: Callable[[], bool], seconds: float = 5) -> None:
    """Look again and again. Raises TimeoutError when it does not happen in time."""
    async with asyncio.timeout(seconds):
        while not happened():
            await asyncio.sleep(0.02)  # what is waited for has no event to set
