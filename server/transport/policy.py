"""What each page may do, as response headers. Whatever answers without a policy of its own gets the strictest."""

import secrets
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass
from http import HTTPStatus

from aiohttp import web

_FEATURES = (
    "accelerometer",
    "autoplay",
    "camera",
    "display-capture",
    "fullscreen",
    "geolocation",
    "gyroscope",
    "hid",
    "magnetometer",
    "microphone",
    "midi",
    "payment",
    "publickey-credentials-create",
    "publickey-credentials-get",
    "screen-wake-lock",
    "serial",
    "speaker-selection",
    "usb",
    "xr-spatial-tracking",
)
_FOR_CALLS = frozenset({"autoplay", "camera", "display-capture", "fullscreen", "microphone", "speaker-selection"})

STRICTEST = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
"""For what is not a page."""

_LOADED = frozenset({"text/css", "text/javascript"})
"""What a page loads and no browser ever makes a page of: it is held to the policies of the page."""


def permissions(allowed: Iterable[str] = (), to: str = "(self)") -> str:
    """A Permissions-Policy that switches off everything but what is allowed."""
    return ", ".join(f"{feature}={to if feature in frozenset(allowed) else '()'}" for feature in _FEATURES)


@dataclass(frozen=True, kw_only=True)
class PagePolicy:
    """What one of the desk's pages may do.

    `embed_on`: the origins whose pages may frame it; `calls`: whether it may ask for camera, microphone and screen;
    `films`: whether it plays recorded calls.
    """

    embed_on: tuple[str, ...] = ()
    calls: bool = False
    films: bool = False

    def headers(self, nonce: str, origins: Iterable[str]) -> dict[str, str]:
        """The headers of one response. `origins`: the desk's own, for browsers whose 'self' leaves out WebSockets."""
        ancestors = " ".join(self.embed_on) or "'none'"
        sockets = " ".join(dict.fromkeys("ws" + origin.removeprefix("http") for origin in origins))
        headers = {
            "Content-Security-Policy": "; ".join(
                (
                    "default-src 'none'",
                    f"script-src 'self' 'nonce-{nonce}'",
                    f"connect-src 'self' {sockets}",
                    "style-src 'self'",
                    "img-src 'self' data: blob:",
                    "media-src 'self' blob:" if self.films else "media-src blob:",
                    "font-src 'none'",
                    "base-uri 'none'",
                    "form-action 'self'",
                    "object-src 'none'",
                    f"frame-ancestors {ancestors}",
                )
            ),
            "Permissions-Policy": permissions(_FOR_CALLS if self.calls else ()),
            "Cache-Control": "no-store",
        }
        if self.embed_on:
            # A site that isolates itself frames only what may be loaded from elsewhere and is isolated too.
            headers["Cross-Origin-Resource-Policy"] = "cross-origin"
            headers["Cross-Origin-Embedder-Policy"] = "require-corp"
        return headers


def host_policy(desk: str) -> dict[str, str]:
    """The headers of a municipality's own page that embeds the desk: the lines of `docs/embedding.md`, and no more."""
    return {
        "Content-Security-Policy": "; ".join(
            (
                "default-src 'none'",
                f"script-src {desk}/loader.js",
                "style-src 'self'",
                "img-src 'self'",
                f"frame-src {desk}",
                "base-uri 'none'",
                "form-action 'none'",
                "frame-ancestors 'none'",
            )
        ),
        "Permissions-Policy": permissions(_FOR_CALLS, to=f'(self "{desk}")'),
        "Cache-Control": "no-store",
    }


def new_nonce() -> str:
    """128 random bits for one response."""
    return secrets.token_urlsafe(16)


def on_every_response(*, secure: bool) -> Callable[[web.Request, web.StreamResponse], Awaitable[None]]:
    """An `on_response_prepare` handler. `secure`: the desk is reached over HTTPS only.

    The widget loads some eighty scripts: the 650 bytes of a document's policies would weigh as much as half of them.
    """
    always = {
        "Cache-Control": "no-store",
        "Cross-Origin-Resource-Policy": "same-origin",
        "X-Content-Type-Options": "nosniff",
    }
    of_documents = {
        "Content-Security-Policy": STRICTEST,
        "Permissions-Policy": permissions(),
        "Cross-Origin-Opener-Policy": "same-origin",
        "Origin-Agent-Cluster": "?1",
        "Referrer-Policy": "no-referrer",
    }

    async def prepare(request: web.Request, response: web.StreamResponse) -> None:
        if response.status == HTTPStatus.SWITCHING_PROTOCOLS:
            # No document and no cache: ten thousand open websockets would keep 2 kB each for nothing.
            return
        owed = always if response.content_type in _LOADED else always | of_documents
        for name, value in owed.items():
            response.headers.setdefault(name, value)
        if secure:
            response.headers["Strict-Transport-Security"] = "max-age=31536000"
        response.headers.popall("Server", None)

    return prepare
