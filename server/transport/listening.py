"""Listening: a site on an address and port, and a collector of garbage that holds nobody up."""

import contextlib
import gc

from aiohttp import web


async def listen(stack: contextlib.AsyncExitStack, site: web.Application, host: str, port: int) -> web.TCPSite:
    """Serve a site until the stack unwinds. Raises OSError where the port is taken."""
    runner = web.AppRunner(site, access_log=None, shutdown_timeout=5)
    await runner.setup()
    stack.push_async_callback(runner.cleanup)
    # A storm of reconnecting clients fits in the backlog, where the system allows it (net.core.somaxconn).
    listener = web.TCPSite(runner, host, port, backlog=4096)
    await listener.start()
    return listener


def calm_collector() -> None:
    """Let Python's collector of cycles pass over what has been there since the start, and look seldomer at the rest.

    Next to nothing here is a cycle; what the collector looks at are connections, thousands of them, and each look holds
    everybody up.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 50)
