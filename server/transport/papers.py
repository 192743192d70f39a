"""Papers over HTTP: for a citizen by a ticket that works once, for an agent by the sign-in."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from aiohttp import web

from server.desk.papers import Papers, Printed, ReportForm, TranscriptForm
from server.transport.sign_in import SignInPages


@dataclass
class PaperPages:
    """Handlers of `/papers`."""

    papers: Papers
    sign_in: SignInPages
    clock: Callable[[], datetime]

    def routes(self) -> list[web.RouteDef]:
        # A HEAD would use a ticket up, or leave an audit line, for nothing.
        return [
            web.get(r"/papers/{code:[A-Za-z0-9_-]{20,80}}", self._by_ticket, allow_head=False),
            web.get(r"/papers/transcript/{conversation}.{form:html|pdf}", self._transcript, allow_head=False),
            web.get(r"/papers/report/{report}.{form:json|pdf}", self._report, allow_head=False),
            web.get(r"/papers/certificate/{report}.pdf", self._certificate, allow_head=False),
        ]

    async def _by_ticket(self, request: web.Request) -> web.Response:
        return _handed_out(await self.papers.by_ticket(request.match_info["code"], self.clock()))

    async def _transcript(self, request: web.Request) -> web.Response:
        agent = (await self.sign_in.who(request)).agent
        conversation = request.match_info["conversation"]
        form: TranscriptForm = "html" if request.match_info["form"] == "html" else "pdf"
        return _handed_out(await self.papers.transcript(agent, conversation, form, self.clock()))

    async def _report(self, request: web.Request) -> web.Response:
        agent = (await self.sign_in.who(request)).agent
        form: ReportForm = "json" if request.match_info["form"] == "json" else "pdf"
        return _handed_out(await self.papers.report(agent, request.match_info["report"], form, self.clock()))

    async def _certificate(self, request: web.Request) -> web.Response:
        agent = (await self.sign_in.who(request)).agent
        return _handed_out(await self.papers.report(agent, request.match_info["report"], "certificate", self.clock()))


def _handed_out(printed: Printed) -> web.Response:
    is_page = printed.content_type == "text/html"
    response = web.Response(body=printed.body, content_type=printed.content_type)
    if is_page:
        response.charset = "utf-8"
    # Names are made by the desk, of letters, digits and dashes.
    shown = "inline" if is_page else "attachment"
    response.headers["Content-Disposition"] = f'{shown}; filename="{printed.name}"'
    response.headers["Cache-Control"] = "no-store"
    if printed.policy is not None:
        response.headers["Content-Security-Policy"] = printed.policy
    return response
