"""Photos in a call: asked for by the agent, taken and sent by the citizen if they like, held by the report."""

import asyncio
import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy.ext.asyncio import AsyncConnection

from server.desk import admission
from server.desk import photo_steps as steps
from server.desk.connections import Connections
from server.desk.identity import new_id
from server.desk.ledger import DESK_AUTHOR, Change, Ledger
from server.desk.one_by_one import one_by_one
from server.desk.photo_album import PhotoAlbum
from server.desk.zones import ZoneSource
from server.domain import photo as rules
from server.domain.actor import Agent, Citizen
from server.domain.jpeg import Jpeg, tidy
from server.protocol.commands import AnswerPhoto, AskPhoto, RemovePhoto, WithdrawPhoto
from server.protocol.errors import Refusal
from server.protocol.photo_entries import PhotoAsked, PhotoDeclined, PhotoErased, PhotoTaken
from server.protocol.results import PhotoShown
from server.protocol.words import Author
from server.store import audit, calls, conversations, participants, parties, photos, reports
from server.store.photos import Photo


@dataclass
class Photos:
    """Use cases of photos."""

    ledger: Ledger
    connections: Connections
    album: PhotoAlbum
    zone: ZoneSource

    async def ask(self, actor: Agent, command: AskPhoto, now: datetime) -> PhotoShown:
        """Ask the citizen for a photo. Asking while a question stands shows that one.

        Raises Refusal: `call_over`, `not_allowed` unless both are in the call, `too_many_photos`, `photo_unavailable`.
        """
        async with self.ledger.change(now) as change:
            connection, conversation = change.connection, command.conversation
            seat = await admission.admit(connection, actor, conversation, "ask_photo", now, lock=True)
            call = await calls.load(connection, conversation, command.call)
            before = await photos.of_conversation(connection, conversation)
            standing = await photos.open_of_call(connection, conversation, call.id)
            if standing is not None:
                return PhotoShown(view=standing.view)
            citizen = await participants.of_kind(connection, conversation, "citizen")
            seated = {each.participant: each.state for each in await parties.of(connection, call.id)}
            rules.check_ask(
                call=call.state,
                agent=seated.get(seat.author.participant),
                citizen=seated.get(citizen.id) if citizen else None,
                kept=sum(each.state == "taken" for each in before),
            )
            self.album.check()
            report = await steps.open_report(change, conversation)
            asked = await photos.insert(
                connection,
                new_id("pho"),
                conversation=conversation,
                call=call.id,
                report=report.id if report else None,
                purpose=command.purpose,
                by=seat.author.participant,
                now=now,
            )
            body = PhotoAsked(photo=asked.id, call=call.id, purpose=asked.purpose)
            await change.append(conversation, seat.author, body)
            steps.tell_later(change, self.connections, asked)
        return PhotoShown(view=asked.view)

    async def answer(self, actor: Citizen, command: AnswerPhoto, now: datetime) -> PhotoShown:
        """Agree, or not. The same answer again does nothing. Raises Refusal: `call_over`, `photo_over`."""
        async with self.ledger.change(now) as change:
            seat = await admission.admit(change.connection, actor, command.conversation, "answer_photo", now, lock=True)
            photo = await photos.load(change.connection, command.photo, command.conversation)
            if photo.state == ("agreed" if command.agree else "declined"):
                return PhotoShown(view=photo.view)
            call = await calls.load(change.connection, command.conversation, photo.call)
            rules.check_answer(photo.state, call.state)
            if command.agree:
                photo = await steps.put(change, self.connections, photo, state="agreed")
            else:
                photo = await steps.put(change, self.connections, photo, state="declined")
                await change.append(command.conversation, seat.author, PhotoDeclined(photo=photo.id))
        return PhotoShown(view=photo.view)

    async def withdraw(self, actor: Agent, command: WithdrawPhoto, now: datetime) -> PhotoShown:
        """Take the question back. What is not open stays as it is."""
        async with self.ledger.change(now) as change:
            await admission.admit(change.connection, actor, command.conversation, "ask_photo", now, lock=True)
            photo = await photos.load(change.connection, command.photo, command.conversation)
            if photo.state in rules.OPEN:
                photo = await steps.put(change, self.connections, photo, state="lapsed")
        return PhotoShown(view=photo.view)

    async def expect(self, actor: Citizen, photo: str, now: datetime) -> None:
        """Return where this citizen may send this photo, or sent it: nobody else's bytes are read at all.

        Raises Refusal: `no_such_photo`, `token_expired`, `conversation_closed`, `photo_not_agreed`, `photo_over`,
        `call_over`.
        """
        async with self.ledger.database.read() as connection:
            conversation = await photos.conversation_of(connection, photo)
            await _admit_sender(connection, actor, conversation, now)
            found = await photos.load(connection, photo, conversation)
            if found.state != "taken":
                rules.check_send(found.state, (await calls.load(connection, conversation, found.call)).state)

    async def send(self, actor: Citizen, photo: str, data: bytes, now: datetime) -> PhotoShown:
        """Keep the photo that the citizen sends. The same bytes again give the same answer, also after the call.

        Raises Refusal as `expect`, and `not_a_photo`, `photo_too_large`, `photo_unavailable`.
        """
        jpeg = await asyncio.to_thread(tidy, data)
        name, wrapped = await asyncio.to_thread(self.album.put, photo, jpeg.content)
        try:
            async with self.ledger.change(now) as change:
                kept = await self._keep(change, actor, photo, jpeg, name, wrapped)
        except Refusal:
            # Only where it is known that nothing was committed: else the file stays, and if it has no row, is noise
            # until the photo is cleared.
            await asyncio.to_thread(self.album.drop, name)
            raise
        # This one, if another was first, and whatever an attempt that was cut off has left.
        await asyncio.to_thread(self.album.clear, photo, kept.file)
        return PhotoShown(view=kept.view)

    async def open(self, actor: Agent | Citizen, photo: str, now: datetime) -> bytes:
        """The photo, for the citizen who sent it, and for staff who may read the report. Each look of theirs leaves an
        audit line.

        Raises Refusal: `no_such_photo`, `not_allowed`, `photo_unavailable`.
        """
        async with self.ledger.database.write() as connection:
            conversation = await photos.conversation_of(connection, photo)
            try:
                await admission.admit(connection, actor, conversation, "read_report", now)
            except Refusal as refusal:
                raise _unknown(refusal) from refusal
            found = await photos.load(connection, photo, conversation)
            if isinstance(actor, Agent):
                await audit.record(
                    connection, actor, "photo.show", now, conversation=conversation, report=found.report, detail=photo
                )
        return await asyncio.to_thread(self.album.get, found)

    async def remove(self, actor: Agent, command: RemovePhoto, now: datetime) -> PhotoShown:
        """Erase a photo before its report is filed. Removing it again does nothing.

        Raises Refusal: `report_filed`; `no_such_photo` for one that was never sent.
        """
        async with self.ledger.change(now) as change:
            seat = await admission.admit(change.connection, actor, command.conversation, "remove_photo", now, lock=True)
            photo = await photos.load(change.connection, command.photo, command.conversation)
            if photo.state == "erased":
                return PhotoShown(view=photo.view)
            if photo.state != "taken":
                raise Refusal("no_such_photo")
            report = await reports.load(change.connection, photo.report) if photo.report else None
            if report is not None and report.state == "filed":
                raise Refusal("report_filed")
            erased = await self._erase(change, photo, seat.author)
        return PhotoShown(view=erased.view)

    async def erase(self, now: datetime) -> None:
        """Sweep: what is kept no longer loses its key, in one change with the word in the log."""
        async with self.ledger.database.read() as connection:
            over = await photos.to_erase(connection, now)

        async def erase(each: Photo) -> None:
            async with self.ledger.change(now) as change:
                await conversations.load(change.connection, each.conversation, lock=True)
                # Another node may have erased it meanwhile, or its report was begun or filed.
                for photo in await photos.to_erase(change.connection, now):
                    if photo.id == each.id:
                        await self._erase(change, photo, DESK_AUTHOR)

        await one_by_one(over, erase)

    async def clear(self, now: datetime) -> None:
        """Sweep: the files of what is erased go, and whatever was left of photos that never came. Nobody could open
        them; they only take room."""
        async with self.ledger.database.read() as connection:
            ids = await photos.to_clear(connection)

        async def clear(gone: str) -> None:
            await asyncio.to_thread(self.album.clear, gone)
            async with self.ledger.database.write() as connection:
                await photos.change(connection, gone, cleared_at=now)

        await one_by_one(ids, clear)

    async def _keep(self, change: Change, actor: Citizen, photo: str, jpeg: Jpeg, name: str, wrapped: str) -> Photo:
        connection = change.connection
        conversation = await photos.conversation_of(connection, photo)
        seat = await _admit_sender(connection, actor, conversation, change.now, lock=True)
        found = await photos.load(connection, photo, conversation)
        digest = hashlib.sha256(jpeg.content).hexdigest()
        if found.state == "taken" and found.sha256 == digest:
            return found
        rules.check_send(found.state, (await calls.load(connection, conversation, found.call)).state)
        # The one that was open when it was asked for may be filed by now.
        report = await reports.load(connection, found.report) if found.report else None
        if report is None or report.state == "filed":
            report = await steps.open_report(change, conversation)
        kept = await steps.put(
            change,
            self.connections,
            found,
            state="taken",
            report=report.id if report else None,
            file=name,
            wrapped_key=wrapped,
            size=len(jpeg.content),
            width=jpeg.width,
            height=jpeg.height,
            sha256=digest,
            taken_at=change.now,
            erase_at=change.now + timedelta(days=self.zone().profile.retention.photo_days),
        )
        body = PhotoTaken(
            photo=photo,
            purpose=found.purpose,
            sha256=digest,
            size=len(jpeg.content),
            width=jpeg.width,
            height=jpeg.height,
            report=kept.report,
        )
        await change.append(conversation, seat.author, body)
        if report is not None:
            await steps.revise(change, self.connections, self.zone, report)
        return kept

    async def _erase(self, change: Change, photo: Photo, by: Author) -> Photo:
        """Destroy the key of a photo that no filed report holds: none will hold it then."""
        report = await reports.load(change.connection, photo.report) if photo.report else None
        erased = await steps.put(
            change,
            self.connections,
            photo,
            state="erased",
            wrapped_key=None,
            file=None,
            erase_at=None,
            erased_at=change.now,
            report=None,
        )
        await change.append(photo.conversation, by, PhotoErased(photo=photo.id))
        if report is not None:
            await steps.revise(change, self.connections, self.zone, report)
        return erased


async def _admit_sender(
    connection: AsyncConnection, actor: Citizen, conversation: str, now: datetime, *, lock: bool = False
) -> admission.Seat:
    """The citizen's seat. Somebody else's photo does not exist for them."""
    try:
        return await admission.admit(connection, actor, conversation, "answer_photo", now, lock=lock)
    except Refusal as refusal:
        raise _unknown(refusal) from refusal


def _unknown(refusal: Refusal) -> Refusal:
    return Refusal("no_such_photo") if refusal.code == "no_such_conversation" else refusal
