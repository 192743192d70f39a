"""Asking a desk on this machine how it is."""

import aiohttp

from server.settings import Settings


async def answers(settings: Settings, part: str = "database") -> bool:
    """Whether the desk says on `/healthz` that this part of it answers."""
    try:
        async with (
            aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=3)) as session,
            session.get(f"{settings.desk_urls[0]}/healthz") as response,
        ):
            return bool((await response.json())["checks"].get(part) == "ok")
    except (aiohttp.ClientError, TimeoutError):
        return False
