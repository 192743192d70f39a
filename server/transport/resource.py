"""A resource: bytes with a type, answered with an ETag, compressed where the browser takes it."""

import gzip
import hashlib
from functools import cached_property

from aiohttp import web
from aiohttp.typedefs import LooseHeaders

IMMUTABLE = "public, max-age=31536000, immutable"
"""For what has its version in its address."""

REVALIDATED = "no-cache"
"""For what may change under its address: kept, but asked about each time."""

_WORTH_COMPRESSING = 500


class Resource:
    """What is answered to everybody alike. Nothing personal is ever a resource."""

    def __init__(self, body: bytes, content_type: str) -> None:
        self.body = body
        self.content_type = content_type
        self.hash = hashlib.sha256(body).hexdigest()[:16]

    @cached_property
    def _compressed(self) -> bytes | None:
        smaller = gzip.compress(self.body, 9, mtime=0) if len(self.body) >= _WORTH_COMPRESSING else self.body
        return smaller if len(smaller) < len(self.body) else None

    def answer(self, request: web.Request, cache: str, headers: LooseHeaders | None = None) -> web.Response:
        """The response to a GET or HEAD: 304 where the browser has it."""
        wants_gzip = "gzip" in request.headers.get("Accept-Encoding", "").lower()
        compressed = self._compressed if wants_gzip else None
        etag = f"{self.hash}-gzip" if compressed is not None else self.hash
        response = web.Response(headers=headers)
        response.headers["Content-Type"] = self.content_type
        response.headers["Cache-Control"] = cache
        response.headers["Vary"] = "Accept-Encoding"
        response.etag = etag
        if request.if_none_match and any(each.value in (etag, "*") for each in request.if_none_match):
            response.set_status(304)
            return response
        if compressed is not None:
            response.headers["Content-Encoding"] = "gzip"
        response.body = self.body if compressed is None else compressed
        return response
