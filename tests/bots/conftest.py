"""What the bot knows, read once for all tests of it; and the dialogue it leads on the demo zone."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bots.process import LANGUAGE_FOLDER, Knowing, read_catalogues
from bots.triage.corpus import Corpus, read_corpus
from bots.triage.dialogue import Dialogue
from bots.triage.knowledge import Knowledge
from bots.triage.lexicon import Lexicon
from bots.triage.moments import MomentReader
from bots.triage.normalise import Normaliser
from bots.triage.pipeline import Triage
from bots.triage.replies import Replies
from server.zone.catalogue import Catalogues
from server.zone.load import demo_folder, load_zone
from tests.bots.stand_in_desk import StandInDesk


@pytest.fixture(scope="session")
def corpus() -> Corpus:
    return read_corpus(LANGUAGE_FOLDER)


@pytest.fixture(scope="session")
def normaliser(corpus: Corpus) -> Normaliser:
    return Normaliser(corpus.short_forms)


@pytest.fixture(scope="session")
def lexicon(corpus: Corpus, normaliser: Normaliser) -> Lexicon:
    return Lexicon(corpus.lexicon_patterns, normaliser)


@pytest.fixture(scope="session")
def cache_folder(bot_models: Path) -> Path:
    """Where the models are kept, so that they are taught once for all tests."""
    return bot_models


@pytest.fixture(scope="session")
def triage(corpus: Corpus, cache_folder: Path) -> Triage:
    return Triage.build(corpus, cache_folder)


@pytest.fixture(scope="session")
def replies(corpus: Corpus, normaliser: Normaliser) -> Replies:
    return Replies(normaliser, corpus.replies)


@pytest.fixture(scope="session")
def moments(corpus: Corpus, normaliser: Normaliser) -> MomentReader:
    return MomentReader(normaliser, corpus.days)


@pytest.fixture(scope="session")
def catalogues() -> Catalogues:
    return read_catalogues()


@pytest.fixture(scope="session")
def knowledge(corpus: Corpus, normaliser: Normaliser, catalogues: Catalogues) -> Knowledge:
    return Knowledge(load_zone(demo_folder()), catalogues, normaliser, corpus.foreign_sentences)


@pytest.fixture(scope="session")
def dialogue(triage: Triage, corpus: Corpus, catalogues: Catalogues) -> Dialogue:
    return Knowing(corpus, catalogues, triage).dialogue(load_zone(demo_folder()))


@pytest.fixture
async def desk() -> AsyncIterator[StandInDesk]:
    async with StandInDesk() as desk:
        yield desk
