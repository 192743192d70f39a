"""All stages in a row: what the bot makes of one message, whatever was said before."""

import hashlib
from collections.abc import Collection, Sequence
from pathlib import Path

import msgspec

from bots.triage.corpus import Corpus
from bots.triage.emergency import Alarm, EmergencyDetector, Tier
from bots.triage.gate import COURTESIES, NO_TOPICS, SIGNS, Action, Gate, evidence, topics_of
from bots.triage.language import LanguageTeller, Spoken
from bots.triage.lexicon import COMMON, FRAME, Lexicon
from bots.triage.model_file import Taught, obtain_models
from bots.triage.normalise import Normaliser, Words
from bots.triage.stages import Stage
from bots.triage.terms import Terms
from bots.triage.topic import Ranking, TopicModel
from server.protocol.words import Language

MODEL_GENERATION = 11
"""Goes up whenever code changes what the models are taught from the same corpus."""

RANKED = 3

FAMILIAR, FEWEST = 0.5, 3
"""The share of known words, and the number of words, from which on a message without any concept is understood."""

RUDE = "swear"

PLEA = "plea"

BY_SCORE = "score"
"""Named beside the rules where the model, not a rule, meant danger."""


class Scored(msgspec.Struct, frozen=True):
    """A topic and how the model scored it."""

    topic: str
    score: float


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """What the bot makes of a message.

    `model`: the version of what was read with. `sentences`: the message as plain words. `rules`: those that meant
    danger, with `BY_SCORE` where the model did; `danger`: the model's score for it. `ranked`: topics, best first, none
    where nothing is known. `signs`: what the gate went by. `action`: what the gate would do about the first topic.
    """

    model: str
    sentences: tuple[Words, ...]
    tier: Tier
    rules: tuple[str, ...]
    danger: float
    spoken: Spoken
    concepts: frozenset[str]
    ranked: tuple[Scored, ...]
    signs: dict[str, float]
    confidence: float
    action: Action

    @property
    def words(self) -> int:
        """How many words there are."""
        return sum(map(len, self.sentences))

    @property
    def topic(self) -> str | None:
        """The best topic, sure or not."""
        return self.ranked[0].topic if self.ranked else None

    @property
    def rude(self) -> bool:
        """Whether there is abuse in it."""
        return RUDE in self.concepts

    @property
    def stages(self) -> tuple[Stage, ...]:
        """What each stage came to, in order."""
        read = " | ".join(" ".join(sentence) for sentence in self.sentences)
        scores = {scored.topic: scored.score for scored in self.ranked}
        return (
            Stage("normalise", read, figures={"words": self.words}),
            Stage("concepts", "", tuple(sorted(self.concepts))),
            Stage("emergency", f"tier {self.tier}", self.rules, {"danger": self.danger}),
            Stage("language", self.spoken.code, ("sure" if self.spoken.sure else "unsure",)),
            Stage("topic", self.topic or "none", figures=scores),
            Stage("gate", self.action, figures={"confidence": self.confidence, **self.signs}),
        )


