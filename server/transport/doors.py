"""The doors: who may connect to which namespace, and as whom."""

import hmac
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Any, Literal, TypeVar

import msgspec
from aiohttp import web
from msgspec import Meta

from server.desk.sign_ins import SignIns
from server.domain.actor import Actor, Citizen, Guest
from server.protocol import PROTOCOL
from server.protocol.errors import Refusal
from server.protocol.words import Kind, Secret
from server.store.tokens import hashed
from server.transport.cookie import COOKIE
from server.transport.origin import seen_as


class CitizenAuth(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a citizen's browser sends on connecting, or a guest's. The token never stands anywhere else."""

    token: Secret
    protocol: int


class AgentAuth(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a console sends on connecting; the sign-in itself is in the cookie."""

    protocol: int


class ServiceAuth(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What bot and media workers send on connecting."""

    key: Annotated[str, Meta(max_length=200)]
    kind: Literal["bot", "media"]
    protocol: int
    worker: Annotated[str, Meta(max_length=80)] = "bot"


_Proof = TypeVar("_Proof", CitizenAuth, AgentAuth, ServiceAuth)


@dataclass
class Doors:
    """Lets connections in, each by its own proof: a token, a sign-in from the console's origin, the service key."""

    sign_ins: SignIns
    console_origin: str
    service_key: str

    async def enter(
        self, kind: Kind, environ: Mapping[str, Any], auth: object, now: datetime
    ) -> tuple[Actor, str | None]:
        """Who connects, and under which sign-in.

        Raises Refusal: `malformed`, `token_malformed`, `outdated_protocol`, `not_signed_in`, `not_allowed`.
        """
        if kind == "citizen":
            # Cookies are not looked at here: the token alone says who it is.
            return Citizen(hashed(_read(auth, CitizenAuth).token)), None
        if kind == "guest":
            return Guest(hashed(_read(auth, CitizenAuth).token)), None
        _read(auth, AgentAuth)
        request: web.Request = environ["aiohttp.request"]
        if not self._is_console(request):
            raise Refusal("not_allowed")
        signed_in = await self.sign_ins.authenticate(request.cookies.get(COOKIE, ""), now)
        return signed_in.agent, signed_in.sign_in

    def enter_service(self, auth: object) -> ServiceAuth:
        """A bot or media worker that has the key. Raises Refusal: `malformed`, `outdated_protocol`, `not_allowed`."""
        proof = _read(auth, ServiceAuth)
        if not hmac.compare_digest(proof.key.encode(errors="surrogatepass"), self.service_key.encode()):
            raise Refusal("not_allowed")
        return proof

    def _is_console(self, request: web.Request) -> bool:
        """Whether a page of the console's origin asks. A browser that polls names no origin where it is the page's own,
        and says that it is in a header that no page can set."""
        origin = request.headers.get("Origin")
        if origin is None and request.headers.get("Sec-Fetch-Site") == "same-origin":
            origin = seen_as(request, self.console_origin)
        return origin == self.console_origin


def _read(auth: object, proof: type[_Proof]) -> _Proof:
    # Asked first: another version may have other fields.
    if isinstance(auth, dict) and isinstance(spoken := auth.get("protocol"), int) and spoken != PROTOCOL:
        raise Refusal("outdated_protocol")
    try:
        return msgspec.convert(auth, type=proof, strict=True)
    except msgspec.ValidationError as error:
        raise Refusal("token_malformed" if "$.token" in str(error) else "malformed") from error
