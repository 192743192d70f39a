"""The pages: the widget's document, the desk, the console, and what the desk says about itself."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from aiohttp import web

from server.desk.zones import ZoneSource
from server.protocol.words import Language
from server.transport.content import desk_data
from server.transport.languages import language_of
from server.transport.origin import is_loopback, is_secure, seen_as
from server.transport.policy import PagePolicy, new_nonce
from server.transport.resource import IMMUTABLE, REVALIDATED, Resource
from server.transport.templates import Templates
from server.zone.colours import theme

_HEADINGS = {401: "sign-in", 403: "forbidden", 404: "missing", 410: "over", 429: "busy", 503: "busy"}
"""The heading of an error page by status; any other says that something went wrong."""


@dataclass(frozen=True, slots=True)
class Origins:
    """Where the desk is reached: by citizens, by agents; and from which demo pages its widget may be framed."""

    public: str
    console: str
    demo: tuple[str, ...] = ()


@dataclass
class Pages:
    """Handlers of the desk's pages."""

    zone: ZoneSource
    templates: Templates
    origins: Origins

    def routes(self) -> list[web.RouteDef]:
        return [
            web.get("/widget", self._widget),
            web.get("/desk", self._desk),
            web.get("/join", self._join),
            web.get("/check", self._check),
            web.get("/console", self._console),
            web.get("/accessibility", self._accessibility),
            web.get("/privacy", self._privacy),
            web.get("/theme.css", self._theme),
        ]

    async def error(self, request: web.Request, status: int) -> web.Response:
        """The page that says what went wrong, and what to do next."""
        return self._page(request, "error.html", PagePolicy(), status=status, heading=_HEADINGS.get(status, "fault"))

    async def _widget(self, request: web.Request) -> web.Response:
        profile = self.zone().profile
        demo = ("'self'", *self.origins.demo) if profile.demo else ()
        return self._page(request, "widget.html", PagePolicy(embed_on=(*profile.embed_on, *demo), calls=True))

    async def _desk(self, request: web.Request) -> web.Response:
        return self._page(request, "desk.html", PagePolicy(calls=True))

    async def _join(self, request: web.Request) -> web.Response:
        return self._page(request, "join.html", PagePolicy(calls=True))

    async def _check(self, request: web.Request) -> web.Response:
        return self._page(request, "check.html", PagePolicy(calls=True))

    async def _console(self, request: web.Request) -> web.Response:
        own = self.origins.console
        seen = seen_as(request, own)
        if seen == own and is_secure(own):
            return self._page(request, "console.html", PagePolicy(calls=True, films=True))
        if seen != own and is_secure(own) and (is_loopback(seen) or not is_loopback(own)):
            raise web.HTTPFound(f"{own}{request.rel_url}")
        # Browsers keep no cookie of ours here: say so, rather than let every sign-in fail without a word.
        here = own if is_loopback(own) else None
        return self._page(request, "insecure.html", PagePolicy(), status=403, seen=seen, here=here)

    async def _accessibility(self, request: web.Request) -> web.Response:
        return self._page(request, "accessibility.html", PagePolicy())

    async def _privacy(self, request: web.Request) -> web.Response:
        return self._page(request, "privacy.html", PagePolicy())

    async def _theme(self, request: web.Request) -> web.Response:
        zone = self.zone()
        cache = IMMUTABLE if request.query.get("v") == zone.version else REVALIDATED
        return Resource(theme(zone.profile.colours).encode(), "text/css; charset=utf-8").answer(request, cache)

    def _page(
        self, request: web.Request, template: str, policy: PagePolicy, *, status: int = 200, **values: Any
    ) -> web.Response:
        zone, nonce = self.zone(), new_nonce()
        language = language_of(request, zone.profile.languages)
        html = self.templates.render(
            template,
            language,
            nonce=nonce,
            zone=zone,
            desk=desk_data(zone, language),
            theme=f"/theme.css?v={zone.version}",
            languages={each: _in_language(request, each) for each in zone.profile.languages},
            **values,
        )
        response = web.Response(text=html, content_type="text/html", charset="utf-8", status=status)
        response.headers.update(policy.headers(nonce, (self.origins.public, self.origins.console)))
        response.headers["Content-Language"] = language
        response.headers["Vary"] = "Accept-Language, Accept-Encoding"
        response.enable_compression()
        return response


def _in_language(request: web.Request, language: Language) -> str:
    """The address of this page in another language, as seen from it: the path of a page that was not found may read
    like another host's address."""
    return f"?{urlencode({**request.query, 'language': language})}"
