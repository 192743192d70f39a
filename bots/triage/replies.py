"""What a short reply says to what was offered or asked: a choice by its label or its place, yes, no, I don't know,
wait; and whether a longer one takes back what was said before.
"""

from collections.abc import Mapping, Sequence
from typing import Literal

from bots.triage.normalise import Normaliser, Words
from server.protocol.words import Choice

Reply = Literal["yes", "no", "skip", "stop", "wait", "resume", "back", "wrong", "sorry", "it_was"]
"""`back`: the question before; `wrong`: something noted is not right; `sorry` and `it_was` begin a correction."""

_SHORT_REPLIES: tuple[Reply, ...] = ("skip", "stop", "wait", "resume", "back", "wrong", "no", "yes")
"""In the order they are tried: "nee, dat klopt niet" is more than a no."""

_OPEN: frozenset[Reply] = frozenset({"yes", "no", "skip"})
"""One word of these may begin a reply that says more."""

SHORT = 4
"""A reply of more words than these says more than yes or no."""

_TELLING = 5
"""Letters that the longest of a few words of a label needs, to be no mere "de" or "nog"."""

_PLACES = ("1", "2", "3", "4", "5", "6", "7", "8", "9")


class Replies:
    """Reads replies in every language at once."""

    def __init__(self, normaliser: Normaliser, written: Mapping[Reply, str]) -> None:
        """`written`: the ways to say each, separated by commas."""
        self._normaliser = normaliser
        self._ways: dict[Reply, frozenset[Words]] = {
            reply: frozenset(normaliser.words(way) for way in ways.split(",")) for reply, ways in written.items()
        }

    def read(self, text: str) -> Reply | None:
        """What a short text says; None where it says more, or none of these."""
        words = self._normaliser.words(text)
        if not words or len(words) > SHORT:
            return None
        for reply in _SHORT_REPLIES:
            rest = self._without(words, "no") if reply == "wrong" else words
            # "Later in de avond" is no wish to stop: what is one word only has to stand alone.
            ways = self._ways.get(reply, frozenset())
            if rest in ways or any(rest[: len(way)] == way for way in ways if len(way) > 1 or reply in _OPEN):
                return reply
        return None

    def begins_with(self, text: str, reply: Reply) -> bool:
        """Whether a text of any length begins so."""
        return self._begin(self._normaliser.words(text), reply)

    def corrects(self, text: str) -> Literal["surely", "perhaps"] | None:
        """Whether a text takes back what was said: "sorry, ...", "nee, het was ...", or perhaps, where it only begins
        with no. Nothing but a no takes nothing back.
        """
        words = self._normaliser.words(text)
        rest = self._without(words, "no")
        if self._begin(words, "sorry") or self._begin(rest, "sorry") or (rest != words and self._begin(rest, "it_was")):
            return "surely"
        return "perhaps" if rest and rest != words else None

    def chosen(self, text: str, offered: Sequence[Choice]) -> str | None:
        """The value of the choice that a text names: by its label, by its number, by yes or no where one was offered
        that ends so, or by some words of one label.
        """
        words = self._normaliser.words(text)
        if not words or not offered:
            return None
        if (label := self.labelled(text, offered)) is not None:
            return label
        if (placed := self.placed(text, offered)) is not None:
            return placed
        reply = self.read(text)
        meant = next((choice.value for choice in offered if reply and choice.value.endswith(f".{reply}")), None)
        return meant or self._nearly(words, offered)

    def labelled(self, text: str, offered: Sequence[Choice]) -> str | None:
        """The value of the choice whose label a text is."""
        words = self._normaliser.words(text)
        return next(
            (choice.value for choice in offered if words and self._normaliser.words(choice.label) == words), None
        )

    def placed(self, text: str, offered: Sequence[Choice]) -> str | None:
        """The value of the choice whose place, counted from one, is all that a text says."""
        words = self._normaliser.words(text)
        is_place = len(words) == 1 and words[0] in _PLACES[: len(offered)]
        return offered[int(words[0]) - 1].value if is_place else None

    def _nearly(self, words: Words, offered: Sequence[Choice]) -> str | None:
        """The one choice whose label has all of a few words, one of them long enough to mean something."""
        if len(words) > SHORT or max(map(len, words)) < _TELLING:
            return None
        fitting = [choice for choice in offered if set(words) <= set(self._normaliser.words(choice.label))]
        return fitting[0].value if len(fitting) == 1 else None

    def _begin(self, words: Words, reply: Reply) -> bool:
        return any(words[: len(way)] == way for way in self._ways.get(reply, ()))

    def _without(self, words: Words, reply: Reply) -> Words:
        """The words after those that say so, as many as there are."""
        ways = sorted(self._ways.get(reply, ()), key=len, reverse=True)
        return next((words[len(way) :] for way in ways if words[: len(way)] == way), words)
