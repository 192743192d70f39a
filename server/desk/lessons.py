"""Lessons: what citizens said becomes training data that a person reviews. Nothing is taught by the desk itself."""

import asyncio
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from server.desk import admission
from server.desk.ledger import Ledger
from server.desk.zones import ZoneSource
from server.domain import permission
from server.domain.actor import Agent
from server.domain.masking import personal
from server.protocol.commands import AddLesson, RemoveLesson
from server.protocol.entries import MessagePosted
from server.protocol.errors import Refusal
from server.protocol.results import LessonsKept
from server.protocol.wire import clean
from server.protocol.words import LANGUAGES
from server.store import audit, lessons, log
from server.store.lessons import KeptLesson

ELSEWHERE, EMERGENCY = "elsewhere", "emergency"
"""What a lesson may be about beside the zone's topics: nothing the desk is for, and danger now."""


@dataclass
class Lessons:
    """Keeps lessons in the database, and writes all of them to files as `bots/language` has them.

    The files are written anew on the node that was asked, whenever a lesson is added or taken out.
    """

    ledger: Ledger
    zone: ZoneSource
    folder: Path
    _turn: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def add(self, actor: Agent, command: AddLesson, now: datetime) -> LessonsKept:
        """Keep what a citizen said, in the words of the supervisor.

        Raises Refusal: `not_allowed`; `personal_data`; `malformed` for an unknown topic, an empty text, or a message
        that is no citizen's.
        """
        permission.check_at_large(actor, "oversee")
        text = " ".join(clean(command.text).split())
        if not text:
            raise Refusal("malformed", field="text")
        if (kind := personal(text)) is not None:
            raise Refusal("personal_data", field=kind)
        if command.topic not in (ELSEWHERE, EMERGENCY) and self.zone().topic(command.topic) is None:
            raise Refusal("malformed", field="topic")
        place = (command.conversation, command.message)
        async with self.ledger.change(now) as change:
            seat = await admission.admit(change.connection, actor, command.conversation, "read_shared", now, lock=True)
            exists = command.message <= seat.conversation.shared_last
            said = (await log.said(change.connection, [place])).get(place) if exists else None
            if said is None or said.author.kind != "citizen" or not isinstance(said.body, MessagePosted):
                raise Refusal("malformed", field="message")
            lesson = KeptLesson(*place, language=command.language, topic=command.topic, text=text)
            await lessons.keep(change.connection, lesson, actor.id, now)
            await audit.record(
                change.connection,
                actor,
                "lesson.add",
                now,
                conversation=command.conversation,
                detail=f"{command.message} {command.topic}",
            )
        return await self._write()

    async def remove(self, actor: Agent, command: RemoveLesson, now: datetime) -> LessonsKept:
        """Keep what was made of a message no longer; nothing happens where that is so already. Raises Refusal."""
        permission.check_at_large(actor, "oversee")
        async with self.ledger.change(now) as change:
            seat = await admission.admit(change.connection, actor, command.conversation, "read_shared", now, lock=True)
            if command.message <= seat.conversation.shared_last:
                await lessons.drop(change.connection, command.conversation, command.message)
            await audit.record(
                change.connection,
                actor,
                "lesson.remove",
                now,
                conversation=command.conversation,
                detail=str(command.message),
            )
        return await self._write()

    async def _write(self) -> LessonsKept:
        # One after the other, each with what is kept by then: the last one written is the newest.
        async with self._turn:
            async with self.ledger.database.read() as connection:
                kept = await lessons.kept(connection)
            await asyncio.to_thread(write_files, self.folder, kept)
        return LessonsKept(count=len(kept), folder=str(self.folder))


def write_files(folder: Path, kept: Sequence[KeptLesson]) -> None:
    """Write `<language>/topics.yaml` and `<language>/danger.yaml` as `bots/language` has them; none where it would hold
    nothing."""
    for language in LANGUAGES:
        of_language = [each for each in kept if each.language == language]
        topics = sorted({each.topic for each in of_language} - {ELSEWHERE, EMERGENCY})
        blocks = {topic: _said(of_language, topic) for topic in topics}
        _replace(folder / language / "topics.yaml", blocks)
        danger = {"emergencies": _said(of_language, EMERGENCY), "elsewhere": _said(of_language, ELSEWHERE)}
        _replace(folder / language / "danger.yaml", danger, "near_misses: {}\n")


def _said(kept: Iterable[KeptLesson], topic: str) -> list[str]:
    return list(dict.fromkeys(each.text for each in kept if each.topic == topic))


_HEADER = """\
# Written by the desk: what supervisors made of what citizens said. To be read, and moved by hand to the file of the
# same name in bots/language. It is written anew whenever a lesson is added or taken out.

"""


def _replace(file: Path, blocks: dict[str, list[str]], more: str = "") -> None:
    """Write a file whole or not at all."""
    if not any(blocks.values()):
        file.unlink(missing_ok=True)
        return
    file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    new = file.with_suffix(".new")
    new.write_text(_HEADER + "".join(_block(*block) for block in blocks.items()) + more)
    new.chmod(0o600)
    new.replace(file)


def _block(name: str, lines: list[str]) -> str:
    if not lines:
        return f'{name}: ""\n'
    return f"{name}: |\n" + "".join(f"  {line}\n" for line in lines)
