"""The bot worker as a process: reads what it needs to know, connects, and stops on SIGTERM after the step in hand."""

import asyncio
import multiprocessing
import os
import signal
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, Self
from zoneinfo import ZoneInfo

import structlog

from bots.triage.corpus import Corpus, read_corpus
from bots.triage.dialogue import Dialogue
from bots.triage.follow_ups import FollowUps
from bots.triage.interview import Interviewer
from bots.triage.knowledge import Knowledge
from bots.triage.moments import MomentReader
from bots.triage.normalise import Normaliser
from bots.triage.pipeline import Triage
from bots.triage.replies import Replies
from bots.triage.wording import Wording
from bots.worker import Worker
from server.zone.catalogue import Catalogues
from server.zone.holder import ZoneHolder
from server.zone.problems import ZoneProblems
from server.zone.speech import told
from server.zone.zone import Zone

LANGUAGE_FOLDER = Path(__file__).parent / "language"
LOCALES_FOLDER = Path(__file__).parents[1] / "web" / "locales"

LOOK_EVERY = 5.0
"""Seconds between two looks at whether the zone's folder changed, as on a desk node."""


async def run(
    *,
    desk_urls: Sequence[str],
    key: str,
    zone_folder: Path,
    cache_folder: Path,
    worker: str,
    ready: Callable[[], None] | None = None,
) -> None:
    """Be a bot worker, of every desk node at once, until SIGTERM or SIGINT.

    `key`: the service key. `cache_folder`: where taught models are kept. `worker`: the name by which the desk knows
    this one. `ready` is called once the bot is connected for the first time.

    Raises ZoneProblems, CorpusError or CatalogueError where what it needs to know cannot be read.
    """
    _on_stop(_leave)
    holder, knowing = await asyncio.to_thread(_get_ready, zone_folder, cache_folder)
    stop = asyncio.Event()
    _on_stop(stop.set)
    waiting = [ready] if ready else []

    def connected() -> None:
        if waiting:
            waiting.pop()()

    structlog.get_logger("bot").info("prepared", worker=worker)
    time_zone = ZoneInfo(holder.zone.profile.time_zone)
    dialogue = knowing.dialogue(holder.zone)
    # Each node has its bot: what is opened there is answered there, and the dialogue is shared.
    workers = [Worker(url, key, worker, dialogue, time_zone) for url in desk_urls]
    following = asyncio.create_task(follow_zone(holder, knowing, workers))
    try:
        await asyncio.gather(*(each.work(stop, connected) for each in workers))
    finally:
        following.cancel()
        await asyncio.gather(following, return_exceptions=True)


def _on_stop(act: Callable[[], object]) -> None:
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, act)


def _leave() -> None:
    """End at once, while the models are taught: that takes half a minute, and the thread that waits for it cannot be
    stopped. Nothing is in hand yet, and a model's file is there whole or not at all."""
    for teacher in multiprocessing.active_children():
        teacher.kill()
    os._exit(os.EX_OK)


def read_catalogues() -> Catalogues:
    """What the bot says in the desk's own words. Raises CatalogueError."""
    # Plain text: marks around what is filled in would be refused as control characters.
    return Catalogues.load(LOCALES_FOLDER, "bot", "papers", isolating=False)


@dataclass(frozen=True)
class Knowing:
    """What the bot knows beside the zone; it stays the same as long as the process lives."""

    corpus: Corpus
    catalogues: Catalogues
    triage: Triage

    @classmethod
    def read(cls, cache_folder: Path) -> Self:
        """Raises CorpusError or CatalogueError."""
        corpus = read_corpus(LANGUAGE_FOLDER)
        return cls(corpus, read_catalogues(), Triage.build(corpus, cache_folder))

    def dialogue(self, zone: Zone) -> Dialogue:
        """The dialogue that speaks from this zone."""
        normaliser = Normaliser(self.corpus.short_forms)
        knowledge = Knowledge(zone, self.catalogues, normaliser, self.corpus.foreign_sentences)
        replies = Replies(normaliser, self.corpus.replies)
        interviewer = Interviewer(knowledge, normaliser, MomentReader(normaliser, self.corpus.days), replies)
        follow_ups = FollowUps(normaliser, self.corpus.follow_ups, self.triage.concepts)
        return Dialogue(self.triage, knowledge, interviewer, replies, follow_ups, Wording(self.catalogues))


def prepare(zone_folder: Path, cache_folder: Path) -> tuple[Zone, Dialogue]:
    """The zone, and the dialogue that speaks from it. Raises as `run` does."""
    holder, knowing = _get_ready(zone_folder, cache_folder)
    return holder.zone, knowing.dialogue(holder.zone)


def _get_ready(zone_folder: Path, cache_folder: Path) -> tuple[ZoneHolder, Knowing]:
    # The zone first: a mistake in it is told before seconds go into teaching.
    return ZoneHolder(zone_folder), Knowing.read(cache_folder)


class Speaker(Protocol):
    """Who speaks from a zone: a worker."""

    def speak_from(self, dialogue: Dialogue) -> None:
        """Lead conversations that begin from now on by this dialogue."""


async def follow_zone(
    holder: ZoneHolder, knowing: Knowing, speakers: Sequence[Speaker], every: float = LOOK_EVERY
) -> None:
    """Let all speak from each new version of the zone's folder; one with a mistake is told, and the last good one kept.
    So it is where the folder cannot be read at all. Never ends.
    """
    log = structlog.get_logger("bot")
    while True:
        try:
            async for change in holder.changes(every):
                if isinstance(change, ZoneProblems):
                    log.error("zone_not_taken", problems=await asyncio.to_thread(told, change.problems, os.environ))
                    continue
                dialogue = await asyncio.to_thread(knowing.dialogue, change)
                for speaker in speakers:
                    speaker.speak_from(dialogue)
                log.info("zone_taken", version=change.version)
        except Exception as error:  # noqa: BLE001 whatever is wrong with the folder now, the next version may be good
            log.error("zone_not_followed", error=type(error).__name__)
