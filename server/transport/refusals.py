"""How refusals and faults look over HTTP: data for programs, a page in their language for people."""

import math
from collections.abc import Awaitable, Callable

import msgspec
import structlog
from aiohttp import web
from aiohttp.typedefs import Handler, Middleware

from server.protocol.errors import Code, Refusal
from server.protocol.wire import refuse
from server.protocol.words import Word
from server.transport.faults import place_of

ErrorPage = Callable[[web.Request, int], Awaitable[web.Response]]
"""Renders the page for a status."""

_STATUS: dict[Code, int] = {
    "not_signed_in": 401,
    "wrong_credentials": 401,
    "token_malformed": 401,
    "token_expired": 401,
    "not_allowed": 403,
    "no_such_conversation": 404,
    "no_such_report": 404,
    "no_such_recording": 404,
    "no_such_photo": 404,
    "ticket_used": 410,
    "call_over": 409,
    "photo_not_agreed": 409,
    "photo_over": 409,
    "too_large": 413,
    "photo_too_large": 413,
    "not_a_photo": 415,
    "too_many_requests": 429,
    "recording_unavailable": 503,
    "photo_unavailable": 503,
    "unavailable": 503,
}
_OTHERWISE = 400

_OF_STATUS: dict[int, Code] = {404: "unknown_command", 405: "unknown_command", 413: "too_large"}

_FOR_PROGRAMS = ("/api/", "/assets/", "/static/", "/vendor/", "/locales/", "/socket.io", "/metrics", "/healthz")


def answer(word: Word, status: int = 200) -> web.Response:
    """A struct as JSON."""
    return web.Response(body=msgspec.json.encode(word), status=status, content_type="application/json")


def refusals(page: ErrorPage) -> Middleware:
    """A middleware that turns what handlers raise into answers."""
    log = structlog.get_logger("http")

    @web.middleware
    async def middleware(request: web.Request, handler: Handler) -> web.StreamResponse:
        try:
            return await handler(request)
        except Refusal as refusal:
            return await _refused(request, refusal, page)
        except web.HTTPException as exception:
            if exception.status < 400:
                raise
            return await _failed(request, exception.status, page, allowed=exception.headers.get("Allow"))
        except (ConnectionError, TimeoutError):
            raise
        except Exception as error:  # noqa: BLE001 whatever it is, somebody waits for an answer
            log.error("fault", route=_route(request), error=type(error).__name__, at=place_of(error))
            return await _failed(request, 500, page)

    return middleware


async def _refused(request: web.Request, refusal: Refusal, page: ErrorPage) -> web.Response:
    status = _STATUS.get(refusal.code, _OTHERWISE)
    if _wants_page(request):
        response = await page(request, status)
    else:
        response = web.json_response(refuse(refusal.refused), status=status)
    if refusal.refused.retry_after is not None:
        response.headers["Retry-After"] = str(math.ceil(refusal.refused.retry_after))
    return response


async def _failed(request: web.Request, status: int, page: ErrorPage, *, allowed: str | None = None) -> web.Response:
    if _wants_page(request):
        response = await page(request, status)
    else:
        code = "unavailable" if status >= 500 else _OF_STATUS.get(status, "malformed")
        response = web.json_response(refuse(Refusal(code).refused), status=status)
    if allowed is not None:
        response.headers["Allow"] = allowed
    return response


def _wants_page(request: web.Request) -> bool:
    return not request.path.startswith(_FOR_PROGRAMS)


def _route(request: web.Request) -> str:
    """The route's pattern: the path itself may hold an id or a code."""
    resource = request.match_info.route.resource
    return resource.canonical if resource else "none"
