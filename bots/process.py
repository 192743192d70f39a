"""The bot worker as a process: reads what it needs to know, connects, and stops on SIGTERM after the step in hand."""

import asyncio
import signal
from collections.abc import Callable, Sequence
from pathlib import Path
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
from server.zone.load import load_zone
from server.zone.zone import Zone

LANGUAGE_FOLDER = Path(__file__).parent / "language"
LOCALES_FOLDER = Path(__file__).parents[1] / "web" / "locales"


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
    # Teaching the models takes seconds the first time; signals are to be heard meanwhile.
    zone, dialogue = await asyncio.to_thread(prepare, zone_folder, cache_folder)
    waiting = [ready] if ready else []

    def connected() -> None:
        if waiting:
            waiting.pop()()

    structlog.get_logger("bot").info("prepared", worker=worker)
    time_zone = ZoneInfo(zone.profile.time_zone)
    # Each node has its bot: what is opened there is answered there, and the dialogue is shared.
    workers = [Worker(url, key, worker, dialogue, time_zone) for url in desk_urls]
    await asyncio.gather(*(each.work(stop, connected) for each in workers))


def prepare(zone_folder: Path, cache_folder: Path) -> tuple[Zone, Dialogue]:
    """The zone, and the dialogue that speaks from it."""
    corpus = read_corpus(LANGUAGE_FOLDER)
    zone = load_zone(zone_folder)
    # Plain text: marks around what is filled in would be refused as control characters.
    catalogues = Catalogues.load(LOCALES_FOLDER, isolating=False)
    return zone, dialogue_of(zone, corpus, catalogues, Triage.build(corpus, cache_folder))


def dialogue_of(zone: Zone, corpus: Corpus, catalogues: Catalogues, triage: Triage) -> Dialogue:
    """The dialogue on a zone. `catalogues` put no marks around what is filled in."""
    normaliser = Normaliser(corpus.short_forms)
    knowledge = Knowledge(zone, catalogues, normaliser)
    replies = Replies(normaliser, corpus.replies)
    interviewer = Interviewer(knowledge, normaliser, MomentReader(normaliser, corpus.days), replies)
    follow_ups = FollowUps(normaliser, corpus.follow_ups, triage.concepts)
    return Dialogue(triage, knowledge, interviewer, replies, follow_ups, Wording(catalogues))
