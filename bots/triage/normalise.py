"""From what somebody typed to plain words: the same for messages, lexicon and examples, so that they meet."""

import re
import unicodedata
from collections.abc import Mapping

MOST_WORDS = 800
"""Of a longer text the first and the last half of these are read: what matters stands at its edges."""

_SENTENCE_END = re.compile(r"[!?…;\n]+|\.+(?=\s|$)")
_WORD = re.compile(r"(?:[^\W_]|[\u0900-\u0963\u0966-\u0dff\u0e30-\u0e4e])+")
"""Letters and digits, and the vowel signs of the scripts of India and Thailand, which are none and part no words."""

_DRAWN_OUT = re.compile(r"(\D)\1{2,}")

_PICTURES = {
    "🔥": " fire ",
    "🔪": " knife ",
    "🗡": " knife ",
    "🔫": " gun ",
    "🆘": " sos ",
    "🚲": " bike ",
    "🚗": " car ",
    "📱": " phone ",
    "👋": " hello ",
    "🙏": " please ",
}

Words = tuple[str, ...]


class Normaliser:
    """Folds case, accents, drawn-out letters and pictures away, and writes short forms out."""

    def __init__(self, short_forms: Mapping[str, str]) -> None:
        """`short_forms`: what people type, and the words it stands for (`kheb`: `ik heb`)."""
        self._short_forms = {short: tuple(full.split()) for short, full in short_forms.items()}

    def words(self, text: str) -> Words:
        """All words of a text in order."""
        return tuple(word for found in _WORD.findall(fold(text)) for word in self._short_forms.get(found, (found,)))

    def sentences(self, text: str) -> tuple[Words, ...]:
        """The words of each sentence; one without words is left out."""
        read = (self.words(sentence) for sentence in _SENTENCE_END.split(_shortened(text)))
        return tuple(words for words in read if words)


def fold(text: str) -> str:
    """Letters as they are compared: NFKC, small, without accents, one kind of apostrophe; one drawn out three times or
    more counts once."""
    for picture, word in _PICTURES.items():
        text = text.replace(picture, word)
    decomposed = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text).casefold())
    bare = "".join(char for char in decomposed if not unicodedata.combining(char)).replace("’", "'")
    return _DRAWN_OUT.sub(r"\1", bare)


def _shortened(text: str) -> str:
    words = text.split(maxsplit=MOST_WORDS)
    if len(words) <= MOST_WORDS:
        return text[: MOST_WORDS * 40]
    words = text.split()
    half = MOST_WORDS // 2
    return " ".join([*words[:half], *words[-half:]])
