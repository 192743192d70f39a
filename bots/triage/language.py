"""Which language a message is in, as far as that can be told."""

import unicodedata

import msgspec
from py3langid.langid import MODEL_FILE, LanguageIdentifier

from bots.triage.lexicon import Lexicon
from bots.triage.normalise import Words
from bots.triage.scripts import by_script, by_words
from server.protocol.words import LANGUAGES, Language

FOREIGN = ("bg", "cs", "es", "hr", "hu", "it", "pl", "pt", "ro", "ru", "sk", "sq", "tr", "uk")
"""Languages that are told apart beside the desk's own, of those that `scripts` cannot tell: those spoken most around
here. More of them make short texts harder to tell.
"""

FEWEST_WORDS = 3
FEWEST_LETTERS = 12
SURE = 0.9
ENOUGH_COMMON = 3
"""One common word in so many makes a language likely."""


class Spoken(msgspec.Struct, frozen=True):
    """An ISO 639-1 code, and whether it is sure enough to act on."""

    code: str
    sure: bool

    @property
    def foreign(self) -> bool:
        """Whether it is surely a language that the desk does not speak."""
        return self.sure and self.code not in LANGUAGES


class LanguageTeller:
    """Tells the language of a message. Built once: its model takes a second to read."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
        self._identifier.set_languages([*LANGUAGES, *FOREIGN])

    def tell(self, text: str, words: Words, interface: Language) -> Spoken:
        """The language of `text`, which consists of `words`; `interface`, the language of the screen, where it is too
        short to tell.
        """
        if written := by_script(text):
            return Spoken(written, sure=True)
        spelt = [word for word in words if word.isalpha()]
        latin = _is_latin(text)
        short = len(spelt) < FEWEST_WORDS or sum(map(len, spelt)) < FEWEST_LETTERS
        # Another script needs no length to be told.
        if not spelt or (latin and short):
            return Spoken(interface, sure=False)
        if counted := by_words(words):
            return Spoken(counted, sure=True)
        ranked = self._identifier.rank(text)
        if not latin:
            # Cyrillic without any of its letters: Ukrainian has one in every other word.
            ranked = [(code, probability) for code, probability in ranked if code in ("ru", "bg")]
        (code, probability), *_ = ranked
        if code not in LANGUAGES and latin and (own := self._own(words, interface)):
            return Spoken(own, sure=False)
        return Spoken(str(code), sure=probability >= SURE or not latin)

    def _own(self, words: Words, interface: Language) -> Language | None:
        """A language of ours that a text is in although it looks foreign, as dialect and slips do: by its commonest
        words.
        """
        counts = self._lexicon.common_words(words)
        best = max(counts, key=lambda language: (counts[language], language == interface))
        return best if counts[best] * ENOUGH_COMMON >= len(words) else None


def _is_latin(text: str) -> bool:
    letters = [char for char in text if char.isalpha()]
    latin = sum(1 for char in letters if "LATIN" in unicodedata.name(char, ""))
    return latin * 2 >= len(letters)
