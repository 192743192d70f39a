"""Films over HTTP, for an agent who opened the recording: opened piece by piece, never stored in the clear."""

import contextlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from http import HTTPStatus

from aiohttp import web

from server.desk.recording_library import OpenFilm, RecordingLibrary
from server.transport.sign_in import SignInPages


@dataclass
class RecordingPages:
    """Handlers of `/recordings`."""

    library: RecordingLibrary
    sign_in: SignInPages
    clock: Callable[[], datetime]

    def routes(self) -> list[web.RouteDef]:
        return [web.get(r"/recordings/{recording:rec_[A-Za-z0-9_-]{8,40}}/{number:[0-9]{1,2}}", self._film)]

    async def _film(self, request: web.Request) -> web.StreamResponse:
        agent = (await self.sign_in.who(request)).agent
        code = request.query.get("opening", "")
        recording, number = request.match_info["recording"], int(request.match_info["number"])
        film = await self.library.film(agent, recording, number, code, self.clock())
        with contextlib.closing(film):
            return await _send(request, film)


async def _send(request: web.Request, film: OpenFilm) -> web.StreamResponse:
    """The part of the film that was asked for (RFC 9110, 14): players ask for one range at a time."""
    response = web.StreamResponse(headers={"Accept-Ranges": "bytes", "Cache-Control": "no-store"})
    response.content_type = film.content_type
    try:
        asked = request.http_range
    except ValueError:
        asked = slice(None, None, 1)
    start, end, _ = asked.indices(film.size)
    if asked.start is not None or asked.stop is not None:
        if start >= end:
            return web.Response(
                status=HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE, headers={"Content-Range": f"bytes */{film.size}"}
            )
        response.set_status(HTTPStatus.PARTIAL_CONTENT)
        response.headers["Content-Range"] = f"bytes {start}-{end - 1}/{film.size}"
    response.content_length = end - start
    await response.prepare(request)
    if request.method != "HEAD":
        # A player that has seen enough closes the connection in the middle.
        with contextlib.suppress(ConnectionError):
            async for piece in film.read(start, end):
                await response.write(piece)
    return response
