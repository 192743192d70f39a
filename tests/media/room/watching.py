"""What tests watch for among the packets that come to an endpoint in a room."""

import asyncio
from collections.abc import Callable

from server.media.room import rtcp
from tests.media.endpoint import Endpoint, rtp

Trio = tuple[Endpoint, Endpoint, Endpoint]


async def heard(endpoint: Endpoint, wanted: Callable[[bytes], bool], wait: float = 3) -> bytes:
    """The next packet that is wanted; others are passed over."""
    async with asyncio.timeout(wait):
        while not wanted(packet := await endpoint.hear(wait)):
            continue
    return packet


def is_media(packet: bytes) -> bool:
    """Whether it is RTP."""
    return not 192 <= packet[1] <= 223


def is_control(type_: int, format_: int) -> Callable[[bytes], bool]:
    """Whether it is RTCP of this type and format."""
    return lambda packet: packet[1] == type_ and packet[0] & 31 == format_


def picture(sender: Endpoint, number: int, payload: bytes = b"picture", extensions: bytes = b"") -> bytes:
    """A packet of a sender's camera."""
    return rtp(sender.video, number, payload, 96, extensions)


def show(sender: Endpoint, *numbers: int) -> None:
    """Send pictures with these sequence numbers."""
    for number in numbers:
        sender.put(sender.dtls.protect(picture(sender, number)))


def limit_in(packet: bytes) -> int:
    """Bits a second that a REMB allows."""
    (remb,) = rtcp.read_compound(packet)
    return rtcp.estimated(remb) or 0


async def hears_no_media(receiver: Endpoint) -> bool:
    """Whether nothing but RTCP comes for a moment."""
    await asyncio.sleep(0.1)
    return not any(map(is_media, receiver.drain()))
