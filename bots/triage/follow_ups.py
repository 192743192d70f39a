"""Short questions about the topic at hand: "and what does it cost?"."""

from collections.abc import Mapping
from typing import get_args

from bots.triage.lexicon import Lexicon
from bots.triage.normalise import Normaliser
from server.protocol.words import Language
from server.zone.follow_up import Asks

LONGEST = 12
"""A text of more words than these is no short question."""

CONNECTIVES = (("en",), ("et",), ("and",), ("und",), ("maar",), ("mais",), ("but",), ("aber",))

ORDER: tuple[Asks, ...] = get_args(Asks)


class FollowUps:
    """Hears what is asked, by the words of `follow-ups.yaml`."""

    def __init__(self, normaliser: Normaliser, patterns: Mapping[Language, Mapping[Asks, str]]) -> None:
        """`patterns`: as in a lexicon, by language and by what they ask."""
        self._normaliser = normaliser
        written: dict[Language, dict[str, str]] = {
            language: {str(asks): each for asks, each in asked.items()} for language, asked in patterns.items()
        }
        self._lexicon = Lexicon(written, normaliser)

    def asked(self, text: str) -> Asks | None:
        """What a text asks about a topic that it does not name."""
        words = self._normaliser.words(text)
        if not words or len(words) > LONGEST:
            return None
        concepts = self._lexicon.concepts(words)
        return next((asks for asks in ORDER if asks in concepts), None)

    def goes_on(self, text: str) -> bool:
        """Whether a text begins as if it went on with what was said: "and what does it cost?"."""
        return self._normaliser.words(text)[:1] in CONNECTIVES
