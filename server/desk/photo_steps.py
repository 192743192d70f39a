"""The steps of a photo, whoever takes them: each inside a change that holds the conversation locked."""

from typing import Any

from server.desk.connections import Connections
from server.desk.ledger import Change
from server.desk.report_view import view_of
from server.desk.zones import ZoneSource
from server.protocol.signals import PhotoStands, ReportStands
from server.store import photos, reports
from server.store.photos import Photo
from server.store.reports import Report


def tell_later(change: Change, connections: Connections, photo: Photo) -> None:
    """After the commit, tell everybody in the conversation how the photo stands."""

    async def tell() -> None:
        connections.signal(photo.conversation, PhotoStands(conversation=photo.conversation, view=photo.view))

    change.afterwards(tell)


async def put(change: Change, connections: Connections, photo: Photo, **values: Any) -> Photo:
    """Set columns of a photo: as it is then, which everybody is told."""
    await photos.change(change.connection, photo.id, **values)
    changed = await photos.load(change.connection, photo.id, photo.conversation)
    tell_later(change, connections, changed)
    return changed


async def lapse(change: Change, connections: Connections, conversation: str, call: str) -> None:
    """The call is over: the photo that might yet have come does not."""
    waiting = await photos.open_of_call(change.connection, conversation, call)
    if waiting is not None:
        await put(change, connections, waiting, state="lapsed")


async def adopt(change: Change, connections: Connections, report: Report) -> None:
    """Have a report that was begun hold what was asked for before there was one."""
    for each in await photos.of_conversation(change.connection, report.conversation):
        if each.report is None and each.state in ("asked", "agreed", "taken"):
            await put(change, connections, each, report=report.id)


async def open_report(change: Change, conversation: str) -> Report | None:
    """The newest report of a conversation that is not filed."""
    begun = await reports.of(change.connection, conversation)
    return next((each for each in reversed(begun) if each.state != "filed"), None)


async def revise(change: Change, connections: Connections, zone: ZoneSource, report: Report) -> None:
    """A report holds other photos now: whoever read it before has not read what is to be confirmed."""
    await reports.change(change.connection, report.id, revision=report.revision + 1)
    view = view_of(await reports.load(change.connection, report.id), zone().form(report.form), change.now)

    async def tell() -> None:
        connections.signal(report.conversation, ReportStands(conversation=report.conversation, view=view))

    change.afterwards(tell)
