"""Origins: from which address the browser sees the desk, and whether an agent can sign in there."""

from ipaddress import ip_address
from urllib.parse import urlsplit

from aiohttp import web


def is_loopback(origin: str) -> bool:
    """Whether it leads to the machine it is opened on: browsers treat that as safe without HTTPS."""
    host = urlsplit(origin).hostname or ""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost" or host.endswith(".localhost")


def is_secure(origin: str) -> bool:
    """Whether browsers keep a Secure cookie there, and let it use a camera."""
    return origin.startswith("https://") or is_loopback(origin)


def seen_as(request: web.Request, own: str) -> str:
    """The origin that the browser sees, given the desk's own.

    A proxy that ends HTTPS before us may not say so: where the host is our own, so is the scheme.
    """
    host = request.host.lower()
    if host == urlsplit(own).netloc.lower():
        return own
    return f"{request.headers.get('X-Forwarded-Proto', request.scheme)}://{host}"
