"""The bot worker as a process: reads what it needs to know, connects, and stops on SIGTERM after the step in hand."""

import asyncio
import signal
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple
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
from server.zone.load import load_zone
from server.zone.problems import ZoneProblems
from server.zone.zone import Zone

LANGUAGE_FOLDER = Path(__file__).parent / "language"
LOCALES_FOLDER = Path(__file__).parents[1] / "web" / "locales"

LOOK_EVERY = 5.0
"""Seconds between looks at the zone's folder."""


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
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)
    holder = await asyncio.to_thread(ZoneHolder, zone_folder)
    # Teaching the models takes seconds the first time; signals are to be heard meanwhile.
    knows = await asyncio.to_thread(Known.read, cache_folder)
    zone, dialogue = holder.zone, knows.dialogue(holder.zone)
    waiting = [ready] if ready else []

    def connected() -> None:
        if waiting:
            waiting.pop()()

    structlog.get_logger("bot").info("prepared", worker=worker)
    time_zone = ZoneInfo(zone.profile.time_zone)
    # Each node has its bot: what is opened there is answered there, and the dialogue is shared.
    workers = [Worker(url, key, worker, dialogue, time_zone) for url in desk_urls]
    following = asyncio.create_task(_follow_zone(holder, knows, workers))
    try:
        await asyncio.gather(*(each.work(stop, connected) for each in workers))
    finally:
        following.cancel()
        await asyncio.gather(following, return_exceptions=True)


async def _follow_zone(holder: ZoneHolder, knows: "Known", workers: Sequence[Worker]) -> None:
    """Speak from each new version of the zone's folder. One with a mistake is not taken; the log says what is wrong."""
    log = structlog.get_logger("bot.zone")
    async for change in holder.changes(LOOK_EVERY):
        if isinstance(change, ZoneProblems):
            log.error("zone_not_taken", problems=str(change))
            continue
        dialogue = await asyncio.to_thread(knows.dialogue, change)
        for worker in workers:
            worker.speak(dialogue)
        log.info("zone_taken", version=change.version)


class Known(NamedTuple):
    """What a bot knows whatever zone it speaks for."""

    corpus: Corpus
    catalogues: Catalogues
    triage: Triage

    @classmethod
    def read(cls, cache_folder: Path) -> "Known":
        """Read the corpus and the catalogues, and teach or fetch the models. Raises CorpusError or CatalogueError."""
        corpus = read_corpus(LANGUAGE_FOLDER)
        # Plain text: marks around what is filled in would be refused as control characters.
        return cls(corpus, Catalogues.load(LOCALES_FOLDER, isolating=False), Triage.build(corpus, cache_folder))

    def dialogue(self, zone: Zone) -> Dialogue:
        """The dialogue that speaks from a zone."""
        normaliser = Normaliser(self.corpus.short_forms)
        knowledge = Knowledge(zone, self.catalogues, normaliser)
        replies = Replies(normaliser, self.corpus.replies)
        interviewer = Interviewer(knowledge, normaliser, MomentReader(normaliser, self.corpus.days), replies)
        follow_ups = FollowUps(normaliser, self.corpus.follow_ups, self.triage.concepts)
        return Dialogue(self.triage, knowledge, interviewer, replies, follow_ups, Wording(self.catalogues))


def prepare(zone_folder: Path, cache_folder: Path) -> tuple[Zone, Dialogue]:
    """The zone, and the dialogue that speaks from it."""
    zone = load_zone(zone_folder)
    return zone, Known.read(cache_folder).dialogue(zone)
