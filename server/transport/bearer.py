"""A citizen who asks over HTTP, by the token in a header: it never stands in an address."""

import re

from aiohttp import web

from server.domain.actor import Citizen
from server.protocol.errors import Refusal
from server.store.tokens import hashed

_BEARER = re.compile(r"Bearer ([A-Za-z0-9_-]{43})")


def citizen_of(request: web.Request) -> Citizen:
    """Whoever has the token. Raises Refusal `token_malformed`."""
    found = _BEARER.fullmatch(request.headers.get("Authorization", ""))
    if found is None:
        raise Refusal("token_malformed")
    return Citizen(hashed(found[1]))
