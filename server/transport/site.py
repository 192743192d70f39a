"""The sites: all that the desk answers over HTTP, and the demo municipality's page on a site of its own."""

import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Self

from aiohttp import web
from prometheus_client import CollectorRegistry

from server.desk.papers import Papers
from server.desk.photos import Photos
from server.desk.recording_library import RecordingLibrary
from server.desk.sign_ins import SignIns
from server.desk.zones import ZoneSource
from server.domain.call import SEATS
from server.transport.address import Addresses
from server.transport.assets import Assets
from server.transport.content import Content
from server.transport.demo_site import DemoSite
from server.transport.exit import Exit, Leave
from server.transport.health import Check, Health
from server.transport.modules import Modules
from server.transport.pages import Origins, Pages
from server.transport.papers import PaperPages
from server.transport.photos import PhotoPages
from server.transport.policy import on_every_response
from server.transport.recordings import RecordingPages
from server.transport.refusals import refusals
from server.transport.sign_in import SignInPages
from server.transport.templates import Templates
from server.zone.catalogue import Catalogues

LARGEST = 256_000
"""Bytes in the body of a request. What is sent over HTTP is a name and a password, and photos, which have a limit of
their own; the rest goes over sockets."""


@dataclass(frozen=True)
class Site:
    """The parts of the desk's site."""

    assets: Assets
    pages: Pages
    content: Content
    demo: DemoSite
    sign_in: SignInPages
    papers: PaperPages
    recordings: RecordingPages
    photos: PhotoPages
    exit: Exit
    health: Health

    @classmethod
    def build(
        cls,
        *,
        folder: Path,
        catalogues: Catalogues,
        origins: Origins,
        zone: ZoneSource,
        sign_ins: SignIns,
        papers: Papers,
        library: RecordingLibrary,
        photos: Photos,
        leave: Leave,
        vital: Mapping[str, Check],
        lesser: Mapping[str, Check],
        registry: CollectorRegistry,
        clock: Callable[[], datetime],
        pulse: Callable[[], float] = time.monotonic,
        proxies: Iterable[str] = (),
        metrics_token: str | None = None,
        call_seats: int = SEATS,
        can_record: bool = True,
    ) -> Self:
        """Build the parts. `folder`: the tree's `web/`; `leave`: quick exit; `vital` and `lesser`: see `Health`;
        `pulse`: seconds of a clock that only goes forward; `proxies`: see `Addresses`;
        `call_seats` and `can_record`: see `Content`."""
        assets = Assets(folder)
        templates = Templates(folder / "templates", catalogues, assets, Modules(assets))
        content = Content(zone, call_seats=call_seats, can_record=can_record)
        addresses = Addresses(proxies)
        sign_in = SignInPages(sign_ins, content, addresses, origins.console, clock, pulse)
        return cls(
            assets=assets,
            pages=Pages(zone, templates, origins),
            content=content,
            demo=DemoSite(zone, templates, origins.public),
            sign_in=sign_in,
            papers=PaperPages(papers, sign_in, clock),
            recordings=RecordingPages(library, sign_in, clock),
            photos=PhotoPages(photos, sign_in, addresses, clock, pulse),
            exit=Exit(leave, clock),
            health=Health(vital, lesser, registry, metrics_token),
        )

    def desk(self) -> web.Application:
        """The desk: every route but the sockets', which attach themselves."""
        parts = (
            self.assets,
            self.pages,
            self.content,
            self.demo,
            self.sign_in,
            self.papers,
            self.recordings,
            self.photos,
            self.exit,
            self.health,
        )
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
