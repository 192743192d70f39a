"""Where a request comes from: the address that limits count by."""

from collections.abc import Iterable
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

from aiohttp import web

_IPV6_SUBSCRIBER = 64
"""Whoever has an IPv6 connection has at least this prefix to themselves, and may use any address in it."""


class Addresses:
    """Reads addresses. `proxies`: networks of the proxies in front of the desk, whose `X-Forwarded-For` is believed."""

    def __init__(self, proxies: Iterable[str] = ()) -> None:
        self._proxies = tuple(ip_network(each) for each in proxies)

    def of(self, request: web.BaseRequest) -> str:
        """The address of whoever asks; for IPv6 their network. Empty where there is none, as on a Unix socket."""
        return self.read(request.remote, ",".join(request.headers.getall("X-Forwarded-For", ())))

    def read(self, peer: str | None, forwarded_for: str) -> str:
        """The same, from the peer of the connection and the header."""
        address = _parse(peer or "")
        for claimed in reversed(forwarded_for.split(",")):
            if address is None or not any(address in each for each in self._proxies):
                break
            address = _parse(claimed) or address
        if isinstance(address, IPv6Address):
            return str(ip_network((address, _IPV6_SUBSCRIBER), strict=False))
        return str(address or "")


def _parse(text: str) -> IPv4Address | IPv6Address | None:
    try:
        address = ip_address(text.strip())
    except ValueError:
        return None
    return address.ipv4_mapped or address if isinstance(address, IPv6Address) else address
