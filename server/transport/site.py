"""The sites: all that the desk answers over HTTP, and the demo municipality's page on a site of its own."""

from collections.abc import Iterable
from dataclasses import dataclass

from aiohttp import web

from server.transport.assets import Assets
from server.transport.content import Content
from server.transport.demo_site import DemoSite
from server.transport.exit import Exit
from server.transport.health import Health
from server.transport.pages import Pages
from server.transport.papers import PaperPages
from server.transport.policy import on_every_response
from server.transport.refusals import refusals
from server.transport.sign_in import SignInPages

LARGEST = 256_000
"""Bytes in the body of a request. What is sent over HTTP is a name and a password; the rest goes over sockets."""


@dataclass(frozen=True)
class Site:
    """The parts of the desk's site."""

    assets: Assets
    pages: Pages
    content: Content
    demo: DemoSite
    sign_in: SignInPages
    papers: PaperPages
    exit: Exit
    health: Health

    def desk(self) -> web.Application:
        """The desk: every route but the sockets', which attach themselves."""
        parts = (self.assets, self.pages, self.content, self.demo, self.sign_in, self.papers, self.exit, self.health)
        return self._application(route for part in parts for route in part.routes())

    def municipality(self) -> web.Application:
        """The demo municipality's page, to be served from another site than the desk."""
        return self._application((*self.demo.routes(), *self.assets.routes()))

    def _application(self, routes: Iterable[web.AbstractRouteDef]) -> web.Application:
        application = web.Application(client_max_size=LARGEST, middlewares=[refusals(self.pages.error)])
        application.on_response_prepare.append(
            on_every_response(secure=self.pages.origins.public.startswith("https://"))
        )
        application.add_routes(routes)
        return application
