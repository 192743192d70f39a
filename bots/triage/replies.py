"""What a short reply says to what was offered or asked: a choice by its label or its place, yes, no, I don't know."""

from collections.abc import Mapping, Sequence
from typing import Literal

from bots.triage.normalise import Normaliser, Words
from server.protocol.words import Choice

Reply = Literal["yes", "no", "skip", "stop"]

SHORT = 4
"""A reply of more words than these says more than yes or no."""

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
        for reply in ("skip", "stop", "no", "yes"):
            if any(words[: len(way)] == way for way in self._ways.get(reply, ())):
                return reply
        return None

    def begins_with(self, text: str, reply: Reply) -> bool:
        """Whether a text of any length begins so."""
        words = self._normaliser.words(text)
        return any(words[: len(way)] == way for way in self._ways.get(reply, ()))

    def chosen(self, text: str, offered: Sequence[Choice]) -> str | None:
        """The value of the choice that a text names: by its label, by its number, or by yes or no where one was
        offered that ends so.
        """
        words = self._normaliser.words(text)
        if not words or not offered:
            return None
        for choice in offered:
            if self._normaliser.words(choice.label) == words:
                return choice.value
        if len(words) == 1 and words[0] in _PLACES[: len(offered)]:
            return offered[int(words[0]) - 1].value
        reply = self.read(text)
        return next((choice.value for choice in offered if reply and choice.value.endswith(f".{reply}")), None)