class Triage:
    """Reads messages. `version` names the corpus and the code that the models come from."""

    def __init__(
        self,
        version: str,
        normaliser: Normaliser,
        lexicon: Lexicon,
        detector: EmergencyDetector,
        languages: LanguageTeller,
        topics: TopicModel,
        gate: Gate,
    ) -> None:
        self.version = version
        self._normaliser = normaliser
        self._lexicon = lexicon
        self._detector = detector
        self._languages = languages
        self._topics = topics
        self._gate = gate

    @property
    def topics(self) -> frozenset[str]:
        """The topics that were taught."""
        return frozenset(self._topics.labels) - NO_TOPICS

    @classmethod
    def build(cls, corpus: Corpus, cache_folder: Path) -> "Triage":
        """Everything the corpus teaches. Models are taught at first and kept in `cache_folder`."""
        normaliser = Normaliser(corpus.short_forms)
        examples = [(normaliser.sentences(example.text), example.label) for example in corpus.examples]
        known = {word for sentences, _ in examples for words in sentences for word in words}
        known.update(word for words in corpus.lookalikes.values() for word in normaliser.words(words))
        lexicon = Lexicon(corpus.lexicon_patterns, normaliser, known)
        detector = EmergencyDetector(lexicon, corpus.rules)
        version = hashlib.sha256(f"{MODEL_GENERATION}:{corpus.version}".encode()).hexdigest()[:16]

        def taught() -> Taught:
            return [_terms(sentences, detector.detect(sentences)) for sentences, _ in examples], [
                label for _, label in examples
            ]

        models = obtain_models(cache_folder, version, taught)
        return cls(version, normaliser, lexicon, detector, LanguageTeller(lexicon), *models)

    def concepts(self, text: str) -> frozenset[str]:
        """The concepts that a text touches on."""
        return self._lexicon.concepts(self._normaliser.words(text)) - {COMMON}

    def read(self, text: str, interface: Language, served: Collection[str] | None = None) -> Finding:
        """What is in `text`, whatever it holds. `interface`: the language of the citizen's screen; `served`: the topics
        to choose from, all of them by default.
        """
        sentences = self._normaliser.sentences(text)
        words = _words(sentences)
        alarm = self._detector.detect(sentences)
        ranking = self._topics.rank(_terms(sentences, alarm))
        topics = topics_of(ranking, served)
        spoken = self._languages.tell(text, words, interface)
        if not spoken.foreign:
            # Of a language that it was never taught the model knows nothing.
            alarm = _graver(alarm, self._tier(alarm, ranking, words))
        # Without one known word or concept the ranking is the machine's bias, not the message.
        if not alarm.concepts - {COMMON} and ranking.nearest == 0.0:
            topics = ()
        signs = evidence(ranking, topics) if topics else ()
        confidence = self._gate.confidence(signs) if signs else 0.0
        action = self._gate.decide(confidence, next(iter(topics), None))
        if action == "answer" and topics[0] not in COURTESIES:
            alarm = _asked(alarm)
        return Finding(
            model=self.version,
            sentences=sentences,
            tier=alarm.tier,
            rules=alarm.rules,
            danger=ranking.danger,
            spoken=spoken,
            concepts=alarm.concepts - {COMMON},
            ranked=tuple(Scored(topic, ranking.score(topic)) for topic in topics[:RANKED]),
            signs=dict(zip(SIGNS, signs, strict=False)),
            confidence=confidence,
            action=action,
        )

    def _tier(self, alarm: Alarm, ranking: Ranking, words: Words) -> Tier:
        """What the machine thinks of danger. Of what holds no concept it may only ask, and of what holds hardly a known
        word or few words either it guesses: that is not enough to ask.
        """
        tier = self._gate.tier(ranking)
        if tier == 0 or alarm.concepts - {COMMON} - FRAME:
            return tier
        return 0 if tier == 2 and (ranking.known < FAMILIAR or len(words) < FEWEST) else 2


def _graver(alarm: Alarm, model: Tier) -> Alarm:
    """What the rules say, unless the model thinks it graver."""
    if model == 0 or 0 < alarm.tier <= model:
        return alarm
    return Alarm(model, (*alarm.rules, BY_SCORE), alarm.concepts)


def _asked(alarm: Alarm) -> Alarm:
    """The alarm of a message that is surely about something the desk answers: dangerous words alone make it a question,
    not an alarm ("I gave a statement after the stabbing of 2022"). A plea stays one.
    """
    if alarm.tier != 1 or BY_SCORE in alarm.rules or PLEA in alarm.concepts:
        return alarm
    return Alarm(2, alarm.rules, alarm.concepts)


def _terms(sentences: Sequence[Words], alarm: Alarm) -> Terms:
    # The commonest words are there to tell languages apart, and are about nothing.
    return Terms.of(_words(sentences), alarm.concepts - {COMMON}, alarm.rules)


def _words(sentences: Sequence[Words]) -> Words:
    return tuple(word for words in sentences for word in words)
