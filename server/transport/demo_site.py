"""The demo municipality's page: a site of its own that embeds the desk, under a policy as strict as they come."""

from dataclasses import dataclass

from aiohttp import web

from server.desk.zones import ZoneSource
from server.transport.languages import language_of
from server.transport.policy import host_policy
from server.transport.templates import Templates


@dataclass
class DemoSite:
    """`/` of a demo zone's desk, and of the site on the next port. `desk` is the desk's public origin."""

    zone: ZoneSource
    templates: Templates
    desk: str

    def routes(self) -> list[web.RouteDef]:
        return [web.get("/", self._page)]

    async def _page(self, request: web.Request) -> web.Response:
        profile = self.zone().profile
        if profile.demo is None:
            raise web.HTTPFound("/desk")
        language = language_of(request, profile.languages)
        html = self.templates.render(
            "demo.html", language, desk=self.desk, place=profile.municipalities[0], languages=profile.languages
        )
        return web.Response(text=html, content_type="text/html", charset="utf-8", headers=host_policy(self.desk))
