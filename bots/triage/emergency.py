"""Danger now, by rules that people wrote and reviewed; first of all stages, on every message, in all languages at once.

Tier 1: danger now; the 112/101 card and a person at once. Tier 2: perhaps; the citizen is asked whether it is happening
now. 0: neither.
"""

from collections.abc import Mapping, Sequence
from typing import Literal

import msgspec

from bots.triage.lexicon import Lexicon
from bots.triage.normalise import Words

Tier = Literal[0, 1, 2]
Concepts = frozenset[str]


class Condition(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Holds where every concept of `all` is there, one of `any` (if it names some), and none of `none`."""

    all: tuple[str, ...] = ()
    any: tuple[str, ...] = ()
    none: tuple[str, ...] = ()

    def holds(self, concepts: Concepts) -> bool:
        """Whether these concepts meet it."""
        return (
            concepts.issuperset(self.all)
            and (not self.any or not concepts.isdisjoint(self.any))
            and concepts.isdisjoint(self.none)
        )


class Rule(Condition, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A condition that means danger."""

    tier: Literal[1, 2]
    over: Literal["sentence", "text"] = "sentence"


class Rules(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`rules.yaml`: concepts derived from others, in order, and the rules by name."""

    derived: dict[str, Condition]
    rules: dict[str, Rule]


class Alarm(msgspec.Struct, frozen=True):
    """How grave it is, which rules said so, and the concepts they went by, derived ones among them."""

    tier: Tier
    rules: tuple[str, ...] = ()
    concepts: Concepts = frozenset()


class EmergencyDetector:
    """Tries every rule on every sentence."""

    def __init__(self, lexicon: Lexicon, rules: Rules) -> None:
        self._lexicon = lexicon
        self._derived = rules.derived
        self._by_sentence = _named(rules.rules, "sentence")
        self._by_text = _named(rules.rules, "text")

    def detect(self, sentences: Sequence[Words]) -> Alarm:
        """The gravest tier that any rule gives, with the names of all rules that fired."""
        likely = self._lexicon.likely(tuple(word for words in sentences for word in words))
        read = [self._with_derived(self._lexicon.concepts(words, likely)) for words in sentences]
        fired: dict[str, Rule] = {}
        for concepts in read:
            fired.update(_firing(self._by_sentence, concepts))
        whole = self._with_derived(frozenset().union(*read) - self._derived.keys())
        fired.update(_firing(self._by_text, whole))
        if not fired:
            return Alarm(0, concepts=whole)
        return Alarm(min(rule.tier for rule in fired.values()), tuple(sorted(fired)), whole)

    def _with_derived(self, concepts: Concepts) -> Concepts:
        for name, condition in self._derived.items():
            if condition.holds(concepts):
                concepts |= {name}
        return concepts


def _named(rules: Mapping[str, Rule], over: str) -> tuple[tuple[str, Rule], ...]:
    return tuple((name, rule) for name, rule in rules.items() if rule.over == over)


def _firing(rules: Sequence[tuple[str, Rule]], concepts: Concepts) -> dict[str, Rule]:
    return {name: rule for name, rule in rules if rule.holds(concepts)}
