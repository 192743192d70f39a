"""Photos that were asked for in a call, agreed to, and sent."""

import secrets
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, cast

import msgspec

from server.domain.actor import Agent, Citizen
from server.protocol import commands as c
from server.protocol.words import PhotoPurpose, PhotoView, ReportView
from server.store import photos, tokens
from server.store.photos import Photo
from server.store.tokens import hashed
from tests.desk.calling import InCall, accepted
from tests.desk.harness import Bench, Listener
from tests.desk.test_reports import fill, filled
from tests.support.pictures import jpeg


@dataclass
class Photographed:
    """A call in which a photo was asked for."""

    desk: Bench
    call: InCall
    photo: str

    @property
    def names(self) -> dict[str, str]:
        return {"conversation": self.call.conversation, "photo": self.photo}

    @property
    def citizen(self) -> Citizen:
        return cast("Citizen", self.call.citizen.connection.actor)

    @property
    def agent(self) -> Agent:
        return cast("Agent", self.call.agent.connection.actor)

    async def row(self) -> Photo:
        async with self.desk.database.read() as connection:
            return await photos.load(connection, self.photo, self.call.conversation)

    async def answer(self, *, agree: bool = True) -> PhotoView:
        view: PhotoView = (await self.desk.do(self.call.citizen, c.AnswerPhoto(**self.names, agree=agree))).view
        return view

    async def send(self, data: bytes | None = None) -> PhotoView:
        sent = jpeg() if data is None else data
        return (await self.desk.photos.send(self.citizen, self.photo, sent, self.desk.now)).view

    async def another(self, purpose: PhotoPurpose = "damage") -> "Photographed":
        """The next one in the same call."""
        return Photographed(self.desk, self.call, (await ask(self.desk, self.call, purpose)).photo)

    async def token(self) -> str:
        """A token of the citizen's, as a second window has one."""
        token = secrets.token_urlsafe(32)
        async with self.desk.database.write() as connection:
            until = self.desk.now + timedelta(days=1)
            await tokens.insert(connection, hashed(token), self.call.conversation, self.desk.now, until)
        return token

    async def begin_report(self) -> ReportView:
        start = c.StartReport(conversation=self.call.conversation, form="bike_theft")
        view: ReportView = (await self.desk.do(self.call.agent, start)).view
        return view

    async def offer(self, report: ReportView) -> ReportView:
        """The report filled and offered, as the citizen is shown it."""
        form = self.desk.zone.form(report.form)
        assert form is not None
        await fill(self.desk, self.call.agent, self.call.conversation, report, **filled(form))
        await self.desk.do(self.call.agent, c.OfferReport(conversation=self.call.conversation, report=report.report))
        return self.shown_report()

    def shown_report(self) -> ReportView:
        """The report as the citizen was told last."""
        return msgspec.convert(self.call.citizen.events("report")[-1]["view"], ReportView)

    async def confirm(self, report: ReportView) -> ReportView:
        """The citizen confirms it as it was shown then."""
        confirm = c.ConfirmReport(conversation=self.call.conversation, report=report.report, revision=report.revision)
        view: ReportView = (await self.desk.do(self.call.citizen, confirm)).view
        return view

    async def types(self) -> list[str]:
        return [each for each in await self.desk.types(self.call.conversation) if each.startswith("photo")]

    def told(self, who: Listener) -> dict[str, Any]:
        """How the photo stands, as somebody was told last."""
        return cast("dict[str, Any]", who.events("photo")[-1]["view"])


async def ask(desk: Bench, call: InCall, purpose: PhotoPurpose = "identity_card") -> PhotoView:
    view: PhotoView = (await desk.do(call.agent, c.AskPhoto(**call.names, purpose=purpose))).view
    return view


async def asked(desk: Bench) -> Photographed:
    """The agent has asked; needs a far end."""
    call = await accepted(desk)
    return Photographed(desk, call, (await ask(desk, call)).photo)


async def agreed(desk: Bench) -> Photographed:
    found = await asked(desk)
    await found.answer()
    return found


async def sent(desk: Bench) -> Photographed:
    found = await agreed(desk)
    await found.send()
    return found
