"""The body of a request in which a client that polls says what it has to say."""

from typing import Any

from engineio import exceptions
from engineio.packet import Packet
from engineio.payload import Payload

MOST_PACKETS = 512
"""Packets in one body. A page says at once all that it has to say: a console, for each of its conversations."""


class _Body(Payload):  # type: ignore[misc]
    max_decode_packets = MOST_PACKETS


async def packets_of(environ: dict[str, Any], largest: int) -> list[Packet]:
    """The packets of a body of up to so many bytes.

    Raises EngineIOError for one that is too long or cannot be read, which ends the session: what gets neither an answer
    nor an error would be lost.
    """
    length = int(environ.get("CONTENT_LENGTH", "0"))
    if length > largest:
        raise exceptions.ContentTooLongError
    # aiohttp's `read` gives what has come so far.
    body = await environ["wsgi.input"].readexactly(length)
    try:
        return list(_Body(encoded_payload=body.decode()).packets)
    except (ValueError, LookupError) as error:
        raise exceptions.EngineIOError("a body that cannot be read") from error
