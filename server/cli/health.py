"""Asking a desk on this machine how it is."""

import aiohttp

from server.settings import Settings


async def is_healthy(settings: Settings) -> bool:
    """Whether the desk answers on `/healthz` that it can serve."""
    try:
        async with (
            aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=3)) as session,
            session.get(f"{settings.desk_urls[0]}/healthz") as response,
        ):
            return response.status == 200
    except (aiohttp.ClientError, TimeoutError):
        return False
