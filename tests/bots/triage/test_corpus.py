"""The files of `bots/language` against each other."""

import re
from pathlib import Path

import pytest

from bots.triage.corpus import ELSEWHERE, EMERGENCY, FOREIGN_DANGER, Corpus, CorpusError, read_corpus
from bots.triage.lexicon import COMMON
from bots.triage.normalise import Normaliser
from server.protocol.words import LANGUAGES, Language
from server.zone.load import demo_folder, load_zone

FEWEST: dict[Language, int] = {"nl": 12, "fr": 8, "en": 8, "de": 8}
"""How many utterances a topic has at least."""


def test_every_language_has_the_same_concepts(corpus: Corpus) -> None:
    for language in LANGUAGES:
        assert corpus.patterns[language].keys() == corpus.patterns["nl"].keys(), language


def test_no_pattern_stands_twice_under_a_concept(corpus: Corpus) -> None:
    for language, concepts in corpus.patterns.items():
        for concept, written in concepts.items():
            patterns = [pattern.strip() for pattern in written.split(",")]
            assert len(patterns) == len(set(patterns)), (language, concept)


def test_rules_name_concepts_that_there_are(corpus: Corpus) -> None:
    known = corpus.patterns["nl"].keys() | corpus.rules.derived.keys() | {FOREIGN_DANGER}
    for name, condition in (*corpus.rules.derived.items(), *corpus.rules.rules.items()):
        assert known >= {*condition.all, *condition.any, *condition.none}, name


def test_no_utterance_stands_twice(corpus: Corpus, normaliser: Normaliser) -> None:
    seen: dict[tuple[str, ...], str] = {}
    for example in corpus.examples:
        words = normaliser.words(example.text)
        label = f"{example.language}/{example.label}"
        # "hallo" is a greeting in Dutch and in German.
        same = seen.setdefault(words, label)
        assert same == label or same.split("/")[1] == example.label, example.text
        assert same != label or seen.pop(words), example.text


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_topic_is_thin(corpus: Corpus, language: Language) -> None:
    thin = {
        topic: count
        for topic, lines in corpus.topics[language].items()
        if (count := len(lines.strip().splitlines())) < FEWEST[language]
    }
    assert not thin


def test_topics_are_the_zones_topics(corpus: Corpus) -> None:
    known = {topic.id for topic in load_zone(demo_folder()).topics}
    for example in corpus.examples:
        assert example.label in known | {ELSEWHERE, EMERGENCY}
    for language in LANGUAGES:
        assert corpus.topics[language].keys() == known


def test_the_old_number_of_card_stop_stands_nowhere(corpus: Corpus) -> None:
    for example in corpus.examples:
        assert "070344344" not in re.sub(r"\D", "", example.text)


def test_each_language_has_common_words_of_its_own(corpus: Corpus) -> None:
    words = {language: set(corpus.patterns[language][COMMON].split(", ")) for language in LANGUAGES}
    for language in LANGUAGES:
        others = set().union(*(words[other] for other in LANGUAGES if other != language))
        assert len(words[language] - others) >= 12, language


def test_the_version_follows_the_content(corpus: Corpus, tmp_path: Path) -> None:
    from bots.process import LANGUAGE_FOLDER

    for file in LANGUAGE_FOLDER.rglob("*.yaml"):
        copy = tmp_path / file.relative_to(LANGUAGE_FOLDER)
        copy.parent.mkdir(exist_ok=True)
        copy.write_bytes(file.read_bytes())
    assert read_corpus(tmp_path).version == corpus.version
    with (tmp_path / "nl" / "topics.yaml").open("a") as topics:
        topics.write("# a note\n")
    assert read_corpus(tmp_path).version != corpus.version


def test_a_mistake_is_named_with_its_file(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match=r"nl/concepts\.yaml"):
        read_corpus(tmp_path)
    (tmp_path / "nl").mkdir()
    (tmp_path / "nl" / "concepts.yaml").write_text("bike: [fiets]\n")
    with pytest.raises(CorpusError, match=r"nl/concepts\.yaml.*array"):
        read_corpus(tmp_path)


def test_short_forms_are_one_word_each(corpus: Corpus) -> None:
    plain = Normaliser({})
    for short in corpus.short_forms:
        assert plain.words(short) == (short,)
