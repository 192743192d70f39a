"""Short questions about the topic at hand: "and what does it cost?"."""

from collections.abc import Callable, Mapping
from typing import get_args

from bots.triage.lexicon import FRAME, Lexicon
from bots.triage.normalise import Normaliser
from server.protocol.words import Language
from server.zone.follow_up import Asks

LONGEST = 12
"""A text of more words than these is no short question."""

ORDER: tuple[Asks, ...] = get_args(Asks)


class FollowUps:
    """Hears what is asked, by the words of `follow-ups.yaml`."""

    def __init__(
        self,
        normaliser: Normaliser,
        patterns: Mapping[Language, Mapping[Asks, str]],
        concepts: Callable[[str], frozenset[str]],
    ) -> None:
        """`patterns`: as in a lexicon, by language and by what they ask. `concepts`: those that a text touches on."""
        self._normaliser = normaliser
        written: dict[Language, dict[str, str]] = {
            language: {str(asks): each for asks, each in asked.items()} for language, asked in patterns.items()
        }
        self._lexicon = Lexicon(written, normaliser)
        self._concepts = concepts
        self._own: dict[Asks, frozenset[str]] = {
            asks: frozenset().union(*(concepts(each[asks]) for each in patterns.values() if asks in each))
            for asks in ORDER
        }

    def asked(self, text: str) -> Asks | None:
        """What a text asks about a topic that it does not name."""
        words = self._normaliser.words(text)
        if not words or len(words) > LONGEST:
            return None
        concepts = self._lexicon.concepts(words)
        return next((asks for asks in ORDER if asks in concepts), None)

    def names_something_else(self, asks: Asks, text: str) -> bool:
        """Whether a text that asks so is about something, and not about what was just talked of: "what does a passport
        cost?".
        """
        return bool(self._concepts(text) - FRAME - self._own[asks])
